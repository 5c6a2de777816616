import { readAnnouncedCounts } from '../lists/announced-count.js';
import { readIncompleteSets } from '../lists/incomplete-sets.js';
import { toSource } from '../markdown/blocks.js';
import { isCitation, isQuoted } from '../report/report.js';
import { contains, type Span } from '../text/span.js';
import type { Rule } from './rule.js';

/** The announced number of items is not that of the complete list that follows. */
export const countMismatch: Rule<undefined> = {
  id: 'count-mismatch',
  severity: 'warning',
  reads: 'document',

  *check(report) {
    const inNames = new Map<number, Span[]>();
    for (const { mention } of readIncompleteSets(report))
      inNames.set(mention.block, [...(inNames.get(mention.block) ?? []), mention.at]);
    for (const { block: index, at, announced, listed } of readAnnouncedCounts(report.prose)) {
      const block = report.prose.blocks[index];
      if (block === undefined || announced === listed || isQuoted(block, at) || isCitation(report, index)) continue;
      // Of a set that has a name, what is said is which members are left out.
      if (inNames.get(index)?.some((name) => contains(name, at))) continue;
      yield {
        messageId: 'count-mismatch',
        values: { found: block.text.slice(at.start, at.end), announced, listed },
        span: toSource(block, at),
        detail: undefined,
      };
    }
  },
};
