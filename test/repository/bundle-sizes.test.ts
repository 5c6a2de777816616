import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'mocha';
import { root } from './source-files.js';

/** Bytes of a bundle with the chunks that it loads, and those that they load. */
function sizeWithChunks(bundle: string): number {
  const seen = new Set<string>();
  const pending = [join(root, bundle)];
  let size = 0;
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    assert.ok(existsSync(file), `${file} is missing; npm run build makes it`);
    size += statSync(file).size;
    for (const [chunk] of readFileSync(file, 'utf8').matchAll(/(?<=["'])\.\/[\w-]+\.js(?=["'])/g)) {
      pending.push(join(dirname(file), chunk));
    }
  }
  return size;
}

/** Minified, in bytes. The .vsix has its own test. */
const limits = {
  'dist/client.js': 500_000,
  'server/dist/cli.js': 1_200_000,
  'server/dist/lsp.js': 1_200_000,
  'server/dist/index.js': 1_200_000,
  'server/dist/remark.js': 1_200_000,
};

describe('bundles', () => {
  for (const [bundle, limit] of Object.entries(limits)) {
    it(`${bundle} and its chunks stay under ${limit / 1000} KB`, () => {
      const size = sizeWithChunks(bundle);
      console.log(`      ${bundle}: ${(size / 1000).toFixed(0)} KB`);
      assert.ok(size < limit, `${size} bytes`);
    });
  }
});
