import { sharesKeys } from '../lists/task-cues.js';
import { sentencesIn } from '../markdown/block-sentences.js';
import type { Block } from '../markdown/blocks.js';
import { isCitation, type Mention, type Report } from '../report/report.js';
import { contains, overlaps } from '../text/span.js';
import type { EntryOf } from '../vocabulary/model.js';
import { nameOf } from '../vocabulary/preferred-form.js';
import type { Rule } from './rule.js';

/** In the tasks section of a typed report a task stands by its name alone, and nothing else in the report treats it. */
export const taskUnsupported: Rule<undefined> = {
  id: 'task-unsupported',
  severity: 'information',
  reads: 'document',

  *check(report) {
    if (report.type === undefined) return;
    const sections = report.sections.filter(({ holds }) => holds === 'tasks');
    const tasks = report.mentions.filter(({ entry }) => entry.kind === 'tasks');
    const seen = new Set<string>();
    for (const mention of tasks) {
      const entry = mention.entry as EntryOf<'tasks'>;
      if (seen.has(entry.fullName)) continue;
      const section = sections.find(({ span, heading }) => heading !== mention.block && contains(span, mention.span));
      if (section === undefined || !standsAlone(report, mention)) continue;
      if (isTreated(report, mention, tasks)) continue;
      seen.add(entry.fullName);
      yield {
        messageId: 'task-unsupported',
        values: { task: nameOf(entry, report.language) },
        span: mention.span,
        entry,
        form: mention.form,
        detail: undefined,
      };
    }
  },
};

/** What may stand round a task's name in an item or heading without saying anything of it: numbers, marks, articles. */
const bare =
  /^(?:[\s\d.,:;!?()（）。，、：；！？*_“”"'’\-–—]|\b(?:task|priority|action|key|the|to|a|an|we|will|our)\b|(?:任务|工作|重点|第?[一二三四五六七八九十]是?|[要将]))*$/i;

/** Whether a task's name is the whole of its item or heading, and nothing stands under it. */
function standsAlone(report: Report, mention: Mention): boolean {
  const block = report.prose.blocks[mention.block] as Block;
  if (block.quoted || block.footnote !== undefined) return false;
  const around = `${block.text.slice(0, mention.at.start)}\n${block.text.slice(mention.at.end)}`;
  if (!around.split('\n').every((part) => bare.test(part))) return false;
  if (block.kind === 'heading') return headsNothing(report, mention.block);
  const items = report.prose.lists.flatMap((list) => list.items);
  const item = items
    .filter(({ first, end }) => first <= mention.block && mention.block < end)
    .sort((a, b) => a.end - a.first - (b.end - b.first))[0];
  // A cell has its row, a paragraph what follows.
  return item !== undefined && item.end - item.first === 1 && bare.test(outsideBlocks(report, item.span, item.first));
}

function headsNothing(report: Report, heading: number): boolean {
  const section = report.sections.find((each) => each.heading === heading);
  if (section === undefined) return false;
  const block = report.prose.blocks[heading] as Block;
  const own = report.prose.blocks.some((other, i) => i !== heading && contains(section.span, other.span));
  const rest = report.text.slice(block.span.end, section.span.end).replace(/<!--[\s\S]*?-->/g, '');
  return !own && !/[\p{L}\p{N}]/u.test(rest);
}

/** What an item holds beside its block: code, a picture, mathematics. */
function outsideBlocks(report: Report, item: { start: number; end: number }, first: number): string {
  const block = report.prose.blocks[first] as Block;
  return report.text
    .slice(block.span.end, item.end)
    .replace(/<!--[\s\S]*?-->/g, '')
    .trim();
}

/** Whether the report says more of a task elsewhere: by its name with other words, or in its key words. */
function isTreated(report: Report, mention: Mention, tasks: readonly Mention[]): boolean {
  const named = tasks.some(
    (other) =>
      other !== mention &&
      other.entry === mention.entry &&
      !isCitation(report, other.block) &&
      !standsAlone(report, other),
  );
  if (named) return true;
  const task = mention.entry as EntryOf<'tasks'>;
  return report.prose.blocks.some(
    (block, number) =>
      number !== mention.block &&
      block.kind !== 'heading' &&
      block.footnote === undefined &&
      sentencesIn(block).some(
        (sentence) =>
          sharesKeys(block.text.slice(sentence.start, sentence.end), task, report.language) &&
          // A sentence about another task is that one's.
          !tasks.some((other) => other.block === number && other.entry !== task && overlaps(other.at, sentence)),
      ),
  );
}
