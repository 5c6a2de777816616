import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { hoverAt, mergePacks, readReport } from '../../../server/src/core/index.js';
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
        '- director, seen in office on 2019-12-30 and 2024-03-11',
        '- pilot, seen in office on 2018-05-01',
        '- mate, 2001-01-01–2005-01-01',
        '- clerk, seen in office on 2010-01-01, until 2011-01-01',
      ],
    );
    assert.match(
      hover('罗爱达讲话。', '罗', 'zh'),
      /- 主任，2019-12-30 and 2024-03-11在任|- 主任，2019-12-30、2024-03-11在任/,
    );
  });

  it('says who a fixed formulation goes back to (trial 7)', () => {
    assert.match(hover('The two tides are ebb and flood.', 'two'), /Said by Ada Roe\./);
    assert.match(hover('两潮即落潮和涨潮。', '两', 'zh'), /发言人：罗爱达/);
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
    assert.match(of(2020, 11), /Port Office, 2021-03-01/);
    assert.match(of(2022, 13), /Harbour Press, 2023-02-01/);
    // Nothing is newer.
    assert.match(of(2023, 14), /Harbour Press, 2023-02-01/);
  });
});
