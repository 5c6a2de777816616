import { nearest } from '../language/edit-distance.js';

/** The ids that were likely meant by those that nothing has, as far as there is time to compare them. */
export class Guesses {
  readonly #idsOf: (kind: string) => readonly string[];
  readonly #found = new Map<string, string | undefined>();
  /** How many more comparisons there is time for: a quarter of a second in all. */
  #left = 100_000;

  constructor(idsOf: (kind: string) => readonly string[]) {
    this.#idsOf = idsOf;
  }

  of(kind: string, id: string): string | undefined {
    const reference = `${kind}/${id}`;
    if (this.#left > 0 && !this.#found.has(reference)) {
      const ids = this.#idsOf(kind);
      this.#found.set(reference, nearest(id, ids));
      this.#left -= ids.length;
    }
    return this.#found.get(reference);
  }
}
