import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(root + path, 'utf8');
const keysOf = (path: string) => Object.keys(JSON.parse(read(path))).sort();

describe('the translations', () => {
  it('cover the manifest', () => {
    const used = [...read('package.json').matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key ?? '');
    const expected = [...new Set(used)].sort();
    assert.deepEqual(keysOf('package.nls.json'), expected);
    assert.deepEqual(keysOf('package.nls.zh-cn.json'), expected);
  });

  it("cover the client's words", () => {
    const sources = readdirSync(`${root}client/src`, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => read(`client/src/${name}`));
    const used = sources.flatMap((text) =>
      [...text.matchAll(/l10n\.t\(\s*'([^']+)'/g)].map(([, words]) => words ?? ''),
    );
    assert.deepEqual(keysOf('l10n/bundle.l10n.zh-cn.json'), [...new Set(used)].sort());
  });
});
