import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { filesBelow, textOf } from './source-files.js';

/** A rule says what was found; what finds it stands in the folder that its data comes from. */
const longest = 150;

describe('thin rules', () => {
  it(`no rule is longer than ${longest} lines`, () => {
    const files = filesBelow('server/src/core/rules', ['.ts']);
    assert.ok(files.length > 40, 'the rules were found');
    const lengths = files.map((file) => ({ file, lines: textOf(file).trimEnd().split('\n').length }));
    assert.deepEqual(
      lengths.filter(({ lines }) => lines > longest),
      [],
    );
  });
});
