import type { Token } from './lex.js';

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  value?: T;
}

/** Phrases found at a token or ending before it, the longest first; a hyphen between words is nothing. */
export class Phrases<T> {
  readonly #forward: Node<T> = { next: new Map() };
  readonly #backward: Node<T> = { next: new Map() };

  /** `split` makes of a phrase the texts of its tokens. */
  constructor(phrases: Iterable<readonly [string, T]>, split: (phrase: string) => readonly string[]) {
    for (const [phrase, value] of phrases) {
      const words = split(phrase);
      insert(this.#forward, words, value);
      insert(this.#backward, words.toReversed(), value);
    }
  }

  /** The longest phrase that begins at token `index`; `end` is the token after it. */
  at(tokens: readonly Token[], index: number): { readonly value: T; readonly end: number } | undefined {
    return walk(this.#forward, tokens, index, 1);
  }

  /** The longest phrase whose last token is `index`; `end` is its first token. */
  endingAt(tokens: readonly Token[], index: number): { readonly value: T; readonly end: number } | undefined {
    const found = walk(this.#backward, tokens, index, -1);
    return found === undefined ? undefined : { value: found.value, end: found.end + 1 };
  }
}

function insert<T>(root: Node<T>, words: readonly string[], value: T): void {
  let node = root;
  for (const word of words) {
    let next = node.next.get(word);
    if (next === undefined) {
      next = { next: new Map() };
      node.next.set(word, next);
    }
    node = next;
  }
  node.value ??= value;
}

function walk<T>(
  root: Node<T>,
  tokens: readonly Token[],
  index: number,
  step: 1 | -1,
): { readonly value: T; readonly end: number } | undefined {
  let node = root;
  let best: { readonly value: T; readonly end: number } | undefined;
  let hyphens = 0;
  for (let i = index; ; i += step) {
    const token = tokens[i];
    if (token === undefined) return best;
    const next = node.next.get(token.text);
    if (next === undefined) {
      if (token.text !== '-' || node === root || hyphens > 0) return best;
      hyphens++;
      continue;
    }
    hyphens = 0;
    node = next;
    if (node.value !== undefined) best = { value: node.value, end: i + step };
  }
}

/** A table of phrases for each value, as pairs. */
export function phrasesOf<K extends string>(table: Readonly<Partial<Record<K, readonly string[]>>>): [string, K][] {
  return (Object.entries(table) as [K, readonly string[]][]).flatMap(([value, phrases]) =>
    phrases.map((phrase): [string, K] => [phrase, value]),
  );
}
