import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { type Collected, collectExpressions } from '../expressions/collect.js';
import { hashOf, isOpen, judge } from '../expressions/recheck.js';
import { readVerdicts } from '../expressions/verdicts.js';

describe('regular expressions', () => {
  const verdicts = readVerdicts();
  let collected: Collected;
  before(() => {
    collected = collectExpressions();
  });

  it('are all collected: literals, and those that are made when their file is loaded', () => {
    assert.ok(collected.expressions.length > 1_000);
    assert.ok(collected.expressions.some(({ source }) => source.includes('reali[sz](?:e|es')));
    assert.deepEqual(collected.unmade, [], 'made while the product runs: make them once, of a fixed set');
  });

  it('are not exponential, and what holds those that are not safe is written down', async function () {
    this.timeout(300_000);
    const open: string[] = [];
    for (const expression of collected.expressions) {
      // A new or a changed one: recheck is asked, and `npm run expressions` keeps what it says.
      const verdict = verdicts.get(hashOf(expression)) ?? (await judge(expression, 5_000));
      if (isOpen(verdict)) open.push(`${verdict.files.join(', ')}: ${verdict.verdict}: ${verdict.expression}`);
    }
    assert.deepEqual(open, [], 'mend them, or write a bound into test/expressions/verdicts.json');
  });

  it('stand in the file with their verdicts', () => {
    const missing = collected.expressions.filter((expression) => !verdicts.has(hashOf(expression)));
    assert.deepEqual(
      missing.map(({ files, source }) => `${files.join(', ')}: ${source}`),
      [],
      'run npm run expressions, which asks recheck about them',
    );
  });
});

describe('recheck', () => {
  const about = { flags: '', files: [] };
  it('finds what is exponential and what is slow, and calls the mended ones safe', async () => {
    const verdict = async (source: string) => (await judge({ source, ...about }, 10_000)).verdict;
    assert.equal(await verdict(String.raw`^(?:\s*(?:and|,|、|兼|和|&)\s*)+$`), 'exponential');
    assert.equal(await verdict(String.raw`^\s*(?:(?:and|,|、|兼|和|&)\s*)+$`), 'safe');
    assert.equal(await verdict(String.raw`[\s:]+$`), 'polynomial 2');
    assert.equal(await verdict(String.raw`(?<![\s:])[\s:]+$`), 'safe');
  });
});
