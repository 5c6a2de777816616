import { type Context, glued, isCapitalized, isGluedToWord } from './context.js';
import type { Moment } from './dates.js';
import { isPluralNoun } from './english-nouns.js';
import { scalePower } from './han-numerals.js';
import type { Token } from './lex.js';
import { isNamed, isYearLike } from './shields.js';
import { ambiguousMonths, fiscalWords, months, timeWords, yearNouns } from './tables/english-dates.js';
import { cardinals, ordinals, scaleLetters, scales } from './tables/english-numerals.js';
import { changesBefore, hedgesBefore, relativeYears } from './words.js';

/** A date as one part of the text gives it. `text` is a period that no moment holds: `1990s`, `2022/23`. */
export interface DateReading {
  readonly next: number;
  readonly moment?: Moment;
  readonly text?: string;
  readonly fiscal: boolean;
  /** A year beside today: `last-year`. */
  readonly relative?: string;
}

const reading = (next: number, moment: Moment, fiscal = false): DateReading => ({ next, moment, fiscal });

/** The date that begins at token `index` in English words and digits. */
export function readEnglishDate(context: Context, index: number): DateReading | undefined {
  const token = context.tokens[index];
  if (token === undefined) return undefined;
  if (token.kind === 'number') {
    return (
      readIso(context, index) ??
      readDayMonth(context, index) ??
      readQuarterDigits(context, index) ??
      readDecade(context, index) ??
      readYears(context, index)
    );
  }
  if (token.kind !== 'word') return undefined;
  return (
    readFiscal(context, index) ??
    readMonth(context, index) ??
    readPart(context, index) ??
    readPrefixed(context, index) ??
    readBareDay(context, index) ??
    readRelative(context, index)
  );
}

function yearAt(context: Context, index: number): number | undefined {
  const token = context.tokens[index];
  return token?.kind === 'number' && !token.grouped && isYearLike(token.text) ? Number(token.text) : undefined;
}

function whole(token: Token | undefined, most: number): number | undefined {
  if (token?.kind !== 'number' || token.grouped || !/^\d{1,2}$/.test(token.text)) return undefined;
  const value = Number(token.text);
  return value >= 1 && value <= most ? value : undefined;
}

/** The year after a month or quarter: 2023; , 2023; of 2023. */
function yearAfter(context: Context, next: number, comma: boolean): { readonly year?: number; readonly next: number } {
  const { tokens } = context;
  let at = next;
  const text = tokens[at]?.text;
  if (text === 'of' || text === 'in' || (comma && text === ',') || text === '/') at++;
  const fiscal = fiscalWords.has(tokens[at]?.text ?? '') ? (tokens[at + 1]?.text === 'year' ? at + 2 : at + 1) : at;
  const year = yearAt(context, fiscal);
  if (year === undefined || isScaled(context, fiscal)) {
    const relative = relativeYears.at(tokens, at);
    const resolved = relative === undefined ? undefined : resolveYear(relative.value, context.options.reportDate);
    return relative !== undefined && resolved !== undefined ? { year: resolved, next: relative.end } : { next };
  }
  return { year, next: fiscal + 1 };
}

export function resolveYear(relative: string, reportDate: string | undefined): number | undefined {
  if (reportDate === undefined || !/^\d{4}/.test(reportDate)) return undefined;
  const year = Number(reportDate.slice(0, 4));
  return relative === 'last-year' ? year - 1 : relative === 'next-year' ? year + 1 : year;
}

/** 2023-09-25, 2023/9/25, and 2023.9.25. */
function readIso(context: Context, index: number): DateReading | undefined {
  const { tokens } = context;
  const first = tokens[index] as Token;
  const dotted = /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/.exec(first.text);
  if (dotted !== null && isYearLike(dotted[1] as string)) {
    return reading(index + 1, { year: Number(dotted[1]), month: Number(dotted[2]), day: Number(dotted[3]) });
  }
  const year = yearAt(context, index);
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

/** 25 September 2023, 22-23 September, 1st of May. */
function readDayMonth(context: Context, index: number): DateReading | undefined {
  const { tokens } = context;
  const day = whole(tokens[index], 31);
  if (day === undefined) return undefined;
  let at = index + 1;
  if (glued(tokens[at]) && /^(?:st|nd|rd|th)$/.test(tokens[at]?.text ?? '')) at++;
  if (tokens[at]?.text === 'of') at++;
  const month = months.get(tokens[at]?.text ?? '');
  if (month === undefined || !isCapitalized(context, tokens[at]) || glued(tokens[at])) return undefined;
  at = afterMonth(tokens, at);
  const { year, next } = yearAfter(context, at, true);
  return reading(next, { month, day, ...(year === undefined ? {} : { year }) });
}

/** Past a month's word and the full stop of its short form. */
function afterMonth(tokens: readonly Token[], at: number): number {
  const stop = tokens[at + 1];
  const short = (tokens[at]?.text.length ?? 9) <= 4;
  return short && stop?.text === '.' && glued(stop) && tokens[at + 2]?.kind === 'number' ? at + 2 : at + 1;
}

/** 1Q23, 2H2023. */
function readQuarterDigits(context: Context, index: number): DateReading | undefined {
  const { tokens } = context;
  const count = whole(tokens[index], 4);
  const letter = tokens[index + 1];
  if (
    count === undefined ||
    !glued(letter) ||
    (letter.text !== 'q' && letter.text !== 'h') ||
    !isCapitalized(context, letter)
  )
    return undefined;
  const part = letter.text === 'q' ? { quarter: count } : half(count);
  if (part === undefined) return undefined;
  const shortYear = tokens[index + 2];
  if (glued(shortYear) && shortYear.kind === 'number' && shortYear.text.length === 2) {
    return reading(index + 3, { ...part, year: 2000 + Number(shortYear.text) });
  }
  const { year, next } = yearAfter(context, index + 2, false);
  return reading(next, { ...part, ...(year === undefined ? {} : { year }) });
}

function half(count: number): Moment | undefined {
  return count === 1 ? { months: [1, 6] } : count === 2 ? { months: [7, 12] } : undefined;
}

function readDecade(context: Context, index: number): DateReading | undefined {
  const { tokens } = context;
  const token = tokens[index] as Token;
  const letter = tokens[index + 1];
  if (!/^(?:1[5-9]|20)\d0$/.test(token.text) || !glued(letter) || !/^(?:s|'s)$/.test(letter.text)) {
    const apostrophe =
      letter?.text === "'" && glued(letter) && tokens[index + 2]?.text === 's' && glued(tokens[index + 2]);
    return apostrophe && /^(?:1[5-9]|20)\d0$/.test(token.text)
      ? { next: index + 3, text: `${token.text}s`, fiscal: false }
      : undefined;
  }
  return { next: index + 2, text: `${token.text}s`, fiscal: false };
}

/** 2022; 2022-23, 2022/23 (fiscal); 2021-25; 2022Q3, 2022 H1. */
function readYears(context: Context, index: number): DateReading | undefined {
  const { tokens } = context;
  const year = yearAt(context, index);
  if (year === undefined || isScaled(context, index)) return undefined;
  const pair = pairEnd(context, index, year);
  if (pair !== undefined) return pair;
  const part = tokens[index + 1];
  if ((part?.text === 'q' || part?.text === 'h') && isCapitalized(context, part)) {
    const count = glued(tokens[index + 2]) ? whole(tokens[index + 2], 4) : undefined;
    const moment = count === undefined ? undefined : part.text === 'q' ? { quarter: count } : half(count);
    if (moment !== undefined) return reading(index + 3, { ...moment, year });
  }
  if (glued(tokens[index + 1]) && tokens[index + 1]?.kind === 'word') return undefined;
  if (isGluedToWord(tokens, index)) return undefined;
  return isYear(context, index) ? reading(index + 1, { year }) : undefined;
}

/** The second half of a pair of years, glued by a slash or dash. */
function pairEnd(context: Context, index: number, year: number): DateReading | undefined {
  const { tokens } = context;
  const mark = tokens[index + 1];
  const second = tokens[index + 2];
  if (!glued(mark) || !/^[-/–—−]$/.test(mark.text) || !glued(second) || second.kind !== 'number') return undefined;
  const two = second.text.length === 2;
  const end = two
    ? Math.floor(year / 100) * 100 + Number(second.text) + (Number(second.text) < year % 100 ? 100 : 0)
    : yearAt(context, index + 2);
  if (end === undefined || end <= year || (second.text.length !== 2 && second.text.length !== 4)) return undefined;
  if (isScaled(context, index + 2)) return undefined;
  const fiscal = end === year + 1 && (two || mark.text === '/');
  if (fiscal) return { next: index + 3, text: `${year}/${String(end).slice(2)}`, fiscal: true };
  return mark.text === '/' && two ? undefined : { next: index + 3, text: `${year}/${end}`, fiscal: false };
}

/** Whether a scale, a currency or a unit makes a number of four digits something else than a year. */
function isScaled(context: Context, index: number): boolean {
  const token = context.tokens[index];
  const after = context.tokens[index + 1];
  if (token === undefined || after === undefined || after.gap === 'line') return false;
  if (after.text === '%' || after.text === '‰') return true;
  if (after.kind === 'word' && (scales.has(after.text) || (scaleLetters.has(after.text) && after.gap === 'none')))
    return true;
  if (after.kind === 'han')
    return (
      after.text !== '年' &&
      (after.gap === 'none' ? !/^[至到和与及]$/.test(after.text) : scalePower(after.text) !== undefined)
    );
  const unit = after.kind === 'word' ? context.units.at(context.text, after.start) : undefined;
  // Single letters after a year are words of the sentence.
  return unit !== undefined && unit.end - after.start > 1 && unit.unit.id !== 'in' && unit.unit.id !== 'Q';
}

/** Whether a bare number of four digits is a year by what stands round it. */
function isYear(context: Context, index: number): boolean {
  const { tokens } = context;
  const token = tokens[index] as Token;
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  const year = Number(token.text);
  if (before !== undefined && glued(token) && /^[$€£¥₹#@§]$/.test(before.text)) return false;
  if (before?.kind === 'han' && token.gap === 'none' && !/[截至到自在于从由的和与及以年据]/.test(before.text))
    return false;
  const hedge = before !== undefined ? hedgesBefore.endingAt(tokens, index - 1) : undefined;
  const counts =
    after?.kind === 'word' && after.gap !== 'line' && isPluralNoun(after.text) && !yearNouns.has(after.text);
  const timed = before === undefined || timeWords.has(before.text) || before.kind === 'symbol';
  if (counts && (year % 10 === 0 || !timed)) return false;
  if (counts && (hedge !== undefined || year < 1900)) return false;
  if (hedge !== undefined && hedge.value !== 'about' && !timed) return false;
  if (changesBefore.endingAt(tokens, index - 1) !== undefined) return false;
  if (year < 1800 && !timed) return false;
  if (isNamed(context, index)) return false;
  return true;
}

/** FY2022-23, FY24, fiscal year 2023, financial year 2022/23. */
function readFiscal(context: Context, index: number): DateReading | undefined {
  const { tokens } = context;
  const token = tokens[index] as Token;
  if (!fiscalWords.has(token.text)) return undefined;
  let at = index + 1;
  if (tokens[at]?.text === 'year' || tokens[at]?.text === 'years') at++;
  const year = yearAt(context, at);
  if (year !== undefined) {
    const pair = pairEnd(context, at, year);
    if (pair !== undefined) return { ...pair, fiscal: true };
    return reading(at + 1, { year }, true);
  }
  const short = tokens[at];
  if (token.text !== 'fy' || !glued(short) || short.kind !== 'number' || short.text.length !== 2) return undefined;
  const first = 2000 + Number(short.text);
  const second = tokens[at + 2];
  const mark = tokens[at + 1];
  if (
    glued(mark) &&
    /^[-/–]$/.test(mark.text) &&
    glued(second) &&
    second.kind === 'number' &&
    Number(second.text) === (first + 1) % 100
  ) {
    return { next: at + 3, text: `${first}/${second.text}`, fiscal: true };
  }
  return reading(at + 1, { year: first }, true);
}

/** September 2023; September 25, 2023; September 22-23, 2023; in May. */
function readMonth(context: Context, index: number): DateReading | undefined {
  const { tokens } = context;
  const token = tokens[index] as Token;
  const month = months.get(token.text);
  if (month === undefined || !isCapitalized(context, token)) return undefined;
  let at = afterMonth(tokens, index);
  const dayToken = tokens[at];
  const day = dayToken?.gap === 'line' ? undefined : whole(dayToken, 31);
  if (day !== undefined && !isScaled(context, at) && !isPluralNoun(tokens[at + 1]?.text ?? '')) {
    at++;
    if (glued(tokens[at]) && /^(?:st|nd|rd|th)$/.test(tokens[at]?.text ?? '')) at++;
    const { year, next } = yearAfter(context, at, true);
    return reading(next, { month, day, ...(year === undefined ? {} : { year }) });
  }
  const { year, next } = yearAfter(context, at, true);
  if (year !== undefined) return reading(next, { month, year });
  if (ambiguousMonths.has(token.text)) {
    const before = tokens[index - 1];
    if (before === undefined || !timeWords.has(before.text)) return undefined;
    if (tokens[index + 1]?.kind === 'word' && isCapitalized(context, tokens[index + 1])) return undefined;
  }
  return reading(index + 1, { month });
}

/** The first quarter of 2023, Q1 2023, the second half, the first ten months of 2022. */
function readPart(context: Context, index: number): DateReading | undefined {
  const { tokens } = context;
  const token = tokens[index] as Token;
  if ((token.text === 'q' || token.text === 'h') && isCapitalized(context, token) && glued(tokens[index + 1])) {
    const count = whole(tokens[index + 1], 4);
    const moment = count === undefined ? undefined : token.text === 'q' ? { quarter: count } : half(count);
    if (moment === undefined || (glued(tokens[index + 2]) && tokens[index + 2]?.kind === 'word')) return undefined;
    const { year, next } = yearAfter(context, index + 2, true);
    // H2 is hydrogen too.
    if (token.text === 'h' && year === undefined && !timeWords.has(tokens[index - 1]?.text ?? '')) return undefined;
    return reading(next, { ...moment, ...(year === undefined ? {} : { year }) });
  }
  const place = token.text === 'last' || token.text === 'final' ? -1 : ordinals.get(token.text);
  if (place === undefined || place > 4) return undefined;
  const what = tokens[index + 1]?.text ?? '';
  if (what === 'quarter' || what === 'half') {
    const count = place === -1 ? (what === 'half' ? 2 : 4) : place;
    const moment = what === 'quarter' ? { quarter: count } : half(count);
    if (moment === undefined || (place === -1 && what === 'quarter' && token.text === 'last')) return undefined;
    const { year, next } = yearAfter(context, index + 2, false);
    if (year !== undefined) return reading(next, { ...moment, year });
    if (what === 'half' && /^(?:hour|century|decade|time|an)$/.test(tokens[index + 2]?.text ?? '')) return undefined;
    return reading(skipTheYear(tokens, index + 2), moment);
  }
  const count = cardinals.get(what) ?? whole(tokens[index + 1], 12);
  const unit = tokens[index + 2]?.text;
  if (count === undefined || count > 12 || (unit !== 'months' && unit !== 'quarters')) return undefined;
  const span = unit === 'months' ? count : count * 3;
  if (span > 12 || (place !== 1 && place !== -1)) return undefined;
  const { year, next } = yearAfter(context, index + 3, false);
  // "The last three months" end today, not in December.
  if (place === -1 && year === undefined) return undefined;
  const months: readonly [number, number] = place === 1 ? [1, span] : [13 - span, 12];
  if (year !== undefined) return reading(next, { months, year });
  return reading(skipTheYear(tokens, index + 3), { months });
}

/** "Of the year" belongs to the part and names no year. */
function skipTheYear(tokens: readonly Token[], next: number): number {
  return tokens[next]?.text === 'of' && tokens[next + 1]?.text === 'the' && tokens[next + 2]?.text === 'year'
    ? next + 3
    : next;
}

/** Mid-2010s, end-2022. */
function readPrefixed(context: Context, index: number): DateReading | undefined {
  const { tokens } = context;
  const token = tokens[index] as Token;
  if (!/^(?:mid|end|early|late|pre|post|year)$/.test(token.text)) return undefined;
  let at = index + 1;
  if (token.text === 'year' && tokens[at]?.text === '-' && tokens[at + 1]?.text === 'end') at += 2;
  if (token.text === 'year' && at === index + 1) return undefined;
  const hyphen = tokens[at]?.text === '-' && glued(tokens[at]);
  if (!hyphen && token.text !== 'year') return undefined;
  const from = hyphen ? at + 1 : at;
  const decade = tokens[from]?.kind === 'number' ? readDecade(context, from) : undefined;
  if (decade !== undefined) return decade;
  const year = yearAt(context, from);
  if (year !== undefined && !isScaled(context, from))
    return pairEnd(context, from, year) ?? reading(from + 1, { year });
  const month = months.get(tokens[from]?.text ?? '');
  if (month === undefined || !isCapitalized(context, tokens[from])) return undefined;
  const after = yearAfter(context, from + 1, false);
  return reading(after.next, { month, ...(after.year === undefined ? {} : { year: after.year }) });
}

const afterBareDay = new Set([
  'of',
  'in',
  'and',
  'at',
  'to',
  'the',
  'it',
  'they',
  'he',
  'she',
  'we',
  'as',
  'with',
  'when',
  'by',
  'for',
  'after',
  'before',
]);

/** On the 25th. */
function readBareDay(context: Context, index: number): DateReading | undefined {
  const { tokens } = context;
  if (tokens[index]?.text !== 'the') return undefined;
  const before = tokens[index - 1]?.text ?? '';
  if (!/^(?:on|by|until|since|from|to|before|after)$/.test(before)) return undefined;
  const day = whole(tokens[index + 1], 31);
  const letters = tokens[index + 2];
  if (day === undefined || !glued(letters) || !/^(?:st|nd|rd|th)$/.test(letters.text)) return undefined;
  const after = tokens[index + 3];
  if (after?.text === 'of' && months.has(tokens[index + 4]?.text ?? '')) {
    const dated = readDayMonth(context, index + 1);
    if (dated !== undefined) return dated;
  }
  if (months.has(after?.text ?? '')) return readDayMonth(context, index + 1);
  if (after !== undefined && (after.text === '-' || (after.kind === 'word' && !afterBareDay.has(after.text))))
    return undefined;
  return reading(index + 3, { day });
}

function readRelative(context: Context, index: number): DateReading | undefined {
  const found = relativeYears.at(context.tokens, index);
  if (found === undefined) return undefined;
  const year = resolveYear(found.value, context.options.reportDate);
  return { next: found.end, fiscal: false, relative: found.value, ...(year === undefined ? {} : { moment: { year } }) };
}
