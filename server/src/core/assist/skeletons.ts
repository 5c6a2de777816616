import { writtenValue } from '../markdown/front-matter.js';
import type { Locale } from '../messages/message.js';
import type { Report } from '../report/report.js';
import type { TextEdit } from '../text/text-edit.js';
import { visible } from '../text/visible.js';
import { kindTraits } from '../vocabulary/kinds.js';
import { formKey } from '../vocabulary/longer-forms.js';
import type { EntryOf, Language } from '../vocabulary/model.js';
import { nameOf } from '../vocabulary/preferred-form.js';
import type { Completion } from './answers.js';
import { describeEntry } from './describe-entry.js';
import { newReport } from './new-report.js';

/** A name is no longer than this, in UTF-16 units. */
const longestName = 60;

/**
 * Skeletons for an empty report, one for each report type in force: front matter and every section, in order, in the
 * report's language. Behind front matter that names a type, that one alone. What has been typed begins a type's name or
 * id, and goes.
 */
export function skeletonsAt(report: Report, offset: number, locale: Locale): readonly Completion[] {
  const { prose, text, vocabulary, frontMatter } = report;
  const start = prose.frontMatter?.node.end ?? 0;
  const body = text.slice(start);
  const typed = body.trim();
  if (offset < start || typed.length > longestName || /[\r\n]/.test(typed)) return [];
  const from = start + body.indexOf(typed);
  if (typed !== '' && offset !== from + typed.length) return [];
  // At the very end of the closing fence a text would be a part of it.
  if (prose.frontMatter !== undefined && !/[\r\n]/.test(text.slice(start, offset))) return [];
  const key = formKey(typed);
  return vocabulary.ofKind('reports').flatMap((type): Completion[] => {
    if (vocabulary.find('reports', type.id) !== type) return [];
    if (frontMatter.report !== undefined && report.type !== type) return [];
    const names = type.forms.filter(({ role }) => role === 'preferred' || role === 'admitted');
    const name = names.find((form) => formKey(form.text).startsWith(key));
    if (name === undefined && !formKey(type.id).startsWith(key)) return [];
    const language = languageFor(report, typed === '' ? undefined : name?.language, locale);
    const below = prose.frontMatter === undefined ? undefined : report;
    const date = report.date?.day;
    const made = newReport(type, vocabulary, {
      language,
      ...(date !== undefined && { date }),
      ...(below && { below }),
    });
    const label = nameOf(type, language);
    return [
      {
        label: visible(label),
        detail: kindTraits.reports.name[locale],
        documentation: describeEntry(type, language, vocabulary, locale),
        kind: type.kind,
        entry: type.fullName,
        span: { start: typed === '' ? offset : from, end: offset },
        text: made.text,
        snippet: made.snippet,
        filterText: typed === '' ? label : typed,
        stops: [],
        additionalEdits: namingIn(report, type),
        behind: '',
      },
    ];
  });
}

/** The report's language; where nothing tells it, that of the typed name, else of the messages. */
function languageFor(
  { vocabulary, language, frontMatter }: Report,
  typed: Language | undefined,
  locale: Locale,
): Language {
  const wanted = frontMatter.language === undefined ? [typed, language, locale] : [language, locale];
  const [first = locale] = vocabulary.languages;
  return wanted.find((each) => each !== undefined && vocabulary.languages.has(each)) ?? first;
}

/** Front matter that names no type names it. */
function namingIn({ prose, frontMatter }: Report, { id }: EntryOf<'reports'>): readonly TextEdit[] {
  const front = prose.frontMatter;
  if (front === undefined || frontMatter.report !== undefined || /^["']?report\b/m.test(front.value)) return [];
  const at = { start: front.span.start, end: front.span.start };
  return [{ span: at, text: `report${front.format === 'toml' ? ' =' : ':'} ${writtenValue(id, front.format)}\n` }];
}
