import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type CodeAction, commands, Position, Range, tasks } from 'vscode';
import { packText, tgz } from '../../cli/team.js';
import { closeEditors, file, findingsBecome, open, plumbline } from './editor.js';

const config = file('plumbline.yaml');

describe('a pack from elsewhere', () => {
  before(plumbline);
  afterEach(closeEditors);

  it('that is not installed is told on its line, and a quick fix installs it in a terminal', async () => {
    const before = readFileSync(config.fsPath, 'utf8');
    const made = ['museum.tgz', 'plumbline.lock', '.plumbline'].map((path) => file(path).fsPath);
    try {
      writeFileSync(made[0] as string, await tgz([{ name: 'pack.yaml', body: packText('museum') }]));
      const dependencies = "dependencies: {museum: 'file:./museum.tgz'}\n";
      writeFileSync(config.fsPath, before.replace(/\]\n/, `, museum]\n${dependencies}`));
      await open(config);
      await findingsBecome(config, ['pack.not-installed: museum']);

      const at = new Position(1, 'dependencies: {mus'.length);
      const actions = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        config,
        new Range(at, at),
      );
      const install = actions.find(({ title }) => title === 'Install the packs (plumbline pack install)')?.command;
      assert.ok(install, actions.map(({ title }) => title).join(', '));
      const ended = new Promise<number | undefined>((resolve) => {
        const listener = tasks.onDidEndTaskProcess(({ exitCode }) => {
          listener.dispose();
          resolve(exitCode);
        });
      });
      await commands.executeCommand(install.command, ...(install.arguments ?? []));
      assert.equal(await ended, 0);
      assert.ok(existsSync(file('.plumbline/packs/museum/pack.yaml').fsPath));
      await findingsBecome(config, []);
    } finally {
      writeFileSync(config.fsPath, before);
      for (const path of made) rmSync(path, { recursive: true, force: true });
      await findingsBecome(config, []);
    }
  });
});
