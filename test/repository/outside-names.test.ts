import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { filesBelow, textOf } from './source-files.js';

describe('tables of names from outside', () => {
  it('have no prototype: a literal that is typed as a record of strings goes through dictionary()', () => {
    const plain =
      /const \w+: (?:Readonly<)?(?:Partial<)?(?:Record<(?:string|Language)\b|Localized<)[^=\n]*>+ = (?:\{|Object\.fromEntries)/;
    const found = filesBelow('server/src', ['.ts']).flatMap((path) =>
      textOf(path)
        .split('\n')
        .flatMap((line, i) => (plain.test(line) ? [`${path}:${i + 1} ${line.trim()}`] : [])),
    );
    // Each is read by names of the code's own alone.
    const known = [
      'const found: Record<string, string> = {};',
      'const value: Record<string, unknown> = Object.fromEntries(',
      'const map: Record<string, unknown> = {};',
      'const changed: Record<string, unknown> = {};',
    ];
    assert.deepEqual(
      found.filter((line) => !known.some((each) => line.endsWith(each))),
      [],
    );
  });
});
