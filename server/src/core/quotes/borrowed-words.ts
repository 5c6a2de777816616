import type { Block } from '../markdown/blocks.js';
import { mentionsIn } from '../report/mentions-in.js';
import type { Report } from '../report/report.js';
import { contains, overlaps, type Span } from '../text/span.js';
import { kindTraits } from '../vocabulary/kinds.js';
import type { EntryOf } from '../vocabulary/model.js';
import { type Borrowing, type RecordedTexts, toWordRow, type WordRow, weightOf } from './recorded-texts.js';

/** Words of a text that the pack holds, without marks; the span is of the block's text. */
export interface BorrowedWords {
  readonly at: Span;
  readonly source: EntryOf<'sources'>;
}

/** Eight words (sixteen Han characters) or more of a text, without the names in them. */
export function* borrowedWords(
  report: Report,
  number: number,
  block: Block,
  recorded: RecordedTexts,
): Iterable<BorrowedWords> {
  const row = toWordRow(block.text);
  const names = mentionsIn(report, number).filter(({ entry }) => kindTraits[entry.kind].isFixed);
  for (const borrowing of recorded.borrowings(row)) {
    const at = spanOf(row, borrowing);
    if (block.quotations.some((quotation) => overlaps(quotation, at))) continue;
    const own = row.words.filter((_, i) => {
      const word = { start: row.starts[i] as number, end: row.ends[i] as number };
      return contains(at, word) && !names.some((name) => contains(name.at, word));
    });
    if (weightOf(own) >= 16) yield { at, source: borrowing.recorded.source };
  }
}

function spanOf(row: WordRow, { first, end }: Borrowing): Span {
  return { start: row.starts[first] as number, end: row.ends[end - 1] as number };
}
