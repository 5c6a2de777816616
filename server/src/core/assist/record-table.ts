import { shownPeriod } from '../language/shown-period.js';
import type { Locale } from '../messages/message.js';
import { render } from '../messages/render.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { EntryOf, Observation } from '../vocabulary/model.js';
import { inLanguage } from '../vocabulary/preferred-form.js';
import { shownRecord, unitWords } from '../wording/shown-value.js';
import { plainText } from './plain-text.js';

/** Eighths of a cell, and the longest bar in cells. */
const eighths = ' ▏▎▍▌▋▊▉';
const cells = 8;

/** The records of a metric as a Markdown table, the latest last, each with a bar of its length among them; then its ranks. */
export function recordTable(metric: EntryOf<'metrics'>, vocabulary: Vocabulary, locale: Locale): string {
  const [period, value, source] = ['hover.period', 'hover.value', 'hover.source'].map((id) => render(id, {}, locale));
  const records = [...metric.observations].sort((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0));
  const highest = Math.max(...records.map((record) => Math.abs(record.value)));
  const rows = records.map((record) => [
    shownPeriod(record.period, locale),
    plainText(shownRecord(record, metric.measure.unit, locale, unitWords(metric, vocabulary))),
    barOf(record, highest),
    plainText(sourceOf(record.source, metric, vocabulary, locale)),
  ]);
  const ranks = metric.runs.map((run) => [
    run.since === 'unknown' ? '' : [run.since, run.until].map((end) => end ?? '').join('–'),
    plainText(render('record.rank', { rank: run.rank }, locale)),
    '',
    plainText(sourceOf(run.source.at(-1), metric, vocabulary, locale)),
  ]);
  return [[period, value, '', source], [':--', '--:', ':--', ':--'], ...rows, ...ranks]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

function barOf({ value }: Observation, highest: number): string {
  const length = highest === 0 ? 0 : Math.round((Math.abs(value) / highest) * cells * 8);
  return ('█'.repeat(length >> 3) + eighths[length & 7]).trimEnd();
}

function sourceOf(
  source: string | undefined,
  metric: EntryOf<'metrics'>,
  vocabulary: Vocabulary,
  locale: Locale,
): string {
  const found = source === undefined ? undefined : vocabulary.find('sources', source, metric.pack);
  if (found === undefined) return '';
  const publisher = found.publisher === undefined ? undefined : inLanguage(found.publisher, locale);
  return [publisher ?? inLanguage(found.title, locale), found.date]
    .filter((part) => part !== undefined)
    .join(locale === 'zh' ? '，' : ', ');
}
