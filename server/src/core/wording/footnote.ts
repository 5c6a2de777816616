import { escapeProse } from '../markdown/shown-text.js';
import type { Report } from '../report/report.js';
import { quantitiesOf } from '../sentences/sentence.js';
import { once } from '../text/once.js';
import { gapAtEnd, type TextEdit } from '../text/text-edit.js';
import type { EntryOf } from '../vocabulary/model.js';
import { inLanguage } from '../vocabulary/preferred-form.js';

export interface Footnote {
  readonly label: string;
  /** Its definition at the report's end, where it is a new one. */
  readonly edits: readonly TextEdit[];
}

/** The labels of the footnotes that a report has for sources, each looked for once. */
const knownLabels = once((_: Report['prose']) => new Map<EntryOf<'sources'>, string | undefined>());

const takenLabels = once(({ blocks }: Report['prose']): ReadonlySet<string | undefined> => {
  return new Set(blocks.map(({ footnote }) => footnote));
});

/** The footnote of a source: the one that the report has, or a new one. */
export function footnoteOf(report: Report, id: string, pack: string): Footnote | undefined {
  const source = report.vocabulary.find('sources', id, pack);
  if (source === undefined) return undefined;
  const known = knownLabels(report.prose);
  if (!known.has(source)) known.set(source, labelOf(report, source));
  const label = known.get(source);
  return label === undefined ? newFootnote(report, source) : { label, edits: [] };
}

/** The label of the one whose words are those of the source: its title, or its publisher, and the day if it is known. */
function labelOf(report: Report, { title, publisher, date }: EntryOf<'sources'>): string | undefined {
  for (const block of report.prose.blocks) {
    const { footnote: label, text } = block;
    if (label === undefined) continue;
    const words = text.toLowerCase();
    const names = (texts: Readonly<Record<string, string>> = {}) =>
      Object.values(texts).some((each) => words.includes(each.toLowerCase()));
    const isDated =
      date === undefined ||
      text.includes(date) ||
      quantitiesOf(report, block).periods.some((each) => each.period === date);
    // A publisher of many papers a year is known by the month at least.
    const isNamed = names(title) || (date !== undefined && date.length > 4 && names(publisher));
    if (isDated && isNamed) return label;
  }
  return undefined;
}

/** Under the source's id, or the first number behind it that is free. */
function newFootnote({ prose, text, language }: Report, source: EntryOf<'sources'>): Footnote {
  const { id, title, publisher, date } = source;
  const taken = takenLabels(prose);
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
