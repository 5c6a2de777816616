import assert from 'node:assert/strict';
import {
  claimsOf,
  hoverAt,
  type Locale,
  mergePacks,
  notTaken,
  readPack,
  readReport,
  unboundNumbers,
  unboundOf,
} from '../../server/src/core/index.js';

const pack = `
name: harbour
languages: [en, zh]
region: NZ
metrics:
  cargo:
    preferred: {en: cargo volume, zh: 货运量}
    measure: {kind: amount, unit: t, of: flow}
    observations: [{period: 2022, value: 40.2e6}]
  fees:
    preferred: {en: harbour fees, zh: 港口收费}
    measure: {kind: amount, unit: NZD, of: flow}
    observations: [{period: 2022, value: 3.1e9}]
  dues:
    preferred: {en: tonnage dues, zh: 吨税}
    measure: {kind: amount, unit: NZD, of: flow}
    observations: [{period: 2022, value: 1.1e9}]
  calls:
    preferred: {en: ship calls, zh: 靠港船舶}
    measure: {kind: count}
    observations: [{period: 2022, value: 5210}]
  stock:
    preferred: {en: grain stock, zh: 粮食库存}
    measure: {kind: amount, unit: smurf, of: stock}
    observations: [{period: 2022, value: 5}]
`;
const { pack: harbour } = readPack(new Map([['pack.yaml', pack]]));
const { vocabulary } = mergePacks(harbour === undefined ? [] : [harbour]);
const reportOf = (text: string, language: Locale) => readReport(text, vocabulary, { language, date: '2023-06-01' });

/** What is said of each number that is stated of nothing, in the language of its line. */
function told(text: string, language: Locale): readonly string[] {
  return unboundNumbers(reportOf(text, language)).map((number) => notTaken(number, language, language));
}

describe('a number that is stated of no metric', () => {
  const lines: readonly (readonly [Locale, string, string])[] = [
    // `lead`
    ['en', 'The error in cargo volume was 2 million tonnes in 2022.', 'the sentence is about “error”'],
    // `head`
    [
      'en',
      'In 2022 the cargo volume gap was 3 million tonnes.',
      'it belongs to “gap”, which “cargo volume” only describes',
    ],
    // `part`
    ['en', 'Cargo volume in timber was 5 million tonnes in 2022.', '“timber” makes it the number of a part'],
    // `object`
    ['en', 'In 2022 harbour fees supported quays worth 5 billion dollars.', 'it belongs to “quays”'],
    // `owner`
    ['en', 'In 2022 harbour fees rose after a grant of 30 million dollars.', 'it says how much “grant” is'],
    // `second-verb`
    ['en', 'In 2022 harbour fees financed cranes costing 5 million dollars.', 'it is said of “cranes”'],
    // `rival`: another noun, and another metric.
    ['en', 'Harbour fees grew in 2022, and wages stood at 5 billion dollars.', 'it belongs to “wages”'],
    // `restriction`
    ['en', 'Excluding coal, cargo volume was 5 million tonnes in 2022.', '“Excluding” changes what is counted'],
    ['zh', '2022年，除煤炭外，货运量为500万吨。', '“除煤炭外”改变了统计范围'],
    // `rate`
    ['zh', '2022年平均每天货运量为11万吨。', '“每天”表明是单位时间或人均的量'],
    // `words`
    ['zh', '2022年货运量缺口为300万吨。', '其间的“缺口”所述不明'],
    // `holder`
    ['en', 'The firm recorded cargo volume of 5 million tonnes in 2022.', 'it belongs to “firm”, not to the whole'],
    // `reported`
    [
      'en',
      'The critics’ statement that cargo volume was 5 million tonnes in 2022 is odd.',
      'it is only the word of “critics”',
    ],
    // `partial-period`
    ['en', 'Until June, cargo volume was 20 million tonnes.', '“Until June” makes it a part of a period'],
    // Where nothing takes it away.
    ['en', 'In 2022 cargo volume may reach 50 million tonnes.', 'the sentence does not state it as a fact'],
    ['zh', '预计2022年货运量为5000万吨。', '所在句子不是陈述事实'],
    ['en', 'In 2022 cargo volume in France was 50 million tonnes.', 'the sentence is about another region'],
    ['zh', '2022年法国货运量为5000万吨。', '所述为其他地区'],
    ['en', 'On 30 February 2022 cargo volume was 4 million tonnes.', 'its sentence has a date that does not exist'],
    ['en', 'Cargo volume needed 5,210 workers in 2022.', 'the metric is in another unit'],
  ];
  for (const [language, text, why] of lines)
    it(`is explained: ${text}`, () => {
      const [only, ...others] = told(text, language);
      assert.deepEqual(others, []);
      assert.match(only ?? '', language === 'en' ? /^.+ is not taken for “[^”]+”: / : /^.+未对应“[^”]+”：/);
      assert.ok(only?.includes(why), `${only}: not “${why}”`);
    });

  it('is none where it is one’s, in prose and in a table', () => {
    const right: readonly (readonly [Locale, string])[] = [
      ['en', 'In 2022 cargo volume was 40.2 million tonnes.'],
      ['zh', '2022年货运量为4020万吨。'],
      ['en', '| | 2022 |\n| --- | --- |\n| Cargo volume (million tonnes) | 40.2 |\n'],
    ];
    for (const [language, text] of right) {
      assert.equal(claimsOf(reportOf(text, language), language).length, 1, text);
      assert.deepEqual(told(text, language), [], text);
    }
  });

  it('is told where another is one’s, and which', () => {
    const text = 'In 2022 harbour fees were 3.1 billion dollars; the deficit was 5 billion dollars.';
    assert.deepEqual(told(text, 'en'), ['5 billion dollars is not taken for “harbour fees”: it belongs to “deficit”']);
    assert.deepEqual(unboundOf(reportOf(text, 'en')), []);
  });

  it('is told where no metric is beside it, and where the place is none to judge', () => {
    const none = 'not taken for the value of a metric: ';
    assert.deepEqual(told('Visitors numbered 30 million.', 'en'), [
      `${none}none of the packs’ metrics is mentioned beside it`,
    ]);
    assert.deepEqual(told('# Cargo volume: 5 million tonnes', 'en'), [`${none}it stands in a heading`]);
    assert.deepEqual(told('He said “cargo volume was 5 million tonnes”.', 'en'), [
      `${none}it is quoted, and not the report’s own word`,
    ]);
    assert.deepEqual(told('游客达3000万人次。', 'zh'), ['未对应任何指标：附近没有提到词库中的指标']);
  });

  it('names the unit that nobody knows', () => {
    assert.match(told('At the end of 2022 the grain stock was 5 smurfs.', 'en')[0] ?? '', /a unit that does not exist/);
  });
});

describe('hover on a number that is stated of no metric', () => {
  const hover = (text: string, at: string, language: Locale) =>
    hoverAt(reportOf(text, language), text.indexOf(at), language)?.markdown;

  it('says what takes it away', () => {
    assert.equal(
      hover('The error in cargo volume was 2 million tonnes in 2022.', '2 million', 'en'),
      '2 million tonnes is not taken for *cargo volume*: the sentence is about **error**.',
    );
    assert.equal(hover('2022年货运量缺口为300万吨。', '300', 'zh'), '300万吨未对应*货运量*：其间的**缺口**所述不明。');
  });

  it('says that a binding is only likely', () => {
    const likely = 'Likely, not certainly, a value of this metric.';
    const text = 'Rural cargo volume was 20 million tonnes in 2022.';
    assert.ok(hover(text, '20 million', 'en')?.includes(likely));
    assert.ok(hover('2022年农村货运量为2000万吨。', '2000', 'zh')?.includes('可能是此指标的值，但不确定。'));
    assert.ok(!hover('Cargo volume was 20 million tonnes in 2022.', '20 million', 'en')?.includes(likely));
  });

  it('says nothing where no metric is beside it', () => {
    assert.equal(hover('Visitors numbered 30 million.', '30', 'en'), undefined);
    assert.equal(hover('游客达3000万人次。', '3000', 'zh'), undefined);
  });
});
