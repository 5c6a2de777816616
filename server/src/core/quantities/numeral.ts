/** A number as digits or words write it, before its unit. */
export interface Numeral {
  /** The token after it. */
  readonly next: number;
  /** Where its digits or words stand: UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  /** Where the digits without their scale end; the same as `end` for words. */
  readonly digitsEnd: number;
  /** ASCII digits with at most one point. */
  readonly digits: string;
  /** Power of ten of its scale words. */
  readonly power: number;
  /** For fractions, what the digits are divided by. */
  readonly divisor?: number;
  readonly ordinal: boolean;
  /** Written in words, whose zeros are no digits. */
  readonly words: boolean;
  /** Where a hedge stands inside it: 40多万, 100余. */
  readonly hedge?: { readonly text: string; readonly start: number; readonly end: number };
}

/** The value to a double's precision; `digits` keeps the rest. Undefined where no double can hold it or its last digit. */
export function numeralValue(numeral: Numeral): number | undefined {
  const value = Number(`${numeral.digits}e${numeral.power}`) / (numeral.divisor ?? 1);
  return Number.isFinite(value) && numeralSteps(numeral).step > 0 ? value : undefined;
}

/** One unit of the last digit, and of the last digit that is not zero, both scaled. */
export function numeralSteps(numeral: Numeral): { readonly step: number; readonly roundStep: number } {
  if (numeral.divisor !== undefined) return { step: 0.01, roundStep: 0.01 };
  const [whole = '', decimals = ''] = numeral.digits.split('.');
  const all = whole + decimals;
  const zeros = all.length - all.replace(/0+$/, '').length;
  const last = numeral.power - decimals.length;
  const roundStep = Number(`1e${zeros === all.length ? last : last + zeros}`);
  return { step: numeral.words ? roundStep : Number(`1e${last}`), roundStep };
}
