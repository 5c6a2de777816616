import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installServer } from '../vscode/install-server.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const fixtures = fileURLToPath(new URL('./fixtures/', import.meta.url));

/** Our injection is read from the manifest; the grammars that it goes into are those that VS Code ships. */
describe('the injection grammar', () => {
  let grammars: readonly string[];
  before(async function () {
    this.timeout(300_000);
    const { vscode } = await installServer();
    const extensions = join(vscode, 'extensions');
    const yaml = readdirSync(join(extensions, 'yaml/syntaxes')).map((name) => `yaml/syntaxes/${name}`);
    grammars = ['markdown-basics/syntaxes/markdown.tmLanguage.json', 'json/syntaxes/snippets.tmLanguage.json', ...yaml]
      .map((path) => join(extensions, path))
      .flatMap((path) => ['--grammar', path]);
  });

  for (const name of readdirSync(fixtures)) {
    it(`scopes ${name}`, () => {
      const run = ['node_modules/.bin/vscode-tmgrammar-test', ...grammars, join(fixtures, name)];
      const { status, stdout, stderr } = spawnSync(process.execPath, run, { cwd: root, encoding: 'utf8' });
      assert.equal(status, 0, stdout + stderr);
    });
  }
});
