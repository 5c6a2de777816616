import { sentencesOf } from '../language/sentences.js';
import { indexHolding } from '../text/ordered-spans.js';
import type { Span } from '../text/span.js';
import { type BlockContent, onceABlock } from './blocks.js';

/** A sentence of a block's text, of at most 2,000 UTF-16 units. */
export interface SentenceSpan extends Span {
  /** Cut out of a longer stretch without an end, which is no sentence: nothing is bound in it. */
  readonly isEndless: boolean;
}

const longestSentence = 2_000;

/** The sentences of a block, cut once. */
export const sentencesIn = onceABlock(({ text }): readonly SentenceSpan[] =>
  sentencesOf(text).flatMap((span) => bounded(text, span)),
);

/** No reader is given more than a sentence may have: its expressions are allowed the square of that. */
function bounded(text: string, { start, end }: Span): readonly SentenceSpan[] {
  const isEndless = end - start > longestSentence;
  const parts: SentenceSpan[] = [];
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
export function sentenceAt(block: BlockContent, offset: number): SentenceSpan | undefined {
  const sentences = sentencesIn(block);
  return sentences[indexHolding(sentences, offset)];
}
