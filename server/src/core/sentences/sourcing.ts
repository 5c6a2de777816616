import { sentenceLanguage } from '../language/sentence-language.js';
import { readWords, says } from '../language/words/words.js';
import { sentencesIn } from '../markdown/block-sentences.js';
import { type BlockContent, onceABlockWith, refersIn, type TableContent, tableAt } from '../markdown/blocks.js';
import type { Facts } from '../report/facts.js';
import type { Report } from '../report/report.js';
import { onceWith } from '../text/once.js';
import { lastStartingBy } from '../text/ordered-spans.js';
import type { Span } from '../text/span.js';
import { isHead } from './table-words.js';

/** "(China Association …, 2023)": a bracket with a name and a year. */
const bracketed = /[(（](?=[^()（）]*[)）])(?=([^()（）]*?(?:\p{Lu}|\p{Script=Han}{3})))\1[^()（）]*?(?:19|20)\d\d/u;

/** Whether a sentence names where it comes from: a footnote, a citation, a link, an address or words that credit it. */
export function isSourcedSentence(block: BlockContent, sentence: Span, reportLanguage: string): boolean {
  // A footnote stands right behind its sentence.
  if (refersIn(block, { start: sentence.start, end: sentence.end + 1 })) return true;
  const words = block.text.slice(sentence.start, sentence.end);
  // 《…》: a document.
  return (
    says(words, sentenceLanguage(words, reportLanguage), 'credits') ||
    /《[^《》]+》/.test(words) ||
    bracketed.test(words)
  );
}

const isSourcedBlock = onceABlockWith((block, { language }: Facts) =>
  sentencesIn(block).some((sentence) => isSourcedSentence(block, sentence, language)),
);

/** Whether a claim's paragraph, its row, or its table with the paragraphs around it names a source. */
export function isSourced(report: Report, index: number): boolean {
  const block = report.prose.blocks[index];
  if (block === undefined) return false;
  if (block.kind !== 'cell') return isSourcedBlock(block, report.facts);
  const table = tableAt(report.prose, block.span);
  if (table === undefined) return false;
  const isSourcing = (beside: number | undefined) => {
    const other = report.prose.blocks[beside ?? -1];
    return other !== undefined && isSourcedWhole(other, report.facts);
  };
  const { whole, from } = sourcesOf(table.content, report.facts);
  if (whole || isSourcing(table.caption) || isSourcing(table.legend)) return true;
  const row = lastStartingBy(table.rows, ([first = 0]) => first, index);
  return row >= from && table.rows[row]?.includes(index) === true;
}

const isSourcedWhole = onceABlockWith((block, { language }: Facts) =>
  isSourcedSentence(block, { start: 0, end: block.text.length }, language),
);

interface TableSources {
  /** A cell names a source for all of the table. */
  readonly whole: boolean;
  /** The first row that has one in a column of sources: those below it are of the same. */
  readonly from: number;
}

const sourcesOf = onceWith(({ rows }: TableContent, { language }: Facts): TableSources => {
  const text = (cell: BlockContent | undefined) => (cell?.text ?? '').trim();
  const column = rows[0]?.findIndex((head) => isHead(text(head), language, 'source')) ?? -1;
  const first = column < 0 ? -1 : rows.findIndex((row, i) => i > 0 && text(row[column]) !== '');
  const whole = rows.some((row) =>
    row.some(
      ({ references, text: words }) =>
        references.length > 0 || readWords(words, sentenceLanguage(words, language)).first('sourceLabel') !== undefined,
    ),
  );
  return { whole, from: first < 0 ? Number.POSITIVE_INFINITY : first };
});
