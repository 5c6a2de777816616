import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkFileCommand } from '../../server/src/lsp/protocol.js';
import { LibraryFolder, libraryPack } from '../workspace/library-folder.js';
import { Session } from './session.js';

describe('a folder that is not trusted', () => {
  let folder: LibraryFolder;
  beforeEach(() => {
    folder = new LibraryFolder();
    // What ships says the other way round.
    folder.write(
      'shipped/own/pack.yaml',
      libraryPack.replace('libraries', 'own').replaceAll('study hall', 'book cellar'),
    );
  });
  afterEach(() => folder.remove());

  const found = async (trusted: boolean) => {
    const options = { folders: [folder.path], shippedPacks: folder.shippedPacks, initializationOptions: { trusted } };
    const session = await Session.start(options);
    const report = session.open(folder.report, '---\nreport: x\n---\n\nThe study hall and the book cellar.\n');
    await session.diagnostics(report);
    await session.connection.sendRequest('workspace/executeCommand', {
      command: checkFileCommand,
      arguments: [report],
    });
    const messages = (await session.diagnostics(report)).map(({ message }) => String(message));
    const status = await session.next('plumbline/status', ({ uri, isReport }) => uri === report && isReport);
    await session.stop();
    return { messages, packs: status.packs.map(({ name }: { name: string }) => name), configUri: status.configUri };
  };

  it('is held to the shipped packs: no config and no pack of its own is read', async () => {
    const strange = await found(false);
    assert.deepEqual([strange.packs, strange.configUri], [['own'], undefined]);
    assert.ok(strange.messages.some((message) => message.includes('book cellar')));
    assert.ok(!strange.messages.some((message) => message.includes('study hall')));
    assert.deepEqual((await found(true)).packs, ['libraries']);
  });

  it('makes no difference to a hostile config: the session goes on, trusted or not', async () => {
    const hostile = [
      'packs: [//host/share]',
      'packs: ["\\\\\\\\host\\\\share"]',
      'files: ["+(a|aa)+b"]\nlanguage: constructor',
      'extends: [//host/share/plumbline.yaml, plumbline.yaml, constructor]',
      '__proto__: {x: 1}\nrules: {__proto__: off}',
    ];
    for (const config of hostile) {
      folder.write('plumbline.yaml', `${config}\n`);
      for (const trusted of [true, false]) assert.ok((await found(trusted)).packs.length <= 1, config);
    }
    rmSync(join(folder.path, 'plumbline.yaml'));
    folder.write('plumbline.yaml/pack.yaml', '');
    assert.ok((await found(true)).configUri?.endsWith('plumbline.yaml'));
  });
});
