import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { placeholders } from '../../server/src/core/rules/placeholder-unfilled.js';
import { installServer } from '../vscode/install-server.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const fixtures = fileURLToPath(new URL('./fixtures/', import.meta.url));

/** The same pattern, where a bracket opens a class inside a class. */
const ofOniguruma = (source: string) =>
  source.replaceAll('Script=', '').replaceAll('[^[', '[^\\[').replaceAll('[([]', '[(\\[]');

/** Our injection is read from the manifest; the grammar that it goes into is the one that VS Code ships. */
describe('the injection grammar', () => {
  let markdown: string;
  before(async function () {
    this.timeout(300_000);
    const { vscode } = await installServer();
    markdown = join(vscode, 'extensions/markdown-basics/syntaxes/markdown.tmLanguage.json');
  });

  it('colours by the patterns of placeholder-unfilled', () => {
    const { repository } = JSON.parse(readFileSync(join(root, 'syntaxes/plumbline.injection.json'), 'utf8'));
    assert.deepEqual(
      repository.placeholder.patterns.map(({ match }: { match: string }) => match),
      placeholders.map(({ source, flags }) => (flags.includes('i') ? '(?i)' : '') + ofOniguruma(source)),
    );
  });

  for (const name of readdirSync(fixtures)) {
    it(`scopes ${name}`, () => {
      const run = ['node_modules/.bin/vscode-tmgrammar-test', '--grammar', markdown, join(fixtures, name)];
      const { status, stdout, stderr } = spawnSync(process.execPath, run, { cwd: root, encoding: 'utf8' });
      assert.equal(status, 0, stdout + stderr);
    });
  }
});
