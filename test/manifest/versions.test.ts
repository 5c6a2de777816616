import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { version } from '../../server/src/core/index.js';

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

describe('the version', () => {
  for (const manifest of ['package.json', 'server/package.json', 'client/package.json']) {
    it(`is that of ${manifest}`, () => assert.equal(JSON.parse(read(manifest)).version, version));
  }

  it('has its section in the changelog', () => assert.ok(read('CHANGELOG.md').includes(`\n## ${version}\n`)));
});
