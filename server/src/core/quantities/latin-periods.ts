import { type Context, glued, isCapitalized } from './context.js';
import { isCurrencySign } from './currencies.js';
import { type DateReading, reading, resolveYear } from './date-reading.js';
import { exists, isYearLike } from './dates.js';
import {
  isScaled,
  isTimed,
  pairEnd,
  partOfYear,
  readDecade,
  readFiscal,
  readNamedDecade,
  readYears,
  whole,
  yearAt,
} from './latin-years.js';
import type { Token } from './lex.js';

/** The date that begins at token `index` in digits and words of Latin letters. */
export function readLatinDate(context: Context, index: number): DateReading | undefined {
  const token = context.tokens[index];
  if (token === undefined) return undefined;
  if (token.kind === 'number') {
    return (
      readIso(context, index) ??
      readDayFirst(context, index) ??
      readMarkedDay(context, index) ??
      readDayMonth(context, index) ??
      readQuarterDigits(context, index) ??
      readWordedPart(context, index) ??
      readFirstMonths(context, index) ??
      readDecade(context, index) ??
      readYears(context, index)
    );
  }
  if (token.kind !== 'word') return undefined;
  return (
    readNamedDecade(context, index) ??
    readFiscal(context, index) ??
    readMonth(context, index) ??
    readPart(context, index) ??
    readPrefixed(context, index) ??
    readBareDay(context, index) ??
    readRelative(context, index)
  );
}

/** The year after a month or quarter: 2023; , 2023; of 2023. */
function yearAfter(context: Context, next: number, comma: boolean): { readonly year?: number; readonly next: number } {
  const { tokens, words } = context;
  const { fiscalWords, yearLinks, the, yearWords } = words.latin.dates;
  let at = next;
  const text = tokens[at]?.text ?? '';
  if (yearLinks.has(text) || (comma && text === ',') || text === '/') at++;
  if (the.has(tokens[at]?.text ?? '') && fiscalWords.has(tokens[at + 1]?.text ?? '')) at++;
  const named = readFiscal(context, at);
  if (named?.moment?.year !== undefined) return { year: named.moment.year, next: named.next };
  const marked = fiscalWords.has(tokens[at]?.text ?? '') ? at + 1 : at;
  const fiscal = marked > at && yearWords.has(tokens[marked]?.text ?? '') ? marked + 1 : marked;
  const year = yearAt(context, fiscal);
  if (year === undefined || isScaled(context, fiscal)) {
    const relative = words.relativeYears.at(tokens, at);
    const resolved = relative === undefined ? undefined : resolveYear(relative.value, context.options.reportDate);
    return relative !== undefined && resolved !== undefined ? { year: resolved, next: relative.end } : { next };
  }
  return { year, next: fiscal + 1 };
}

/** 2023-09-25, 2023/9/25, and 2023.9.25. */
function readIso(context: Context, index: number): DateReading | undefined {
  const { tokens } = context;
  const first = tokens[index] as Token;
  const dotted = /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/.exec(first.text);
  if (dotted !== null && isYearLike(dotted[1] as string)) {
    return reading(index + 1, { year: Number(dotted[1]), month: Number(dotted[2]), day: Number(dotted[3]) });
  }
  // 10/1/2018-10/7/2018
  const isEnd = glued(first) && tokens[index - 1]?.text === '/' && tokens[index - 3]?.text === '/';
  const year = isEnd ? undefined : yearAt(context, index);
  const mark = tokens[index + 1];
  if (year === undefined || !glued(mark) || (mark.text !== '-' && mark.text !== '/')) return undefined;
  const month = tokens[index + 2];
  if (!glued(month) || month.kind !== 'number' || month.text.length > 2) return undefined;
  const day = tokens[index + 4];
  if (
    tokens[index + 3]?.text === mark.text &&
    glued(tokens[index + 3]) &&
    glued(day) &&
    day.kind === 'number' &&
    day.text.length <= 2
  ) {
    return reading(index + 5, { year, month: Number(month.text), day: Number(day.text) });
  }
  // 2023-09 is a month; 2022-23 and 2009-10 are pairs of years.
  if (
    month.text.length === 2 &&
    Number(month.text) >= 1 &&
    Number(month.text) <= 12 &&
    Number(month.text) !== (year + 1) % 100 &&
    mark.text === '-'
  ) {
    return reading(index + 3, { year, month: Number(month.text) });
  }
  return undefined;
}

/**
 * 24/02/2022 and 02/24/2022, where only one of the two can be the month, and 24.02.2022, whose day is always first.
 * What is both a day and a month (03/04/2022) is left open, no date, unless the language puts the day first.
 */
function readDayFirst(context: Context, index: number): DateReading | undefined {
  const { tokens } = context;
  const first = tokens[index] as Token;
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(first.text);
  if (dotted !== null && isYearLike(dotted[3] as string)) {
    const moment = { year: Number(dotted[3]), month: Number(dotted[2]), day: Number(dotted[1]) };
    return moment.month <= 12 && moment.day <= 31 ? reading(index + 1, moment) : undefined;
  }
  const mark = tokens[index + 1];
  if (!/^[-/]$/.test(mark?.text ?? '') || tokens[index + 3]?.text !== mark?.text) return undefined;
  if (![1, 2, 3, 4].every((step) => glued(tokens[index + step]))) return undefined;
  const [a, b] = [twoDigits(first), twoDigits(tokens[index + 2])];
  const year = yearAt(context, index + 4);
  if (a === undefined || b === undefined || year === undefined || (a > 12 && b > 12)) return undefined;
  const { isDayFirst } = context.words.latin.dates;
  if (!isDayFirst && a <= 12 && b <= 12 && a !== b) return undefined;
  const [day, month] = isDayFirst || a > 12 ? [a, b] : [b, a];
  if (month > 12) return undefined;
  return reading(index + 5, { year, month, day });
}

function twoDigits(token: Token | undefined): number | undefined {
  const value = token?.kind === 'number' && /^\d{1,2}$/.test(token.text) ? Number(token.text) : 0;
  return value >= 1 && value <= 31 ? value : undefined;
}

/** 25-Sep-2023, 25/Sep/2023. */
function readMarkedDay(context: Context, index: number): DateReading | undefined {
  const { tokens, words } = context;
  const day = anyDay(tokens[index]);
  const mark = tokens[index + 1]?.text ?? '';
  const month = words.latin.dates.months.get(tokens[index + 2]?.text ?? '');
  if (day === undefined || month === undefined || !/^[-/]$/.test(mark) || tokens[index + 3]?.text !== mark)
    return undefined;
  if (![1, 2, 3, 4].every((step) => glued(tokens[index + step]))) return undefined;
  const year = yearAt(context, index + 4);
  return year === undefined ? undefined : reading(index + 5, { year, month, day });
}

/** 25 September 2023, 22-23 September, 1st of May. */
function readDayMonth(context: Context, index: number): DateReading | undefined {
  const { tokens, words } = context;
  const { dayLinks, months } = words.latin.dates;
  const day = anyDay(tokens[index]);
  if (day === undefined || isCurrencySign(tokens[index - 1]?.text ?? '')) return undefined;
  let at = afterDayLetters(context, index + 1);
  const isDay = (day > 0 && day <= 31) || at > index + 1 || isTimed(context, index);
  if (dayLinks.has(tokens[at]?.text ?? '')) at++;
  const month = months.get(tokens[at]?.text ?? '');
  if (month === undefined || !isMonthName(context, at) || glued(tokens[at])) return undefined;
  at = afterMonth(tokens, at);
  const { year, next } = yearAfter(context, at, true);
  if (!isDay || (year === undefined && whole(tokens[index], 31) === undefined)) return undefined;
  return reading(next, { month, day, ...(year === undefined ? {} : { year }) });
}

/** Past the st of 1st. */
export function afterDayLetters({ tokens, words }: Context, at: number): number {
  return glued(tokens[at]) && words.latin.numerals.ordinalLetters.has(tokens[at]?.text ?? '') ? at + 1 : at;
}

/** Whether a word for a month is written as one. */
function isMonthName(context: Context, index: number): boolean {
  return !context.words.latin.dates.areMonthsCapital || isCapitalized(context, context.tokens[index]);
}

/** A day in digits; 0 and 45 are days only beside a month and a year. */
function anyDay(token: Token | undefined): number | undefined {
  return token?.kind === 'number' && /^\d{1,2}$/.test(token.text) ? Number(token.text) : undefined;
}

/** Past a month's word and the full stop of its short form. */
function afterMonth(tokens: readonly Token[], at: number): number {
  const stop = tokens[at + 1];
  const short = (tokens[at]?.text.length ?? 9) <= 4;
  const after = tokens[at + 2];
  const goesOn = after?.kind === 'number' || /^[-–—]$/.test(after?.text ?? '');
  return short && stop?.text === '.' && glued(stop) && goesOn ? at + 2 : at + 1;
}

/** Jan-Sep: a dash with another month behind it makes a month of a word that may be something else. */
function isMonthRange(context: Context, dash: number, other: number): boolean {
  const { tokens, words } = context;
  const isMonth = words.latin.dates.months.has(tokens[other]?.text ?? '') && isMonthName(context, other);
  return isMonth && /^[-–—]$/.test(tokens[dash]?.text ?? '');
}

/** 1Q23, 2H2023. */
function readQuarterDigits(context: Context, index: number): DateReading | undefined {
  const { tokens, words } = context;
  const count = whole(tokens[index], 9);
  const letter = tokens[index + 1];
  const named = words.latin.dates.partLetters.get(letter?.text ?? '');
  if (count === undefined || !glued(letter) || named === undefined || !isCapitalized(context, letter)) return undefined;
  const part = partOfYear(named, count);
  if (!exists(part) && !isTimed(context, index)) return undefined;
  const shortYear = tokens[index + 2];
  if (glued(shortYear) && shortYear.kind === 'number' && shortYear.text.length === 2) {
    return reading(index + 3, { ...part, year: 2000 + Number(shortYear.text) });
  }
  const { year, next } = yearAfter(context, index + 2, false);
  if (year === undefined && !exists(part)) return undefined;
  return reading(next, { ...part, ...(year === undefined ? {} : { year }) });
}

/** September 2023; September 25, 2023; September 22-23, 2023; in May. */
function readMonth(context: Context, index: number): DateReading | undefined {
  const { tokens, words } = context;
  const { ambiguousMonths, isDayBehindMonth, months, timeWords } = words.latin.dates;
  const token = tokens[index] as Token;
  const month = months.get(token.text);
  if (month === undefined || !isMonthName(context, index)) return undefined;
  let at = afterMonth(tokens, index);
  const dayToken = tokens[at];
  const found = dayToken?.gap === 'line' ? undefined : anyDay(dayToken);
  // September 45, 2022; in May 35 people came.
  const day =
    !isDayBehindMonth ||
    (whole(dayToken, 31) === undefined && yearAt(context, tokens[at + 1]?.text === ',' ? at + 2 : -1) === undefined)
      ? undefined
      : found;
  if (day !== undefined && !isScaled(context, at) && !words.latin.nouns.isPlural(tokens[at + 1]?.text ?? '')) {
    at = afterDayLetters(context, at + 1);
    const { year, next } = yearAfter(context, at, true);
    return reading(next, { month, day, ...(year === undefined ? {} : { year }) });
  }
  // Dec-2018
  const isHyphened = tokens[at]?.text === '-' && glued(tokens[at]) && glued(tokens[at + 1]);
  const hyphened = isHyphened ? yearAt(context, at + 1) : undefined;
  if (hyphened !== undefined) return reading(at + 2, { month, year: hyphened });
  const { year, next } = yearAfter(context, at, true);
  if (year !== undefined) return reading(next, { month, year });
  if (
    ambiguousMonths.has(token.text) &&
    !isMonthRange(context, at, at + 1) &&
    !isMonthRange(context, index - 1, tokens[index - 2]?.text === '.' ? index - 3 : index - 2)
  ) {
    const before = tokens[index - 1];
    if (before === undefined || !timeWords.has(before.text)) return undefined;
    if (tokens[index + 1]?.kind === 'word' && isCapitalized(context, tokens[index + 1])) return undefined;
  }
  return reading(isMonthRange(context, at, at + 1) ? at : index + 1, { month });
}

/** The first quarter of 2023, Q1 2023, the second half, the first ten months of 2022. */
function readPart(context: Context, index: number): DateReading | undefined {
  return readLetteredPart(context, index) ?? readWordedPart(context, index) ?? readFirstMonths(context, index);
}

/** Q1 2023. */
function readLetteredPart(context: Context, index: number): DateReading | undefined {
  const { tokens, words } = context;
  const { partLetters, timeWords } = words.latin.dates;
  const token = tokens[index] as Token;
  const part = partLetters.get(token.text);
  if (part === undefined || !glued(tokens[index + 1])) return undefined;
  const count = whole(tokens[index + 1], 9);
  const moment = count === undefined ? undefined : partOfYear(part, count);
  if (moment === undefined || (glued(tokens[index + 2]) && tokens[index + 2]?.kind === 'word')) return undefined;
  // Q4-2019
  const isHyphened = tokens[index + 2]?.text === '-' && glued(tokens[index + 2]) && glued(tokens[index + 3]);
  const hyphened = isHyphened ? yearAt(context, index + 3) : undefined;
  const short = shortYearAt(tokens, index + 2);
  if (short !== undefined && exists(moment)) return reading(index + 4, { ...moment, year: short });
  const { year, next } =
    hyphened === undefined ? yearAfter(context, index + 2, true) : { year: hyphened, next: index + 4 };
  // A small q is one only beside its year.
  if (!isCapitalized(context, token) && year === undefined) return undefined;
  if (!exists(moment) && (year === undefined || !isTimed(context, index))) return undefined;
  // H2 is hydrogen too.
  if (part === 'half' && year === undefined && !timeWords.has(tokens[index - 1]?.text ?? '')) return undefined;
  return reading(next, { ...moment, ...(year === undefined ? {} : { year }) });
}

/** The '21 of Q3'21. */
function shortYearAt(tokens: readonly Token[], index: number): number | undefined {
  const [mark, year] = [tokens[index], tokens[index + 1]];
  if (mark?.text !== "'" || mark.gap === 'line' || !glued(year) || !/^\d\d$/.test(year.text)) return undefined;
  return 2000 + Number(year.text);
}

const last = -1;

/** The place in a row that a word or digits with letters give; `last` for the last. */
function placeAt({ tokens, words }: Context, index: number) {
  const { text = '', kind } = tokens[index] ?? {};
  const { ordinalLetters, ordinals } = words.latin.numerals;
  if (kind === 'number')
    return glued(tokens[index + 1]) && ordinalLetters.has(tokens[index + 1]?.text ?? '') && /^\d$/.test(text)
      ? { place: Number(text), next: index + 2 }
      : undefined;
  const place = words.latin.dates.lastWords.has(text) ? last : ordinals.get(text);
  return place === undefined ? undefined : { place, next: index + 1 };
}

/** The first quarter of 2023, the second half. */
function readWordedPart(context: Context, index: number): DateReading | undefined {
  const { tokens, words } = context;
  const { afterHalf, dayLinks, notLastQuarter, partWords } = words.latin.dates;
  const found = placeAt(context, index);
  const part = found === undefined ? undefined : partWords.get(tokens[found.next]?.text ?? '');
  if (found === undefined || part === undefined) return undefined;
  const { place } = found;
  const after = found.next + 1;
  const moment = partOfYear(part, place === last ? (part === 'half' ? 2 : 4) : place);
  if (place === last && part === 'quarter' && notLastQuarter.has(tokens[index]?.text ?? '')) return undefined;
  const { year, next } = yearAfter(context, after, false);
  // The fifth quarter of 2022
  if (!exists(moment) && (year === undefined || !dayLinks.has(tokens[after]?.text ?? ''))) return undefined;
  if (year !== undefined) return reading(next, { ...moment, year });
  if (part === 'half' && afterHalf.has(tokens[after]?.text ?? '')) return undefined;
  return reading(skipTheYear(context, after), moment);
}

/** The first ten months of 2022; les dix premiers mois de 2022. */
function readFirstMonths(context: Context, index: number): DateReading | undefined {
  const { tokens, words } = context;
  const { countedParts, isCountFirst } = words.latin.dates;
  const length = countedParts.get(tokens[index + 2]?.text ?? '');
  if (length === undefined) return undefined;
  const [counted, placed] = isCountFirst ? [index, index + 1] : [index + 1, index];
  const count = words.latin.numerals.cardinals.get(tokens[counted]?.text ?? '') ?? whole(tokens[counted], 12);
  const place = placeAt(context, placed)?.place;
  if (count === undefined || count > 12) return undefined;
  const span = count * length;
  if (span > 12 || (place !== 1 && place !== last)) return undefined;
  const { year, next } = yearAfter(context, index + 3, false);
  // "The last three months" end today, not in December.
  if (place === last && year === undefined) return undefined;
  const months: readonly [number, number] = place === 1 ? [1, span] : [13 - span, 12];
  if (year !== undefined) return reading(next, { months, year });
  return reading(skipTheYear(context, index + 3), { months });
}

/** "Of the year" belongs to the part and names no year. */
function skipTheYear({ tokens, words }: Context, next: number): number {
  return words.ofTheYear.at(tokens, next)?.end ?? next;
}

/** Mid-2010s, end-2022; fin 2022. */
function readPrefixed(context: Context, index: number): DateReading | undefined {
  const { tokens, words } = context;
  const { months } = words.latin.dates;
  const prefix = words.prefixes.at(tokens, index);
  if (prefix === undefined) return undefined;
  const at = prefix.end;
  const hyphen = tokens[at]?.text === '-' && glued(tokens[at]);
  if (!hyphen && prefix.value !== 'open') return undefined;
  const from = hyphen ? at + 1 : at;
  const decade = tokens[from]?.kind === 'number' ? readDecade(context, from) : undefined;
  if (decade !== undefined) return decade;
  const year = yearAt(context, from);
  if (year !== undefined && !isScaled(context, from))
    return pairEnd(context, from, year) ?? reading(from + 1, { year });
  const month = months.get(tokens[from]?.text ?? '');
  if (month === undefined || !isMonthName(context, from)) return undefined;
  const after = yearAfter(context, from + 1, false);
  return reading(after.next, { month, ...(after.year === undefined ? {} : { year: after.year }) });
}

/** On the 25th. */
function readBareDay(context: Context, index: number): DateReading | undefined {
  const { tokens, words } = context;
  const { afterBareDay, beforeBareDay, dayLinks, months, the } = words.latin.dates;
  if (!the.has(tokens[index]?.text ?? '') || !beforeBareDay.has(tokens[index - 1]?.text ?? '')) return undefined;
  const day = whole(tokens[index + 1], 31);
  const letters = afterDayLetters(context, index + 2);
  if (day === undefined || letters === index + 2) return undefined;
  const after = tokens[index + 3];
  if (dayLinks.has(after?.text ?? '') && months.has(tokens[index + 4]?.text ?? '')) {
    const dated = readDayMonth(context, index + 1);
    if (dated !== undefined) return dated;
  }
  if (months.has(after?.text ?? '')) return readDayMonth(context, index + 1);
  if (after !== undefined && (after.text === '-' || (after.kind === 'word' && !afterBareDay.has(after.text))))
    return undefined;
  return reading(index + 3, { day });
}

function readRelative({ tokens, words, options }: Context, index: number): DateReading | undefined {
  const found = words.relativeYears.at(tokens, index);
  if (found === undefined) return undefined;
  const year = resolveYear(found.value, options.reportDate);
  return { next: found.end, fiscal: false, relative: found.value, ...(year === undefined ? {} : { moment: { year } }) };
}
