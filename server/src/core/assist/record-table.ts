import { shownPeriod, shownRecord } from '../claims/shown-value.js';
import type { Locale } from '../messages/message.js';
import { render } from '../messages/render.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { EntryOf, Observation } from '../vocabulary/model.js';
import { inLanguage } from '../vocabulary/preferred-form.js';
import { plainText } from './plain-text.js';

const bars = '▁▂▃▄▅▆▇█';

/** The records of a metric as a Markdown table, the latest last, each with a bar of its height among them. */
export function recordTable(metric: EntryOf<'metrics'>, vocabulary: Vocabulary, locale: Locale): string {
  const head = ['hover.period', 'hover.value', 'hover.source'].map((id) => render(id, {}, locale));
  const records = [...metric.observations].sort((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0));
  const highest = Math.max(...records.map(({ value }) => Math.abs(value)));
  const rows = records.map((record) => [
    shownPeriod(record.period, locale),
    `${barOf(record, highest)} ${plainText(shownRecord(record, metric.measure.unit, locale))}`,
    plainText(sourceOf(record, metric, vocabulary, locale)),
  ]);
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function barOf({ value }: Observation, highest: number): string {
  if (highest === 0) return bars[0] as string;
  return bars[Math.min(bars.length - 1, Math.floor((Math.abs(value) / highest) * bars.length))] as string;
}

function sourceOf({ source }: Observation, metric: EntryOf<'metrics'>, vocabulary: Vocabulary, locale: Locale): string {
  const found = source === undefined ? undefined : vocabulary.find('sources', source, metric.pack);
  if (found === undefined) return '';
  const publisher = found.publisher === undefined ? undefined : inLanguage(found.publisher, locale);
  return [publisher ?? inLanguage(found.title, locale), found.date]
    .filter((part) => part !== undefined)
    .join(locale === 'zh' ? '，' : ', ');
}
