import { additionOf } from '../lists/added-tasks.js';
import { type ListedTask, readMissingTasks } from '../lists/missing-tasks.js';
import type { Section } from '../markdown/sections.js';
import type { Values } from '../messages/message.js';
import type { Fix } from '../report/finding.js';
import { namesOf } from '../vocabulary/preferred-form.js';
import type { ReportRule } from './rule.js';
import { placeOfReport } from './section-missing.js';

/** The words of the tasks that are to be added, and where. */
interface Missing {
  readonly wordings: readonly string[];
  readonly section: Section | undefined;
}

/** Tasks of the list that the report is held to appear nowhere in it, in none of their forms. */
export const taskMissing: ReportRule<Missing> = {
  id: 'task-missing',
  severity: 'warning',
  reads: 'document',
  misses: true,
  awaits: true,

  *check(report) {
    const missing = readMissingTasks(report);
    if (missing === undefined) return;
    const { list, section } = missing;
    const heading = section === undefined ? undefined : report.prose.blocks[section.heading];
    for (const tasks of alike(missing.tasks)) {
      const [first] = tasks;
      if (first === undefined) continue;
      const wordings = tasks.map(({ wording }) => wording);
      const isOne = tasks.length === 1;
      const { level, status } = first.task;
      yield {
        messageId:
          heading === undefined
            ? isOne
              ? 'task-missing'
              : 'task-missing.several'
            : isOne
              ? 'task-missing.in-section'
              : 'task-missing.several-in-section',
        values: {
          ...(isOne ? { task: first.wording } : { count: tasks.length, tasks: wordings }),
          list: namesOf([list]),
          ...(heading !== undefined && { section: heading.text.trim() }),
        },
        span: heading?.span ?? placeOfReport(report),
        entry: isOne ? first.task : list,
        ...(!isOne && { status, ...(level !== undefined && level !== 'off' && { severity: level }) }),
        detail: { wordings, section },
      };
    }
  },

  fix({ detail: { wordings, section } }, report): readonly Fix[] {
    if (section === undefined) return [];
    const adding = (added: readonly string[], messageId: string, values: Values): Fix => ({
      messageId,
      values,
      safe: false,
      edits: [additionOf(report, section, added)],
    });
    const each = wordings.map((wording) => adding([wording], 'fix.add-task', { task: wording }));
    return wordings.length === 1 ? each : [adding(wordings, 'fix.add-tasks', { count: wordings.length }), ...each];
  },
};

/** Tasks of one level and status together; those that the pack has off are none. */
function alike(tasks: readonly ListedTask[]): readonly (readonly ListedTask[])[] {
  const groups = new Map<string, ListedTask[]>();
  for (const each of tasks) {
    const { level, status } = each.task;
    if (level === 'off') continue;
    const key = `${level} ${status}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return [...groups.values()];
}
