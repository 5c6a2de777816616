import { newReport } from '../assist/new-report.js';
import { lintReport } from '../lint/lint.js';
import type { Finding } from '../report/finding.js';
import { readReport } from '../report/report.js';
import { withWords } from '../snippets/try-snippet.js';
import { plainSnippetText } from '../snippets/write-snippet.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { EntryOf, Language } from '../vocabulary/model.js';
import type { ReportSettings } from '../vocabulary/report-settings.js';

interface Trial {
  readonly text: string;
  /** Those that should not be. */
  readonly findings: readonly Finding[];
}

/** What is found in text that is left to fill. */
const reminder = 'placeholder-unfilled';

/** Whether a pack says itself what is in a new report of a type. */
export function hasOwnBodies({ title, frontMatter, sections }: EntryOf<'reports'>): boolean {
  return title !== undefined || frontMatter.length > 0 || sections.some(({ body }) => body !== undefined);
}

/** Makes a new report of a type and judges it: as it is made, and with words in every place to fill. */
export function tryReportType(
  type: EntryOf<'reports'>,
  language: Language,
  vocabulary: Vocabulary,
  settings: ReportSettings,
): { readonly untouched: Trial; readonly completed: Trial } {
  const { date } = settings;
  const { text, parts } = newReport(type, vocabulary, { language, ...(date !== undefined && { date }) });
  const found = (written: string) =>
    lintReport(readReport(written, vocabulary, { ...settings, language, report: type.id }));
  const completed = plainSnippetText(parts.map((part) => withWords(part, language)));
  const reminders = (findings: readonly Finding[]) => findings.filter(({ rule }) => rule === reminder);
  const fresh = found(text);
  return {
    // What is left to fill is told once.
    untouched: { text, findings: reminders(fresh).length > 1 ? fresh : fresh.filter(({ rule }) => rule !== reminder) },
    completed: { text: completed, findings: found(completed) },
  };
}
