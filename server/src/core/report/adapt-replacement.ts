import { fold } from '../language/characters.js';
import { inflectVerb, isPlural, mayBeNoun, nounForms, pluralOf, verbFormOf } from '../language/english-inflection.js';
import { mayBeMass } from '../language/mass-nouns.js';
import { foldedTokens } from '../language/tokens.js';
import { isWord } from '../language/words/words.js';
import type { Form } from '../vocabulary/model.js';
import { respell } from './respell.js';

export interface Adapted {
  readonly text: string;
  /** False where the found words were inflected in a way that could not be carried over. */
  readonly exact: boolean;
}

/** What is written in place of found words: the replacement with their inflection and their capitals. */
export function adaptReplacement(
  found: string,
  form: Form,
  replacement: { readonly text: string; readonly head?: string },
): Adapted {
  if (form.language !== 'en')
    return { text: replacement.text, exact: foldedTokens(found).join() === foldedTokens(form.text).join() };
  const respelt = respell(found, form.text, replacement.text);
  if (respelt !== undefined) return { text: respelt, exact: true };
  const inflected = inflectLike(found, form, replacement);
  return { text: capitalizeLike(found, form.text, inflected.text), exact: inflected.exact };
}

/** Whether a noun phrase is joined to another by a word: "of", "and". */
const isLink = (word: string) => isWord(word, 'en', 'preposition', 'joinsAlike');

function inflectLike(
  found: string,
  form: Form,
  replacement: { readonly text: string; readonly head?: string },
): Adapted {
  const was = foldedTokens(form.text);
  const is = foldedTokens(found);
  const changed = was.flatMap((word, i) => (is[i] === undefined || is[i] === word ? [] : [i]));
  // "They cut down waste" may be of today or of last year, and only one of them is "reduce".
  if (changed.length === 0) return { text: replacement.text, exact: !mayBePast(was, form.head, replacement.text) };
  const words = replacement.text.split(' ');
  const headAt =
    replacement.head === undefined ? -1 : words.findIndex((word) => fold(word) === fold(replacement.head as string));
  let exact = true;
  for (const i of changed) {
    const base = was[i] as string;
    const word = is[i] as string;
    // "contracts for difference": what stands before a preposition, or last, is a noun.
    const asNoun = (i === was.length - 1 || isLink(was[i + 1] as string)) && nounForms(base).includes(word);
    const verb = verbFormOf(word, base);
    if (verb !== undefined && !(asNoun && (was.length > 1 || words.length > 1))) {
      const at = Math.max(headAt, 0);
      const first = words[at] as string;
      if (!/^[a-z]+$/.test(first)) exact = false;
      else words[at] = inflectVerb(first, verb);
      // "Starting up" is of no start-up, "met" of no meeting; "was set up" may be "was begun" or "began".
      const isThird = verb === 'third' && nounForms(base).includes(word);
      if (!isThird && (mayBeNoun(first) || isCompound(form.text, i))) exact = false;
      if (verb === 'past' && inflectVerb(base, 'participle') === word && !hasOnePast(first)) exact = false;
    } else if (asNoun) {
      // Without a head, the last word of a plain noun phrase carries the number.
      const links = headAt >= 0 ? [] : words.filter(isLink);
      const at = headAt >= 0 ? headAt : links.every((link) => isWord(link, 'en', 'joinsAlike')) ? words.length - 1 : -1;
      // "small and mid-sized firms", but also "loads and a lorry".
      if (links.length > 0) exact = false;
      const noun = words[at];
      const plural = isPlural(word) || word === pluralOf(base);
      if (noun === undefined || !/^[a-z]+(?:-[a-z]+)*$/i.test(noun)) exact = false;
      else if (plural && !isPlural(noun)) {
        words[at] = pluralOf(noun);
        if (noun !== base && mayBeMass(noun)) exact = false;
      } else if (!plural && isPlural(noun)) words[at] = nounForms(noun)[1] as string;
    } else {
      exact = false;
    }
  }
  return { text: words.join(' '), exact };
}

/** Whether the word at a position of a form is joined to another by a hyphen. */
function isCompound(form: string, position: number): boolean {
  const words = [...form.matchAll(/[\p{L}\p{N}'’]+/gu)];
  const word = words[position];
  if (word === undefined) return false;
  return (
    /[-\u2010\u2011]/.test(form[word.index + word[0].length] ?? '') ||
    /[-\u2010\u2011]/.test(form[word.index - 1] ?? '')
  );
}

function hasOnePast(verb: string): boolean {
  return inflectVerb(verb, 'past') === inflectVerb(verb, 'participle');
}

/** Whether a phrase begins with a verb whose past is no other word, and what replaces it with another kind of verb. */
function mayBePast([verb = '', next = '']: readonly string[], head: string | undefined, replacement: string): boolean {
  const [first = ''] = foldedTokens(replacement);
  const isVerb = head !== undefined ? fold(head) === verb : isWord(next, 'en', 'determiner', 'particle');
  return isVerb && inflectVerb(verb, 'past') === verb && inflectVerb(first, 'past') !== first;
}

const isSmall = (word: string) => isWord(word, 'en', 'smallInTitles');

/** ALL CAPITALS, Title Case and a capital at the start are kept; capitals of the replacement stay. */
function capitalizeLike(found: string, form: string, replacement: string): string {
  const letters = found.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase() && form !== form.toUpperCase())
    return replacement.toUpperCase();
  // "Low-Carbon" has two.
  const wordsOf = (text: string) => text.split(/[\s-]+/).filter((word) => /^\p{L}/u.test(word) && !isSmall(word));
  const [words, formWords] = [wordsOf(found), wordsOf(form)];
  const capitalized = (word: string) => word[0] !== word[0]?.toLowerCase();
  if (words.length > 1 && words.every(capitalized) && !formWords.every(capitalized)) {
    return titleCase(replacement);
  }
  const first = found[0] ?? '';
  const starts = first !== first.toLowerCase() && form[0] === form[0]?.toLowerCase();
  return starts ? capitalize(replacement) : replacement;
}

/** A capital for every word but the small ones. */
export function titleCase(text: string): string {
  return text
    .split(' ')
    .map((word, i) => (i > 0 && isSmall(word) ? word : capitalize(word)))
    .join(' ');
}

/** A capital at the start, where the word has none of its own further in ("eGovernment"). */
export function capitalize(text: string): string {
  return /^\p{Ll}+(?!\p{L})/u.test(text) ? (text[0] as string).toUpperCase() + text.slice(1) : text;
}
