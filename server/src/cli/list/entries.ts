import type { Workspace } from '../../workspace/workspace.js';
import { placeOfEntry } from '../entry-place.js';
import type { ListOptions } from '../options.js';
import { wordingFor } from '../wording.js';
import type { Listed } from './listed.js';
import { grouped, nameRow, namesOf } from './names.js';

/** Every entry in force, or those of one kind; sources by their titles. */
export function listEntries(workspace: Workspace, { kind, locale }: ListOptions): Listed {
  const wording = wordingFor(locale);
  const entries = workspace.vocabulary.entries.filter((entry) => kind === undefined || entry.kind === kind);
  const groups = [...grouped(entries, ({ pack, kind }) => `${pack}/${kind}`)].map(([title, members]) => ({
    title,
    rows: members.map((entry) => {
      const name = nameRow(entry.kind === 'sources' ? entry.title : namesOf(entry), locale);
      return [entry.id, entry.status === 'verified' ? name : name + wording.inBrackets(wording.status[entry.status])];
    }),
  }));
  const items = entries.map((entry) => ({
    entry: entry.fullName,
    pack: entry.pack,
    kind: entry.kind,
    id: entry.id,
    names: entry.kind === 'sources' ? entry.title : namesOf(entry),
    status: entry.status,
    ...placeOfEntry(entry, workspace),
  }));
  return { items, groups };
}
