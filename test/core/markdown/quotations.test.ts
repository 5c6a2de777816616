import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { quotationsIn } from '../../../server/src/core/markdown/quotations.js';
import { readMarked, showSpans } from '../marked.js';

const lines = [
  'He said ⟦“so”⟧ and ⟦"so"⟧ and ⟦‘so’⟧ and ⟦\'so\'⟧.',
  '他说⟦“好”⟧，⟦《报告》⟧⟦「好」⟧⟦『好』⟧。',
  '⟦“He said ‘the “new” plan’ twice.”⟧ Then he left.',
  '⟦“一、“二”、三”⟧，四',
  '⟦《关于《规划》的说明》⟧发布',
  '⟦「甲『乙』丙」⟧丁',
  'Left “open, then ⟦“closed”⟧.',
  'Closed” and ⟦“open and closed”⟧.',
  'Only “open.',
  'Only "one.',
  'The firms’ plan and the workers’ pay.',
  "The firms' plan, the workers' pay, don't and can't.",
  'The ⟦‘ministry’s plan’⟧ and the firms’ own.',
  'In the ’90s and the ’80s.',
  'A 5" pipe and a 6" pipe.',
  'A 5" pipe is ⟦"large"⟧.',
  '推进⟦‘新三样’⟧产品',
  'Il dit ⟦«oui»⟧; er sagt ⟦„ja“⟧.',
  '',
] as const;

describe('quotations', () => {
  for (const marked of lines) {
    it(`in ${marked}`, () => {
      const { text } = readMarked(marked);
      assert.equal(showSpans(text, quotationsIn(text)), marked);
    });
  }
});
