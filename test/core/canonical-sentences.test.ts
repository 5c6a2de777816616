import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { canonicalSentences } from '../../server/src/core/index.js';
import { vocabularyFrom } from './packs.js';

const pack = `
name: sea
languages: [en, zh]
units:
  berth: {forms: {en: [berths], zh: [泊位]}}
metrics:
  catch:
    preferred: {en: fish catch, zh: 捕捞量}
    measure: {kind: amount, unit: kt, of: flow}
    observations: [{period: 2021, value: 61}, {period: 2022, value: 58.4}, {period: 2022, value: 50, comparator: above}]
  boats:
    preferred: {en: fishing boats, zh: 渔船数量}
    measure: {kind: count, of: stock, noun: {zh: [艘]}}
    observations: [{period: 2022, value: 12408}]
  fees:
    preferred: {en: harbour fees}
    measure: {kind: amount, unit: GBP}
    observations: [{period: 2022/23, value: 3.2e6}]
  quota:
    preferred: {en: quota of cod, zh: 鳕鱼配额}
    measure: {kind: amount, unit: kt}
    observations: [{period: 2018/2022, value: 7, comparator: at-least}]
`;
const vocabulary = vocabularyFrom({ 'pack.yaml': pack });

function sentencesOf(id: string, language: string) {
  const metric = vocabulary.find('metrics', id);
  assert.ok(metric);
  return canonicalSentences(metric, language, vocabulary);
}

describe('canonical sentences', () => {
  it('state the newest records of a metric in each form of a language', () => {
    assert.deepEqual(
      sentencesOf('catch', 'en').map(({ form, text }) => `${form}: ${text}`),
      [
        'when-first: In 2022, fish catch was 58.4 kt.',
        'colon: Fish catch: 58.4 kt (2022)',
        'number-first: 58.4 kt of fish catch was recorded in 2022.',
        'reached: Fish catch fell to 58.4 kt in 2022.',
        'from-to: Fish catch went from 61 kt in 2021 to 58.4 kt in 2022.',
        'when-first: In 2021, fish catch was 61 kt.',
        'colon: Fish catch: 61 kt (2021)',
        'number-first: 61 kt of fish catch was recorded in 2021.',
        'reached: Fish catch rose to 61 kt in 2021.',
      ],
    );
    assert.deepEqual(
      sentencesOf('boats', 'zh').map(({ text }) => text),
      [
        '2022年渔船数量为1.2408万艘。',
        '渔船数量：1.2408万艘（2022年）',
        '2022年，渔船数量达到1.2408万艘。',
        '截至2022年底，渔船数量为1.2408万艘。',
      ],
    );
  });

  it('agree with a plural, take a fiscal year and a stretch of years, and leave the verb to a hedge', () => {
    assert.equal(sentencesOf('boats', 'en').at(-1)?.text, 'At the end of 2022, fishing boats were 12,408.');
    assert.equal(sentencesOf('fees', 'en')[0]?.text, 'In 2022/23, harbour fees were 3.2 million pounds.');
    assert.deepEqual(
      sentencesOf('quota', 'zh').map(({ text }) => text),
      ['2018年至2022年鳕鱼配额不少于7kt。', '鳕鱼配额：不少于7kt（2018年至2022年）'],
    );
    assert.equal(sentencesOf('quota', 'en')[0]?.text, 'From 2018 to 2022, quota of cod was at least 7 kt.');
  });

  it('say where their figures are, the later first', () => {
    const sentence = sentencesOf('catch', 'zh').find(({ form }) => form === 'from-to');
    assert.equal(sentence?.text, '捕捞量由2021年的61kt变为2022年的58.4kt。');
    assert.deepEqual(
      sentence.figures.map(({ span, record }) => [sentence.text.slice(span.start, span.end), record.period]),
      [
        ['58.4kt', '2022'],
        ['61kt', '2021'],
      ],
    );
  });

  it('are altered to ten times the value, another record and another unit, each with the rules that say so', () => {
    const [sentence] = sentencesOf('catch', 'en');
    assert.deepEqual(
      sentence?.altered.map(({ alteration, text, span, rules }) => [
        alteration,
        text.slice(span.start, span.end),
        rules,
      ]),
      [
        ['tenfold', '584 kt', ['metric-value']],
        ['another-record', '61 kt', ['metric-period']],
        ['another-unit', '58.4 Mt', ['metric-value', 'metric-unit']],
      ],
    );
  });

  it('are none where the metric has no name, or the language no forms', () => {
    assert.deepEqual(sentencesOf('fees', 'zh'), []);
    assert.deepEqual(sentencesOf('fees', 'fr'), []);
  });
});
