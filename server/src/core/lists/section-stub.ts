import { escapeProse } from '../markdown/shown-text.js';
import { stubText } from '../messages/render.js';
import { capitalize } from '../report/adapt-replacement.js';
import type { Report } from '../report/report.js';
import type { ReportSection } from '../vocabulary/model.js';
import { inLanguage } from '../vocabulary/preferred-form.js';
import { taskListOf, tasksOf } from './missing-tasks.js';

/** How a section may be headed in a report, as its type lists it. */
export function headingsOf({ heading, id }: ReportSection, { language }: Report): readonly string[] {
  return inLanguage(heading, language) ?? [id];
}

/** A section to be written, in Markdown: its heading, and a place to fill, or one for each task that the report owes. */
export function sectionStub(section: ReportSection, report: Report, depth: number): string {
  const body = (section.holds === 'tasks' ? taskStubs(report) : undefined) ?? stubText('section', report.language);
  return `${'#'.repeat(depth)} ${escapeProse(headingsOf(section, report)[0] as string)}\n\n${body}\n`;
}

/** A list with a place for each task that the report owes, in the words of its task list; undefined where it owes none. */
export function taskStubs(report: Report): string | undefined {
  const list = taskListOf(report);
  const tasks = list === undefined ? [] : tasksOf(list, report);
  if (tasks.length === 0) return undefined;
  return tasks
    .map(({ wording }) => escapeProse(capitalize(wording)))
    .map((task) => `- ${stubText('task', report.language, { task })}`)
    .join('\n');
}
