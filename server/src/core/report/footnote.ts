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
  if (labelsOf(report).has(id)) return { label: id, edits: [] };
  const publisher = source.publisher === undefined ? undefined : inLanguage(source.publisher, report.language);
  const parts = [publisher, inLanguage(source.title, report.language), source.date].filter(
    (part) => part !== undefined,
  );
  const words = report.language === 'zh' ? `${parts.join('，')}。` : `${parts.join(', ')}.`;
  const end = report.text.length;
  const gap = report.text.endsWith('\n\n') ? '' : report.text.endsWith('\n') ? '\n' : '\n\n';
  return { label: id, edits: [{ span: { start: end, end }, text: `${gap}[^${id}]: ${words}\n` }] };
}

const labels = new WeakMap<Report, ReadonlySet<string>>();

/** The labels of footnotes that a report defines, even where nothing but a fence makes them code. */
function labelsOf(report: Report): ReadonlySet<string> {
  let known = labels.get(report);
  if (known === undefined) {
    known = new Set(Array.from(report.text.matchAll(/\[\^([^\]\s]{1,200})\]:/g), (match) => match[1] as string));
    labels.set(report, known);
  }
  return known;
}
