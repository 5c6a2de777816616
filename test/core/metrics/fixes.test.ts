import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { applyEdits, type Finding, lintReport, readReport } from '../../../server/src/core/index.js';
import { type PackName, vocabularyFrom, vocabularyOf } from '../packs.js';

const settings = {
  'new-industrialization': { date: '2024-08-10', region: 'CN' },
  'uk-clean-power': { date: '2025-05-31', region: 'GB' },
} as const;

const findings = (pack: PackName, text: string): readonly Finding[] =>
  lintReport(readReport(text, vocabularyOf(pack), settings[pack])).filter(({ rule }) => rule !== 'acronym-undefined');

/** Every fix of the one finding of a rule, applied; each leaves no finding of that rule. */
function fixed(pack: PackName, rule: string, text: string): readonly string[] {
  const own = findings(pack, text).filter((finding) => finding.rule === rule);
  assert.equal(own.length, 1, `${own.length} findings of ${rule}`);
  return (own[0] as Finding).fixes.map(({ edits, safe }) => {
    assert.equal(safe, false);
    const after = applyEdits(text, edits);
    assert.deepEqual(
      findings(pack, after).filter((finding) => finding.rule === rule && finding.severity === 'error'),
      [],
      after,
    );
    return after;
  });
}

describe('fixes of figures', () => {
  const periods: readonly (readonly [PackName, string, string, string | undefined])[] = [
    [
      'new-industrialization',
      'Industrial added value was 37.3 trillion yuan in 2022.',
      'Industrial added value was 40.1644 trillion yuan in 2022.',
      'Industrial added value was 37.3 trillion yuan in 2021.',
    ],
    [
      'new-industrialization',
      '2022年工业增加值为37.3万亿元。',
      '2022年工业增加值为40.1644万亿元。',
      '2021年工业增加值为37.3万亿元。',
    ],
    [
      'new-industrialization',
      '二〇二二年工业增加值为37.3万亿元。',
      '二〇二二年工业增加值为40.1644万亿元。',
      '二〇二一年工业增加值为37.3万亿元。',
    ],
    [
      'new-industrialization',
      '２０２２年工业增加值为３７.３万亿元。',
      '２０２２年工业增加值为４０.１６４４万亿元。',
      '２０２１年工业增加值为３７.３万亿元。',
    ],
    [
      'new-industrialization',
      'In 2021 industrial added value was ¥40.2tn.',
      'In 2021 industrial added value was ¥37.3tn.',
      'In 2022 industrial added value was ¥40.2tn.',
    ],
    [
      'new-industrialization',
      'Industrial added value in 2021 was RMB 40,164.4 billion.',
      'Industrial added value in 2021 was RMB 37,300 billion.',
      'Industrial added value in 2022 was RMB 40,164.4 billion.',
    ],
    [
      'uk-clean-power',
      'In 2023-24 the winter capacity margin was 8.8 per cent.',
      'In 2023-24 the winter capacity margin was 7.4 per cent.',
      'In 2024-25 the winter capacity margin was 8.8 per cent.',
    ],
    [
      'uk-clean-power',
      'In September 2023 the solar strike price was £50.07/MWh.',
      'In September 2023 the solar strike price was £47.00/MWh.',
      'In September 2024 the solar strike price was £50.07/MWh.',
    ],
    // The year of a table's row is that of its other cells too.
    [
      'uk-clean-power',
      '| Year | Territorial emissions (MtCO2e) |\n| --- | --- |\n| 2022 | 384.2 |',
      '| Year | Territorial emissions (MtCO2e) |\n| --- | --- |\n| 2022 | 406.2 |',
      undefined,
    ],
  ];
  for (const [pack, text, value, period] of periods) {
    it(`offers the value and the period in the style of ${text.replaceAll('\n', ' ')}`, () => {
      assert.deepEqual(fixed(pack, 'metric-period', text), period === undefined ? [value] : [value, period]);
    });
  }

  it('leaves the period alone where another figure of the sentence has it', () => {
    const text = 'In 2022 industrial added value was 37.3 trillion yuan and GDP was 121 trillion yuan.';
    assert.deepEqual(fixed('new-industrialization', 'metric-period', text), [text.replace('37.3', '40.1644')]);
  });

  const values: readonly (readonly [string, string])[] = [
    ['In 2022 industrial added value was ¥400tn.', 'In 2022 industrial added value was ¥40.1644tn.'],
    [
      'Industrial added value was 45,200 billion yuan in 2022.',
      'Industrial added value was 40,164.4 billion yuan in 2022.',
    ],
    ['2022年全部工业增加值451644亿元。', '2022年全部工业增加值401644亿元。'],
    // A range gives way to the one value.
    ['In 2022 industrial added value was between ¥30tn and ¥32tn.', 'In 2022 industrial added value was ¥40.1644tn.'],
    [
      'In 2022 industrial added value was 30.1–32.5 trillion yuan.',
      'In 2022 industrial added value was 40.1644 trillion yuan.',
    ],
    ['2022年工业增加值为30万亿至32万亿元。', '2022年工业增加值为40.1644万亿元。'],
  ];
  for (const [text, value] of values) {
    it(`keeps the style of ${text}`, () => {
      assert.deepEqual(fixed('new-industrialization', 'metric-value', text), [value]);
    });
  }
});

describe('the digits of a figure that a fix writes (trial 2.5)', () => {
  const pack = {
    'pack.yaml': `name: harbour
languages: [en, zh]
region: NZ
metrics:
  outlay:
    preferred: {en: port outlay, zh: 港口支出}
    measure: {unit: GBP, kind: amount, of: flow}
    observations: [{period: 2022, value: 1.2e9}]
  loss:
    preferred: {en: cargo loss rate, zh: 货损率}
    measure: {unit: percent, kind: share}
    observations: [{period: 2022, value: 0.5}]
  calls:
    preferred: {en: ship calls, zh: 船舶停靠次数}
    measure: {kind: count, noun: {en: [ship calls], zh: [艘次, 次]}}
    observations: [{period: 2022, value: 53677}]
`,
  };
  const cases: readonly (readonly [string, string])[] = [
    ['In 2022 port outlay was £22bn.', 'In 2022 port outlay was £1.2bn.'],
    ['In 2022 port outlay was £22.55bn.', 'In 2022 port outlay was £1.2bn.'],
    ['In 2022 port outlay was £4,000m.', 'In 2022 port outlay was £1,200m.'],
    ['In 2022 the cargo loss rate was 2.3 per cent.', 'In 2022 the cargo loss rate was 0.5 per cent.'],
    ['In 2022 the cargo loss rate was 2 per cent.', 'In 2022 the cargo loss rate was 0.5 per cent.'],
    ['In 2022 ship calls numbered 64 thousand.', 'In 2022 ship calls numbered 53.677 thousand.'],
    ['2022年港口支出为22亿英镑。', '2022年港口支出为12亿英镑。'],
    ['2022年货损率为２.３％。', '2022年货损率为０.５％。'],
    ['2022年船舶停靠次数为6.4万艘次。', '2022年船舶停靠次数为5.3677万艘次。'],
    [
      '| Metric | 2022 |\n| --- | --- |\n| Cargo loss rate | 2.31% |',
      '| Metric | 2022 |\n| --- | --- |\n| Cargo loss rate | 0.5% |',
    ],
  ];
  for (const [text, expected] of cases) {
    it(text.replaceAll('\n', ' '), () => {
      const found = lintReport(readReport(text, vocabularyFrom(pack), { date: '2023-06-01' })).filter(
        ({ rule }) => rule === 'metric-value',
      );
      assert.deepEqual(
        found.map(({ fixes }) => applyEdits(text, fixes[0]?.edits ?? [])),
        [expected],
      );
    });
  }
});

describe('a source that a fix leaves behind', () => {
  const cases: readonly (readonly [PackName, string, string])[] = [
    [
      'new-industrialization',
      'In 2022 the manufacturing share of GDP was 27.4 percent.[^1]\n\n[^1]: Qiushi, 15 March 2022.\n',
      'warning',
    ],
    ['new-industrialization', '2022年制造业增加值占GDP比重为27.4%。[^1]\n\n[^1]: 求是，2022年3月15日。\n', 'warning'],
    [
      'uk-clean-power',
      'In Allocation Round 5 the solar strike price was £50.07/MWh.[^1]\n\n[^1]: DESNZ, Contracts for Difference Allocation Round 6: results.\n',
      'information',
    ],
  ];
  for (const [pack, text, severity] of cases) {
    it(`is found: ${text.split('\n')[0]}`, () => {
      assert.deepEqual(
        findings(pack, text).filter(({ rule }) => rule === 'metric-unsourced'),
        [],
      );
      const [corrected] = fixed(pack, 'metric-period', text) as [string];
      const [found] = findings(pack, corrected);
      assert.equal(found?.rule, 'metric-unsourced');
      assert.equal(found.severity, severity);
      const [cited] = fixed(pack, 'metric-unsourced', corrected) as [string];
      assert.deepEqual(findings(pack, cited), []);
    });
  }

  const right: readonly (readonly [PackName, string])[] = [
    [
      'new-industrialization',
      'In 2022 the manufacturing share of GDP was 27.7 percent.[^1]\n\n[^1]: State Council Information Office, 2 March 2023.',
    ],
    ['new-industrialization', '2022年工业增加值为40.16万亿元。[^1]\n\n[^1]: 中国新闻社，2023年9月27日。'],
    [
      'new-industrialization',
      'In 2022 the manufacturing share of GDP was 27.7 percent.[^1]\n\n[^1]: Qiushi, a later issue.',
    ],
    [
      'new-industrialization',
      'In 2022 the manufacturing share of GDP was 27.7 percent.[^1][^2]\n\n[^1]: Qiushi, 15 March 2022.\n\n[^2]: State Council Information Office, 2 March 2023.',
    ],
    [
      'new-industrialization',
      'In 2022 the manufacturing share of GDP was 27.7 percent.[^1]\n\n[^1]: Cailian Press, 6 September 2022.',
    ],
    [
      'uk-clean-power',
      'In Allocation Round 5 the solar strike price was £47.00/MWh.[^1]\n\n[^1]: DESNZ, 8 September 2023.',
    ],
  ];
  for (const [pack, text] of right) {
    it(`is none: ${text.replaceAll('\n', ' ')}`, () => {
      assert.deepEqual(
        findings(pack, text).filter(({ rule }) => rule === 'metric-unsourced'),
        [],
      );
    });
  }
});
