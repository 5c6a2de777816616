import { publicFrom } from '../claims/public-from.js';
import { shownRecord } from '../claims/shown-value.js';
import type { Locale } from '../messages/message.js';
import { render } from '../messages/render.js';
import { footnoteOf } from '../report/footnote.js';
import type { Report } from '../report/report.js';
import type { EntryOf, Observation } from '../vocabulary/model.js';
import type { Completion } from './completion.js';
import { describeEntry } from './hover.js';

/** Offered for one metric at most, the latest first. */
const limit = 5;

/** Verbs after a metric that its value may follow. */
const verb = /^\s+(?:was|is|reached|exceeded|stood\s+at|came\s+to)\s+$/i;

/** Right behind a metric: its recorded values with hedge and period, each with the footnote of its source. */
export function recordedValuesAt(report: Report, offset: number, locale: Locale): readonly Completion[] {
  const mention = report.mentions.findLast(({ span, entry }) => entry.kind === 'metrics' && span.end <= offset);
  if (mention === undefined || offset - mention.span.end > 20) return [];
  const between = report.text.slice(mention.span.end, offset);
  const han = mention.form.language === 'zh';
  const withVerb = verb.test(between);
  if (!withVerb && !(han ? between === '' : /^\s+$/.test(between))) return [];
  const metric = mention.entry as EntryOf<'metrics'>;
  const records = [...metric.observations]
    .filter((record) => isPublic(report, metric, record))
    .sort((a, b) => (a.period < b.period ? 1 : -1));
  return records.slice(0, limit).map((record): Completion => {
    const words = wordsFor(record, metric, mention.form.language, withVerb);
    const note = record.source === undefined ? undefined : footnoteOf(report, record.source, metric.pack);
    const text = `${words}${note === undefined ? '' : `[^${note.label}]`}`;
    return {
      label: words.trim(),
      detail: render('kind.metrics', {}, locale),
      documentation: describeEntry(metric, mention.form.language, report.vocabulary, locale),
      kind: 'metrics',
      entry: metric.fullName,
      span: { start: offset, end: offset },
      text,
      filterText: words.trim(),
      additionalEdits: note?.edits ?? [],
    };
  });
}

/** "was 37.3 trillion yuan in 2021", "exceeded 40 trillion yuan in 2022"; 2021年为37.3万亿元. */
function wordsFor(record: Observation, { measure }: EntryOf<'metrics'>, language: string, withVerb: boolean): string {
  const value = shownRecord(record, measure.unit, language);
  if (language === 'zh') {
    const year = /^\d{4}$/.test(record.period) ? `${record.period}年` : record.period;
    return `${year}${record.comparator === undefined ? '为' : ''}${value}`;
  }
  return `${withVerb ? '' : 'was '}${value} in ${record.period}`;
}

function isPublic(report: Report, metric: EntryOf<'metrics'>, record: Observation): boolean {
  const from = publicFrom(record, metric, report.vocabulary);
  return from === undefined || report.date === undefined || from <= report.date;
}
