import { inflections } from '../language/english-inflection.js';
import { sentencesOf } from '../language/sentences.js';
import { type Tokens, tokenize } from '../language/tokens.js';
import type { Span } from '../text/span.js';
import type { Form, Language } from './model.js';

/** A place in a text that names one or more targets, by the longest form that stands there. */
export interface Match<T> {
  /** Offsets into the text that was searched. */
  readonly span: Span;
  readonly target: T;
  readonly form: Form | undefined;
  /** Whether the text inflects the form. */
  readonly inflected: boolean;
}

interface Pattern<T> {
  /** Undefined: a phrase that only shields what stands in it. */
  readonly target: T | undefined;
  readonly form: Form | undefined;
  /** The form's own tokens as written, where its capitals count. */
  readonly capitals: readonly string[] | undefined;
  readonly near: NearPhrases;
}

/** A token of a form, or an inflected form of one. */
interface Word {
  /** The edges that it leads along: its own, and those of the words that it may be a form of. */
  edges: number | number[];
  /** The edge of the word as it is, of the word that inflects as a noun, and as a verb too; -1 for none. */
  plain: number;
  noun: number;
  verb: number;
}

function edgeOf(word: Word, inflecting: Inflection): number {
  if (inflecting === 'plain') return word.plain;
  return inflecting === 'noun' ? word.noun : word.verb;
}

/** Phrases of which one must stand in the sentence; of each, the forms of its words in turn. */
type NearPhrases = readonly (readonly (readonly string[])[])[];

const noPhrases: NearPhrases = [];

function nearPhrase(phrase: string): NearPhrases[number] {
  return tokenize(phrase).folded.map((token) => inflections(token, true));
}

/**
 * Finds all forms of a vocabulary in one pass over a text: a trie over folded tokens. A word that
 * may inflect is an edge of its own that every inflected form of it leads along.
 */
export class MentionIndex<T> {
  readonly #words = new Map<string, Word>();
  /** Nodes after the root, by edge: most tokens begin no form. */
  readonly #starts: (number | undefined)[] = [];
  /** Of every other node, the first edge to a node after it, and that node; -1 for none. Most have no more. */
  readonly #firstEdges: number[] = [-1];
  readonly #firstNodes: number[] = [-1];
  readonly #otherNodes = new Map<number, Map<number, number>>();
  readonly #accepted: (Pattern<T>[] | undefined)[] = [undefined];

  /** `tokens` are those of the form's text, for who has them. */
  add(form: Form, target: T, tokens = tokenize(form.text)): void {
    this.#insert(tokens, form.text, form.language, target, form);
  }

  /** A longer phrase in which no form stands for itself. */
  addException(text: string, language: Language): void {
    this.#insert(tokenize(text), text, language, undefined, undefined);
  }

  /**
   * All matches of a text, by place; matches that overlap go to the longer one, then to the earlier. Of those at one
   * place, the forms as listed go before inflected ones.
   */
  find(text: string): readonly Match<T>[] {
    const tokens = tokenize(text);
    const candidates = this.#candidates(text, tokens);
    return candidates.length === 0 ? [] : longest(candidates, tokens);
  }

  #insert(
    { folded, starts, ends }: Tokens,
    text: string,
    language: Language,
    target: T | undefined,
    form: Form | undefined,
  ): void {
    if (folded.length === 0) return;
    const headAt = form?.head === undefined ? -1 : folded.indexOf(tokenize(form.head).folded[0] ?? '');
    let node = 0;
    for (let position = 0; position < folded.length; position++) {
      node = this.#nodeAfter(
        node,
        this.#edge(folded[position] as string, inflectionAt(position, folded, language, headAt)),
      );
    }
    const pattern: Pattern<T> = {
      target,
      form,
      capitals: form?.caseSensitive ? starts.map((start, i) => text.slice(start, ends[i])) : undefined,
      near: form === undefined || form.near.length === 0 ? noPhrases : form.near.map(nearPhrase),
    };
    const accepted = this.#accepted[node];
    if (accepted === undefined) this.#accepted[node] = [pattern];
    else accepted.push(pattern);
  }

  #nodeAfter(node: number, edge: number): number {
    const known = node === 0 ? this.#starts[edge] : this.#next(node, edge);
    if (known !== undefined) return known;
    const next = this.#accepted.length;
    this.#accepted.push(undefined);
    this.#firstEdges.push(-1);
    this.#firstNodes.push(-1);
    if (node === 0) this.#starts[edge] = next;
    else if (this.#firstEdges[node] === -1) {
      this.#firstEdges[node] = edge;
      this.#firstNodes[node] = next;
    } else {
      const others = this.#otherNodes.get(node);
      if (others === undefined) this.#otherNodes.set(node, new Map([[edge, next]]));
      else others.set(edge, next);
    }
    return next;
  }

  #next(node: number, edge: number): number | undefined {
    return this.#firstEdges[node] === edge ? this.#firstNodes[node] : this.#otherNodes.get(node)?.get(edge);
  }

  #edge(token: string, inflecting: Inflection): number {
    let word = this.#words.get(token);
    const known = word === undefined ? -1 : edgeOf(word, inflecting);
    if (known !== -1) return known;
    const edge = this.#starts.length;
    this.#starts.push(undefined);
    word = this.#leadAlong(token, word, edge);
    if (inflecting === 'plain') word.plain = edge;
    else {
      if (inflecting === 'noun') word.noun = edge;
      else word.verb = edge;
      for (const form of inflections(token, inflecting === 'verb')) {
        if (form !== token) this.#leadAlong(form, this.#words.get(form), edge);
      }
    }
    return edge;
  }

  #leadAlong(token: string, known: Word | undefined, edge: number): Word {
    const word = known ?? { edges: edge, plain: -1, noun: -1, verb: -1 };
    if (known === undefined) this.#words.set(token, word);
    else if (typeof known.edges === 'number') known.edges = [known.edges, edge];
    else known.edges.push(edge);
    return word;
  }

  #candidates(text: string, tokens: Tokens): Candidate<T>[] {
    const edges = tokens.folded.map((token) => {
      const found = this.#words.get(token)?.edges ?? [];
      return typeof found === 'number' ? [found] : found;
    });
    const found: Candidate<T>[] = [];
    const nearness = new Nearness(text, tokens);
    let frontier: number[] = [];
    let reached: number[] = [];
    for (let first = 0; first < edges.length; first++) {
      frontier.length = 0;
      for (const edge of edges[first] ?? []) {
        const node = this.#starts[edge];
        if (node !== undefined) frontier.push(node);
      }
      for (let end = first + 1; frontier.length > 0; end++) {
        for (const node of frontier) {
          for (const pattern of this.#accepted[node] ?? []) {
            if (pattern.capitals !== undefined && !hasCapitals(pattern.capitals, text, tokens, first)) continue;
            if (pattern.near.length > 0 && !nearness.holds(pattern.near, first, end)) continue;
            found.push({ pattern, first, end });
          }
        }
        reached.length = 0;
        for (const node of frontier) {
          if (this.#firstEdges[node] === -1) continue;
          for (const edge of edges[end] ?? []) {
            const next = this.#next(node, edge);
            if (next !== undefined) reached.push(next);
          }
        }
        [frontier, reached] = [reached, frontier];
      }
    }
    return found;
  }
}

interface Candidate<T> {
  readonly pattern: Pattern<T>;
  /** Tokens from `first` up to `end`. */
  readonly first: number;
  readonly end: number;
}

function isInflected(form: Form | undefined, tokens: Tokens, first: number): boolean {
  return form !== undefined && tokenize(form.text).folded.some((token, i) => tokens.folded[first + i] !== token);
}

/** The candidates that win, given in the order of their first tokens. */
function longest<T>(candidates: readonly Candidate<T>[], tokens: Tokens): Match<T>[] {
  const byLength: Candidate<T>[][] = [];
  for (const candidate of candidates) {
    const length = candidate.end - candidate.first;
    const same = byLength[length];
    if (same === undefined) byLength[length] = [candidate];
    else same.push(candidate);
  }
  /** For each token that is taken, the first and the end of what took it. */
  const takenFrom = new Int32Array(tokens.starts.length).fill(-1);
  const takenTo = new Int32Array(tokens.starts.length);
  const places = new Map<number, Match<T>[]>();
  for (const same of byLength.reverse()) {
    for (const { pattern, first, end } of same ?? []) {
      if (takenFrom[first] === -1) {
        // What is taken is longer or as long: it covers the first token, the last, or neither.
        if (takenFrom[end - 1] !== -1) continue;
        takenFrom.fill(first, first, end);
        takenTo.fill(end, first, end);
      } else if (takenFrom[first] !== first || takenTo[first] !== end) {
        continue;
      }
      const { target, form } = pattern;
      if (target === undefined) continue;
      const match: Match<T> = {
        span: { start: tokens.starts[first] as number, end: tokens.ends[end - 1] as number },
        target,
        form,
        inflected: isInflected(form, tokens, first),
      };
      const place = places.get(first);
      if (place === undefined) places.set(first, [match]);
      else place.push(match);
    }
  }
  return [...places.values()]
    .flatMap((matches) => {
      const listed = matches.filter(({ inflected }) => !inflected);
      return listed.length > 0 ? listed : matches;
    })
    .sort((a, b) => a.span.start - b.span.start);
}

type Inflection = 'plain' | 'noun' | 'verb';

/**
 * How the word at a position of a form may inflect: the head does; without one (-1) the first, as a verb, what "and"
 * joins to it, and the last, as a noun.
 */
function inflectionAt(position: number, folded: readonly string[], language: Language, headAt: number): Inflection {
  if (language !== 'en') return 'plain';
  if (headAt !== -1) return position === headAt ? 'verb' : 'plain';
  if (position === 0 || (position === 2 && folded[1] === 'and' && folded.length > 3)) return 'verb';
  return position === folded.length - 1 ? 'noun' : 'plain';
}

/** Whether every capital of the form is a capital in the text. */
function hasCapitals(form: readonly string[], text: string, tokens: Tokens, first: number): boolean {
  return form.every((word, i) => {
    const start = tokens.starts[first + i] as number;
    const end = tokens.ends[first + i] as number;
    for (let at = 0; at < word.length && start + at < end; at++) {
      if (isUpper(word[at] as string) && !isUpper(text[start + at] as string)) return false;
    }
    return true;
  });
}

function isUpper(character: string): boolean {
  return character !== character.toLowerCase();
}

/** Finds the phrases that must stand near a form, each once in a sentence. */
class Nearness {
  readonly #text: string;
  readonly #tokens: Tokens;
  /** The first token of each sentence; at the end, the number of tokens. */
  #sentences: readonly number[] | undefined;
  readonly #found = new Map<NearPhrases, Map<number, { readonly first: number; readonly last: number } | undefined>>();

  constructor(text: string, tokens: Tokens) {
    this.#text = text;
    this.#tokens = tokens;
  }

  /** Whether one of the phrases begins in the sentence of the tokens from `first` up to `end`, outside them. */
  holds(near: NearPhrases, first: number, end: number): boolean {
    this.#sentences ??= firstTokens(sentencesOf(this.#text), this.#tokens);
    const sentence = lastAtMost(this.#sentences, first);
    let bySentence = this.#found.get(near);
    if (bySentence === undefined) {
      bySentence = new Map();
      this.#found.set(near, bySentence);
    }
    if (!bySentence.has(sentence)) bySentence.set(sentence, this.#search(near, sentence));
    const places = bySentence.get(sentence);
    return places !== undefined && (places.first < first || places.last >= end);
  }

  /** The first and the last place in a sentence at which one of the phrases begins. */
  #search(near: NearPhrases, sentence: number): { first: number; last: number } | undefined {
    const { folded } = this.#tokens;
    const [from = 0, to = folded.length] = this.#sentences?.slice(sentence, sentence + 2) ?? [];
    const stands = (at: number) =>
      near.some((phrase) => phrase.length > 0 && phrase.every((forms, i) => forms.includes(folded[at + i] ?? '')));
    let first = from;
    while (first < to && !stands(first)) first++;
    if (first === to) return undefined;
    let last = to - 1;
    while (!stands(last)) last--;
    return { first, last };
  }
}

function firstTokens(sentences: readonly Span[], tokens: Tokens): readonly number[] {
  const firsts: number[] = [];
  let token = 0;
  for (const { start } of sentences) {
    while (token < tokens.starts.length && (tokens.starts[token] as number) < start) token++;
    firsts.push(token);
  }
  return [...firsts, tokens.starts.length];
}

/** The index of the last of ascending numbers that is not above a limit. */
function lastAtMost(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] as number) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
