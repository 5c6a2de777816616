import assert from 'node:assert/strict';
import { type Locale, mergePacks, readPack, readReport, statementsOf } from '../../server/src/core/index.js';

const pack = `
name: harbour
languages: [en, zh]
region: NZ
factsAsOf: 2024-06-01
metrics:
  cargo:
    preferred: {en: cargo volume, zh: 货运量}
    measure: {kind: amount, unit: t, of: flow}
    observations: [{period: 2022, value: 40.2e6}]
  fleet:
    preferred: {en: tug fleet, zh: 拖轮规模}
    measure: {kind: rank, scope: world}
    runs: [{rank: 1, since: 2010}]
targets:
  shore:
    preferred: {en: 60% shore power by 2035, zh: 到2035年岸电使用率达到60%}
    milestones: [{due: 2035, value: 60, unit: percent}]
events:
  forum: {preferred: {en: Tides Forum, zh: 潮汐论坛}, date: 2023-09-21}
organizations:
  office: {preferred: {en: Port Office, zh: 港务局}}
people:
  ada:
    preferred: {en: Ada Roe, zh: 罗爱达}
    roles: [{title: {en: [director], zh: [局长]}, organization: office, from: 2020-01-01}]
  ben:
    preferred: {en: Ben Lee, zh: 李本}
    roles: [{title: {en: [chief engineer], zh: [总工程师]}, organization: office, from: 2020-01-01}]
`;
const { vocabulary } = mergePacks([readPack(new Map([['pack.yaml', pack]])).pack ?? assert.fail()]);

/** Kind, verdict and words of each row. */
function rows(text: string, language: Locale, all = false): readonly string[] {
  const report = readReport(text, vocabulary, { language, region: 'NZ', date: '2024-05-01', isDateTold: true });
  return statementsOf(report, language, { all }).map(({ kind, verdict, found }) => `${kind} ${verdict}: ${found}`);
}

describe('what a report states', () => {
  const lines: readonly (readonly [Locale, string, readonly string[]])[] = [
    ['en', 'In 2022 cargo volume was 40.2 million tonnes.', ['figure holds: 40.2 million tonnes']],
    ['zh', '2022年货运量为4120万吨。', ['figure wrong: 4120万吨']],
    ['en', 'The tug fleet ranks first in the world.', ['rank holds: first']],
    ['en', 'The target is 60% shore power by 2035.', ['target holds: 60%']],
    ['en', 'The target is 70% shore power by 2035.', ['target wrong: 70%']],
    ['zh', '目标是到2035年岸电使用率达到70%。', ['target wrong: 70%']],
    ['en', 'The Tides Forum was held on 21 September 2023.', ['event holds: 21 September 2023']],
    ['en', 'The Tides Forum was held on 22 September 2023.', ['event wrong: 22 September 2023']],
    ['zh', '潮汐论坛于2023年9月21日举行。', ['event holds: 2023年9月21日']],
    ['en', 'Ada Roe, director of the Port Office, spoke.', ['post holds: director of the Port Office']],
    ['en', 'Ben Lee, director of the Port Office, spoke.', ['post wrong: director of the Port Office']],
    ['zh', '港务局局长罗爱达讲话。', ['post holds: 港务局局长']],
    ['zh', '港务局局长李本讲话。', ['post wrong: 港务局局长']],
    ['en', 'Visitors numbered 30 million.', []],
  ];
  for (const [language, text, expected] of lines)
    it(`is listed by kind and verdict: ${text}`, () => assert.deepEqual(rows(text, language), expected));

  it('is listed with every number where all are asked for, in the order of the report', () => {
    const text = 'Visitors numbered 30 million. In 2022 cargo volume was 40.2 million tonnes, and 5 cranes stood idle.';
    assert.deepEqual(rows(text, 'en', true), [
      'figure unbound: 30 million',
      'figure holds: 40.2 million tonnes',
      'figure unbound: 5',
    ]);
    assert.deepEqual(rows('目标是到2035年岸电使用率达到60%。游客3000万人次。', 'zh', true), [
      'target holds: 60%',
      'figure unbound: 3000万人次',
    ]);
  });
});
