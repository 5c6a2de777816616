import type { Workspace } from '../../workspace/workspace.js';
import { placeOfEntry } from '../entry-place.js';
import type { ListOptions } from '../options.js';
import { wordingFor } from '../wording.js';
import type { Listed } from './listed.js';
import { nameIn, nameRow, namesOf } from './names.js';

/** The report types: their sections in order, and the tasks that they owe. */
export function listReports(workspace: Workspace, { locale }: ListOptions): Listed {
  const wording = wordingFor(locale);
  const { vocabulary } = workspace;
  const items = vocabulary.ofKind('reports').map((report) => {
    const list = report.tasks === undefined ? undefined : vocabulary.find('taskLists', report.tasks, report.pack);
    return {
      entry: report.fullName,
      pack: report.pack,
      id: report.id,
      names: namesOf(report),
      sections: report.sections.map(({ id, required, heading }) => ({ id, required, heading })),
      tasks: list === undefined ? null : { list: list.fullName, tasks: list.tasks.map(({ task }) => task) },
      metrics: report.metrics,
      targets: report.targets,
      ...placeOfEntry(report, workspace),
    };
  });
  const groups = vocabulary.ofKind('reports').map((report, i) => {
    const item = items[i];
    const sections = report.sections.map(({ heading, id, required }) => {
      const name = heading[locale]?.[0] ?? Object.values(heading)[0]?.[0] ?? id;
      return required ? wording.required(name) : name;
    });
    const named = (kind: 'tasks' | 'metrics' | 'targets', ids: readonly string[]) =>
      ids.map((id) => nameIn(vocabulary.find(kind, id, report.pack), locale) ?? id).join(wording.comma);
    const rows = [
      [wording.sections, sections.join(wording.comma)],
      [wording.tasks, named('tasks', item?.tasks?.tasks ?? [])],
      [wording.metrics, named('metrics', report.metrics)],
      [wording.targets, named('targets', report.targets)],
    ];
    return {
      title: `${report.pack}/reports/${report.id}  ${nameRow(namesOf(report), locale)}`,
      rows: rows.filter(([, text]) => text !== ''),
    };
  });
  return { items, groups };
}
