import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'mocha';
import { readConfig } from '../../server/src/core/index.js';
import { readSteps } from './read-steps.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const command = join(root, 'server/bin/plumbline.js');

/** Documents, each with the language of the terminal that its reader has. */
const documents: Readonly<Record<string, string>> = {
  'README.md': 'C',
  'README.zh-CN.md': 'zh_CN.UTF-8',
  'docs/packs.md': 'C',
  'docs/zh/packs.md': 'zh_CN.UTF-8',
  'docs/stability.md': 'C',
  'docs/zh/stability.md': 'zh_CN.UTF-8',
  'server/README.md': 'C',
};

for (const [document, language] of Object.entries(documents)) {
  describe(`the steps of ${document}`, () => {
    let folder: string;
    before(() => {
      folder = mkdtempSync(join(tmpdir(), 'plumbline-docs-'));
      mkdirSync(join(folder, '.bin'));
      // A config of the samples would be one of the folder too.
      if (document.startsWith('README')) cpSync(join(root, 'examples'), join(folder, 'examples'), { recursive: true });
      writeFileSync(join(folder, '.bin/plumbline'), `#!/bin/sh\nexec "${process.execPath}" "${command}" "$@"\n`, {
        mode: 0o755,
      });
    });
    after(() => rmSync(folder, { recursive: true }));

    const steps = readSteps(join(root, document));

    for (const step of steps) {
      if (step.do === 'write') {
        it(`line ${step.line}: ${step.path} is written`, () => {
          mkdirSync(dirname(join(folder, step.path)), { recursive: true });
          writeFileSync(join(folder, step.path), step.text);
          if (step.path === 'plumbline.yaml') assert.deepEqual(readConfig(step.text, step.path).problems, []);
        });
      } else {
        it(`line ${step.line}: ${step.command}`, () => {
          const { stdout } = spawnSync('sh', ['-c', `{ ${step.command.replaceAll('npx --no-install ', '')}; } 2>&1`], {
            cwd: folder,
            encoding: 'utf8',
            env: { ...process.env, LC_ALL: language, PATH: `${join(folder, '.bin')}${delimiter}${process.env.PATH}` },
          });
          assert.equal(stdout.trimEnd(), step.output);
        });
      }
    }

    it('are there', () => assert.ok(steps.some((step) => step.do === 'run')));
  });
}

/** Shown on the pages of npm and the Marketplace, away from the repository. */
for (const page of ['server/README.md', 'client/README.md', 'CHANGELOG.md']) {
  it(`${page} leads nowhere that is not there`, () => {
    const text = readFileSync(join(root, page), 'utf8');
    assert.doesNotMatch(text, /\]\((?!https:)|<img/);
  });
}

it('README.md and README.zh-CN.md show every picture, and none that is not there', () => {
  const text = ['README.md', 'README.zh-CN.md'].map((name) => readFileSync(join(root, name), 'utf8')).join('\n');
  const shown = [...text.matchAll(/!\[[^\]]+\]\(docs\/images\/([^)]+)\)/g)].map(([, name]) => name as string);
  assert.deepEqual([...new Set(shown)].sort(), readdirSync(join(root, 'docs/images')).sort());
  for (const name of shown) assert.ok(statSync(join(root, 'docs/images', name)).size < 1_500_000, name);
});

it('client/README.md names every setting', () => {
  const { contributes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const text = readFileSync(join(root, 'client/README.md'), 'utf8');
  const settings = Object.keys(contributes.configuration.properties).filter(
    (name) => name !== 'plumbline.trace.server',
  );
  assert.deepEqual(
    settings.filter((name) => !text.includes(`\`${name}\``)),
    [],
  );
});
