import { sentencesOf } from '../language/sentences.js';
import { statementDate } from '../language/statement-date.js';
import { indexHolding } from '../text/ordered-spans.js';
import type { Span } from '../text/span.js';
import type { Block } from './blocks.js';

/** A sentence of a block's text, of at most 2,000 UTF-16 units. */
export interface Sentence extends Span {
  /** Cut out of a longer stretch without an end, which is no sentence: nothing is bound in it. */
  readonly isEndless: boolean;
}

const longestSentence = 2_000;
const sentencesByBlock = new WeakMap<Block, readonly Sentence[]>();

/** The sentences of a block, cut once. */
export function sentencesIn(block: Block): readonly Sentence[] {
  let sentences = sentencesByBlock.get(block);
  if (sentences === undefined) {
    sentences = sentencesOf(block.text).flatMap((span) => bounded(block.text, span));
    sentencesByBlock.set(block, sentences);
  }
  return sentences;
}

/** No reader is given more than a sentence may have: its expressions are allowed the square of that. */
function bounded(text: string, { start, end }: Span): readonly Sentence[] {
  const isEndless = end - start > longestSentence;
  const parts: Sentence[] = [];
  for (let from = start; from < end; ) {
    let to = Math.min(end, from + longestSentence);
    // Not through a character of two units.
    if (to < end && /[\uDC00-\uDFFF]/.test(text[to] as string)) to--;
    parts.push({ start: from, end: to, isEndless });
    from = to;
  }
  return parts;
}

/** The sentence of a block that holds an offset of its text; undefined between two. */
export function sentenceAt(block: Block, offset: number): Sentence | undefined {
  const sentences = sentencesIn(block);
  return sentences[indexHolding(sentences, offset)];
}

/** The day as of which the sentence at an offset speaks, where the report is of a day; see `statementDate`. */
export function dateAt(block: Block, offset: number, reportDate: string | undefined): string | undefined {
  const sentence = sentenceAt(block, offset);
  return sentence === undefined
    ? reportDate
    : statementDate(block.text.slice(sentence.start, sentence.end), reportDate);
}
