import { sentenceLanguage } from '../language/sentence-language.js';
import { readWords } from '../language/words/words.js';

/*
 * Titles that make a note or a list of sources of what stands below them, before anybody knows a report's language: one
 * in Latin letters is read as English.
 */

const wordsOf = (title: string) => readWords(title, sentenceLanguage(title, 'en'));

/** Whether the first words of a block quote make it a callout: `> **Note**`, `> **注意**`. */
export function isCalloutTitle(words: string): boolean {
  return wordsOf(words.trim().replace(/[:：.。!！]$/, '')).only('callout');
}

const headings =
  /^[ \t]*(?:#{1,6}[ \t]+|\*\*)(?:[\d.]+[ \t]*|[一二三四五六七八九十]+、)?(\p{L}[\p{L} \t-]{1,40})(?:\*\*)?[ \t]*(?:(?::#*|#+)[ \t]*)?(?:\{[^{}\r\n]*\}[ \t]*)?$/gmu;

/** Whether a text has the heading of a list of sources, below which `[1]` has its meaning. */
export function hasSourcesHeading(text: string): boolean {
  return [...text.matchAll(headings)].some(([, title = '']) => wordsOf(title).only('sourcesHeading'));
}
