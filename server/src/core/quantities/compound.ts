import type { BareQuantity } from './bare-quantity.js';
import type { Context } from './context.js';
import { hanCharacters } from './tables/chinese-numerals.js';

/** Units that are told in two amounts, with the smaller one and how many of it make one: 2 hours 30 minutes. */
const smaller: ReadonlyMap<string, readonly [unit: string, factor: number]> = new Map([
  ['Y', ['M', 12]],
  ['W', ['D', 7]],
  ['D', ['h', 24]],
  ['h', ['min', 60]],
  ['min', ['s', 60]],
  ['ft', ['in', 12]],
  ['lb', ['oz', 16]],
]);

/** The token at which the smaller part of an amount may begin: 5 feet and 2 inches, 两年零三个月. Undefined where none may. */
export function smallerPartAt({ tokens, words }: Context, bare: BareQuantity): number | undefined {
  const isMoney = isOfMoney(bare) && isPlain(bare);
  if (!isMoney && (!smaller.has(bare.unit ?? '') || !isWhole(bare))) return undefined;
  const joint = tokens[bare.next]?.text ?? '';
  const isJoined = words.latin.numerals.joints.has(joint) || hanCharacters.zeros.has(joint) || joint === '又';
  const at = isJoined ? bare.next + 1 : bare.next;
  return tokens[at] === undefined || tokens[at]?.gap === 'line' ? undefined : at;
}

/** Both as one amount in the smaller unit: 150 minutes. Undefined where the second is no part of the first. */
export function joinedAmounts({ text }: Context, first: BareQuantity, second: BareQuantity): BareQuantity | undefined {
  if (isOfMoney(first)) return joinedMoney(first, second);
  const [unit, factor] = smaller.get(first.unit ?? '') ?? ['', 0];
  // 1小时30分
  const isMinutes = unit === 'min' && second.unit === undefined && text.charAt(second.end) === '分';
  if ((second.unit !== unit && !isMinutes) || !isWhole(second) || second.negative) return undefined;
  const rest = Number(second.numeral.digits);
  if (rest >= factor) return undefined;
  const { start } = first.numeral;
  const digits = String(Number(first.numeral.digits) * factor + rest);
  return {
    ...first,
    next: isMinutes ? second.next + 1 : second.next,
    end: isMinutes ? second.end + 1 : second.end,
    unit,
    kind: isMinutes ? first.kind : second.kind,
    numeral: { ...second.numeral, start, digits, words: false },
  };
}

/** 20 dollars and 43 cents, 五元三角. */
function joinedMoney(first: BareQuantity, second: BareQuantity): BareQuantity | undefined {
  if (second.unit !== first.unit || second.power >= 0 || second.power < -2 || second.negative) return undefined;
  const [whole = '', decimals = ''] = first.numeral.digits.split('.');
  const { digits, power, divisor } = second.numeral;
  const places = -second.power - decimals.length;
  if (power !== 0 || divisor !== undefined || !/^\d+$/.test(digits) || digits.length > places) return undefined;
  const { start } = first.numeral;
  const joined = `${whole}.${decimals}${digits.padStart(places, '0')}`;
  return {
    ...first,
    next: second.next,
    end: second.end,
    numeral: { ...second.numeral, start, digits: joined, words: false },
  };
}

function isOfMoney({ kind }: BareQuantity): boolean {
  return kind === 'money';
}

function isPlain({ numeral, power }: BareQuantity): boolean {
  return numeral.power === 0 && power === 0 && numeral.divisor === undefined;
}

function isWhole(bare: BareQuantity): boolean {
  return isPlain(bare) && !bare.numeral.digits.includes('.');
}
