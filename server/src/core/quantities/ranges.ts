import type { BareQuantity } from './bare-quantity.js';
import type { Context } from './context.js';

/**
 * How two numbers beside each other belong together. A change ("from 16 to 20 percent") is no range, and neither is a
 * choice ("5 or 6 days"); both share their unit.
 */
export type Pairing = 'range' | 'change' | 'choice' | 'score' | undefined;

const pairable = new Set(['number', 'money', 'percent', 'points', 'duration', 'quantity']);

export function pairingOf(context: Context, first: BareQuantity, second: BareQuantity): Pairing {
  const { tokens, words } = context;
  if (!pairable.has(first.kind) || !pairable.has(second.kind) || second.first < first.next) return undefined;
  if (second.first - first.next > 6) return undefined;
  const begun = words.rangeBegins.endingAt(tokens, first.first - 1) ?? hedgedBegin(context, first);
  // 8- to 16-metre
  const isBegun = begun !== undefined || words.rangeEnds.at(tokens, second.next) !== undefined;
  const from = tokens[first.next]?.text === '-' ? first.next + 1 : first.next;
  const choice = words.alternatives.at(tokens, from);
  if (choice?.end === second.first) return first.unit === undefined && second.unit !== undefined ? 'choice' : undefined;
  const worded = from > first.next ? words.rangeJoins.at(tokens, from) : undefined;
  const join =
    worded ??
    (isBegun ? words.rangeJoinsBegun.at(tokens, first.next) : undefined) ??
    words.rangeJoins.at(tokens, first.next);
  if (join === undefined) return undefined;
  let at = join.end;
  if (worded !== undefined && tokens[at]?.text === '-') at++;
  const hedge = words.hedgesBefore.at(tokens, at);
  if (hedge !== undefined) at = hedge.end;
  if (at !== second.first) return undefined;
  if (first.unit !== undefined && second.unit !== undefined && first.unit !== second.unit) return undefined;
  // $150-200bn, 百分之三十到四十: a unit in front is that of both.
  const isUnitInFront = first.kind === 'money' || first.start < first.numeral.start;
  if (first.unit !== undefined && second.unit === undefined && !isUnitInFront) return undefined;
  if (isScore(context, first, second)) return 'score';
  const change =
    words.changeBegins.endingAt(tokens, first.first - 1) !== undefined || isSizeOfChange(context, first, second);
  return change ? 'change' : 'range';
}

/** "Rose by 1,530 to 33,980": how much, and to what; "by 5 to 10 percent" is a range. */
function isSizeOfChange({ tokens, words }: Context, first: BareQuantity, second: BareQuantity): boolean {
  const hedge = words.hedgesBefore.endingAt(tokens, first.first - 1);
  const by = words.changeSizes.endingAt(tokens, hedge === undefined ? first.first - 1 : hedge.end - 1);
  if (by === undefined) return false;
  const value = ({ numeral: { digits, power } }: BareQuantity) => Number(digits) * 10 ** power;
  return value(second) > value(first) * 3;
}

/** 2-1: bare whole numbers with a hyphen, the first not the smaller one. */
function isScore(context: Context, first: BareQuantity, second: BareQuantity): boolean {
  const mark = context.tokens[first.next];
  if (first.kind !== 'number' || second.kind !== 'number' || mark?.gap !== 'none' || !/^[-–]$/.test(mark.text))
    return false;
  const bare = first.numeral.power === 0 && second.numeral.power === 0 && second.end === second.numeral.end;
  return bare && Number(first.numeral.digits) >= Number(second.numeral.digits);
}

/** Between about 35 and 40. */
function hedgedBegin({ tokens, words }: Context, first: BareQuantity) {
  const hedge = words.hedgesBefore.endingAt(tokens, first.first - 1);
  return hedge === undefined ? undefined : words.rangeBegins.endingAt(tokens, hedge.end - 1);
}

/** A bare quantity with the unit and scale that only the number beside it has; undefined where nothing is taken over. */
export function inherit(
  context: Context,
  bare: BareQuantity,
  from: BareQuantity,
  backwards: boolean,
): BareQuantity | undefined {
  // From a third to 45%: a fraction is whole as it stands.
  if (bare.numeral.divisor !== undefined) return undefined;
  const takesUnit = bare.unit === undefined && bare.kind === 'number' && from.unit !== undefined;
  const takesScale =
    backwards && bare.numeral.power === 0 && from.numeral.power !== 0 && (takesUnit || bare.unit === from.unit);
  if (!takesUnit && !takesScale) return undefined;
  // 12 towns to 40% is no range; a number with a noun of its own has its unit.
  if (context.words.latin.nouns.isPlural(context.tokens[bare.next]?.text ?? '')) return undefined;
  const numeral = takesScale ? { ...bare.numeral, power: from.numeral.power } : bare.numeral;
  return takesUnit ? { ...bare, numeral, kind: from.kind, unit: from.unit, power: from.power } : { ...bare, numeral };
}
