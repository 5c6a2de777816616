import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import { nodeFiles } from '../../server/src/workspace/node-files.js';
import { LibraryFolder } from './library-folder.js';

describe('the files of Node', () => {
  let folder: LibraryFolder;
  const files = nodeFiles(1000);
  const read = (path: string) => files.read(URI.file(join(folder.path, path)).toString());

  beforeEach(() => {
    folder = new LibraryFolder();
  });
  afterEach(() => folder.remove());

  it('reads UTF-8, without its byte order mark', async () => {
    folder.write('plain.md', '阅览室\r\n');
    folder.write('marked.md', '\uFEFF阅览室');
    assert.deepEqual(await read('plain.md'), { text: '阅览室\r\n' });
    assert.deepEqual(await read('marked.md'), { text: '阅览室' });
  });

  it('reads UTF-16 with a mark, in either order', async () => {
    const bytes = Buffer.from('\uFEFF阅览室 reading room', 'utf16le');
    folder.write('little.md', bytes);
    folder.write('big.md', Buffer.from(bytes).swap16());
    for (const path of ['little.md', 'big.md'])
      assert.deepEqual(await read(path), { text: '阅览室 reading room' }, path);
  });

  it('reads a text with a stray NUL', async () => {
    folder.write('nul.md', 'the reading\0 room of the town');
    assert.deepEqual(await read('nul.md'), { text: 'the reading\0 room of the town' });
  });

  const notUtf8: Readonly<Record<string, Uint8Array>> = {
    'Latin-1': Uint8Array.of(0x63, 0x61, 0x66, 0xe9),
    'a lone surrogate': Uint8Array.of(0x61, 0xed, 0xa0, 0x80),
    'UTF-16 that is cut off': Buffer.from('\uFEFFreading room', 'utf16le').subarray(0, -1),
    'UTF-32 with a mark': Buffer.from('\uFEFF\0r\0o\0o\0m\0', 'utf16le'),
    'UTF-16 without a mark': Buffer.from('reading room', 'utf16le'),
    'a picture': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  };
  for (const [name, bytes] of Object.entries(notUtf8)) {
    it(`takes ${name} as not UTF-8`, async () => {
      folder.write('file.md', bytes);
      assert.deepEqual(await read('file.md'), { unread: 'not UTF-8' });
    });
  }

  it('says why a file gives no text', async () => {
    folder.write('long.md', 'x'.repeat(1001));
    folder.write('full.md', 'x'.repeat(1000));
    mkdirSync(join(folder.path, 'folder.md'));
    assert.deepEqual(await read('long.md'), { unread: 'too large' });
    assert.deepEqual(await read('full.md'), { text: 'x'.repeat(1000) });
    assert.deepEqual(await read('folder.md'), { unread: 'not a file' });
    assert.deepEqual(await read('none.md'), { unread: 'missing' });
    assert.deepEqual(await read('plumbline.yaml/below.md'), { unread: 'missing' });
    assert.deepEqual(await files.read('vscode-vfs://host/a.md'), { unread: 'missing' });
  });

  it('counts the bytes of what says that it has none', async function () {
    if (process.platform !== 'linux') this.skip();
    assert.deepEqual(await files.read('file:///proc/self/pagemap'), { unread: 'too large' });
    assert.deepEqual(await files.read('file:///dev/zero'), { unread: 'not a file' });
    assert.ok('text' in (await files.read('file:///proc/self/comm')));
  });

  it('does not wait for the writer of a pipe', async function () {
    if (process.platform === 'win32') this.skip();
    execFileSync('mkfifo', [join(folder.path, 'pipe.md')]);
    assert.deepEqual(await read('pipe.md'), { unread: 'not a file' });
  });

  it('lists a folder by name and tells what links lead to', async function () {
    if (process.platform === 'win32') this.skip();
    folder.write('list/b.md', '');
    folder.write('list/a/c.md', '');
    symlinkSync(join(folder.path, 'packs'), join(folder.path, 'list/linked'));
    symlinkSync(join(folder.path, 'nowhere'), join(folder.path, 'list/broken'));
    assert.deepEqual(await files.list(URI.file(join(folder.path, 'list')).toString()), [
      { name: 'a', folder: true, link: false },
      { name: 'b.md', folder: false, link: false },
      { name: 'linked', folder: true, link: true },
    ]);
    assert.deepEqual(await files.list(URI.file(join(folder.path, 'none')).toString()), []);
  });
});
