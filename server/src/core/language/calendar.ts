/** The last day of a period as packs write periods: `2022-12-31` for `2022`; undefined for one without an end. */
export function endOfPeriod(period: string): string | undefined {
  const last = period.split('/').at(-1) as string;
  if (/^\d{4}-\d\d-\d\d$/.test(last)) return last;
  const month = /^(\d{4})-(\d\d)$/.exec(last);
  if (month !== null) return lastDay(Number(month[1]), Number(month[2]));
  const quarter = /^(\d{4})-Q([1-4])$/.exec(last);
  if (quarter !== null) return lastDay(Number(quarter[1]), Number(quarter[2]) * 3);
  if (/^\d{4}$/.test(last)) return `${last}-12-31`;
  return undefined;
}

function lastDay(year: number, month: number): string | undefined {
  const days = daysInMonth(month, year);
  return days === 0 ? undefined : `${year}-${String(month).padStart(2, '0')}-${days}`;
}

/** How many days a month from 1 to 12 has, 0 for any other; February has 29 where nothing says in which year. */
export function daysInMonth(month: number, year = 2000): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** A day so much later, to the month: `P18M`, `P1Y`, `P90D`. Days are taken as they come, weeks as seven; the last is 9999-12-31. */
export function addDuration(day: string, duration: string): string | undefined {
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(duration);
  const [year, month, date] = day.split('-').map(Number);
  if (match === null || year === undefined || month === undefined || date === undefined) return undefined;
  const months = Number(match[1] ?? 0) * 12 + Number(match[2] ?? 0) + month - 1;
  const days = Number(match[3] ?? 0) * 7 + Number(match[4] ?? 0);
  const shifted = new Date(Date.UTC(year + Math.floor(months / 12), months % 12, Math.min(date, 28) + days));
  return Number.isNaN(shifted.getTime()) || shifted.getUTCFullYear() > 9999
    ? '9999-12-31'
    : shifted.toISOString().slice(0, 10);
}

/** The first day of a period as packs write periods: `2022-01-01` for `2022`; undefined for a fiscal year. */
export function startOfPeriod(period: string): string | undefined {
  if (/^\d{4}\/\d\d$/.test(period)) return undefined;
  const [first] = period.split('/') as [string];
  if (/^\d{4}-\d\d-\d\d$/.test(first)) return first;
  if (/^\d{4}-\d\d$/.test(first)) return `${first}-01`;
  const quarter = /^(\d{4})-Q([1-4])$/.exec(first);
  if (quarter !== null) return `${quarter[1]}-${String(Number(quarter[2]) * 3 - 2).padStart(2, '0')}-01`;
  if (/^\d{4}$/.test(first)) return `${first}-01-01`;
  return undefined;
}

/** The day of the week of a day such as `2023-09-27`: 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return ((new Date(Date.UTC(year, month - 1, date)).getUTCDay() + 6) % 7) + 1;
}
