import { endOfPeriod, startOfPeriod } from '../language/calendar.js';
import { readWords } from '../language/words/words.js';
import type { Report } from '../report/report.js';
import { isNotOnRecord } from '../sentences/another-make.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { EntryOf, Observation } from '../vocabulary/model.js';
import type { Claim } from './claim.js';
import { intersects, intervalOf, writtenRecord } from './interval.js';
import { isSamePeriod } from './same-period.js';
import { isOfUnknownScale } from './unknown-scale.js';

/** A record of a metric, with the metric that holds it. */
export interface Recorded {
  readonly metric: EntryOf<'metrics'>;
  readonly observation: Observation;
}

/** What the records say of a claim; `record` is the one to name. */
export type Verdict =
  | { readonly verdict: 'holds'; readonly record: Recorded }
  /** No record, or none that could be held against it. */
  | { readonly verdict: 'unknown' }
  | {
      readonly verdict: 'wrong';
      readonly rule: 'metric-value' | 'metric-unit' | 'metric-period' | 'metric-confused' | 'metric-comparator';
      /** What the value is the record of, or the record that it misses. */
      readonly record: Recorded;
      /** The record of the metric and period that were named, where there is one. */
      readonly expected: Recorded | undefined;
      /** A bound that is literally true and yet another figure. */
      readonly isTrueBound: boolean;
      /** The power of ten by which it is off, if that is all. */
      readonly power: number | undefined;
    };

export type Wrong = Extract<Verdict, { readonly verdict: 'wrong' }>;

/** Holds a claim against the records of its metric: one reason at most, as design.md orders them. */
export function judge(claim: Claim, report: Report): Verdict {
  const verdict = judgeAsSure(claim, report);
  // The very figure of another year: the text has gone on to that year.
  if (verdict.verdict === 'wrong' && verdict.rule === 'metric-period' && claim.isDatedBefore === true)
    return { verdict: 'unknown' };
  return verdict.verdict === 'wrong' && claim.tier === 'likely' && !isEvident(claim, verdict)
    ? { verdict: 'unknown' }
    : verdict;
}

/**
 * Whether the digits of a claim show that it means the record that it misses, though it is not sure that it is said of
 * its metric: they are another record's, or the record's with a slip.
 */
function isEvident(claim: Claim, { rule, record, power }: Wrong): boolean {
  if (digitsOf(claim) < 3) return rule === 'metric-comparator' && digitsOf(claim) === 2;
  if (rule !== 'metric-value') return true;
  return digitsOf(claim) >= 4 && (power !== undefined || isSlip(claim, record.observation));
}

/** Whether a number is another with one digit changed, or two beside each other in turn: 237,100 for 231,700. */
function isSlip({ value, step }: Claim, record: Observation): boolean {
  const digits = (number: number) => String(Math.round(Math.abs(number) / step));
  const [a, b] = [digits(value), digits(record.value)];
  if (a.length !== b.length) return false;
  const unlike = [...a].flatMap((digit, i) => (digit === b[i] ? [] : [i]));
  const [first, second] = unlike as [number, number];
  if (unlike.length === 1) return first > 0;
  return unlike.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first];
}

function judgeAsSure(claim: Claim, report: Report): Verdict {
  const { metric, period } = claim;
  if (metric === undefined || period === undefined) return { verdict: 'unknown' };
  const records = recordsOf(metric, period, report);
  const wrong = (
    rule: 'metric-unit' | 'metric-period' | 'metric-confused' | 'metric-comparator',
    record: Recorded,
  ): Wrong => ({
    verdict: 'wrong',
    rule,
    record,
    expected: records[0],
    isTrueBound: false,
    power: undefined,
  });

  const unit = metric.measure.unit;
  if (claim.unit !== undefined && unit !== undefined && claim.unit !== unit) {
    // Another currency or measure is another figure, unless it has the record's own digits.
    const same = records.find((record) => isSame(claim, record)) ?? records.find((record) => isHeld(claim, record));
    return same === undefined ? { verdict: 'unknown' } : wrong('metric-unit', same);
  }
  // "Nearly 40", where a record says that 40 is passed.
  const passed = isNearing(claim, report)
    ? records.find(
        ({ observation: { comparator, value } }) =>
          isUpward(comparator) && Math.abs(claim.value - value) <= claim.step / 2,
      )
    : undefined;
  if (passed !== undefined) return { ...wrong('metric-comparator', passed), expected: passed };
  // Where an exact figure is known, a threshold admits no other than itself.
  const exact = records.some(({ observation }) => observation.comparator === undefined);
  const held = records.find((record) =>
    exact && record.observation.comparator !== undefined ? isSame(claim, record) : isHeld(claim, record),
  );
  if (held !== undefined) return { verdict: 'holds', record: held };
  const { start, end } = claim.sentence;
  const words = report.prose.blocks[claim.block]?.text.slice(start, end) ?? '';
  // A growth rate is reckoned in prices of one year, and a metric with a base year in its own.
  const isRate = metric.measure.kind === 'growth' || unit === 'pp' || words.includes(String(metric.measure.priceBase));
  if (isNotOnRecord(words, claim.language, isRate)) return { verdict: 'unknown' };

  const sister = sistersOf(metric, report.vocabulary)
    .flatMap((other) => recordsOf(other, period, report))
    .find((record) => isSame(claim, record));
  const another = metric.observations
    .filter((observation) => !isSamePeriod(observation.period, period) && isLegal(observation, metric, report))
    .map((observation) => ({ metric, observation }))
    .find((record) => isSame(claim, record));
  const [expected] = records;
  if (expected === undefined) {
    // No record of its own: only another's very figure, with its own hedge or digits, tells.
    if (sister !== undefined && isTelling(claim, sister)) return wrong('metric-confused', sister);
    const isCopied = another !== undefined && another.observation.comparator === undefined && digitsOf(claim) >= 4;
    return isCopied && !isOfItsTime(another, period) ? wrong('metric-period', another) : { verdict: 'unknown' };
  }
  if (another !== undefined) return wrong('metric-period', another);
  if (sister !== undefined) return wrong('metric-confused', sister);
  const hedged =
    claim.quantity.comparator !== undefined ? records.find((record) => isRounded(claim, record)) : undefined;
  if (hedged !== undefined) return wrong('metric-comparator', hedged);
  const best = bestOf(records);
  return {
    verdict: 'wrong',
    rule: 'metric-value',
    record: best,
    expected: best,
    isTrueBound: holdsAsBound(claim, best),
    power: powerOfTen(claim.value, best.observation.value, claim.step),
  };
}

/** Records of a metric for a period that were public on the report's day. */
export function recordsOf(metric: EntryOf<'metrics'>, period: string, report: Report): readonly Recorded[] {
  return metric.observations
    .filter((observation) => isSamePeriod(observation.period, period) && isLegal(observation, metric, report))
    .map((observation) => ({ metric, observation }));
}

function isLegal(observation: Observation, metric: EntryOf<'metrics'>, report: Report): boolean {
  if (isOfUnknownScale(metric)) return false;
  if (report.date === undefined) return true;
  const source =
    observation.source === undefined ? undefined : report.vocabulary.find('sources', observation.source, metric.pack);
  // A vintage holds from its own day; a record without one is as old as what it tells of.
  const from =
    observation.vintage ??
    (metric.observations
      .filter(({ period }) => period === observation.period)
      .some(({ vintage }) => vintage !== undefined)
      ? source?.date
      : undefined);
  return from === undefined || from <= report.date.day;
}

/** The metrics that it may be taken for, said by either of them. */
function sistersOf(metric: EntryOf<'metrics'>, vocabulary: Vocabulary): readonly EntryOf<'metrics'>[] {
  return vocabulary
    .ofKind('metrics')
    .filter(
      (other) =>
        other.pack === metric.pack &&
        other !== metric &&
        other.measure.unit === metric.measure.unit &&
        (metric.distinctFrom.includes(other.id) || other.distinctFrom.includes(metric.id)),
    );
}

function isHeld(claim: Claim, { observation }: Recorded): boolean {
  return intersects(claim.interval, intervalOf(writtenRecord(observation)));
}

/** Whether the claim is the record itself: its digits, or its threshold with its hedge. */
function isSame(claim: Claim, { observation }: Recorded): boolean {
  const record = writtenRecord(observation);
  const { comparator } = claim.quantity;
  if (record.comparator !== undefined) {
    const same = Math.abs(claim.value - record.value) <= claim.step / 2;
    return (
      same &&
      (isUpward(comparator) ? isUpward(record.comparator) : isDownward(comparator) && isDownward(record.comparator))
    );
  }
  if (comparator !== undefined && comparator !== 'about' && comparator !== 'exactly') return false;
  const step = comparator === 'exactly' ? record.step : Math.max(claim.step, record.step);
  return Math.abs(claim.value - record.value) <= (step / 2) * (1 + 1e-9);
}

/** Enough digits, or a threshold with its hedge, for it to be no accident. */
function isTelling(claim: Claim, { observation }: Recorded): boolean {
  if (observation.comparator !== undefined) return true;
  return digitsOf(claim) >= 3;
}

/** Digits that say something: the last zeros of a whole number do not. */
function digitsOf({ quantity: { written } }: Claim): number {
  const digits = written.digits.replace(/\D|^0+/g, '');
  return (written.digits.includes('.') ? digits : digits.replace(/0+$/, '')).length;
}

/**
 * Whether a rate or a share is told of a part of its record's period (the price of a quarter "from April"), or a stock
 * of the days after it (on 1 January, that of the year's end).
 */
function isOfItsTime({ metric, observation }: Recorded, period: string): boolean {
  const { kind, unit, of } = metric.measure;
  if (of === 'stock') return endOfPeriod(observation.period)?.slice(0, 7) === monthBefore(period);
  const [from, to] = [startOfPeriod(period), endOfPeriod(period)];
  const [start, end] = [startOfPeriod(observation.period), endOfPeriod(observation.period)];
  if ((kind === 'amount' && unit?.includes('/') !== true) || kind === 'count') return false;
  return (
    from !== undefined && to !== undefined && start !== undefined && end !== undefined && start <= from && to <= end
  );
}

/** The month before a period, `YYYY-MM`. */
function monthBefore(period: string): string | undefined {
  const [year, month] = (startOfPeriod(period) ?? '').split('-').map(Number);
  if (year === undefined || month === undefined) return undefined;
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
}

/** Whether a hedge says that the number is near and not reached. */
function isNearing({ block, language, quantity: { comparator, comparatorSpan: at } }: Claim, report: Report): boolean {
  if (comparator !== 'about' || at === undefined) return false;
  const hedge = report.prose.blocks[block]?.text.slice(at.start, at.end) ?? '';
  return readWords(hedge, language).only('nearing');
}

const isUpward = (comparator: string | undefined) => comparator === 'above' || comparator === 'at-least';
const isDownward = (comparator: string | undefined) => comparator === 'below' || comparator === 'at-most';

/** Whether the claim's number is the record, rounded or cut to the claim's digits. */
function isRounded(claim: Claim, { observation: { value, comparator } }: Recorded): boolean {
  if (comparator !== undefined) return Math.abs(claim.value - value) <= claim.step / 2;
  const digits = (number: number) => Math.round(number);
  return [claim.step, claim.roundStep].some(
    (step) =>
      digits(claim.value / step) === digits(value / step) ||
      digits(claim.value / step) === Math.floor(value / step + 1e-9),
  );
}

function holdsAsBound(claim: Claim, { observation }: Recorded): boolean {
  const { comparator } = claim.quantity;
  return (
    (isUpward(comparator) && claim.value < observation.value) ||
    (isDownward(comparator) && claim.value > observation.value)
  );
}

/** A record without a hedge says more than a threshold. */
function bestOf(records: readonly Recorded[]): Recorded {
  return records.find(({ observation }) => observation.comparator === undefined) ?? (records[0] as Recorded);
}

/** The power of ten between two values that have the same digits otherwise. */
function powerOfTen(value: number, record: number, step: number): number | undefined {
  if (value === 0 || record === 0 || value < 0 !== record < 0) return undefined;
  const power = Math.round(Math.log10(record / value));
  if (power === 0) return undefined;
  const scaled = value * 10 ** power;
  const room = Math.max(step * 10 ** power, Math.abs(record) * 0.02);
  return Math.abs(scaled - record) <= room ? power : undefined;
}
