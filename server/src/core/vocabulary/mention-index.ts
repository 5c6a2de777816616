import { agreeingForms } from '../language/agreement.js';
import { inflections, nounInflections, verbInflections } from '../language/english-inflection.js';
import { isBeforeNoun, isVerbWithParticle } from '../language/english-word-class.js';
import { sentencesOf } from '../language/sentences.js';
import { eachFoldedToken, foldedTokens, type Tokens, tokenize } from '../language/tokens.js';
import { SliceNumbers } from '../text/slice-numbers.js';
import type { Span } from '../text/span.js';
import type { Form, Language } from './model.js';
import { WordTrie } from './word-trie.js';
import { differsFrom, hasItsCapitals, isHyphenated, type Manner, WrittenForms } from './written-forms.js';

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
  /** The position of the word that inflects as a verb where there is no head: of "start-up kit", "up". */
  readonly firstAt: number;
}

/** How a form is told in a text; most forms of a language are told alike. */
interface Telling extends Inflecting {
  /** The form's own tokens as written, where its capitals must be there. */
  readonly capitals: readonly string[] | undefined;
  readonly near: NearPhrases;
  readonly manner: Manner | undefined;
  /** Whether it is found before a noun only. */
  readonly isAttribute: boolean;
}

interface Pattern<T> {
  /** Undefined: a phrase that only shields what stands in it. */
  readonly target: T | undefined;
  readonly form: Form | undefined;
  readonly telling: Telling;
}

/** How a word may inflect: what is more allows what is less. */
enum Inflection {
  None = 0,
  Noun = 1,
  Verb = 2,
}

interface Reading {
  readonly word: number;
  /** As what it is the inflected form; of a language whose words agree, that language. */
  readonly as: Inflection | Language;
}

const noReadings: readonly Reading[] = [];

const isLowerLetter = (code: number) => code > 96 && code < 123;

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
  /** The tokens of forms, and inflected forms of them. */
  readonly #words = new SliceNumbers();
  readonly #and = this.#words.numberOf('and', 0, 3);
  /** How each word inflects somewhere. */
  readonly #inflections: (Inflection | undefined)[] = [];
  /** Whether each word is one of a form as it is, and not an inflected one or of an exception alone. */
  readonly #areOfForms: (true | undefined)[] = [];
  /** Of each word, those that it may be an inflected form of. */
  readonly #readings: (Reading[] | undefined)[] = [];
  /** For each language whose words agree, those whose forms lead to them. */
  readonly #agreeing = new Map<Language, Set<number>>();
  readonly #trie = new WordTrie();
  /** What ends at each node: seldom more than one. */
  readonly #accepted: (Pattern<T> | Pattern<T>[] | undefined)[] = [undefined];
  readonly #plainTellings = new Map<Language, Telling>();
  #lastPlain: Telling | undefined;
  /** The words of the form that is read. */
  readonly #form: number[] = [];
  #formLength = 0;
  readonly #addWord = (folded: string, start: number, end: number): void => {
    const word = this.#words.numberOf(folded, start, end);
    this.#form[this.#formLength++] = word;
    // Of a number nothing is to be asked.
    this.#inflections[word] ??= isLowerLetter(folded.charCodeAt(start)) ? Inflection.None : Inflection.Verb;
  };

  /** The place of a form's words: one number for all forms that have the same. */
  placeOf(form: Form, manner?: Manner): number {
    const isPlain = form.head === undefined && manner === undefined && !isHyphenated(form);
    const place = this.#placeOf(form.text, isPlain ? this.#plain(form.language) : tellingOf(form, manner));
    for (let i = 0; i < this.#formLength; i++) this.#areOfForms[this.#form[i] as number] = true;
    return place;
  }

  /** Whether a folded word is one of a form. */
  hasFormWord(word: string): boolean {
    const number = this.#words.find(word, 0, word.length);
    return number !== -1 && this.#areOfForms[number] === true;
  }

  *formWords(): Iterable<string> {
    for (const [word, isOfForm] of this.#areOfForms.entries()) if (isOfForm === true) yield this.#words.slice(word);
  }

  /** `place` is that of the form, for who has it; `manner` is what the other forms of its entry make of it. */
  add(form: Form, target: T, manner?: Manner, place = this.placeOf(form, manner)): void {
    const telling = isPlain(form, manner) ? this.#plain(form.language) : tellingOf(form, manner);
    this.#accept(place, { target, form, telling });
  }

  /** A longer phrase in which no form stands for itself. */
  addException(text: string, language: Language): void {
    const telling = this.#plain(language);
    this.#accept(this.#placeOf(text, telling), { target: undefined, form: undefined, telling });
  }

  /**
   * All matches of a text, by place; matches that overlap go to the longer one, then to the earlier. Of those at one
   * place, the forms as listed go before inflected ones. In a heading any word may have a capital. `tokens` are the
   * text's, for who has them.
   */
  find(text: string, isHeading = false, tokens = tokenize(text)): readonly Match<T>[] {
    const candidates = this.#candidates(text, tokens, isHeading);
    return candidates.length === 0 ? [] : longest(candidates, tokens);
  }

  /** How forms of a language are told that have no more than their words. */
  #plain(language: Language): Telling {
    // Most forms are in the language of the one before.
    if (this.#lastPlain?.language === language) return this.#lastPlain;
    this.#lastPlain = this.#plainTellings.get(language);
    if (this.#lastPlain === undefined) {
      this.#lastPlain = {
        language,
        headAt: -1,
        firstAt: 0,
        capitals: undefined,
        near: noPhrases,
        manner: undefined,
        isAttribute: false,
      };
      this.#plainTellings.set(language, this.#lastPlain);
    }
    return this.#lastPlain;
  }

  #placeOf(text: string, inflecting: Inflecting): number {
    this.#formLength = 0;
    eachFoldedToken(text, this.#addWord);
    const [form, length] = [this.#form, this.#formLength];
    const agrees = agreeingForms[inflecting.language];
    let node = 0;
    for (let position = 0; position < length; position++) {
      const word = form[position] as number;
      const inflection = inflectionAt(position, length, form[1] === this.#and, inflecting);
      if ((this.#inflections[word] ?? Inflection.None) < inflection) this.#inflect(word, inflection);
      if (agrees !== undefined) this.#agree(word, inflecting.language, agrees);
      node = this.#trie.nodeAfter(node, word);
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

  /** Lets the inflected forms of a word lead to it. */
  #inflect(word: number, inflection: Inflection): void {
    const token = this.#words.slice(word);
    const nouns = nounInflections(token);
    if (nouns.length === 1) {
      // "the": nothing is to be asked of it again.
      this.#inflections[word] = Inflection.Verb;
      return;
    }
    const before = this.#inflections[word] ?? Inflection.None;
    if (before === Inflection.None) this.#read(nouns, token, word, Inflection.Noun);
    if (inflection === Inflection.Verb) {
      this.#read(verbInflections(token, nouns), token, word, Inflection.Verb);
    }
    this.#inflections[word] = inflection;
  }

  /** Lets the forms of a word in a language whose words agree lead to it. */
  #agree(word: number, language: Language, formsOf: (word: string) => readonly string[]): void {
    let known = this.#agreeing.get(language);
    if (known === undefined) {
      known = new Set();
      this.#agreeing.set(language, known);
    }
    if (known.has(word)) return;
    known.add(word);
    const token = this.#words.slice(word);
    this.#read(formsOf(token), token, word, language);
  }

  #read(forms: readonly string[], token: string, word: number, as: Inflection | Language): void {
    for (const form of forms) {
      if (form === token) continue;
      const inflected = this.#words.numberOf(form, 0, form.length);
      const readings = this.#readings[inflected];
      if (readings === undefined) this.#readings[inflected] = [{ word, as }];
      else readings.push({ word, as });
    }
  }

  #candidates(text: string, tokens: Tokens, isHeading: boolean): Candidate<T>[] {
    const words = tokens.folded.map((token) => this.#words.find(token, 0, token.length));
    const found: Candidate<T>[] = [];
    // Of the words of a small index a text has none as a rule.
    if (words.every((word) => word === -1)) return found;
    const nearness = new Nearness(text, tokens);
    const written = new WrittenForms(text, tokens, isHeading);
    let frontier: Path[] = [];
    let reached: Path[] = [];
    const go = (from: number, word: number, inflected: Inflected | undefined) => {
      const node = this.#trie.next(from, word);
      if (node !== 0) reached.push({ node, inflected });
    };
    for (let first = 0; first < words.length; first++) {
      const start = words[first] as number;
      if (start === -1) continue;
      reached.length = 0;
      go(0, start, undefined);
      for (const { word, as } of this.#readings[start] ?? noReadings) {
        go(0, word, { position: 0, as, before: undefined });
      }
      [frontier, reached] = [reached, frontier];
      for (let end = first + 1; frontier.length > 0; end++) {
        for (const { node, inflected } of frontier) {
          const accepted = this.#accepted[node];
          if (accepted === undefined) continue;
          const stands = ({ form, telling }: Pattern<T>) => {
            const { capitals, near, manner } = telling;
            if (!mayInflect(inflected, end - first, words[first + 1] === this.#and, telling)) return false;
            if (capitals !== undefined && !hasCapitals(capitals, text, tokens, first)) return false;
            if (form?.caseSensitive === true && !written.hasCapitals(form, first, end)) return false;
            if (manner !== undefined && form !== undefined) {
              if (manner.isParted && (!written.isParted(form, first, end) || written.isInName(form, first, end)))
                return false;
              if (manner.isNoun && inflected === undefined && isVerbWithParticle(text, tokens, first, end))
                return false;
            }
            // "third party software", never "third parties".
            if (telling.isAttribute && (inflected !== undefined || !isBeforeNoun(text, tokens, first, end)))
              return false;
            return near.length === 0 || nearness.holds(near, first, end);
          };
          if (!Array.isArray(accepted)) {
            if (stands(accepted)) found.push({ pattern: accepted, first, end });
          } else {
            for (const pattern of chosen(accepted.filter(stands), accepted, written, first, end)) {
              found.push({ pattern, first, end });
            }
          }
        }
        reached.length = 0;
        const next = words[end] ?? -1;
        if (next !== -1) {
          for (const { node, inflected } of frontier) {
            go(node, next, inflected);
            for (const { word, as } of this.#readings[next] ?? noReadings) {
              go(node, word, { position: end - first, as, before: inflected });
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
  readonly as: Inflection | Language;
  readonly before: Inflected | undefined;
}

interface Candidate<T> {
  readonly pattern: Pattern<T>;
  /** Tokens from `first` up to `end`. */
  readonly first: number;
  readonly end: number;
}

const isRight = (form: Form): boolean => form.role !== 'deprecated';

/**
 * Of forms with the same words those that are meant. A deprecated one is only where it is written as itself, and not as
 * any form that is right; of the forms of one target, the one that is most like the text goes first.
 */
function chosen<T>(
  standing: readonly Pattern<T>[],
  all: readonly Pattern<T>[],
  written: WrittenForms,
  first: number,
  end: number,
): readonly Pattern<T>[] {
  const rivals = all.flatMap(({ form }) => (form !== undefined && isRight(form) ? [form] : []));
  const best = new Map<T | undefined, Pattern<T>>();
  const kept: Pattern<T>[] = [];
  for (const pattern of standing) {
    const { form, target } = pattern;
    // What holds for a time only is left to who knows the day.
    if (form === undefined || form.validFrom !== undefined || form.validTo !== undefined) {
      kept.push(pattern);
      continue;
    }
    const against = isRight(form)
      ? []
      : rivals.filter((rival) => rival.language === form.language && differsFrom(form, rival));
    if (!against.every((rival) => written.isRather(form, rival, first, end))) continue;
    if (against.length > 0 && written.isInName(form, first, end)) continue;
    const known = best.get(target);
    if (known === undefined) best.set(target, pattern);
    else if (!differsFrom(form, known.form as Form)) kept.push(pattern);
    else if (prefers(form, known.form as Form, written, first, end)) best.set(target, pattern);
  }
  return all.filter((pattern) => kept.includes(pattern) || best.get(pattern.target) === pattern);
}

/** Whether a form goes before another of its target: as the wrong one that is written there, or as the more alike. */
function prefers(form: Form, known: Form, written: WrittenForms, first: number, end: number): boolean {
  if (isRight(form) !== isRight(known)) return !isRight(form);
  return written.likeness(form, first, end) > written.likeness(known, first, end);
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
 * to it, and the last, as a noun. Of words with a hyphen the last part inflects: "start-ups", never "starting up".
 */
function inflectionAt(
  position: number,
  length: number,
  secondIsAnd: boolean,
  { language, headAt, firstAt }: Inflecting,
): Inflection {
  if (language !== 'en') return Inflection.None;
  if (headAt !== -1) return position === headAt ? Inflection.Verb : Inflection.None;
  if (position === firstAt || (position === 2 && secondIsAnd && length > 3)) return Inflection.Verb;
  return position === length - 1 ? Inflection.Noun : Inflection.None;
}

function isPlain(form: Form, manner: Manner | undefined): boolean {
  return (
    form.head === undefined &&
    !form.caseSensitive &&
    form.near.length === 0 &&
    manner === undefined &&
    !isAttribute(form) &&
    !isHyphenated(form)
  );
}

/** A right form is what it is wherever it stands; a wrong one may be wrong before a noun only. */
const isAttribute = (form: Form): boolean => form.class === 'attributive' && form.role === 'deprecated';

function tellingOf(form: Form, manner: Manner | undefined): Telling {
  return {
    language: form.language,
    headAt: headOf(form),
    firstAt: firstOf(form, manner),
    capitals: form.caseSensitive ? writtenTokens(form.text) : undefined,
    near: form.near.length === 0 ? noPhrases : form.near.map(nearPhrase),
    manner,
    isAttribute: isAttribute(form),
  };
}

/** The last part of the first word: of "start-up kit", "up". */
function firstOf({ text, language }: Form, manner: Manner | undefined): number {
  if (language !== 'en') return 0;
  if (manner?.isNoun === true) return foldedTokens(text).length - 1;
  const [first = ''] = text.trimStart().split(/\s/, 1);
  return foldedTokens(first).length - 1;
}

function headOf({ head, text }: Form): number {
  return head === undefined ? -1 : foldedTokens(text).indexOf(foldedTokens(head)[0] ?? '');
}

function writtenTokens(text: string): readonly string[] {
  const { starts, ends } = tokenize(text);
  return starts.map((start, i) => text.slice(start, ends[i]));
}

/** Whether a form may be inflected as the text does it. */
function mayInflect(
  last: Inflected | undefined,
  length: number,
  secondIsAnd: boolean,
  inflecting: Inflecting,
): boolean {
  for (let inflected = last; inflected !== undefined; inflected = inflected.before) {
    const { as, position } = inflected;
    const may =
      typeof as === 'string'
        ? as === inflecting.language
        : inflectionAt(position, length, secondIsAnd, inflecting) >= as;
    if (!may) return false;
  }
  return true;
}

/** Whether every capital of the form is a capital in the text. */
function hasCapitals(form: readonly string[], text: string, { starts, ends }: Tokens, first: number): boolean {
  return form.every((word, i) => hasItsCapitals(text.slice(starts[first + i], ends[first + i]), word));
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
