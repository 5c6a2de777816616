import type { Locale } from '../messages/message.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { Basis, Entry } from '../vocabulary/model.js';
import { inLanguage } from '../vocabulary/preferred-form.js';
import type { CitableSource, Citation } from './finding.js';

/** The sources of an entry. */
export function sourcesOf(
  entry: Entry,
  vocabulary: Vocabulary,
  basis: readonly Basis[] = entry.basis,
): readonly CitableSource[] {
  return basis.flatMap(({ source: id, at }): CitableSource[] => {
    const source = vocabulary.find('sources', id, entry.pack);
    if (source === undefined) return [];
    const { title, publisher, date, url } = source;
    return [
      {
        source: source.fullName,
        title,
        ...(publisher !== undefined && { publisher }),
        ...(date !== undefined && { date }),
        ...(url !== undefined && { url }),
        ...(at !== undefined && { at }),
      },
    ];
  });
}

/** The sources of an entry, as a message in a language cites them. */
export function citationsOf(
  entry: Entry,
  vocabulary: Vocabulary,
  locale: Locale,
  basis?: readonly Basis[],
): readonly Citation[] {
  return sourcesOf(entry, vocabulary, basis).map((source) => citationIn(source, locale));
}

/** A source as a message in a language cites it; a source without words in that language, in its own. */
export function citationIn({ title, publisher, ...source }: CitableSource, locale: Locale): Citation {
  const name = publisher === undefined ? undefined : inLanguage(publisher, locale);
  return {
    ...source,
    title: inLanguage(title, locale) ?? (source.source.split('/').at(-1) as string),
    ...(name !== undefined && { publisher: name }),
  };
}
