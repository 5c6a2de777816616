import { addDuration, endOfPeriod } from '../language/calendar.js';
import type { Report } from '../report/report.js';
import type { Span } from '../text/span.js';
import type { EntryOf, Observation } from '../vocabulary/model.js';
import { publicFrom } from './public-from.js';
import { daysOf } from './same-period.js';

const presented: Readonly<Record<string, RegExp>> = {
  en: /\b(?:latest|newest|most\s+recent|now|currently|at\s+present|to\s+date|so\s+far|today|as\s+things\s+stand)\b/i,
  zh: /最新|目前|当前|现在|迄今|至今|如今|截至目前|现阶段/,
};

/** Why a figure of a period cannot be the present one: a later record, or its age alone. */
export type Staleness = { readonly later: Observation } | { readonly later: undefined };

/** Whether a sentence gives the figure of a period as the present one though it is not; undefined where it may. */
export function stalenessOf(
  report: Report,
  metric: EntryOf<'metrics'>,
  period: string,
  place: { readonly block: number; readonly sentence: Span; readonly language: string },
): Staleness | undefined {
  if (!isPresented(report, place.block, place.sentence, place.language)) return undefined;
  const isPublic = (record: Observation) => {
    const from = publicFrom(record, metric, report.vocabulary);
    return from !== undefined && report.date !== undefined && from <= report.date;
  };
  const later = metric.observations.filter((each) => isLater(each.period, period) && isPublic(each)).at(-1);
  if (later !== undefined) return { later };
  return isOld(report, metric, period) ? { later: undefined } : undefined;
}

/** A period of the same length that ends later: a quarter is not held against a year. */
function isLater(each: string, period: string): boolean {
  const [a, b] = [each, period].map(daysOf) as [string, string];
  if (a.length !== b.length) return false;
  const years = /^\d{4}\/\d\d$/.test(a);
  return a > b && (years || Math.abs(lengthOf(a) - lengthOf(b)) <= 3);
}

function lengthOf(days: string): number {
  const [start, end] = days.split('/').map((day) => Date.parse(day)) as [number, number];
  return (end - start) / 86_400_000;
}

function isPresented(report: Report, index: number, sentence: Span, language: string): boolean {
  return presented[language]?.test(report.prose.blocks[index]?.text.slice(sentence.start, sentence.end) ?? '') === true;
}

function isOld(report: Report, metric: EntryOf<'metrics'>, period: string): boolean {
  const staleAfter = report.vocabulary.packs.find(({ name }) => name === metric.pack)?.staleAfter;
  const end = endOfPeriod(period);
  if (staleAfter === undefined || end === undefined || report.date === undefined) return false;
  const limit = addDuration(end, staleAfter);
  return limit !== undefined && limit < report.date;
}
