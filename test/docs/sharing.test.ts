import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'mocha';
import { type Folder, makeFolder } from '../cli/folder.js';
import { type Registry, startRegistry } from '../cli/registry.js';
import { git } from '../cli/team.js';
import { readSteps } from './read-steps.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Recipes with a registry of npm and a bare repository of git, which stand for those of the page. */
for (const [document, language] of [
  ['docs/sharing.md', 'C'],
  ['docs/zh/sharing.md', 'zh_CN.UTF-8'],
] as const) {
  describe(`the recipes of ${document}`, () => {
    let folder: Folder;
    let registry: Registry;
    let env: NodeJS.ProcessEnv;
    before(async () => {
      registry = await startRegistry();
      const command = join(root, 'server/bin/plumbline.js');
      folder = makeFolder({ npmrc: registry.npmrc });
      mkdirSync(join(folder.path, '.bin'));
      const script = `#!/bin/sh\nexec "${process.execPath}" "${command}" "$@"\n`;
      writeFileSync(join(folder.path, '.bin/plumbline'), script, { mode: 0o755 });
      git(folder.path, 'init', '--quiet', '--bare', '--initial-branch=main', 'team/health.git');
      env = {
        ...process.env,
        LC_ALL: language,
        PATH: `${join(folder.path, '.bin')}${delimiter}${process.env.PATH}`,
        NPM_CONFIG_USERCONFIG: join(folder.path, 'npmrc'),
        GIT_AUTHOR_NAME: 'a',
        GIT_AUTHOR_EMAIL: 'a@b',
        GIT_COMMITTER_NAME: 'a',
        GIT_COMMITTER_EMAIL: 'a@b',
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: `url.${folder.path}/.insteadOf`,
        GIT_CONFIG_VALUE_0: 'https://git.example.org/',
      };
    });
    after(async () => {
      await registry.close();
      folder.remove();
    });

    const steps = readSteps(join(root, document));
    for (const step of steps) {
      if (step.do === 'write') {
        it(`line ${step.line}: ${step.path} is written`, () => {
          mkdirSync(dirname(join(folder.path, step.path)), { recursive: true });
          writeFileSync(join(folder.path, step.path), step.text);
        });
      } else {
        it(`line ${step.line}: ${step.command}`, async () => {
          // The registry is in this process, which must not wait.
          const stdout = await new Promise<string>((resolve) => {
            execFile('sh', ['-c', `{ ${step.command}; } 2>&1`], { cwd: folder.path, env }, (_, said) => resolve(said));
          });
          assert.equal(stdout.trimEnd(), step.output);
        });
      }
    }

    it('are there', () => assert.equal(steps.filter(({ do: what }) => what === 'run').length, 16));
  });
}
