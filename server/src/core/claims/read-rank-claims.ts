import type { Notion } from '../language/words/notions.js';
import { readWords, says } from '../language/words/words.js';
import type { Period } from '../quantities/index.js';
import { blockOf, isQuoted, type Mention, type Report } from '../report/report.js';
import { isOwnParagraph } from '../sentences/own-sentences.js';
import { namesUnknownPlace, withoutPlaces } from '../sentences/place-roles.js';
import { isWithin } from '../sentences/regions.js';
import { type Sentence, sentenceHolding } from '../sentences/sentence.js';
import { dictionary } from '../text/dictionary.js';
import { once } from '../text/once.js';
import type { Span } from '../text/span.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { EntryOf } from '../vocabulary/model.js';
import type { RankClaim } from './claim.js';
import { isLink } from './linking.js';
import { isWholeSubject } from './subject.js';

/** Whose rank it is among which: scopes that words of a language tell. */
const scopes: Readonly<Record<string, Notion>> = dictionary({
  world: 'ofWorld',
  global: 'ofWorld',
  national: 'ofNation',
  country: 'ofNation',
});

/** Words for the first of all, without an ordinal. */
const topmost =
  /\b(?:largest|biggest|(?<=(?:world|globe)(?:'s|’s)\s+)(?:best|greatest|highest)|(?:best|greatest|highest)(?=\s+(?:in\s+the\s+world|worldwide|globally))|leading|top(?:s|ped)?\s+the\s+world|top\s+of\s+the\s+world|led\s+the\s+world|leads?\s+the\s+world|leading\s+the\s+world|came\s+top|comes\s+top|(?:in|h[eo]ld(?:s|ing)?|kept|keeps?|took|takes?|retain(?:s|ed)?|secured?|maintain(?:s|ed)?|occup(?:y|ies|ied))\s+(?:the\s+)?(?:(?:world|globe)(?:'s|’s)\s+|global\s+)?(?:top|number[- ]one|first|leading)\s+(?:spot|position|place|slot))\b|(?:世界|全球|全国)之首/i;

interface Rank {
  readonly rank: number;
  /** In the block's text. */
  readonly at: Span;
}

/** The ranks that a sentence tells of: ordinals that are said of a rank, and words for the first. */
function ranksIn(sentence: Sentence): readonly Rank[] {
  const { text, language, span } = sentence;
  const found: Rank[] = [];
  const ordinals = new Set(
    sentence.quantities.flatMap((each) => (each.kind === 'ordinal' ? [each.span.start - span.start] : [])),
  );
  for (const quantity of sentence.quantities) {
    if (quantity.kind !== 'ordinal' || quantity.consecutive) continue;
    const at = { start: quantity.span.start - span.start, end: quantity.span.end - span.start };
    const end = endOfRank(text, at, language, found.length > 0, ordinals);
    if (end !== undefined)
      found.push({ rank: quantity.value, at: { start: quantity.span.start, end: span.start + end } });
  }
  const top = found.length > 0 ? null : topmost.exec(text);
  if (top !== null) {
    const start = span.start + top.index;
    found.push({ rank: 1, at: { start, end: start + top[0].length } });
  }
  return found;
}

/** Where a rank ends that begins with an ordinal: "second largest", 第三位; undefined for the ordinal of something else. */
function endOfRank(
  text: string,
  at: Span,
  language: string,
  isChained: boolean,
  ordinals: ReadonlySet<number>,
): number | undefined {
  const after = text.slice(at.end);
  const before = readWords(text.slice(0, at.start), language);
  const by = readWords(after, language);
  const isHan = /\p{Script=Han}/u.test(text.slice(at.start, at.end));
  const ranked = by.first('rankedBy');
  if (ranked !== undefined && ranked.start <= 1 && !isHan) return at.end + ranked.end;
  const noun = by.first('rankNoun');
  const end = at.end + (noun === undefined || noun.start > 1 ? 0 : noun.end);
  const isLed = isHan
    ? before.last('ranks', 'ofWorld', 'ofNation') !== undefined
    : isLedTo(text.slice(0, at.start), language, isChained);
  // 第二大经济体, 居第三位; 第二产业, 第三名患者 and "the second plan" are of something else.
  if (isHan && ranked?.start === 0) return at.end + ranked.end;
  if (isHan) {
    const isSurely = isLed && end > at.end;
    return isSurely || ((isLed || end > at.end) && !/^[^\P{Script=Han}的]/u.test(text.slice(end))) ? end : undefined;
  }
  if (end > at.end) return isLed || isChained ? end : undefined;
  return isLed && !goesOnWithNoun(after, language, at.end, ordinals) ? end : undefined;
}

/** "Ranked", "came in at", "rose from … to": whether a verb of ranks leads to an ordinal. */
function isLedTo(before: string, language: string, isChained: boolean): boolean {
  let rest = before.trimEnd();
  // "From first in 2018 to fifth"
  const all = readWords(rest, language);
  const isTo = all.last('preposition')?.end === rest.length && /\bto$/i.test(rest);
  if (isTo && all.says('startsFrom') && all.says('ranks')) return true;
  for (let i = 0; i < 4; i++) {
    const words = readWords(rest, language);
    if (words.last('ranks') !== undefined) return true;
    const word = words.last('article', 'preposition');
    if (word === undefined) break;
    if (isChained && word.end - word.start === 2) return true;
    rest = rest.slice(0, word.start).trimEnd();
  }
  return /ly$/.test(rest) && readWords(rest.slice(0, rest.lastIndexOf(' ')), language).last('ranks') !== undefined;
}

/** Whether an ordinal has a noun behind it, and so counts things: "the second plan". */
function goesOnWithNoun(rest: string, language: string, offset: number, ordinals: ReadonlySet<number>): boolean {
  const next = /^\s+([\p{L}'’-]+)/u.exec(rest)?.[1];
  if (next === undefined || /ly$/.test(next)) return false;
  // "Third to be inspected", not "third to second" and "second to China".
  const to = /^\s+to\s+(?=\p{Ll})/u.exec(rest)?.[0].length;
  if (to !== undefined && !ordinals.has(offset + to)) return true;
  const goesOn = [
    'preposition',
    'joinsAlike',
    'joinsClauses',
    'ofWorld',
    'ofNation',
    'timeOrder',
    'auxiliaries',
  ] as const;
  return readWords(rest, language).first(...goesOn) === undefined;
}

/** The ranks and streaks of a report that are said of a metric of ranks, or of what it ranks. */
export const readRankClaims = once((report: Report): readonly RankClaim[] => {
  const ranked = rankedMetrics(report.vocabulary);
  if (ranked.size === 0 || !report.vocabulary.languages.has(report.language)) return [];
  const known = new Set<string>();
  return report.mentions.flatMap((mention) => {
    const metric = ranked.get(mention.entry.fullName);
    if (metric === undefined) return [];
    return rankClaimsOf(report, mention, metric, ranked).filter(({ block, rankAt }) => {
      const key = `${block}:${rankAt?.start}`;
      if (known.has(key)) return false;
      known.add(key);
      return true;
    });
  });
});

/** The metrics of ranks, by the full names of themselves and of what they rank. */
const rankedMetrics = once((vocabulary: Vocabulary): ReadonlyMap<string, EntryOf<'metrics'>> => {
  const metrics = new Map<string, EntryOf<'metrics'>>();
  for (const metric of vocabulary.ofKind('metrics')) {
    if (metric.measure.kind !== 'rank') continue;
    metrics.set(metric.fullName, metric);
    const { base } = metric.measure;
    const of = base === undefined ? undefined : vocabulary.find('metrics', base, metric.pack);
    if (of !== undefined && of.measure.kind !== 'rank') metrics.set(of.fullName, metric);
  }
  return metrics;
});

function rankClaimsOf(
  report: Report,
  mention: Mention,
  metric: EntryOf<'metrics'>,
  ranked: ReadonlyMap<string, EntryOf<'metrics'>>,
): readonly RankClaim[] {
  const block = blockOf(report, mention);
  if (!isOwnParagraph(report, mention.block) || isQuoted(block, mention.at)) return [];
  const reading = sentenceHolding(report, block, mention.at.start);
  if (reading === undefined || reading.isEndless || !reading.isAsserted) return [];
  const { span: sentence, text: words } = reading;
  const at = reading.inText(mention.at);
  const regions = reading.placesInText;
  if (metric.region !== undefined) {
    const own = metric.region;
    if (report.region !== undefined && !isWithin(report.region, own)) return [];
    if (regions.some(({ code }) => code !== own) || namesUnknownPlace(words, regions, [at])) return [];
  }
  if (!isOfScope(metric, reading)) return [];
  const dates = reading.periods.map(({ span }) => reading.inText(span));
  const places = regions.map(({ at: place }) => place);
  const all = ranksIn(reading);
  // 第五大港口群, "the fifth largest fleet": a rank stands right before.
  const isRanked = all.some(
    ({ at: rank }) => rank.end <= mention.at.start && /^的?$/.test(block.text.slice(rank.end, mention.at.start).trim()),
  );
  if (!isWhole(withoutPlaces(words, places, dates), at, isRanked)) return [];
  const ranks = all.filter((rank) => isSubjectOf(mention, rank, reading, ranked));
  const streak = streakOf(reading);
  const years = (of: Sentence | undefined) =>
    (of?.periods ?? []).filter(({ period, span }) => /^\d{4}(?:$|-|\/)/.test(period) && !isCited(block.text, span));
  const own = years(reading);
  const dating = own.length > 0 ? own : years(reading.before);
  // "As of 2022" goes before any other year.
  const since = own.find(({ span }) => {
    const after = block.text.slice(span.end, span.end + 4);
    return (
      /\bsince\s+(?:the\s+)?(?:year\s+)?$/i.test(block.text.slice(Math.max(0, span.start - 16), span.start)) ||
      (/[自从]$/.test(block.text.slice(0, span.start).slice(-1)) && /^(?:以来|起|开始|至今)/.test(after))
    );
  });
  return ranks.map((rank, i) => {
    const isLast = i === ranks.length - 1;
    const year = yearOf(ranks, i, reading, dating);
    return {
      metric,
      block: mention.block,
      sentence,
      rank: rank.rank,
      rankAt: rank.at,
      streak: isLast ? streak : undefined,
      since: since === undefined || !isLast ? undefined : { year: Number(since.period.slice(0, 4)), at: since.span },
      year,
      dated: dating.length > 0,
      language: reading.language,
    };
  });
}

/** The year of one of several ranks: "from tenth in 1997 to fifth in 2002", 由上年第四位上升为第三位. */
function yearOf(ranks: readonly Rank[], i: number, sentence: Sentence, dating: readonly Period[]): number | undefined {
  const { periods, text, language, span } = sentence;
  const at = (ranks[i] as Rank).at.start;
  const fromOf = (rank: Rank) => {
    const from = readWords(text.slice(0, rank.at.start - span.start), language)
      .of('startsFrom')
      .at(-1);
    return from === undefined ? span.start : span.start + from.start;
  };
  const inLead = (each: Period, start: number, end: number) => each.span.start >= start && each.span.end <= end;
  const next = ranks[i + 1]?.at.start ?? span.end;
  const isHan = language === 'zh';
  if (i === ranks.length - 1) {
    const others = ranks.slice(0, -1);
    const isOthers = (each: Period) =>
      others.some((rank, k) =>
        inLead(each, isHan ? fromOf(rank) : rank.at.end, isHan ? rank.at.start : (ranks[k + 1] as Rank).at.start),
      );
    const own = dating.filter((each) => i === 0 || !isOthers(each));
    const near = i === 0 ? undefined : own.find((each) => inLead(each, (ranks[i - 1] as Rank).at.end, next));
    return yearIn((near ?? own.find(({ by }) => by) ?? own.at(-1))?.period);
  }
  // "First in 2018, fifth in 2023".
  const behind = isHan ? undefined : periods.find((each) => inLead(each, at, next));
  if (behind !== undefined) return yearIn(behind.period);
  const lead = periods.filter((each) => inLead(each, fromOf(ranks[i] as Rank), at)).at(-1);
  if (lead === undefined || /\d/.test(text.slice(lead.span.start - span.start, lead.span.end - span.start)))
    return yearIn(lead?.period);
  // 上年: the one before that of the rank it led to.
  const own = dating.filter(({ span: at }) => /\d/.test(text.slice(at.start - span.start, at.end - span.start)));
  const last = yearOf(ranks, ranks.length - 1, sentence, own);
  return last === undefined ? undefined : last - 1;
}

function yearIn(period: string | undefined): number | undefined {
  const last = period?.split('/').at(-1)?.slice(0, 4);
  return last !== undefined && /^\d{2,4}$/.test(last) ? Number(last.padStart(4, '2')) : undefined;
}

/** Whether the sentence ranks among those that the metric is ranked among. */
function isOfScope({ measure }: EntryOf<'metrics'>, { text, language }: Sentence): boolean {
  const { scope } = measure as { readonly scope?: string };
  if (scope === undefined) return true;
  const notion = scopes[scope.toLowerCase()];
  return notion === undefined ? text.toLowerCase().includes(scope.toLowerCase()) : says(text, language, notion);
}

/** Whether a rank is told of a mention: the nearest before it that is ranked or measured; else the one behind it. */
function isSubjectOf(
  mention: Mention,
  { at }: Rank,
  sentence: Sentence,
  ranked: ReadonlyMap<string, EntryOf<'metrics'>>,
): boolean {
  const metrics = sentence.mentions.filter(({ entry }) => entry.kind === 'metrics');
  const nearest =
    metrics.findLast((each) => each.at.end <= at.start) ?? metrics.find(({ entry }) => ranked.has(entry.fullName));
  return nearest === undefined || nearest.at.start === mention.at.start;
}

/** How long the sentence says that a rank has been held. */
function streakOf({ quantities, block: { text }, span: sentence }: Sentence): RankClaim['streak'] {
  return quantities.find(
    (quantity) =>
      ((quantity.kind === 'duration' && quantity.unit === 'Y') ||
        (quantity.kind === 'ordinal' && quantity.consecutive)) &&
      (quantity.consecutive ||
        /\b(?:for|over|more\s+than)\s+(?:the\s+(?:last|past)\s+)?$/i.test(
          text.slice(sentence.start, quantity.comparatorSpan?.start ?? quantity.span.start),
        ) ||
        /\s*(?:running|in\s+a\s+row)/i.test(text.slice(quantity.span.end, quantity.span.end + 14))),
  );
}

/** Whether it is ranked as a whole: no branch of it ("high-tech …") and nothing of its ("… exports", 其增速). */
function isWhole(words: string, at: Span, isRanked: boolean): boolean {
  const before = words.slice(0, at.start);
  const ranked = /(?:largest|biggest|best|greatest|highest|leading|top|first|最大的?)\s*$/i;
  if (!isRanked && !ranked.test(before) && !isWholeSubject(words, at, { start: 0, end: words.length })) return false;
  const after = words.slice(at.end);
  if (/^\p{Script=Han}/u.test(after))
    return hanAfter.test(after) || readWords(after, 'zh').first('ranks', 'states', 'ofWorld', 'ofNation') !== undefined;
  const next = /^\s+([\p{L}&]+)/u.exec(after)?.[1];
  if (readWords(after, 'en').first('ranks', 'auxiliaries') !== undefined) return true;
  return next === undefined || englishAfter.test(next) || isLink(next);
}

const hanAfter =
  /^(?:的?(?:总体?|综合)?(?:规模|产值|增加值|产量|总量|产能|体量|实力)|大国|[已连居位稳保继持一始长在为是仍均全跃占排名自从多也都就则至到和与及并首当蝉站领二三四五六七八九十雄])/;
const englishAfter =
  /^(?:rank|lead|led|top|place|domina|sector|industr|output|production|capacity|scale|base|power|world|global|first|second|third|since|because|when|who|while|where|but|or|so|if)/i;

/** Whether a year stands in brackets behind a name, as that of a publication: "(Harbour Press, 2023)". */
function isCited(text: string, { start, end }: Span): boolean {
  const before = /[(（]([^()（）]*)$/.exec(text.slice(Math.max(0, start - 80), start));
  if (before === null || !/^[^()（）]{0,20}[)）]/.test(text.slice(end))) return false;
  // "(as of 2022)" dates the sentence itself.
  const words = (before[1] as string).trim();
  return (
    /\p{Lu}\p{L}|\p{Script=Han}{2}/u.test(words) && !/^(?:as\s+of|in|by|since|until|data|截至|截止|到)/i.test(words)
  );
}
