import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Period, type ReadOptions, readQuantities } from '../../../server/src/core/quantities/index.js';

function only(text: string, options?: ReadOptions): Period {
  const { periods } = readQuantities(text, options);
  assert.equal(periods.length, 1, `${text}: ${periods.map(({ period }) => period).join(' | ')}`);
  return periods[0] as Period;
}

const lines: readonly (readonly [string, string])[] = [
  ['in 2022', '2022'],
  ['in the first quarter of 2023', '2023-Q1'],
  ['in the 1st quarter of 2023', '2023-Q1'],
  ['in Q3 2023', '2023-Q3'],
  ['in 1Q23', '2023-Q1'],
  ['in H1 2024', '2024-01/2024-06'],
  ['in the second half of 2023', '2023-07/2023-12'],
  ['in the first ten months of 2023', '2023-01/2023-10'],
  ['in September 2023', '2023-09'],
  ['on 25 September 2023', '2023-09-25'],
  ['on September 25, 2023', '2023-09-25'],
  ['on 2023-09-25', '2023-09-25'],
  ['on 22-23 September 2023', '2023-09-22/2023-09-23'],
  ['on September 22-23, 2023', '2023-09-22/2023-09-23'],
  ['from 3 March to 14 April 2023', '2023-03-03/2023-04-14'],
  ['from 2021 to 2025', '2021/2025'],
  ['between 2015 and 2022', '2015/2022'],
  ['over 2010-2022', '2010/2022'],
  ['in January-August 2022', '2022-01/2022-08'],
  ['in 2022-23', '2022/23'],
  ['in FY2022-23', '2022/23'],
  ['in fiscal year 2023', '2023'],
  ['in the 1990s', '1990s'],
  ['in the mid-2010s', '2010s'],
  ['on 25 September', '--09-25'],
  ['On the 25th, they met.', '---25'],
  ['in May', '--05'],
  ['in the year to June 2025', '2024-07/2025-06'],
  ['in the year ended 31 March 2025', '2024-04/2025-03'],
  ['the twelve months to end-June 2025', '2024-07/2025-06'],
  ['for the year ending December 31, 2024', '2024'],
  ['in the quarter to June 2025', '2025-Q2'],
  ['the three months ending 30 September 2025', '2025-Q3'],
  ['the 18 months to the end of June 2025', '2024-01/2025-06'],
  ['in the half-year to September 2024', '2024-04/2024-09'],
  ['for the 12-month period ended 30 June 2025', '2024-07/2025-06'],
  ['the two quarters to June 2025', '2025-01/2025-06'],
  ['the three years to March 2023', '2020-04/2023-03'],
  ['in the run-up to June 2024', '2024-06'],
  ['over the years to March 2025', '2025-03'],
  ['Year to June 2025', '2024-07/2025-06'],
  ['from last year to March 2025', '2025-03'],
  ['from year to June 2025', '2025-06'],
  ['the year to 15 June 2025', '2025-06-15'],
  ['in the third quarter', '--Q3'],
  ['2022年', '2022'],
  ['２０２２年', '2022'],
  ['二〇二三年九月二十五日', '2023-09-25'],
  ['2023年9月25日', '2023-09-25'],
  ['9月22日至23日', '--09-22/--09-23'],
  ['25日，', '---25'],
  ['2023年一季度', '2023-Q1'],
  ['2023年第三季度', '2023-Q3'],
  ['2023年前三季度', '2023-01/2023-09'],
  ['2022年上半年', '2022-01/2022-06'],
  ['2022年1—8月', '2022-01/2022-08'],
  ['2022年1月至8月', '2022-01/2022-08'],
  ['2021—2025年', '2021/2025'],
  ['2012年到2021年', '2012/2021'],
  ['20世纪90年代', '1990s'],
  ['截至2025年3月的12个月', '2024-04/2025-03'],
  ['截至2025年6月底的半年', '2025-01/2025-06'],
  ['到2024年12月的两年', '2023-01/2024-12'],
  ['截至2025年3月的一年期贷款', '2025-03'],
];

describe('periods', () => {
  for (const [text, period] of lines) it(`${text} is ${period}`, () => assert.equal(only(text).period, period));

  it('tell a part of a year from a year and from days', () => {
    assert.deepEqual(
      ['in Q1 2023', '2022年上半年', '2022年1—8月', 'in May 2022'].map((text) => only(text).partial),
      [true, true, true, true],
    );
    assert.deepEqual(
      ['in 2023', '2021—2025年', 'on 25 May 2022'].map((text) => only(text).partial),
      [false, false, false],
    );
  });

  it('say what is fiscal and what is a deadline', () => {
    assert.deepEqual(
      ['in FY2023', 'in 2022/23', 'in 2022'].map((text) => only(text).fiscal),
      [true, true, false],
    );
    const by = [
      'by 2035',
      'By the end of 2020',
      'as of 2022',
      '到2035年',
      '截至2022年',
      '2030年前碳达峰',
      'in 2035',
      '2035年',
      '增至2022年的40个',
    ];
    assert.deepEqual(
      by.map((text) => only(text).by),
      [true, true, true, true, true, true, false, false, false],
    );
  });

  it('resolve last year against the report date, and not the base of a comparison', () => {
    assert.equal(only('It grew last year.', { reportDate: '2023-10-10' }).period, '2022');
    assert.equal(only('It grew last year.').period, 'last-year');
    assert.equal(only('今年上半年增长', { reportDate: '2023-10-10' }).period, '2023-01/2023-06');
    assert.equal(only('去年增长').period, 'last-year');
    for (const text of ['It is more than last year.', '比上年增长', '高于去年'])
      assert.deepEqual(readQuantities(text).periods, [], text);
  });

  it('leave out days that no calendar has', () => {
    const none: readonly (readonly [string, string?])[] = [
      ['on 30 February 2023', '30 February 2023'],
      ['on 30 February,', '30 February'],
      ['the 30th of February', '30th of February'],
      ['on 45 September 2022', '45 September 2022'],
      ['0 September 2022'],
      ['September 31, 2022'],
      ['September 45, 2022'],
      ['Sep. 31, 2022'],
      ['on 2023-02-30.', '2023-02-30'],
      ['2023/13/01'],
      ['31.09.2022'],
      ['31/09/2022'],
      ['from 28 to 31 September 2022', '28 to 31 September 2022'],
      ['September 28-31, 2022'],
      ['between 31 September and 3 October 2022', '31 September and 3 October 2022'],
      ['29 February to 2 March 2023'],
      ['in Q5 2022', 'Q5 2022'],
      ['H3 2022'],
      ['(Q5 2022)', 'Q5 2022'],
      ['Q1 2022–Q5 2022'],
      ['5Q22'],
      ['in 2022 Q5', '2022 Q5'],
      ['in the fifth quarter of 2022', 'fifth quarter of 2022'],
      ['2023年2月29日'],
      ['二〇二二年二月三十日'],
      ['2月30日'],
      ['2月30日至3月2日'],
      ['9月28日至31日'],
      ['2022年9月28-31日'],
      ['2023年13月'],
      ['13月45日'],
      ['2022年1—13月'],
      ['2022年第五季度'],
      ['2022年Q5'],
      ['2022年前五季度'],
    ];
    for (const [text, date = text] of none) {
      const { unreadable, ...read } = readQuantities(text);
      assert.deepEqual(read, { quantities: [], periods: [] }, text);
      assert.deepEqual(
        unreadable.map(({ span, reason }) => [text.slice(span.start, span.end), reason]),
        [[date, 'no-such-date']],
        text,
      );
    }
    assert.equal(only('on 29 February 2024').period, '2024-02-29');
  });

  it('say nothing of what may be no date', () => {
    const texts = [
      ...['version 1.13', 'section 2.30', '30/2 of it', '45/13/2022', 'CAS 2022-85-7', 'file 2022-02-30.md'],
      ...['2022-02-30-7', 'GB-2022-02-30', 'In 2022-13', '2022.13.1', 'The Audi Q5 2022 sold', 'H2O', 'on the 32nd'],
      ...['No. 45 September 2022', 'In May 35 people came', 'May 35,000 people', 'September 28–45 people'],
      ...['its fifth quarter in 2022', 'up 35 to 45 May blossoms', 'from 2022 to 2020', 'on 29 February'],
      ...['历时13月', '第13月', '连续第五季度', '2022年2月30家企业', '12月31日', '2022年13个月'],
    ];
    for (const text of texts) assert.deepEqual(readQuantities(text).unreadable, [], text);
    assert.equal(only('The Audi Q5 2022 sold').period, '2022');
    assert.deepEqual(readQuantities('In 2022-13').periods, []);
    assert.equal(only('in 1999-13').period, '1999/2013');
    assert.equal(only('its fifth quarter in 2022').period, '2022');
  });

  it('take a number of four digits for a year only where it can be one', () => {
    for (const text of [
      'It has 2000 workers.',
      'more than 1900 firms',
      '2000家企业',
      '分别达到2000万人',
      'It cost $2022.',
      'It uses 2022 kWh.',
    ]) {
      assert.deepEqual(readQuantities(text).periods, [], text);
    }
    for (const text of ['the 2022 budget', '2022 figures', 'since 1990,', '(2022)'])
      assert.equal(readQuantities(text).periods.length, 1, text);
  });
});
