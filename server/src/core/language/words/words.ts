import { dictionary } from '../../text/dictionary.js';
import { lastStartingBy, lowerBound } from '../../text/ordered-spans.js';
import { fold } from '../characters.js';
import { type Tokens, tokenize } from '../tokens.js';
import { chinese } from './chinese.js';
import { english } from './english.js';
import { french } from './french.js';
import { type Notion, type NotionWords, nothing } from './notions.js';
import { phrasesOf } from './phrases.js';
import { type Said, WordTree } from './word-tree.js';

/*
 * The words of languages. What a word means is written once, in the table of its language:
 *
 *   a word      one phrase more in `<language>.ts`, in the list of its notion; `npm run words` writes its line of test
 *   a notion    a field with its sample in `notions.ts`, its list in each language, its template in test/fixtures/words/templates.yml
 *   a language  a file like `english.ts`, and its place in `tables` below
 *
 * A sentence is asked in its own language; one without a table says nothing.
 */
export const tables: Readonly<Record<string, Partial<NotionWords>>> = dictionary({
  en: english,
  zh: chinese,
  fr: french,
});

const trees = new Map<string, WordTree>();

function treeOf(language: string): WordTree | undefined {
  let tree = trees.get(language);
  const table = tables[language];
  if (tree === undefined && table !== undefined) {
    tree = new WordTree(table);
    trees.set(language, tree);
  }
  return tree;
}

/** What the words of a text mean, read once for all that is asked of it. */
export class SaidWords {
  readonly #tokens: Tokens;
  /** In order, by where they begin. */
  readonly #said: readonly Said[];

  constructor(tokens: Tokens, said: readonly Said[]) {
    this.#tokens = tokens;
    this.#said = said;
  }

  /** Whether any of these is said. */
  says(...notions: readonly Notion[]): boolean {
    return this.#said.some(({ notion }) => notions.includes(notion));
  }

  /** The words that say any of these, in order. */
  of(...notions: readonly Notion[]): readonly Said[] {
    return this.#said.filter(({ notion }) => notions.includes(notion));
  }

  /** The longest word of these that the text begins with; marks are no part of a word. */
  first(...notions: readonly Notion[]): Said | undefined {
    return this.after(0, ...notions);
  }

  /** The longest word of these that the text ends with. */
  last(...notions: readonly Notion[]): Said | undefined {
    return this.before(Number.POSITIVE_INFINITY, ...notions);
  }

  /** The longest word of these that begins at an offset of the text, or behind white space from there. */
  after(offset: number, ...notions: readonly Notion[]): Said | undefined {
    const { starts } = this.#tokens;
    const start = starts[lowerBound(starts, (at) => at, offset)];
    return longest(this.of(...notions).filter((said) => said.start === start));
  }

  /** The longest word of these that ends at an offset of the text, or before white space there. */
  before(offset: number, ...notions: readonly Notion[]): Said | undefined {
    const { ends } = this.#tokens;
    const end = ends[lastStartingBy(ends, (at) => at, offset)];
    return longest(this.of(...notions).filter((said) => said.end === end));
  }

  /** Whether the text is nothing but words of these, and has one. */
  only(...notions: readonly Notion[]): boolean {
    const { starts, ends } = this.#tokens;
    let token = 0;
    for (const said of this.of(...notions)) {
      if (said.start > (starts[token] ?? said.start)) return false;
      while ((ends[token] ?? Number.POSITIVE_INFINITY) <= said.end) token++;
    }
    return token > 0 && token === ends.length;
  }
}

function longest(all: readonly Said[]): Said | undefined {
  return all.reduce<Said | undefined>(
    (best, said) => (best === undefined || said.end - said.start > best.end - best.start ? said : best),
    undefined,
  );
}

/** What was asked of late, by language and text: one rule asks of a sentence what another has asked of it. */
const read = new Map<string, Map<string, SaidWords>>();
/** The same of words and short stretches, which would push the sentences out. */
const readShort = new Map<string, Map<string, SaidWords>>();
const shortest = 40;
/** As many texts of a language are remembered: the sentences of a report of 10,000 words. */
const remembered = 1_000;

/** The words of a text in a language, BCP 47 subtag; none in a language without a table. */
export function readWords(text: string, language: string): SaidWords {
  const tree = treeOf(language);
  if (tree === undefined) return nothingSaid;
  const kept = text.length < shortest ? readShort : read;
  let texts = kept.get(language);
  if (texts === undefined) {
    texts = new Map();
    kept.set(language, texts);
  }
  let words = texts.get(text);
  if (words === undefined) {
    const tokens = tokenize(text);
    words = new SaidWords(tokens, tree.find(text, tokens));
    if (texts.size === remembered) texts.clear();
    texts.set(text, words);
  }
  return words;
}

const nothingSaid = new SaidWords({ folded: [], starts: [], ends: [] }, []);

/** Whether a text has words for any of these notions. */
export function says(text: string, language: string, ...notions: readonly Notion[]): boolean {
  return readWords(text, language).says(...notions);
}

/** A text with a space for each word of these notions. */
export function withoutWords(text: string, language: string, ...notions: readonly Notion[]): string {
  let rest = '';
  let end = 0;
  for (const said of readWords(text, language).of(...notions)) {
    if (said.start < end) continue;
    rest += `${text.slice(end, said.start)} `;
    end = said.end;
  }
  return rest + text.slice(end);
}

/** The phrases of a notion that has no stems, numbers or cases. */
export function plainPhrases(language: string, notion: Notion): readonly string[] {
  return phrasesOf(tables[language]?.[notion]?.says ?? '');
}

/** The same as choices of an expression, for a grammar that needs one. */
export function alternationOf(language: string, notion: Notion): string {
  return plainPhrases(language, notion)
    .toSorted((a, b) => b.length - a.length)
    .map((phrase) => phrase.replace(/[^\p{L}\p{N}\s]/gu, '\\$&').replace(/\s+/g, '\\s+'))
    .join('|');
}

/** A text without the word of these notions that it begins with. */
export function withoutFirst(text: string, language: string, ...notions: readonly Notion[]): string {
  return text.slice(readWords(text, language).first(...notions)?.end ?? 0);
}

/** A text without the word of these notions that it ends with. */
export function withoutLast(text: string, language: string, ...notions: readonly Notion[]): string {
  return text.slice(0, readWords(text, language).last(...notions)?.start);
}

const alone = new Map<string, ReadonlySet<string>>();

/** Whether one word, folded, is by itself a word of any of these notions: for who asks of word after word. */
export function isWord(word: string, language: string, ...notions: readonly Notion[]): boolean {
  return notions.some((notion) => {
    const key = `${language} ${notion}`;
    let words = alone.get(key);
    if (words === undefined) {
      const { says = '' } = tables[language]?.[notion] ?? nothing;
      words = new Set(phrasesOf(says).map((phrase) => fold(phrase)));
      alone.set(key, words);
    }
    return words.has(word);
  });
}

/** Whether this core has words of a language for all of these notions: of a sentence in another it knows nothing. */
export function hasWords(language: string, ...notions: readonly Notion[]): boolean {
  const table = tables[language];
  return table !== undefined && notions.every((notion) => table[notion] !== undefined);
}
