import { readAnnouncedCounts } from '../lists/announced-count.js';
import { toSource } from '../markdown/blocks.js';
import { isCitation, isQuoted } from '../report/report.js';
import type { Rule } from './rule.js';

/** The announced number of items is not that of the complete list that follows. */
export const countMismatch: Rule<undefined> = {
  id: 'count-mismatch',
  severity: 'warning',
  reads: 'document',

  *check(report) {
    for (const { block: index, at, announced, listed } of readAnnouncedCounts(report.prose)) {
      const block = report.prose.blocks[index];
      if (block === undefined || announced === listed || isQuoted(block, at) || isCitation(report, index)) continue;
      yield {
        messageId: 'count-mismatch',
        values: { found: block.text.slice(at.start, at.end), announced, listed },
        span: toSource(block, at),
        detail: undefined,
      };
    }
  },
};
