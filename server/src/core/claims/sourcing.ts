import { sentencesIn } from '../markdown/block-sentences.js';
import { type Block, objectReplacement, refersIn, type Table, tableAt } from '../markdown/blocks.js';
import type { Report } from '../report/report.js';
import type { Span } from '../text/span.js';

/** Words that credit what is said to somebody. */
const attribution =
  /\b(?:according\s+to(?!\s+plan)|sources?\s*:|based\s+on|(?:data|figures)\s+(?:from|of|by)|figures\s+(?:from|of|by)|statistics\s+(?:from|of|by)|as\s+reported\s+by|(?:said|says|told|wrote|writes|reported|reports|announced|announces|shows?|showed|published|noted|notes|stated|states|found)\b)|据|来源[:：]|数据显示|统计显示|表示(?!满意|欢迎|感谢|祝贺)|指出|报道|公布|显示|介绍|透露|发布|《[^》]+》/i;
/** "(China Association …, 2023)": a bracket with a name and a year. */
const bracketed =
  /[(（][^()（）]*\p{Lu}[^()（）]*(?:19|20)\d\d[^()（）]*[)）]|[(（][^()（）]*\p{Script=Han}{3,}[^()（）]*(?:19|20)\d\d年?[^()（）]*[)）]/u;

/** Whether a sentence names where it comes from: a footnote, a link, an address or words that credit it. */
export function isSourcedSentence(block: Block, sentence: Span): boolean {
  // A footnote stands right behind its sentence.
  if (refersIn(block, { start: sentence.start, end: sentence.end + 1 })) return true;
  const words = block.text.slice(sentence.start, sentence.end);
  return words.includes(objectReplacement) || attribution.test(words) || bracketed.test(words);
}

const sourcedBlocks = new WeakMap<Block, boolean>();
const sourcedTables = new WeakMap<Table, boolean>();

/** Whether a claim's paragraph, or its table with the paragraphs around it, names a source. */
export function isSourced(report: Report, index: number): boolean {
  const block = report.prose.blocks[index];
  if (block === undefined) return false;
  if (block.kind !== 'cell') {
    let sourced = sourcedBlocks.get(block);
    if (sourced === undefined) {
      sourced = sentencesIn(block).some((sentence) => isSourcedSentence(block, sentence));
      sourcedBlocks.set(block, sourced);
    }
    return sourced;
  }
  const table = tableAt(report.prose, block.span);
  if (table === undefined) return false;
  let sourced = sourcedTables.get(table);
  if (sourced === undefined) {
    sourced = [table.caption, table.legend, ...table.rows.flat()].some((each) => {
      const other = each === undefined ? undefined : report.prose.blocks[each];
      if (other === undefined) return false;
      if (other.kind === 'cell') return other.references.length > 0 || /^(?:source|来源|数据来源)/i.test(other.text);
      return isSourcedSentence(other, { start: 0, end: other.text.length });
    });
    sourcedTables.set(table, sourced);
  }
  return sourced;
}
