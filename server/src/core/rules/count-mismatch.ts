import { readAnnouncedCounts } from '../lists/announced-count.js';
import { readIncompleteSets } from '../lists/incomplete-sets.js';
import { readMissingTasks } from '../lists/missing-tasks.js';
import { announcesTasks } from '../lists/task-cues.js';
import { toSource } from '../markdown/blocks.js';
import { isCitation, isQuoted, type Report } from '../report/report.js';
import { wholeOf } from '../sentences/sentence.js';
import { contains, type Span } from '../text/span.js';
import type { Rule } from './rule.js';

/** The announced number of items is not that of the complete list that follows. */
export const countMismatch: Rule<undefined> = {
  id: 'count-mismatch',
  severity: 'warning',
  reads: 'document',
  awaits: true,

  *check(report) {
    const inNames = new Map<number, Span[]>();
    for (const { mention } of readIncompleteSets(report))
      inNames.set(mention.block, [...(inNames.get(mention.block) ?? []), mention.at]);
    for (const { block: index, at, end, announced, listed } of readAnnouncedCounts(report.prose, report.language)) {
      const block = report.prose.blocks[index];
      if (block === undefined || announced === listed || isQuoted(block, at) || isCitation(report, index)) continue;
      // Of a set that has a name, what is said is which members are left out.
      if (inNames.get(index)?.some((name) => contains(name, at))) continue;
      // So too of the tasks that the report owes.
      const owed = readMissingTasks(report)?.list.tasks.length;
      if (announced === owed && listed < announced && isOfTasks(report, index)) continue;
      yield {
        messageId: 'count-mismatch',
        values: { found: block.text.slice(at.start, end).trim(), announced, listed },
        span: toSource(block, at),
        detail: undefined,
      };
    }
  },
};

/** Whether a block announces tasks, or it or the list below it names some. */
function isOfTasks(report: Report, index: number): boolean {
  const { prose, mentionsByBlock, vocabulary } = report;
  const block = prose.blocks[index];
  if (block === undefined) return false;
  const text = block.text.trim();
  const list = /[:：]$/.test(text) ? prose.introduced.get(index) : undefined;
  const end = list?.items.at(-1)?.end ?? index + 1;
  return (
    announcesTasks(wholeOf(report, block).words, vocabulary) ||
    mentionsByBlock.slice(index, end).some((mentions) => mentions.some(({ entry }) => entry.kind === 'tasks'))
  );
}
