import type { TextEdit } from '../text/text-edit.js';
import { inLanguage } from '../vocabulary/preferred-form.js';
import type { Report } from './report.js';

/** The footnote of a source: its label, and its definition at the report's end where there is none yet. */
export function footnoteOf(
  report: Report,
  id: string,
  pack: string,
): { readonly label: string; readonly edits: readonly TextEdit[] } | undefined {
  const source = report.vocabulary.find('sources', id, pack);
  if (source === undefined) return undefined;
  if (report.text.includes(`[^${id}]:`)) return { label: id, edits: [] };
  const publisher = source.publisher === undefined ? undefined : inLanguage(source.publisher, report.language);
  const parts = [publisher, inLanguage(source.title, report.language), source.date].filter(
    (part) => part !== undefined,
  );
  const words = report.language === 'zh' ? `${parts.join('，')}。` : `${parts.join(', ')}.`;
  const end = report.text.length;
  const gap = /\n\n$/.test(report.text) ? '' : report.text.endsWith('\n') ? '\n' : '\n\n';
  return { label: id, edits: [{ span: { start: end, end }, text: `${gap}[^${id}]: ${words}\n` }] };
}
