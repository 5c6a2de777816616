import type { Comparator } from '../../vocabulary/model.js';

/** The words in which a language writes figures back; spaces that part them from what stands beside them are theirs. */
export interface Writing {
  /** Behind the digits, the largest first. */
  readonly scales: readonly (readonly [factor: number, word: string])[];
  /** Before an amount. */
  readonly hedges: Readonly<Record<Comparator, string>>;
  /** A hedge and the one that turns it round, in the same place of a sentence. */
  readonly turned: Readonly<Record<string, string>>;
  /** What is written out of units; other units stand as their symbols. */
  readonly units: Readonly<Record<string, string>>;
  /** Units of durations. */
  readonly durations: Readonly<Record<string, string>>;
  /** What stands behind the slash of a rate over a time. */
  readonly times: Readonly<Record<string, string>>;
  /** The four quarters as they are told apart, in each way to write them; "Q3" and the like are of no language. */
  readonly quarters: readonly (readonly string[])[];
  /** The months, as they are told apart. */
  readonly months: readonly string[];
  /** The digits from nought to nine, where years may be written in them. */
  readonly digits: string | undefined;
  /** From the first to the tenth. */
  readonly ordinals: readonly string[];
  /** Where what is ranked is ranked, if nowhere else. */
  readonly world: string;
  /** The plain ways to state what is on record. Slots are in braces. */
  readonly figures: readonly FigureStatement[];
  /** `{subject}`, `{ordinal}`, `{scope}`, `{years}` (in a row), `{when}`. */
  readonly ranks: readonly Statement[];
  /** `named`: `{target}` in its own words; else `{subject}` and `{due}`. */
  readonly targets: readonly Statement[];
  /** `{person}` and `{post}`. */
  readonly posts: readonly Statement[];
  /** `{event}` and `{when}`. */
  readonly events: readonly Statement[];
  /** A period behind or before what it dates, and the moment at its end; `{}` is the period in words. */
  readonly when: Readonly<Record<'fiscalYear' | 'years' | 'endOfYear' | 'endOfPeriod', string>>;
}

export interface Statement {
  /** What it is called. */
  readonly form: string;
  readonly text: string;
}

/** One way to state a figure. Its form decides what it can be said of. */
export interface FigureStatement extends Statement {
  readonly form: 'when-first' | 'colon' | 'number-first' | 'reached' | 'at-the-end' | 'from-to';
  /**
   * With `{subject}`, `{value}`, `{period}`, `{when}` (the period with its preposition), `{end}`, and of the record before
   * `{oldValue}` and `{oldWhen}`; `{one:was|many:were}`, `{up:rose|down:fell}`, `{amount:…|count:…}` are a choice.
   */
  readonly text: string;
  /** Before a hedge, where that takes the place of the verb. */
  readonly hedged?: string;
}
