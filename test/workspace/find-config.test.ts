import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import { findConfig } from '../../server/src/workspace/find-config.js';
import { nodeFiles } from '../../server/src/workspace/node-files.js';
import { LibraryFolder } from './library-folder.js';

describe('finding plumbline.yaml', () => {
  let folder: LibraryFolder;
  const find = (path: string) => findConfig(nodeFiles(1000), URI.file(join(folder.path, path)).toString());
  const uri = (path: string) => URI.file(join(folder.path, path)).toString();

  beforeEach(() => {
    folder = new LibraryFolder();
  });
  afterEach(() => folder.remove());

  it('takes the nearest one upward', async () => {
    folder.write('north/plumbline.yaml', 'packs: []\n');
    assert.equal(await find('north/deep/er/a.md'), uri('north/plumbline.yaml'));
    assert.equal(await find('south/a.md'), uri('plumbline.yaml'));
    assert.equal(await find('a.md'), uri('plumbline.yaml'));
  });

  it('takes one that cannot be read, for its problem to be seen', async () => {
    folder.write('north/plumbline.yaml', Uint8Array.of(0xff, 0xfe, 0x61, 0x00));
    assert.equal(await find('north/a.md'), uri('north/plumbline.yaml'));
  });

  it('takes a folder of that name, for its problem to be seen', async () => {
    mkdirSync(join(folder.path, 'north/plumbline.yaml'), { recursive: true });
    assert.equal(await find('north/a.md'), uri('north/plumbline.yaml'));
  });

  it('finds none for a document of another host', async () => {
    assert.equal(await findConfig(nodeFiles(1000), 'vscode-vfs://host/repository/a.md'), undefined);
    assert.equal(await findConfig(nodeFiles(1000), 'untitled:Untitled-1'), undefined);
  });
});
