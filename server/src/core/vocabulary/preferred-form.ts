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

/** A text in a language, or in any. */
export function inLanguage<T>(texts: Localized<T>, language: Language): T | undefined {
  return texts[language] ?? Object.values(texts)[0];
}
