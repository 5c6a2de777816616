import assert from 'node:assert/strict';
import { build } from 'esbuild';
import { describe, it } from 'mocha';
import { serverBundles } from '../../scripts/bundles.mjs';
import { root } from './source-files.js';

describe('the thread that prints', () => {
  it('begins without what the thread that reads loads: core takes a tenth of a second', async () => {
    const { metafile } = await build({ ...serverBundles, absWorkingDir: root });
    const outputs = new Map(Object.entries(metafile?.outputs ?? {}));
    /** All that loads with a file: its chunks, and theirs. */
    const inputsOf = (path: string, seen = new Set<string>()): readonly string[] => {
      const output = outputs.get(path);
      if (output === undefined || seen.has(path)) return [];
      seen.add(path);
      const chunks = output.imports.filter(({ kind }) => kind === 'import-statement');
      return [...Object.keys(output.inputs), ...chunks.flatMap((chunk) => inputsOf(chunk.path, seen))];
    };
    const loadedBy = (entry: string) => {
      const [path] = [...outputs].find(([, { entryPoint }]) => entryPoint === `server/src/cli/${entry}.ts`) ?? [];
      assert.ok(path, entry);
      return inputsOf(path).filter((input) => input.startsWith('server/src/core/'));
    };
    assert.ok(loadedBy('thread/reader').includes('server/src/core/lint/lint.ts'));
    for (const entry of ['main', 'check', 'fix', 'claims']) {
      assert.deepEqual(
        loadedBy(entry).filter(
          (input) => !/core\/(?:start|text\/|vocabulary\/version|language\/edit-distance)/.test(input),
        ),
        [],
        entry,
      );
    }
  });
});
