import { addDuration, endOfPeriod } from '../language/calendar.js';
import { readWords } from '../language/words/words.js';
import type { Report } from '../report/report.js';
import { sentenceHolding } from '../sentences/sentence.js';
import type { Span } from '../text/span.js';
import type { EntryOf, Observation } from '../vocabulary/model.js';
import { publicFrom } from './public-from.js';
import { daysOf } from './same-period.js';

/** Why a figure of a period cannot be the present one: a later record, or its age alone. */
export type Staleness = { readonly later: Observation } | { readonly later: undefined };

/** Whether a sentence gives the figure of a period as the present one though it is not; undefined where it may. */
export function stalenessOf(
  report: Report,
  metric: EntryOf<'metrics'>,
  period: string,
  place: { readonly block: number; readonly sentence: Span; readonly language: string; readonly at?: Span },
): Staleness | undefined {
  if (!isPresented(report, place.block, place.sentence, place.language, place.at)) return undefined;
  const isPublic = (record: Observation) => {
    const from = publicFrom(record, metric, report.vocabulary);
    return from !== undefined && report.date !== undefined && from <= report.date.day;
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

/** Whether a word of the present belongs to the figure: to the next number behind it, else to the last one before it. */
function isPresented(report: Report, index: number, sentence: Span, language: string, at: Span | undefined): boolean {
  const block = report.prose.blocks[index];
  const own = block && sentenceHolding(report, block, sentence.start);
  if (own === undefined) return false;
  const marks = readWords(own.text, language)
    .of('present')
    .map(({ start }) => sentence.start + start);
  if (at === undefined || marks.length === 0) return marks.length > 0;
  const { quantities, periods } = own;
  const owners = marks.map((mark) => quantities.find(({ span }) => span.start > mark) ?? quantities.at(-1));
  if (!owners.some((owner) => owner?.span.start === at.start)) return false;
  // "was 7.4 in 2023 and is now 8.8": the year is that of the number before.
  const before = quantities.findLast(({ span }) => span.end <= at.start);
  return before === undefined || periods.some(({ span }) => span.start >= before.span.end);
}

function isOld(report: Report, metric: EntryOf<'metrics'>, period: string): boolean {
  const staleAfter = report.vocabulary.packs.find(({ name }) => name === metric.pack)?.staleAfter;
  const end = endOfPeriod(period);
  if (staleAfter === undefined || end === undefined || report.date === undefined) return false;
  const limit = addDuration(end, staleAfter);
  return limit !== undefined && limit < report.date.day;
}
