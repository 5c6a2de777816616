import { dictionary, type Entry } from '../../core/index.js';

/** The preferred form of an entry in each language that has one. */
export function namesOf(entry: Entry): Readonly<Record<string, string>> {
  return dictionary(
    Object.fromEntries(
      entry.forms.filter(({ role }) => role === 'preferred').map(({ language, text }) => [language, text]),
    ),
  );
}

/** All of them in a row. */
export function nameRow(entry: Entry): string {
  return Object.values(namesOf(entry)).join(' · ');
}

/** What `all` has of a group, in the order of its first members. */
export function grouped<T>(all: readonly T[], groupOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of all) {
    const group = groups.get(groupOf(item));
    if (group === undefined) groups.set(groupOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
