import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { sentencesIn } from '../../../server/src/core/markdown/block-sentences.js';
import { toSource } from '../../../server/src/core/markdown/blocks.js';
import { parseMarkdown } from '../../../server/src/core/markdown/parse-markdown.js';
import { readPiece } from '../../../server/src/core/markdown/piece.js';
import { readProse } from '../../../server/src/core/markdown/prose.js';

const blockOf = (text: string) => {
  const [block] = readProse(parseMarkdown(text, readPiece)).blocks;
  assert.ok(block);
  return block;
};

describe('runs of separators', () => {
  const space = '\u00a0';
  const runs: Readonly<Record<string, string>> = {
    'no-break spaces': space.repeat(2_000),
    'commas and spaces': ' ,'.repeat(40),
    'Chinese commas': '、，'.repeat(30),
    'spaces between emphasis': `${space.repeat(9)}*x*`.replace('x', ` ${space.repeat(18)} `).repeat(3),
  };
  for (const [name, run] of Object.entries(runs)) {
    it(`of ${name} are kept to twenty characters, and places behind them stay right`, () => {
      for (const text of [`port${run}quay`, `- port${run}quay`, `> port${run}quay`, `# 港${run}quay`]) {
        const block = blockOf(text);
        assert.ok(!/[\s,，、;；]{21}/.test(block.text), block.text);
        const start = block.text.indexOf('quay');
        const { start: from, end } = toSource(block, { start, end: start + 4 });
        assert.equal(text.slice(from, end), 'quay');
      }
    });
  }

  it('of up to twenty characters are kept whole', () => {
    const text = `port${' ,'.repeat(10)}quay${space.repeat(20)}.`;
    assert.equal(blockOf(text).text, text);
  });
});

describe('sentences without an end', () => {
  it('are cut, whole characters at a time, and said to have none', () => {
    const { isEndless: first, ...rest } = sentencesIn(blockOf(`A port. ${'码头𠀀'.repeat(1_500)}`)).reduce(
      (all, { start, end, isEndless }) => ({
        isEndless: all.isEndless || isEndless,
        longest: Math.max(all.longest, end - start),
      }),
      { isEndless: false, longest: 0 },
    );
    assert.deepEqual([first, rest.longest], [true, 2_000]);
    const block = blockOf(`a${'𠀀'.repeat(1_500)}`);
    assert.ok(sentencesIn(block).every(({ start }) => !/^[\uDC00-\uDFFF]/.test(block.text.slice(start))));
    assert.deepEqual(
      sentencesIn(blockOf('A port. A quay.')).map(({ isEndless }) => isEndless),
      [false, false],
    );
  });
});
