import { endOfPeriod, startOfPeriod } from '../language/calendar.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { EntryOf } from '../vocabulary/model.js';

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

/** When the fiscal year of a metric's pack begins, as `04-01`; undefined where it is the calendar's. */
export function fiscalYearOf({ pack }: EntryOf<'metrics'>, { packs }: Vocabulary): string | undefined {
  const begins = packs.find(({ name }) => name === pack)?.fiscalYear;
  return begins === '01-01' ? undefined : begins;
}

/** A period as a metric's records have it: the year to March 2025 is `2024/25` where these are of fiscal years from April. */
export function recordedPeriod(period: string, metric: EntryOf<'metrics'>, vocabulary: Vocabulary): string {
  const [, year, first, next, last] = /^(\d{4})-(\d\d)\/(\d{4})-(\d\d)$/.exec(period) ?? [];
  if (year === undefined || fiscalYearOf(metric, vocabulary) !== `${first}-01`) return period;
  const isYear = Number(next) === Number(year) + 1 && Number(last) === Number(first) - 1;
  const fiscal = `${year}/${next?.slice(2)}`;
  return isYear && metric.observations.some((record) => record.period === fiscal) ? fiscal : period;
}
