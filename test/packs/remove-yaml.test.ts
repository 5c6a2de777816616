import assert from 'node:assert/strict';
import { applyEdits, removeYaml } from '../../server/src/core/index.js';

describe('taking something out of a YAML file', () => {
  const cases: readonly [before: string, path: (string | number)[], after: string][] = [
    ['packs:\n  - a # one\n  - b # two\nfiles: [x]\n', ['packs', 0], 'packs:\n  - b # two\nfiles: [x]\n'],
    ['packs:\n- a\n- b\n', ['packs', 1], 'packs:\n- a\n'],
    ['packs:\n  - a\nfiles: [x]\n', ['packs', 0], 'packs: []\nfiles: [x]\n'],
    ['packs: [a, b, c] # all\n', ['packs', 1], 'packs: [a, c] # all\n'],
    ['packs: [a, b]\n', ['packs', 1], 'packs: [a]\n'],
    ['packs: [a]\n', ['packs', 0], 'packs: []\n'],
    ['a: 1\nd:\n  x: 1 # x\n  # of y\n  y: 2\nb: 2', ['d', 'x'], 'a: 1\nd:\n  # of y\n  y: 2\nb: 2'],
    ['a: 1\nd:\n  x: 1\n  y: 2\n\n# b\nb: 2\n', ['d'], 'a: 1\n\n# b\nb: 2\n'],
    ["d: {x: 'git+x', y: 2}\n", ['d', 'x'], 'd: {y: 2}\n'],
    ['a: 1\r\nd:\r\n  x: 1\r\n  y: 2\r\n', ['d', 'x'], 'a: 1\r\nd:\r\n  y: 2\r\n'],
    ['a: 1\nd: {x: 1}', ['d'], 'a: 1\n'],
  ];
  for (const [before, path, after] of cases) {
    it(`${JSON.stringify(before)} without ${path.join('.')}`, () => {
      const writing = removeYaml(before, path);
      assert.ok('edits' in writing, JSON.stringify(writing));
      assert.equal(applyEdits(before, writing.edits), after);
    });
  }

  it('is refused where there is nothing to take, or where it stands for something else', () => {
    assert.deepEqual(removeYaml('a: 1\n', ['b']), { refused: 'other-value' });
    assert.deepEqual(removeYaml('a: [\n', ['a']), { refused: 'unparsable' });
    assert.ok('refused' in removeYaml('d: {x: &x 1, y: *x}\n', ['d', 'x']));
  });
});
