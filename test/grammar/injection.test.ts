import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installServer } from '../vscode/install-server.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const fixtures = fileURLToPath(new URL('./fixtures/', import.meta.url));

/** Our injection is read from the manifest; the grammar that it goes into is the one that VS Code ships. */
describe('the injection grammar', () => {
  let markdown: string;
  before(async function () {
    this.timeout(300_000);
    const { vscode } = await installServer();
    markdown = join(vscode, 'extensions/markdown-basics/syntaxes/markdown.tmLanguage.json');
  });

  for (const name of readdirSync(fixtures)) {
    it(`scopes ${name}`, () => {
      const run = ['node_modules/.bin/vscode-tmgrammar-test', '--grammar', markdown, join(fixtures, name)];
      const { status, stdout, stderr } = spawnSync(process.execPath, run, { cwd: root, encoding: 'utf8' });
      assert.equal(status, 0, stdout + stderr);
    });
  }
});
