import { tableAt } from '../markdown/blocks.js';
import { escapeProse } from '../markdown/shown-text.js';
import { stubText } from '../messages/render.js';
import { capitalize } from '../report/adapt-replacement.js';
import type { Report } from '../report/report.js';
import { isHead } from '../sentences/table-words.js';
import { contains } from '../text/span.js';
import { visible } from '../text/visible.js';
import { formKey } from '../vocabulary/longer-forms.js';
import type { EntryOf } from '../vocabulary/model.js';
import { nameOf } from '../vocabulary/preferred-form.js';
import { newestRecord, recordSentence, type WrittenRecord } from '../wording/written-record.js';
import { type Begun, isUnasked } from './listed.js';
import { filterTextOf, type Offer, type Owed, stopsIn } from './offer.js';
import type { Place, Reading } from './place.js';

type Metric = EntryOf<'metrics'>;

/** Offered of what merely fits at most. */
const limit = 30;

/**
 * In a section of metrics, those that the report's type asks for and the section lacks, each with its newest value, period
 * and footnote; then the others that have a record. In a table, all cells of its row.
 */
export function metricsOwed(place: Place, reading: Reading, begun: Begun): Owed | undefined {
  const { language } = place;
  const section = reading.around.find(({ holds }) => holds !== undefined);
  if (section?.holds !== 'metrics' || language === undefined) return undefined;
  const columns = begun.shape === 'cell' ? columnsAt(reading) : undefined;
  if (begun.shape === 'cell' && columns === undefined) return undefined;
  const there = new Set(
    reading.report.mentions.filter(({ span }) => contains(section.span, span)).map(({ entry }) => entry),
  );
  const asked = askedOf(reading.report);
  const others = place.report.vocabulary.ofKind('metrics').filter((metric) => isOfPlace(metric, reading.report));
  const raw = place.report.text.slice(begun.span.start, place.offset);
  const key = formKey(begun.typed);
  const offerOf = (metric: Metric, need: Offer['need']): Offer[] => {
    if (there.has(metric)) return [];
    const names = metric.forms.filter(({ role }) => role !== 'deprecated').map(({ text }) => text);
    const name = key === '' ? nameOf(metric, language) : names.find((each) => formKey(each).startsWith(key));
    // Footnotes go where the report itself ends.
    const written = newestRecord(place.report, metric, language);
    if (name === undefined || (written === undefined && need === 'fits')) return [];
    const text =
      begun.before +
      (columns === undefined ? lineOf(metric, written, language) : rowOf(columns, metric, written, language));
    return [
      {
        need,
        of: 'metric',
        label: visible(capitalize(nameOf(metric, language))),
        note: written && `${written.value}${language === 'zh' ? '，' : ', '}${written.period}`,
        entry: metric,
        // The row is written to its end.
        span: columns === undefined ? begun.span : { start: begun.span.start, end: place.line.end },
        text,
        stops: stopsIn(text),
        filterText: filterTextOf(raw, begun.typed, name),
        edits: written?.footnote?.edits ?? [],
      },
    ];
  };
  const isRowBegun = columns !== undefined && !/^[ \t|]*$/.test(place.after);
  if (isRowBegun) return undefined;
  const owed = asked.flatMap((metric) => offerOf(metric, 'owed'));
  const fits = others.filter((metric) => !asked.includes(metric)).flatMap((metric) => offerOf(metric, 'fits'));
  return { offers: [...owed, ...fits.slice(0, limit)], unasked: owed.length > 0 && isUnasked(begun) };
}

/** The metrics that a report's type asks for, in its order. */
export function askedOf({ type, vocabulary }: Report): readonly Metric[] {
  return (type?.metrics ?? []).flatMap((id) => vocabulary.find('metrics', id, type?.pack ?? '') ?? []);
}

function isOfPlace({ region }: Metric, report: Report): boolean {
  return region === undefined || report.region === undefined || region === report.region;
}

function lineOf(metric: Metric, written: WrittenRecord | undefined, language: string): string {
  if (written !== undefined) return recordSentence(written, language);
  return stubText('metric', language, { metric: escapeProse(capitalize(nameOf(metric, language))) });
}

type Column = 'metric' | 'period' | 'value' | 'unit' | 'source' | 'other';

/** The columns of the table that a cell stands in, where it is the first of its row that names a metric. */
function columnsAt({ report, block, index }: Reading): readonly Column[] | undefined {
  const table = tableAt(report.prose, block.span);
  const row = table?.rows.find((cells) => cells.includes(index));
  if (table === undefined || row === undefined || row === table.rows[0]) return undefined;
  const texts = (table.rows[0] ?? []).map((cell) => report.prose.blocks[cell]?.text.trim() ?? '');
  const roles = texts.map((text): Column => {
    if (isHead(text, report.language, 'period')) return 'period';
    if (isHead(text, report.language, 'source')) return 'source';
    if (isHead(text, report.language, 'unit')) return 'unit';
    return isHead(text, report.language, 'beside') ||
      isHead(text, report.language, 'theme') ||
      isHead(text, report.language, 'place')
      ? 'other'
      : 'value';
  });
  // The first that tells nothing of the figure has what is measured.
  const metric = roles.indexOf('value');
  if (metric < 0 || row.indexOf(index) !== metric) return undefined;
  return roles.map((role, i): Column => {
    if (i === metric) return 'metric';
    return role !== 'value' || isHead(texts[i] as string, report.language, 'value') ? role : 'other';
  });
}

/** The rest of a row from the metric's cell on; without a column of values the name alone. */
export function rowOf(
  columns: readonly Column[],
  metric: Metric,
  written: WrittenRecord | undefined,
  language: string,
): string {
  const name = escapeProse(capitalize(nameOf(metric, language)));
  if (!columns.includes('value')) return name;
  const stub = stubText('metric', language, { metric: '' }).replace(/^[:：]\s*/, '');
  const cells = columns.slice(columns.indexOf('metric')).map((column): string => {
    switch (column) {
      case 'metric':
        return name;
      case 'period':
        return written?.period ?? stub;
      case 'value':
        return (columns.includes('unit') ? written?.number : written?.value) ?? stub;
      case 'unit':
        return written?.unit ?? metric.measure.unit ?? '';
      case 'source':
        return written?.footnote === undefined ? '' : `[^${written.footnote.label}]`;
      default:
        return '';
    }
  });
  return `${cells.join(' | ')} |`;
}
