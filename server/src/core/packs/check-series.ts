import { publicFrom } from '../claims/public-from.js';
import { recordKey } from '../vocabulary/add-to-entry.js';
import type { EntryOf, Observation } from '../vocabulary/model.js';
import { startOfPeriod } from '../vocabulary/start-of-period.js';
import type { CheckContext } from './check-context.js';

/** Records of a metric in the order of their periods, with one value for each unless vintages part them. */
export function checkSeries(context: CheckContext): void {
  for (const entry of context.pack.entries) {
    if (entry.kind !== 'metrics') continue;
    checkOrder(entry, context);
    checkValues(entry, context);
    checkDays(entry, context);
  }
}

function checkOrder(metric: EntryOf<'metrics'>, context: CheckContext): void {
  for (const [index, observation] of metric.observations.entries()) {
    const before = metric.observations[index - 1];
    if (before === undefined) continue;
    if (
      startOfPeriod(observation.period, context.pack.fiscalYear) >=
      startOfPeriod(before.period, context.pack.fiscalYear)
    )
      continue;
    addAt(metric, index, context, 'pack.series-order', { period: observation.period, before: before.period });
  }
}

function checkValues(metric: EntryOf<'metrics'>, context: CheckContext): void {
  const seen = new Map<string, Observation>();
  for (const [index, observation] of metric.observations.entries()) {
    const key = recordKey(observation);
    const other = seen.get(key);
    if (other === undefined) seen.set(key, observation);
    else {
      const values = [other.written, observation.written];
      addAt(metric, index, context, 'pack.series-twice', { period: observation.period, values });
    }
  }
}

/** Records that nothing can date are public on no day that anybody knows. */
function checkDays(metric: EntryOf<'metrics'>, context: CheckContext): void {
  for (const [index, observation] of metric.observations.entries()) {
    const isFiscal = context.pack.fiscalYear !== undefined && /^\d{4}\/\d\d$/.test(observation.period);
    if (isFiscal || publicFrom(observation, metric, context.merge.vocabulary) !== undefined) continue;
    addAt(metric, index, context, 'pack.record-undated', { period: observation.period });
  }
}

function addAt(
  metric: EntryOf<'metrics'>,
  index: number,
  context: CheckContext,
  messageId: string,
  values: Readonly<Record<string, string | readonly string[]>>,
): void {
  const { location } = metric.observations[index] as Observation;
  if (location === undefined) context.add(metric, ['observations', index], 'warning', messageId, values);
  else context.problems.push({ severity: 'warning', messageId, values, path: location.path, range: location.range });
}
