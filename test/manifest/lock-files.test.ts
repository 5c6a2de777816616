import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const locks = [
  'package-lock.json',
  'test/vscode/server-lock/package-lock.json',
  'test/vscode/server-lock/editor/package-lock.json',
];

/** A lock that names a host is a lock that works on one network only. */
describe('the lock files', () => {
  for (const lock of locks) {
    it(`name no registry: ${lock}`, () => {
      const text = readFileSync(fileURLToPath(new URL(`../../${lock}`, import.meta.url)), 'utf8');
      const packages: Record<string, { resolved?: string; link?: boolean }> = JSON.parse(text).packages;
      const resolved = Object.values(packages).flatMap(({ resolved, link }) => (resolved && !link ? [resolved] : []));
      assert.deepEqual(resolved, []);
    });
  }
});
