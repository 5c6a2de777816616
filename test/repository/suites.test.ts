import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { filesBelow, textOf } from './source-files.js';

describe('npm test', () => {
  it('runs every folder of tests', () => {
    const folders = new Set(filesBelow('test', ['.test.ts']).map((path) => path.split('/')[1] as string));
    const run = textOf('test/run.mjs');
    const idle = [...folders].filter(
      (name) => !run.includes(`mocha('${name}'`) && !run.includes(`'test/${name}/run.mjs'`),
    );
    assert.deepEqual(idle, []);
  });

  it('is what .ci/run calls and the README says', () => {
    const command = 'npm ci && npm test';
    assert.equal(textOf('.ci/run').trimEnd().split('\n').at(-1), command);
    assert.ok(textOf('README.md').includes(`\n${command}\n`));
  });
});
