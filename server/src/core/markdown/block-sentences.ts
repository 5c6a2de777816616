import { sentencesOf } from '../language/sentences.js';
import { statementDate } from '../language/statement-date.js';
import { indexHolding } from '../text/ordered-spans.js';
import type { Span } from '../text/span.js';
import type { Block } from './blocks.js';

const sentencesByBlock = new WeakMap<Block, readonly Span[]>();

/** The sentences of a block, cut once. */
export function sentencesIn(block: Block): readonly Span[] {
  let sentences = sentencesByBlock.get(block);
  if (sentences === undefined) {
    sentences = sentencesOf(block.text);
    sentencesByBlock.set(block, sentences);
  }
  return sentences;
}

/** A stretch of more UTF-16 units without an end is no sentence: nothing is bound in it. */
const longestSentence = 2_000;

export function isEndless({ start, end }: Span): boolean {
  return end - start > longestSentence;
}

/** The sentence of a block that holds an offset of its text; undefined between two. */
export function sentenceAt(block: Block, offset: number): Span | undefined {
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
