import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { describe, it } from 'mocha';
import { parseMarkdown } from '../../../server/src/core/markdown/parse-markdown.js';
import { anyMarkdown } from './markdown-pieces.js';

const runs = Number(process.env.PLUMBLINE_RUNS ?? 1_000);

describe('parsing in pieces', () => {
  it('gives the tree of the whole', () => {
    fc.assert(
      fc.property(anyMarkdown, fc.integer({ min: 1, max: 5 }), (text, boundaries) => {
        const whole = parseMarkdown(text, { length: Number.POSITIVE_INFINITY, boundaries: Number.POSITIVE_INFINITY });
        const pieces = parseMarkdown(text, { length: 40, boundaries });
        assert.deepEqual(outline(text, pieces.root), outline(text, whole.root));
      }),
      { numRuns: runs },
    );
  });
});

/**
 * What the core reads of a tree: types, offsets and what it keeps of their fields. HTML that is never closed takes the
 * blank lines at the end of a piece or leaves them.
 */
function outline(text: string, root: Root): readonly string[] {
  const lines: string[] = [];
  const walk = (node: Nodes, depth: number): void => {
    const start = node.position?.start.offset ?? -1;
    const end = start + text.slice(start, node.position?.end.offset).trimEnd().length;
    const own = [
      'value' in node ? JSON.stringify(node.value.trimEnd()) : '',
      'identifier' in node ? node.identifier : '',
      'depth' in node ? node.depth : '',
      'ordered' in node ? node.ordered : '',
    ];
    if (depth > 0) lines.push(`${' '.repeat(depth)}${node.type} ${start}-${end} ${own.join(' ')}`);
    if ('children' in node) for (const child of node.children) walk(child, depth + 1);
  };
  walk(root, 0);
  return lines;
}
