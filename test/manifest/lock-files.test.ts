import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const locks = [
  'package-lock.json',
  'test/vscode/server-lock/package-lock.json',
  'test/vscode/server-lock/editor/package-lock.json',
];

interface LockedPackage {
  readonly resolved?: string;
  readonly link?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

function packagesOf(lock: string): Record<string, LockedPackage> {
  return JSON.parse(readFileSync(fileURLToPath(new URL(`../../${lock}`, import.meta.url)), 'utf8')).packages;
}

describe('the lock files', () => {
  for (const lock of locks) {
    // A lock that names a host works on one network only.
    it(`name no registry: ${lock}`, () => {
      const packages = Object.values(packagesOf(lock));
      const resolved = packages.flatMap((locked) => (locked.resolved && !locked.link ? [locked.resolved] : []));
      assert.deepEqual(resolved, []);
    });

    // npm leaves out what the registry at hand does not have, and `npm ci` then refuses the lock everywhere.
    it(`hold the builds for other platforms: ${lock}`, () => {
      const packages = packagesOf(lock);
      const names = new Set(Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 13)));
      const optional = Object.values(packages).flatMap(({ optionalDependencies }) =>
        Object.keys(optionalDependencies ?? {}),
      );
      assert.deepEqual(
        optional.filter((name) => !names.has(name)),
        [],
      );
    });
  }
});
