import type { Comparator } from '../../vocabulary/model.js';
import type { LatinGrammar } from './latin-grammar.js';

type Phrases = readonly string[];

/** Where a label or name with a number in it is only that. */
export interface NameTable {
  /** Words after which a plain number is a label: Section 3.2, table 4. */
  readonly labels: Phrases;
  /** Those that are labels only with a capital: Region 5, Day 1. */
  readonly titles: Phrases;
  /** Set phrases with number words that count nothing: one of the, 千方百计. */
  readonly idioms: Phrases;
  /** Names with a number of their own: Fortune 500. */
  readonly names: Phrases;
}

/** The words of one language that the reader of quantities knows. */
interface Table {
  /** BCP 47 subtag. */
  readonly language: string;
  readonly hedgesBefore: Readonly<Partial<Record<Comparator, Phrases>>>;
  readonly hedgesAfter: Readonly<Partial<Record<Comparator, Phrases>>>;
  /** Words that may stand between a hedge or a change and its number. */
  readonly fillers: Phrases;
  /** Words that turn a hedge round: not exceeding. */
  readonly negations: Phrases;
  readonly changesBefore: Readonly<Record<'up' | 'down', Phrases>>;
  readonly changesAfter: Readonly<Record<'up' | 'down', Phrases>>;
  /** A number after these is where a change ends, not its size: fell to. */
  readonly destinations: Phrases;
  readonly streaksBefore: Phrases;
  readonly streaksAfter: Phrases;
  /** ISO 4217 to the words after (or before) an amount. */
  readonly currencies: Readonly<Record<string, Phrases>>;
  /** Parts of currencies, by code and power of ten: `GBPe-2` to pence. */
  readonly parts: Readonly<Record<string, Phrases>>;
  /** Unit ids to words: percent, pp, t, Y. */
  readonly units: Readonly<Record<string, Phrases>>;
  /** Words that begin a range, join its ends, and begin a change from one number to another. */
  readonly rangeBegins: Phrases;
  readonly rangeJoins: Phrases;
  readonly rangeJoinsBegun: Phrases;
  /** Words behind both ends that make a range of what is joined by such a word: 20和30之间. */
  readonly rangeEnds: Phrases;
  /** Between two numbers that share a unit and make no range: 5 or 6 days. */
  readonly alternatives: Phrases;
  readonly changeBegins: Phrases;
  /** Before how much a change is, where “to” behind it leads to its end: “by”. */
  readonly changeSizes: Phrases;
  /** Denominators outside the unit: a year, per person. */
  readonly per: Readonly<Record<string, Phrases>>;
  /** Words that say that something holds by a date. */
  readonly by: Phrases;
  /** Words that make a relative period the base of a comparison: than last year, 比上年. */
  readonly comparisons: Phrases;
  readonly relativeYears: Readonly<Record<string, Phrases>>;
  /** The days of the week from Monday on, once for each way to write them. */
  readonly weekdays: readonly Phrases[];
  readonly names: NameTable;
}

/** A language of Latin letters: another one is another table with its grammar. */
export interface LatinTable extends Table {
  readonly script: 'latin';
  readonly latin: LatinGrammar;
}

/** A language of Han characters: its numerals and dates are read by `han-numerals.ts` and `han-periods.ts`. */
export interface HanTable extends Table {
  readonly script: 'han';
}

export type LanguageTable = LatinTable | HanTable;
