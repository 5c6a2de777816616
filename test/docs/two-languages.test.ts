import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, it } from 'mocha';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A document and its Chinese counterpart. What is added to one is missing in the other until it is added there. */
const pairs: Readonly<Record<string, string>> = {
  'README.md': 'README.zh-CN.md',
  'docs/packs.md': 'docs/zh/packs.md',
  'docs/limits.md': 'docs/zh/limits.md',
  'docs/sharing.md': 'docs/zh/sharing.md',
  'docs/stability.md': 'docs/zh/stability.md',
};

/** Headings by their level, and what is shown by its kind: `#`, `##`, `yaml file`, `console`, `list of 3`, `table of 12`. */
function outline(text: string): readonly string[] {
  const { children } = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return children.flatMap((node): readonly string[] => {
    if (node.type === 'heading') return ['#'.repeat(node.depth)];
    if (node.type === 'code') return [`${node.lang} ${node.meta?.startsWith('file=') ? 'file' : (node.meta ?? '')}`];
    return node.type === 'list' || node.type === 'table' ? [`${node.type} of ${node.children.length}`] : [];
  });
}

for (const [english, chinese] of Object.entries(pairs)) {
  describe(`${english} and ${chinese}`, () => {
    const text = (path: string) => readFileSync(join(root, path), 'utf8');

    it('have the same headings, lists and examples', () => {
      assert.deepEqual(outline(text(chinese)), outline(text(english)));
    });

    it('lead to one another', () => {
      assert.ok(text(english).includes(`[中文](${relative(dirname(english), chinese)})`));
      assert.ok(text(chinese).includes(`[English](${relative(dirname(chinese), english)})`));
    });
  });
}
