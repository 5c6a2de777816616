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
  readonly length: number;
  /** The form's own tokens as written, where its capitals count. */
  readonly capitals: readonly string[] | undefined;
  readonly near: readonly (readonly (readonly string[])[])[];
}

/** Node and token numbers share one key: node times this plus token. */
const tokenLimit = 2 ** 22;

/**
 * Finds all forms of a vocabulary in one pass over a text: a trie over folded tokens, flat in one map. A word that
 * may inflect is an edge of its own that every inflected form of it leads along.
 */
export class MentionIndex<T> {
  readonly #edges = new Map<number, number>();
  readonly #tokens = new Map<string, number>();
  /** From a token to the inflecting words that it is a form of, as numbers of their edges. */
  readonly #inflecting = new Map<string, number[]>();
  readonly #accepted: (Pattern<T>[] | undefined)[] = [undefined];

  add(form: Form, target: T): void {
    this.#insert(form.text, form.language, target, form);
  }

  /** A longer phrase in which no form stands for itself. */
  addException(text: string, language: Language): void {
    this.#insert(text, language, undefined, undefined);
  }

  /** All matches of a text, by place; matches that overlap go to the longer one, then to the earlier. */
  find(text: string): readonly Match<T>[] {
    const tokens = tokenize(text);
    const candidates = this.#candidates(text, tokens);
    if (candidates.length === 0) return [];
    return this.#longest(candidates, tokens);
  }

  #insert(text: string, language: Language, target: T | undefined, form: Form | undefined): void {
    const { folded, starts, ends } = tokenize(text);
    if (folded.length === 0) return;
    const inflecting = inflectingTokens(folded, language, form?.head);
    let node = 0;
    folded.forEach((token, position) => {
      const inflects = inflecting.get(position);
      const edge = inflects === undefined ? this.#token(token) : this.#inflectingToken(token, inflects === 'verb');
      const key = node * tokenLimit + edge;
      let next = this.#edges.get(key);
      if (next === undefined) {
        next = this.#accepted.length;
        this.#accepted.push(undefined);
        this.#edges.set(key, next);
      }
      node = next;
    });
    const pattern: Pattern<T> = {
      target,
      form,
      length: folded.length,
      capitals: form?.caseSensitive ? starts.map((start, i) => text.slice(start, ends[i])) : undefined,
      near: (form?.near ?? []).map((phrase) => tokenize(phrase).folded.map((token) => inflections(token, true))),
    };
    const accepted = this.#accepted[node];
    if (accepted === undefined) this.#accepted[node] = [pattern];
    else accepted.push(pattern);
  }

  #token(token: string): number {
    let number = this.#tokens.get(token);
    if (number === undefined) {
      number = this.#tokens.size;
      this.#tokens.set(token, number);
    }
    return number;
  }

  #inflectingToken(token: string, asVerb: boolean): number {
    // Edges of inflecting words have names that no token can have.
    const name = asVerb ? ` ${token}` : `  ${token}`;
    const known = this.#tokens.get(name);
    if (known !== undefined) return known;
    const number = this.#token(name);
    for (const inflected of inflections(token, asVerb)) {
      const numbers = this.#inflecting.get(inflected);
      if (numbers === undefined) this.#inflecting.set(inflected, [number]);
      else numbers.push(number);
    }
    return number;
  }

  #candidates(text: string, tokens: Tokens): Candidate<T>[] {
    const { folded } = tokens;
    const plain = folded.map((token) => this.#tokens.get(token) ?? -1);
    const inflecting = folded.map((token) => this.#inflecting.get(token));
    const found: Candidate<T>[] = [];
    let sentences: readonly Span[] | undefined;
    const frontier: number[] = [];
    for (let first = 0; first < folded.length; first++) {
      frontier.length = 0;
      if ((plain[first] as number) >= 0 || inflecting[first] !== undefined) frontier.push(0);
      for (let at = first; at < folded.length && frontier.length > 0; at++) {
        const reached: number[] = [];
        for (const node of frontier) {
          const base = node * tokenLimit;
          const token = plain[at] as number;
          if (token >= 0) {
            const next = this.#edges.get(base + token);
            if (next !== undefined) reached.push(next);
          }
          for (const edge of inflecting[at] ?? []) {
            const next = this.#edges.get(base + edge);
            if (next !== undefined) reached.push(next);
          }
        }
        for (const node of reached) {
          for (const pattern of this.#accepted[node] ?? []) {
            if (pattern.capitals !== undefined && !hasCapitals(pattern.capitals, text, tokens, first)) continue;
            if (pattern.near.length > 0) {
              sentences ??= sentencesOf(text);
              if (!isNear(pattern, sentences, tokens, first)) continue;
            }
            found.push({ pattern, first, end: at + 1 });
          }
        }
        frontier.splice(0, frontier.length, ...reached);
      }
    }
    return found;
  }

  #longest(candidates: Candidate<T>[], tokens: Tokens): Match<T>[] {
    candidates.sort((a, b) => b.end - b.first - (a.end - a.first) || a.first - b.first);
    /** For each token, the candidate that took it. */
    const taken = new Map<number, Candidate<T>>();
    const matches: Match<T>[] = [];
    for (const candidate of candidates) {
      const holder = taken.get(candidate.first);
      if (holder !== undefined && (holder.first !== candidate.first || holder.end !== candidate.end)) continue;
      if (holder === undefined) {
        let free = true;
        for (let at = candidate.first + 1; at < candidate.end && free; at++) free = !taken.has(at);
        if (!free) continue;
        for (let at = candidate.first; at < candidate.end; at++) taken.set(at, candidate);
      }
      const { target, form } = candidate.pattern;
      if (target === undefined) continue;
      const span = { start: tokens.starts[candidate.first] as number, end: tokens.ends[candidate.end - 1] as number };
      matches.push({ span, target, form, inflected: form !== undefined && !reads(form.text, tokens, candidate) });
    }
    return matches.sort((a, b) => a.span.start - b.span.start);
  }
}

interface Candidate<T> {
  readonly pattern: Pattern<T>;
  /** Tokens from `first` up to `end`. */
  readonly first: number;
  readonly end: number;
}

/**
 * The words that may inflect, by their positions: the head; without one the first, as a verb, what "and" joins to it,
 * and the last, as a noun.
 */
function inflectingTokens(
  folded: readonly string[],
  language: Language,
  head: string | undefined,
): ReadonlyMap<number, 'verb' | 'noun'> {
  if (language !== 'en') return new Map();
  const position = head === undefined ? -1 : folded.indexOf(tokenize(head).folded[0] ?? '');
  if (position >= 0) return new Map([[position, 'verb']]);
  const positions = new Map<number, 'verb' | 'noun'>([[folded.length - 1, 'noun']]);
  positions.set(0, 'verb');
  if (folded[1] === 'and' && folded.length > 3) positions.set(2, 'verb');
  return positions;
}

function reads<T>(form: string, tokens: Tokens, candidate: Candidate<T>): boolean {
  return tokenize(form).folded.every((token, i) => tokens.folded[candidate.first + i] === token);
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

/** Whether one of the pattern's near phrases stands in the sentence of the match. */
function isNear<T>(pattern: Pattern<T>, sentences: readonly Span[], tokens: Tokens, first: number): boolean {
  const start = tokens.starts[first] as number;
  const sentence = sentences.find((span) => span.start <= start && start < span.end);
  if (sentence === undefined) return false;
  let from = first;
  while (from > 0 && (tokens.starts[from - 1] as number) >= sentence.start) from--;
  for (let at = from; at < tokens.starts.length && (tokens.starts[at] as number) < sentence.end; at++) {
    if (at >= first && at < first + pattern.length) continue;
    for (const phrase of pattern.near) {
      if (phrase.length > 0 && phrase.every((forms, i) => forms.includes(tokens.folded[at + i] ?? ''))) return true;
    }
  }
  return false;
}
