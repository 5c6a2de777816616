import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseMarkdown } from '../../../server/src/core/markdown/parse-markdown.js';
import { readPiece } from '../../../server/src/core/markdown/piece.js';
import { readProse } from '../../../server/src/core/markdown/prose.js';

const proseOf = (text: string) => readProse(parseMarkdown(text, readPiece));

describe('pieces put together', () => {
  it('have the caption and the legend of a table, and what introduces a list, in the pieces beside them', () => {
    for (const [caption, legend, list] of [
      ['Table 1: Ports', 'Source: the office.', 'The ports are:'],
      ['表1 港口', '资料来源：统计局。', '港口有：'],
    ] as const) {
      const table = '| Port | Tonnes |\n|---|---|\n| A | 1 |\n';
      const { blocks, tables, introduced } = proseOf(`${caption}\n\n${table}\n${legend}\n\n${list}\n\n- one\n- two\n`);
      const textOf = (index: number | undefined) => blocks[index ?? -1]?.text;
      assert.deepEqual(
        tables.map((each) => [textOf(each.caption), textOf(each.legend)]),
        [[caption, legend]],
      );
      assert.deepEqual([...introduced.keys()].map(textOf), [list]);
      // Code stands between, and is no caption; a list is no legend.
      const apart = proseOf(`${caption}\n\n\`\`\`\nx\n\`\`\`\n\n${table}\n# ${legend}\n`).tables;
      assert.deepEqual(
        apart.map((each) => [each.caption, each.legend]),
        [[undefined, undefined]],
      );
    }
  });

  it('know what is quoted around them', () => {
    for (const [first, second] of [
      ['Words.', 'More words.'],
      ['话。', '又一句。'],
    ]) {
      const { blocks } = proseOf(`<blockquote>\n\n${first}\n\n${second}\n\n</blockquote>\n\n${first}\n`);
      const quoted = blocks.flatMap((block) => (block.text.trim() === '' ? [] : [block.quoted]));
      assert.deepEqual(quoted, [true, true, false]);
    }
  });
});
