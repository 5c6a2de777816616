import { type Interval, intersects, intervalOf } from '../claims/interval.js';
import { bodyOf, isInSummary } from '../claims/summary-and-body.js';
import { type JudgedClaim, readVerdicts } from '../claims/verdicts.js';
import { toSource } from '../markdown/blocks.js';
import type { Quantity } from '../quantities/index.js';
import { unitScale } from '../quantities/units.js';
import { isCitation, isQuoted, type Report } from '../report/report.js';
import { quantitiesIn, quantityOptions } from '../sentences/quantities-in-block.js';
import { contains, overlaps, type Span } from '../text/span.js';
import type { Rule } from './rule.js';

/** A figure in the summary of a typed report that the body does not hold, or holds with another value. */
export const summaryUnsupported: Rule<undefined> = {
  id: 'summary-unsupported',
  severity: 'warning',
  asks: true,
  reads: 'document',

  *check(report) {
    const summary = report.type === undefined ? undefined : report.sections.find(({ holds }) => holds === 'summary');
    if (summary === undefined) return;
    const blocks = report.prose.blocks.map((block, number) => ({ block, number }));
    const inSummary = blocks.filter(
      ({ block, number }) => number !== summary.heading && contains(summary.span, block.span),
    );
    const body = blocks.filter(
      ({ block, number }) =>
        block.kind !== 'heading' && !contains(summary.span, block.span) && !isCitation(report, number),
    );
    // A report that is nothing but its summary has nothing to hold it to.
    if (body.length === 0) return;
    const figures = body.flatMap(({ block, number }) =>
      quantitiesIn(report, number).quantities.map((quantity) => ({
        quantity,
        text: block.text,
        isCell: block.kind === 'cell',
      })),
    );
    const years = new Set(
      blocks
        .filter(({ block }) => !contains(summary.span, block.span))
        .flatMap(({ number }) =>
          quantitiesIn(report, number).periods.flatMap(({ period }) => period.match(/\d{4}/g) ?? []),
        ),
    );
    const told = new Map<number, JudgedClaim[]>();
    for (const judged of readVerdicts(report)) {
      if (!isInSummary(report, judged.claim.block)) continue;
      const others = told.get(judged.claim.block);
      if (others === undefined) told.set(judged.claim.block, [judged]);
      else others.push(judged);
    }
    for (const { block, number } of inSummary) {
      if (block.footnote !== undefined || block.kind !== 'paragraph') continue;
      const { quantities, periods } = quantitiesIn(report, number);
      for (const quantity of quantities) {
        if (!isFigure(quantity, block.text) || isQuoted(block, quantity.span)) continue;
        if (figures.some((figure) => supports(report, quantity, figure))) continue;
        if (isMistakenInBody(report, told.get(number) ?? [], quantity.span)) continue;
        const found = block.text.slice(quantity.span.start, quantity.span.end).replace(/\s+/g, ' ');
        const other = otherValue(quantity, figures);
        yield {
          messageId: other === undefined ? 'summary-unsupported' : 'summary-unsupported.other',
          values: { found, ...(other !== undefined && { expected: other }) },
          span: toSource(block, quantity.span),
          detail: undefined,
        };
      }
      for (const { period, span, by } of periods) {
        // The year of a target is a figure too; the day of a meeting is none.
        if (!by || !/^\d{4}$/.test(period) || years.has(period) || !isToCome(report, period)) continue;
        yield {
          messageId: 'summary-unsupported',
          values: { found: block.text.slice(span.start, span.end).replace(/\s+/g, ' ') },
          span: toSource(block, span),
          detail: undefined,
        };
      }
    }
  },
};

/** Whether the body has another value for a figure, and that is the wrong one. */
function isMistakenInBody(report: Report, told: readonly JudgedClaim[], at: Span): boolean {
  const own = told.find(({ claim }) => overlaps(claim.at, at));
  if (own?.claim.metric === undefined || own.verdict.verdict === 'wrong') return false;
  return bodyOf(report, own.claim.metric, own.claim.period).claims.some(({ verdict }) => verdict.verdict === 'wrong');
}

interface Figure {
  readonly quantity: Quantity;
  readonly text: string;
  readonly isCell: boolean;
}

function isToCome(report: Report, year: string): boolean {
  return report.date === undefined || year > report.date.slice(0, 4);
}

/** Ordinals and small numbers in words ("two meetings") are as much manner of speaking as figures. */
function isFigure({ kind, unit, value, written, span }: Quantity, text: string): boolean {
  if (kind === 'ordinal') return false;
  // The label of a note or an item: "12 See", "1)".
  if (
    kind === 'number' &&
    (text.slice(0, span.start).trim() === '' ? /^\s*\p{Lu}/u : /^[)）]/).test(text.slice(span.end, span.end + 8))
  )
    return false;
  const isInWords = !/\p{N}/u.test(text.slice(written.span.start, written.span.end));
  return !(isInWords && Math.abs(value) <= 10 && (kind === 'number' || kind === 'duration' || unit === 'times'));
}

/** Whether a figure of the body is, to its digits and hedges, the one in the summary; or a share that follows from two. */
function supports(report: Report, wanted: Quantity, { quantity, isCell }: Figure): boolean {
  const { units } = quantityOptions(report);
  const interval = intervalOf(wanted);
  const own = intervalOf(quantity);
  if (wanted.unit === quantity.unit) {
    if (intersects(interval, own)) return true;
    return wanted.kind === 'percent' && intersects(interval, times(own, -1));
  }
  if (wanted.unit !== undefined && quantity.unit !== undefined) {
    const [a, b] = [unitScale(wanted.unit, units), unitScale(quantity.unit, units)];
    return a.unit === b.unit && intersects(times(interval, a.scale), times(own, b.scale));
  }
  // In a table the unit and the scale stand in the header: 40.16 under "trillion yuan". Elsewhere a count may lack its noun.
  if (!isCell) return wanted.value === quantity.value;
  return [1, wanted.written.scale, 1e-9, 1e-6, 1e-3, 1e3, 1e4, 1e6, 1e8, 1e9, 1e12].some((scale) =>
    intersects(interval, times(own, scale)),
  );
}

function times({ low, high, lowOpen, highOpen }: Interval, factor: number): Interval {
  return factor < 0
    ? { low: high * factor, high: low * factor, lowOpen: highOpen, highOpen: lowOpen }
    : { low: low * factor, high: high * factor, lowOpen, highOpen };
}

/** What the body has for the same thing: the one figure with the same noun, or the one streak. */
function otherValue(wanted: Quantity, figures: readonly Figure[]): string | undefined {
  const same = figures.filter(
    ({ quantity }) =>
      quantity.unit === wanted.unit &&
      quantity.kind === wanted.kind &&
      ((wanted.noun !== undefined && quantity.noun === wanted.noun) || (wanted.consecutive && quantity.consecutive)),
  );
  const texts = new Set(same.map(({ quantity, text }) => textOf(text, quantity.span)));
  return texts.size === 1 ? [...texts][0] : undefined;
}

function textOf(text: string, span: Span): string {
  return text.slice(span.start, span.end).replace(/\s+/g, ' ');
}
