import { intersects, intervalOf, writtenRecord } from '../claims/interval.js';
import { publicRecords } from '../claims/public-records.js';
import { isSamePeriod } from '../claims/same-period.js';
import { headNoun } from '../language/english-grammar.js';
import { isPlural } from '../language/english-inflection.js';
import { escapeProse } from '../markdown/shown-text.js';
import { currencyCodes } from '../quantities/currencies.js';
import { bases } from '../quantities/tables/si.js';
import type { FigureStatement } from '../quantities/tables/writing.js';
import { writingIn } from '../quantities/tables/writings.js';
import type { Span } from '../text/span.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { EntryOf, Language, Observation } from '../vocabulary/model.js';
import { type AlteredSentence, type CanonicalSentence, fillStatement } from './canonical-sentence.js';
import { shownHedged, type UnitWords, unitWords } from './shown-value.js';
import { endIn, periodIn, whenIn } from './stated-period.js';
import { literal } from './written-record.js';

type Metric = EntryOf<'metrics'>;

/** How many of a metric's records are stated, the newest. */
const recordsStated = 3;

/** The newest records of a metric, each in every form that it can take; `name` is that of the metric. */
export function statedFigures(
  metric: Metric,
  name: string,
  language: Language,
  vocabulary: Vocabulary,
): readonly CanonicalSentence[] {
  const records = currentRecords(metric, vocabulary);
  return records.slice(0, recordsStated).flatMap((record, i) => {
    const before = records.slice(i + 1).find((each) => isSameLength(each.period, record.period));
    return writingIn(language).figures.flatMap((statement) => {
      if (!canSay(statement, metric, record, before)) return [];
      const state = (amount: Amount) =>
        stated(statement, { metric, name, language, record, before, amount, vocabulary });
      const { text, span, oldSpan } = state({});
      return [
        {
          kind: 'figure' as const,
          form: statement.form,
          text,
          facts: [
            { span, record },
            ...(oldSpan === undefined || before === undefined ? [] : [{ span: oldSpan, record: before }]),
          ],
          altered: alterations(metric, record, vocabulary)
            // "From 33 to 33" is no slip of one figure.
            .filter(({ amount }) => oldSpan === undefined || amount.value !== before?.value)
            .map(({ amount, ...altered }) => {
              const { text, span } = state(amount);
              return { ...altered, text, span };
            }),
        },
      ];
    });
  });
}

/** Of each period the newest, and the exact one before a threshold. */
function currentRecords(metric: Metric, vocabulary: Vocabulary): readonly Observation[] {
  const all = publicRecords({ date: undefined, vocabulary }, metric);
  return all.filter(({ period }, i) => all.findIndex((other) => isSamePeriod(other.period, period)) === i);
}

/** Whether two periods are as long as each other: a year follows a year, a quarter a quarter. */
function isSameLength(a: string, b: string): boolean {
  const shape = (period: string) => period.replace(/\d/g, '0').replace(/Q0/g, 'Q');
  return shape(a) === shape(b);
}

/** What stands in place of the record's own value or unit. */
export interface Amount {
  readonly value?: number;
  readonly step?: number;
  readonly unit?: string;
}

interface Stating {
  readonly metric: Metric;
  readonly name: string;
  readonly language: Language;
  readonly record: Observation;
  readonly before: Observation | undefined;
  readonly amount: Amount;
  readonly vocabulary: Vocabulary;
}

function canSay(
  { form, hedged, text }: FigureStatement,
  { measure: { kind, unit, of } }: Metric,
  { comparator, period, value }: Observation,
  before: Observation | undefined,
): boolean {
  const isExact = comparator === undefined;
  switch (form) {
    case 'when-first':
      return isExact || hedged !== undefined || text.includes(' {value}');
    case 'colon':
      return true;
    case 'number-first':
      return isExact && (kind === 'count' || (kind === 'amount' && unit?.includes('/') !== true));
    case 'reached':
      return isExact && before?.value !== value;
    case 'at-the-end':
      return isExact && of === 'stock' && /^\d{4}(?:-Q\d|-\d\d)?$/.test(period);
    case 'from-to':
      return isExact && before !== undefined && before.comparator === undefined && before.value !== value;
  }
}

function stated(
  statement: FigureStatement,
  { metric, name, language, record, before, amount, vocabulary }: Stating,
): { readonly text: string; readonly span: Span; readonly oldSpan: Span | undefined } {
  const isHedged = record.comparator !== undefined && statement.hedged !== undefined;
  const template = isHedged ? (statement.hedged as string) : statement.text;
  const words = unitWords(metric, vocabulary);
  const isMany = language === 'en' && isPlural(headNoun(name.split(' '), undefined));
  const isDown = before !== undefined && before.value > record.value;
  const { text, at } = fillStatement(
    template,
    {
      subject: escapeProse(name),
      value: amountIn(metric, record, amount, language, words),
      period: periodIn(record.period, language),
      when: whenIn(record.period, language),
      end: endIn(record.period, language),
      oldValue: before === undefined ? undefined : amountIn(metric, before, {}, language, words),
      oldWhen: before === undefined ? undefined : whenIn(before.period, language),
    },
    { many: isMany, one: !isMany, down: isDown, up: !isDown, count: isCount(metric), amount: !isCount(metric) },
  );
  return { text, span: at.get('value') as Span, oldSpan: at.get('oldValue') };
}

/** Of a share or a growth rate that says none, percent. */
function unitOf({ measure: { kind, unit } }: Metric): string | undefined {
  return unit ?? (kind === 'share' || kind === 'growth' ? 'percent' : undefined);
}

function isCount({ measure }: Metric): boolean {
  return measure.kind === 'count';
}

/** What a count counts is said by the metric's name in English: "charge points were 73,334". */
export function amountIn(
  metric: Metric,
  record: Observation,
  { value = record.value, step = writtenRecord(record).step, unit: other }: Amount,
  language: Language,
  words: UnitWords | undefined,
): string {
  const own = isCount(metric) && language !== 'zh' ? undefined : words;
  const hedged = { value, comparator: record.comparator };
  return literal(
    other === undefined
      ? shownHedged(hedged, step, isCount(metric) ? undefined : unitOf(metric), language, own)
      : shownHedged(hedged, step, other, language),
  );
}

interface Alteration extends Pick<AlteredSentence, 'alteration' | 'rules'> {
  readonly amount: Amount;
}

function alterations(metric: Metric, record: Observation, vocabulary: Vocabulary): readonly Alteration[] {
  const { step } = writtenRecord(record);
  const copied = anotherRecord(metric, record, vocabulary);
  const unit = anotherUnit(unitOf(metric));
  return [
    {
      alteration: 'tenfold' as const,
      amount: { value: record.value * 10, step: step * 10 },
      rules: ['metric-value'],
    },
    ...(copied === undefined ? [] : [copied]),
    ...(unit === undefined
      ? []
      : [{ alteration: 'another-unit' as const, amount: { unit: unit.id }, rules: unit.rules }]),
  ].filter(({ amount }) => record.value !== 0 || amount.value !== 0);
}

/** The record of another period, else that of a metric which it may be taken for. */
function anotherRecord(metric: Metric, record: Observation, vocabulary: Vocabulary): Alteration | undefined {
  const isOther = (other: Observation) =>
    other.comparator === undefined && !intersects(intervalOf(writtenRecord(other)), intervalOf(writtenRecord(record)));
  const copy = (other: Observation, rule: string): Alteration => ({
    alteration: 'another-record',
    amount: { value: other.value, step: writtenRecord(other).step },
    rules: [rule],
  });
  const own = currentRecords(metric, vocabulary).find(
    (other) => !isSamePeriod(other.period, record.period) && isOther(other),
  );
  if (own !== undefined) return copy(own, 'metric-period');
  for (const id of metric.distinctFrom) {
    const sister = vocabulary.find('metrics', id, metric.pack);
    if (sister === undefined || sister.measure.unit !== metric.measure.unit) continue;
    const theirs = sister.observations.find((other) => isSamePeriod(other.period, record.period) && isOther(other));
    if (theirs !== undefined) return copy(theirs, 'metric-confused');
  }
  return undefined;
}

/** A unit that the same digits may be given by mistake: another currency, another prefix, points for percent. */
function anotherUnit(unit: string | undefined): { readonly id: string; readonly rules: readonly string[] } | undefined {
  if (unit === undefined) return undefined;
  if (unit === 'percent') return { id: 'pp', rules: ['metric-unit', 'metric-points'] };
  const [amount = '', ...per] = unit.split('/');
  const rest = per.map((each) => `/${each}`).join('');
  if (currencyCodes.has(amount)) return { id: `${amount === 'USD' ? 'EUR' : 'USD'}${rest}`, rules: ['metric-unit'] };
  const known = bases[amount.slice(1)]?.prefixes ?? '';
  const at = known.indexOf(amount.charAt(0));
  const other = at < 0 ? undefined : (known[at - 1] ?? known[at + 1]);
  return other === undefined
    ? undefined
    : { id: `${other}${amount.slice(1)}${rest}`, rules: ['metric-value', 'metric-unit'] };
}
