import { isRegionCode, meantRegion } from '../language/countries.js';
import { nearest } from '../language/edit-distance.js';
import { isLanguageTag, meantLanguage } from '../language/language-tags.js';
import type { Vocabulary } from './merge-packs.js';
import type { Entry } from './model.js';
import { languageSubtag } from './read-forms.js';

/** What a config, a report or a command line names that packs may hold. */
export type NamedKind = 'report' | 'tasks' | 'region' | 'language';

/** A name that is none: which one was likely meant, and those that there are. */
export interface UnknownName {
  readonly meant: string | undefined;
  /** Empty where they are too many to list. */
  readonly known: readonly string[];
}

/** Undefined for a name that is known. */
export function unknownName(kind: NamedKind, name: string, vocabulary: Vocabulary): UnknownName | undefined {
  switch (kind) {
    case 'language': {
      if (isLanguageTag(name) || vocabulary.languages.has(languageSubtag(name))) return undefined;
      return { meant: meantLanguage(name, vocabulary.languages), known: [...vocabulary.languages] };
    }
    case 'region': {
      if (isRegionCode(name) || Object.hasOwn(vocabulary.regions, name)) return undefined;
      return { meant: meantRegion(name, Object.keys(vocabulary.regions)), known: [] };
    }
    default: {
      const entries = kind === 'tasks' ? 'taskLists' : 'reports';
      if (vocabulary.find(entries, name) !== undefined) return undefined;
      const all: readonly Entry[] = vocabulary.ofKind(entries);
      const known = all.map(({ id }) => id);
      return { meant: idOfForm(name, all) ?? nearest(name, known), known };
    }
  }
}

/** The id of the entry that a writer calls by one of its forms: 通报 for `bulletin`. */
function idOfForm(name: string, entries: readonly Entry[]): string | undefined {
  const written = folded(name);
  return entries.find(({ forms }) => forms.some(({ text }) => folded(text) === written))?.id;
}

function folded(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
