import { type Entry, type EntryKind, entryKinds } from './model.js';
import { none } from './read-forms.js';

/** A field that names an entry. */
export interface Reference {
  /** `kind/id`. */
  readonly to: string;
  /** Where it stands inside the entry. */
  readonly path: readonly (string | number)[];
}

/** Whether a reference has a kind before its id. */
export function isFullReference(to: string): boolean {
  return entryKinds.some((kind) => to.startsWith(`${kind}/`));
}

/** Every field of an entry that names another: by its id where the kind is known, else by `kind/id`. */
export function referencesOf(entry: Entry): readonly Reference[] {
  // Most entries of a large pack are terms that name nothing.
  const namesNothing = entry.kind === 'terms' && entry.basis.length === 0 && entry.replacedBy === undefined;
  return namesNothing ? none : findReferences(entry);
}

function findReferences(entry: Entry): readonly Reference[] {
  const found: Reference[] = [];
  const add = (kind: EntryKind | undefined, id: string | undefined, ...path: (string | number)[]): void => {
    if (id !== undefined) found.push({ to: kind === undefined ? id : `${kind}/${id}`, path });
  };
  const addAll = (kind: EntryKind | undefined, ids: readonly string[], ...path: (string | number)[]): void => {
    for (const [index, id] of ids.entries()) add(kind, id, ...path, index);
  };
  for (const [index, { source }] of entry.basis.entries()) add('sources', source, 'basis', index);
  add(undefined, entry.replacedBy, 'replacedBy');
  switch (entry.kind) {
    case 'taskLists':
      for (const [index, { task }] of entry.tasks.entries()) add('tasks', task, 'tasks', index);
      add('organizations', entry.setBy, 'setBy');
      add(undefined, entry.setAt, 'setAt');
      break;
    case 'metrics':
      add('metrics', entry.measure.base, 'measure', 'base');
      addAll('metrics', entry.distinctFrom, 'distinctFrom');
      for (const [index, { source }] of entry.observations.entries()) {
        add('sources', source, 'observations', index, 'source');
      }
      for (const [index, { source }] of entry.runs.entries()) addAll('sources', source, 'runs', index, 'source');
      break;
    case 'statements':
      // A region has no slash.
      if (entry.holder?.includes('/')) add(undefined, entry.holder, 'holder');
      addAll(undefined, entry.attributedTo, 'attributedTo');
      break;
    case 'targets':
      add(undefined, entry.goal, 'goal');
      add('organizations', entry.setBy, 'setBy');
      addAll(undefined, entry.attributedTo, 'attributedTo');
      for (const [index, { baseline }] of entry.milestones.entries()) {
        if (baseline !== undefined && !/^\d/.test(baseline)) {
          add('metrics', baseline, 'milestones', index, 'baseline');
        }
      }
      break;
    case 'people':
      for (const [index, { organization, source }] of entry.roles.entries()) {
        add('organizations', organization, 'roles', index, 'organization');
        addAll('sources', source, 'roles', index, 'source');
      }
      break;
    case 'organizations':
      add('organizations', entry.parent, 'parent');
      break;
    case 'events':
    case 'programmes':
      add('organizations', entry.by, 'by');
      break;
    case 'documents':
      add('organizations', entry.publisher, 'publisher');
      break;
    case 'formulations':
      addAll(undefined, entry.attributedTo, 'attributedTo');
      addAll(undefined, entry.conflicts, 'conflicts');
      break;
    case 'reports':
      add('taskLists', entry.tasks, 'tasks');
      addAll('metrics', entry.metrics, 'metrics');
      addAll('targets', entry.targets, 'targets');
      break;
    default:
      break;
  }
  return found;
}
