import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  findingMessage,
  findingVerdict,
  type Locale,
  lintReport,
  mergePacks,
  readReport,
  shownPeriod,
} from '../../../server/src/core/index.js';
import { shownWhen } from '../../../server/src/core/language/shown-period.js';
import { readPackFrom, vocabularyOf } from '../packs.js';

const messages = (text: string, locale: Locale): string =>
  lintReport(readReport(text, vocabularyOf('new-industrialization'), { date: '2023-10-10', region: 'CN' }))
    .map((finding) => findingMessage(finding, locale))
    .join('\n');

describe('the words of findings (trial 6)', () => {
  const periods: readonly (readonly [period: string, english: string, chinese: string])[] = [
    ['2023', '2023', '2023年'],
    ['2023-09', 'September 2023', '2023年9月'],
    ['2023-09-20', '20 September 2023', '2023年9月20日'],
    ['2023-09-22/2023-09-23', '22–23 September 2023', '2023年9月22日至23日'],
    ['2023-09-30/2023-10-02', '30 September to 2 October 2023', '2023年9月30日至10月2日'],
    ['2022-12-30/2023-01-02', '30 December 2022 to 2 January 2023', '2022年12月30日至2023年1月2日'],
    ['2022-07/2022-09', 'the third quarter of 2022', '2022年第三季度'],
    ['2022-10-01/2023-03-31', 'October 2022 to March 2023', '2022年10月至2023年3月'],
    ['2018/2022', '2018 to 2022', '2018年至2022年'],
    ['2024-01-01/2024-02-29', 'January to February 2024', '2024年1月至2月'],
    ['FY2024', 'FY2024', 'FY2024'],
  ];
  for (const [period, english, chinese] of periods) {
    it(`have ${period} as writers write it`, () => {
      assert.deepEqual([shownPeriod(period, 'en'), shownPeriod(period, 'zh')], [english, chinese]);
    });
  }

  it('say “on” a day and “in” a month', () => {
    assert.equal(shownWhen('2023-09-20', 'en'), 'on 20 September 2023');
    assert.equal(shownWhen('2023-09', 'en'), 'in September 2023');
  });

  it('say that a figure contradicts the record, and how it was read only where that is not plain', () => {
    const plain = messages('In 2022 industrial added value was 45.2 trillion yuan.', 'en');
    assert.match(plain, /^“45\.2 trillion yuan” contradicts the record: 40\.1644 trillion yuan\n/);
    assert.doesNotMatch(plain, /read as/);
    const hedged = messages('In 2022 industrial added value exceeded 45 trillion yuan.', 'en');
    assert.match(hedged, /\nIt was read as 45/);
    assert.match(
      messages('2022年全部工业增加值为45.2万亿元。', 'zh'),
      /^“45\.2万亿元”与记录不符，应为40\.1644万亿元\n/,
    );
  });

  it('give ranks and years plainly', () => {
    const text = 'China’s manufacturing has ranked first in the world for 26 consecutive years in 2022.';
    assert.match(
      messages(text, 'en'),
      /contradicts the record: 13 years in 2022\nOn record, .* has ranked first since 2010\./,
    );
    assert.match(
      messages('2022年我国制造业规模连续26年居世界首位。', 'zh'),
      /截至2022年应为连续13年\n.*自2010年起居首位。/,
    );
  });

  it('have units and what is counted in words of the report’s language', () => {
    const pack = readPackFrom({
      'pack.yaml': `schema: 1
name: port
languages: [en, zh]
units:
  berth-day: {forms: {en: [berth-days], zh: [泊位日]}}
metrics:
  fill: {preferred: {en: annual fill, zh: 年填方量}, measure: {kind: amount, unit: m3}, observations: [{period: 2022, value: 3}]}
  posts: {preferred: {en: mooring posts, zh: 系船柱数量}, measure: {kind: count, noun: {en: post, zh: 个}}, observations: [{period: 2022, value: 666}]}
  use: {preferred: {en: quay use, zh: 码头使用量}, measure: {kind: amount, unit: berth-day}, observations: [{period: 2022, value: 5200}]}
  price: {preferred: {en: price of power, zh: 电价}, measure: {kind: amount, unit: GBP/MWh}, observations: [{period: 2022, value: 82}]}
`,
    });
    const { vocabulary } = mergePacks([pack]);
    const said = (text: string, locale: Locale) =>
      lintReport(readReport(text, vocabulary, { date: '2023-10-10' }))
        .filter(({ rule }) => rule === 'metric-value')
        .map((finding) => findingVerdict(finding, locale))
        .join('\n');
    const rows: readonly (readonly [text: string, locale: Locale, words: string])[] = [
      ['In 2022 annual fill was 5 cubic metres.', 'en', ': 3 cubic metres'],
      ['2022年年填方量为5立方米。', 'zh', '应为3立方米'],
      ['2022年系船柱数量为700个。', 'zh', '应为666个'],
      ['2022年码头使用量为7000泊位日。', 'zh', '应为5200泊位日'],
      ['In 2022 quay use was 7,000 berth-days.', 'en', ': 5200 berth-days'],
      ['2022年电价为90英镑/兆瓦时。', 'zh', '应为82英镑/兆瓦时'],
      // The form to write is the report's; in a message of another language it stands in marks.
      ['In 2022 annual fill was 5 cubic metres.', 'zh', '应为“3 cubic metres”'],
      ['2022年年填方量为5立方米。', 'en', ': “3立方米”'],
    ];
    assert.deepEqual(
      rows.map(([text, locale, words]) => said(text, locale).slice(-words.length)),
      rows.map(([, , words]) => words),
    );
  });

  it('say how a number was read in the language of the message', () => {
    const text = 'In 2022 industrial added value exceeded 45 trillion yuan.';
    assert.match(messages(text, 'zh'), /应为“40\.1644 trillion yuan”\n.*\n此处读作45.*万亿元。/);
  });

  it('name a source by its publisher, its title and its day', () => {
    const text = 'In 2022 industrial added value was 45.2 trillion yuan.';
    assert.match(messages(text, 'en'), /\nBasis: [^,\n]+, Statistical [^,\n]+, 28 February 2023\.$/m);
    assert.match(messages(text, 'zh'), /\n依据：国家统计局，[^，\n]+，2023年2月28日。$/m);
  });

  it('name no basis where a source or a section is asked for', () => {
    const text = 'In 2022 industrial added value was 40.2 trillion yuan.';
    for (const locale of ['en', 'zh'] as const) assert.doesNotMatch(messages(text, locale), /Basis|依据/);
  });
});
