import { publicRecords } from '../claims/public-records.js';
import { shownPeriod } from '../language/shown-period.js';
import { taskStubs } from '../lists/section-stub.js';
import { escapeProse } from '../markdown/shown-text.js';
import { stubText } from '../messages/render.js';
import { capitalize } from '../report/adapt-replacement.js';
import type { Report } from '../report/report.js';
import type { Language } from '../vocabulary/model.js';
import { nameOf } from '../vocabulary/preferred-form.js';
import { shownRecord, unitWords } from '../wording/shown-value.js';
import { literal } from '../wording/written-record.js';

/** The mark of a source's footnote: `[^yearbook]`. */
export type MarkOf = (source: string, pack: string) => string | undefined;

/**
 * What a section that holds tasks, metrics or targets begins with, in Markdown: what the report's type asks of them.
 * Undefined where it asks for none.
 */
export function sectionBlock(
  holds: 'tasks' | 'metrics' | 'targets',
  report: Report,
  language: Language,
  markOf: MarkOf,
): string | undefined {
  switch (holds) {
    case 'tasks':
      return taskStubs({ ...report, language });
    case 'metrics':
      return metricsTable(report, language, markOf);
    case 'targets':
      return targetList(report, language);
  }
}

/** Each metric with its newest public record; a place to fill where there is none. */
function metricsTable({ type, vocabulary, date }: Report, language: Language, markOf: MarkOf): string | undefined {
  const metrics = (type?.metrics ?? []).flatMap((id) => vocabulary.find('metrics', id, type?.pack) ?? []);
  if (metrics.length === 0) return undefined;
  const han = language === 'zh';
  const heads = han ? ['指标', '时期', '数值', '来源'] : ['Metric', 'Period', 'Value', 'Source'];
  const gap = (index: number) =>
    stubText('value', language, { name: han ? (heads[index] as string) : (heads[index] as string).toLowerCase() });
  const rows = metrics.map((metric) => {
    const [record] = publicRecords({ date, vocabulary }, metric);
    const name = escapeProse(capitalize(nameOf(metric, language)));
    if (record === undefined) return [name, gap(1), gap(2), gap(3)];
    const source = record.source ?? metric.basis[0]?.source;
    const value = shownRecord(record, metric.measure.unit, language, unitWords(metric, vocabulary));
    return [
      name,
      shownPeriod(record.period, language),
      literal(value),
      (source === undefined ? undefined : markOf(source, metric.pack)) ?? gap(3),
    ];
  });
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function targetList({ type, vocabulary }: Report, language: Language): string | undefined {
  const targets = (type?.targets ?? []).flatMap((id) => vocabulary.find('targets', id, type?.pack) ?? []);
  if (targets.length === 0) return undefined;
  return targets.map((target) => `- ${escapeProse(capitalize(nameOf(target, language)))}`).join('\n');
}
