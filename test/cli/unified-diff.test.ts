import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyPatch } from 'diff';
import { unifiedDiff } from '../../server/src/cli/unified-diff.js';

describe('unifiedDiff', () => {
  // Each pair once alone, where the least diff is found, and once between changes on every line, where it would take for ever.
  const pairs: [string, string, string][] = [
    ['a changed line', 'One.\nTwo.\nThree.\n', 'One.\nZwei.\nThree.\n'],
    ['no line feed at the end', 'One.\nTwo.', 'One.\nZwei.'],
    ['a line feed that goes', 'One.\nTwo.\n', 'One.\nTwo.'],
    ['lines that go', 'One.\nTwo.\nThree.\n', 'Three.\n'],
    ['lines that come', 'Three.\n', 'One.\nTwo.\nThree.\n'],
    ['CRLF', 'One.\r\nTwo.\r\n', 'One.\r\nZwei.\r\n'],
  ];
  for (const [what, before, after] of pairs) {
    it(`gives a diff that leads from one to the other: ${what}`, () => {
      const diff = unifiedDiff('x.md', before, after);
      assert.match(diff, /^--- a\/x\.md\n\+\+\+ b\/x\.md\n@@ /);
      assert.equal(applyPatch(before, diff), after);
    });

    it(`does so in good time for changes on every line: ${what}`, () => {
      const many = (word: string) => `same\n${`${word} quay\n`.repeat(20_000)}`;
      const began = performance.now();
      const diff = unifiedDiff('x.md', many('old') + before, many('new') + after);
      assert.ok(performance.now() - began < 4000, 'over four seconds');
      assert.equal(applyPatch(many('old') + before, diff), many('new') + after);
    });
  }

  it('writes the name of a file as it is, but for what nobody sees or a diff would take for its own', () => {
    const headOf = (path: string) => unifiedDiff(path, 'One.\n', 'Two.\n').split('\n').slice(0, 2);
    for (const path of ['报告/五月简报.md', 'Überblick & résumé.md', 'ポート.md', 'two words.md'])
      assert.deepEqual(headOf(path), [`--- a/${path}`, `+++ b/${path}`]);
    for (const path of ['line\nfeed.md', 'quo"te.md', 'back\\slash.md', 'turned\u202Eround.md', '简报\u2028.md'])
      for (const line of headOf(path)) assert.match(line, /^(?:---|\+\+\+) "[ab]\/[\x20-\x7E]+"$/);
  });

  it('is taken by git with such a name', () => {
    const folder = mkdtempSync(join(tmpdir(), 'plumbline-diff-'));
    try {
      for (const path of ['五月 简报.md', 'quo"te.md']) {
        writeFileSync(join(folder, path), 'One.\n');
        const { status, stderr } = spawnSync('git', ['apply'], {
          cwd: folder,
          input: unifiedDiff(path, 'One.\n', 'Two.\n'),
          encoding: 'utf8',
        });
        assert.deepEqual([status, stderr, readFileSync(join(folder, path), 'utf8')], [0, '', 'Two.\n']);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
