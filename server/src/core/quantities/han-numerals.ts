import { dictionary } from '../text/dictionary.js';
import type { Token } from './lex.js';
import type { Numeral } from './numeral.js';
import { hanCharacters } from './tables/chinese-numerals.js';

const digitValues: Readonly<Record<string, number>> = dictionary({
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
});
const smallScales: Readonly<Record<string, number>> = dictionary({ 十: 1, 百: 2, 千: 3, 拾: 1, 佰: 2, 仟: 3 });
/** Powers of ten of the scales that end a group. */
const largeScales: Readonly<Record<string, number>> = dictionary({ 万: 4, 萬: 4, 亿: 8, 億: 8, 兆: 12 });
/** Words that leave the digits open: 十几, 数百. No value is read. */
const vague = '几数';

export function isHanDigit(text: string): boolean {
  return text in digitValues;
}

export function hanDigit(text: string): number | undefined {
  return digitValues[text];
}

export function isHanNumeral(text: string): boolean {
  return text in digitValues || text in smallScales || text in largeScales;
}

export function scalePower(text: string): number | undefined {
  return largeScales[text] ?? smallScales[text];
}

/** No honest number is longer. */
export const maxRun = 40;

/** Reads that leave a value out still say where they end. */
export interface HanReading {
  readonly next: number;
  readonly numeral: Numeral | undefined;
}

/**
 * The number that ideographs write from token `index` on. `isUnit` says whether a unit begins at a token (千 of 千瓦 is
 * no thousand); `bare` lets 百 and 千 stand without a digit before them (近百家).
 */
export function readHanNumeral(
  tokens: readonly Token[],
  index: number,
  isUnit: (index: number) => boolean,
  bare: boolean,
): HanReading | undefined {
  const first = tokens[index];
  if (first === undefined || first.kind !== 'han' || !isHanNumeral(first.text)) return undefined;
  let next = index;
  let run = '';
  let point = -1;
  let hedge: Numeral['hedge'];
  for (; ; next++) {
    const token = tokens[next];
    if (token === undefined || (token.kind !== 'han' && token.text !== '·')) break;
    const text = token.text;
    if (isHanNumeral(text)) {
      if (run !== '' && (text === '千' || text === '兆' || text === '百') && isUnit(next)) break;
      run += text;
      continue;
    }
    const after = tokens[next + 1]?.text ?? '';
    if (text === '点' && point < 0 && run !== '' && isHanDigit(after)) {
      point = run.length;
      continue;
    }
    if (hedge === undefined && hanCharacters.innerHedges.has(text) && after in largeScales && !isUnit(next + 1)) {
      hedge = { text, start: token.start, end: token.end };
      continue;
    }
    break;
  }
  if (vague.includes(tokens[next]?.text ?? '-') || vague.includes(tokens[index - 1]?.text ?? '-'))
    return { next, numeral: undefined };
  if (run.length > maxRun) return { next, numeral: undefined };
  const read = point < 0 ? parse(run, bare) : parseDecimal(run, point);
  if (read === undefined) return { next, numeral: undefined };
  const end = (tokens[next - 1] as Token).end;
  const numeral = { next, start: first.start, end, digitsEnd: end, ...read, ordinal: false, words: true };
  return { next, numeral: hedge === undefined ? numeral : { ...numeral, hedge } };
}

interface Parsed {
  readonly digits: string;
  readonly power: number;
}

function parseDecimal(run: string, point: number): Parsed | undefined {
  const whole = parse(run.slice(0, point), false);
  if (whole === undefined) return undefined;
  const decimals = [...run.slice(point)];
  let power = 0;
  while (decimals.length > 0 && (decimals.at(-1) as string) in largeScales)
    power += largeScales[decimals.pop() as string] as number;
  if (decimals.length === 0 || !decimals.every(isHanDigit)) return undefined;
  return {
    digits: `${Number(whole.digits) * 10 ** whole.power}.${decimals.map((digit) => digitValues[digit]).join('')}`,
    power,
  };
}

/** The digits of a year as positions: 二〇二三. */
export function positionalDigits(run: string): string | undefined {
  const digits = [...run];
  return digits.every(isHanDigit) ? digits.map((digit) => digitValues[digit]).join('') : undefined;
}

function parse(run: string, bare: boolean): Parsed | undefined {
  const characters = [...run];
  let power = 0;
  const tail = [...characters];
  while (tail.length > 1 && (tail.at(-1) as string) in largeScales)
    power += largeScales[tail.pop() as string] as number;
  const largest = tail.reduce((most, character) => Math.max(most, largeScales[character] ?? 0), 0);
  if (power > largest) {
    const coefficient = evaluate(tail, bare);
    return coefficient === undefined ? undefined : { digits: String(coefficient), power };
  }
  const value = evaluate(characters, bare);
  return value === undefined ? undefined : { digits: String(value), power: 0 };
}

/** 两万五千 to 25000; undefined for what is no number (三四, 十五六, 百). */
function evaluate(characters: readonly string[], bare: boolean): number | undefined {
  let value = 0;
  let section = 0;
  let current = 0;
  let digit = -1;
  let lastPower = 0;
  let zero = false;
  let smallest = 99;
  /** The last scale beyond 万: 四十九兆九千亿 adds, 五亿兆 multiplies. */
  let largest = 0;
  for (const [position, character] of characters.entries()) {
    const asDigit = digitValues[character];
    if (asDigit !== undefined) {
      if (digit > 0) return undefined;
      if (asDigit === 0 && position === 0 && characters.length > 1) return undefined;
      zero = asDigit === 0 ? true : zero && digit === 0;
      digit = asDigit;
      continue;
    }
    const small = smallScales[character];
    if (small !== undefined) {
      if (digit < 0 || digit === 0) {
        if (small > 1 && !(bare && position === 0)) return undefined;
        digit = 1;
      }
      if (small >= smallest) return undefined;
      smallest = small;
      current += digit * 10 ** small;
      lastPower = small;
    } else {
      const large = largeScales[character] as number;
      if (digit > 0) current += digit;
      if (current === 0 && section === 0) {
        if (!(bare && position === 0)) return undefined;
        current = 1;
      }
      if (large === 4) section = (section + current) * 1e4;
      else {
        value = largest > large ? value + (section + current) * 10 ** large : (value + section + current) * 10 ** large;
        largest = large;
        section = 0;
      }
      current = 0;
      lastPower = large;
      smallest = 99;
    }
    digit = -1;
    zero = false;
  }
  // 一百二 is 120, 三万五 35,000; 一百零二 has its zero.
  if (digit > 0) current += lastPower > 1 && !zero ? digit * 10 ** (lastPower - 1) : digit;
  const total = value + section + current;
  return Number.isSafeInteger(total) ? total : undefined;
}
