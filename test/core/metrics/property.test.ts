import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { type EntryOf, findingMessage, lintReport, readReport } from '../../../server/src/core/index.js';
import { type PackName, vocabularyOf } from '../packs.js';

/** Rules that call a value wrong. */
const judging = /^metric-(?:value|unit|period|confused|comparator)$/;

const regions: Readonly<Record<PackName, string>> = { 'new-industrialization': 'CN', 'uk-clean-power': 'GB' };

interface Known {
  readonly pack: PackName;
  readonly metric: EntryOf<'metrics'>;
  readonly period: string;
  readonly value: number;
}

/** Yearly records without a hedge of metrics in money or percent. */
function known(pack: PackName): Known[] {
  return vocabularyOf(pack)
    .ofKind('metrics')
    .filter(({ measure }) => measure.kind === 'share' || measure.kind === 'amount')
    .flatMap((metric) =>
      metric.observations
        .filter(
          ({ period, comparator, status }) =>
            /^\d{4}$/.test(period) && comparator === undefined && status === 'verified',
        )
        .map(({ period, value }) => ({ pack, metric, period, value })),
    );
}

const money: Readonly<
  Record<
    string,
    { readonly en: readonly ((digits: string) => string)[]; readonly zh: readonly ((digits: string) => string)[] }
  >
> = {
  CNY: {
    en: [
      (digits) => `${digits} trillion yuan`,
      (digits) => `RMB ${digits} trillion`,
      (digits) => `¥${digits}tn`,
      (digits) => `CNY ${digits} trillion`,
    ],
    zh: [(digits) => `${digits}万亿元`, (digits) => `${digits}万亿元人民币`],
  },
};

type Language = 'en' | 'zh';

const frames: Readonly<Record<Language, readonly ((metric: string, value: string, year: string) => string)[]>> = {
  en: [
    (metric, value, year) => `In ${year}, ${metric} was ${value}.`,
    (metric, value, year) => `${metric[0]?.toUpperCase()}${metric.slice(1)} was ${value} in ${year}.`,
    (metric, value, year) => `In ${year} ${metric} came to ${value}.`,
    (metric, value, year) => `The ${metric} reached ${value} in ${year}.`,
  ],
  zh: [
    (metric, value, year) => `${year}年${metric}为${value}。`,
    (metric, value, year) => `${year}年，${metric}达到${value}。`,
    (metric, value, year) => `${year}年，我国${metric}为${value}。`,
  ],
};

const hedges: Readonly<Record<Language, { readonly none: string; readonly about: string }>> = {
  en: { none: '', about: 'about ' },
  zh: { none: '', about: '约' },
};

function sentenceOf(
  language: Language,
  { metric }: Known,
  digits: string,
  style: number,
  frame: number,
  year: string,
  about: boolean,
): string | undefined {
  const name = metric.forms.find((form) => form.language === language && form.role === 'preferred')?.text;
  const unit = metric.measure.unit ?? '';
  const styles =
    unit === 'percent'
      ? language === 'en'
        ? [(value: string) => `${value} percent`, (value: string) => `${value}%`]
        : [(value: string) => `${value}%`]
      : money[unit]?.[language];
  if (name === undefined || styles === undefined || styles.length === 0) return undefined;
  const amount = `${about ? hedges[language].about : ''}${styles[style % styles.length]?.(digits)}`;
  return frames[language][frame % frames[language].length]?.(name, amount, year);
}

function scaled({ metric, value }: Known): number {
  return metric.measure.unit === 'percent' ? value : value / 1e12;
}

describe('sentences made from the records', () => {
  const records = known('new-industrialization').filter(
    ({ metric }) => metric.measure.unit === 'CNY' || metric.measure.unit === 'percent',
  );

  it('are there', () => assert.ok(records.length >= 10));

  for (const language of ['en', 'zh'] as const) {
    const sentence = fc.record({
      record: fc.constantFrom(...records),
      digits: fc.integer({ min: 1, max: 2 }),
      style: fc.nat(10),
      frame: fc.nat(10),
      about: fc.boolean(),
    });
    const judge = (record: Known, text: string) => {
      const report = readReport(text, vocabularyOf(record.pack), {
        date: '2025-01-15',
        region: regions[record.pack],
        language,
      });
      return lintReport(report)
        .filter(({ rule }) => judging.test(rule))
        .map((finding) => `${finding.rule}: ${findingMessage(finding, 'en')}`);
    };

    it(`with a true value are never flagged, ${language}`, () => {
      fc.assert(
        fc.property(sentence, ({ record, digits, style, frame, about }) => {
          const text = sentenceOf(language, record, scaled(record).toFixed(digits), style, frame, record.period, about);
          if (text !== undefined) assert.deepEqual(judge(record, text), [], text);
        }),
        { numRuns: 200, seed: 7 },
      );
    });

    it(`with a value outside the interval always are, ${language}`, () => {
      fc.assert(
        fc.property(
          sentence,
          fc.double({ min: 1.3, max: 4, noNaN: true }),
          fc.boolean(),
          ({ record, digits, style, frame }, factor, less) => {
            const wrong = less ? scaled(record) / factor : scaled(record) * factor;
            const text = sentenceOf(language, record, wrong.toFixed(digits), style, frame, record.period, false);
            if (text !== undefined) assert.notDeepEqual(judge(record, text), [], text);
          },
        ),
        { numRuns: 200, seed: 11 },
      );
    });
  }
});
