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
  const list = section.holds === 'tasks' ? taskListOf(report) : undefined;
  const tasks = list === undefined ? [] : tasksOf(list, report);
  const body =
    tasks.length === 0
      ? stubText('section', report.language)
      : tasks
          .map(({ wording }) => escapeProse(capitalize(wording)))
          .map((task) => `- ${stubText('task', report.language, { task })}`)
          .join('\n');
  return `${'#'.repeat(depth)} ${escapeProse(headingsOf(section, report)[0] as string)}\n\n${body}\n`;
}
