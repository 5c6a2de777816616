import { endOfPeriod, startOfPeriod } from '../language/calendar.js';

/** Whether two periods, as packs write them, are the same days: `2025-Q2`, `2025-04/2025-06`, `2025-04-01/2025-06-30`. */
export function isSamePeriod(a: string, b: string): boolean {
  return a === b || daysOf(a) === daysOf(b);
}

/** First and last day; the period itself where it has no such days (a fiscal year, an open end). */
export function daysOf(period: string): string {
  const start = startOfPeriod(period);
  const end = endOfPeriod(period);
  return start === undefined || end === undefined ? period : `${start}/${end}`;
}
