import { sectionsAround } from '../markdown/sections.js';
import type { Period, Quantity } from '../quantities/index.js';
import type { Report } from '../report/report.js';
import { blockIntroducing } from '../sentences/introducing-block.js';
import type { LeadingPlace } from '../sentences/place-roles.js';
import { quantitiesIn, readSentences } from '../sentences/quantities-in-block.js';
import type { RegionMention } from '../sentences/regions.js';
import { overlaps, type Span } from '../text/span.js';
import type { EntryOf } from '../vocabulary/model.js';
import { labelsIn } from './labels.js';

/** A sentence that names metrics, with what its claims are read from. */
export interface SentenceContext {
  readonly report: Report;
  readonly index: number;
  readonly text: string;
  readonly sentence: Span;
  /** It is in Chinese, whatever names it has. */
  readonly isHan: boolean;
  readonly quantities: readonly Quantity[];
  readonly periods: readonly Period[];
  readonly places: readonly RegionMention[];
  /** The place that the sentences before are about. */
  readonly about: LeadingPlace | undefined;
  /** Where the sentence names entries and records. */
  readonly named: readonly Span[];
  /** Periods of the sentence before, or of the heading. */
  readonly before: readonly Period[];
  /** An earlier sentence or the heading of a later one has a period, which may or may not be meant. */
  readonly isDatedAround: boolean;
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

/** The periods of what introduces a block's list, or else of the nearest heading over it that has one. */
export function headingPeriods(report: Report, index: number): readonly Period[] {
  const introducing = blockIntroducing(report, index);
  const introduced = introducing === undefined ? [] : (readSentences(report, introducing).at(-1)?.periods ?? []);
  if (introduced.length > 0) return introduced;
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
