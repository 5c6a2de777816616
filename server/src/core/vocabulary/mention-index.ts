import { inflections } from '../language/english-inflection.js';
import { sentencesOf } from '../language/sentences.js';
import { foldedTokens, type Tokens, tokenize } from '../language/tokens.js';
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

/** What tells which words of a form may inflect. */
interface Inflecting {
  readonly language: Language;
  /** The position of the form's head; -1 for none. */
  readonly headAt: number;
}

interface Pattern<T> extends Inflecting {
  /** Undefined: a phrase that only shields what stands in it. */
  readonly target: T | undefined;
  readonly form: Form | undefined;
  /** The form's own tokens as written, where its capitals count. */
  readonly capitals: readonly string[] | undefined;
  readonly near: NearPhrases;
}

/** How a word may inflect: what is more allows what is less. */
enum Inflection {
  None = 0,
  Noun = 1,
  Verb = 2,
}

/** A token of a form, or an inflected form of one. */
interface Word {
  /** Its number if forms have it; -1 if it is only an inflected form of words that they have. */
  index: number;
  /** How it inflects somewhere. */
  inflection: Inflection;
  /** The words that it may be an inflected form of. */
  readings: readonly Reading[];
}

interface Reading {
  readonly word: Word;
  /** As what it is the inflected form. */
  readonly as: Inflection;
}

const noReadings: readonly Reading[] = [];

/** Phrases of which one must stand in the sentence; of each, the forms of its words in turn. */
type NearPhrases = readonly (readonly (readonly string[])[])[];

const noPhrases: NearPhrases = [];

function nearPhrase(phrase: string): NearPhrases[number] {
  return foldedTokens(phrase).map((token) => inflections(token, true));
}

/**
 * Finds all forms of a vocabulary in one pass over a text: a trie over folded tokens, which inflected forms of a
 * token lead along too. Whether a form may inflect there is asked where one ends.
 */
export class MentionIndex<T> {
  readonly #words = new Map<string, Word>();
  #wordCount = 0;
  /** Nodes after the root, by the number of the word: most words begin no form. */
  readonly #starts: (number | undefined)[] = [];
  /** Of every other node, the first word that leads to a node after it, and that node; -1 for none. Most have no more. */
  readonly #firstWords: number[] = [-1];
  readonly #firstNodes: number[] = [-1];
  readonly #otherNodes = new Map<number, Map<number, number>>();
  /** What ends at each node: seldom more than one. */
  readonly #accepted: (Pattern<T> | Pattern<T>[] | undefined)[] = [undefined];

  /** The place of a form's words: one number for all forms that have the same. */
  placeOf(form: Form): number {
    const folded = foldedTokens(form.text);
    return this.#placeOf(folded, { language: form.language, headAt: headOf(form, folded) });
  }

  /** `place` is that of the form, for who has it. */
  add(form: Form, target: T, place = this.placeOf(form)): void {
    const { text, head, near } = form;
    this.#accept(place, {
      target,
      form,
      language: form.language,
      headAt: head === undefined ? -1 : headOf(form, foldedTokens(text)),
      capitals: form.caseSensitive ? writtenTokens(text) : undefined,
      near: near.length === 0 ? noPhrases : near.map(nearPhrase),
    });
  }

  /** A longer phrase in which no form stands for itself. */
  addException(text: string, language: Language): void {
    const pattern = { target: undefined, form: undefined, language, headAt: -1, capitals: undefined, near: noPhrases };
    this.#accept(this.#placeOf(foldedTokens(text), pattern), pattern);
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

  #placeOf(folded: readonly string[], inflecting: Inflecting): number {
    let node = 0;
    for (let position = 0; position < folded.length; position++) {
      const token = folded[position] as string;
      const word = this.#listed(token);
      const inflection = inflectionAt(position, folded.length, folded[1], inflecting);
      if (word.inflection < inflection) this.#inflect(token, word, inflection);
      node = this.#nodeAfter(node, word.index);
    }
    return node;
  }

  #accept(place: number, pattern: Pattern<T>): void {
    // A form without a word is nowhere.
    if (place === 0) return;
    const accepted = this.#accepted[place];
    if (Array.isArray(accepted)) accepted.push(pattern);
    else this.#accepted[place] = accepted === undefined ? pattern : [accepted, pattern];
  }

  #nodeAfter(node: number, word: number): number {
    const known = node === 0 ? this.#starts[word] : this.#next(node, word);
    if (known !== undefined) return known;
    const next = this.#accepted.length;
    this.#accepted.push(undefined);
    this.#firstWords.push(-1);
    this.#firstNodes.push(-1);
    if (node === 0) this.#starts[word] = next;
    else if (this.#firstWords[node] === -1) {
      this.#firstWords[node] = word;
      this.#firstNodes[node] = next;
    } else {
      const others = this.#otherNodes.get(node);
      if (others === undefined) this.#otherNodes.set(node, new Map([[word, next]]));
      else others.set(word, next);
    }
    return next;
  }

  #next(node: number, word: number): number | undefined {
    return this.#firstWords[node] === word ? this.#firstNodes[node] : this.#otherNodes.get(node)?.get(word);
  }

  #word(token: string): Word {
    let word = this.#words.get(token);
    if (word === undefined) {
      word = { index: -1, inflection: Inflection.None, readings: noReadings };
      this.#words.set(token, word);
    }
    return word;
  }

  /** A word that forms have. */
  #listed(token: string): Word {
    const word = this.#word(token);
    if (word.index === -1) {
      word.index = this.#wordCount++;
      this.#starts.push(undefined);
    }
    return word;
  }

  /** Lets the inflected forms of a word lead to it. */
  #inflect(token: string, word: Word, inflection: Inflection): void {
    const nouns = inflections(token, false);
    if (nouns.length === 1) {
      // "the", "5": nothing is to be asked of it again.
      word.inflection = Inflection.Verb;
      return;
    }
    if (word.inflection === Inflection.None) this.#read(nouns, token, word, Inflection.Noun);
    if (inflection === Inflection.Verb) {
      const verbs = inflections(token, true).filter((form) => !nouns.includes(form));
      this.#read(verbs, token, word, Inflection.Verb);
    }
    word.inflection = inflection;
  }

  #read(forms: readonly string[], token: string, word: Word, as: Inflection): void {
    for (const form of forms) {
      if (form === token) continue;
      const inflected = this.#word(form);
      inflected.readings = [...inflected.readings, { word, as }];
    }
  }

  #candidates(text: string, tokens: Tokens): Candidate<T>[] {
    const words = tokens.folded.map((token) => this.#words.get(token));
    const found: Candidate<T>[] = [];
    const nearness = new Nearness(text, tokens);
    let frontier: Path[] = [];
    let reached: Path[] = [];
    const go = (node: number | undefined, inflected: Inflected | undefined) => {
      if (node !== undefined) reached.push({ node, inflected });
    };
    for (let first = 0; first < words.length; first++) {
      const start = words[first];
      if (start === undefined) continue;
      reached.length = 0;
      go(this.#starts[start.index], undefined);
      for (const { word, as } of start.readings) {
        go(this.#starts[word.index], { position: 0, as, before: undefined });
      }
      [frontier, reached] = [reached, frontier];
      for (let end = first + 1; frontier.length > 0; end++) {
        for (const { node, inflected } of frontier) {
          const accepted = this.#accepted[node] ?? [];
          for (const pattern of Array.isArray(accepted) ? accepted : [accepted]) {
            if (!mayInflect(inflected, end - first, tokens.folded[first + 1], pattern)) continue;
            if (pattern.capitals !== undefined && !hasCapitals(pattern.capitals, text, tokens, first)) continue;
            if (pattern.near.length > 0 && !nearness.holds(pattern.near, first, end)) continue;
            found.push({ pattern, first, end });
          }
        }
        reached.length = 0;
        const next = words[end];
        if (next !== undefined) {
          for (const { node, inflected } of frontier) {
            if (this.#firstWords[node] === -1) continue;
            if (next.index !== -1) go(this.#next(node, next.index), inflected);
            for (const { word, as } of next.readings) {
              go(this.#next(node, word.index), { position: end - first, as, before: inflected });
            }
          }
        }
        [frontier, reached] = [reached, frontier];
      }
    }
    return found;
  }
}

/** A way along the tokens of a text. */
interface Path {
  readonly node: number;
  readonly inflected: Inflected | undefined;
}

/** An inflected token on the way, and the one before it. */
interface Inflected {
  readonly position: number;
  readonly as: Inflection;
  readonly before: Inflected | undefined;
}

interface Candidate<T> {
  readonly pattern: Pattern<T>;
  /** Tokens from `first` up to `end`. */
  readonly first: number;
  readonly end: number;
}

function isInflected(form: Form | undefined, tokens: Tokens, first: number): boolean {
  return form !== undefined && foldedTokens(form.text).some((token, i) => tokens.folded[first + i] !== token);
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

/**
 * How the word at a position of a form may inflect: the head does; without one the first, as a verb, what "and" joins
 * to it, and the last, as a noun.
 */
function inflectionAt(
  position: number,
  length: number,
  second: string | undefined,
  { language, headAt }: Inflecting,
): Inflection {
  if (language !== 'en') return Inflection.None;
  if (headAt !== -1) return position === headAt ? Inflection.Verb : Inflection.None;
  if (position === 0 || (position === 2 && second === 'and' && length > 3)) return Inflection.Verb;
  return position === length - 1 ? Inflection.Noun : Inflection.None;
}

function headOf({ head }: Form, folded: readonly string[]): number {
  return head === undefined ? -1 : folded.indexOf(foldedTokens(head)[0] ?? '');
}

function writtenTokens(text: string): readonly string[] {
  const { starts, ends } = tokenize(text);
  return starts.map((start, i) => text.slice(start, ends[i]));
}

/** Whether a form may be inflected as the text does it. */
function mayInflect(
  last: Inflected | undefined,
  length: number,
  second: string | undefined,
  pattern: Pattern<unknown>,
): boolean {
  for (let inflected = last; inflected !== undefined; inflected = inflected.before) {
    if (inflectionAt(inflected.position, length, second, pattern) < inflected.as) return false;
  }
  return true;
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
