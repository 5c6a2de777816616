import {
  type EntryOf,
  type Language,
  type Locale,
  languagesOfType,
  nameOf,
  newReport,
  visible,
} from '../core/index.js';
import type { Workspace } from '../workspace/workspace.js';
import type { NewReportType } from './protocol.js';

/** The report types in force, each made in every language of its pack, the client's first; types that share an id once. */
export function newReports({ vocabulary }: Workspace, date: string, locale: Locale): NewReportType[] {
  const types = vocabulary.ofKind('reports').filter((type) => vocabulary.find('reports', type.id) === type);
  return types.map((type) => ({
    label: visible(nameOf(type, locale)),
    description: type.pack,
    detail: headings(type, locale),
    languages: [...languagesOfType(type, vocabulary)]
      .sort((a, b) => Number(b === locale) - Number(a === locale))
      .map((language) => ({
        label: nameOfLanguage(language, locale),
        snippet: newReport(type, vocabulary, { language, date }).snippet,
      })),
  }));
}

function headings({ sections }: EntryOf<'reports'>, locale: Locale): string {
  const names = sections.map(({ heading, id }) => (heading[locale] ?? Object.values(heading)[0])?.[0] ?? id);
  return visible(names.join(locale === 'zh' ? '、' : ', '));
}

function nameOfLanguage(language: Language, locale: Locale): string {
  return new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language;
}
