import { beginsSentence, type Context, glued, isCapitalized, isGluedToWord } from './context.js';
import { currencySignAt, isCurrencySign } from './currencies.js';
import { type DateReading, reading } from './date-reading.js';
import { exists, isYearLike, type Moment } from './dates.js';
import { followedByUnit } from './followed-by-unit.js';
import { scalePower } from './han-numerals.js';
import type { Token } from './lex.js';
import { isActNumber, isNamed } from './number-shields.js';
import type { PartOfYear } from './tables/latin-grammar.js';

export function yearAt(context: Context, index: number): number | undefined {
  const token = context.tokens[index];
  return token?.kind === 'number' && !token.grouped && isYearLike(token.text) ? Number(token.text) : undefined;
}

/** By 2150; not "fell by 2150". */
function farYearAt({ tokens, words }: Context, index: number): number | undefined {
  const token = tokens[index];
  if (token?.kind !== 'number' || token.grouped || !/^2[12]\d\d$/.test(token.text)) return undefined;
  // In 2150, it ends; not "in 2150 cases".
  if (
    words.latin.dates.onlyTimeWords.has(tokens[index - 1]?.text ?? '') &&
    tokens[index + 1]?.kind !== 'word' &&
    words.changesBefore.endingAt(tokens, index - 2) === undefined
  )
    return Number(token.text);
  const by = words.by.endingAt(tokens, index - 1);
  if (by === undefined || words.destinations.endingAt(tokens, index - 1) !== undefined) return undefined;
  return words.changesBefore.endingAt(tokens, by.end - 1) === undefined ? Number(token.text) : undefined;
}

export function whole(token: Token | undefined, most: number): number | undefined {
  if (token?.kind !== 'number' || token.grouped || !/^\d{1,2}$/.test(token.text)) return undefined;
  const value = Number(token.text);
  return value >= 1 && value <= most ? value : undefined;
}

/** Q3, the first half; Q5 and a third half are none of the calendar's. */
export function partOfYear(part: PartOfYear, count: number): Moment {
  return part === 'half' ? { months: [count * 6 - 5, count * 6] } : { quarter: count };
}

/** Whether a word of time stands before a token, a mark or nothing: an Audi Q5 and issue 45 are no dates. */
export function isTimed({ tokens, words }: Context, index: number): boolean {
  const before = tokens[index - 1]?.text;
  return before === undefined || words.latin.dates.timeWords.has(before) || /^[-–—;(]$/.test(before);
}

/** 2022; 2022-23, 2022/23 (fiscal); 2021-25; 2022Q3, 2022 H1. */
export function readYears(context: Context, index: number): DateReading | undefined {
  const { tokens, words } = context;
  const year = yearAt(context, index) ?? farYearAt(context, index);
  if (year === undefined || isScaled(context, index)) return undefined;
  const pair = pairEnd(context, index, year);
  if (pair !== undefined) return pair;
  if (isActNumber(context, index)) return undefined;
  // 2019-Q2
  const hyphen = /^[-/]$/.test(tokens[index + 1]?.text ?? '') && glued(tokens[index + 1]) && glued(tokens[index + 2]);
  const at = hyphen ? index + 2 : index + 1;
  const part = words.latin.dates.partLetters.get(tokens[at]?.text ?? '');
  if (part !== undefined) {
    const count = glued(tokens[at + 1]) ? whole(tokens[at + 1], 9) : undefined;
    const moment = count === undefined ? undefined : partOfYear(part, count);
    const isPart =
      moment !== undefined && (exists(moment) || (isCapitalized(context, tokens[at]) && isTimed(context, index)));
    if (isPart && !(glued(tokens[at + 2]) && tokens[at + 2]?.kind === 'word'))
      return reading(at + 2, { ...moment, year });
  }
  if (glued(tokens[index + 1]) && tokens[index + 1]?.kind === 'word') return undefined;
  if (isGluedToWord(context, index)) return undefined;
  return isYear(context, index) ? reading(index + 1, { year }) : undefined;
}

const isDecade = /^(?:1[5-9]|20)\d0$/;

/** Années 1990, années 90. */
export function readNamedDecade({ tokens, words }: Context, index: number): DateReading | undefined {
  if (!words.latin.dates.decadeWords.has(tokens[index]?.text ?? '')) return undefined;
  const token = tokens[index + 1];
  if (token?.kind !== 'number' || token.gap === 'line') return undefined;
  const text = /^[3-9]0$/.test(token.text) ? `19${token.text}` : token.text;
  return isDecade.test(text) ? { next: index + 2, text: `${text}s`, fiscal: false } : undefined;
}

export function readDecade(context: Context, index: number): DateReading | undefined {
  const { tokens, words } = context;
  const { decadeLetters } = words.latin.dates;
  const { text } = tokens[index] as Token;
  if (!isDecade.test(text)) return undefined;
  const at = tokens[index + 1]?.text === "'" && glued(tokens[index + 1]) ? index + 2 : index + 1;
  const letter = tokens[at];
  const decade = glued(letter) && decadeLetters.has(letter.text);
  return decade ? { next: at + 1, text: `${text}s`, fiscal: false } : undefined;
}

/** FY2022-23, FY24, fiscal year 2023, financial year 2022/23. */
export function readFiscal(context: Context, index: number): DateReading | undefined {
  const { tokens, words } = context;
  const { fiscalWords, fiscalLetters, yearWords } = words.latin.dates;
  const token = tokens[index];
  if (token === undefined || !fiscalWords.has(token.text)) return undefined;
  let at = index + 1;
  if (yearWords.has(tokens[at]?.text ?? '')) at++;
  const year = yearAt(context, at);
  if (year !== undefined) {
    const pair = pairEnd(context, at, year);
    if (pair !== undefined) return { ...pair, fiscal: true };
    return partOfFiscal(context, at + 1, year) ?? reading(at + 1, { year }, true);
  }
  const short = tokens[at];
  if (token.text !== fiscalLetters || !glued(short) || short.kind !== 'number' || short.text.length !== 2)
    return undefined;
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
  return partOfFiscal(context, at + 1, first) ?? reading(at + 1, { year: first }, true);
}

/** The Q3 of FY21 Q3. */
function partOfFiscal({ tokens, words }: Context, index: number, year: number): DateReading | undefined {
  const part = words.latin.dates.partLetters.get(tokens[index]?.text ?? '');
  const count = part === undefined || !glued(tokens[index + 1]) ? undefined : whole(tokens[index + 1], 9);
  const moment = part === undefined || count === undefined ? undefined : partOfYear(part, count);
  return moment === undefined || !exists(moment) ? undefined : reading(index + 2, { ...moment, year });
}

/** The second half of a pair of years, glued by a slash or dash. */
export function pairEnd(context: Context, index: number, year: number): DateReading | undefined {
  const { tokens } = context;
  const mark = tokens[index + 1];
  const second = tokens[index + 2];
  if (!glued(mark) || !/^[-/–—−]$/.test(mark.text) || !glued(second) || second.kind !== 'number') return undefined;
  const two = second.text.length === 2;
  const end = two
    ? Math.floor(year / 100) * 100 + Number(second.text) + (Number(second.text) < year % 100 ? 100 : 0)
    : yearAt(context, index + 2);
  // 2022-13 is neither years nor a month, and no year of its own.
  if (two && end !== undefined && end > year + 70) return reading(index + 3, { year, month: 13 });
  if (end === undefined || end <= year || (second.text.length !== 2 && second.text.length !== 4)) return undefined;
  if (isScaled(context, index + 2)) return undefined;
  const fiscal = end === year + 1 && (two || mark.text === '/');
  if (fiscal) return { next: index + 3, text: `${year}/${String(end).slice(2)}`, fiscal: true };
  return mark.text === '/' && two ? undefined : { next: index + 3, text: `${year}/${end}`, fiscal: false };
}

/** Whether a scale, a currency or a unit makes a number of four digits something else than a year. */
export function isScaled(context: Context, index: number): boolean {
  const { scaleLetters, scales } = context.words.latin.numerals;
  const token = context.tokens[index];
  const after = context.tokens[index + 1];
  if (token === undefined || after === undefined || after.gap === 'line') return false;
  if (after.text === '%' || after.text === '‰') return true;
  // 2040-tonne, 1717 €
  if (after.text === '-' && glued(after) && followedByUnit(context, index)) return true;
  if (isCurrencySign(after.text) && currencySignAt(context.text, token.end, context.isYen) !== undefined) return true;
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

/** 45% below 1990, 68 per cent above 2005 levels. */
export function isBaseOfShare({ tokens, words }: Context, index: number): boolean {
  const { beforeBase, percentWords } = words.latin.dates;
  return beforeBase.has(tokens[index - 1]?.text ?? '') && percentWords.has(tokens[index - 2]?.text ?? '');
}

/** "Grew to 2023 vehicles", "a fleet of 2023 buses", "with 2023 electric buses"; not "compared to 2019 volumes", "end of 2022". */
function leadsToCount({ tokens, words }: Context, index: number): boolean {
  const { onlyTimeWords, timeWords } = words.latin.dates;
  const before = tokens[index - 1];
  const earlier = tokens[index - 2];
  if (before?.kind !== 'word' || tokens[index]?.gap === 'line' || onlyTimeWords.has(before.text)) return false;
  // Between 2019 and 2023 exports rose.
  if (earlier?.kind === 'number' && isYearLike(earlier.text)) return false;
  if (words.destinations.endingAt(tokens, index - 1) !== undefined)
    return words.changesBefore.endingAt(tokens, index - 2) !== undefined;
  // A fleet of 2023 buses; the act of 1996 assigns.
  if (words.latin.numerals.of.has(before.text)) return words.latin.numerals.articles.has(tokens[index - 3]?.text ?? '');
  if (timeWords.has(before.text)) return false;
  return !words.latin.ranks.determiners.has(before.text) && !before.text.endsWith(words.latin.names.possessive);
}

/** Adjectives and a plural: 2023 small electric buses. */
function isBeforePlural({ tokens, words }: Context, next: number): boolean {
  const { isAdjective, isPlural } = words.latin.nouns;
  let at = next;
  while (
    at < next + 3 &&
    tokens[at]?.kind === 'word' &&
    tokens[at]?.gap === 'space' &&
    isAdjective(tokens[at]?.text ?? '')
  )
    at++;
  const noun = tokens[at]?.text ?? '';
  return at > next && tokens[at]?.gap === 'space' && isPlural(noun) && !words.latin.dates.yearNouns.has(noun);
}

/** Whether a bare number of four digits is a year by what stands round it. */
function isYear(context: Context, index: number): boolean {
  const { tokens, words } = context;
  const { onlyTimeWords, timeWords, yearNouns } = words.latin.dates;
  const token = tokens[index] as Token;
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  const year = Number(token.text);
  if (before !== undefined && glued(token) && /^[$€£¥₹#@§]$/.test(before.text)) return false;
  if (before?.kind === 'han' && token.gap === 'none' && !/[截至到自在于从由的和与及以年据]/.test(before.text))
    return false;
  const hedge = before !== undefined ? words.hedgesBefore.endingAt(tokens, index - 1) : undefined;
  const counts =
    after?.kind === 'word' &&
    after.gap !== 'line' &&
    words.latin.nouns.isPlural(after.text) &&
    !yearNouns.has(after.text);
  if (leadsToCount(context, index) && (counts || isBeforePlural(context, index + 1))) return false;
  const timed =
    before === undefined || timeWords.has(before.text) || before.kind === 'symbol' || isBaseOfShare(context, index);
  // By 2030 cities will; in some 2030 cities.
  const opens = onlyTimeWords.has(before?.text ?? '') && beginsSentence(context, index - 1);
  if (counts && !opens && (year % 10 === 0 || !timed)) return false;
  if (counts && (hedge !== undefined || year < 1900)) return false;
  if (hedge !== undefined && hedge.value !== 'about' && !timed) return false;
  if (words.changesBefore.endingAt(tokens, index - 1) !== undefined) return false;
  if (year < 1800 && !timed) return false;
  if (isNamed(context, index)) return false;
  return true;
}
