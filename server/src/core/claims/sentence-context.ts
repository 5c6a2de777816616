import type { Period, Quantity } from '../quantities/index.js';
import type { Report } from '../report/report.js';
import type { LeadingPlace } from '../sentences/place-roles.js';
import type { RegionMention } from '../sentences/regions.js';
import type { Sentence } from '../sentences/sentence.js';
import { surroundingsOf } from '../sentences/surroundings.js';
import { overlaps, type Span } from '../text/span.js';
import type { EntryKind, EntryOf } from '../vocabulary/model.js';
import { labelsIn } from './labels.js';

/** A name in a sentence; without a kind a record's label. */
export interface Named extends Span {
  readonly kind?: EntryKind;
}

/** A sentence that names metrics, with what its claims are read from. */
export interface SentenceContext {
  readonly report: Report;
  readonly index: number;
  readonly text: string;
  readonly sentence: Span;
  /** The sentence's own. */
  readonly language: string;
  readonly quantities: readonly Quantity[];
  readonly periods: readonly Period[];
  readonly places: readonly RegionMention[];
  /** The place that the sentences before are about. */
  readonly about: LeadingPlace | undefined;
  /** Where the sentence names entries, of which kind, and labels of records. */
  readonly named: readonly Named[];
  /** The periods that the text before is about: those of the last sentence that has any, else of the heading. */
  readonly before: readonly Period[];
  /** They are a sentence's or the whole report's, and not a heading's. */
  readonly isBeforeInText?: boolean;
}

const alone = new WeakMap<Sentence, SentenceContext>();

/** A sentence by itself, with what it holds and nothing of what stands around it. `index` is that of its block. */
export function contextOf(report: Report, own: Sentence, index: number): SentenceContext {
  const known = alone.get(own);
  if (known?.report === report && known.index === index) return known;
  const context: SentenceContext = {
    report,
    index,
    text: own.block.text,
    sentence: own.span,
    language: own.language,
    quantities: own.quantities,
    periods: own.periods,
    places: own.places,
    about: undefined,
    named: own.mentions.map(({ at, entry: { kind } }) => ({ ...at, kind })),
    before: [],
  };
  alone.set(own, context);
  return context;
}

/** The labels of records stand for their periods. */
export function withLabels(
  context: SentenceContext,
  labels: readonly Period[],
  before: readonly Period[],
): SentenceContext {
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

/** The labels of a metric's records in the nearest heading over a block that has one. */
export function headingLabels(report: Report, index: number, metric: EntryOf<'metrics'>): readonly Period[] {
  for (const { block } of surroundingsOf(report, index).headings()) {
    const labels = labelsIn(block.text, { start: 0, end: block.text.length }, metric);
    if (labels.length > 0) return labels;
  }
  return [];
}

/** A stretch of the text with dates, numbers and places cut out: the words that link. */
export function cut(context: SentenceContext, start: number, end: number): string {
  const spans = [
    ...context.periods.map(({ span }) => span),
    ...context.quantities.flatMap(({ span, comparatorSpan }) =>
      comparatorSpan === undefined ? [span] : [span, comparatorSpan],
    ),
    ...context.places.map(({ at }) => at),
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
