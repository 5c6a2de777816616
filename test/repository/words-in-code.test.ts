import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { type Counts, countWords, readTable, wordsIn } from './words-in-code.js';

describe('words of languages in the code', () => {
  let counted: Counts;
  before(() => {
    counted = countWords();
  });

  it('are runs of two Han or three letters, and no codes', () => {
    assert.deepEqual(wordsIn('是|不是|is|was|USD|GDP的|预计'), ['不是', 'was', '预计']);
  });

  it('only shrink: a new one goes into server/src/core/language/words', () => {
    const table = readTable();
    const allowed = { ...table.files, ...table.later };
    const here = { ...counted.files, ...counted.later };
    const more = Object.keys(here).filter((file) => (here[file] as number) > (allowed[file] ?? 0));
    assert.deepEqual(
      more.map((file) => `${file}: ${here[file]} words, ${allowed[file] ?? 0} in the table`),
      [],
      'put the words into the tables of their languages; npx tsx test/repository/words-in-code.ts --of <file> prints them',
    );
    assert.deepEqual(counted, table, 'fewer words: npm run words-in-code lowers the table');
  });
});
