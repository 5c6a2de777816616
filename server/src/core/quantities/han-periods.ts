import type { Context } from './context.js';
import { type DateReading, resolveYear } from './date-reading.js';
import type { Moment } from './dates.js';
import { hanDigit, isHanDigit, isHanNumeral, positionalDigits, readHanNumeral } from './han-numerals.js';
import type { Token } from './lex.js';
import { Phrases } from './phrases.js';
import { hanCharacters } from './tables/chinese-numerals.js';

/** 年度 alone is the calendar's year, unless two years stand before it. */
const fiscalWords = new Phrases<'year' | 'pair'>(
  [
    ['财年', 'year'],
    ['财政年度', 'year'],
    ['会计年度', 'year'],
    ['年度', 'pair'],
    ['学年', 'pair'],
    ['学年度', 'pair'],
  ],
  (phrase) => [...phrase],
);

const never = (): boolean => false;

/** A plain whole number in digits or Han numerals, up to `most`. */
function whole(
  tokens: readonly Token[],
  index: number,
  most: number,
): { readonly value: number; readonly next: number } | undefined {
  const token = tokens[index];
  if (token === undefined) return undefined;
  if (token.kind === 'number') {
    if (token.grouped || !/^\d{1,2}$/.test(token.text)) return undefined;
    const value = Number(token.text);
    return value <= most ? { value, next: index + 1 } : undefined;
  }
  if (token.kind !== 'han' || !isHanNumeral(token.text)) return undefined;
  const found = readHanNumeral(tokens, index, never, false);
  if (found?.numeral === undefined || found.numeral.power !== 0) return undefined;
  const value = Number(found.numeral.digits);
  return Number.isInteger(value) && value <= most ? { value, next: found.next } : undefined;
}

function yearNumber(
  tokens: readonly Token[],
  index: number,
): { readonly year: number; readonly next: number } | undefined {
  const token = tokens[index];
  if (token === undefined) return undefined;
  if (token.kind === 'number') {
    return !token.grouped && /^[12]\d{3}$/.test(token.text) ? { year: Number(token.text), next: index + 1 } : undefined;
  }
  if (token.kind !== 'han' || !isHanDigit(token.text)) return undefined;
  let run = '';
  let next = index;
  while (next < index + 5 && isHanDigit(tokens[next]?.text ?? '-')) run += tokens[next++]?.text;
  const digits = run.length === 4 ? positionalDigits(run) : undefined;
  return digits !== undefined && /^[12]/.test(digits) ? { year: Number(digits), next } : undefined;
}

const text = (tokens: readonly Token[], index: number): string => tokens[index]?.text ?? '';

/** The date that begins at token `index` in Chinese: 2023年9月25日, 一季度, 1—8月, 去年, 20世纪90年代. */
export function readHanDate(context: Context, index: number): DateReading | undefined {
  const { tokens } = context;
  const token = tokens[index];
  if (token === undefined || (token.kind !== 'number' && token.kind !== 'han')) return undefined;
  return (
    readCentury(tokens, index) ??
    readFiscalYear(tokens, index) ??
    readYear(context, index) ??
    readRelative(context, index) ??
    readPart(tokens, index, {})
  );
}

function dated(next: number, moment: Moment): DateReading {
  return { next, moment, fiscal: false };
}

/** 20世纪90年代, 上世纪90年代, 2010年代, 90年代. */
function readCentury(tokens: readonly Token[], index: number): DateReading | undefined {
  const which = text(tokens, index);
  if (which === '上' || which === '本') {
    const at = text(tokens, index + 1) === '个' ? index + 2 : index + 1;
    const decade = text(tokens, at) === '世' && text(tokens, at + 1) === '纪' ? whole(tokens, at + 2, 99) : undefined;
    if (decade === undefined || text(tokens, decade.next) !== '年' || text(tokens, decade.next + 1) !== '代')
      return undefined;
    return {
      next: decade.next + 2,
      text: `${which === '上' ? 19 : 20}${String(decade.value).padStart(2, '0')}s`,
      fiscal: false,
    };
  }
  const first = whole(tokens, index, 99);
  if (first !== undefined && text(tokens, first.next) === '世' && text(tokens, first.next + 1) === '纪') {
    const decade = whole(tokens, first.next + 2, 99);
    if (decade === undefined || text(tokens, decade.next) !== '年' || text(tokens, decade.next + 1) !== '代')
      return undefined;
    return { next: decade.next + 2, text: `${(first.value - 1) * 100 + decade.value}s`, fiscal: false };
  }
  const year = yearNumber(tokens, index);
  if (year !== undefined && text(tokens, year.next) === '年' && text(tokens, year.next + 1) === '代') {
    return { next: year.next + 2, text: `${year.year}s`, fiscal: false };
  }
  if (
    first !== undefined &&
    first.value % 10 === 0 &&
    text(tokens, first.next) === '年' &&
    text(tokens, first.next + 1) === '代'
  ) {
    return {
      next: first.next + 2,
      text: `${first.value <= 20 ? 2000 + first.value : 1900 + first.value}s`,
      fiscal: false,
    };
  }
  return undefined;
}

/** 2024财年, 2024/25财年, 2024—2025财政年度, 2024/25年度. */
function readFiscalYear(tokens: readonly Token[], index: number): DateReading | undefined {
  const found = yearNumber(tokens, index);
  if (found === undefined) return undefined;
  const mark = text(tokens, found.next) === '/' ? found.next + 1 : rangeMark(tokens, found.next);
  const second = mark === undefined ? undefined : tokens[mark]?.text;
  const end = String(found.year + 1);
  const isPair = mark !== undefined && (second === end || second === end.slice(2));
  const next = fiscalWords.at(tokens, isPair ? mark + 1 : found.next);
  if (next === undefined || (next.value === 'pair' && !isPair)) return undefined;
  return isPair
    ? { next: next.end, text: `${found.year}/${end.slice(2)}`, fiscal: true }
    : { next: next.end, moment: { year: found.year }, fiscal: true };
}

function readYear(context: Context, index: number): DateReading | undefined {
  const { tokens } = context;
  const found = yearNumber(tokens, index);
  if (found === undefined) return undefined;
  let next = found.next;
  if (text(tokens, next) !== '年') {
    // 2023上半年, 2022第三季度
    const part = readQuarter(tokens, next, { year: found.year }) ?? readHalf(tokens, next, { year: found.year });
    if (part !== undefined && tokens[index]?.kind === 'number' && tokens[next]?.kind === 'han') return part;
    if (
      /^[两三]$/.test(text(tokens, next)) &&
      text(tokens, next + 1) === '年' &&
      /^[、和与及]$/.test(text(tokens, index - 1))
    )
      return dated(next, { year: found.year });
    // 2021—2025年: the first end leaves its 年 to the second, which the range takes up.
    const join = rangeMark(tokens, next);
    const second = yearNumber(tokens, join ?? (/^[、和与及]$/.test(text(tokens, next)) ? next + 1 : tokens.length));
    // 2023、2024年, 2023、2024两年: years of a list.
    const ends = text(tokens, second?.next ?? tokens.length) + text(tokens, (second?.next ?? tokens.length) + 1);
    return /^(?:年|两年)/.test(ends) ? dated(next, { year: found.year }) : undefined;
  }
  next++;
  if (text(tokens, next) === '度' && text(tokens, next + 1) !== '电') next++;
  else if (text(tokens, next) === '期') return undefined;
  // 2023年间 is a stretch, 2007年与2009年间 ends one.
  else if (text(tokens, next) === '间' && !hanCharacters.betweenEnds.has(text(tokens, index - 1))) return undefined;
  return readPart(tokens, next, { year: found.year }) ?? dated(afterYear(tokens, next), { year: found.year });
}

/** 2020年底, 2020年末: still the year. */
function afterYear(tokens: readonly Token[], next: number): number {
  const word = text(tokens, next);
  if (word === '底' || word === '末' || word === '初') return next + 1;
  return word === '全' && text(tokens, next + 1) === '年' ? next + 2 : next;
}

export function rangeMark(tokens: readonly Token[], index: number): number | undefined {
  const mark = text(tokens, index);
  if (!/^[-–—―~−至到]$/.test(mark)) return undefined;
  return (mark === '—' || mark === '―') && text(tokens, index + 1) === mark ? index + 2 : index + 1;
}

/** What follows a year, or stands without one: a month, a day, a quarter, a half, the first months. */
function readPart(tokens: readonly Token[], index: number, base: Moment): DateReading | undefined {
  // 两月 are two months.
  if (text(tokens, index) === '两') return undefined;
  return (
    readQuarter(tokens, index, base) ??
    readHalf(tokens, index, base) ??
    readFirst(tokens, index, base) ??
    readMonth(tokens, index, base)
  );
}

/** The second of 1—8月, and of 1、2月 unless 1、 may be a label. */
function joinedTo(tokens: readonly Token[], index: number, first: { readonly value: number; readonly next: number }) {
  const range = rangeMark(tokens, first.next);
  if (range !== undefined) return whole(tokens, range, 99);
  const lists = text(tokens, first.next) === '、' && index > 0 && tokens[index]?.gap !== 'line';
  const listed = lists ? whole(tokens, first.next + 1, 99) : undefined;
  return listed?.value === first.value + 1 ? listed : undefined;
}

function isQuarter(tokens: readonly Token[], index: number): boolean {
  return text(tokens, index) === '季' && text(tokens, index + 1) === '度';
}

function readQuarter(tokens: readonly Token[], index: number, base: Moment): DateReading | undefined {
  const letter = base.year !== undefined && text(tokens, index) === 'q';
  const at = letter || text(tokens, index) === '第' ? index + 1 : index;
  // 2022年第五季度 is a quarter that does not exist; 第五季度 alone may count something.
  const most = base.year === undefined ? 4 : 99;
  const found = whole(tokens, at, most);
  if (found === undefined || found.value < 1) return undefined;
  // 2023年Q1
  if (letter) return dated(found.next, { ...base, quarter: found.value });
  if (isQuarter(tokens, found.next)) return dated(found.next + 2, { ...base, quarter: found.value });
  const second = joinedTo(tokens, index, found);
  if (second === undefined || !isQuarter(tokens, second.next) || second.value <= found.value || second.value > most)
    return undefined;
  return dated(second.next + 2, { ...base, months: [found.value * 3 - 2, second.value * 3] });
}

function readHalf(tokens: readonly Token[], index: number, base: Moment): DateReading | undefined {
  const which = text(tokens, index);
  if (text(tokens, index + 1) !== '半' || text(tokens, index + 2) !== '年') return undefined;
  // 2018年前半年; 前半年 alone may be the last half year.
  const isFirst = which === '上' || (which === '前' && base.year !== undefined);
  if (!isFirst && which !== '下' && (which !== '后' || base.year === undefined)) return undefined;
  return dated(index + 3, { ...base, months: isFirst ? [1, 6] : [7, 12] });
}

/** 前三季度, 前8个月. */
function readFirst(tokens: readonly Token[], index: number, base: Moment): DateReading | undefined {
  // 提前两个月
  if (text(tokens, index) !== '前' || /^[提以之目]$/.test(text(tokens, index - 1))) return undefined;
  const count = whole(tokens, index + 1, 12);
  if (count === undefined || count.value < 1) return undefined;
  if (isQuarter(tokens, count.next) && (count.value <= 4 || base.year !== undefined))
    return dated(count.next + 2, { ...base, months: [1, count.value * 3] });
  const at = text(tokens, count.next) === '个' ? count.next + 1 : count.next;
  if (text(tokens, at) !== '月' || (at === count.next && base.year === undefined)) return undefined;
  return dated(at + 1, { ...base, months: [1, count.value] });
}

function readMonth(tokens: readonly Token[], index: number, base: Moment): DateReading | undefined {
  const first = whole(tokens, index, 99);
  if (first === undefined) return undefined;
  if (text(tokens, first.next) === '月') {
    let next = first.next + 1;
    if (text(tokens, next) === '份') return dated(next + 1, { ...base, month: first.value });
    const day = whole(tokens, next, 99);
    const unit = day === undefined ? '' : text(tokens, day.next);
    if (day !== undefined && (unit === '日' || unit === '号'))
      return dated(day.next + 1, { ...base, month: first.value, day: day.value });
    // 9月22-23日: the range takes up the second day.
    const join = day === undefined ? undefined : rangeMark(tokens, day.next);
    const second = join === undefined ? undefined : whole(tokens, join, 99);
    if (day !== undefined && second !== undefined && hanCharacters.dayUnits.has(text(tokens, second.next))) {
      return dated(day.next, { ...base, month: first.value, day: day.value });
    }
    if (/^[底末初]$/.test(text(tokens, next))) next++;
    else if (/^[上中下]$/.test(text(tokens, next)) && text(tokens, next + 1) === '旬') next += 2;
    return dated(next, { ...base, month: first.value });
  }
  const second = joinedTo(tokens, index, first);
  if (
    second !== undefined &&
    text(tokens, second.next) === '月' &&
    first.value >= 1 &&
    second.value > first.value &&
    (second.value <= 12 || base.year !== undefined)
  ) {
    const next = text(tokens, second.next + 1) === '份' ? second.next + 2 : second.next + 1;
    // 1-8月: a stretch of months, unless a day follows and it is something else.
    return isHanNumeral(text(tokens, next)) || tokens[next]?.kind === 'number'
      ? undefined
      : dated(next, { ...base, months: [first.value, second.value] });
  }
  if (base.year !== undefined || tokens[index]?.kind !== 'number' || first.value < 1 || first.value > 31)
    return undefined;
  if (second !== undefined && text(tokens, second.next) === '日' && second.value <= 31 && second.value > first.value)
    return dated(first.next, { day: first.value });
  if (text(tokens, first.next) !== '日' || hanCharacters.behindNoDay.has(text(tokens, first.next + 1)))
    return undefined;
  // 自发布之日起30日后
  if (text(tokens, index - 1) === '起') return undefined;
  return dated(first.next + 1, { day: first.value });
}

/** The 十二日 of 一月十日到十二日. */
export function readHanDay(
  tokens: readonly Token[],
  index: number,
): { readonly day: number; readonly next: number } | undefined {
  const day = whole(tokens, index, 31);
  return day !== undefined && hanCharacters.dayUnits.has(text(tokens, day.next))
    ? { day: day.value, next: day.next + 1 }
    : undefined;
}

/** 去年, 今年上半年, 去年9月. */
function readRelative(context: Context, index: number): DateReading | undefined {
  const { tokens } = context;
  if (tokens[index]?.kind !== 'han' || (hanDigit(text(tokens, index)) ?? 0) > 0) return undefined;
  const found = context.words.relativeYears.at(tokens, index);
  // 加上一年 adds one.
  if (found === undefined || hanCharacters.beforeUp.has(text(tokens, index - 1))) return undefined;
  const year = resolveYear(found.value, context.options.reportDate);
  const base: Moment = year === undefined ? {} : { year };
  const part = readPart(tokens, found.end, base);
  // 去年9月 is a month; a bare day after 去年 is none of its.
  if (part !== undefined) return part;
  return {
    next: afterYear(tokens, found.end),
    fiscal: false,
    relative: found.value,
    ...(year === undefined ? {} : { moment: { year } }),
  };
}
