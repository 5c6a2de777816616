import assert from 'node:assert/strict';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { type Folder, makeHarbour } from './folder.js';
import { startPlumbline } from './plumbline.js';

describe('a reader that stops reading', () => {
  let folder: Folder;
  before(() => {
    folder = makeHarbour();
    // More than a pipe holds, so that the command is still writing when the reader goes.
    for (let i = 0; i < 40; i++) folder.write(`${i}.md`, 'The quay current.\n\n'.repeat(500));
  });
  after(() => folder.remove());

  const runs: [string, string[], number][] = [
    ['text', ['.'], 1],
    ['json', ['.'], 1],
    // What the run could not do weighs more than what it found after.
    ['text', ['none.md', '.'], 2],
  ];
  for (const [format, paths, expected] of runs) {
    it(`ends ${format} of ${paths.join(' ')} quietly, with the exit code so far`, async () => {
      const child = startPlumbline(['check', '--format', format, ...paths], { cwd: folder.path });
      const errors = text(child.stderr);
      await once(child.stdout, 'data');
      child.stdout.destroy();
      const [code, signal] = await once(child, 'close');
      assert.equal((await errors).replace(/^none\.md: error .*\n/, ''), '');
      assert.deepEqual([code, signal], [expected, null]);
    });
  }
});
