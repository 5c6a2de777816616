import { blockOf, isQuoted, type Mention, type Report } from '../report/report.js';
import { isOwnParagraph } from '../sentences/own-sentences.js';
import { namesUnknownPlace, withoutPlaces } from '../sentences/place-roles.js';
import { isWithin } from '../sentences/regions.js';
import { type Sentence, sentenceHolding } from '../sentences/sentence.js';
import { dictionary } from '../text/dictionary.js';
import { once } from '../text/once.js';
import type { Span } from '../text/span.js';
import type { EntryOf } from '../vocabulary/model.js';
import type { RankClaim } from './claim.js';
import { isLink } from './linking.js';
import { isWholeSubject } from './subject.js';

/** The scope that a rank must have: the metric's, in words. */
const scopes: Readonly<Record<string, RegExp>> = dictionary({
  world: /\b(?:world(?:'s|’s)?|worldwide|global(?:ly)?|internationally|on\s+earth|globe)\b|世界|全球|国际/i,
});

interface RankWords {
  readonly pattern: RegExp;
  readonly rank: (match: RegExpExecArray) => number | undefined;
}

const cardinals = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const hanDigits = '一二三四五六七八九十';

function ordinal(word: string): number | undefined {
  const digits = /\d+/.exec(word);
  if (digits !== null) return Number(digits[0]);
  const at = ordinals.indexOf(word.toLowerCase());
  if (at >= 0) return at + 1;
  const cardinal = cardinals.indexOf(word.toLowerCase());
  if (cardinal >= 0) return cardinal + 1;
  const han = hanDigits.indexOf(word);
  return han >= 0 ? han + 1 : undefined;
}

const rankWords: readonly RankWords[] = [
  {
    pattern:
      /\b(?:rank(?:s|ed|ing)?|com(?:e|es|ing)|came|plac(?:e|es|ed)|stood|stands|finish(?:es|ed)?|been|was|is|remain(?:s|ed)?|number|no\.?)\s+(?:as\s+|at\s+|in\s+|the\s+|number\s+|no\.?\s*){0,3}(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th)|(?<=(?:number|no\.?)\s*)(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten))(?:\s+(?:place|position))?\b(?!\s+(?:straight|consecutive|successive|year|time))/i,
    rank: (match) => ordinal(match[1] as string),
  },
  {
    pattern:
      /\b(second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:nd|rd|th))[- ](?:largest|biggest|highest|best|greatest|longest)\b/i,
    rank: (match) => ordinal(match[1] as string),
  },
  {
    pattern:
      /\b(?:largest|biggest|(?<=(?:world|globe)(?:'s|’s)\s+)(?:best|greatest|highest)|(?:best|greatest|highest)(?=\s+(?:in\s+the\s+world|worldwide|globally))|leading|top(?:s|ped)?\s+the\s+world|top\s+of\s+the\s+world|led\s+the\s+world|leads?\s+the\s+world|leading\s+the\s+world|came\s+top|comes\s+top|(?:in|h[eo]ld(?:s|ing)?|kept|keeps?|took|takes?|retain(?:s|ed)?|secured?|maintain(?:s|ed)?|occup(?:y|ies|ied))\s+(?:the\s+)?(?:(?:world|globe)(?:'s|’s)\s+|global\s+)?(?:top|number[- ]one|first|leading)\s+(?:spot|position|place|slot))\b/i,
    rank: () => 1,
  },
  {
    pattern: /(?:世界|全球)(?:排名)?(?:第([一二三四五六七八九十]|\d{1,2})|首位|之首|榜首)/,
    rank: (match) => (match[1] === undefined ? 1 : ordinal(match[1])),
  },
];

/** The ranks and streaks of a report that are said of a metric of ranks. */
export const readRankClaims = once((report: Report): readonly RankClaim[] =>
  report.vocabulary.languages.has(report.language)
    ? report.mentions.flatMap((mention) => {
        const metric = mention.entry;
        if (metric.kind !== 'metrics' || metric.measure.kind !== 'rank') return [];
        return rankClaimOf(report, mention, metric) ?? [];
      })
    : [],
);

function rankClaimOf(report: Report, mention: Mention, metric: EntryOf<'metrics'>): RankClaim | undefined {
  const block = blockOf(report, mention);
  if (!isOwnParagraph(report, mention.block) || isQuoted(block, mention.at)) return undefined;
  const reading = sentenceHolding(report, block, mention.at.start);
  if (reading === undefined || reading.isEndless || !reading.isAsserted) return undefined;
  const { span: sentence, text: words } = reading;
  const at = reading.inText(mention.at);
  const regions = reading.placesInText;
  if (metric.region !== undefined) {
    const own = metric.region;
    if (report.region !== undefined && !isWithin(report.region, own)) return undefined;
    if (regions.some(({ code }) => code !== own) || namesUnknownPlace(words, regions, [at])) return undefined;
  }
  const scope = metric.measure.scope === undefined ? undefined : scopes[metric.measure.scope];
  if (scope !== undefined && !scope.test(words)) return undefined;
  const dates = reading.periods.map(({ span }) => reading.inText(span));
  const places = regions.map(({ at: place }) => place);
  if (!isWhole(withoutPlaces(words, places, dates), at)) return undefined;
  // The rank stands behind its subject, or right before it ("the world's largest …").
  const found = rankWords
    .map(({ pattern, rank }) => ({ match: pattern.exec(words), rank }))
    .find(({ match }) => match !== null);
  const match = found?.match ?? undefined;
  if (match === undefined || found === undefined) return undefined;
  const rankAt: Span = { start: sentence.start + match.index, end: sentence.start + match.index + match[0].length };

  const { quantities } = reading;
  const streak = quantities.find(
    (quantity) =>
      ((quantity.kind === 'duration' && quantity.unit === 'Y') ||
        (quantity.kind === 'ordinal' && quantity.consecutive)) &&
      (quantity.consecutive ||
        /\b(?:for|over|more\s+than)\s+(?:the\s+(?:last|past)\s+)?$/i.test(
          block.text.slice(sentence.start, quantity.comparatorSpan?.start ?? quantity.span.start),
        ) ||
        /\s*(?:running|in\s+a\s+row)/i.test(block.text.slice(quantity.span.end, quantity.span.end + 14))),
  );
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
  const last = (dating.find(({ by }) => by) ?? dating.at(-1))?.period;
  return {
    metric,
    block: mention.block,
    sentence,
    rank: found.rank(match),
    rankAt,
    streak,
    since: since === undefined ? undefined : { year: Number(since.period.slice(0, 4)), at: since.span },
    year: last === undefined ? undefined : Number((last.split('/').at(-1) as string).slice(0, 4).padStart(4, '2')),
    dated: dating.length > 0,
    language: reading.language,
  };
}

/** Whether it is ranked as a whole: no branch of it ("high-tech …") and nothing of its ("… exports", 其增速). */
function isWhole(words: string, at: Span): boolean {
  const before = words.slice(0, at.start);
  const ranked =
    /(?:largest|biggest|best|greatest|highest|leading|top|first|second|third|fourth|fifth|\d(?:st|nd|rd|th)|(?:最大|第[一二三四五\d])的?)\s*$/i;
  if (!ranked.test(before) && !isWholeSubject(words, at, { start: 0, end: words.length })) return false;
  const after = words.slice(at.end);
  if (/^\p{Script=Han}/u.test(after)) return hanAfter.test(after);
  const next = /^\s+([\p{L}&]+)/u.exec(after)?.[1];
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
