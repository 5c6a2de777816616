import {
  beginsSentence,
  beginsUnit,
  type Context,
  glued,
  isCapitalized,
  isGluedToWord,
  tokenAt,
  unitAfter,
} from './context.js';
import { currencyEndingAt } from './currencies.js';
import { readDigits } from './digits.js';
import { type Draft, draftWith } from './draft.js';
import { readEnglishNumeral } from './english-numerals.js';
import { isHanNumeral, readHanNumeral } from './han-numerals.js';
import type { Token } from './lex.js';
import type { Numeral } from './numeral.js';
import { Phrases } from './phrases.js';
import { isYearLike } from './shields.js';
import { measures, measuresAfterDigits, unitsNotAfterOneDigit } from './tables/measures.js';
import type { Unit } from './units.js';
import { hedgesBefore, perWords, streaksAfter, streaksBefore } from './words.js';

/** A number with its unit, or where the search goes on when what stood there is no quantity. */
export interface NumberReading {
  readonly next: number;
  readonly draft: Draft | undefined;
}

const skip = (next: number): NumberReading => ({ next, draft: undefined });

export function readNumber(context: Context, index: number): NumberReading | undefined {
  const token = context.tokens[index];
  if (token === undefined) return undefined;
  if (token.kind === 'number') return readDigitNumber(context, index);
  if (token.kind === 'han') return readHanNumber(context, index);
  return token.kind === 'word' ? readWordNumber(context, index) : undefined;
}

// ---------------------------------------------------------------- digits

function readDigitNumber(context: Context, index: number): NumberReading {
  const { tokens, text } = context;
  const token = tokens[index] as Token;
  const currency = token.gap === 'line' ? undefined : currencyEndingAt(text, token.start, context.options.region);
  const first = currency === undefined ? index : firstToken(tokens, index, currency.start);
  if (currency === undefined && isGluedToWord(tokens, index)) return skip(afterParts(tokens, index + 1));
  const small = readSmallFraction(context, index);
  if (small !== undefined) return small;
  const found = readDigits(tokens, index, (at) => beginsUnit(context, at), currency !== undefined);
  if (found?.numeral === undefined) return skip(found?.next ?? index + 1);
  const sign = signBefore(context, first);
  const base = {
    first: sign ? first - 1 : first,
    start: currency?.start ?? token.start,
    negative: sign,
    consecutive: false,
  };
  const start = sign ? (tokens[first - 1] as Token).start : base.start;
  const { numeral } = found;
  if (numeral.ordinal) return { next: found.next, draft: ordinalDraft(context, index, numeral) };
  if (currency !== undefined) return moneyDraft(context, { ...base, start }, numeral, currency.code);
  const before = moneyWordBefore(tokens, index);
  const measured = withUnit(context, { ...base, start }, numeral);
  if (measured !== undefined) return measured;
  if (before)
    return {
      next: numeral.next,
      draft: draftWith(
        {
          ...base,
          first: index - 3,
          start: (tokens[index - 3] as Token).start,
          numeral,
          next: numeral.next,
          end: numeral.end,
        },
        { id: 'CNY', kind: 'money', power: 0 },
      ),
    };
  if (tokens[numeral.next]?.kind === 'word' && glued(tokens[numeral.next]))
    return skip(afterGlued(tokens, numeral.next));
  if (isAttribute(tokens, numeral.next)) return skip(numeral.next);
  // 2022中国 is neither a year as the language writes it nor a count.
  if (isYearLike(numeral.digits) && tokens[numeral.next]?.kind === 'han' && glued(tokens[numeral.next]))
    return skip(numeral.next);
  return {
    next: numeral.next,
    draft: draftWith({ ...base, start, numeral, next: numeral.next, end: numeral.end }, undefined),
  };
}

/** 人民币40万亿: the currency alone before the number. */
function moneyWordBefore(tokens: readonly Token[], index: number): boolean {
  return tokens[index - 1]?.text === '币' && tokens[index - 2]?.text === '民' && tokens[index - 3]?.text === '人';
}

function firstToken(tokens: readonly Token[], index: number, start: number): number {
  let first = index;
  while (first > 0 && (tokens[first - 1] as Token).start >= start) first--;
  return first;
}

/** Past the parts of a code: M-13-13, v1_2. */
function afterParts(tokens: readonly Token[], next: number): number {
  let i = next;
  while (
    /^[-/._]$/.test(tokens[i]?.text ?? '') &&
    glued(tokens[i]) &&
    glued(tokens[i + 1]) &&
    tokens[i + 1]?.kind === 'number'
  )
    i += 2;
  return i;
}

/** Past what hangs on a number without space: 5G+, 3D. */
function afterGlued(tokens: readonly Token[], next: number): number {
  let i = next;
  while (glued(tokens[i]) && (tokens[i]?.kind !== 'symbol' || tokens[i]?.text === '+') && tokens[i]?.kind !== 'han')
    i++;
  return i;
}

/** A 27-member bloc: no count of its own. */
function isAttribute(tokens: readonly Token[], next: number): boolean {
  return (
    tokens[next]?.text === '-' &&
    glued(tokens[next]) &&
    glued(tokens[next + 1]) &&
    tokens[next + 1]?.kind === 'word' &&
    tokens[next + 1]?.text !== 'to'
  );
}

/** A minus that stands at the number and after no other number. */
function signBefore(context: Context, first: number): boolean {
  const { tokens } = context;
  const sign = tokens[first - 1];
  if (sign === undefined || !glued(tokens[first]) || (sign.text !== '-' && sign.text !== '−' && sign.text !== '–'))
    return false;
  const before = tokens[first - 2];
  if (before === undefined || before.text === '(' || before.text === '|' || before.text === ':') return true;
  return sign.gap !== 'none' ? sign.gap !== 'line' || sign.text === '−' : before.kind === 'han' && sign.text !== '–';
}

/** 1/3 of, 2/3的. */
function readSmallFraction(context: Context, index: number): NumberReading | undefined {
  const { tokens } = context;
  const above = tokens[index] as Token;
  const slash = tokens[index + 1];
  const below = tokens[index + 2];
  if (slash?.text !== '/' || !glued(slash) || !glued(below) || below.kind !== 'number') return undefined;
  const after = tokens[index + 3];
  const fraction =
    /^\d$/.test(above.text) &&
    /^[2-9]$|^10$/.test(below.text) &&
    Number(above.text) < Number(below.text) &&
    (after?.text === 'of' ||
      (after?.kind === 'han' && after.gap === 'none') ||
      (tokens[index - 1]?.kind === 'han' && above.gap === 'none'));
  if (!fraction) return skip(index + 3);
  const numeral: Numeral = {
    next: index + 3,
    start: above.start,
    end: below.end,
    digitsEnd: below.end,
    digits: above.text,
    divisor: Number(below.text),
    power: 0,
    ordinal: false,
    words: false,
  };
  return {
    next: index + 3,
    draft: draftWith(
      {
        first: index,
        next: index + 3,
        start: above.start,
        end: below.end,
        numeral,
        negative: false,
        consecutive: false,
      },
      undefined,
    ),
  };
}

interface Base {
  readonly first: number;
  readonly start: number;
  readonly negative: boolean;
  readonly consecutive: boolean;
}

/** An amount after a currency's sign; the same currency's word may follow, and a rate. */
function moneyDraft(context: Context, base: Base, numeral: Numeral, code: string): NumberReading {
  let next = numeral.next;
  let end = numeral.end;
  const word = unitAfter(context, next, end);
  if (word?.unit.kind === 'money' && (word.unit.id === code || code === 'USD')) {
    next = word.next;
    end = word.end;
    code = word.unit.id === code ? code : word.unit.id;
  } else if (context.tokens[next]?.gap === 'none' && context.tokens[next]?.kind === 'word') {
    return skip(afterGlued(context.tokens, next));
  }
  const unit: Unit = { id: code, kind: 'money', power: 0 };
  return rated(context, { ...base, numeral, next, end }, unit);
}

/** A unit with its denominator: GBP/MWh, 元/吨. Time and people are no part of the unit. */
function rated(context: Context, draft: Omit<Draft, 'kind' | 'unit' | 'power'>, unit: Unit): NumberReading {
  const { tokens, text } = context;
  const mark = tokens[draft.next];
  if (
    unit.kind !== 'duration' &&
    unit.kind !== 'points' &&
    (mark?.text === '/' || mark?.text === 'per') &&
    perWords.at(tokens, draft.next) === undefined
  ) {
    const below = tokens[draft.next + 1];
    const found = below === undefined ? undefined : context.units.at(text, below.start);
    if (
      found !== undefined &&
      (found.unit.kind === 'quantity' || found.unit.kind === 'duration') &&
      found.unit.power === 0
    ) {
      const next = tokenAt(tokens, draft.next, found.end);
      const compound: Unit = { id: `${unit.id}/${found.unit.id}`, kind: 'quantity', power: unit.power };
      return { next, draft: draftWith({ ...draft, next, end: found.end }, compound) };
    }
  }
  return { next: draft.next, draft: draftWith(draft, unit) };
}

const oneLetterGlued = new Set(['J', 'B', 'h']);

/** The number with the unit or measure word after it. */
function withUnit(context: Context, base: Base, numeral: Numeral): NumberReading | undefined {
  const { tokens } = context;
  const inner = innerHedge(context, numeral);
  const from = inner?.next ?? numeral.next;
  const end = inner?.end ?? numeral.end;
  const hedged: Numeral =
    inner?.hedge === undefined || numeral.hedge !== undefined ? numeral : { ...numeral, hedge: inner.hedge };
  const streak = streakBefore(context, base.first);
  const placed: Base = streak === undefined ? base : { ...base, first: streak, start: (tokens[streak] as Token).start };
  const direct = unitAfter(context, from, end);
  if (direct !== undefined && acceptsUnit(context, numeral, from, direct)) {
    const isDuration = direct.unit.kind === 'duration';
    const whole = isDuration ? placed : base;
    const consecutive = isDuration && (streak !== undefined || streaksAfter.at(tokens, direct.next) !== undefined);
    return rated(context, { ...whole, consecutive, numeral: hedged, next: direct.next, end: direct.end }, direct.unit);
  }
  const adjective = durationAfterAdjective(context, from);
  if (adjective !== undefined) {
    const { unit, consecutive } = adjective;
    return {
      next: adjective.next,
      draft: draftWith(
        {
          ...placed,
          consecutive: consecutive || streaksAfter.at(tokens, adjective.next) !== undefined,
          numeral: hedged,
          next: adjective.next,
          end: adjective.end,
        },
        unit,
      ),
    };
  }
  const measure = measureAt(context, from, numeral);
  if (measure !== undefined)
    return {
      next: measure.next,
      draft: draftWith({ ...base, numeral: hedged, next: measure.next, end: measure.end }, undefined),
    };
  return undefined;
}

/** 100多家, 20余年: a hedge between number and measure word. */
function innerHedge(context: Context, numeral: Numeral) {
  const { tokens } = context;
  const token = tokens[numeral.next];
  if (token === undefined || !/^[多余来]$/.test(token.text)) return undefined;
  const after = tokens[numeral.next + 1];
  if (after?.kind !== 'han') return undefined;
  const unit = context.units.at(context.text, after.start);
  if (unit === undefined && measureWords.at(tokens, numeral.next + 1) === undefined) return undefined;
  return { next: numeral.next + 1, end: token.end, hedge: { text: token.text, start: token.start, end: token.end } };
}

function streakBefore(context: Context, first: number): number | undefined {
  const found = streaksBefore.endingAt(context.tokens, first - 1);
  return found === undefined || context.tokens[first - 1]?.kind !== 'han' ? undefined : streakStart(context, found.end);
}

/** 已连续13年 begins at 连续. */
function streakStart(context: Context, index: number): number {
  return context.tokens[index]?.text === '已' ? index + 1 : index;
}

const durationAdjectives = new Set([
  'full',
  'whole',
  'calendar',
  'long',
  'more',
  'additional',
  'further',
  'short',
  'entire',
  'complete',
  'extra',
  'financial',
  'fiscal',
  'working',
  'business',
  'other',
]);

function durationAfterAdjective(context: Context, from: number) {
  const { tokens } = context;
  const adjective = tokens[from];
  if (adjective === undefined || adjective.kind !== 'word') return undefined;
  const streak = streaksBefore.at(tokens, from);
  if (streak === undefined && !durationAdjectives.has(adjective.text)) return undefined;
  const found = unitAfter(context, from + 1, adjective.end);
  return found?.unit.kind === 'duration' ? { ...found, consecutive: streak !== undefined } : undefined;
}

/** Whether the letters after a number are its unit rather than words that look like one. */
function acceptsUnit(
  context: Context,
  numeral: Numeral,
  from: number,
  found: { readonly unit: Unit; readonly end: number; readonly next: number },
): boolean {
  const { tokens, text } = context;
  const token = tokens[from] as Token;
  const written = text.slice(token.start, found.end);
  if (token.text === '-' && found.unit.kind === 'money') return false;
  if (oneLetterGlued.has(written) && token.gap !== 'none') return false;
  if (written === 'won') return numeral.power > 0;
  if (token.kind === 'han') return acceptsHanUnit(context, numeral, written, found);
  return true;
}

const yearEnds = new Set([...'级规计制生']);

function acceptsHanUnit(
  context: Context,
  numeral: Numeral,
  written: string,
  found: { readonly unit: Unit; readonly next: number },
): boolean {
  const { tokens } = context;
  const after = tokens[found.next]?.text ?? '';
  const oneDigit = numeral.words && numeral.power === 0 && Number(numeral.digits) < 10;
  if (written === '年') {
    if (after === '代' || after === '级') return false;
    // 五年规划 is a name; 一年 is mostly "a year".
    if (numeral.words && yearEnds.has(after)) return false;
    if (numeral.words && numeral.digits === '1')
      return (
        /^[内后多以左之]$/.test(after) || hedgesBefore.endingAt(tokens, tokenBefore(tokens, numeral)) !== undefined
      );
    return true;
  }
  if (written === '日') return /^[内后前之以]$/.test(after);
  if (written === '周') return !/^[一二三四五六日岁边]$/.test(after) && !(numeral.words && numeral.digits === '1');
  if (written === '成') {
    return (
      numeral.power === 0 &&
      Number(numeral.digits) <= 10 &&
      !/^[为立果长员就分本功都交品熟型]$/.test(after) &&
      !(numeral.digits === '10')
    );
  }
  if (oneDigit && unitsNotAfterOneDigit.has(written)) {
    // 三套设备 counts, 三部门 and 一元化 do not: a unit that ends its clause is one.
    if (written === '元') return !/^[化素结论二三里]$/.test(after) && numeral.digits !== '1';
    return /^(?:台|套|箱|架)$/.test(written) ? numeral.digits !== '1' : false;
  }
  if (written === '人') return after !== '民';
  return true;
}

function tokenBefore(tokens: readonly Token[], numeral: Numeral): number {
  let i = numeral.next - 1;
  while (i >= 0 && (tokens[i] as Token).start >= numeral.start) i--;
  return i;
}

const measureWords = new Phrases<true>(
  [...measures, ...measuresAfterDigits].map((word): [string, true] => [word, true]),
);

function measureAt(
  context: Context,
  from: number,
  numeral: Numeral,
): { readonly next: number; readonly end: number } | undefined {
  const { tokens } = context;
  const found = measureWords.at(tokens, from);
  if (found === undefined || tokens[from]?.gap === 'line') return undefined;
  const word = context.text.slice(tokens[from]?.start, tokens[found.end - 1]?.end);
  if (numeral.words && measuresAfterDigits.has(word)) return undefined;
  // 一个 and 一家 are articles.
  if (numeral.words && numeral.digits === '1' && numeral.power === 0) return undefined;
  const after = tokens[found.end]?.text ?? '';
  if (word === '人' && (after === '民' || after === '口')) return undefined;
  if (word === '名' && after === '单') return undefined;
  if (word === '强') return undefined;
  return { next: found.end, end: tokens[found.end - 1]?.end ?? 0 };
}

// ---------------------------------------------------------------- Han numerals

const beforeBare = new Set([...'近上超过逾']);
const parts: Readonly<Record<string, { readonly percent: boolean; readonly power: number }>> = {
  百: { percent: true, power: 0 },
  千: { percent: false, power: -3 },
  万: { percent: false, power: -4 },
};

function readHanNumber(context: Context, index: number): NumberReading | undefined {
  const { tokens } = context;
  const token = tokens[index] as Token;
  if (token.text === '第') return readHanOrdinal(context, index);
  if (token.text === '首' || token.text === '榜') return readFirstPlace(tokens, index);
  if (token.text === '半') return readHalfYear(context, index);
  const part = readPart(context, index);
  if (part !== undefined) return part;
  if (!isHanNumeral(token.text)) return undefined;
  if (token.text === '一' && tokens[index + 1]?.text === '半') return readOneHalf(context, index);
  const bare = beforeBare.has(tokens[index - 1]?.text ?? '');
  const found = readHanNumeral(tokens, index, (at) => beginsUnit(context, at), bare);
  if (found?.numeral === undefined) return skip(found?.next ?? index + 1);
  const { numeral } = found;
  const fraction = readHanFraction(context, index, numeral);
  if (fraction !== undefined) return fraction;
  const base: Base = { first: index, start: token.start, negative: false, consecutive: false };
  const measured = withUnit(context, base, numeral);
  if (measured !== undefined) return measured;
  if (numeral.power === 0 && Number(numeral.digits) < 100) return skip(found.next);
  return { next: found.next, draft: draftWith({ ...base, numeral, next: numeral.next, end: numeral.end }, undefined) };
}

/** 百分之三点四, 千分之三, 万分之五. */
function readPart(context: Context, index: number): NumberReading | undefined {
  const { tokens } = context;
  const part = parts[tokens[index]?.text ?? ''];
  if (part === undefined || tokens[index + 1]?.text !== '分' || tokens[index + 2]?.text !== '之') return undefined;
  const number = tokens[index + 3];
  const found =
    number?.kind === 'number'
      ? readDigits(tokens, index + 3, () => false, false)
      : readHanNumeral(tokens, index + 3, () => false, false);
  const whole = number?.text === '百' ? { ...wholeHundred(tokens, index + 3) } : found?.numeral;
  if (whole?.next === undefined) return skip(index + 3);
  const numeral = { ...whole, power: whole.power + part.power };
  const draft = {
    first: index,
    next: numeral.next,
    start: (tokens[index] as Token).start,
    end: numeral.end,
    numeral,
    negative: false,
    consecutive: false,
  };
  return {
    next: numeral.next,
    draft: draftWith(draft, part.percent ? { id: 'percent', kind: 'percent', power: 0 } : undefined),
  };
}

/** 百分之百. */
function wholeHundred(tokens: readonly Token[], index: number): Numeral {
  const { start, end } = tokens[index] as Token;
  return { next: index + 1, start, end, digitsEnd: end, digits: '100', power: 0, ordinal: false, words: true };
}

/** 三分之一, 四分之三. */
function readHanFraction(context: Context, index: number, below: Numeral): NumberReading | undefined {
  const { tokens } = context;
  if (tokens[below.next]?.text !== '分' || tokens[below.next + 1]?.text !== '之') return undefined;
  const above = readHanNumeral(tokens, below.next + 2, () => false, false)?.numeral;
  const divisor = Number(below.digits) * 10 ** below.power;
  if (above === undefined || divisor < 2) return skip(below.next + 2);
  const numeral: Numeral = { ...above, start: below.start, divisor };
  return {
    next: above.next,
    draft: draftWith(
      {
        first: index,
        next: above.next,
        start: below.start,
        end: above.end,
        numeral,
        negative: false,
        consecutive: false,
      },
      undefined,
    ),
  };
}

/** 一半. */
function readOneHalf(context: Context, index: number): NumberReading {
  const { tokens } = context;
  const { start } = tokens[index] as Token;
  const { end } = tokens[index + 1] as Token;
  const numeral: Numeral = {
    next: index + 2,
    start,
    end,
    digitsEnd: end,
    digits: '1',
    divisor: 2,
    power: 0,
    ordinal: false,
    words: true,
  };
  return {
    next: index + 2,
    draft: draftWith(
      { first: index, next: index + 2, start, end, numeral, negative: false, consecutive: false },
      undefined,
    ),
  };
}

/** 半年. */
function readHalfYear(context: Context, index: number): NumberReading | undefined {
  const { tokens } = context;
  const year = tokens[index + 1];
  if (
    year?.text !== '年' ||
    /^[上下前大小多]$/.test(tokens[index - 1]?.text ?? '') ||
    /^[报度]$/.test(tokens[index + 2]?.text ?? '')
  )
    return undefined;
  const { start, end } = tokens[index] as Token;
  const numeral: Numeral = {
    next: index + 1,
    start,
    end,
    digitsEnd: end,
    digits: '0.5',
    power: 0,
    ordinal: false,
    words: true,
  };
  return {
    next: index + 2,
    draft: draftWith(
      { first: index, next: index + 2, start, end: year.end, numeral, negative: false, consecutive: false },
      { id: 'Y', kind: 'duration', power: 0 },
    ),
  };
}

/** 第三, 第14; a label before a comma at the start of a clause is none. */
function readHanOrdinal(context: Context, index: number): NumberReading | undefined {
  const { tokens } = context;
  const number = tokens[index + 1];
  const found =
    number?.kind === 'number'
      ? readDigits(tokens, index + 1, () => false, false)
      : readHanNumeral(tokens, index + 1, () => false, false);
  if (found?.numeral === undefined || found.numeral.digits.includes('.')) return undefined;
  const { numeral } = found;
  const before = tokens[index - 1];
  const begins = before === undefined || tokens[index]?.gap === 'line' || /^[；;。：:，,！？]$/.test(before.text);
  const after = tokens[numeral.next];
  if (begins && (after === undefined || /^[，,、：:]$/.test(after.text))) return skip(numeral.next);
  // 连续第13年
  const streak = streaksBefore.endingAt(tokens, index - 1);
  const start = (tokens[index] as Token).start;
  const draft = {
    first: index,
    next: numeral.next,
    start,
    end: numeral.end,
    numeral,
    negative: false,
    consecutive: streak !== undefined,
  };
  return { next: numeral.next, draft: { ...draftWith(draft, undefined), kind: 'ordinal' } };
}

/** 首位, 榜首: first. */
function readFirstPlace(tokens: readonly Token[], index: number): NumberReading | undefined {
  const token = tokens[index] as Token;
  const second = tokens[index + 1];
  if (second === undefined || second.text !== (token.text === '首' ? '位' : '首')) return undefined;
  const numeral: Numeral = {
    next: index + 2,
    start: token.start,
    end: second.end,
    digitsEnd: second.end,
    digits: '1',
    power: 0,
    ordinal: true,
    words: true,
  };
  const draft = {
    first: index,
    next: index + 2,
    start: token.start,
    end: second.end,
    numeral,
    negative: false,
    consecutive: false,
  };
  return { next: index + 2, draft: { ...draftWith(draft, undefined), kind: 'ordinal' } };
}

// ---------------------------------------------------------------- English words

function readWordNumber(context: Context, index: number): NumberReading | undefined {
  const { tokens } = context;
  const token = tokens[index] as Token;
  const decade = readArticleDuration(context, index);
  if (decade !== undefined) return decade;
  const numeral = readEnglishNumeral(tokens, index);
  if (numeral === undefined) return undefined;
  const last = tokens[numeral.next - 1] as Token;
  if (isCapitalized(context, token) && !beginsSentence(context, index)) return skip(numeral.next);
  if (glued(token) && tokens[index - 1]?.kind !== 'symbol') return skip(numeral.next);
  if (numeral.ordinal) {
    if (!isOrdinal(context, index, numeral)) return skip(numeral.next);
    return { next: numeral.next, draft: ordinalDraft(context, index, numeral) };
  }
  const ratio = readRatio(tokens, index, numeral);
  if (ratio !== undefined) return ratio;
  const base: Base = { first: index, start: token.start, negative: false, consecutive: false };
  const measured = withUnit(context, base, numeral);
  if (measured !== undefined) return isVagueTimes(token, measured) ? skip(measured.next) : measured;
  if (isAttribute(tokens, numeral.next)) return skip(numeral.next);
  const one = numeral.digits === '1' && numeral.power === 0 && numeral.divisor === undefined;
  if (one || numeral.digits === '0') return skip(numeral.next);
  if (isArticle(token) && numeral.digits === '1' && numeral.divisor === undefined && numeral.power < 6) {
    // "A hundred hands" is rhetoric, "more than a hundred" a number.
    if (hedgesBefore.endingAt(tokens, index - 1) === undefined) return skip(numeral.next);
  }
  const draft = { ...base, numeral, next: numeral.next, end: last.end };
  return { next: numeral.next, draft: draftWith(draft, undefined) };
}

function isArticle(token: Token): boolean {
  return token.text === 'a' || token.text === 'an';
}

/** A thousand times. */
function isVagueTimes(token: Token, { draft }: NumberReading): boolean {
  return draft?.unit === 'times' && isArticle(token);
}

/** A decade, a century. */
function readArticleDuration(context: Context, index: number): NumberReading | undefined {
  const { tokens } = context;
  const token = tokens[index] as Token;
  if (!isArticle(token)) return undefined;
  const found = unitAfter(context, index + 1, token.end);
  if (found === undefined || found.unit.kind !== 'duration' || found.unit.power === 0) return undefined;
  const before = tokens[index - 1]?.text ?? '';
  if (/^(?:of|twice|once|as|such)$/.test(before)) return undefined;
  const numeral: Numeral = {
    next: index + 1,
    start: token.start,
    end: token.end,
    digitsEnd: token.end,
    digits: '1',
    power: 0,
    ordinal: false,
    words: true,
  };
  return {
    next: found.next,
    draft: draftWith(
      {
        first: index,
        next: found.next,
        start: token.start,
        end: found.end,
        numeral,
        negative: false,
        consecutive: false,
      },
      found.unit,
    ),
  };
}

/** One in five, nine out of ten. */
function readRatio(tokens: readonly Token[], index: number, above: Numeral): NumberReading | undefined {
  const joint = tokens[above.next]?.text;
  const at =
    joint === 'in'
      ? above.next + 1
      : joint === 'out' && tokens[above.next + 1]?.text === 'of'
        ? above.next + 2
        : undefined;
  if (at === undefined) return undefined;
  const every = tokens[at]?.text === 'every' ? at + 1 : at;
  const below = readEnglishNumeral(tokens, every);
  const digits = tokens[every];
  const plain =
    digits?.kind === 'number' && /^(?:10|100|1000|20)$/.test(digits.text)
      ? { value: Number(digits.text), next: every + 1, end: digits.end }
      : undefined;
  const word =
    below === undefined || below.ordinal || below.divisor !== undefined
      ? undefined
      : { value: Number(below.digits) * 10 ** below.power, next: below.next, end: below.end };
  const divisor = word ?? plain;
  const value = Number(above.digits);
  if (divisor === undefined || above.power > 0 || divisor.value <= value || divisor.value < 2 || value > 99)
    return undefined;
  if (isAttribute(tokens, divisor.next)) return undefined;
  const numeral: Numeral = {
    ...above,
    next: divisor.next,
    end: divisor.end,
    digitsEnd: divisor.end,
    divisor: divisor.value,
  };
  return {
    next: divisor.next,
    draft: draftWith(
      {
        first: index,
        next: divisor.next,
        start: above.start,
        end: divisor.end,
        numeral,
        negative: false,
        consecutive: false,
      },
      undefined,
    ),
  };
}

// ---------------------------------------------------------------- ordinals in English

function ordinalDraft(context: Context, index: number, numeral: Numeral): Draft {
  const { tokens } = context;
  const next = numeral.next;
  const straight = streaksBefore.at(tokens, next);
  const after = straight === undefined ? next + 1 : straight.end;
  const consecutive =
    straight !== undefined || (tokens[next]?.kind === 'word' && streaksAfter.at(tokens, after) !== undefined);
  const draft = { first: index, next, start: numeral.start, end: numeral.end, numeral, negative: false, consecutive };
  return { ...draftWith(draft, undefined), kind: 'ordinal' };
}

const determiners = new Set([
  'the',
  'its',
  'their',
  'a',
  'our',
  'his',
  'her',
  'this',
  'that',
  'my',
  'your',
  'for',
  'in',
  'at',
  'to',
  'as',
  'into',
  'joint',
  'equal',
  "country's",
  "china's",
  'every',
  'and',
  'or',
  'from',
  'second',
  'third',
  'fourth',
]);
const ranks =
  /^(?:rank|ranks|ranked|ranking|come|came|comes|coming|place|placed|places|stand|stands|stood|finish|finished|finishes|rose|fell|moved|climbed|was|is|were|are|be|been|being|remain|remained|remains|sits|sat|overtaken|slipped|dropped|up|down|lies|lay|listed|rated)$/;
const afterRank =
  /^(?:in|place|among|globally|worldwide|nationwide|nationally|overall|consecutive|straight|successive|behind|position|largest|biggest|highest|lowest|to|out|of|rank|on|by|for|internationally|domestically)$/;

/** Whether "first" or "second" is a place in a row rather than an adverb, a label or a word of time. */
function isOrdinal(context: Context, index: number, numeral: Numeral): boolean {
  const { tokens } = context;
  const token = tokens[index] as Token;
  const before = tokens[index - 1];
  const after = tokens[numeral.next];
  if (after?.text === 'of' && tokens[numeral.next + 1]?.text === 'all') return false;
  if (after !== undefined && /^(?:ly|time|times|ever)$/.test(after.text) && token.text === 'first') return false;
  if (beginsSentence(context, index) && after !== undefined && /^[,:]$/.test(after.text)) return false;
  if (
    after?.text === '-' &&
    glued(after) &&
    !/^(?:largest|biggest|highest|lowest|ranked|placed|most|best|worst|longest|fastest|smallest|busiest|richest|poorest|busiest|strongest|quarter|half|year|place)$/.test(
      tokens[numeral.next + 1]?.text ?? '',
    )
  )
    return false;
  const ranked = before?.kind === 'word' && ranks.test(before.text);
  const led = after?.kind === 'word' && afterRank.test(after.text);
  if (ranked && (led || after === undefined || after.kind !== 'word')) return true;
  if (
    token.text === 'second' &&
    before !== undefined &&
    (before.text === 'per' || before.text === 'a' || before.kind === 'number')
  ) {
    return before.text === 'a' && after?.kind === 'word' && !/^(?:or|and|to|in|of|at)$/.test(after.text);
  }
  if (token.text === 'first') {
    // "When it first passed 40" is an adverb; "the first plant" is a place.
    if (before === undefined || before.kind !== 'word') return false;
    if (!/^(?:the|its|their|our|his|her|this|a)$/.test(before.text)) return false;
    return after?.kind === 'word' && !/^(?:to|and|is|was|of|in)$/.test(after.text);
  }
  if (beginsSentence(context, index)) return after?.kind === 'word' && ranked;
  return (before?.kind === 'word' && determiners.has(before.text)) || led || numeral.digits.length > 1 || ranked;
}
