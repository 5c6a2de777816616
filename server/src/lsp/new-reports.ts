import {
  type EntryOf,
  fileTemplates,
  type Language,
  type Locale,
  languagesOfType,
  nameOf,
  newReport,
  reportFromTemplate,
  visible,
} from '../core/index.js';
import type { Workspace } from '../workspace/workspace.js';
import type { NewReportType } from './protocol.js';

/**
 * The report types in force, each made in every language of its pack, the client's first; types that share an id once.
 * Then the snippets that are whole reports.
 */
export function newReports({ vocabulary }: Workspace, date: string, locale: Locale): NewReportType[] {
  const types = vocabulary.ofKind('reports').filter((type) => vocabulary.find('reports', type.id) === type);
  const inOrder = (languages: readonly Language[]) =>
    [...languages].sort((a, b) => Number(b === locale) - Number(a === locale));
  const made = types.map((type) => ({
    label: visible(nameOf(type, locale)),
    description: type.pack,
    detail: headings(type, locale),
    languages: inOrder(languagesOfType(type, vocabulary)).map((language) => ({
      label: nameOfLanguage(language, locale),
      snippet: newReport(type, vocabulary, { language, date }).snippet,
    })),
  }));
  const templates = fileTemplates(vocabulary).map((template) => {
    const { description, id, pack, prefix, body } = template;
    return {
      label: visible(description[locale] ?? Object.values(description)[0] ?? prefix[0] ?? id),
      description: pack,
      detail: visible(prefix.join(locale === 'zh' ? '、' : ', ')),
      languages: inOrder(Object.keys(body)).map((language) => ({
        label: nameOfLanguage(language, locale),
        snippet: reportFromTemplate(template, vocabulary, { language, date }).snippet,
      })),
    };
  });
  return [...made, ...templates];
}

function headings({ sections }: EntryOf<'reports'>, locale: Locale): string {
  const names = sections.map(({ heading, id }) => (heading[locale] ?? Object.values(heading)[0])?.[0] ?? id);
  return visible(names.join(locale === 'zh' ? '、' : ', '));
}

function nameOfLanguage(language: Language, locale: Locale): string {
  return new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language;
}
