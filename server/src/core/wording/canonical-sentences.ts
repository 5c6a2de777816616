import { hasWriting } from '../quantities/tables/writings.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { Entry, Language } from '../vocabulary/model.js';
import { preferredForm } from '../vocabulary/preferred-form.js';
import type { CanonicalSentence } from './canonical-sentence.js';
import { statedEvent, statedPosts, statedRanks, statedTarget } from './stated-facts.js';
import { statedFigures } from './stated-figures.js';

/**
 * The sentences that state what an entry has on record, in each form of a language that it can take: the figures and ranks
 * of a metric, a target, the posts of a person, the date of an event. None where the entry has no name in the language or
 * nothing on record, or where no such forms are known.
 */
export function canonicalSentences(
  entry: Entry,
  language: Language,
  vocabulary: Vocabulary,
): readonly CanonicalSentence[] {
  const form = preferredForm(entry, language);
  // A form that counts only beside certain words is none to stand alone.
  if (form === undefined || form.near.length > 0 || !hasWriting(language)) return [];
  const name = form.text;
  switch (entry.kind) {
    case 'metrics':
      return [...statedFigures(entry, name, language, vocabulary), ...statedRanks(entry, name, language, vocabulary)];
    case 'targets':
      return statedTarget(entry, name, language, vocabulary);
    case 'people':
      return statedPosts(entry, name, language, vocabulary);
    case 'events':
      return statedEvent(entry, name, language);
    default:
      return [];
  }
}
