import { fold, isIdeograph } from '../language/characters.js';
import { editDistance } from '../language/edit-distance.js';
import {
  determinerBefore,
  endsNounPhrase,
  headNoun,
  isAdjectiveLike,
  isJoined,
  isNounLike,
} from '../language/english-grammar.js';
import { isPlural, nounForms } from '../language/english-inflection.js';
import { mayBeMass } from '../language/mass-nouns.js';
import { foldedTokens } from '../language/tokens.js';
import { isWord, readWords } from '../language/words/words.js';
import type { Span } from '../text/span.js';
import type { Form } from '../vocabulary/model.js';

/** Words that are replaced, and by what. */
interface Change {
  /** On one line. */
  readonly found: string;
  readonly form: Form;
  /** What stands there then. */
  readonly text: string;
  /** The same before it was inflected. */
  readonly replacement: { readonly text: string; readonly head?: string };
}

/** How far words around are looked at, in UTF-16 units. */
const reach = 120;

/** Whether what replaces a stretch of a block's text loses no digit and fits what stands before and behind it. */
export function fitsAround(blockText: string, at: Span, change: Change): boolean {
  const before = blockText.slice(Math.max(0, at.start - reach), at.start);
  const after = blockText.slice(at.end, at.end + reach);
  return (
    keepsDigits(change) &&
    fitsBesides(before, after, change) &&
    !repeats(before, after, change.text) &&
    (change.form.language !== 'en' || fitsEnglish(before, after, change, at.start === 0))
  );
}

function keepsDigits({ found, text }: Change): boolean {
  const digits = (of: string) => of.normalize('NFKC').replace(/[^\p{N}]/gu, '');
  const was = digits(found);
  return was === '' || was === digits(text);
}

/** Marks that make one word of what they touch: "large-scale", "either/or", "R&D". */
const joiner = /[-\u2010\u2011\u2013/&+@#_~=\\.\u00B7]/;
const isLetterAt = (text: string, index: number) =>
  /[\p{L}\p{N}]/u.test(text[index] ?? '') && !isIdeograph(text, index);

/** No character beside runs into the replacement, nor is a part of a longer word. */
function fitsBesides(before: string, after: string, { found, text }: Change): boolean {
  const [last, first] = [before.length - 1, text.length - 1];
  if (isLetterAt(before, last) && isLetterAt(text, 0)) return false;
  if (isLetterAt(text, first) && isLetterAt(after, 0)) return false;
  if (/\d$/.test(text) && /^(?:[%‰°\d]|[.,]\d)/.test(after)) return false;
  if (/^\d/.test(text) && /[\d.,$£€¥]$/.test(before)) return false;
  if (joiner.test(before[last] ?? '') && !/[.…]$/.test(before)) return false;
  if (/\p{L}\.$/u.test(before)) return false;
  if (joiner.test(after[0] ?? '') && (after[0] !== '.' || /^\.[\p{L}\p{N}]/u.test(after))) return false;
  // Marks of emphasis stop being some beside other marks.
  const isMark = (character = '') => /[^\p{L}\p{N}\s]/u.test(character);
  if (isMark(text[0]) && !isMark(found[0]) && before !== '' && !/\s$/.test(before)) return false;
  if (isMark(text.at(-1)) && !isMark(found.at(-1)) && /^[\p{L}\p{N}]/u.test(after)) return false;
  return fitsApostrophes(before, after, found, text);
}

/** "weak board's" is "weak link's"; an apostrophe fits nothing in -s, but behind a plural. */
function fitsApostrophes(before: string, after: string, found: string, text: string): boolean {
  if (/\p{L}['’]$/u.test(before)) return false;
  if (!/^['’]/.test(after)) return true;
  if (/^['’]s(?![\p{L}\p{N}])/u.test(after)) return !/s$/i.test(found) && !/s$/i.test(text);
  if (/^['’]\p{L}/u.test(after)) return false;
  return /['‘]$/.test(before) || (/s$/i.test(found) && /s$/i.test(text));
}

/** Whether the words around say already what the replacement says: "Technology Technology", 环节环节. */
function repeats(before: string, after: string, text: string): boolean {
  const is = foldedTokens(text);
  const [left, right] = [foldedTokens(before.slice(-text.length - 8)), foldedTokens(after.slice(0, text.length + 8))];
  // What the replacement adds, with a slip: "Technology Techology".
  const [last = '', next = ''] = [is.at(-1), right[0]];
  if (last.length > 4 && next.length > 4 && last[0] === next[0] && editDistance(last, next, 2) <= 2) return true;
  return is.some(
    (_, i) =>
      is.slice(0, i + 1).every((word, k) => left[left.length - i - 1 + k] === word) ||
      is.slice(i).every((word, k) => right[k] === word),
  );
}

function fitsEnglish(
  before: string,
  after: string,
  { found, form, text, replacement }: Change,
  opens: boolean,
): boolean {
  const [was, is] = [found.split(' '), text.split(' ')];
  const [wasHead, head] = [headNoun(was, form.head), headNoun(is, replacement.head)];
  const next = /^\s+([\p{L}'’-]+)/u.exec(after)?.[1];
  const previous = /(?<![\p{L}\p{N}'’.-])([\p{L}\p{N}'’.-]+)[,;:]?\s+$/u.exec(before)?.[1] ?? '';
  if (lacksCapitals(found, form.text)) return false;
  // "Roll it out".
  if (
    is.length > 1 &&
    isParticle(is.at(-1)) &&
    !isParticle(was.at(-1)) &&
    isWord(fold(next ?? ''), 'en', 'objectPronoun')
  )
    return false;
  if (lettersOf(found) === lettersOf(text) || isVerbPhrase(form, found)) return true;
  // Articles and numbers.
  const [wasPlural, isNowPlural] = [isPluralWord(wasHead), isPluralWord(head)];
  // The United States is one.
  const areNames = /^\p{Lu}/u.test(form.text) && /^\p{Lu}\p{Ll}/u.test(replacement.text) && /^\p{Lu}\p{Ll}/u.test(head);
  if (wasPlural !== isNowPlural && !areNames) return false;
  const isNoun = (noun: string) => isPluralWord(noun) || mayBeMass(singular(noun));
  if (was.length === 1 && !isNoun(wasHead) && isNoun(head) && isVerbHere(before, next)) return false;
  const determiner = determinerBefore(before);
  const isSameNoun = singular(wasHead) === singular(head);
  const [wasMass, isMass] = [mayBeMass(singular(wasHead)), mayBeMass(singular(head))];
  if (!isSameNoun) {
    if (determiner === 'singling' && isMass) return false;
    if (determiner === 'measuring' && !isMass && !isNowPlural) return false;
    if (determiner === undefined && wasMass && !isMass && !isNowPlural && isTable(before, after)) return false;
  }
  const isArticle = (word = '') => isWord(fold(word), 'en', 'article');
  const isAfterWord = previous !== '' && /[\p{L}\p{N}]\s+$/u.test(before) && !endsNounPhrase(previous);
  if (isArticle(is[0]) && !isArticle(was[0]) && (determiner !== undefined || isAfterWord)) return false;
  if (isArticle(was[0]) && !isArticle(is[0]) && !/^\p{Lu}/u.test(text)) return false;
  // What is joined within may not be joined, or go before a noun, without.
  const joins = isJoined(is) && !isJoined(was);
  const isClosed =
    next === undefined
      ? !/^['’]/.test(after)
      : endsNounPhrase(next) && !goesOn(next) && !is.includes(next.toLowerCase());
  if (joins && !isClosed) return false;
  if (isJoined(was) && !isJoined(is) && determiner === 'singling' && singular(wasHead) !== singular(head)) return false;
  // "large-scale and inclusive …": the first word goes with the one before.
  const conjunction = /\s$/.test(before) ? readWords(before, 'en').last('joinsAlike') : undefined;
  const joined = /(?<![\p{L}\p{N}'’-])([\p{L}\p{N}'’-]+)(,?)\s+$/u.exec(before.slice(0, conjunction?.start));
  if (
    joined !== null &&
    (joined[2] === ',' || conjunction !== undefined) &&
    was.length > 1 &&
    isChangedFirst(was, is)
  ) {
    const word = joined[1] as string;
    const isAlike = !joins && is.length > 1;
    if (conjunction === undefined || isAlike ? isAdjectiveLike(word) : !isNounLike(word)) return false;
  }
  return joins ? !isAdjectiveLike(previous) || opens : !isInName(before, after, found, form.text);
}

const isParticle = (word = '') => isWord(fold(word), 'en', 'particle');

/** "us" may be another word than the form "US". */
function lacksCapitals(found: string, form: string): boolean {
  const capitals = (text: string) => text.match(/\p{Lu}/gu)?.length ?? 0;
  return capitals(form) > 1 && capitals(found) < capitals(form);
}

/** "To update it", "Update your …": a verb, which no noun can stand in for. */
function isVerbHere(before: string, next: string | undefined): boolean {
  if (/\s$/.test(before) && readWords(before, 'en').last('leadsToVerb') !== undefined) return true;
  const opens = /(?:^|[.!?:;]\s+|\n)$/.test(before);
  return opens && isWord(fold(next ?? ''), 'en', 'determiner');
}

/** Whether a noun phrase goes on behind a word: "and", "of". */
const goesOn = (word: string) => /^(?:of|to)$/i.test(word) || isWord(fold(word), 'en', 'joinsAlike');

/** The same words with other hyphens, spaces or capitals fit where they stood. */
function lettersOf(text: string): string {
  return foldedTokens(text).join('');
}

/**
 * A verb with its object or particle, which is no noun to what stands around: "strengthen the …", "carrying out", "cutting
 * waste".
 */
function isVerbPhrase({ text, head }: Form, found: string): boolean {
  const [verb = '', second = ''] = foldedTokens(text);
  const [is = ''] = foldedTokens(found);
  if (isWord(second, 'en', 'determiner')) return true;
  if (isWord(second, 'en', 'particle') && !isWord(second, 'en', 'remarks')) return true;
  if (second !== '' && head !== undefined && foldedTokens(head)[0] === verb && !endsNounPhrase(second)) return true;
  return second !== '' && is !== verb && !nounForms(verb).includes(is);
}

/** A bare noun in running text; nothing is asked of headings and cells that have no more words. */
function isTable(before: string, after: string): boolean {
  return /\p{L}/u.test(before) || /\p{L}/u.test(after);
}

function isChangedFirst(was: readonly string[], is: readonly string[]): boolean {
  return was[0]?.toLowerCase() !== is[0]?.toLowerCase();
}

/** Capitals of its own between words with capitals make it part of a name: "the Weak Boards Fund". */
function isInName(before: string, after: string, found: string, form: string): boolean {
  if (!/^\p{Lu}/u.test(found) || /^\p{Lu}/u.test(form)) return false;
  const isAllCapitals = found === found.toUpperCase();
  if (isAllCapitals) return false;
  const titled = (text: string) => (text.match(/\p{L}{4,}/gu) ?? []).every((word) => /^\p{Lu}/u.test(word));
  if (titled(before) && titled(after)) return false;
  const previous = /(^|[.!?:;"“(]\s+|\s)\p{Lu}\p{L}*\s+$/u.exec(before);
  return /^\s+\p{Lu}/u.test(after) || (previous !== null && /^\s$/.test(previous[1] as string));
}

function isPluralWord(noun: string): boolean {
  return isPlural(noun.toLowerCase());
}

function singular(noun: string): string {
  const word = noun.toLowerCase();
  return isPlural(word) ? (nounForms(word)[1] as string) : word;
}
