import { dictionary, type Entry, type Locale } from '../../core/index.js';

/** The preferred form of an entry in each language that has one. */
export function namesOf(entry: Entry): Readonly<Record<string, string>> {
  // A snippet has no forms.
  if (entry.kind === 'snippets') return entry.description;
  return dictionary(
    Object.fromEntries(
      entry.forms.filter(({ role }) => role === 'preferred').map(({ language, text }) => [language, text]),
    ),
  );
}

/** Its name in a language of messages, or else in any. */
export function nameIn(entry: Entry | undefined, locale: Locale): string | undefined {
  const names = entry === undefined ? {} : namesOf(entry);
  return names[locale] ?? Object.values(names)[0];
}

/** All of them in a row, that in the language of messages first. */
export function nameRow(names: Readonly<Record<string, string>>, locale: Locale): string {
  const { [locale]: own, ...others } = names;
  return [...(own === undefined ? [] : [own]), ...Object.values(others)].join(' · ');
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
