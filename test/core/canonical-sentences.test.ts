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
const others = `
name: coast
languages: [en, zh]
factsAsOf: 2023-12-31
terms:
  closed-basins: {preferred: {en: closed basins, zh: 港池封闭}}
organizations:
  works: {preferred: {en: Harbour Works, zh: 港口集团}}
metrics:
  fleet:
    preferred: {en: ferry fleet, zh: 渡轮规模}
    measure: {kind: rank, scope: world}
    runs: [{rank: 2, since: 2019}]
targets:
  tidal: {preferred: {en: 40 GW of tidal power by 2030, zh: 到2030年潮汐发电达到40吉瓦}, milestones: [{due: 2030, value: 40, unit: GW}]}
  basins: {preferred: {en: no open basin, zh: 无开放港池}, goal: terms/closed-basins, milestones: [{due: 2035}]}
people:
  ann: {preferred: {en: Ann Reed}, roles: [{title: {en: [chair]}, organization: works, from: 2020-01-01, seen: [2023-06-01]}]}
  bo: {preferred: {en: Bo Lund}, roles: [{title: {en: [harbour master]}, organization: works, from: 2021-01-01, seen: [2023-09-01]}]}
events:
  regatta: {preferred: {en: Harbour Regatta, zh: 港口赛艇会}, date: 2023-06-10/2023-06-11}
  meeting: {preferred: {en: {form: quay meeting, near: [harbour]}}, date: 2023-07-01}
`;
const vocabulary = vocabularyFrom({ 'pack.yaml': pack }, { 'pack.yaml': others });

function sentencesOf(id: string, language: string) {
  const entry = vocabulary.entries.find((each) => each.id === id);
  assert.ok(entry);
  return canonicalSentences(entry, language, vocabulary);
}

/** Each sentence with its mistakes. */
const withMistakes = (id: string, language: string) =>
  sentencesOf(id, language).map(({ text, altered }) => [text, ...altered.map((each) => each.text)]);

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
      sentence.facts.map(({ span, record }) => [sentence.text.slice(span.start, span.end), record?.period]),
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

  it('state ranks and how long they have been held', () => {
    assert.deepEqual(withMistakes('fleet', 'en'), [
      ['In 2023, ferry fleet ranked second in the world.', 'In 2023, ferry fleet ranked third in the world.'],
      [
        'In 2023, ferry fleet ranked second in the world for 5 consecutive years.',
        'In 2023, ferry fleet ranked third in the world for 5 consecutive years.',
        'In 2023, ferry fleet ranked second in the world for 8 consecutive years.',
      ],
    ]);
    assert.equal(sentencesOf('fleet', 'zh')[1]?.text, '2023年，渡轮规模连续5年居世界第二位。');
  });

  it('state targets by their own words, or by their goal', () => {
    assert.deepEqual(withMistakes('tidal', 'zh'), [
      [
        '目标是到2030年潮汐发电达到40吉瓦。',
        '目标是到2035年潮汐发电达到40吉瓦。',
        '目标是到2030年潮汐发电达到400吉瓦。',
      ],
    ]);
    assert.deepEqual(withMistakes('basins', 'en'), [
      ['The goal is to achieve closed basins by 2035.', 'The goal is to achieve closed basins by 2040.'],
    ]);
  });

  it('state posts as of the day on which they were seen last, and dates of events', () => {
    assert.deepEqual(withMistakes('ann', 'en')[0], [
      'Ann Reed, chair of Harbour Works, opened the meeting.',
      'Ann Reed, harbour master of Harbour Works, opened the meeting.',
    ]);
    assert.equal(sentencesOf('ann', 'en')[0]?.date, '2023-06-01');
    assert.deepEqual(withMistakes('regatta', 'en')[0], [
      'The Harbour Regatta was held on 10–11 June 2023.',
      'The Harbour Regatta was held on 15–16 June 2023.',
      'The Harbour Regatta was held on 10–11 June 2022.',
    ]);
    assert.deepEqual(withMistakes('regatta', 'zh')[1], [
      '港口赛艇会：2023年6月10日至11日',
      '港口赛艇会：2023年6月15日至16日',
      '港口赛艇会：2022年6月10日至11日',
    ]);
  });

  it('are none of a form that counts only beside other words', () => {
    assert.deepEqual(sentencesOf('meeting', 'en'), []);
  });
});
