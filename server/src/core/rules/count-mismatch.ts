import { type AnnouncedCount, readAnnouncedCounts } from '../lists/announced-count.js';
import { readIncompleteSets } from '../lists/incomplete-sets.js';
import { readMissingTasks } from '../lists/missing-tasks.js';
import { announcesTasks } from '../lists/task-cues.js';
import type { Report } from '../report/report.js';
import { wholeOf } from '../sentences/sentence.js';
import { lastStartingBy } from '../text/ordered-spans.js';
import { contains, type Span } from '../text/span.js';
import type { AroundRule } from './rule.js';

/** The announced number of items is not that of the complete list that follows. */
export const countMismatch: AroundRule<AnnouncedCount> = {
  id: 'count-mismatch',
  severity: 'warning',
  reads: 'document',
  awaits: true,
  ownWords: true,

  *checkAround(block, surroundings, { language }) {
    for (const count of readAnnouncedCounts(block, surroundings, language)) {
      const { at, end, announced, listed } = count;
      if (announced === listed) continue;
      yield {
        messageId: 'count-mismatch',
        values: { found: block.text.slice(at.start, end).trim(), announced, listed },
        at,
        detail: count,
      };
    }
  },

  /** What is said of a set that has a name is which members are left out, and so too of the tasks that the report owes. */
  gather(detections, report) {
    if (detections.length === 0) return detections;
    const owed = readMissingTasks(report)?.list.tasks.length;
    return detections.filter(({ span, detail: { announced, listed } }) => {
      if (readIncompleteSets(report).some(({ mention }) => contains(mention.span, span))) return false;
      return announced !== owed || listed >= announced || !isOfTasks(report, span);
    });
  },
};

/** Whether the block with a place announces tasks, or it or the list below it names some. */
function isOfTasks(report: Report, at: Span): boolean {
  const { prose, mentionsByBlock, vocabulary } = report;
  const index = lastStartingBy(prose.blocks, ({ span }) => span.start, at.start);
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
