import { sentenceLanguage } from '../language/sentence-language.js';
import { readWords, says } from '../language/words/words.js';
import { sentencesIn } from '../markdown/block-sentences.js';
import { type BlockContent, onceABlockWith, refersIn, type Table, tableAt } from '../markdown/blocks.js';
import type { Facts } from '../report/facts.js';
import type { Report } from '../report/report.js';
import { onceWith } from '../text/once.js';
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
  const sourced = readTableSources(table, report);
  return sourced.whole || sourced.cells.has(index);
}

interface TableSources {
  /** The table or what stands around it names a source for all of it. */
  readonly whole: boolean;
  /** The cells of the rows that have one in a column of sources, or stand under one that has. */
  readonly cells: ReadonlySet<number>;
}

const readTableSources = onceWith(({ caption, legend, rows }: Table, { prose, language }: Report): TableSources => {
  const { blocks } = prose;
  const text = (index: number | undefined) => (blocks[index ?? -1]?.text ?? '').trim();
  const column = rows[0]?.findIndex((head) => isHead(text(head), language, 'source')) ?? -1;
  const first = column < 0 ? -1 : rows.findIndex((row, i) => i > 0 && text(row[column]) !== '');
  const whole = [caption, legend, ...rows.flat()].some((each) => {
    const other = each === undefined ? undefined : blocks[each];
    if (other === undefined) return false;
    if (other.kind !== 'cell') return isSourcedSentence(other, { start: 0, end: other.text.length }, language);
    return (
      other.references.length > 0 ||
      readWords(other.text, sentenceLanguage(other.text, language)).first('sourceLabel') !== undefined
    );
  });
  return { whole, cells: new Set(first < 0 ? [] : rows.slice(first).flat()) };
});
