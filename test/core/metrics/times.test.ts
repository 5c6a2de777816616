import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { claimsOf, lintReport, readReport } from '../../../server/src/core/index.js';
import { vocabularyFrom } from '../packs.js';

const vocabulary = (units: readonly [string, string, string]) =>
  vocabularyFrom({
    'pack.yaml': `
name: times
languages: [en, zh]
region: CN
metrics:
  commute:
    preferred: {en: average commute, zh: 平均通勤时间}
    measure: {kind: amount, unit: ${units[0]}}
    observations: [{period: 2022, value: 35.5}, {period: 2021, value: 37.2}]
  wait:
    preferred: {en: median wait, zh: 等待时间中位数}
    measure: {kind: amount, unit: ${units[1]}}
    observations: [{period: 2022, value: 35}, {period: 2021, value: 42}]
  life-expectancy:
    preferred: {en: life expectancy, zh: 人均预期寿命}
    measure: {kind: amount, unit: ${units[2]}}
    observations: [{period: 2022, value: 78.2}, {period: 2021, value: 77.9}]
`,
  });

/** What the report says, by metric, and the rules that speak of it. */
function read(text: string, units: readonly [string, string, string]) {
  const report = readReport(text, vocabulary(units), { date: '2023-10-10', region: 'CN' });
  const claims = claimsOf(report, 'en');
  return {
    verdicts: claims.map(({ metric, verdict }) => `${metric.replace(/.*\//, '')} ${verdict}`),
    rules: lintReport(report)
      .filter(({ rule }) => rule !== 'metric-unsourced')
      .map(({ rule }) => rule),
  };
}

const right: readonly (readonly [string, string])[] = [
  ['In 2022 the average commute was 35.5 minutes.', 'commute'],
  ['In 2022 the median wait was 35 days.', 'wait'],
  ['In 2022 the median wait was five weeks.', 'wait'],
  ['In 2022 life expectancy reached 78.2 years.', 'life-expectancy'],
  ['| Metric | 2022 |\n| --- | --- |\n| Life expectancy (years) | 78.2 |', 'life-expectancy'],
  ['2022年平均通勤时间为35.5分钟。', 'commute'],
  ['2022年等待时间中位数为35天。', 'wait'],
  ['2022年人均预期寿命达到78.2岁。', 'life-expectancy'],
  ['2022年人均预期寿命达到 78.2 年。', 'life-expectancy'],
];
const wrong: readonly (readonly [string, string])[] = [
  ['In 2022 the average commute was 39.5 minutes.', 'commute'],
  ['In 2022 the median wait was 53 days.', 'wait'],
  ['In 2022 life expectancy reached 82.1 years.', 'life-expectancy'],
  ['2022年平均通勤时间为38.1分钟。', 'commute'],
  ['2022年等待时间中位数为53天。', 'wait'],
  ['2022年人均预期寿命达到82.1岁。', 'life-expectancy'],
];

describe('metrics measured in time', () => {
  for (const units of [
    ['min', 'day', 'year'],
    ['minutes', 'days', 'years'],
    ['分钟', '天', '岁'],
    ['min', 'd', 'yr'],
  ] as const) {
    for (const [text, metric] of right) {
      it(`trial 10.12: in ${units.join(', ')}: “${text}” holds`, () => {
        const { verdicts, rules } = read(text, units);
        assert.deepEqual([verdicts, rules], [[`${metric} holds`], []]);
      });
    }
    for (const [text, metric] of wrong) {
      it(`trial 10.12: in ${units.join(', ')}: “${text}” is wrong`, () => {
        const { verdicts, rules } = read(text, units);
        assert.deepEqual([verdicts, rules], [[`${metric} wrong`], ['metric-value']]);
      });
    }
  }
});
