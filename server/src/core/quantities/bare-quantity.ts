import type { Span } from '../text/span.js';
import type { Numeral } from './numeral.js';
import { numeralSteps, numeralValue, tenTo } from './numeral.js';
import type { Quantity, QuantityKind } from './quantity.js';
import type { Unit } from './units.js';

/** A quantity before its hedges, direction and range are read. */
export interface BareQuantity {
  /** First token, and the one after the last, of the number and its unit. */
  readonly first: number;
  readonly next: number;
  readonly start: number;
  readonly end: number;
  readonly numeral: Numeral;
  readonly kind: QuantityKind;
  readonly unit: string | undefined;
  /** Power of ten that the unit's word adds. */
  readonly power: number;
  readonly negative: boolean;
  readonly consecutive: boolean;
  /** What stands before it says that it is per a year or a person: 每年1849英镑. */
  readonly per?: string;
  readonly rate?: Quantity['rate'];
}

export function bareQuantityWith(
  bare: Omit<BareQuantity, 'kind' | 'unit' | 'power'>,
  unit: Unit | undefined,
): BareQuantity {
  // One shape, field by field: copies of many shapes are slow where numbers stand close.
  return {
    first: bare.first,
    next: bare.next,
    start: bare.start,
    end: bare.end,
    numeral: bare.numeral,
    kind: unit?.kind ?? 'number',
    unit: unit?.id,
    power: unit?.power ?? 0,
    negative: bare.negative,
    consecutive: bare.consecutive,
  };
}

/** A number that stands as its numeral does, or with the unit up to `next` and `end`. */
export function bareQuantity(
  first: number,
  numeral: Numeral,
  unit?: Unit,
  { next, end }: { readonly next: number; readonly end: number } = numeral,
): BareQuantity {
  const { start } = numeral;
  return bareQuantityWith({ first, next, start, end, numeral, negative: false, consecutive: false }, unit);
}

type Read = Pick<Quantity, 'comparator' | 'comparatorSpan' | 'direction' | 'rangeWith' | 'inherited' | 'per' | 'noun'>;

/** The digits that stand for what is written up to the scale behind it. */
function writtenDigits({ digits, divisor, isMixed, power }: Numeral): string {
  if (divisor !== undefined) return `${digits}/${divisor}`;
  return isMixed === true ? digits + '0'.repeat(power) : digits;
}

/** The quantity of a bare one; undefined where its digits have no value that a number keeps. */
export function quantityOf(bare: BareQuantity, span: Span, read: Read): Quantity | undefined {
  const { numeral } = bare;
  const power = numeral.power + bare.power;
  const value = numeralValue(numeral, power);
  const { step, roundStep } = numeralSteps(numeral, power);
  // The last digit of 0.777… may lie beyond a double.
  if (value === undefined || step === 0) return undefined;
  return {
    span,
    kind: bare.kind,
    value: bare.negative ? -value : value,
    unit: bare.unit,
    written: {
      digits: writtenDigits(numeral),
      scale: tenTo(numeral.isMixed === true ? bare.power : power),
      span: { start: numeral.start, end: numeral.digitsEnd },
    },
    step,
    roundStep,
    comparator: read.comparator,
    comparatorSpan: read.comparatorSpan,
    direction: read.direction,
    consecutive: bare.consecutive,
    rangeWith: read.rangeWith,
    inherited: read.inherited,
    per: read.per,
    rate: bare.rate,
    noun: read.noun,
  };
}
