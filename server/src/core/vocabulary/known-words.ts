import { inflections, isIrregular } from '../language/english-inflection.js';

/** The words of all forms of a vocabulary. */
export class KnownWords {
  readonly #words = new Set<string>();
  readonly #byInitial = new Map<string, string[]>();
  /** The forms of words that no rule makes, or that are short: they may have no letter of the word. */
  readonly #irregular = new Set<string>();
  readonly #known = new Map<string, boolean>();

  /** `word` is folded. */
  add(word: string): void {
    if (this.#words.has(word)) return;
    this.#words.add(word);
    const initial = word.charAt(0);
    const others = this.#byInitial.get(initial);
    if (others === undefined) this.#byInitial.set(initial, [word]);
    else others.push(word);
    if (word.length < 3 || isIrregular(word)) for (const form of inflections(word, true)) this.#irregular.add(form);
  }

  /** Whether a word is one of them as it is. */
  has(word: string): boolean {
    return this.#words.has(word);
  }

  /** Whether a word is one of them or inflects one. Most words of a large vocabulary are never inflected for it. */
  isKnown(word: string): boolean {
    if (this.#words.has(word) || this.#irregular.has(word)) return true;
    let known = this.#known.get(word);
    if (known === undefined) {
      const others = this.#byInitial.get(word.charAt(0)) ?? [];
      known = others.some((other) => beginsAlike(other, word) && inflections(other, true).includes(word));
      this.#known.set(word, known);
    }
    return known;
  }
}

/** A rule changes no more than the last two letters of the shorter one: "cities", "analyses", "untying". */
function beginsAlike(a: string, b: string): boolean {
  return a.startsWith(b.slice(0, Math.max(0, Math.min(a.length, b.length) - 2)));
}
