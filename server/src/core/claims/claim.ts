import type { Quantity } from '../quantities/index.js';
import type { Span } from '../text/span.js';
import type { EntryOf } from '../vocabulary/model.js';
import type { Interval } from './interval.js';

/**
 * How sure it is that a number is said of its metric. What is only likely may hold; it is called wrong where its digits
 * show that the record was meant.
 */
export type Tier = 'sure' | 'likely';

/** A metric bound to a quantity, a period and a region. */
export interface Claim {
  /** Undefined for a subject that no pack knows, which only the report itself can contradict. */
  readonly metric: EntryOf<'metrics'> | undefined;
  /** The subject's words, folded. */
  readonly subject: string;
  /** Index of the block and place of the quantity in its text. */
  readonly block: number;
  readonly at: Span;
  /** Place of the quantity in the report. */
  readonly span: Span;
  /** The sentence in the block's text; the cell in a table. */
  readonly sentence: Span;
  readonly quantity: Quantity;
  /** In the metric's unit, or in its own where that is another currency or measure. */
  readonly value: number;
  readonly unit: string | undefined;
  readonly interval: Interval;
  /** As packs write periods; undefined where nothing dates it. */
  readonly period: string | undefined;
  readonly inTable: boolean;
  /** One of the quantity's unit in the claim's: 0.001 for MW where the metric is in GW. */
  readonly factor: number;
  /** Hedges, digits and unit as one written number. */
  readonly step: number;
  readonly roundStep: number;
  readonly language: string;
  /** Absent: sure. */
  readonly tier?: Tier | undefined;
  /** Its period is that of a sentence before it or of the report's title, or counts from one. */
  readonly isDatedBefore?: boolean | undefined;
}

/** A rank, and how long it has been held, of a metric that is a rank. */
export interface RankClaim {
  readonly metric: EntryOf<'metrics'>;
  readonly block: number;
  readonly sentence: Span;
  readonly rank: number | undefined;
  readonly rankAt: Span | undefined;
  /** Years in a row. */
  readonly streak: Quantity | undefined;
  /** "Since 2010", 自2010年以来. */
  readonly since: { readonly year: number; readonly at: Span } | undefined;
  /** The year as of which it is told. */
  readonly year: number | undefined;
  readonly dated: boolean;
  readonly language: string;
}
