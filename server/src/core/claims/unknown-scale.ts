import type { EntryOf } from '../vocabulary/model.js';

/** Whether a share is recorded as 0.41 with no unit: 41 percent, or 0.41. Nothing is held against such a record. */
export function isOfUnknownScale({ measure: { kind, unit }, observations }: EntryOf<'metrics'>): boolean {
  if ((kind !== 'share' && kind !== 'growth') || unit !== undefined) return false;
  return observations.length > 0 && observations.every(({ value }) => Math.abs(value) <= 1);
}
