import type { Entry, Form, Language, Localized } from './model.js';

/** The form to write in a language, if the entry has one. */
export function preferredForm(entry: Entry, language: Language): Form | undefined {
  return entry.forms.find((form) => form.role === 'preferred' && form.language === language);
}

/** How an entry is called in a language, or in any where it has no name in that one; its id at last. */
export function nameOf(entry: Entry, language: Language): string {
  const form = preferredForm(entry, language) ?? entry.forms.find(({ role }) => role === 'preferred');
  return form?.text ?? entry.id;
}

/** How entries are called, in each language that one of them has a name in. */
export function namesOf(entries: readonly Entry[]): Localized<readonly string[]> {
  const named = entries.flatMap(({ forms }) => forms.filter(({ role }) => role === 'preferred'));
  const languages = new Set(named.length === 0 ? ['und'] : named.map(({ language }) => language));
  return Object.fromEntries(
    [...languages].map((language) => [language, entries.map((entry) => nameOf(entry, language))]),
  );
}

/** A text in a language, or in any. */
export function inLanguage<T>(texts: Localized<T>, language: Language): T | undefined {
  return texts[language] ?? Object.values(texts)[0];
}
