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
  /** What stands behind the slash of a rate over a time. */
  readonly times: Readonly<Record<string, string>>;
  /** The four quarters as they are told apart, in each way to write them; "Q3" and the like are of no language. */
  readonly quarters: readonly (readonly string[])[];
  /** The months, as they are told apart. */
  readonly months: readonly string[];
  /** The digits from nought to nine, where years may be written in them. */
  readonly digits: string | undefined;
}
