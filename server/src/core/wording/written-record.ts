import type { Claim } from '../claims/claim.js';
import { writtenRecord } from '../claims/interval.js';
import type { Recorded } from '../claims/judge.js';
import { publicRecords } from '../claims/public-records.js';
import { shownPeriod, shownWhen } from '../language/shown-period.js';
import { escapeProse } from '../markdown/shown-text.js';
import type { Locale } from '../messages/message.js';
import { capitalize } from '../report/adapt-replacement.js';
import type { Report } from '../report/report.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { EntryOf, Observation } from '../vocabulary/model.js';
import { nameOf } from '../vocabulary/preferred-form.js';
import { type Footnote, footnoteOf } from './footnote.js';
import { shownAmount, shownHedged, shownInterval, shownRecord, unitWords } from './shown-value.js';

/** The newest public record of a metric in the words of a report, in Markdown. */
export interface WrittenRecord {
  readonly name: string;
  readonly record: Observation;
  /** "40.2 million pounds", with its hedge. */
  readonly value: string;
  /** "2022", 2022年第三季度. */
  readonly period: string;
  readonly unit: string;
  /** The value without its unit. */
  readonly number: string;
  readonly footnote: Footnote | undefined;
}

/** Undefined for a metric without a record that is public on the report's day. */
export function newestRecord(report: Report, metric: EntryOf<'metrics'>, language: string): WrittenRecord | undefined {
  const [record] = publicRecords(report, metric);
  if (record === undefined) return undefined;
  const { unit } = metric.measure;
  const source = record.source ?? metric.basis[0]?.source;
  const value = shownRecord(record, unit, language);
  const bare = shownRecord(record, undefined, language);
  const { step } = writtenRecord(record);
  return {
    name: escapeProse(capitalize(nameOf(metric, language))),
    record,
    value: literal(value),
    period: shownPeriod(record.period, language),
    unit: literal(
      shownAmount(record.value, step, unit, language)
        .slice(shownAmount(record.value, step, undefined, language).length)
        .trim(),
    ),
    number: literal(bare),
    footnote: source === undefined ? undefined : footnoteOf({ ...report, language }, source, metric.pack),
  };
}

/** "Library spending: 40.2 million pounds in 2022.[^accounts]", 2022年，图书馆支出为4020万英镑。[^accounts] */
export function recordSentence({ name, record, value, period, footnote }: WrittenRecord, language: string): string {
  const mark = footnote === undefined ? '' : `[^${footnote.label}]`;
  if (language !== 'zh') return `${name}: ${value} ${shownWhen(record.period, language)}.${mark}`;
  return `${period}，${name}${record.comparator === undefined ? '为' : ''}${value}。${mark}`;
}

/** A unit is a pack's own word; the sign of a currency is none of Markdown's. */
export function literal(words: string): string {
  return escapeProse(words).replaceAll('\\$', '$');
}

/** A record in the writer's own unit, where that is one of the metric's: 13,900 MW for 13.9 GW. */
export function shownAsWritten(
  { observation, metric: recorded }: Recorded,
  { quantity, factor, metric, language }: Claim,
  vocabulary: Vocabulary,
): string {
  const { measure } = recorded;
  const { unit } = quantity;
  if (unit === undefined || factor === 1 || measure.unit !== metric?.measure.unit)
    return shownRecord(observation, measure.unit, language, unitWords(recorded, vocabulary));
  const written = { ...observation, value: observation.value / factor };
  return shownHedged(written, writtenRecord(observation).step / factor, unit, language);
}

/** What a number was read as, for the message: not what to write. */
export function intervalIn(locale: Locale, { interval, value, metric }: Claim): string {
  return shownInterval({ ...interval, value, unit: metric?.measure.unit }, locale);
}
