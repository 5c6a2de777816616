import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { Basis, Entry } from '../vocabulary/model.js';
import { inLanguage } from '../vocabulary/preferred-form.js';
import type { Citation } from './finding.js';

/** The sources of an entry, as they are cited in a language. */
export function citationsOf(
  entry: Entry,
  vocabulary: Vocabulary,
  language: string,
  basis: readonly Basis[] = entry.basis,
): readonly Citation[] {
  return basis.flatMap(({ source: id, at }): Citation[] => {
    const source = vocabulary.find('sources', id, entry.pack);
    if (source === undefined) return [];
    const publisher = source.publisher === undefined ? undefined : inLanguage(source.publisher, language);
    return [
      {
        source: source.fullName,
        title: inLanguage(source.title, language) ?? id,
        ...(publisher !== undefined && { publisher }),
        ...(source.date !== undefined && { date: source.date }),
        ...(source.url !== undefined && { url: source.url }),
        ...(at !== undefined && { at }),
      },
    ];
  });
}
