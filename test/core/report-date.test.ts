import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { lintReport, mergePacks, type ReportSettings, readReport } from '../../server/src/core/index.js';
import { readPackFrom } from './packs.js';

const { vocabulary } = mergePacks([
  readPackFrom({
    'pack.yaml': `name: port
languages: [en, zh]
organizations:
  board: {preferred: {en: Harbour Board, zh: 港务局}, validTo: 2001-03-10}
`,
  }),
]);

function findings(text: string, settings: ReportSettings): readonly string[] {
  return lintReport(readReport(text, vocabulary, settings)).map(({ rule, severity }) => `${rule} ${severity}`);
}

describe('the date of a report', () => {
  const today = { date: '2023-10-10' };
  const told = { date: '2023-10-10', isDateTold: true };

  it('says whether somebody told it', () => {
    const dateOf = (text: string, settings: ReportSettings) => readReport(text, vocabulary, settings).date;
    assert.deepEqual(dateOf('A.', {}), undefined);
    assert.deepEqual(dateOf('A.', today), { day: '2023-10-10', isTold: false });
    assert.deepEqual(dateOf('A.', told), { day: '2023-10-10', isTold: true });
    assert.deepEqual(dateOf('---\ndate: 2022\n---\n\nA.', today), { day: '2022', isTold: true });
  });

  for (const text of ['It was held on Monday, 27 September.', '会议于9月27日（星期一）召开。']) {
    it(`is the year of a day where it is told: ${text}`, () => {
      assert.deepEqual(findings(text, today), ['date-impossible information']);
      assert.deepEqual(findings(text, told), ['date-impossible warning']);
    });
  }

  for (const text of [
    'The plan of 1996 stands. The Harbour Board will meet.',
    '1996年的规划不变。港务局将召开会议。',
  ]) {
    it(`says whether a body has ended where it is told: ${text}`, () => {
      assert.deepEqual(findings(text, today), []);
      assert.deepEqual(findings(text, told), ['organization-superseded warning']);
    });
  }
});
