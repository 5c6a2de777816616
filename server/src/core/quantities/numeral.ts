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
  /** Scales stand among its digits: 5万4千. */
  readonly isMixed?: true;
  /** Written in words, whose zeros are no digits. */
  readonly words: boolean;
  /** Where a hedge stands inside it: 40多万, 100余. */
  readonly hedge?: { readonly text: string; readonly start: number; readonly end: number };
}

/** A number whose words or ideographs stand from `start` to `end`: digits, or digits over a divisor. */
export function wordNumeral(
  next: number,
  { start, end }: { readonly start: number; readonly end: number },
  digits: string,
  divisor?: number,
): Numeral {
  const numeral = { next, start, end, digitsEnd: end, digits, power: 0, ordinal: false, words: true };
  return divisor === undefined ? numeral : { ...numeral, divisor };
}

/** The value to a double's precision; `digits` keeps the rest. Undefined where no double can hold it. */
export function numeralValue({ digits, divisor }: Numeral, power: number): number | undefined {
  const value = (power === 0 ? Number(digits) : Number(`${digits}e${power}`)) / (divisor ?? 1);
  return Number.isFinite(value) ? value : undefined;
}

/** One unit of the last digit, and of the last digit that is not zero, both scaled. */
export function numeralSteps(
  { digits, divisor, words }: Numeral,
  power: number,
): { readonly step: number; readonly roundStep: number } {
  if (divisor !== undefined) return { step: 0.01, roundStep: 0.01 };
  const point = digits.indexOf('.');
  const last = point < 0 ? power : power - (digits.length - 1 - point);
  let zeros = 0;
  let at = digits.length - 1;
  for (; at >= 0 && /[0.]/.test(digits.charAt(at)); at--) if (at !== point) zeros++;
  const roundStep = tenTo(at < 0 ? last : last + zeros);
  return { step: words ? roundStep : tenTo(last), roundStep };
}

/** The powers of honest numbers; others are read as they come. */
const lowest = -30;
const powers: readonly number[] = Array.from({ length: 61 }, (_, index) => Number(`1e${lowest + index}`));

/** As digits write it: 10 ** -5 is not quite 1e-5. */
export function tenTo(power: number): number {
  return powers[power - lowest] ?? Number(`1e${power}`);
}
