import { daysInMonth } from '../language/calendar.js';

/** A day, month, quarter or year, in as many parts as the text gives. */
export interface Moment {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly quarter?: number;
  /** First and last month of a part of a year that is none of these: a half, the first ten months. */
  readonly months?: readonly [number, number];
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Whether the calendar has it. */
export function exists({ year, month, day, quarter, months }: Moment): boolean {
  if (year !== undefined && (year < 1000 || year > 2999)) return false;
  if (quarter !== undefined && (quarter < 1 || quarter > 4)) return false;
  if (month !== undefined && (month < 1 || month > 12)) return false;
  if (months !== undefined && months[1] > 12) return false;
  return day === undefined || (day >= 1 && day <= daysInMonth(month ?? 1, year));
}

/** As pack format 1 writes it: `2022-07`; `--09-25` without a year, `---25` for a bare day. */
export function formatMoment(moment: Moment): string {
  const { year, month, day, quarter, months } = moment;
  if (months !== undefined) {
    const [first, last] = months;
    return year === undefined ? `--${two(first)}/--${two(last)}` : `${year}-${two(first)}/${year}-${two(last)}`;
  }
  if (day !== undefined && month === undefined) return `---${two(day)}`;
  const head = year === undefined ? '-' : String(year);
  if (quarter !== undefined) return `${head}-Q${quarter}`;
  if (month === undefined) return String(year);
  return day === undefined ? `${head}-${two(month)}` : `${head}-${two(month)}-${two(day)}`;
}

function firstMonth({ month, quarter, months }: Moment): number | undefined {
  return month ?? months?.[0] ?? (quarter === undefined ? undefined : quarter * 3 - 2);
}

function lastMonth({ month, quarter, months }: Moment): number | undefined {
  return month ?? months?.[1] ?? (quarter === undefined ? undefined : quarter * 3);
}

/** Both ends of a stretch, each with the parts that only the other names. */
export function ends(from: Moment, to: Moment): readonly [Moment, Moment] {
  const year = from.year ?? to.year;
  const month = from.month ?? (from.day === undefined ? undefined : to.month);
  const start: Moment = { ...from, ...(year === undefined ? {} : { year }), ...(month === undefined ? {} : { month }) };
  const endYear = to.year ?? from.year;
  const endMonth = to.month ?? (to.day === undefined ? undefined : start.month);
  const end: Moment = {
    ...to,
    ...(endYear === undefined ? {} : { year: endYear }),
    ...(endMonth === undefined ? {} : { month: endMonth }),
  };
  return [start, end];
}

function firstDay(moment: Moment): Moment | undefined {
  if (moment.day !== undefined) return moment;
  return moment.year === undefined ? undefined : { year: moment.year, month: firstMonth(moment) ?? 1, day: 1 };
}

function lastDay(moment: Moment): Moment | undefined {
  if (moment.day !== undefined) return moment;
  if (moment.year === undefined) return undefined;
  const month = lastMonth(moment) ?? 12;
  return { year: moment.year, month, day: daysInMonth(month, moment.year) };
}

/** The stretch from one moment to another; undefined if it runs backwards or one of them does not exist. */
export function formatRange(from: Moment, to: Moment): string | undefined {
  const [start, end] = ends(from, to);
  if (!exists(start) || !exists(end)) return undefined;
  // Nov–Feb 2017
  if (
    from.year === undefined &&
    to.year !== undefined &&
    from.day === undefined &&
    (firstMonth(from) ?? 0) > (lastMonth(to) ?? 12)
  )
    return formatRange({ ...from, year: to.year - 1 }, to);
  if ((start.day === undefined) !== (end.day === undefined)) {
    const [first, last] = [firstDay(start), lastDay(end)];
    return first === undefined || last === undefined || start.year === undefined ? undefined : formatRange(first, last);
  }
  const key = (moment: Moment): number =>
    (moment.year ?? 0) * 10000 + (firstMonth(moment) ?? 0) * 100 + (moment.day ?? 0);
  if (key(start) >= key(end)) return undefined;
  if (start.day !== undefined) return `${formatMoment(start)}/${formatMoment(end)}`;
  const first = firstMonth(start);
  const last = lastMonth(end);
  if (first === undefined && last === undefined) return `${start.year}/${end.year}`;
  // From 2015 to May 2018.
  if (first === undefined || last === undefined)
    return start.year === undefined || end.year === undefined
      ? undefined
      : formatRange({ year: start.year, month: first ?? 1 }, { year: end.year, month: last ?? 12 });
  const a: Moment = { ...(start.year === undefined ? {} : { year: start.year }), month: first };
  const b: Moment = { ...(end.year === undefined ? {} : { year: end.year }), month: last };
  return `${formatMoment(a)}/${formatMoment(b)}`;
}

/** Whether it is a part of a year rather than a year or a day. */
export function isPartial(moment: Moment): boolean {
  return (
    moment.day === undefined &&
    (moment.month !== undefined || moment.quarter !== undefined || moment.months !== undefined)
  );
}

/** Whether four digits may be a year of a report. */
export function isYearLike(text: string): boolean {
  return /^(?:1[5-9]|20)\d\d$/.test(text);
}
