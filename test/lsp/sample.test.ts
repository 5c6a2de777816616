import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sampleNotification } from '../../server/src/lsp/protocol.js';
import { LibraryFolder } from '../workspace/library-folder.js';
import { Session } from './session.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sample = readFileSync(`${root}examples/sample.md`, 'utf8');
const shippedPacks = `${root}packs`;

describe('the sample report', () => {
  let folder: LibraryFolder;
  beforeEach(() => {
    folder = new LibraryFolder();
  });
  afterEach(() => folder.remove());

  for (const [window, folders] of [
    ['an empty window', () => []],
    ['a folder with packs of its own', () => [folder.path]],
  ] as const) {
    it(`has five findings, each of another rule, in both languages, in ${window}`, async () => {
      const session = await Session.start({ folders: folders(), shippedPacks });
      const uri = session.open('untitled:Untitled-1', sample);
      await session.connection.sendNotification(sampleNotification, { uri });
      await session.next(
        'plumbline/status',
        ({ packs, shippedBeside }) =>
          packs.length === 1 &&
          packs[0]?.name === 'new-industrialization' &&
          shippedBeside?.join() === 'gb-clean-power',
      );
      const found = await session.diagnostics(uri);
      assert.equal(found.length, 5);
      assert.equal(new Set(found.map(({ code }) => code)).size, 5);
      const isHan = found.map(({ range }) => /\p{Script=Han}/u.test(sample.split('\n')[range.start.line] ?? ''));
      assert.deepEqual(isHan, [false, false, true, true, true]);
      // Each can be mended by a click.
      for (const diagnostic of found) assert.notEqual((await session.codeActions(uri, diagnostic)).length, 0);
      await session.stop();
    });
  }
});
