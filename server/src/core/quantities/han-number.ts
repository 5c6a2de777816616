import { bareQuantity, bareQuantityWith } from './bare-quantity.js';
import { beginsUnit, type Context } from './context.js';
import { readDigits } from './digits.js';
import { isHanNumeral, readHanNumeral, scalePower } from './han-numerals.js';
import type { Token } from './lex.js';
import { type Base, type NumberReading, skip, withUnit } from './number-with-unit.js';
import { type Numeral, wordNumeral } from './numeral.js';
import { signBefore } from './signs.js';
import { hanCharacters } from './tables/chinese-numerals.js';

/** A number in ideographs: 两万五千亿元, 第三批, 三分之一, 首位. */
export function readHanNumber(context: Context, index: number): NumberReading | undefined {
  const { tokens } = context;
  const token = tokens[index] as Token;
  if (token.text === '第') return readHanOrdinal(context, index);
  if (token.text === '首' || token.text === '榜') return readFirstPlace(tokens, index);
  if (token.text === '半')
    return tokens[index + 1]?.text === '数' ? readOneHalf(context, index) : readHalfYear(context, index);
  const part = readPart(context, index);
  if (part !== undefined) return part;
  if (!isHanNumeral(token.text)) return undefined;
  if (token.text === '一' && tokens[index + 1]?.text === '半') return readOneHalf(context, index);
  const bare = hanCharacters.beforeBare.has(tokens[index - 1]?.text ?? '');
  const found = readHanNumeral(tokens, index, (at) => beginsUnit(context, at), bare);
  if (found?.numeral === undefined) return skip(found?.next ?? index + 1);
  const { numeral } = found;
  const fraction = readHanFraction(context, index, numeral);
  if (fraction !== undefined) return fraction;
  const sign = signBefore(context, index);
  const base: Base = { first: index, start: token.start, negative: false, ...sign, consecutive: false };
  const measured = withUnit(context, base, numeral);
  if (measured !== undefined) return measured;
  // 三点一刻 is a time of day.
  const isDecimal = numeral.digits.includes('.') && !hanCharacters.behindHours.has(tokens[numeral.next]?.text ?? '');
  const isSmall = numeral.power === 0 && Number(numeral.digits) < 100 && !isDecimal;
  if (isSmall && !beginsHanRange(context, base, numeral) && !endsPartRange(context, index)) return skip(found.next);
  return {
    next: found.next,
    bare: bareQuantityWith({ ...base, numeral, next: numeral.next, end: numeral.end }, undefined),
  };
}

/** The three of 三至五年; 统一到三个方面 has no one. */
function beginsHanRange(context: Context, base: Base, numeral: Numeral): boolean {
  const { tokens, words } = context;
  const from = Number(numeral.digits);
  const join = words.rangeJoins.at(tokens, numeral.next);
  if (join === undefined || (from < 2 && tokens[numeral.next]?.text === '到')) return false;
  const to = readHanNumeral(tokens, join.end, (at) => beginsUnit(context, at), false)?.numeral;
  return to !== undefined && from < Number(to.digits) * 10 ** to.power && withUnit(context, base, to) !== undefined;
}

/** The 四十 of 百分之三十到四十. */
function endsPartRange({ tokens, words }: Context, index: number): boolean {
  const join = words.rangeJoins.endingAt(tokens, index - 1);
  if (join === undefined) return false;
  let at = join.end - 1;
  while (/^[点\d.]/.test(tokens[at]?.text ?? '') || isHanNumeral(tokens[at]?.text ?? '')) at--;
  return at < join.end - 1 && tokens[at]?.text === '之' && tokens[at - 1]?.text === '分';
}

/** 百分之三点四, 千分之三, 百万分之五, 负百分之二点五. */
function readPart(context: Context, index: number): NumberReading | undefined {
  const { tokens } = context;
  let at = index;
  let power = 0;
  for (let scale = scalePower(tokens[at]?.text ?? ''); scale !== undefined && at < index + 3; ) {
    power += scale;
    at++;
    scale = scalePower(tokens[at]?.text ?? '');
  }
  if (power < 2 || tokens[at]?.text !== '分' || tokens[at + 1]?.text !== '之') return undefined;
  const minus = tokens[at + 2]?.text === '负' ? 1 : 0;
  const first = at + 2 + minus;
  const number = tokens[first];
  const found =
    number?.kind === 'number'
      ? readDigits(context, first, () => false, false)
      : readHanNumeral(tokens, first, () => false, false);
  const whole = number?.text === '百' ? wholeHundred(tokens, first) : found?.numeral;
  if (whole === undefined) return skip(Math.max(first, found?.next ?? 0));
  const isPercent = power === 2;
  const numeral = isPercent ? whole : { ...whole, power: whole.power - power };
  const unit = isPercent ? ({ id: 'percent', kind: 'percent', power: 0 } as const) : undefined;
  const sign = signBefore(context, index);
  const bare = bareQuantity(index, numeral, unit);
  const start = sign?.start ?? (tokens[index] as Token).start;
  const negative = minus > 0 || sign?.negative === true;
  return { next: numeral.next, bare: { ...bare, first: sign?.first ?? index, start, negative } };
}

/** 百分之百. */
function wholeHundred(tokens: readonly Token[], index: number): Numeral {
  return wordNumeral(index + 1, tokens[index] as Token, '100');
}

/** 三分之一, 四分之三, 16分之5. */
export function readHanFraction(context: Context, index: number, below: Numeral): NumberReading | undefined {
  const { tokens } = context;
  if (tokens[below.next]?.text !== '分' || tokens[below.next + 1]?.text !== '之') return undefined;
  const at = below.next + 2;
  const found =
    tokens[at]?.kind === 'number'
      ? readDigits(context, at, () => false, false)
      : readHanNumeral(tokens, at, () => false, false);
  const above = found?.numeral;
  const divisor = Number(below.digits) * 10 ** below.power;
  if (above === undefined || divisor < 2 || !Number.isInteger(divisor)) return skip(Math.max(at, found?.next ?? 0));
  const numeral: Numeral = { ...above, start: below.start, divisor };
  return { next: above.next, bare: bareQuantity(index, numeral) };
}

/** 一半, 半数. */
function readOneHalf({ tokens }: Context, index: number): NumberReading {
  const { start } = tokens[index] as Token;
  const { end } = tokens[index + 1] as Token;
  return { next: index + 2, bare: bareQuantity(index, wordNumeral(index + 2, { start, end }, '1', 2)) };
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
  const numeral = wordNumeral(index + 1, tokens[index] as Token, '0.5');
  const end = { next: index + 2, end: year.end };
  return { next: index + 2, bare: bareQuantity(index, numeral, { id: 'Y', kind: 'duration', power: 0 }, end) };
}

/** 第三, 第14; a label before a comma at the start of a clause is none. */
function readHanOrdinal(context: Context, index: number): NumberReading | undefined {
  const { tokens } = context;
  const number = tokens[index + 1];
  const found =
    number?.kind === 'number'
      ? readDigits(context, index + 1, () => false, false)
      : readHanNumeral(tokens, index + 1, () => false, false);
  if (found?.numeral === undefined || found.numeral.digits.includes('.')) return undefined;
  const { numeral } = found;
  const before = tokens[index - 1];
  const begins = before === undefined || tokens[index]?.gap === 'line' || /^[；;。：:，,！？]$/.test(before.text);
  const after = tokens[numeral.next];
  if (begins && (after === undefined || /^[，,、：:]$/.test(after.text))) return skip(numeral.next);
  // 连续第13年
  const consecutive = context.words.streaksBefore.endingAt(tokens, index - 1) !== undefined;
  const { start } = tokens[index] as Token;
  return { next: numeral.next, bare: { ...bareQuantity(index, numeral), start, consecutive, kind: 'ordinal' } };
}

/** 首位, 榜首: first. */
function readFirstPlace(tokens: readonly Token[], index: number): NumberReading | undefined {
  const token = tokens[index] as Token;
  const second = tokens[index + 1];
  if (second === undefined || second.text !== (token.text === '首' ? '位' : '首')) return undefined;
  const numeral: Numeral = { ...wordNumeral(index + 2, { start: token.start, end: second.end }, '1'), ordinal: true };
  return { next: index + 2, bare: { ...bareQuantity(index, numeral), kind: 'ordinal' } };
}
