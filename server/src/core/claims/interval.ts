import type { Comparator, Observation } from '../vocabulary/model.js';

/** Values that a number stands for; an open end is not one of them. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

/** A number as written: its value, one unit of its last digit, and of its last digit that is not zero. */
export interface WrittenNumber {
  readonly value: number;
  readonly step: number;
  readonly roundStep: number;
  readonly comparator: Comparator | undefined;
}

/** "40" is 39.5 to 40.5; "about 40" 30 to 50; "more than 40" above 40, up to 50; "exactly 40" 40. */
export function intervalOf({ value, step, roundStep, comparator }: WrittenNumber): Interval {
  const closed = { lowOpen: false, highOpen: false };
  switch (comparator) {
    case 'above':
      return { low: value, high: value + roundStep, lowOpen: true, highOpen: false };
    case 'at-least':
      return { low: value, high: value + roundStep, ...closed };
    case 'below':
      return { low: value - roundStep, high: value, lowOpen: false, highOpen: true };
    case 'at-most':
      return { low: value - roundStep, high: value, ...closed };
    case 'about':
      return { low: value - roundStep, high: value + roundStep, ...closed };
    case 'exactly':
      return { low: value, high: value, ...closed };
    case undefined:
      return { low: value - step / 2, high: value + step / 2, ...closed };
  }
}

/** The digits of a record: those that the pack wrote, or its `precision`; trailing zeros of an integer are none. */
export function writtenRecord(record: Observation): WrittenNumber {
  const match = /^[-+]?(\d[\d_,]*)(?:\.(\d+))?(?:e([-+]?\d+))?$/i.exec(record.written.trim());
  const exponent = Number(match?.[3] ?? 0);
  const fraction = match?.[2] ?? '';
  const zeros = fraction === '' ? (/0+$/.exec((match?.[1] ?? '').replace(/[_,]/g, ''))?.[0].length ?? 0) : 0;
  const step = record.precision ?? 10 ** (exponent - fraction.length + zeros);
  return { value: record.value, step, roundStep: step, comparator: record.comparator };
}

/** Room for the errors of binary fractions, as a share of the value. */
const slack = 1e-9;

/**
 * Whether two intervals share a value. Where they only touch, as 31.35 ends both 31.3 and 31.4, they do not, unless one
 * of them is that very value.
 */
export function intersects(a: Interval, b: Interval): boolean {
  const low = Math.max(a.low, b.low);
  const high = Math.min(a.high, b.high);
  const room = Math.max(Math.abs(low), Math.abs(high)) * slack;
  if (high - low > room) return true;
  if (low - high > room) return false;
  const isPoint = (interval: Interval) => interval.high - interval.low <= room;
  const excludes = (interval: Interval) =>
    (interval.lowOpen && Math.abs(interval.low - low) <= room) ||
    (interval.highOpen && Math.abs(interval.high - low) <= room);
  return (isPoint(a) || isPoint(b)) && !excludes(a) && !excludes(b);
}
