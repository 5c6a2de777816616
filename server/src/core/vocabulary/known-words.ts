import { inflections, isIrregular } from '../language/english-inflection.js';

/** The words of all forms of a vocabulary, folded, as its index holds them. */
export interface FormWords {
  hasFormWord(word: string): boolean;
  formWords(): Iterable<string>;
}

/** The words of a vocabulary for who asks of inflected ones too. */
export class KnownWords {
  readonly #words: FormWords;
  #inflected: InflectedWords | undefined;
  readonly #known = new Map<string, boolean>();

  constructor(words: FormWords) {
    this.#words = words;
  }

  /** Whether a word is one of them as it is. */
  has(word: string): boolean {
    return this.#words.hasFormWord(word);
  }

  /** Whether a word is one of them or inflects one. Most words of a large vocabulary are never inflected for it. */
  isKnown(word: string): boolean {
    if (this.has(word)) return true;
    let known = this.#known.get(word);
    if (known === undefined) {
      this.#inflected ??= new InflectedWords(this.#words.formWords());
      known = this.#inflected.has(word);
      this.#known.set(word, known);
    }
    return known;
  }
}

class InflectedWords {
  readonly #byInitial = new Map<string, string[]>();
  /** The forms of words that no rule makes, or that are short: they may have no letter of the word. */
  readonly #irregular = new Set<string>();

  constructor(words: Iterable<string>) {
    for (const word of words) {
      const initial = word.charAt(0);
      const others = this.#byInitial.get(initial);
      if (others === undefined) this.#byInitial.set(initial, [word]);
      else others.push(word);
      if (word.length < 3 || isIrregular(word)) for (const form of inflections(word, true)) this.#irregular.add(form);
    }
  }

  has(word: string): boolean {
    if (this.#irregular.has(word)) return true;
    const others = this.#byInitial.get(word.charAt(0)) ?? [];
    return others.some((other) => beginsAlike(other, word) && inflections(other, true).includes(word));
  }
}

/** A rule changes no more than the last two letters of the shorter one: "cities", "analyses", "untying". */
function beginsAlike(a: string, b: string): boolean {
  const shared = Math.min(a.length, b.length) - 2;
  for (let i = 0; i < shared; i++) if (a.charCodeAt(i) !== b.charCodeAt(i)) return false;
  return true;
}
