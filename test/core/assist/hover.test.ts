import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { hoverAt, lintReport, mergePacks, readReport } from '../../../server/src/core/index.js';
import { readPackFrom } from '../packs.js';

const pack = `schema: 1
name: harbour
version: 1.0.0
languages: [en, zh]
region: GB
sources:
  early: {title: {en: Yearbook, zh: 年鉴}, publisher: {en: Port Office, zh: 港务局}, date: 2021-03-01}
  later: {title: {en: Yearbook, zh: 年鉴}, publisher: {en: Harbour Press, zh: 港报}, date: 2023-02-01}
people:
  ada:
    preferred: {en: Ada Roe, zh: 罗爱达}
    nameOrder: given-first
    roles:
      - {title: {en: [director], zh: [主任]}, seen: [2019-12-30, 2024-03-11], source: early}
      - {title: {en: [pilot], zh: [引航员]}, seen: [2018-05-01], source: early}
      - {title: {en: [mate], zh: [大副]}, from: 2001-01-01, to: 2005-01-01, seen: [2002-01-01], source: early}
      - {title: {en: [clerk], zh: [书记员]}, to: 2011-01-01, seen: [2010-01-01], source: early}
formulations:
  tides:
    preferred: {en: two tides, zh: 两潮}
    members: [{preferred: {en: ebb, zh: 落潮}}, {preferred: {en: flood, zh: 涨潮}}]
    attributedTo: people/ada
metrics:
  wheat:
    preferred: {en: wheat harvest, zh: 小麦产量}
    measure: {kind: rank, scope: world}
    region: GB
    runs: [{rank: 1, since: 2010, source: [early, later]}]
`;

const { vocabulary } = mergePacks([readPackFrom({ 'pack.yaml': pack })]);

function hover(text: string, words: string, locale: 'en' | 'zh' = 'en'): string {
  const report = readReport(text, vocabulary, { date: '2024-05-01' });
  return hoverAt(report, text.indexOf(words), locale)?.markdown ?? '';
}

describe('hover', () => {
  it('says of a post on which days its holder was seen, and of a term when it began and ended (trial 7)', () => {
    assert.deepEqual(
      hover('Ada Roe spoke.', 'Ada')
        .split('\n')
        .filter((line) => line.startsWith('- ')),
      [
        '- director, seen in office on 30 December 2019 and 11 March 2024',
        '- pilot, seen in office on 1 May 2018',
        '- mate, 1 January 2001 to 1 January 2005',
        '- clerk, seen in office on 1 January 2010, until 1 January 2011',
      ],
    );
    assert.match(hover('罗爱达讲话。', '罗', 'zh'), /- 主任，2019年12月30日、2024年3月11日在任/);
  });

  it('says who a fixed formulation goes back to (trial 7)', () => {
    assert.match(hover('The two tides are ebb and flood.', 'two'), /Said by Ada Roe\./);
    assert.match(hover('两潮即落潮和涨潮。', '两', 'zh'), /出自：罗爱达/);
  });

  it('shows the rank of a metric with the years that it has been held (trial 7)', () => {
    assert.match(
      hover('The wheat harvest was good.', 'wheat'),
      /\| 2010– \| rank 1 \| +\| Harbour Press, 2023-02-01 \|/,
    );
  });

  it('rests a streak on a source that is not older than the streak (trial 7)', () => {
    const of = (year: number, years: number) =>
      hover(
        `In ${year} Britain's wheat harvest was the world's largest for the ${years}th consecutive year.`,
        `${years}th`,
      );
    assert.match(of(2020, 11), /Port Office, Yearbook, 1 March 2021/);
    assert.match(of(2022, 13), /Harbour Press, Yearbook, 1 February 2023/);
    // Nothing is newer.
    assert.match(of(2023, 14), /Harbour Press, Yearbook, 1 February 2023/);
  });
});

describe('hover on a finding says only what that lacks (trial 5.11)', () => {
  const { vocabulary } = mergePacks([
    readPackFrom({
      'pack.yaml': `schema: 1
name: quay
languages: [en, zh]
sources:
  act: {title: {en: Port Act, zh: 港口法}, publisher: {en: Ministry, zh: 交通部}, date: 2020-05-01}
  page: {title: {en: Tide Page, zh: 潮汐页}, publisher: {en: Port Office, zh: 港务局}, url: https://example.org/tides}
terms:
  power:
    preferred: {en: shore power, zh: 岸电}
    deprecated: {en: [{form: quay current, reason: a current is water}], zh: [码头供电]}
    definition: {en: Electricity for ships at berth., zh: 供靠泊船舶使用的电力。}
    basis: act
  berth: {preferred: {en: berth, zh: 泊位}, deprecated: {en: [ship place], zh: [船位]}, basis: page}
  bare: {preferred: {en: mooring ring}, deprecated: {en: [mooring hoop]}}
metrics:
  ships:
    preferred: {en: ship calls, zh: 船舶艘次}
    measure: {kind: count, noun: {en: ships, zh: 艘次}}
    region: GB
    observations: [{period: 2023, value: 940, source: page}]
region: GB
`,
    }),
  ]);
  const on = (text: string, words: string, locale: 'en' | 'zh', beside: boolean) => {
    const report = readReport(text, vocabulary, { date: '2024-05-01' });
    const findings = lintReport(report);
    const offset = text.indexOf(words) + 1;
    if (beside)
      assert.ok(
        findings.some(({ span }) => span.start <= offset && offset < span.end),
        'nothing is found there',
      );
    return hoverAt(report, offset, locale, beside ? findings : [])?.markdown;
  };
  const lines = [
    ['The quay current failed.', 'quay', '**岸电** — term\n\nElectricity for ships at berth.'],
    ['码头供电已中断。', '码头', '**shore power** — 术语\n\n供靠泊船舶使用的电力。'],
    ['A ship place is free.', 'ship', '**泊位** — term\n\nSource: [Port Office, Tide Page](https://example.org/tides)'],
    ['空有一处船位。', '船位', '**berth** — 术语\n\n来源：[港务局，潮汐页](https://example.org/tides)'],
    ['A mooring hoop broke.', 'hoop', undefined],
  ] as const;
  for (const [text, words, markdown] of lines)
    it(text, () => {
      const locale = /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
      assert.equal(on(text, words, locale, true), markdown);
      assert.match(on(text, words, locale, false) ?? '', /write \*\*|应写作\*\*/);
    });
  it('gives all where nothing is found', () => {
    assert.match(
      on('The shore power failed.', 'shore', 'en', false) ?? '',
      /\*\*shore power\*\* · \*\*岸电\*\* — term/,
    );
    assert.match(on('There were 940 ship calls in 2023.', '940', 'en', false) ?? '', /Holds|holds|record/);
  });
  it('of a figure that is wrong', () => {
    const text = 'There were 1,200 ship calls in 2023.';
    assert.match(on(text, '1,200', 'en', false) ?? '', /ship calls/);
    const beside = on(text, '1,200', 'en', true) ?? '';
    assert.equal(/ship calls|940/.test(beside), false, beside);
    assert.match(beside, /Port Office/);
  });
});
