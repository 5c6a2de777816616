import type { Claim } from '../claims/claim.js';
import { intersects, intervalOf, writtenRecord } from '../claims/interval.js';
import type { Recorded } from '../claims/judge.js';
import { allWritings } from '../quantities/tables/writings.js';
import { editInBlock } from '../report/edit-in-block.js';
import type { Report } from '../report/report.js';
import type { TextEdit } from '../text/text-edit.js';
import type { Comparator } from '../vocabulary/model.js';

/** The opposite hedge, where the record then holds the number. */
export function turnedHedge(
  { quantity, block: index, ...claim }: Claim,
  expected: Recorded | undefined,
  report: Report,
): TextEdit | undefined {
  const block = report.prose.blocks[index];
  const at = quantity.comparatorSpan;
  if (block === undefined || at === undefined || expected === undefined) return undefined;
  const hedge = block.text.slice(at.start, at.end);
  const written = hedge.replace(/\s+/g, ' ').trim().toLowerCase();
  const text = allWritings.find(({ turned }) => turned[written] !== undefined)?.turned[written];
  if (text === undefined) return undefined;
  const comparator = opposite[quantity.comparator ?? 'exactly'];
  const record = intervalOf(writtenRecord(expected.observation));
  return intersects(intervalOf({ ...claim, comparator }), record) ? editInBlock(report, block, at, text) : undefined;
}

const opposite: Readonly<Record<Comparator, Comparator>> = {
  above: 'below',
  below: 'above',
  'at-least': 'at-most',
  'at-most': 'at-least',
  exactly: 'about',
  about: 'about',
};
