import { endOfPeriod } from '../language/calendar.js';

/** First and last day of a stretch of time, as ISO 8601. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

/** The days of a period as packs write it, `2023-09-22/2023-09-23`; undefined for one that has no such bounds. */
export function daysOfPeriod(period: string): Days | undefined {
  const [from = '', to = from] = period.split('/');
  const first = firstDay(from);
  const last = endOfPeriod(to);
  return first === undefined || last === undefined ? undefined : { first, last };
}

function firstDay(period: string): string | undefined {
  if (/^\d{4}-\d\d-\d\d$/.test(period)) return period;
  if (/^\d{4}-\d\d$/.test(period)) return `${period}-01`;
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period);
  if (quarter !== null) return `${quarter[1]}-${String(Number(quarter[2]) * 3 - 2).padStart(2, '0')}-01`;
  return /^\d{4}$/.test(period) ? `${period}-01-01` : undefined;
}

/** A period as read in a text, with a year where it has none: `--09-25` of 2023 is `2023-09-25`. */
export function inYear(period: string, year: string): string {
  return period
    .split('/')
    .map((part) => part.replace(/^--(?=\d\d|Q)/, `${year}-`))
    .join('/');
}

/** A day of no month: "the 25th". */
export function isBareDay(period: string): boolean {
  return period.startsWith('---');
}

/** Whether a period as read names a month. */
export function namesMonth(period: string): boolean {
  return /^(?:\d{4}|-)-\d\d/.test(period);
}

/** Whether a date as written may be a recorded one: a part of it or, where neither is to the day, what holds it. */
export function mayBe(written: Days, recorded: Days, isToTheDay: boolean): boolean {
  const holds = (a: Days, b: Days) => a.first <= b.first && b.last <= a.last;
  return holds(recorded, written) || (!isToTheDay && holds(written, recorded));
}

const months = 'January February March April May June July August September October November December'.split(' ');

/** A recorded period in the style and to the precision of a date that stands in a text. */
export function writtenLike(found: string, recorded: string): string | undefined {
  const days = daysOfPeriod(recorded);
  if (days === undefined) return undefined;
  const [year, month, day] = partsOf(days.first);
  const [lastYear, lastMonth, lastDay] = partsOf(days.last);
  const hasDays = /\d{4}-\d\d-\d\d/.test(recorded);
  const oneMonth = year === lastYear && month === lastMonth;
  if (/^\d{4}-\d\d-\d\d$/.test(found)) return hasDays && days.first === days.last ? days.first : undefined;
  if (/\d{4}[-/.]\d/.test(found)) return undefined;
  const hasYear = /\d{4}/.test(found);
  const isHan = /[年月日]/.test(found);
  const namesDay = isHan ? /[日号]/.test(found) : /\b\d{1,2}(?:st|nd|rd|th)?\b(?!\d)/.test(found.replace(/\d{4}/g, ''));
  const namesAMonth = isHan ? found.includes('月') : /\p{L}{3}/u.test(found);
  if (!namesAMonth && !namesDay) return String(year);
  if (isHan) {
    const head = hasYear ? `${year}年` : '';
    if (!namesDay || !hasDays) return `${head}${month}月`;
    if (days.first === days.last) return `${head}${month}月${day}日`;
    return `${head}${month}月${day}日至${oneMonth ? '' : `${lastMonth}月`}${lastDay}日`;
  }
  const name = (of: number) => months[of - 1] as string;
  if (!namesDay || !hasDays) return hasYear ? `${name(month)} ${year}` : name(month);
  const monthFirst = /^\p{L}/u.test(found);
  const one = days.first === days.last;
  if (!oneMonth) return undefined;
  const range = one ? `${day}` : `${day}${/\d\s+to\s+\d/.test(found) ? ' to ' : '-'}${lastDay}`;
  if (monthFirst) return `${name(month)} ${range}${hasYear ? `, ${year}` : ''}`;
  return `${range} ${name(month)}${hasYear ? ` ${year}` : ''}`;
}

function partsOf(day: string): readonly [number, number, number] {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return [year, month, date];
}
