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

/** Room for the errors of binary fractions, as a share of the value. */
const slack = 1e-9;

/** "40" is 39.5 to 40.5; "about 40" 30 to 50; "more than 40" above 40, up to 50; "exactly 40" 40. */
export function intervalOf({ value, step, roundStep, comparator }: WrittenNumber): Interval {
  const room = Math.abs(value) * slack;
  const closed = { lowOpen: false, highOpen: false };
  switch (comparator) {
    case 'above':
      return { low: value, high: value + roundStep + room, lowOpen: true, highOpen: false };
    case 'at-least':
      return { low: value - room, high: value + roundStep + room, ...closed };
    case 'below':
      return { low: value - roundStep - room, high: value, lowOpen: false, highOpen: true };
    case 'at-most':
      return { low: value - roundStep - room, high: value + room, ...closed };
    case 'about':
      return { low: value - roundStep - room, high: value + roundStep + room, ...closed };
    case 'exactly':
      return { low: value - room, high: value + room, ...closed };
    case undefined:
      return { low: value - step / 2 - room, high: value + step / 2 + room, ...closed };
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

export function intersects(a: Interval, b: Interval): boolean {
  const low = Math.max(a.low, b.low);
  const high = Math.min(a.high, b.high);
  if (low !== high) return low < high;
  return !(
    (a.lowOpen && a.low === low) ||
    (b.lowOpen && b.low === low) ||
    (a.highOpen && a.high === high) ||
    (b.highOpen && b.high === high)
  );
}
