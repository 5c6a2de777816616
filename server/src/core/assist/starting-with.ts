import { lowerBound } from '../text/ordered-spans.js';

/** What begins with a key that is not empty, of things sorted by their keys. */
export function* startingWith<T extends { readonly key: string }>(sorted: readonly T[], key: string): Iterable<T> {
  if (key.trim() === '') return;
  for (let i = lowerBound(sorted, (each) => (each.key < key ? 0 : 1), 1); i < sorted.length; i++) {
    const each = sorted[i] as T;
    if (!each.key.startsWith(key)) return;
    yield each;
  }
}
