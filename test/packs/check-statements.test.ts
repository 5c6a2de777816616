import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkPack, type Locale, mergePacks, problemMessage, readPack, recallOf } from '../../server/src/core/index.js';
import { packFiles, placed } from './pack-files.js';

const metric = (en: string, zh: string, measure = 'kind: amount, unit: t, of: flow', value = '21e6') =>
  `metrics:\n  v:\n    preferred: {en: '${en}', zh: '${zh}'}\n    measure: {${measure}}\n    observations: [{period: 2022, value: ${value}}]\n`;

/** What `pack check` says of plain sentences, in a language. */
function told(entries: string, locale: Locale = 'en', forms = false): readonly string[] {
  return checkPack(packFiles(entries), { forms })
    .problems.filter(({ messageId }) => /never-read|forms-unread/.test(messageId))
    .map((problem) => `${problem.severity}: ${problemMessage(problem, locale)}`);
}

describe('plain sentences of what a pack has on record', () => {
  const right = {
    'a metric': metric('milk output', '牛奶产量'),
    'a metric whose name denies and plans': metric(
      'planned homes not connected',
      '计划中未接入户数',
      'kind: count',
      '5210',
    ),
    'a share that says no unit': metric('wool growth', '羊毛增速', 'kind: growth', '4.1'),
    'a metric without a record':
      'metrics:\n  v: {preferred: {en: milk output, zh: 牛奶产量}, measure: {kind: amount, unit: t}}\n',
    'a metric that is a term as well': `terms: {milk: {preferred: {en: milk output, zh: 牛奶产量}}}\n${metric('milk output', '牛奶产量')}`,
    'a metric in one of the languages': metric('milk output', '牛奶产量').replace(", zh: '牛奶产量'", ''),
    'an event': 'events: {e: {preferred: {en: Tides Forum, zh: 潮汐论坛}, date: 2023-09-21}}\n',
    'a target whose name denies':
      'targets:\n  t:\n    preferred: {en: no more than 5% unabated gas by 2030, zh: 到2030年未减排天然气占比不超过5%}\n    milestones: [{due: 2030, value: 5, comparator: at-most, unit: percent}]\n',
  };
  for (const [name, entries] of Object.entries(right)) {
    it(`are read of ${name}`, () => assert.deepEqual(told(entries), []));
  }

  const wrong: readonly (readonly [string, string, string, string])[] = [
    [
      'a metric in a unit that nobody knows',
      metric('fish catch', '渔获量', 'kind: amount, unit: smurf'),
      'error: No plain sentence that states “fish catch” is read\nFor one, “In 2022, fish catch was 21 million smurf.”: the pack gives it a unit that does not exist',
      'error: 没有一个直接陈述“fish catch”的句子能读到\n例如“In 2022, fish catch was 21 million smurf.”：词库为此指标所写的单位不存在',
    ],
    [
      'a metric in no unit',
      metric('fish catch', '渔获量', 'kind: amount', '21'),
      'the pack gives it no unit, so no number can be its value.',
      '词库没有为此指标写明单位，因此没有数字可与之对应。',
    ],
    [
      'a metric whose name is in quotation marks',
      metric('“Blue Sea”', '“蓝海”'),
      'its name stands in quotation marks, as the words of others do.',
      '名称在引号中，与他人的话无异。',
    ],
    [
      'a metric whose Chinese name ends a sentence',
      metric('imports and milk', '进口；牛奶'),
      'warning: No plain sentence that states “进口；牛奶” is read\nFor one, “2022年进口；牛奶为2100万吨。”: its name ends a sentence, and the number is in the next.',
      '名称中有句末标点，数字落在下一句。',
    ],
  ];
  for (const [name, entries, en, zh] of wrong) {
    it(`are not read of ${name}, and why is told once`, () => {
      for (const [locale, expected] of [
        ['en', en],
        ['zh', zh],
      ] as const) {
        const [only, ...others] = told(entries, locale);
        assert.deepEqual(others, []);
        assert.ok(only?.includes(expected), `${only}: not ${expected}`);
      }
    });
  }

  it('are not told of a form that is another’s, which is told by itself', () => {
    const twins = `metrics:\n  v: {preferred: milk, measure: {kind: amount, unit: t}, observations: [{period: 2022, value: 2}]}\n  w: {preferred: milk, measure: {kind: amount, unit: NZD}, observations: [{period: 2022, value: 3}]}\n`;
    assert.deepEqual(checkPack(packFiles(twins)).problems.map(placed), ['pack.yaml:7:3 error pack.duplicate-form']);
  });

  it('are told form by form where they are asked for', () => {
    const stock = metric('wind capacity', '风电装机', 'kind: amount, unit: GW, of: stock', '15.9');
    assert.deepEqual(told(stock), []);
    const [only, ...others] = told(stock, 'en', true);
    assert.deepEqual(others, []);
    assert.match(
      only ?? '',
      /^information: “wind capacity” is not read in 1 of \d plain sentences\nFor one, “15\.9 GW of wind/,
    );
  });

  it('give each entry its recall', () => {
    const { pack } = readPack(packFiles(metric('milk output', '牛奶产量')));
    assert.ok(pack);
    const recall = recallOf(mergePacks([pack]).vocabulary, pack);
    assert.deepEqual(
      recall.map(({ entry, language }) => [entry, language]),
      [
        ['harbour/metrics/v', 'en'],
        ['harbour/metrics/v', 'zh'],
      ],
    );
    for (const { read, stated, found, altered, missed } of recall) {
      assert.ok(stated > 2 && read === stated, `${read} of ${stated}`);
      assert.ok(altered >= stated && found + missed.length === altered);
      assert.ok(found > altered / 2, `${found} of ${altered}`);
    }
  });
});
