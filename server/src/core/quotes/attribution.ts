import { sentenceLanguage } from '../language/sentence-language.js';
import { readWords, type SaidWords } from '../language/words/words.js';

/** "(Hughes 2021)", "(Ruiz, p. 3)". */
const citation =
  /[(（[](?=[^()（）]{0,120}[)）\]])[^()（）[]{0,60}?(?:\p{Lu}\p{L}[^()（）]{0,60}?\d|\d{4}|\bp\.)[^()（）]{0,60}[)）\]]/u;

/** A word with a capital that does not begin the text. */
const capitalized = /(?<=[\p{L}\p{N},;)’'"”]\s+)\p{Lu}\p{L}+/gu;

/** Capitals that name a body, not a quantity. */
const acronym = /(?<![\p{L}\p{N}])(?!GDP\b)\p{Lu}{3,}(?![\p{L}\p{N}])/u;

/** A person or body by name: not a place ("in Porto"), a month or a day. */
function hasName(text: string, words: SaidWords): boolean {
  return [...text.matchAll(capitalized)].some(({ index }) => {
    const before = words.before(index, 'article')?.start ?? index;
    return words.after(index, 'namedDay') === undefined && words.before(before, 'whereOrWhen') === undefined;
  });
}

const wordsOf = (text: string, reportLanguage: string) => readWords(text, sentenceLanguage(text, reportLanguage));

/** Whether words say who speaks or writes, in a report of a language. */
export function namesSpeaker(text: string, reportLanguage: string): boolean {
  const words = wordsOf(text, reportLanguage);
  return (
    words.says('saysSo', 'speaks', 'speaker', 'someone', 'possessive') || acronym.test(text) || hasName(text, words)
  );
}

/** Whether the words round a quotation say whose it is, or that it is no speech at all. */
export function attributes(text: string, reportLanguage: string): boolean {
  return namesSpeaker(text, reportLanguage) || wordsOf(text, reportLanguage).says('wordsAre') || citation.test(text);
}

/** Whether words give what they stand beside to a text: verbs of writing and saying, "according to", 写道. */
export function reportsWords(text: string, reportLanguage: string): boolean {
  return wordsOf(text, reportLanguage).says('saysSo', 'speaks', 'givesWords') || text.includes('：');
}
