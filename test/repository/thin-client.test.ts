import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { allRules } from '../../server/src/core/index.js';
import { filesBelow, importsOf, textOf } from './source-files.js';

/** Lines that the client may have, in all and in one file. */
const most = { all: 900, one: 150 };

describe('the client is thin', () => {
  const files = filesBelow('client/src', ['.ts']);
  const linesOf = (path: string) => textOf(path).trimEnd().split('\n').length;

  it(`has at most ${most.all} lines, each file at most ${most.one}`, () => {
    const lines = files.map((path) => [path, linesOf(path)] as const);
    assert.deepEqual(
      lines.filter(([, count]) => count > most.one),
      [],
    );
    const all = lines.reduce((sum, [, count]) => sum + count, 0);
    assert.ok(all <= most.all, `${all} lines`);
  });

  it('names no rule', () => {
    const named = files.flatMap((path) =>
      allRules.filter(({ id }) => textOf(path).includes(id)).map(({ id }) => `${path}: ${id}`),
    );
    assert.deepEqual(named, []);
  });

  it('parses nothing: what it imports is VS Code, its language client and paths', () => {
    const packages = new Set(
      files.flatMap(importsOf).flatMap(({ to }) => (/^(?:client|server)\//.test(to) ? [] : [to])),
    );
    assert.deepEqual([...packages].sort(), [
      'node:path',
      'vscode',
      'vscode-languageclient',
      'vscode-languageclient/node',
    ]);
  });
});
