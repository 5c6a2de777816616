import type { Claim } from '../claims/claim.js';
import { intersects, intervalOf, writtenRecord } from '../claims/interval.js';
import type { Recorded } from '../claims/judge.js';
import { editInBlock } from '../report/edit-in-block.js';
import type { Report } from '../report/report.js';
import { dictionary } from '../text/dictionary.js';
import type { TextEdit } from '../text/text-edit.js';
import type { Comparator } from '../vocabulary/model.js';

/** A hedge and the one that turns it round, in the same place of a sentence. */
const turned: Readonly<Record<string, string>> = dictionary({
  below: 'above',
  above: 'below',
  under: 'over',
  over: 'under',
  'just under': 'just over',
  'just below': 'just above',
  nearly: 'more than',
  almost: 'more than',
  接近: '超过',
  逼近: '超过',
  将近: '超过',
  近: '超',
  'less than': 'more than',
  'more than': 'less than',
  'fewer than': 'more than',
  'lower than': 'higher than',
  'higher than': 'lower than',
  'at most': 'at least',
  'at least': 'at most',
  'no more than': 'no less than',
  'no less than': 'no more than',
  'up to': 'at least',
  exactly: 'about',
  precisely: 'about',
  不足: '超过',
  不到: '超过',
  低于: '高于',
  少于: '多于',
  超过: '不足',
  突破: '不足',
  高于: '低于',
  多于: '少于',
  以下: '以上',
  以上: '以下',
  正好: '约',
  恰好: '约',
});

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
  const text = turned[hedge.replace(/\s+/g, ' ').trim().toLowerCase()];
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
