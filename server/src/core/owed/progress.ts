import { taskListOf, tasksLacking, tasksOf } from '../lists/missing-tasks.js';
import type { Locale } from '../messages/message.js';
import { render } from '../messages/render.js';
import { isCitation, type Report } from '../report/report.js';
import { blocksHolding, hasOwnText, readUnfilledPlaces } from '../report/unfilled-places.js';
import { claimsOf } from '../wording/listed-claims.js';

/** So many of so many. */
export interface Count {
  readonly done: number;
  readonly all: number;
}

/** How far a report is; undefined what it does not owe or have. */
export interface Progress {
  /** Of the tasks of its list those that it names, in words that are not a place to fill. */
  readonly tasks: Count | undefined;
  /** Of the sections that its type requires those that stand and say something of their own. */
  readonly sections: Count | undefined;
  /** Of the figures that the record can judge those that agree with it, also where there is a newer record. */
  readonly figures: Count | undefined;
}

export function progressOf(report: Report): Progress {
  return { tasks: countTasks(report), sections: countSections(report), figures: countFigures(report) };
}

function countTasks(report: Report): Count | undefined {
  const list = taskListOf(report);
  if (list === undefined || !report.vocabulary.languages.has(report.language)) return undefined;
  const all = tasksOf(list, report).filter(({ task }) => task.level !== 'off');
  if (all.length === 0) return undefined;
  const lacking = new Set(tasksLacking(report, list).map(({ task }) => task));
  const unfilled = blocksHolding(
    report,
    readUnfilledPlaces(report).map(({ span }) => span),
  );
  const named = new Map<unknown, boolean>();
  for (const { entry, block } of report.mentions) {
    if (isCitation(report, block)) continue;
    named.set(entry, named.get(entry) === true || !unfilled.has(block));
  }
  // A task that no mention names stands there in other words.
  const done = all.filter(({ task }) => !lacking.has(task) && named.get(task) !== false);
  return { done: done.length, all: all.length };
}

function countSections(report: Report): Count | undefined {
  const required = report.type?.sections.filter((section) => section.required) ?? [];
  if (required.length === 0) return undefined;
  const done = required.filter(({ id }) =>
    report.sections.some(({ role, span }) => role?.id === id && hasOwnText(report, span)),
  );
  return { done: done.length, all: required.length };
}

function countFigures(report: Report): Count | undefined {
  const judged = claimsOf(report, 'en').filter(({ verdict }) => verdict !== 'unknown');
  if (judged.length === 0) return undefined;
  return { done: judged.filter(({ verdict }) => verdict !== 'wrong').length, all: judged.length };
}

/** "3 of 4 key tasks, 5 of 6 sections, 12 of 14 figures hold"; empty where nothing is owed and no figure judged. */
export function progressText(progress: Progress, locale: Locale): string {
  const parts = (['tasks', 'sections', 'figures'] as const).flatMap((part) => {
    const count = progress[part];
    return count === undefined ? [] : [render(`progress.${part}`, { ...count }, locale)];
  });
  return parts.join(locale === 'zh' ? '，' : ', ');
}
