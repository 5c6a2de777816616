import type { Span } from './span.js';

/** Of items in the order of their starts, those that start in a span; found by halves, for there may be thousands. */
export function startingIn<T>(items: readonly T[], startOf: (item: T) => number, span: Span): readonly T[] {
  const first = lowerBound(items, startOf, span.start);
  return items.slice(first, lowerBound(items, startOf, span.end, first));
}

function lowerBound<T>(items: readonly T[], startOf: (item: T) => number, offset: number, from = 0): number {
  let low = from;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(items[middle] as T) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
