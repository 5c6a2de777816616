import type { Section } from '../markdown/sections.js';
import { isCitation, type Report } from '../report/report.js';
import { hasOwnText } from '../report/unfilled-places.js';
import { once } from '../text/once.js';
import { contains } from '../text/span.js';
import { formKey } from '../vocabulary/longer-forms.js';
import type { EntryOf } from '../vocabulary/model.js';
import { nameOf } from '../vocabulary/preferred-form.js';
import { fullName } from '../vocabulary/references.js';
import { isValidOn } from '../vocabulary/validity.js';
import { isCovered } from './covered-tasks.js';
import { readParaphrases } from './task-cues.js';

/** Tasks of the list that a report is held to which it names nowhere, in none of their forms. */
export interface MissingTasks {
  readonly list: EntryOf<'taskLists'>;
  /** The section that holds tasks. */
  readonly section: Section | undefined;
  /** In the order of the list. */
  readonly tasks: readonly ListedTask[];
}

/** A task in the words of a list, in the report's language. */
export interface ListedTask {
  readonly task: EntryOf<'tasks'>;
  readonly wording: string;
}

/**
 * The tasks that a report owes and lacks, once the section for them has text of its own; undefined where none is. Where
 * the report's type asks for such a section and it is not there, nothing is said of tasks yet. Read once.
 */
export const readMissingTasks = once(findMissing);

/** The tasks of a list that are in force on the day of the report, in its order. */
export function tasksOf(list: EntryOf<'taskLists'>, { vocabulary, language, date }: Report): readonly ListedTask[] {
  return list.tasks.flatMap(({ task: id, wording }) => {
    const task = vocabulary.find('tasks', id, list.pack);
    return task === undefined || !isValidOn(task, date?.day)
      ? []
      : [{ task, wording: wording[language] ?? nameOf(task, language) }];
  });
}

function findMissing(report: Report): MissingTasks | undefined {
  if (!report.vocabulary.languages.has(report.language) || report.unread.length > 0) return undefined;
  const list = taskListOf(report);
  if (list === undefined) return undefined;
  const sections = report.sections.filter(({ holds }) => holds === 'tasks');
  const owesSection = report.type?.sections.some(({ holds, required }) => holds === 'tasks' && required) === true;
  if (sections.length === 0 && owesSection) return undefined;
  const own = sections.length === 0 ? [{ start: 0, end: report.text.length }] : sections.map(({ span }) => span);
  if (!own.some((span) => hasOwnText(report, span))) return undefined;
  const tasks = tasksLacking(report, list);
  return tasks.length === 0 ? undefined : { list, section: sections[0], tasks };
}

/** The tasks of a list that a report names nowhere, whether it is to be told or not; in the order of the list. */
export function tasksLacking(report: Report, list: EntryOf<'taskLists'>): readonly ListedTask[] {
  const named = new Set(
    report.mentions.filter(({ block }) => !isCitation(report, block)).map(({ entry }) => entry.fullName),
  );
  // A task in other words is task-paraphrased's to speak of.
  for (const { task } of readParaphrases(report)) named.add(task.fullName);
  const lacking = tasksOf(list, report).filter(({ task }) => !named.has(task.fullName) && !isCovered(report, task));
  if (lacking.length === 0) return lacking;
  // The words of the list may be none of the task's own forms.
  const texts = report.prose.blocks.filter((_, index) => !isCitation(report, index)).map(({ text }) => formKey(text));
  return lacking.filter(({ wording }) => {
    const key = formKey(wording);
    return !texts.some((text) => text.includes(key));
  });
}

/**
 * The list that a report owes: the one that its front matter or the host names; else, if its type owes one, that of
 * the body or event that it is about: named in its tasks section, before its first heading or summary, before the rest.
 */
export function taskListOf(report: Report): EntryOf<'taskLists'> | undefined {
  if (report.tasks !== undefined) return report.tasks;
  const { type, vocabulary } = report;
  if (type?.tasks === undefined) return undefined;
  const own = vocabulary.find('taskLists', type.tasks, type.pack);
  const places = placesOfMentions(report);
  let best = own;
  let bestScore = own === undefined ? 0 : scoreOf(own, places);
  for (const list of vocabulary.ofKind('taskLists')) {
    const score = scoreOf(list, places);
    if (score > bestScore) {
      best = list;
      bestScore = score;
    }
  }
  return best;
}

/** For each entry that is named, how telling the place is, and how often. */
function placesOfMentions(report: Report): ReadonlyMap<string, number> {
  const scores = new Map<string, number>();
  const firstHeading = report.sections[0]?.heading;
  const holding = report.sections.filter(({ holds }) => holds !== undefined);
  for (const mention of report.mentions) {
    const { kind, fullName } = mention.entry;
    if (!['organizations', 'events', 'documents'].includes(kind) || isCitation(report, mention.block)) continue;
    const section = holding.findLast(({ span }) => contains(span, mention.span));
    const place =
      section?.holds === 'tasks' ? 3 : mention.block === firstHeading || section?.holds === 'summary' ? 2 : 1;
    const before = scores.get(fullName) ?? 0;
    // One place outweighs any number of lesser ones.
    scores.set(fullName, Math.max(place * 1000, Math.floor(before / 1000) * 1000) + (before % 1000) + 1);
  }
  return scores;
}

function scoreOf(list: EntryOf<'taskLists'>, places: ReadonlyMap<string, number>): number {
  const by = list.setBy === undefined ? 0 : (places.get(fullName(list.setBy, list.pack, 'organizations')) ?? 0);
  const at = list.setAt === undefined ? 0 : (places.get(fullName(list.setAt, list.pack)) ?? 0);
  return Math.max(by, at);
}
