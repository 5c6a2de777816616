import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { claimsOf, findingMessage, lintReport, readReport, type Vocabulary } from '../../server/src/core/index.js';
import { vocabularyFrom } from '../core/packs.js';

type Language = 'en' | 'zh';
type Words = Readonly<Record<Language, readonly string[]>>;

/** Rules that call a value wrong. */
const judging = /^metric-(?:value|unit|period|confused|comparator)$/;

/** What is measured, as a pack says it and as writers write it: `#` stands for the digits. */
interface Measure {
  readonly measure: string;
  /** Ways to write it, each with what one of its units is in the pack's. */
  readonly styles: Readonly<Record<Language, readonly { readonly text: string; readonly scale: number }[]>>;
  readonly names: Words;
}

const measures: readonly Measure[] = [
  {
    measure: '{kind: amount, unit: CNY, of: flow}',
    styles: {
      en: [
        { text: '# trillion yuan', scale: 1e12 },
        { text: 'RMB # billion', scale: 1e9 },
        { text: '¥#tn', scale: 1e12 },
        { text: 'CNY # million', scale: 1e6 },
      ],
      zh: [
        { text: '#万亿元', scale: 1e12 },
        { text: '#亿元', scale: 1e8 },
        { text: '#万元人民币', scale: 1e4 },
      ],
    },
    names: { en: ['port revenue', 'outlays on dredging'], zh: ['港口收入', '疏浚支出'] },
  },
  {
    measure: '{kind: amount, unit: USD, of: flow}',
    styles: {
      en: [
        { text: '$#bn', scale: 1e9 },
        { text: 'US$# million', scale: 1e6 },
        { text: '# billion dollars', scale: 1e9 },
      ],
      zh: [
        { text: '#亿美元', scale: 1e8 },
        { text: '#万美元', scale: 1e4 },
      ],
    },
    names: { en: ['foreign ticket sales'], zh: ['境外售票额'] },
  },
  {
    measure: '{kind: amount, unit: EUR, of: stock}',
    styles: {
      en: [
        { text: '€#m', scale: 1e6 },
        { text: '# billion euros', scale: 1e9 },
      ],
      zh: [{ text: '#亿欧元', scale: 1e8 }],
    },
    names: { en: ['the ferry fund'], zh: ['渡轮基金余额'] },
  },
  {
    measure: '{kind: amount, unit: t, of: flow}',
    styles: {
      en: [
        { text: '# million tonnes', scale: 1e6 },
        { text: '# tonnes', scale: 1 },
      ],
      zh: [
        { text: '#万吨', scale: 1e4 },
        { text: '#亿吨', scale: 1e8 },
      ],
    },
    names: { en: ['cargo throughput', 'landings of fish'], zh: ['货物吞吐量', '渔获量'] },
  },
  {
    measure: '{kind: amount, unit: GW, of: stock}',
    styles: {
      en: [
        { text: '# GW', scale: 1 },
        { text: '#MW', scale: 1e-3 },
      ],
      zh: [
        { text: '#万千瓦', scale: 1e-2 },
        { text: '#GW', scale: 1 },
      ],
    },
    names: { en: ['tidal capacity'], zh: ['潮汐能装机容量'] },
  },
  {
    measure: '{kind: share, unit: percent}',
    styles: {
      en: [
        { text: '# percent', scale: 1 },
        { text: '#%', scale: 1 },
        { text: '# per cent', scale: 1 },
      ],
      zh: [
        { text: '#%', scale: 1 },
        { text: '百分之#', scale: 1 },
      ],
    },
    names: { en: ['the vacancy rate', 'the share of night sailings'], zh: ['空置率', '夜航占比'] },
  },
];

/** Periods as a pack and as writers write them. Those of one record are never those of another. */
const periods: readonly { readonly id: string; readonly written: Words }[] = [
  { id: '2021', written: { en: ['2021'], zh: ['2021年', '二〇二一年'] } },
  { id: '2019', written: { en: ['2019'], zh: ['2019年'] } },
  { id: '2022-Q3', written: { en: ['the third quarter of 2022', 'Q3 2022'], zh: ['2022年三季度', '2022年第三季度'] } },
  { id: '2022-07', written: { en: ['July 2022'], zh: ['2022年7月'] } },
];

const frames: Readonly<Record<Language, readonly ((metric: string, value: string, period: string) => string)[]>> = {
  en: [
    (metric, value, period) => `In ${period}, ${metric} was ${value}.`,
    (metric, value, period) => `${capital(metric)} was ${value} in ${period}.`,
    (metric, value, period) => `In ${period} ${metric} came to ${value}.`,
    (metric, value, period) => `${capital(metric)} stood at ${value} in ${period}, the office said.`,
    (metric, value, period) => `${capital(metric)} in ${period} amounted to ${value}.`,
    (metric, value, period) => `- ${period}: ${metric} of ${value}`,
  ],
  zh: [
    (metric, value, period) => `${period}${metric}为${value}。`,
    (metric, value, period) => `${period}，${metric}达到${value}。`,
    (metric, value, period) => `${period}，${metric}为${value}，比年初有所好转。`,
    (metric, value, period) => `据统计，${metric}${period}达${value}。`,
  ],
};

const capital = (text: string) => `${text[0]?.toUpperCase()}${text.slice(1)}`;

/** Hedges with how a record is cut to the digits behind them. */
const hedges: readonly { readonly words: Words; readonly cut: 'round' | 'floor' | 'ceil' }[] = [
  { words: { en: [''], zh: [''] }, cut: 'round' },
  { words: { en: ['about ', 'around ', 'roughly '], zh: ['约', '大约', '约为'] }, cut: 'round' },
  { words: { en: ['more than ', 'over '], zh: ['超过', '逾'] }, cut: 'floor' },
  { words: { en: ['at least ', 'no less than '], zh: ['不低于', '至少'] }, cut: 'floor' },
  { words: { en: ['nearly ', 'almost '], zh: ['近', '将近'] }, cut: 'ceil' },
  { words: { en: ['less than ', 'under '], zh: ['低于', '不足'] }, cut: 'ceil' },
];

interface Case {
  readonly measure: Measure;
  readonly digits: number;
  readonly power: number;
  readonly period: (typeof periods)[number];
  readonly hedge: (typeof hedges)[number];
  readonly written: number;
  readonly pick: number;
}

/** A record of four digits, and how it is written: so many of them, in a style, with a hedge. */
const cases = fc.record({
  measure: fc.constantFrom(...measures),
  digits: fc.integer({ min: 1001, max: 9899 }).filter((digits) => digits % 10 !== 0),
  power: fc.integer({ min: -1, max: 1 }),
  period: fc.constantFrom(...periods),
  hedge: fc.constantFrom(...hedges),
  written: fc.integer({ min: 2, max: 4 }),
  pick: fc.nat(1000),
});

const choose = <T>(list: readonly T[], pick: number): T => list[pick % list.length] as T;

/** A pack of one metric with one record, and the sentence that says it, its value times a factor. */
function made(language: Language, { measure, digits, power, period, hedge, written, pick }: Case, factor: number) {
  const style = choose(measure.styles[language], pick);
  const name = choose(measure.names[language], pick >> 2);
  // In the style's own scale the record has two digits before the point, give or take one.
  const value = digits * 10 ** (power - 2);
  const decimals = Math.max(0, written - String(Math.trunc(value)).length);
  const step = 10 ** -decimals;
  const cut = Math[hedge.cut](Number((value * factor * 10 ** decimals).toFixed(6))) * step;
  const words = choose(hedge.words[language], pick >> 4);
  const number = cut.toFixed(decimals);
  const amount = `${words}${style.text.replace('#', number)}`;
  const text = choose(frames[language], pick >> 3)(name, amount, choose(period.written[language], pick >> 5));
  const record = Number((value * style.scale).toPrecision(4));
  const pack = `
name: harbour
languages: [en, zh]
sources: {office: {title: Port figures, publisher: Port Office, date: 2023-01-15}}
metrics:
  measured:
    preferred: {${language}: ${JSON.stringify(name.replace(/^the /, ''))}}
    measure: ${measure.measure}
    observations: [{period: ${period.id}, value: ${record}, source: office}]
`;
  return { text: `${text}\n`, number, pack, vocabulary: vocabularyFrom({ 'pack.yaml': pack }) };
}

function wrongIn(text: string, vocabulary: Vocabulary, language: Language): readonly string[] {
  const report = readReport(text, vocabulary, { date: '2023-10-10', language });
  return lintReport(report)
    .filter(({ rule }) => judging.test(rule))
    .map((finding) => `${finding.rule}: ${findingMessage(finding, 'en')}`);
}

describe('sentences made from a random record', () => {
  for (const language of ['en', 'zh'] as const) {
    it(`with a true value are bound, and never flagged, ${language}`, () => {
      fc.assert(
        fc.property(cases, (given) => {
          const { text, pack, vocabulary } = made(language, given, 1);
          assert.deepEqual(wrongIn(text, vocabulary, language), [], text + pack);
          const report = readReport(text, vocabulary, { date: '2023-10-10', language });
          assert.deepEqual(
            claimsOf(report, 'en').map(({ verdict }) => verdict),
            ['holds'],
            text + pack,
          );
        }),
        { numRuns: 150, seed: 7 },
      );
    });

    it(`with a value outside the interval always are, ${language}`, () => {
      fc.assert(
        fc.property(cases, fc.double({ min: 1.35, max: 4, noNaN: true }), (given, factor) => {
          // What exceeds less than the record is true, and what is below more than it.
          const { text, number, pack, vocabulary } = made(
            language,
            given,
            given.hedge.cut === 'ceil' ? 1 / factor : factor,
          );
          // "About 2.0" may be anything from 1 to 3.
          fc.pre(!number.endsWith('0'));
          assert.notDeepEqual(wrongIn(text, vocabulary, language), [], text + pack);
        }),
        { numRuns: 150, seed: 11 },
      );
    });
  }
});
