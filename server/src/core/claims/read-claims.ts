import { toSource } from '../markdown/blocks.js';
import { sectionsAround } from '../markdown/sections.js';
import type { Period, Quantity } from '../quantities/index.js';
import { mentionsIn } from '../report/mentions-in.js';
import { blockOf, isCitation, isQuoted, type Mention, type Report } from '../report/report.js';
import { blankOut } from '../text/blank-out.js';
import { contains, overlaps, type Span } from '../text/span.js';
import type { EntryKind, EntryOf } from '../vocabulary/model.js';
import { isAsserted } from './assertion.js';
import { quantitiesIn, readSentences, unitTable } from './block-quantities.js';
import type { Claim } from './claim.js';
import { isCompatible } from './compatible.js';
import { inUnitOf } from './conversion.js';
import { type Interval, intervalOf, type WrittenNumber } from './interval.js';
import { labelsIn } from './labels.js';
import { changeLink, isLink, withoutInsertion } from './linking.js';
import { readTableClaims } from './read-table-claims.js';
import { isWithin, namesUnknownPlace, regionsIn, withoutPlaces } from './regions.js';
import { isSamePeriod } from './same-period.js';
import { isWholeSubject } from './subject.js';

/** Why a mention of a metric, or a number beside it, was left unbound. */
export interface Unbound {
  readonly block: number;
  readonly at: Span;
  readonly metric: EntryOf<'metrics'>;
  readonly reason:
    | 'not-asserted'
    | 'other-subject'
    | 'other-region'
    | 'no-link'
    | 'ambiguous-period'
    | 'partial-period';
}

export interface ClaimReading {
  readonly claims: readonly Claim[];
  readonly unbound: readonly Unbound[];
}

const readings = new WeakMap<Report, ClaimReading>();

/** The claims of a report: metrics bound to quantities, periods and regions. Where a binding is in doubt there is none. */
export function readClaims(report: Report): ClaimReading {
  let reading = readings.get(report);
  if (reading === undefined) {
    reading = bind(report);
    readings.set(report, reading);
  }
  return reading;
}

function bind(report: Report): ClaimReading {
  const claims: Claim[] = [];
  const unbound: Unbound[] = [];
  if (report.vocabulary.languages.has(report.language)) {
    const byBlock = new Map<number, Mention[]>();
    for (const mention of report.mentions) {
      const group = byBlock.get(mention.block);
      if (group === undefined) byBlock.set(mention.block, [mention]);
      else group.push(mention);
    }
    for (const [index, mentions] of byBlock) {
      const block = report.prose.blocks[index];
      if (block === undefined || block.kind !== 'paragraph' || block.quoted || isCitation(report, index)) continue;
      if (!mentions.some(({ entry }) => entry.kind === 'metrics')) continue;
      bindBlock(report, index, mentions, claims, unbound);
    }
    claims.push(...readTableClaims(report));
  }
  return { claims: claims.sort((a, b) => a.span.start - b.span.start), unbound };
}

function bindBlock(
  report: Report,
  index: number,
  mentions: readonly Mention[],
  claims: Claim[],
  unbound: Unbound[],
): void {
  const block = report.prose.blocks[index];
  if (block === undefined) return;
  const sentences = readSentences(report, index);
  let next = 0;
  const firstDated = sentences.findIndex(({ periods }) => periods.length > 0);
  for (const [number, { span: sentence, quantities, periods }] of sentences.entries()) {
    const first = next;
    while (next < mentions.length && (mentions[next]?.at.start as number) < sentence.end) next++;
    const named = mentions.slice(first, next);
    const here = named.filter(({ entry, at }) => entry.kind === 'metrics' && !isQuoted(block, at));
    if (here.length === 0 || quantities.length === 0) continue;
    const shared: SentenceContext = {
      report,
      index,
      text: block.text,
      sentence,
      quantities: shareUnits(quantities, block.text, sentence),
      periods,
      named: named.map(({ at }) => at),
      before: number > 0 ? (sentences[number - 1]?.periods ?? []) : headingPeriods(report, index),
      isDatedAround:
        number > 0 && ((firstDated >= 0 && firstDated < number) || headingPeriods(report, index).length > 0),
    };
    for (const [i, { at, ...rest }] of here.entries()) {
      const metric = rest.entry as EntryOf<'metrics'>;
      const labels = labelsIn(block.text, sentence, metric);
      // "The third plan" is a plan.
      const mention = { ...rest, at: labels.find(({ span }) => contains(span, at))?.span ?? at };
      const previous = sentences[number - 1]?.span;
      const context =
        labels.length === 0 && shared.periods.length > 0
          ? shared
          : withLabels(
              shared,
              labels,
              previous === undefined ? headingLabels(report, index, metric) : labelsIn(block.text, previous, metric),
            );
      if (metric.measure.kind === 'rank') continue;
      const refuse = (reason: Unbound['reason']) => unbound.push({ block: index, at: mention.at, metric, reason });
      const bound = quantitiesFor(context, mention, here[i + 1]);
      if (bound.length === 0) {
        if (context.quantities.length > 0) refuse('no-link');
        continue;
      }
      const words = block.text.slice(sentence.start, sentence.end);
      // The plan in the name of a document plans nothing; "did not reach 40" is a bound and no denial.
      const names = named.filter(({ entry }) => nameKinds.has(entry.kind)).map(({ at }) => at);
      const said = blankOut(words, sentence.start, [...names, ...hedgesOf(block.text, bound)]);
      if (!isAsserted(said, languageOfWords(words, mention))) {
        refuse('not-asserted');
        continue;
      }
      const region = regionState(context, mention, metric);
      if (region !== 'own') {
        refuse(region === 'other' ? 'other-region' : 'other-subject');
        continue;
      }
      for (const [position, quantity] of bound.entries()) {
        const dating = inTurn(context, bound, position) ?? periodFor(context, quantity, bound, position, mention);
        if (dating === 'ambiguous' || isLoneFiscal(context, dating, metric)) refuse('ambiguous-period');
        else claims.push(toClaim(context, mention, quantity, dating?.period));
      }
    }
  }
}

const nameKinds: ReadonlySet<EntryKind> = new Set<EntryKind>([
  'organizations',
  'people',
  'events',
  'programmes',
  'documents',
]);
/** "37.3 trillion and 40.2 trillion yuan respectively": the last of a list has the unit of all. */
function shareUnits(quantities: readonly Quantity[], text: string, { start, end }: Span): readonly Quantity[] {
  if (!/\brespectively\b|分别/.test(text.slice(start, end))) return quantities;
  const shared = [...quantities];
  for (let i = shared.length - 2; i >= 0; i--) {
    const [each, next] = [shared[i] as Quantity, shared[i + 1] as Quantity];
    if (each.kind !== 'number' || each.noun !== undefined || next.unit === undefined) continue;
    if (!/^\s*(?:,|，|、|,?\s*and|和|及|与)\s*(?:[$€£¥₹])?$/.test(text.slice(each.span.end, next.span.start))) continue;
    const scale = each.written.scale === 1 ? next.written.scale : 1;
    shared[i] = {
      ...each,
      kind: next.kind,
      unit: next.unit,
      value: each.value * scale,
      step: each.step * scale,
      roundStep: each.roundStep * scale,
      written: { ...each.written, scale: each.written.scale * scale },
      inherited: false,
    };
  }
  return shared;
}

/** FY2023 is 2022/23 to some and 2023/24 to others, where a fiscal year is not the calendar's. */
function isLoneFiscal({ report, periods }: SentenceContext, dating: Dating | undefined, metric: EntryOf<'metrics'>) {
  const begins = report.vocabulary.packs.find(({ name }) => name === metric.pack)?.fiscalYear;
  return (
    begins !== undefined &&
    begins !== '01-01' &&
    periods.some(({ fiscal, period }) => fiscal && period === dating?.period && /^\d{4}$/.test(period))
  );
}

/** The hedges of quantities, with their auxiliary verb. */
function hedgesOf(text: string, quantities: readonly Quantity[]): readonly Span[] {
  return quantities.flatMap(({ comparatorSpan: at }) => {
    if (at === undefined) return [];
    const verb = /\b(?:did|does|do|has|have|had)\s+$/i.exec(text.slice(Math.max(0, at.start - 8), at.start));
    return [{ start: at.start - (verb?.[0].length ?? 0), end: at.end }];
  });
}

interface SentenceContext {
  readonly report: Report;
  readonly index: number;
  readonly text: string;
  readonly sentence: Span;
  readonly quantities: readonly Quantity[];
  readonly periods: readonly Period[];
  /** Where the sentence names entries and records. */
  readonly named: readonly Span[];
  /** Periods of the sentence before, or of the heading. */
  readonly before: readonly Period[];
  /** An earlier sentence or the heading of a later one has a period, which may or may not be meant. */
  readonly isDatedAround: boolean;
}

/** The labels of records stand for their periods. */
function withLabels(context: SentenceContext, labels: readonly Period[], before: readonly Period[]): SentenceContext {
  const inLabel = ({ span }: { readonly span: Span }) => labels.some((label) => overlaps(label.span, span));
  return {
    ...context,
    quantities: context.quantities.filter((quantity) => !inLabel(quantity)),
    periods: [...context.periods.filter((period) => !inLabel(period)), ...labels].sort(
      (a, b) => a.span.start - b.span.start,
    ),
    named: [...context.named, ...labels.map(({ span }) => span)],
    before: [...context.before, ...before],
  };
}

/** The periods of the headings that a block stands under, the nearest that has one. */
export function headingPeriods(report: Report, index: number): readonly Period[] {
  return nearestHeading(report, index, (heading) => quantitiesIn(report, heading).periods);
}

export function headingLabels(report: Report, index: number, metric: EntryOf<'metrics'>): readonly Period[] {
  return nearestHeading(report, index, (heading) => {
    const text = report.prose.blocks[heading]?.text ?? '';
    return labelsIn(text, { start: 0, end: text.length }, metric);
  });
}

function nearestHeading(
  report: Report,
  index: number,
  read: (heading: number) => readonly Period[],
): readonly Period[] {
  const block = report.prose.blocks[index];
  if (block === undefined) return [];
  for (const { heading } of sectionsAround(report.sections, block.span)) {
    const periods = read(heading);
    if (periods.length > 0) return periods;
  }
  return [];
}

/** The quantities that a sentence says of a metric, the ends of ranges once. */
function quantitiesFor(context: SentenceContext, mention: Mention, next: Mention | undefined): readonly Quantity[] {
  const { text, quantities } = context;
  const metric = mention.entry as EntryOf<'metrics'>;
  const units = unitTable(context.report.vocabulary);
  const bound: Quantity[] = [];
  const before = quantities.findLast(({ span }) => span.end <= mention.at.start);
  // "Visitors" are counted by their own name.
  const named = before?.noun !== undefined && /^\s*$/.test(text.slice(before.span.end, mention.at.start));
  const fronted = before !== undefined && named ? { ...before, noun: undefined } : before;
  if (fronted !== undefined && isCompatible(metric, fronted, units, text) && isFronted(context, fronted, mention)) {
    bound.push(fronted);
  }
  const limit = next?.at.start ?? context.sentence.end;
  let from = mention.at.end;
  for (const quantity of quantities) {
    if (quantity.span.start < mention.at.end || quantity.span.end > limit) continue;
    const start =
      quantity.comparatorSpan === undefined
        ? quantity.span.start
        : Math.min(quantity.span.start, quantity.comparatorSpan.start);
    const link =
      bound.length > 0
        ? cut(context, from, Math.max(from, start))
        : withoutInsertion(cut(context, from, Math.max(from, start)));
    if (!isLink(link)) {
      // "Set every three months": a number put in between is none of the metric's.
      if (bound.length === 0 && !isCompatible(metric, quantity, units, text)) continue;
      break;
    }
    const raw = text.slice(from, start);
    from = Math.max(quantity.span.end, quantity.comparatorSpan?.end ?? 0);
    // In brackets stands the same in other words.
    if (/[(（][^)）]*$/.test(raw) && bound.length > 0) {
      const close = /[)）]/.exec(text.slice(from));
      if (close !== null) from += close.index + 1;
      continue;
    }
    if (quantity.direction !== undefined || changeLink.test(link.trimEnd())) continue;
    if (!isCompatible(metric, quantity, units, text)) continue;
    // The upper end of a range is read with the lower.
    if (isUpperEnd(context, quantity)) continue;
    if (quantity.inherited && quantity.rangeWith === undefined) continue;
    bound.push(quantity);
  }
  return bound;
}

/** "40 trillion yuan of …", "at £50 a year, the …", "there were 1,200 …": the value stands before its metric. */
function isFronted(context: SentenceContext, quantity: Quantity, { at, entry }: Mention): boolean {
  const { sentence } = context;
  const between = cut(context, quantity.span.end, at.start);
  const start = Math.min(quantity.span.start, quantity.comparatorSpan?.start ?? quantity.span.start);
  const lead = cut(context, sentence.start, start);
  // "Small firms delivered 5 trillion yuan of …" is a part.
  if (/^\s*(?:(?:worth\s+)?of|in)\s+(?:the\s+|its\s+)?$|^的$/i.test(between)) return unowned.test(lead);
  if (/^\s*(?:an?|per)?\s*(?:year\s*)?,\s+(?:the\s+|its\s+|their\s+)?(?:['’]s\s+)?$/i.test(between))
    return /^[\s\p{P}]*(?:.*[,;:]\s*)?at\s+$/iu.test(lead);
  return (
    (entry as EntryOf<'metrics'>).measure.kind === 'count' &&
    /^\s+$/.test(between) &&
    /(?:^|[\s,;:])there\s+(?:were|are|was|is)\s+$|^[\s\p{P}]*(?:(?:in|by|during)\s*,?\s*)?(?:(?:the\s+)?(?:country|nation|we)\s+)?(?:had|has|welcomed|received|recorded|counted|registered|saw)\s+$/iu.test(
      lead,
    )
  );
}

/** What may stand before a value that goes before its metric: nothing that could own it. */
const unowned =
  /(?:^|[,，;；:：、。—–(（]\s*)(?:(?:in|by|during|for|with|at|the|an?|its|of|and|there|were|was|is|to|from|against|than|country|nation|economy|it|had|has|have|recorded|reported|saw|reached|posted|produced|generated)\b|我国|全国|[以达超共约实现有在年月比较从由的与和]|\s)*$/i;

/** `rangeWith` counts the quantities of the block. */
function isUpperEnd({ report, index }: SentenceContext, { rangeWith, span }: Quantity): boolean {
  if (rangeWith === undefined) return false;
  const other = quantitiesIn(report, index).quantities[rangeWith];
  return other !== undefined && other.span.start < span.start;
}

/** A stretch of the text with dates, numbers and places cut out: the words that link. */
function cut(context: SentenceContext, start: number, end: number): string {
  const regions = regionsIn(context.text.slice(start, end), context.report.vocabulary).map(({ at }) => ({
    start: at.start + start,
    end: at.end + start,
  }));
  const spans = [
    ...context.periods.map(({ span }) => span),
    ...context.quantities.flatMap(({ span, comparatorSpan }) =>
      comparatorSpan === undefined ? [span] : [span, comparatorSpan],
    ),
    ...regions,
  ]
    .filter((span) => span.start >= start && span.end <= end)
    .sort((a, b) => a.start - b.start);
  let rest = '';
  let at = start;
  for (const span of spans) {
    if (span.start < at) continue;
    rest += `${context.text.slice(at, span.start)} `;
    at = span.end;
  }
  return rest + context.text.slice(at, end);
}

/** Whether a sentence speaks of the metric's own region, as a whole. */
function regionState(
  context: SentenceContext,
  mention: Mention,
  metric: EntryOf<'metrics'>,
): 'own' | 'other' | 'unclear' {
  const { report, text, sentence, index } = context;
  const own = metric.region;
  const words = text.slice(sentence.start, sentence.end);
  const local = ({ start, end }: Span) => ({ start: start - sentence.start, end: end - sentence.start });
  // "US dollars" and a metric's own words are no places.
  const taken = [mention.at, ...context.quantities.map(({ span }) => span)].map(local);
  const regions = regionsIn(words, report.vocabulary).filter(({ at }) => !taken.some((span) => overlaps(span, at)));
  // "of under 40", "In the third quarter of 2022 …": a number stays one, whatever its words, and is no subject.
  const numbers = context.quantities.flatMap(({ span, comparatorSpan }) => [span, comparatorSpan ?? span]);
  const places = regions.map(({ at }) => at);
  const masked = withoutPlaces(words, places, [...context.periods.map(({ span }) => span), ...numbers].map(local));
  if (!isWholeSubject(masked, local(mention.at), { start: 0, end: words.length })) return 'unclear';
  if (metric.measure.kind === 'amount' && metric.measure.priceBase === undefined && otherPrices.test(words))
    return 'unclear';
  if (own === undefined) return regions.length === 0 ? 'own' : 'other';
  if (report.region !== undefined && !isWithin(report.region, own)) return 'other';
  if (regions.some(({ code }) => code !== own)) return 'other';
  const named = context.named.map(local);
  if (namesUnknownPlace(words, regions, named)) return 'other';
  if (regions.length === 0 && underForeignHeading(report, index, own)) return 'other';
  return 'own';
}

/** Amounts at constant prices or by purchasing power are others. */
const otherPrices =
  /\b(?:constant|comparable|fixed|chained)\s+(?:\d{4}\s+)?(?:prices|dollars|yuan|yen|euros|pounds)\b|\bpurchasing[- ]power\b|\bPPP\b|adjusted\s+for\s+inflation|可比价|不变价|购买力平价|剔除|扣除/i;

/** Under a heading that is another place: a region that is known, or a name of one or two capitals and nothing else. */
function underForeignHeading(report: Report, index: number, own: string): boolean {
  const block = report.prose.blocks[index];
  if (block === undefined) return false;
  return sectionsAround(report.sections, block.span).some((section) => {
    if (section.role !== undefined || section.holds !== undefined) return false;
    const heading = report.prose.blocks[section.heading]?.text.trim() ?? '';
    const regions = regionsIn(heading, report.vocabulary);
    if (regions.length > 0) return regions.every(({ code }) => code !== own);
    if (section.depth === 1 || mentionsIn(report, section.heading).length > 0) return false;
    return /^\p{Lu}\p{Ll}+$/u.test(heading) && !commonHeading.test(heading);
  });
}

const commonHeading =
  /^(?:Introduction|Overview|Output|Industry|Manufacturing|Economy|Growth|Results|Figures|Data|Findings|Analysis|Discussion|Conclusion|Conclusions|Outlook|Annex|Appendix|Notes|Method|Methods|Methodology|Scope|Trade|Energy|Employment|Prices|Investment|Production|Services|Agriculture|Context|Progress|Highlights|Statistics|Indicators|Performance|Situation|Developments|Trends|Total|General)$/;

const sinceLastYear =
  /[比较]上年|同比|\byear[- ]on[- ]year\b|\b(?:on|from|than)\s+(?:a|the)\s+(?:previous\s+)?year(?:\s+(?:before|earlier))?\b/i;

interface Dating {
  readonly period: string | undefined;
}

const isWhole = ({ period }: Period) => !/s$|-year$|^-/.test(period);

/** The periods of a sentence once each; a part without a year ("in Q2") has the one of the only year that is named. */
function distinctPeriods({ text, periods }: SentenceContext): readonly Period[] {
  const years = new Set(periods.filter(isWhole).map(({ period }) => period.slice(0, 4)));
  const [year] = years;
  return (
    periods
      .map((each) =>
        years.size === 1 &&
        (/^--Q[1-4]$/.test(each.period) ||
          (/^--\d\d$/.test(each.period) &&
            /(?:\b(?:in|for|and|to)\s+|[，、和与至到年,])$/i.test(
              text.slice(Math.max(0, each.span.start - 10), each.span.start),
            )))
          ? { ...each, period: `${year}${each.period.slice(1)}` }
          : each,
      )
      .filter(isWhole)
      // "The second round, in March 2024": one period said twice.
      .filter(({ period }, i, all) => !all.slice(0, i).some((other) => isSamePeriod(other.period, period)))
  );
}

/** "In 2021 and 2022 … 37.3 and 40.2 respectively": as many periods as values go in turn. */
function inTurn(context: SentenceContext, values: readonly Quantity[], position: number): Dating | undefined {
  const { text, sentence } = context;
  const [range, ...more] = distinctPeriods(context);
  const [from, to] = values;
  // "From 2012 to 2022 it rose from 20.9 to 40.2": the ends of the one are those of the other.
  const ends = more.length === 0 ? /^(\d{4})\/(\d{4})$/.exec(range?.period ?? '') : null;
  if (ends !== null && values.length === 2 && from !== undefined && to !== undefined && isCompared(context, from)) {
    if (/(?:\bto|到|至)\s*$/.test(text.slice(from.span.end, to.comparatorSpan?.start ?? to.span.start)))
      return { period: ends[position + 1] };
  }
  if (values.length < 2 || !/\brespectively\b|分别/.test(text.slice(sentence.start, sentence.end))) return undefined;
  const periods = distinctPeriods(context);
  const [first] = values;
  const stand = (place: 'before' | 'after') =>
    periods.every(({ span }) =>
      place === 'before'
        ? span.end <= (first as Quantity).span.start
        : span.start >= (values.at(-1) as Quantity).span.end,
    );
  if (periods.length !== values.length || !(stand('before') || stand('after'))) return undefined;
  return { period: periods[position]?.period };
}

/** A value that another is held against: "up from 37.3", "against 37.3", 较…的. */
function isCompared({ text, sentence, periods }: SentenceContext, quantity: Quantity): boolean {
  const start = Math.min(quantity.span.start, quantity.comparatorSpan?.start ?? quantity.span.start);
  const date = periods.find(({ span }) => span.end <= start && /^[的\s]*$/.test(text.slice(span.end, start)));
  return /(?:\b(?:from|against|than|versus|vs\.?|(?:compared|relative)\s+(?:with|to)|surpass\w*|beat\w*|above|below)\s+(?:the\s+|an?\s+|some\s+)?|[从由比较与]|相比)$/i.test(
    text.slice(Math.max(sentence.start, (date?.span.start ?? start) - 40), date?.span.start ?? start),
  );
}

const yearBefore =
  /^[\s,，(（]*(?:(?:in|for|during|of)\s+)?(?:(?:the|a|one)\s+)?(?:(?:previous|prior|preceding)\s+(?:(?:fiscal|financial|calendar)\s+)?year|(?:(?:fiscal|financial)\s+)?year\s+(?:before|earlier|previously|ago))\b/i;
const otherBefore =
  /^[\s,，(（]*(?:(?:in|for|during|of|at)\s+)?(?:(?:the|a|an|one|two|three|five|ten|\d+)\s+)?(?:(?:previous|prior|preceding|same|last)\s+\p{L}+|\p{L}+\s+(?:before|earlier|previously|ago)|before|earlier|previously)\b/iu;
const hanBefore = /(?:上年|上一年|前一年|上一?财年|上年度)(?:同期|末|底)?的?(?:为|是|达)?$/;
const hanOther = /(?:同期|上季度?|上一季度|上月|前一?轮|此前|之前|年前|十年前|原来|最初)的?(?:为|是|达)?$/;

const yearAfter =
  /^[\s,，(（]*(?:(?:in|for|during|of)\s+)?(?:(?:the|a|one)\s+)?(?:(?:following|next)\s+(?:(?:fiscal|financial)\s+)?year|year\s+(?:later|after(?:wards)?|on))\b/i;
const hanNext = /(?:次年|翌年|下一年|第二年)的?(?:为|是|达|升至|增至|降至)?$/;

/** A value "a year earlier" or 上年 is of the year before; one "in the round before" of nothing that is sure. */
function relativeDating(context: SentenceContext, quantity: Quantity): Dating | 'ambiguous' | undefined {
  const { text, sentence, periods } = context;
  const start = Math.min(quantity.span.start, quantity.comparatorSpan?.start ?? quantity.span.start);
  const after = text.slice(quantity.span.end, quantity.span.end + 60);
  const before = text.slice(Math.max(sentence.start, start - 12), start);
  const year =
    yearBefore.test(after) ||
    hanBefore.test(before) ||
    /\b(?:the\s+(?:previous|prior|preceding)\s+year(?:['’]s)?|the\s+year\s+before(?:['’]s)?)\s+$/i.test(
      text.slice(Math.max(sentence.start, start - 40), start),
    );
  const next = !year && (yearAfter.test(after) || hanNext.test(before));
  if (!year && !next) return otherBefore.test(after) || hanOther.test(before) ? 'ambiguous' : undefined;
  const named = periods.filter(
    ({ period, span }) => /^\d{4}(?:\/\d\d)?$/.test(period) && !/^上/.test(text.slice(span.start, span.end)),
  );
  const [base] = named;
  // 上年 alone is the year before the report's.
  if (base === undefined) return hanBefore.test(before) ? undefined : 'ambiguous';
  if (named.some(({ period }) => period !== base.period)) return 'ambiguous';
  const told = Number(base.period.slice(0, 4)) + (next ? 1 : -1);
  return { period: base.period.length === 4 ? String(told) : `${told}/${String(told + 1).slice(2)}` };
}

/** The period of a quantity: attached to it, else the only one of the sentence, of the one before, of the heading. */
function periodFor(
  context: SentenceContext,
  quantity: Quantity,
  values: readonly Quantity[],
  position: number,
  mention: Mention,
): Dating | 'ambiguous' | undefined {
  const { text, periods } = context;
  const nextValue = values[position + 1];
  const relative = relativeDating(context, quantity);
  if (relative !== undefined) return relative;
  const compared = isCompared(context, quantity);
  const others = values.filter((other) => other !== quantity && !isCompared(context, other)).length;
  const alone = !compared && others === 0;
  const distinct = distinctPeriods(context);
  // Beside a year, a day is that of publication: "data of 28 February 2023 show that in 2022 …".
  const wider = distinct.filter(({ period }) => !/^\d{4}-\d\d-\d\d$/.test(period));
  const usable = wider.length > 0 ? wider : distinct;
  const after = usable.find(({ span }) => {
    if (span.start < quantity.span.end || (nextValue !== undefined && span.end > nextValue.span.start)) return false;
    const link = text.slice(quantity.span.end, span.start);
    // "47元，第六轮为50元": past a comma, a period with more behind it is that of the clause it begins.
    if (/[,，]/.test(link) && !/^\s*(?:[,，;；.。)）]|$)/.test(text.slice(span.end, context.sentence.end)))
      return false;
    return /^[以上下左右余多\s]*[(（,，]?\s*(?:in|for|during|of|as\s+of|by|at\s+the\s+end\s+of|over)?\s*(?:the\s+)?(?:year\s+)?$/i.test(
      link,
    );
  });
  const before = usable.findLast(
    ({ span }) =>
      span.end <= quantity.span.start &&
      span.start >= mention.at.end &&
      !context.quantities.some(
        (other) => other !== quantity && other.span.start >= span.end && other.span.end <= quantity.span.start,
      ),
  );
  if (after !== undefined && (values.length > 1 || usable.length > 1)) return { period: after.period };
  if (before !== undefined && values.length > 1) return { period: before.period };
  if (compared && (before !== undefined || after !== undefined)) return { period: (before ?? after)?.period };
  if (usable.length === 1) return alone ? { period: usable[0]?.period } : 'ambiguous';
  if (usable.length > 1) {
    if (after !== undefined) return { period: after.period };
    if (before !== undefined) return { period: before.period };
    const leading = usable.filter(({ span }) => span.end <= mention.at.start);
    return leading.length === 1 && alone ? { period: leading[0]?.period } : 'ambiguous';
  }
  if (periods.length > 0) return 'ambiguous';
  const earlier = context.before.filter(isWhole);
  if (earlier.length === 1 && alone) return { period: earlier[0]?.period };
  if (context.before.length > 0 || context.isDatedAround) return 'ambiguous';
  // A comparison with the year before tells that the report's own period is meant.
  return sinceLastYear.test(text.slice(context.sentence.start, context.sentence.end))
    ? 'ambiguous'
    : { period: undefined };
}

function toClaim(context: SentenceContext, mention: Mention, quantity: Quantity, period: string | undefined): Claim {
  const { report, index, sentence } = context;
  const block = blockOf(report, mention);
  const upper =
    quantity.rangeWith === undefined ? undefined : quantitiesIn(report, index).quantities[quantity.rangeWith];
  const at = { start: quantity.span.start, end: Math.max(quantity.span.end, upper?.span.end ?? 0) };
  const metric = mention.entry as EntryOf<'metrics'>;
  const units = unitTable(report.vocabulary);
  const own = inUnitOf(metric, quantity, units);
  return {
    metric,
    subject: mention.entry.fullName,
    block: index,
    at,
    span: toSource(block, at),
    sentence,
    quantity,
    value: own.value,
    unit: own.unit,
    interval: upper === undefined ? intervalOf(own) : rangeOf(own, inUnitOf(metric, upper, units)),
    factor: own.factor,
    period,
    inTable: false,
    step: own.step,
    roundStep: own.roundStep,
    language: languageOfWords(block.text.slice(sentence.start, sentence.end), mention),
  };
}

function rangeOf(lower: WrittenNumber, upper: WrittenNumber): Interval {
  const { low, lowOpen } = intervalOf({ ...lower, comparator: undefined });
  const { high, highOpen } = intervalOf({ ...upper, comparator: undefined });
  return { low, high, lowOpen, highOpen };
}

/** The language of a sentence: "GDP" in a Chinese one is told of in Chinese. */
function languageOfWords(words: string, { form }: Mention): string {
  const han = words.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = words.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return han * 4 > latin ? 'zh' : form.language;
}
