import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { lintReport, readReport } from '../../../server/src/core/index.js';
import { vocabularyFrom } from '../packs.js';

const pack = (unit: string, value: number) =>
  vocabularyFrom({
    'pack.yaml': `
name: rail
languages: [en, zh]
metrics:
  electric:
    preferred: {en: electrified share of track, zh: 电气化率}
    measure: {kind: share${unit}}
    observations: [{period: 2022, value: ${value}}]
`,
  });

const found = (text: string, unit: string, value: number) =>
  lintReport(readReport(text, pack(unit, value), { date: '2024-01-01' })).map(({ rule }) => rule);

const lines = (value: string) => [
  `In 2022 the electrified share of track was ${value}, the ministry said.`,
  `据铁路部门统计，2022年电气化率为${value}。`,
  `| Metric | Period | Value | Source |\n| --- | --- | --- | --- |\n| Electrified share of track | 2022 | ${value} | Ministry |\n`,
];

describe('a share that is recorded as a fraction without a unit (trial 3.14)', () => {
  for (const line of [...lines('41%'), ...lines('45%'), ...lines('0.41%')])
    it(`is held against nothing: ${line.slice(0, 60)}`, () => assert.deepEqual(found(line, '', 0.41), []));

  for (const line of lines('45%'))
    it(`is held against the report once it says percent: ${line.slice(0, 60)}`, () => {
      assert.deepEqual(found(line, ', unit: percent', 41), ['metric-value']);
      assert.deepEqual(found(line, '', 41), ['metric-value']);
    });
});
