import { sentencesIn } from '../markdown/block-sentences.js';
import { type Block, refersIn, type Table, tableAt } from '../markdown/blocks.js';
import type { Report } from '../report/report.js';
import { once, onceWith } from '../text/once.js';
import type { Span } from '../text/span.js';
import { isHead } from './table-words.js';

/** Words that credit what is said to somebody. */
const attribution =
  /\b(?:according\s+to(?!\s+plan)|sources?\s*:|based\s+on|(?:data|figures)\s+(?:from|of|by)|figures\s+(?:from|of|by)|statistics\s+(?:from|of|by)|as\s+reported\s+by|(?:said|says|told|wrote|writes|reported|reports|announced|announces|shows?|showed|published|noted|notes|stated|states|found)\b)|据|来源[:：]|数据显示|统计显示|表示(?!满意|欢迎|感谢|祝贺)|指出|报道|公布|显示|介绍|透露|发布|《[^《》]+》/i;
/** "(China Association …, 2023)": a bracket with a name and a year. */
const bracketed = /[(（](?=[^()（）]*[)）])(?=([^()（）]*?(?:\p{Lu}|\p{Script=Han}{3})))\1[^()（）]*?(?:19|20)\d\d/u;

/** Whether a sentence names where it comes from: a footnote, a citation, a link, an address or words that credit it. */
export function isSourcedSentence(block: Block, sentence: Span): boolean {
  // A footnote stands right behind its sentence.
  if (refersIn(block, { start: sentence.start, end: sentence.end + 1 })) return true;
  const words = block.text.slice(sentence.start, sentence.end);
  return attribution.test(words) || bracketed.test(words);
}

const isSourcedBlock = once((block: Block) =>
  sentencesIn(block).some((sentence) => isSourcedSentence(block, sentence)),
);

/** Whether a claim's paragraph, its row, or its table with the paragraphs around it names a source. */
export function isSourced(report: Report, index: number): boolean {
  const block = report.prose.blocks[index];
  if (block === undefined) return false;
  if (block.kind !== 'cell') return isSourcedBlock(block);
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
    if (other.kind !== 'cell') return isSourcedSentence(other, { start: 0, end: other.text.length });
    return other.references.length > 0 || /^(?:sources?|来源|数据来源)\s*[:：]/i.test(other.text);
  });
  return { whole, cells: new Set(first < 0 ? [] : rows.slice(first).flat()) };
});
