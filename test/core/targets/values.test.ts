import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { lintReport, readReport } from '../../../server/src/core/index.js';
import { vocabularyFrom } from '../packs.js';

const vocabulary = vocabularyFrom({
  'pack.yaml': `
name: province
languages: [en, zh]
region: CN
factsAsOf: 2024-03-01
metrics:
  trade:
    preferred: {en: foreign trade, zh: 外贸总额}
    measure: {kind: amount, unit: CNY}
    observations: [{period: 2023, value: 41760000000000}]
targets:
  growth:
    preferred: {en: economic growth target, zh: 经济增长预期目标}
    admitted: {zh: [地区生产总值增长目标]}
    milestones: [{due: 2022, value: 5.5, comparator: about, unit: percent}, {due: 2023, value: 5, comparator: about, unit: percent}, {due: 2024, value: 5, comparator: about, unit: percent}]
  jobs:
    preferred: {en: new urban jobs target, zh: 城镇新增就业预期目标}
    milestones: [{due: 2023, value: 1200000}, {due: 2024, value: 1100000, comparator: at-least}]
  unemployment:
    preferred: {en: surveyed unemployment rate target, zh: 城镇调查失业率控制目标}
    milestones: [{due: 2023, value: 5.5, comparator: about, unit: percent}, {due: 2024, value: 5.5, comparator: about, unit: percent}]
  prices:
    preferred: {en: consumer price target, zh: 居民消费价格涨幅控制目标}
    milestones: [{due: 2023, value: 3, comparator: about, unit: percent}, {due: 2024, value: 3, comparator: about, unit: percent}]
  wards:
    preferred: {en: "a median stay in hospital of no more than 8 days by 2027", zh: 到2027年平均住院日不超过8天}
    milestones: [{due: 2027, value: 8, comparator: at-most, unit: day}]
  teachers:
    preferred: {en: "25,000 qualified teachers by 2030", zh: 到2030年合格教师达到2.5万名}
    milestones: [{due: 2030, value: 25000}]
  capacity:
    preferred: {zh: “十四五”期间淘汰落后煤电产能目标}
    milestones: [{due: 2021/2025, value: 3000000, unit: kW}]
`,
});

function rules(text: string): readonly string[] {
  return lintReport(readReport(text, vocabulary, { date: '2024-03-05', region: 'CN' })).flatMap(({ rule }) =>
    rule.startsWith('target-') ? [rule] : [],
  );
}

/** Of a target that is due in a month. */
const inMonths = vocabularyFrom({
  'pack.yaml': `
name: months
languages: [en, zh]
region: GB
targets:
  redesign:
    preferred: {en: redesign the licence services by April 2013, zh: 2013年4月前完成许可服务改版}
    admitted: {en: [redesign the licence services]}
    milestones: [{due: 2013-04}]
`,
});

describe('targets due in a month', () => {
  const rulesOf = (text: string) =>
    lintReport(readReport(text, inMonths, { date: '2012-11-06', region: 'GB' })).flatMap(({ rule }) =>
      rule.startsWith('target-') ? [rule] : [],
    );
  for (const [text, expected] of [
    ['The departments will redesign the licence services by April 2013.', []],
    ['The departments will redesign the licence services by April 2013 and close the old ones by March 2015.', []],
    [
      'The departments will redesign the licence services by April 2014 and close the old ones by March 2015.',
      ['target-date'],
    ],
    ['The departments will redesign the licence services by April 2015.', ['target-date']],
    ['In March 2014 the office will report on how departments redesign the licence services.', []],
    ['The departments plan to redesign the licence services by 2013.', []],
  ] as const)
    it(`issue 15.3: ${text}`, () => {
      assert.deepEqual(rulesOf(text), expected);
    });
});

const wrong: readonly (readonly [string, readonly string[]])[] = [
  [
    '今年发展主要预期目标是：地区生产总值增长6%左右；城镇新增就业150万人以上，城镇调查失业率4.5%左右；居民消费价格涨幅2%左右。',
    ['target-value', 'target-value', 'target-value', 'target-value'],
  ],
  ['综合各方面情况，今年经济增长预期目标定为6%左右。', ['target-value']],
  ['我们提出8%左右的经济增长目标，既积极又稳妥。', ['target-value']],
  ['今年要把居民消费价格涨幅控制在5%以内。', ['target-value']],
  ['力争今年城镇新增就业不低于210万人，可能还会更多。', ['target-value']],
  ['规划明确，到2027年平均住院日不超过12天。', ['target-value']],
  ['到2032年合格教师达到2.5万名，这是规划提出的目标。', ['target-date']],
  ["The plan's target is a median stay in hospital of no more than 12 days by 2027.", ['target-value']],
  [
    'By 2029, ministers have promised, a median stay in hospital of no more than 8 days is to be reached.',
    ['target-date'],
  ],
  ['The plan sets a target of 35,000 qualified teachers by 2030.', ['target-value']],
  ['25,000 qualified teachers by 2033 is the goal.', ['target-date']],
  ['五年淘汰落后煤电产能的目标是500万千瓦。', ['target-value']],
];

const right: readonly string[] = [
  '今年发展主要预期目标是：地区生产总值增长5%左右；城镇新增就业110万人以上，城镇调查失业率5.5%左右；居民消费价格涨幅3%左右。',
  '综合各方面情况，今年经济增长预期目标定为5%左右。',
  '2022年经济增长预期目标为5.5%左右。',
  '城镇新增就业126万人，超过预期目标。',
  '去年提出居民消费价格涨幅控制在3%左右，经过努力，实际上涨0.2%。',
  '今年要把居民消费价格涨幅控制在3%左右。',
  '去年城镇调查失业率为5.2%，低于预期目标。',
  '有专家预测，今年经济增长6%左右。',
  '五年淘汰落后煤电产能的目标是300万千瓦。',
  '今年要淘汰落后煤电产能50万千瓦。',
  "The plan's target is a median stay in hospital of no more than 8 days by 2027.",
  'By 2027, ministers have promised, a median stay in hospital of no more than 8 days is to be reached.',
  'The plan sets a target of 25,000 qualified teachers by 2030, and of 300 new schools by 2028.',
  'Of the 25,000 qualified teachers wanted by 2030, 6,000 are to be trained in 2028.',
  'The median stay in hospital was 9.1 days in 2023; the target is 8 by 2027.',
];

describe('targets as writers write them', () => {
  for (const [text, expected] of wrong)
    it(`trial 3.30: finds ${text}`, () => {
      assert.deepEqual(rules(text), expected);
    });
  for (const text of right)
    it(`trial 3.30: leaves ${text}`, () => {
      assert.deepEqual(rules(text), []);
    });
});
