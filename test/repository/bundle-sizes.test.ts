import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { root } from './source-files.js';

const staticImport = /(?:\bfrom|\bimport)\s*["']\.\/([\w-]+\.js)["']/g;

/** Bytes of bundles of one folder with the chunks that they import, and those that these import; not what is loaded when asked for. */
function sizeWithImports(folder: string, bundles: readonly string[]): number {
  const seen = new Set<string>();
  const pending = [...bundles];
  let size = 0;
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const file = join(root, folder, name);
    assert.ok(existsSync(file), `${folder}/${name} is missing; npm run build makes it`);
    size += statSync(file).size;
    for (const [, chunk] of readFileSync(file, 'utf8').matchAll(staticImport)) pending.push(chunk as string);
  }
  return size;
}

const server = 'server/dist';

/** The chunk of a command of the command line, whose name ends with a hash of its content. */
function commandChunk(command: string): string {
  const found = readdirSync(join(root, server)).filter((name) => new RegExp(`^${command}-[A-Z0-9]+\\.js$`).test(name));
  assert.equal(found.length, 1, `${command}: ${found.join(', ')}`);
  return found[0] as string;
}

/** Minified, in bytes. The .vsix has its own test. */
const limits: readonly { name: string; size: () => number; limit: number }[] = [
  { name: 'the client', size: () => sizeWithImports('dist', ['client.js']), limit: 500_000 },
  {
    name: 'plumbline check, with the thread that reads',
    size: () => sizeWithImports(server, ['cli.js', commandChunk('check'), 'reader.js']),
    limit: 1_500_000,
  },
  { name: 'the language server', size: () => sizeWithImports(server, ['lsp.js']), limit: 1_700_000 },
  { name: 'the library', size: () => sizeWithImports(server, ['index.js']), limit: 1_500_000 },
  { name: 'the plugin for remark', size: () => sizeWithImports(server, ['remark.js']), limit: 1_500_000 },
  {
    name: 'all of the server',
    size: () =>
      readdirSync(join(root, server))
        .filter((name) => name.endsWith('.js'))
        .reduce((sum, name) => sum + statSync(join(root, server, name)).size, 0),
    limit: 4_000_000,
  },
];

describe('bundles', () => {
  for (const { name, size, limit } of limits) {
    it(`${name} stays under ${limit / 1000} KB`, () => {
      const bytes = size();
      console.log(`      ${name}: ${(bytes / 1000).toFixed(0)} KB`);
      assert.ok(bytes < limit, `${bytes} bytes`);
    });
  }
});
