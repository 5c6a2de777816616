import type { Span } from '../text/span.js';

/** Numbers that do not follow from one another. */
export interface Miscalculation {
  readonly kind: 'growth' | 'difference' | 'share' | 'sum' | 'ratio' | 'points' | 'doublings' | 'times';
  readonly block: number;
  /** The number that does not follow, and the scale of its digits. */
  readonly span: Span;
  readonly scale: number;
  readonly decimals: number;
  /** What follows instead, and the numbers that it follows from, as written. */
  readonly expected: number;
  readonly from: readonly string[];
}
