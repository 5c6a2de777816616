import type { Block } from '../markdown/blocks.js';
import { isOwnWords } from '../report/own-words.js';
import { blockOf, isCitation, type Mention, type Report } from '../report/report.js';
import { type Sentence, sentenceHolding, sentencesOf } from './sentence.js';

/** A paragraph in which the report speaks for itself. */
export interface OwnParagraph {
  /** Of the block. */
  readonly index: number;
  readonly block: Block;
}

/** A sentence of such a paragraph. */
export interface OwnSentence extends OwnParagraph {
  readonly sentence: Sentence;
}

/** Whether a block is a paragraph of the report's own words: nobody's that it quotes, and no source that it gives. */
export function isOwnParagraph(report: Report, index: number): boolean {
  const block = report.prose.blocks[index];
  return block !== undefined && block.kind === 'paragraph' && !block.quoted && !isCitation(report, index);
}

export function ownParagraphs(report: Report): readonly OwnParagraph[] {
  return report.prose.blocks.flatMap((block, index) => (isOwnParagraph(report, index) ? [{ index, block }] : []));
}

/**
 * The sentences in which the report speaks for itself. Those without an end are left out; one with a date that does not
 * exist has no numbers. What it quotes within a sentence is for the reader to leave out.
 */
export function* ownSentences(report: Report): Iterable<OwnSentence> {
  for (const { index, block } of ownParagraphs(report))
    for (const sentence of sentencesOf(report, block)) if (!sentence.isEndless) yield { index, block, sentence };
}

/** The sentence in which a report's own words name something; undefined where they are somebody else's, or without an end. */
export function ownSentenceOf(report: Report, mention: Mention): Sentence | undefined {
  if (!isOwnWords(report, mention)) return undefined;
  const sentence = sentenceHolding(report, blockOf(report, mention), mention.at.start);
  return sentence === undefined || sentence.isEndless ? undefined : sentence;
}
