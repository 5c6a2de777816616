import type { Span } from './span.js';

/** Of items in the order of their starts, those that start in a span; found by halves, for there may be thousands. */
export function startingIn<T>(items: readonly T[], startOf: (item: T) => number, span: Span): readonly T[] {
  const first = lowerBound(items, startOf, span.start);
  return items.slice(first, lowerBound(items, startOf, span.end, first));
}

/** Of items whose spans are in order, none in another, those that have a part in a span. */
export function overlapping<T>(items: readonly T[], spanOf: (item: T) => Span, { start, end }: Span): readonly T[] {
  const first = lowerBound(items, (item) => spanOf(item).end, start + 1);
  return items.slice(
    first,
    lowerBound(items, (item) => spanOf(item).start, end, first),
  );
}

/** Of spans in order, none in another, the index of the one that holds an offset; -1 where none does. */
export function indexHolding(spans: readonly Span[], offset: number): number {
  return indexOfHolder(spans, (span) => span, offset);
}

/** The same of items that have a span each. */
export function itemHolding<T extends { readonly span: Span }>(items: readonly T[], offset: number): T | undefined {
  return items[indexOfHolder(items, ({ span }) => span, offset)];
}

function indexOfHolder<T>(items: readonly T[], spanOf: (item: T) => Span, offset: number): number {
  const index = lastStartingBy(items, (item) => spanOf(item).start, offset);
  const found = items[index];
  return found !== undefined && offset < spanOf(found).end ? index : -1;
}

/** The index of the last item that starts at or before an offset; -1 where none does. */
export function lastStartingBy<T>(items: readonly T[], startOf: (item: T) => number, offset: number): number {
  return lowerBound(items, startOf, offset + 1) - 1;
}

/** Of items in the order of their starts, the index of the first that starts at an offset or behind it. */
export function lowerBound<T>(items: readonly T[], startOf: (item: T) => number, offset: number, from = 0): number {
  let low = from;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(items[middle] as T) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
