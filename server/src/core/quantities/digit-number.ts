import { bareQuantity, bareQuantityWith } from './bare-quantity.js';
import { beginsUnit, type Context, glued, isCapitalized, isGluedToWord, tokenAt, unitAfter } from './context.js';
import { currencyEndingAt, currencySignAt, isCurrencySign } from './currencies.js';
import { isYearLike } from './dates.js';
import { readDigits } from './digits.js';
import { followedByUnit } from './followed-by-unit.js';
import { readHanFraction } from './han-number.js';
import { readPartOfUnit } from './latin-number.js';
import { ordinalQuantity } from './latin-ordinals.js';
import type { Token } from './lex.js';
import {
  afterGlued,
  type Base,
  currencyNameBefore,
  isAttribute,
  type NumberReading,
  rated,
  skip,
  withUnit,
} from './number-with-unit.js';
import { type Numeral, wordNumeral } from './numeral.js';
import { signBefore } from './signs.js';
import type { Unit } from './units.js';

/** A number in digits, with what stands round it. */
export function readDigitNumber(context: Context, index: number): NumberReading {
  const { tokens, text } = context;
  const token = tokens[index] as Token;
  const sign = token.gap === 'line' ? undefined : currencyEndingAt(text, token.start, context.isYen);
  const currency = sign !== undefined && isOfNumberBefore(context, index) ? undefined : sign;
  const first = currency === undefined ? index : firstToken(tokens, index, currency.start);
  if (currency === undefined && isGluedToWord(context, index)) return skip(afterParts(tokens, index + 1));
  const small = readSmallFraction(context, index) ?? readInTen(context, index);
  if (small !== undefined) return small;
  const money =
    currency !== undefined ||
    endsMoneyRange(context, index) ||
    isScaledUnit(context, index) ||
    isScaledSign(context, index);
  const found = readDigits(context, index, (at) => beginsUnit(context, at), money);
  if (found?.numeral === undefined) return skip(found?.next ?? index + 1);
  const plus = signBefore(context, first);
  const base = {
    first: plus?.first ?? first,
    start: plus?.start ?? currency?.start ?? token.start,
    negative: plus?.negative ?? false,
    consecutive: false,
  };
  const { numeral } = found;
  if (numeral.ordinal) return { next: found.next, bare: ordinalQuantity(context, index, numeral) };
  if (currency !== undefined) return moneyDraft(context, base, numeral, currency);
  const part = readPartOfUnit(context, index, numeral) ?? readHanFraction(context, index, numeral);
  if (part !== undefined) return part;
  const behind = currencySignAt(text, numeral.end, context.isYen);
  if (behind !== undefined) {
    const next = tokenAt(tokens, numeral.next, behind.end);
    return rated(context, { ...base, numeral, next, end: behind.end }, { id: behind.code, kind: 'money', power: 0 });
  }
  const before = currencyNameBefore(tokens, index);
  const measured = withUnit(context, base, numeral);
  if (measured !== undefined) return measured;
  if (before !== undefined)
    return {
      next: numeral.next,
      bare: bareQuantityWith(
        {
          ...base,
          first: before.end,
          start: (tokens[before.end] as Token).start,
          numeral,
          next: numeral.next,
          end: numeral.end,
        },
        { id: before.value, kind: 'money', power: 0 },
      ),
    };
  if (tokens[numeral.next]?.kind === 'word' && glued(tokens[numeral.next]))
    return skip(afterGlued(tokens, numeral.next));
  if (isAttribute(context, numeral.next)) return skip(numeral.next);
  if (namesOtherMoney(context, numeral.next)) return skip(numeral.next + 2);
  // 2022中国 is neither a year as the language writes it nor a count.
  const after = tokens[numeral.next];
  const besideHan = (glued(token) && tokens[index - 1]?.kind === 'han') || (glued(after) && after.kind === 'han');
  if (isYearLike(numeral.digits) && numeral.power === 0 && besideHan) return skip(numeral.next);
  return {
    next: numeral.next,
    bare: bareQuantityWith({ ...base, numeral, next: numeral.next, end: numeral.end }, undefined),
  };
}

/** 3m€, 2.5bn £. */
function isScaledSign({ tokens, text, isYen }: Context, index: number): boolean {
  const letter = tokens[index + 1];
  return letter?.kind === 'word' && letter.gap === 'none' && currencySignAt(text, letter.end, isYen) !== undefined;
}

/** 14.8m TEU, 1.2 m tonnes, 400m rand: a letter between a number and its unit is a scale. */
function isScaledUnit({ tokens, text, units }: Context, index: number): boolean {
  const [letter, word] = [tokens[index + 1], tokens[index + 2]];
  if (letter?.text !== 'm' || letter.gap === 'line' || word?.kind !== 'word' || word.gap !== 'space') return false;
  const found = units.at(text, word.start);
  return (
    found !== undefined &&
    (found.unit.kind === 'quantity' || found.unit.kind === 'money') &&
    found.end > word.start + 1 &&
    !/^(?:in|ft)$/.test(word.text)
  );
}

/** The 760m of £560-760m, whose letter is a scale. */
function endsMoneyRange(context: Context, index: number): boolean {
  const { tokens, text, words } = context;
  if (words.rangeJoins.endingAt(tokens, index - 1) === undefined) return false;
  const scale = tokens[index - 2]?.kind === 'word' && glued(tokens[index - 2]) ? 1 : 0;
  const first = tokens[index - 2 - scale];
  return first?.kind === 'number' && currencyEndingAt(text, first.start, context.isYen) !== undefined;
}

/** 100 Namibian dollars: money that the tables do not name. */
function namesOtherMoney(context: Context, index: number): boolean {
  const [name, word] = [context.tokens[index], context.tokens[index + 1]];
  if (!isCapitalized(context, name) || word?.kind !== 'word' || word.gap !== 'space') return false;
  return context.units.at(context.text, word.start)?.unit.kind === 'money';
}

/** The first $ of "10 $ 30 $". */
function isOfNumberBefore({ tokens, text, isYen }: Context, index: number): boolean {
  const [number, mark] = [tokens[index - 2], tokens[index - 1]];
  if (number?.kind !== 'number' || !isCurrencySign(mark?.text ?? '')) return false;
  return currencySignAt(text, number.end, isYen) !== undefined;
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

/** 1/3 of, 2/3的. */
function readSmallFraction(context: Context, index: number): NumberReading | undefined {
  const { tokens, words } = context;
  const above = tokens[index] as Token;
  const slash = tokens[index + 1];
  const below = tokens[index + 2];
  if (slash?.text !== '/' || !glued(slash) || !glued(below) || below.kind !== 'number') return undefined;
  const after = tokens[index + 3];
  const fraction =
    /^\d$/.test(above.text) &&
    /^[2-9]$|^10$/.test(below.text) &&
    Number(above.text) < Number(below.text) &&
    (words.latin.numerals.of.has(after?.text ?? '') ||
      (after?.kind === 'han' && after.gap === 'none') ||
      (tokens[index - 1]?.kind === 'han' && above.gap === 'none'));
  const numeral = over(index + 3, above, below);
  const isSmall = /^\d$/.test(above.text) && /^\d{1,2}$/.test(below.text) && Number(above.text) < Number(below.text);
  const unit = isSmall && !fraction ? unitAfter(context, index + 3, below.end) : undefined;
  // 1/4 mile; 1/2 day and 1/12 month may be something else.
  if (unit?.unit.kind === 'quantity') return { next: unit.next, bare: bareQuantity(index, numeral, unit.unit, unit) };
  if (!fraction) return skip(index + 3);
  return { next: index + 3, bare: bareQuantity(index, numeral) };
}

/** One number in digits over another. */
function over(next: number, above: Token, below: Token): Numeral {
  const numeral = wordNumeral(next, { start: above.start, end: below.end }, above.text, Number(below.text));
  return { ...numeral, words: false };
}

/** 3 in 10 households, 1 in 3 adults, 97 out of 100. */
function readInTen(context: Context, index: number): NumberReading | undefined {
  const { tokens, words } = context;
  const above = tokens[index] as Token;
  const joint = words.ratioJoints.at(tokens, index + 1);
  const at = joint?.end ?? 0;
  const below = tokens[at];
  if (joint === undefined || below?.kind !== 'number' || !/^\d{1,3}$/.test(above.text)) return undefined;
  const isOutOf = joint.value === 'outOf';
  // 2 in 5 adults, not "2 in 5 days".
  const counts = words.latin.nouns.isPlural(tokens[at + 1]?.text ?? '') && !followedByUnit(context, at);
  const every = (above.text === '1' || counts) && !isOutOf ? /^(?:[2-9]|1\d|20|10{2,3})$/ : /^10{1,3}$/;
  if (!every.test(below.text) || Number(above.text) >= Number(below.text)) return undefined;
  const after = tokens[at + 1];
  const isEnd = above.text === '1' && (after === undefined || /^[.,;:!?)|]$/.test(after.text));
  if (!isOutOf && (above.text.length > 1 || (after?.kind !== 'word' && !isEnd))) return undefined;
  return { next: at + 1, bare: bareQuantity(index, over(at + 1, above, below)) };
}

/** An amount after a currency's sign; the same currency's word may follow, and a rate. */
function moneyDraft(
  context: Context,
  base: Base,
  numeral: Numeral,
  currency: { readonly code: string; readonly power?: number },
): NumberReading {
  let { code } = currency;
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
  const unit: Unit = { id: code, kind: 'money', power: currency.power ?? 0 };
  return rated(context, { ...base, numeral, next, end }, unit);
}
