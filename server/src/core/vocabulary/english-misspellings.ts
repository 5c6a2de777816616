import { editDistance } from '../language/edit-distance.js';
import { nounForms } from '../language/english-inflection.js';
import { isSameButVowel, spelling, stem } from '../language/english-spelling.js';
import { foldedTokens, type Tokens } from '../language/tokens.js';
import { kindTraits } from './kinds.js';
import { type FormWords, KnownWords } from './known-words.js';
import { type Misspelling, mayBeMisspelt } from './misspelling.js';
import type { Entry, Form } from './model.js';

interface Named {
  readonly entry: Entry;
  readonly form: Form;
}

interface NamedWords {
  readonly named: Named;
  /** The folded words of the form. */
  readonly words: readonly string[];
}

/** A shorter word is another one as often as a slip. */
const leastLength = 5;

/** Whether a folded word is one in which a slip is looked for. */
export function isLongWord(word: string): boolean {
  return word.length >= leastLength && /^[a-z]+$/.test(word);
}

/** Finds forms of several English words of which one is a letter or two off. */
export class EnglishMisspellings {
  /** Forms by each of their folded words. */
  readonly #byWord = new Map<string, NamedWords[]>();
  /** Long words by their first letter and their length, with their places in the order of the forms. */
  readonly #alike = new Map<string, { readonly word: string; readonly order: number }[]>();
  readonly #words: KnownWords;
  readonly #near = new Map<string, readonly string[]>();

  /** `words` are those of all forms of these entries. */
  constructor(entries: readonly Entry[], words: FormWords) {
    this.#words = new KnownWords(words);
    for (const entry of entries) {
      if (kindTraits[entry.kind].isMisspelt !== 'in-any') continue;
      for (const form of entry.forms)
        if (form.language === 'en' && mayBeMisspelt(form)) this.#add({ entry, form }, foldedTokens(form.text));
    }
  }

  /** In a text of these words. */
  *find(text: string, { folded, starts, ends }: Tokens): Iterable<Misspelling> {
    for (const [at, word] of folded.entries()) {
      if (this.#words.has(word) || !isLongWord(word)) continue;
      for (const near of this.#nearWords(word)) {
        const hit = this.#formAt(folded, at, near);
        if (hit === undefined) continue;
        const isBeside = [folded[at - 1], folded[at + 1]].some((beside = '') => this.#words.isKnown(beside));
        if (!isBeside || this.#words.isKnown(word)) break;
        const { named, words, position } = hit;
        const first = at - position;
        const last = first + words.length - 1;
        const [start, end] = [starts[first] as number, ends[last] as number];
        // What stands there with the slip mended: its number and its capitals are the writer's, but those of a name.
        const { text: known } = named.form;
        const own = last === at ? near : folded[last];
        const isName = known !== known.toLowerCase() || !known.includes(near);
        const cased = /\p{Lu}/u.test(text[starts[at] as number] as string)
          ? near.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
          : near;
        yield {
          ...named,
          expected:
            isName && own === foldedTokens(known).at(-1)
              ? known
              : (text.slice(start, starts[at]) + cased + text.slice(ends[at], end)).replace(/\s+/g, ' '),
          at: { start, end },
          slip: { start, end },
        };
        break;
      }
    }
  }

  /** A form that stands at a place if the word there is taken for another of its words, and the position of that. */
  #formAt(folded: readonly string[], at: number, near: string): (NamedWords & { position: number }) | undefined {
    for (const { named, words } of this.#byWord.get(near) ?? []) {
      for (let position = words.indexOf(near); position !== -1; position = words.indexOf(near, position + 1)) {
        const stands = words.every((expected, i) => {
          const word = folded[at - position + i] ?? '';
          return i === position || word === expected || (i === words.length - 1 && nounForms(expected).includes(word));
        });
        if (stands) return { named, words, position };
      }
    }
    return undefined;
  }

  #add(named: Named, words: readonly string[]): void {
    if (words.length < 2) return;
    const own = { named, words };
    for (const word of words) this.#addWord(word, own);
    // A slip may stand in the plural itself: "level crosings". It has two letters more, if any.
    const last = words.at(-1) as string;
    const plural = last.length < leastLength - 2 ? last : nounForms(last)[1];
    if (plural !== last) this.#addWord(plural, { named, words: [...words.slice(0, -1), plural] });
  }

  #addWord(word: string, namedWords: NamedWords): void {
    if (word.length < leastLength) return;
    const known = this.#byWord.get(word);
    if (known !== undefined) {
      known.push(namedWords);
      return;
    }
    const order = this.#byWord.set(word, [namedWords]).size;
    const key = keyOf(word, word.length);
    const alike = this.#alike.get(key);
    if (alike === undefined) this.#alike.set(key, [{ word, order }]);
    else alike.push({ word, order });
  }

  /** Words of the vocabulary that a word may stand for: the same first letter, a letter or two off, no other ending. */
  #nearWords(word: string): readonly string[] {
    let near = this.#near.get(word);
    if (near === undefined) {
      const alike = [-2, -1, 0, 1, 2].flatMap((longer) => this.#alike.get(keyOf(word, word.length + longer)) ?? []);
      near = alike
        .filter(({ word: known }) => {
          const limit = known.length >= 9 ? 2 : 1;
          if (editDistance(word, known, limit) > limit) return false;
          // "pricer" of price.
          if (word.startsWith(known) && /^[rsd]+$/.test(word.slice(known.length))) return false;
          return (stem(word) !== stem(known) || isSameButVowel(word, known)) && spelling(word) !== spelling(known);
        })
        .sort((a, b) => a.order - b.order)
        .map(({ word: known }) => known);
      this.#near.set(word, near);
    }
    return near;
  }
}

const keyOf = (word: string, length: number) => `${word.charAt(0)}${length}`;
