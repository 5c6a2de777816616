import type { Span } from '../../text/span.js';
import { foldedTokens, type Tokens } from '../tokens.js';
import type { Notion, NotionWords } from './notions.js';
import { phrasesOf } from './phrases.js';

/** A word or phrase of a text; the span is of the text. */
export interface Said extends Span {
  readonly notion: Notion;
}

class Node {
  readonly says = new Set<Notion>();
  readonly shields = new Set<Notion>();
  /** By the next token as it is folded; `0#` for digits. */
  readonly #next = new Map<string, Node>();
  /** By the next token as it is written. */
  readonly #written = new Map<string, Node>();
  /** By how the next token begins. */
  readonly #stems = new Map<string, Node>();
  /** By their first characters: most tokens begin as no stem does. */
  readonly #stemLengths = new Map<string, number[]>();

  /** The node behind a phrase, which is made. */
  add(phrase: string): Node {
    let at: Node = this;
    for (const part of phrase.match(/[^\s-]+/g) ?? []) {
      const isStem = part.endsWith('*');
      if (part === '#') at = at.#child(at.#next, digits);
      else if (part.startsWith('=')) at = at.#child(at.#written, part.slice(1));
      else {
        const tokens = foldedTokens(isStem ? part.slice(0, -1) : part);
        for (const [i, token] of tokens.entries()) {
          const endsStem = isStem && i === tokens.length - 1;
          if (endsStem) at.#addStem(token);
          at = at.#child(endsStem ? at.#stems : at.#next, token);
        }
      }
    }
    return at;
  }

  #addStem({ 0: initial = '', length }: string): void {
    const lengths = this.#stemLengths.get(initial) ?? [];
    if (!lengths.includes(length)) this.#stemLengths.set(initial, [...lengths, length]);
  }

  #child(of: Map<string, Node>, key: string): Node {
    let next = of.get(key);
    if (next === undefined) {
      next = new Node();
      of.set(key, next);
    }
    return next;
  }

  /** The nodes that a text's token leads to. */
  after(text: string, { folded, starts, ends }: Tokens, index: number): readonly Node[] {
    const token = folded[index];
    if (token === undefined) return none;
    // No list is made for the many tokens that lead nowhere.
    let found = withNode(none, this.#next.get(token));
    if (this.#written.size > 0) found = withNode(found, this.#written.get(text.slice(starts[index], ends[index])));
    if (isDigit(token) && /^\d+$/.test(token)) found = withNode(found, this.#next.get(digits));
    if (this.#stemLengths.size === 0) return found;
    for (const length of this.#stemLengths.get(token[0] as string) ?? noLengths)
      if (token.length >= length) found = withNode(found, this.#stems.get(token.slice(0, length)));
    return found;
  }
}

const withNode = (nodes: readonly Node[], node: Node | undefined): readonly Node[] =>
  node === undefined ? nodes : nodes.length === 0 ? [node] : [...nodes, node];

const none: readonly Node[] = [];
const noLengths: readonly number[] = [];
const isDigit = (token: string) => token >= '0' && token < ':';
/** No token has two characters of which one is a mark. */
const digits = '0#';

/** All words of a language, found in one pass over a text's tokens. */
export class WordTree {
  readonly #root = new Node();

  constructor(table: Readonly<Partial<NotionWords>>) {
    for (const [notion, words] of Object.entries(table) as [Notion, NotionWords[Notion]][]) {
      for (const phrase of phrasesOf(words.says)) this.#root.add(phrase).says.add(notion);
      for (const phrase of phrasesOf(words.but ?? '')) this.#root.add(phrase).shields.add(notion);
    }
  }

  /** The words of a text, in order; of one notion the longest at each place, and none within a phrase that shields it. */
  find(text: string, tokens: Tokens): readonly Said[] {
    const { folded, starts, ends } = tokens;
    const said: Said[] = [];
    /** For each notion the phrase that reaches furthest of those that have begun. */
    const shields = new Map<Notion, Span>();
    /** How far each notion reaches from where it begins. */
    const longest = new Map<Notion, number>();
    let start = 0;
    const walk = (at: Node, index: number): void => {
      const end = ends[index] as number;
      // Most nodes are on the way to a word and say nothing.
      if (at.says.size > 0) for (const notion of at.says) longest.set(notion, Math.max(end, longest.get(notion) ?? 0));
      if (at.shields.size > 0)
        for (const notion of at.shields) if (end > (shields.get(notion)?.end ?? 0)) shields.set(notion, { start, end });
      for (const next of at.after(text, tokens, index + 1)) walk(next, index + 1);
    };
    for (let first = 0; first < folded.length; first++) {
      const here = this.#root.after(text, tokens, first);
      if (here.length === 0) continue;
      start = starts[first] as number;
      for (const next of here) walk(next, first);
      if (longest.size === 0) continue;
      for (const [notion, end] of longest) {
        const shield = shields.get(notion);
        const isShielded = shield !== undefined && shield.end >= end && shield.end - shield.start > end - start;
        if (!isShielded) said.push({ notion, start, end });
      }
      longest.clear();
    }
    return said;
  }
}
