import type { Span } from '../text/span.js';
import type { Comparator } from '../vocabulary/model.js';

/**
 * What is counted. `points` are percentage or basis points, `quantity` has a physical or compound unit or the measure
 * word of goods (辆), and a count of bodies or things (41 towns, 41个) is a plain `number`.
 */
export type QuantityKind = 'money' | 'percent' | 'points' | 'number' | 'ordinal' | 'duration' | 'quantity';

/** A number as a text writes it. All offsets are UTF-16 units of the text that was read. */
export interface Quantity {
  /**
   * The number with its unit: `40 trillion yuan`, `¥40tn`, `40万亿元`, `13 consecutive years`. Without the hedge before
   * it; in Chinese with 连续 before a duration and with the hedge after it (`7%以上`).
   */
  readonly span: Span;
  readonly kind: QuantityKind;
  /** Scaled: 40 trillion is 4e13. A percentage is as written (3.4). Negative only for a written minus sign. */
  readonly value: number;
  /**
   * ISO 4217 (`CNY`), `percent`, `pp` and `bp` (points), `Y` `Q` `M` `W` `D` `h` `min` `s` (durations), `times` (three
   * times, 3倍), `doublings` (两番), a unit as written (`GW`, `t`, `GBP/MWh`, `辆`); undefined for bare numbers and
   * ordinals. `unitScale` converts between units of one base.
   */
  readonly unit: string | undefined;
  readonly written: Written;
  /** One unit of the last written digit, scaled: 40.16 trillion has 0.01e12. */
  readonly step: number;
  /** One unit of the last digit that is not zero, scaled: 40 trillion has 10e12, 41 has 1. */
  readonly roundStep: number;
  /** What the hedges before or after say: more than, about, up to, 超过, 以上. */
  readonly comparator: Comparator | undefined;
  readonly comparatorSpan: Span | undefined;
  /** Set where the quantity is itself the change (fell 3.5 per cent, 下降4.0%), never in "fell to 3.5 per cent". */
  readonly direction: 'up' | 'down' | undefined;
  /** A streak: 13 consecutive years, the thirteenth straight year, 连续13年. */
  readonly consecutive: boolean;
  /** Index of the other end of a range: between 35 and 40 trillion, 9%至10%. A change "from 35 to 40" is none. */
  readonly rangeWith: number | undefined;
  /** Its unit or its scale is that of the number it is paired with: the 35 of "35 to 40 trillion yuan". */
  readonly inherited: boolean;
  /** What it is per, outside the span: `Y` for "£40bn a year", `person` for 人均. Rates like `GBP/MWh` have a unit. */
  readonly per: string | undefined;
  /** A denominator before the span (每兆瓦时50英镑): where it begins, and the unit that it makes of the amount's. */
  readonly rate?: { readonly start: number; readonly unit: string | undefined } | undefined;
  /** For counts, the words counted where they are plain: `towns`, `small coastal towns`, `沿海港口`. */
  readonly noun: string | undefined;
}

export interface Written {
  /** The digits in ASCII without separators: `40.16`. Number words give their digits, fractions `2/3`. */
  readonly digits: string;
  /** The factor that the scale words behind the digits give: 1e12; 1 without any, and where they stand among them. */
  readonly scale: number;
  /** Where the digits stand, without scale, unit and sign. */
  readonly span: Span;
}

/** A date or stretch of time as a text writes it. */
export interface Period {
  readonly span: Span;
  /**
   * Pack-format periods: `2022`, `2022-Q3`, `2022-07`, `2022-09-25`, `2021/2025` (years), `2022-09-22/2022-09-23`,
   * `2022-01/2022-08` (also for halves), `2022/23` (fiscal). Beyond the format: `1990s`; `--09-25`, `--09`, `--Q3`,
   * `--01/--06` without a year; `---25` for a bare day; `last-year`, `this-year`, `next-year` where no report date
   * resolves them.
   */
  readonly period: string;
  /** Part of a year: a month, a quarter, a half, 1—8月, the first ten months. False for days. */
  readonly partial: boolean;
  readonly fiscal: boolean;
  /** by 2035, as of 2022, 到2035年, 截至2022年. */
  readonly by: boolean;
  /** The words beside `span` that say how long it is up to the month there: "the year to" of the year to June 2025, 的12个月. */
  readonly lengthSpan?: Span;
}

/** A unit that a pack declares. Its id is itself a form. */
export interface UnitDeclaration {
  readonly id: string;
  /** Ways to write it, in any language. */
  readonly forms: readonly string[];
  /** The unit that it is a multiple of, and the factor. */
  readonly of?: string;
  readonly scale?: number;
}

/** Units beyond SI, ISO 4217, percent and time, which are built in. Read once for each table: keep the object. */
export type UnitTable = readonly UnitDeclaration[];

export interface ReadOptions {
  readonly units?: UnitTable;
  /** ISO 3166 alpha-2 of the report: ¥ is the yen in JP. */
  readonly region?: string;
  /** ISO date; resolves "last year" and 去年. */
  readonly reportDate?: string;
  /** BCP 47. Nothing is read in a language whose number words and hedges are unknown. */
  readonly language?: string;
}

/** A date or number that was left out: the calendar has no such date, or no value holds the digits. */
export interface Unreadable {
  readonly span: Span;
  readonly reason: 'no-such-date' | 'too-long';
  /** How many digits or numerals the number has; 0 for a date. */
  readonly digits: number;
  /** Of a date, what it would be: `2023-06-31`, `--02-30`, `2022-Q5`. */
  readonly period?: string;
}

export interface QuantityReading {
  /** In the order of the text. */
  readonly quantities: readonly Quantity[];
  readonly periods: readonly Period[];
  readonly unreadable: readonly Unreadable[];
}
