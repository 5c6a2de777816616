import { escapeProse } from '../markdown/shown-text.js';
import type { Report } from '../report/report.js';
import { quantitiesIn } from '../sentences/quantities-in-block.js';
import { gapAtEnd, type TextEdit } from '../text/text-edit.js';
import type { EntryOf } from '../vocabulary/model.js';
import { inLanguage } from '../vocabulary/preferred-form.js';

export interface Footnote {
  readonly label: string;
  /** Its definition at the report's end, where it is a new one. */
  readonly edits: readonly TextEdit[];
}

const footnotesOf = new WeakMap<Report, Map<EntryOf<'sources'>, Footnote>>();

/** The footnote of a source: the one that the report has, or a new one. Looked for once a source. */
export function footnoteOf(report: Report, id: string, pack: string): Footnote | undefined {
  const source = report.vocabulary.find('sources', id, pack);
  if (source === undefined) return undefined;
  const known = footnotesOf.get(report) ?? new Map<EntryOf<'sources'>, Footnote>();
  footnotesOf.set(report, known);
  const footnote = known.get(source) ?? writtenFootnote(report, source) ?? newFootnote(report, source);
  known.set(source, footnote);
  return footnote;
}

/** The one whose words are those of the source: its title, or its publisher, and the day if it is known. */
function writtenFootnote(report: Report, { title, publisher, date }: EntryOf<'sources'>): Footnote | undefined {
  for (const [index, { footnote: label, text }] of report.prose.blocks.entries()) {
    if (label === undefined) continue;
    const words = text.toLowerCase();
    const names = (texts: Readonly<Record<string, string>> = {}) =>
      Object.values(texts).some((each) => words.includes(each.toLowerCase()));
    const isDated =
      date === undefined ||
      text.includes(date) ||
      quantitiesIn(report, index).periods.some((each) => each.period === date);
    // A publisher of many papers a year is known by the month at least.
    const isNamed = names(title) || (date !== undefined && date.length > 4 && names(publisher));
    if (isDated && isNamed) return { label, edits: [] };
  }
  return undefined;
}

/** Under the source's id, or the first number behind it that is free. */
function newFootnote({ prose, text, language }: Report, source: EntryOf<'sources'>): Footnote {
  const { id, title, publisher, date } = source;
  const taken = new Set(prose.blocks.map(({ footnote }) => footnote));
  const name = id.replace(/[^\p{L}\p{N}_.-]+/gu, '-');
  let label = name;
  for (let number = 2; taken.has(label.toLowerCase()); number++) label = `${name}-${number}`;
  const parts = [publisher && inLanguage(publisher, language), inLanguage(title, language), date].filter(
    (part) => part !== undefined,
  );
  const address = seenAddress(source, language);
  const words =
    language === 'zh'
      ? `${escapeProse(parts.join('，'))}${address && `，${address}`}。`
      : `${escapeProse(parts.join(', '))}${address && `, ${address}`}.`;
  const at = { start: text.length, end: text.length };
  return { label, edits: [{ span: at, text: `${gapAtEnd(text)}[^${label}]: ${words}\n` }] };
}

/** `<https://example.org> (accessed 2023-03-02)`, of a source that was seen there; else an empty text. */
function seenAddress({ url, accessed }: EntryOf<'sources'>, language: string): string {
  if (url === undefined || accessed === undefined) return '';
  const address = `<${url.replace(/[\s<>]/gu, encodeURIComponent)}>`;
  return language === 'zh' ? `${address}（${accessed}访问）` : `${address} (accessed ${accessed})`;
}
