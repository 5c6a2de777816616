import { once } from '../text/once.js';
import { MentionIndex } from '../vocabulary/mention-index.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { Entry, Form, Language } from '../vocabulary/model.js';

/** A short form of letters and digits with two capitals at least: MIIT, CfD, SMEs. */
export function isAcronym(form: Form): boolean {
  return form.class === 'short' && looksLikeAcronym(form.text);
}

function looksLikeAcronym(text: string): boolean {
  return /^[A-Z][A-Za-z0-9&-]*[A-Z0-9]s?$/.test(text);
}

/** What it is short for, in the report's language before any other. */
export function expansionOf(entry: Entry, reportLanguage: Language): Form | undefined {
  const full = entry.forms.filter((form) => form.role === 'preferred' && !looksLikeAcronym(form.text));
  return full.find(({ language }) => language === reportLanguage) ?? full[0];
}

/** Acronyms and their expansions alone: inside a longer name ("exports of LNG") they are used all the same. */
export const acronymIndex = once((vocabulary: Vocabulary): MentionIndex<Entry> => {
  const index = new MentionIndex<Entry>();
  for (const entry of vocabulary.entries) {
    if (!entry.forms.some(isAcronym) || entry.exempt === true) continue;
    for (const form of entry.forms) {
      // A wrong name in full explains too, and is another rule's to speak of.
      if (form.role !== 'deprecated' || !looksLikeAcronym(form.text))
        index.add(isAcronym(form) ? { ...form, caseSensitive: 'capitals' } : form, entry);
    }
  }
  return index;
});
