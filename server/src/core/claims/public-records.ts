import { endOfPeriod, startOfPeriod } from '../language/calendar.js';
import type { Report } from '../report/report.js';
import type { EntryOf, Observation } from '../vocabulary/model.js';
import { publicFrom } from './public-from.js';
import { isOfUnknownScale } from './unknown-scale.js';

/**
 * The records of a metric that are public on the report's day; the latest first, of those that end together the one of
 * the longest time, of one period the exact and the newest.
 */
export function publicRecords(
  { date, vocabulary }: Pick<Report, 'date' | 'vocabulary'>,
  metric: EntryOf<'metrics'>,
): readonly Observation[] {
  if (isOfUnknownScale(metric)) return [];
  const isPublic = (record: Observation) => {
    const from = publicFrom(record, metric, vocabulary);
    return from === undefined || date === undefined || from <= date.day;
  };
  return metric.observations
    .filter(isPublic)
    .map((record) => ({ record, rank: rankOf(record) }))
    .sort((a, b) => compare(a.rank, b.rank))
    .map(({ record }) => record);
}

type Rank = readonly [end: string, start: string, exactness: number, vintage: string];

function rankOf({ period, comparator, vintage }: Observation): Rank {
  const [, fiscal] = /^(\d{4})\/\d\d$/.exec(period) ?? [];
  const end = fiscal === undefined ? (endOfPeriod(period) ?? '9999') : `${Number(fiscal) + 1}-06-30`;
  return [end, fiscal ?? startOfPeriod(period) ?? period, comparator === undefined ? 1 : 0, vintage ?? ''];
}

function compare([end, start, exactness, vintage]: Rank, [end2, start2, exactness2, vintage2]: Rank): number {
  if (end !== end2) return end < end2 ? 1 : -1;
  if (start !== start2) return start < start2 ? -1 : 1;
  if (exactness !== exactness2) return exactness2 - exactness;
  return vintage < vintage2 ? 1 : vintage > vintage2 ? -1 : 0;
}
