import assert from 'node:assert/strict';
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
});
