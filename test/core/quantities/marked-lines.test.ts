import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { markedLines, type Score, score } from './marked-lines.js';

/** The report's date matters to 去年 and its like alone. */
const options = { reportDate: '2023-10-10' };
const files = [
  'quantities-en.txt',
  'quantities-zh.txt',
  'own-en.txt',
  'own-zh.txt',
  'held-out-en.txt',
  'held-out-zh.txt',
  'held-out-2-en.txt',
  'held-out-2-zh.txt',
  'held-out-3-en.txt',
  'held-out-3-zh.txt',
  'held-out-4-en.txt',
  'held-out-4-zh.txt',
  'held-out-5-en.txt',
  'held-out-5-zh.txt',
  'held-out-6-en.txt',
  'held-out-6-zh.txt',
  'held-out-7-en.txt',
  'held-out-7-zh.txt',
  'held-out-8-en.txt',
  'held-out-8-zh.txt',
] as const;

const share = (part: number, whole: number): string => (part / whole).toFixed(3);

function row(name: string, result: Score): string {
  const { lines, marked, found, placed, right } = result;
  const cells = [lines, marked, found, share(placed, found), share(placed, marked), `${right}/${placed}`];
  return [name.padEnd(20), ...cells.map((cell) => String(cell).padStart(9))].join(' ');
}

describe('quantities marked by hand', () => {
  const scores = files.map((file) => [file, score(markedLines(file), options)] as const);

  it('prints what was found', () => {
    const header = ['lines', 'marked', 'found', 'precision', 'recall', 'values'].map((name) => name.padStart(9));
    console.log(['    file'.padEnd(24), ...header].join(' '));
    for (const [file, result] of scores) console.log(`    ${row(file, result)}`);
    assert.ok(scores.reduce((sum, [, { lines }]) => sum + lines, 0) >= 200);
  });

  for (const [file, { marked, found, placed, right, faults }] of scores) {
    it(`reads ${file} with precision and recall of 0.97 and every value right`, () => {
      assert.ok(placed / found >= 0.97, `precision ${share(placed, found)}\n${faults.join('\n')}`);
      assert.ok(placed / marked >= 0.97, `recall ${share(placed, marked)}\n${faults.join('\n')}`);
      assert.equal(right, placed, faults.join('\n'));
    });
  }

  it('scores a missed, an invented and a misread quantity as such', () => {
    const marks = [{ start: 0, text: '40', kind: 'number', value: '41', unit: '' }];
    const result = score([
      { id: 'x', text: '40 firms and 5 towns', marks: [...marks, { ...marks[0], start: 30 } as never] },
    ]);
    assert.deepEqual([result.marked, result.found, result.placed, result.right], [2, 2, 1, 0]);
    assert.equal(result.faults.length, 3);
  });
});
