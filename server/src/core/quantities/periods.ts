import type { Span } from '../text/span.js';
import { type Context, glued, isGluedToWord } from './context.js';
import type { DateReading } from './date-reading.js';
import { ends, exists, formatMoment, formatRange, isPartial, type Moment } from './dates.js';
import { rangeMark, readHanDate, readHanDay } from './han-periods.js';
import { afterDayLetters, readLatinDate } from './latin-periods.js';
import { isBaseOfShare } from './latin-years.js';
import type { Token } from './lex.js';
import type { Period } from './quantity.js';
import { stretchTo } from './stretch-to-month.js';

/** A date or stretch of time and the token after it; no period where the calendar has none, or where it only compares. */
export interface PeriodReading {
  readonly next: number;
  readonly period: Period | undefined;
  /** Where a date that the calendar does not have stands. */
  readonly impossible?: { readonly span: Span; readonly period: string } | undefined;
}

function readDate(context: Context, index: number): DateReading | undefined {
  return readHanDate(context, index) ?? readLatinDate(context, index);
}

/** The period that begins at token `index`, both ends of a range taken as one. */
export function readPeriod(context: Context, index: number): PeriodReading | undefined {
  const { tokens, words } = context;
  const bareDay = readBareDays(context, index);
  if (bareDay !== undefined) return bareDay;
  const first = readDate(context, index);
  if (first === undefined) return undefined;
  const range = readRange(context, index, first);
  if (range !== undefined) return range;
  const stretch = first.moment && stretchTo(context, { index, next: first.next }, first.moment);
  if (stretch !== undefined) {
    const { next, period } = made(context, index, first.next, stretch.period, false, first.fiscal);
    return { next, period: period && { ...period, lengthSpan: stretch.lengthSpan } };
  }
  if (
    isBaseOfShare(context, index) ||
    (first.relative !== undefined && words.comparisons.endingAt(tokens, index - 1) !== undefined)
  )
    return { next: first.next, period: undefined };
  const { moment } = first;
  if (moment !== undefined && !exists(moment)) return impossible(context, index, first.next, moment);
  const period = first.text ?? (moment === undefined ? first.relative : formatMoment(moment));
  if (period === undefined) return undefined;
  return made(context, index, first.next, period, moment !== undefined && isPartial(moment), first.fiscal);
}

/** A day of a month, or a part of a year, is a date for certain; in digits alone only in the form of one. */
function impossible(context: Context, index: number, next: number, moment: Moment): PeriodReading {
  const { tokens, text } = context;
  const start = tokens[index]?.start ?? 0;
  const end = tokens[next - 1]?.end ?? start;
  const written = text.slice(start, end);
  const after = tokens[next];
  // 2022-85-7 is a code, and so is what goes on behind or before.
  const isCode =
    /^[\d./-]+$/.test(written) &&
    (!/^(?:\d{4}([-/.])[0-3]\d\1[0-3]\d|\d\d?([-/.])\d\d?\2\d{4})$/.test(written) ||
      isGluedToWord(context, index) ||
      (glued(after) && (after.kind === 'word' || (/^[-/._]$/.test(after.text) && glued(tokens[next + 1])))));
  const isDate = Object.keys(moment).length > 1 && !isCode;
  return {
    next,
    period: undefined,
    impossible: isDate ? { span: { start, end }, period: formatMoment(moment) } : undefined,
  };
}

function made(
  context: Context,
  index: number,
  next: number,
  period: string,
  partial: boolean,
  fiscal: boolean,
): PeriodReading {
  const { tokens, words } = context;
  const start = tokens[index]?.start ?? 0;
  const end = tokens[next - 1]?.end ?? start;
  const word = words.by.endingAt(tokens, index - 1);
  // 增至2022年的40万亿元: the end of a change is no deadline.
  const ends =
    word !== undefined &&
    words.changesBefore.endingAt(tokens, word.end - 1) === undefined &&
    tokens[next]?.text !== '的';
  const by = ends || isBefore(tokens, next);
  return { next, period: { span: { start, end }, period, partial, fiscal, by } };
}

/** 2030年前, 2030年之前; not 2050年前后. */
function isBefore(tokens: readonly Token[], next: number): boolean {
  const at = /^[之以]$/.test(tokens[next]?.text ?? '') ? next + 1 : next;
  return tokens[at]?.text === '前' && !/^[后三两二四五六七八九十\d]/.test(tokens[at + 1]?.text ?? '');
}

/** The token after what joins two ends of a range. */
function joinEnd(context: Context, index: number, next: number): number | undefined {
  const { tokens, words } = context;
  const mark = rangeMark(tokens, next);
  if (mark !== undefined) return mark;
  const join = words.rangeJoins.at(tokens, next);
  if (join !== undefined) return join.end;
  const begun = words.rangeBegins.endingAt(tokens, index - 1);
  return begun === undefined ? undefined : words.rangeJoinsBegun.at(tokens, next)?.end;
}

function readRange(context: Context, index: number, first: DateReading): PeriodReading | undefined {
  if (first.moment === undefined) return undefined;
  const sure = joinEnd(context, index, first.next) ?? nextDay(context, first);
  const join = sure ?? context.words.rangeJoinsBegun.at(context.tokens, first.next)?.end;
  if (join === undefined) return undefined;
  const date = readDate(context, join);
  // 2007年与2009年间
  if (sure === undefined && context.words.rangeEnds.at(context.tokens, date?.next ?? -1) === undefined)
    return undefined;
  const second = date ?? readDayOnly(context, join, first.moment);
  if (second?.moment === undefined) return undefined;
  const period = formatRange(first.moment, second.moment);
  if (period === undefined) {
    // 9月28日至31日; the 45 of "September 28–45 people" is no day.
    const wrong =
      date === undefined && second.moment.year === undefined ? undefined : wrongEnd(first.moment, second.moment);
    return wrong && impossible(context, index, second.next, wrong);
  }
  return made(context, index, second.next, period, isPartialRange(period), first.fiscal || second.fiscal);
}

/** The end of a stretch that the calendar does not have. */
function wrongEnd(from: Moment, to: Moment): Moment | undefined {
  return ends(from, to).find((end) => !exists(end));
}

/** The 23 of "September 22 and 23", where it counts nothing. */
function nextDay({ tokens, words }: Context, { next, moment }: DateReading): number | undefined {
  const { afterNextDay, and } = words.latin.dates;
  if (tokens[next]?.text !== and || moment?.day === undefined || moment.year !== undefined) return undefined;
  const word = tokens[next + 2];
  const counts = word?.kind === 'word' && !afterNextDay.has(word.text);
  return tokens[next + 1]?.text === String(moment.day + 1) && !counts && word?.text !== '%' ? next + 1 : undefined;
}

/** The 23, 2023 of "September 22-23, 2023". */
function readDayOnly(context: Context, index: number, first: Moment): DateReading | undefined {
  const { tokens } = context;
  const token = tokens[index];
  if (first.day === undefined || first.month === undefined) return undefined;
  const han = readHanDay(tokens, index);
  if (han !== undefined) return { next: han.next, moment: { day: han.day }, fiscal: false };
  if (first.year !== undefined) return undefined;
  if (token?.kind !== 'number' || !/^\d{1,2}$/.test(token.text)) return undefined;
  const next = afterDayLetters(context, index + 1);
  const comma = tokens[next]?.text === ',' ? next + 1 : next;
  const year = readLatinDate(context, comma);
  const moment = { day: Number(token.text) };
  const onlyYear = year?.moment?.year !== undefined && year.moment.month === undefined && year.text === undefined;
  return onlyYear && year.moment?.year !== undefined
    ? { next: year.next, moment: { ...moment, year: year.moment.year }, fiscal: false }
    : { next, moment, fiscal: false };
}

/** 22-23 September 2023, 22 to 23 September: a day that takes its month from the one after it. */
function readBareDays(context: Context, index: number): PeriodReading | undefined {
  const { tokens, words } = context;
  const token = tokens[index];
  if (token?.kind !== 'number' || !/^\d{1,2}$/.test(token.text)) return undefined;
  const next = afterDayLetters(context, index + 1);
  const join =
    words.rangeJoins.at(tokens, next)?.end ?? (tokens[next]?.text === words.latin.dates.and ? next + 1 : undefined);
  if (join === undefined || tokens[join]?.kind !== 'number') return undefined;
  const second = readLatinDate(context, join);
  if (second?.moment?.day === undefined || second.moment.month === undefined) return undefined;
  if (!/^\d{1,2}$/.test(tokens[join]?.text ?? '')) return undefined;
  const first = { day: Number(token.text) };
  const period = formatRange(first, second.moment);
  if (period !== undefined) return made(context, index, second.next, period, false, false);
  const wrong = first.day > 31 ? undefined : wrongEnd(first, second.moment);
  return wrong && impossible(context, index, second.next, wrong);
}

function isPartialRange(period: string): boolean {
  const [from = '', to = ''] = period.split('/');
  if (!/^(?:\d{4}|-)-\d\d$/.test(from)) return false;
  return !(from.endsWith('-01') && to.endsWith('-12'));
}
