import type { Quantity } from '../quantities/index.js';
import { unitScale } from '../quantities/units.js';
import type { Report } from '../report/report.js';
import { quantityOptions } from '../sentences/quantity-options.js';
import type { Span } from '../text/span.js';
import { type Interval, intersects, intervalOf } from './interval.js';

interface Figure {
  readonly quantity: Quantity;
  readonly text: string;
  readonly isCell: boolean;
}

/** Ordinals and small numbers in words ("two meetings") are as much manner of speaking as figures. */
export function isFigure({ kind, unit, value, written, span }: Quantity, text: string): boolean {
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
export function supports(report: Report, wanted: Quantity, { quantity, isCell }: Figure): boolean {
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
export function otherValue(wanted: Quantity, figures: readonly Figure[]): string | undefined {
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
