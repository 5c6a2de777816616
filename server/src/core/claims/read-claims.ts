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
import { changeLink, isLink } from './linking.js';
import { readTableClaims } from './read-table-claims.js';
import { isWithin, namesUnknownPlace, regionsIn } from './regions.js';
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
    if (here.length === 0) continue;
    const shared: SentenceContext = {
      report,
      index,
      text: block.text,
      sentence,
      quantities,
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
        labels.length === 0 && (previous === undefined || shared.periods.length > 0)
          ? shared
          : withLabels(shared, labels, previous === undefined ? [] : labelsIn(block.text, previous, metric));
      if (metric.measure.kind === 'rank') continue;
      const refuse = (reason: Unbound['reason']) => unbound.push({ block: index, at: mention.at, metric, reason });
      const bound = quantitiesFor(context, mention, here[i + 1]);
      if (bound.length === 0) {
        if (context.quantities.length > 0) refuse('no-link');
        continue;
      }
      const words = block.text.slice(sentence.start, sentence.end);
      // The plan in the name of a document plans nothing.
      const names = named.filter(({ entry }) => nameKinds.has(entry.kind)).map(({ at }) => at);
      if (!isAsserted(blankOut(words, sentence.start, names), languageOfWords(words, mention))) {
        refuse('not-asserted');
        continue;
      }
      const region = regionState(context, mention, metric);
      if (region !== 'own') {
        refuse(region === 'other' ? 'other-region' : 'other-subject');
        continue;
      }
      for (const [position, quantity] of bound.entries()) {
        const dating = periodFor(context, quantity, bound.length, bound[position + 1], mention);
        if (dating === 'ambiguous') refuse('ambiguous-period');
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
function headingPeriods(report: Report, index: number): readonly Period[] {
  const block = report.prose.blocks[index];
  if (block === undefined) return [];
  for (const { heading } of sectionsAround(report.sections, block.span)) {
    const { periods } = quantitiesIn(report, heading);
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
  if (
    before !== undefined &&
    isCompatible(metric, before, units) &&
    /^\s*(?:(?:worth\s+)?of|in)\s+(?:the\s+|its\s+)?$|^的$/i.test(cut(context, before.span.end, mention.at.start))
  ) {
    bound.push(before);
  }
  const limit = next?.at.start ?? context.sentence.end;
  let from = mention.at.end;
  for (const quantity of quantities) {
    if (quantity.span.start < mention.at.end || quantity.span.end > limit) continue;
    const start =
      quantity.comparatorSpan === undefined
        ? quantity.span.start
        : Math.min(quantity.span.start, quantity.comparatorSpan.start);
    const link = cut(context, from, Math.max(from, start));
    if (!isLink(link)) break;
    const raw = text.slice(from, start);
    from = Math.max(quantity.span.end, quantity.comparatorSpan?.end ?? 0);
    // In brackets stands the same in other words.
    if (/[(（][^)）]*$/.test(raw) && bound.length > 0) {
      const close = /[)）]/.exec(text.slice(from));
      if (close !== null) from += close.index + 1;
      continue;
    }
    if (quantity.direction !== undefined || changeLink.test(link.trimEnd())) continue;
    if (!isCompatible(metric, quantity, units)) continue;
    // The upper end of a range is read with the lower.
    if (isUpperEnd(context, quantity)) continue;
    if (quantity.inherited && quantity.rangeWith === undefined) continue;
    bound.push(quantity);
  }
  return bound;
}

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
  let masked = words;
  const mask = ({ start, end }: Span, sign: string) => {
    masked = masked.slice(0, start) + sign.repeat(end - start) + masked.slice(end);
  };
  for (const { at } of regions) mask(at, ' ');
  // "of under 40", "In the third quarter of 2022 …": a number stays one, whatever its words, and is no subject.
  const numbers = context.quantities.flatMap(({ span, comparatorSpan }) => [span, comparatorSpan ?? span]);
  for (const span of [...context.periods.map(({ span }) => span), ...numbers]) mask(local(span), '0');
  // "China's": the possessor's ending goes with it.
  masked = masked.replace(/(?<=^|\s)(?:'s|’s)(?=\s)/g, '  ');
  if (!isWholeSubject(masked, local(mention.at), { start: 0, end: words.length })) return 'unclear';
  if (own === undefined) return regions.length === 0 ? 'own' : 'other';
  if (report.region !== undefined && !isWithin(report.region, own)) return 'other';
  if (regions.some(({ code }) => code !== own)) return 'other';
  const named = context.named.map(local);
  if (namesUnknownPlace(words, regions, named)) return 'other';
  if (regions.length === 0 && underForeignHeading(report, index, own)) return 'other';
  return 'own';
}

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
    return (
      /^\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)?$/u.test(heading) &&
      /^\p{Lu}\p{Ll}+$/u.test(heading) &&
      !commonHeading.test(heading)
    );
  });
}

const commonHeading =
  /^(?:Introduction|Overview|Output|Industry|Manufacturing|Economy|Growth|Results|Figures|Data|Findings|Analysis|Discussion|Conclusion|Conclusions|Outlook|Annex|Appendix|Notes|Method|Methods|Methodology|Scope|Trade|Energy|Employment|Prices|Investment|Production|Services|Agriculture|Context|Progress|Highlights|Statistics|Indicators|Performance|Situation|Developments|Trends|Total|General)$/;

const sinceLastYear =
  /[比较]上年|同比|\byear[- ]on[- ]year\b|\b(?:on|from|than)\s+(?:a|the)\s+(?:previous\s+)?year(?:\s+(?:before|earlier))?\b/i;

interface Dating {
  readonly period: string | undefined;
}

/** The period of a quantity: attached to it, else the only one of the sentence, of the one before, of the heading. */
function periodFor(
  context: SentenceContext,
  quantity: Quantity,
  values: number,
  nextValue: Quantity | undefined,
  mention: Mention,
): Dating | 'ambiguous' | undefined {
  const { text, periods } = context;
  const dated = periods.filter(({ period }) => !/s$|-year$|^-/.test(period));
  // "The second round, in March 2024": one period said twice.
  const distinct = dated.filter(
    ({ period }, i) => !dated.slice(0, i).some((other) => isSamePeriod(other.period, period)),
  );
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
  if (after !== undefined && (values > 1 || usable.length > 1)) return { period: after.period };
  if (before !== undefined && values > 1) return { period: before.period };
  if (usable.length === 1) return values > 1 ? 'ambiguous' : { period: usable[0]?.period };
  if (usable.length > 1) {
    if (after !== undefined) return { period: after.period };
    if (before !== undefined) return { period: before.period };
    const leading = usable.filter(({ span }) => span.end <= mention.at.start);
    return leading.length === 1 ? { period: leading[0]?.period } : 'ambiguous';
  }
  if (periods.length > 0) return 'ambiguous';
  const earlier = context.before.filter(({ period }) => !/s$|-year$|^-/.test(period));
  if (earlier.length === 1 && values === 1) return { period: earlier[0]?.period };
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
