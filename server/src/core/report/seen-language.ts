import {
  addLetters,
  addWords,
  countLetters,
  countWords,
  type LetterCounts,
  languageOf,
  languageSample,
  type WordCounts,
} from '../language/detect-language.js';
import { tokensIn } from '../markdown/block-words.js';
import { type BlockContent, onceABlock } from '../markdown/blocks.js';
import { lastStartingBy } from '../text/ordered-spans.js';

/** What tells the language of a part of a report. */
interface Part {
  readonly letters: LetterCounts;
  readonly words: () => WordCounts;
}

const lettersOf = onceABlock(({ text }) => countLetters(text));
const wordsOf = onceABlock((block) => countWords(tokensIn(block).folded));

/** The words of a block that end by an offset of its text. */
function wordsBefore(block: BlockContent, end: number): readonly string[] {
  const { folded, ends } = tokensIn(block);
  return folded.slice(0, lastStartingBy(ends, (at) => at, end) + 1);
}

/** The language of what a report shows, and how many letters it was told by: those of as many blocks as it takes. */
export function seenLanguage(blocks: readonly BlockContent[]): { readonly language: string; readonly letters: number } {
  const parts: Part[] = [];
  let left = languageSample;
  for (const block of blocks) {
    if (left <= 0) break;
    const { text } = block;
    if (text.length <= left) parts.push({ letters: lettersOf(block), words: () => wordsOf(block) });
    else {
      const end = left;
      parts.push({ letters: countLetters(text.slice(0, end)), words: () => countWords(wordsBefore(block, end)) });
    }
    // A line ending stands between two.
    left -= text.length + 1;
  }
  const letters = parts.map((part) => part.letters).reduce(addLetters, countLetters(''));
  const words = () => parts.map((part) => part.words()).reduce(addWords, countWords([]));
  return { language: languageOf(letters, words), letters: letters.all };
}
