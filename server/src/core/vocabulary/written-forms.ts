import { fold } from '../language/characters.js';
import { endsCompoundNoun } from '../language/english-inflection.js';
import { sentencesOf } from '../language/sentences.js';
import { foldedTokens, type Tokens, tokenize } from '../language/tokens.js';
import { isWord } from '../language/words/words.js';
import { indexHolding } from '../text/ordered-spans.js';
import type { Span } from '../text/span.js';
import type { Form } from './model.js';

/**
 * How words are written that fold to the same: the hyphens and spaces between them, and their letters. Where a pack
 * lists "long term" as wrong beside "long-term", or "White Paper" beside "white paper", it is this that tells them apart.
 */
interface Writing {
  /** Before each word but the first: a hyphen, a space or nothing; `wrapped` for a line end beside Han. */
  readonly gaps: readonly string[];
  readonly words: readonly string[];
}

const wrapped = '\n';

/** Whether a capital of a word at the beginning of a sentence says nothing of it; of languages with capitals, English. */
const isFunctionWord = (word: string) =>
  isWord(
    word,
    'en',
    'functionWord',
    'determiner',
    'preposition',
    'joinsClauses',
    'someone',
    'clauseSubject',
    'interrogative',
  );
/** A mark after which a new start may be made: not a comma, nor an apostrophe. */
const beginsAnew = /^[.!?…:“"‘([{|•·*–—>#]$/;

const writings = new WeakMap<Form, Writing>();

function writingOf(form: Form): Writing {
  let writing = writings.get(form);
  if (writing === undefined) {
    const tokens = tokenize(form.text);
    writing = writingIn(form.text, tokens, 0, tokens.starts.length);
    writings.set(form, writing);
  }
  return writing;
}

function writingIn(text: string, { starts, ends }: Tokens, first: number, end: number): Writing {
  const gaps: string[] = [];
  const words: string[] = [];
  for (let i = first; i < end; i++) {
    if (i > first) gaps.push(gapIn(text, ends[i - 1] as number, starts[i] as number));
    words.push(text.slice(starts[i], ends[i]).replaceAll('’', "'"));
  }
  return { gaps, words };
}

function gapIn(text: string, start: number, end: number): string {
  const gap = text.slice(start, end).replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '');
  if (/[-\u2010\u2011]/.test(gap)) return '-';
  if (gap === '') return '';
  return /[\r\n]/.test(gap) && /\p{Script=Han}/u.test(text.slice(start - 1, start) + text.slice(end, end + 1))
    ? wrapped
    : ' ';
}

/** Whether a form that folds to the same as another is written otherwise. */
export function differsFrom(form: Form, other: Form): boolean {
  const [a, b] = [writingOf(form), writingOf(other)];
  return a.gaps.some((gap, i) => gap !== b.gaps[i]) || a.words.some((word, i) => word !== b.words[i]);
}

/** What a form's siblings make of it. */
export interface Manner {
  /** It differs from a right form by being parted in words: only with its own hyphens and spaces is it itself. */
  readonly isParted: boolean;
  /** It is a noun of a verb and what follows it, whether or not it has a hyphen: apart it may be the verb. */
  readonly isNoun: boolean;
}

const parts = /[\s\-\u2010\u2011]+/g;

/** Whether a form has a hyphen between its words. */
export function isHyphenated({ text }: Form): boolean {
  // Asked of every form of a large pack: faster than an expression.
  return text.includes('-') || text.includes('\u2010') || text.includes('\u2011');
}

/** What a form's siblings make of it; undefined where they make nothing of it, as of most. */
export function mannerOf(form: Form, siblings: readonly Form[]): Manner | undefined {
  if (form.role !== 'deprecated') return isCompoundNoun(form) ? { isParted: false, isNoun: true } : undefined;
  let isParted = false;
  let isNoun = isCompoundNoun(form);
  const compare = (text: string) => {
    if (!mayBeTwin(form.text, text) || squeezed(form.text) !== squeezed(text)) return;
    if (form.text.search(parts) !== -1 || text.search(parts) !== -1)
      isParted ||= wordCount(form.text) !== wordCount(text);
    isNoun ||= endsAsNoun(form);
  };
  for (const { text, role, language } of siblings) {
    if (role !== 'deprecated' && language === form.language) compare(text);
  }
  if (form.replacement !== undefined) compare(form.replacement);
  return isParted || isNoun ? { isParted, isNoun } : undefined;
}

/** Whether two texts may be the same but for hyphens, spaces, capitals and width: told fast, since few are. */
function mayBeTwin(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 8) return false;
  const [one, other] = [a.charCodeAt(0) | 32, b.charCodeAt(0) | 32];
  return one === other || one > 127 || other > 127;
}

const squeezed = (text: string): string => fold(text).replace(parts, '');

const wordCount = (text: string): number => foldedTokens(text).length;

const isLetter = (code: number): boolean => (code | 32) > 96 && (code | 32) < 123;

const gapBefore = /[\s\-\u2010\u2011]/;

const isCompoundNoun = (form: Form): boolean => isHyphenated(form) && endsAsNoun(form);

function endsAsNoun({ text, language }: Form): boolean {
  if (language !== 'en') return false;
  let start = text.length;
  while (start > 0 && isLetter(text.charCodeAt(start - 1))) start--;
  return start > 0 && gapBefore.test(text.charAt(start - 1)) && endsCompoundNoun(text.slice(start).toLowerCase());
}

/** How many words stand before each token of a text. */
interface Counts {
  /** In small letters, where a title has a capital. */
  readonly small: Int32Array;
  /** With a small letter, and with any that has a case. */
  readonly lower: Int32Array;
  readonly letters: Int32Array;
  /** Whether the text ends as a sentence does. */
  readonly hasStop: boolean;
}

/** Tells, in one text, which of the forms with the same words is the one that is written there. */
export class WrittenForms {
  readonly #text: string;
  readonly #tokens: Tokens;
  readonly #isHeading: boolean;
  #sentences: readonly Span[] | undefined;
  #counts: Counts | undefined;

  constructor(text: string, tokens: Tokens, isHeading: boolean) {
    this.#text = text;
    this.#tokens = tokens;
    this.#isHeading = isHeading;
  }

  /**
   * Whether the tokens from `first` up to `end` are a form and not another with the same words: they have its hyphens,
   * spaces, capitals and width wherever these differ in the two. Capitals that the place asks for say nothing.
   */
  isRather(form: Form, other: Form, first: number, end: number): boolean {
    const [is, a, b] = [writingIn(this.#text, this.#tokens, first, end), writingOf(form), writingOf(other)];
    for (const [i, gap] of is.gaps.entries()) if (a.gaps[i] !== b.gaps[i] && gap !== a.gaps[i]) return false;
    let inCase = false;
    for (const [i, word] of a.words.entries()) {
      const against = b.words[i] as string;
      if (word === against) continue;
      const written = is.words[i] as string;
      if (word.toLowerCase() === against.toLowerCase()) inCase = true;
      else if (!sameLetters(written, word, false)) return false;
    }
    return !inCase || (this.#hasCase(is, a, first, end) && !this.#hasCase(is, b, first, end));
  }

  /** Whether the tokens have the capitals of a form, and would not have them as well where no form asks for any. */
  hasCapitals(form: Form, first: number, end: number): boolean {
    const is = writingIn(this.#text, this.#tokens, first, end);
    const own = writingOf(form);
    const strictly = own.words.every((word, i) => sameCase(is.words[i] as string, word));
    if (form.role !== 'deprecated') return strictly || this.#hasCase(is, own, first, end);
    // No title gives "u.s." its capitals.
    if (isAcronymic(own)) return strictly && !this.#isAllCapitals(first, end);
    return strictly && (isSmall(own) || !this.#hasCase(is, inSmall(own), first, end));
  }

  /** Whether the tokens have the hyphens and spaces of a form. */
  isParted(form: Form, first: number, end: number): boolean {
    const { gaps } = writingOf(form);
    return writingIn(this.#text, this.#tokens, first, end).gaps.every((gap, i) => gap === gaps[i]);
  }

  /**
   * Whether the tokens are part of a name that is written in its own way: they have capitals where the form has none,
   * and so has the word before or behind them. In a heading all words may.
   */
  isInName(form: Form, first: number, end: number): boolean {
    if (this.#isHeading) return false;
    const own = writingOf(form);
    const is = writingIn(this.#text, this.#tokens, first, end);
    const isCapitalized = own.words.every(
      (word, i) => /^\p{Ll}/u.test(word) && /^\p{Lu}.*\p{Ll}/u.test(is.words[i] as string),
    );
    if (!isCapitalized) return false;
    return this.#goesOn(first, end) || (!this.#isStart(first) && (this.#isAcronym(first - 1) || this.#isAcronym(end)));
  }

  /** How much of a form's writing stands at the tokens. */
  likeness(form: Form, first: number, end: number): number {
    const [is, own] = [writingIn(this.#text, this.#tokens, first, end), writingOf(form)];
    return (
      is.gaps.filter((gap, i) => gap === own.gaps[i]).length +
      is.words.filter((word, i) => sameLetters(word, own.words[i] as string, true)).length
    );
  }

  /** Whether the capitals are those of a form, but for such as the place asks for. */
  #hasCase(is: Writing, own: Writing, first: number, end: number): boolean {
    return own.words.every((word, i) => {
      const written = is.words[i] as string;
      if (sameCase(written, word)) return true;
      const [head = '', ...tail] = written;
      if (/\p{Lu}/u.test(head) && sameCase(head.toLowerCase() + tail.join(''), word))
        return (i === 0 && this.#isStart(first)) || this.#isTitle(first, end);
      return !/\p{Ll}/u.test(written) && hasItsCapitals(written, word) && this.#isAllCapitals(first, end);
    });
  }

  /** Whether a sentence begins at a token, or what is written as one: behind a colon, in marks, behind a number. */
  #isStart(token: number): boolean {
    const { folded, starts } = this.#tokens;
    this.#sentences ??= sentencesOf(this.#text);
    const from = this.#sentences[indexHolding(this.#sentences, starts[token] as number)]?.start ?? 0;
    for (let at = token - 1; at >= 0 && (starts[at] as number) >= from; at--) {
      const word = folded[at] as string;
      if (beginsAnew.test(word)) return true;
      if (!/^[^\p{L}]+$/u.test(word)) return false;
    }
    return true;
  }

  /** Whether the word before or behind tokens has a capital of its own: not "The", where it begins a sentence. */
  #goesOn(first: number, end: number): boolean {
    const before = this.#isCapitalized(first - 1);
    const opens = before && this.#isStart(first - 1) && isFunctionWord(this.#tokens.folded[first - 1] as string);
    return (before && !opens) || (this.#isCapitalized(end) && !this.#isStart(end));
  }

  /** Whether tokens stand in a title, or in a name that goes on: what is around them has capitals too. */
  #isTitle(first: number, end: number): boolean {
    if (this.#goesOn(first, end)) return true;
    const { small, hasStop } = this.#countsBefore();
    return !hasStop && small.at(-1) === this.#between(small, first, end);
  }

  #isAllCapitals(first: number, end: number): boolean {
    const { lower, letters } = this.#countsBefore();
    const [last, all] = [lower.at(-1) as number, letters.at(-1) as number];
    return last === this.#between(lower, first, end) && all > this.#between(letters, first, end);
  }

  /** A word with a capital and small letters behind it. */
  #isCapitalized(token: number): boolean {
    const { starts, ends } = this.#tokens;
    return token >= 0 && token < starts.length && /^\p{Lu}.*\p{Ll}/u.test(this.#text.slice(starts[token], ends[token]));
  }

  /** "DKAN" of "DKAN Dataset". */
  #isAcronym(token: number): boolean {
    const { starts, ends } = this.#tokens;
    return token >= 0 && token < starts.length && /^\p{Lu}{2,}$/u.test(this.#text.slice(starts[token], ends[token]));
  }

  #between(counts: Int32Array, first: number, end: number): number {
    return (counts[end] as number) - (counts[first] as number);
  }

  #countsBefore(): Counts {
    if (this.#counts !== undefined) return this.#counts;
    const { starts, ends, folded } = this.#tokens;
    const [small, lower, letters] = [0, 0, 0].map(() => new Int32Array(starts.length + 1)) as [
      Int32Array,
      Int32Array,
      Int32Array,
    ];
    for (const [i, start] of starts.entries()) {
      const word = this.#text.slice(start, ends[i]);
      const isLower = /\p{Ll}/u.test(word);
      small[i + 1] =
        (small[i] as number) + (/^\p{Ll}/u.test(word) && !isWord(folded[i] as string, 'en', 'smallInTitles') ? 1 : 0);
      lower[i + 1] = (lower[i] as number) + (isLower ? 1 : 0);
      letters[i + 1] = (letters[i] as number) + (isLower || /\p{Lu}/u.test(word) ? 1 : 0);
    }
    this.#counts = { small, lower, letters, hasStop: /[.!?。！？]["'”’)）]*$/.test(this.#text.slice(-40).trimEnd()) };
    return this.#counts;
  }
}

/** How much of two words is one, where the text may inflect the form. */
function sharedLength(a: string, b: string): number {
  const [one, other] = [fold(a), fold(b)];
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

function sameLetters(written: string, word: string, withCase: boolean): boolean {
  const length = sharedLength(written, word);
  const [a, b] = [written.slice(0, length), word.slice(0, length)];
  return withCase ? a === b : a.toLowerCase() === b.toLowerCase();
}

function sameCase(written: string, word: string): boolean {
  const length = sharedLength(written, word);
  for (let at = 0; at < length; at++) {
    if (isUpper(written.charAt(at)) !== isUpper(word.charAt(at))) return false;
  }
  return true;
}

/** Whether every capital of a form's word is a capital in the text. */
export function hasItsCapitals(written: string, word: string): boolean {
  for (let at = 0; at < word.length && at < written.length; at++) {
    if (isUpper(word.charAt(at)) && !isUpper(written.charAt(at))) return false;
  }
  return true;
}

function isUpper(character: string): boolean {
  return character !== character.toLowerCase();
}

const isSmall = ({ words }: Writing): boolean => words.every((word) => word === word.toLowerCase());

/** Two capitals at least, and no small letter. */
const isAcronymic = ({ words }: Writing): boolean =>
  /\p{Lu}.*\p{Lu}/u.test(words.join('')) && !/\p{Ll}/u.test(words.join(''));

const inSmall = ({ gaps, words }: Writing): Writing => ({ gaps, words: words.map((word) => word.toLowerCase()) });
