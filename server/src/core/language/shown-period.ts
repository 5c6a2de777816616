import { daysInMonth } from './calendar.js';

interface Day {
  readonly year: string;
  readonly month?: number;
  readonly day?: number;
}

/** A period or a date in words: "the third quarter of 2022", "22–23 September 2023", 2022年7月; others as packs write them. */
export function shownPeriod(period: string, language: string): string {
  const [, of, quarter] = /^(\d{4})-Q([1-4])$/.exec(period) ?? [];
  if (of !== undefined) return shownQuarter(of, Number(quarter), language);
  const [, begin] = /^(.+)\/\.\.$/.exec(period) ?? [];
  if (begin !== undefined) {
    const words = shownPeriod(begin, language);
    return language === 'zh' ? `${words}起` : `from ${words}`;
  }
  const [first, last] = period.split('/').map(readDate);
  if (first === undefined || (period.includes('/') && last === undefined)) return period;
  return last === undefined ? shownDate(first, language) : shownRange(first, last, language);
}

/**
 * Two days in words, never taken together as a quarter or a year: "1 July to 30 September 2022", 2022年7月1日至9月30日; "22–23
 * September" where the year is left out, as packs leave it out (`--09-22`).
 */
export function shownDays(from: string, to: string, language: string): string {
  const [first, last] = [from, to].map((day) => readDate(day.replace(/^--/, '2000-')));
  if (first === undefined || last === undefined) return from === to ? from : `${from}/${to}`;
  const words =
    from === to
      ? shownDate(first, language)
      : first.day === undefined || last.day === undefined
        ? joined(first.year === last.year, first, last, language)
        : betweenDays(first, last, language);
  return from.startsWith('--') ? words.replace(/ 2000$|2000年/g, '') : words;
}

/** The same behind a verb in English: "on 22 September 2023", "in July 2022". */
export function shownWhen(period: string, language: string): string {
  const words = shownPeriod(period, language);
  if (language === 'zh') return words;
  if (words.startsWith('from ')) return words;
  return `${/^\d{1,2}[ –]/.test(words) ? 'on' : 'in'} ${words}`;
}

function readDate(date: string): Day | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?$/.exec(date) ?? [];
  if (year === undefined) return undefined;
  return { year, ...(month && { month: Number(month) }), ...(day && { day: Number(day) }) };
}

function shownDate({ year, month, day }: Day, language: string): string {
  if (month === undefined) return language === 'zh' ? `${year}年` : year;
  if (language === 'zh') return `${year}年${month}月${day === undefined ? '' : `${day}日`}`;
  return `${day === undefined ? '' : `${day} `}${months[month - 1]} ${year}`;
}

function shownQuarter(year: string, quarter: number, language: string): string {
  if (language === 'zh') return `${year}年第${'一二三四'[quarter - 1]}季度`;
  return `the ${['first', 'second', 'third', 'fourth'][quarter - 1]} quarter of ${year}`;
}

function shownRange(first: Day, last: Day, language: string): string {
  const from = first.day === 1 ? monthOf(first) : first;
  const to = last.day === daysInMonth(last.month ?? 12, Number(last.year)) ? monthOf(last) : last;
  // Whole months, however a pack or a text writes them.
  if (from.day === undefined && to.day === undefined && from.month !== undefined && to.month !== undefined) {
    const whole = first.year === last.year ? `${from.month}-${to.month}` : '';
    const quarter = ['1-3', '4-6', '7-9', '10-12'].indexOf(whole) + 1;
    if (quarter > 0) return shownQuarter(first.year, quarter, language);
    if (whole === '1-12') return shownDate({ year: first.year }, language);
    return joined(first.year === last.year, from, to, language);
  }
  if (first.day === undefined || last.day === undefined) return joined(false, first, last, language);
  return betweenDays(first, last, language);
}

function betweenDays(first: Day, last: Day, language: string): string {
  const isOneMonth = first.year === last.year && first.month === last.month;
  if (language !== 'zh' && isOneMonth) return `${first.day}–${shownDate(last, language)}`;
  return joined(first.year === last.year, first, last, language, isOneMonth);
}

function monthOf({ day: _, ...month }: Day): Day {
  return month;
}

/** "July to September 2022", 2022年7月至9月: what both ends share is said once. */
function joined(sameYear: boolean, first: Day, last: Day, language: string, sameMonth = false): string {
  const [from, to] = [shownDate(first, language), shownDate(last, language)];
  if (language === 'zh') {
    const rest = sameMonth ? to.replace(/^.*月/, '') : sameYear ? to.slice(`${last.year}年`.length) : to;
    return `${from}至${rest}`;
  }
  return `${sameYear ? from.slice(0, -` ${first.year}`.length) : from} to ${to}`;
}

const months = 'January February March April May June July August September October November December'.split(' ');
