import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseMarkdown } from '../../../server/src/core/markdown/parse-markdown.js';

describe('what is left unread', () => {
  const unreadOf = (text: string) =>
    parseMarkdown(text, () => undefined).unread.map(({ span, reason }) => `${reason} ${span.start}-${span.end}`);

  it('is the paragraph with too much markup, and no other', () => {
    const dense = 'a*b_c '.repeat(600).trim();
    assert.deepEqual(unreadOf(`# One\n\n${dense}\n\nTwo *words*.\n`), [`too-dense 7-${7 + dense.length}`]);
  });

  it('is the paragraph of too many lines, in a block quote and after a long text too', () => {
    const lines = '> words\n'.repeat(2_500);
    const before = 'Ordinary words.\n\n'.repeat(5_000);
    const start = before.length + 2;
    assert.deepEqual(unreadOf(`${before}${lines}`), [`too-dense ${start}-${before.length + lines.length - 1}`]);
  });

  it('is the line in too many containers', () => {
    const deep = `${'> '.repeat(150)}a`;
    assert.deepEqual(unreadOf(`a\n\n${deep}\n${deep}\n\nb\n`), [`too-deep 3-${3 + 2 * deep.length + 1}`]);
  });

  it('is nothing of a long report', () => {
    const table = `| a | b |\n|---|---|\n${'| *x* | [y](z) |\n'.repeat(5_000)}`;
    const list = '- one *item*\n- another\n  - and one in it\n'.repeat(300);
    assert.deepEqual(unreadOf(`${table}\n${list}\n${'A *few* words.\n\n'.repeat(3_000)}`), []);
  });
});
