import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageConnection,
} from 'vscode-languageserver-protocol/node';
import { URI } from 'vscode-uri';
import { SignOfLife } from '../../client/src/sign-of-life.js';
import type { VocabularyStatus } from '../../server/src/lsp/protocol.js';
import { LibraryFolder, libraryConfig, libraryPack } from '../workspace/library-folder.js';
import { Session } from './session.js';

describe('a server that is watched over', () => {
  let folder: LibraryFolder;
  let session: Session;
  beforeEach(() => {
    folder = new LibraryFolder();
  });
  afterEach(async () => {
    await session?.stop();
    folder.remove();
  });
  const start = async (initializationOptions?: unknown) => {
    session = await Session.start({ folders: [folder.path], shippedPacks: folder.shippedPacks, initializationOptions });
  };
  const readings = () => session.untaken('plumbline/reading');
  /** Begun and done by turns, so that nothing that follows is taken for what was in hand; here without the packs'. */
  const readingsOfDocuments = () => {
    const all = readings();
    return all.filter((_, i) => {
      const [begun, done] = [all[i - (i % 2)], all[i - (i % 2) + 1]];
      assert.deepEqual(done, { uris: [], first: begun.first });
      return !begun.uris.includes(packFolder());
    });
  };
  const packFolder = () => URI.file(dirname(folder.pack)).toString();

  it('answers a ping', async () => {
    await start();
    assert.equal(await session.connection.sendRequest('plumbline/ping'), null);
  });

  it('says which document it has in hand and that it is done, and whether it is the first time', async () => {
    await start({ leaveAlone: [] });
    const uri = session.open(folder.report, 'The study hall.\n');
    await session.diagnostics(uri);
    const first = readingsOfDocuments();
    assert.deepEqual(first.slice(0, 2), [
      { uris: [uri], first: true },
      { uris: [], first: true },
    ]);
    session.edit(uri, 'hall', 'halls');
    await session.diagnostics(uri);
    assert.deepEqual(readingsOfDocuments().slice(first.length, first.length + 2), [
      { uris: [uri], first: false },
      { uris: [], first: false },
    ]);
    const before = readings().length;
    await session.completions(uri, 'study');
    await session.connection.sendRequest('textDocument/hover', {
      textDocument: { uri },
      position: { line: 0, character: 5 },
    });
    assert.ok(readings().length >= before + 4);
  });

  it('says which packs it has in hand, that it is done, and then that they are merged', async () => {
    await start({ leaveAlone: [] });
    await session.next('plumbline/reading', ({ uris }) => uris.length === 0);
    assert.deepEqual(readings()[0], { uris: [packFolder()], first: true });
    await session.diagnostics(session.open(folder.report, 'The study hall.\n'));
    const ofPacks = readings().filter(({ uris }) => uris.includes(packFolder()));
    // Read, then merged, then what shows only then.
    assert.ok(ofPacks.length >= 2);
    for (const reading of ofPacks) assert.deepEqual(reading, { uris: [packFolder()], first: true });
  });

  it('leaves the packs alone over which one was ended, and says so', async () => {
    folder.write('packs/others/pack.yaml', libraryPack.replace('name: libraries', 'name: others'));
    folder.write('plumbline.yaml', libraryConfig.replace('[libraries]', '[libraries, others]'));
    await start({ leaveAlone: [packFolder().replace('libraries', '%6cibraries')] });
    const uri = session.open(folder.report, 'The study hall.\n');
    const [finding, ...more] = await session.diagnostics(uri);
    assert.ok(finding !== undefined && more.length === 0);
    assert.match(String(finding.codeDescription?.href ?? session.message(finding)), /reading room|others/);
    const status = await session.next('plumbline/status');
    assert.deepEqual(
      status.packs.map(({ name }: { name: string }) => name),
      ['others'],
    );
    assert.deepEqual([status.leftAlone, status.problems], [[packFolder()], 1]);
    const manifest = URI.file(folder.pack).toString();
    const [problem] = await session.published(manifest, (diagnostics) => diagnostics.length > 0);
    assert.equal(
      problem && session.message(problem),
      'Too long in loading, so the pack is left out\nRestart the server to load it again.',
    );
    assert.ok(!readings().some(({ uris }) => uris.includes(packFolder())));
    // It isn't loaded again behind the writer's back.
    folder.write('packs/libraries/pack.yaml', `${libraryPack}\n`);
    session.filesChanged(folder.pack);
    session.edit(uri, 'hall', 'halls');
    await session.diagnostics(uri);
    assert.ok(!readings().some(({ uris }) => uris.includes(packFolder())));
  });

  it('says nothing of it to an editor that does not watch', async () => {
    await start();
    const uri = session.open(folder.report, 'The study hall.\n');
    assert.equal((await session.diagnostics(uri)).length, 1);
    assert.deepEqual(readings(), []);
  });

  it('leaves the documents alone over which one was ended, until they are closed', async () => {
    const uri = URI.file(folder.report).toString();
    // As another editor escapes it.
    await start({ leaveAlone: [uri.replace('report', '%72eport'), 7, null] });
    session.open(folder.report, 'The study hall.\n');
    const other = session.open(`${folder.path}/other.md`, '---\nreport: note\n---\n\nThe study hall.\n');
    assert.deepEqual(await session.diagnostics(uri), []);
    assert.deepEqual(await session.completions(uri, 'study'), []);
    assert.notEqual((await session.diagnostics(other)).length, 0);
    session.edit(uri, 'hall', 'halls');
    assert.deepEqual(await session.diagnostics(uri), []);
    assert.ok(!readings().some((reading) => reading.uris.includes(uri)));
    session.close(uri);
    session.open(folder.report, 'The study hall.\n');
    assert.equal((await session.diagnostics(uri)).length, 1);
  });

  const wrong: unknown[] = ['x', 7, null, { leaveAlone: 'x' }, { leaveAlone: { 0: 'file:///a.md' } }, []];
  for (const options of wrong) {
    it(`takes ${JSON.stringify(options)} for no watch`, async () => {
      await start(options);
      const uri = session.open(folder.report, 'The study hall.\n');
      assert.equal((await session.diagnostics(uri)).length, 1);
      assert.deepEqual(readings(), []);
    });
  }
});

describe('a watched server in a process of its own', () => {
  let server: ChildProcess;
  let connection: MessageConnection;
  afterEach(() => {
    connection.dispose();
    server.kill('SIGKILL');
  });
  const start = async (leaveAlone: readonly string[], rootUri: string | null = null) => {
    const main = fileURLToPath(new URL('../../server/dist/lsp.js', import.meta.url));
    server = fork(main, ['--node-ipc'], { execArgv: [] });
    connection = createMessageConnection(new IPCMessageReader(server), new IPCMessageWriter(server));
    connection.listen();
    const initializationOptions = { leaveAlone };
    const capabilities = { textDocument: { diagnostic: {}, completion: { dynamicRegistration: true } } };
    connection.onRequest(() => null);
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri,
      capabilities,
      initializationOptions,
    });
    await connection.sendNotification('initialized', {});
  };
  const open = (uri: string, text: string) => {
    void connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    });
    return connection.sendRequest<{ items: unknown[] }>('textDocument/diagnostic', { textDocument: { uri } });
  };

  /** What the server had in hand when it gave no sign of life: from where it takes up `uri` on. */
  const endedOver = async (uri: string) => {
    const over: string[] = [];
    const signs = new SignOfLife({
      ping: () => connection.sendRequest('plumbline/ping'),
      silent(uris) {
        over.push(...uris);
        server.kill('SIGKILL');
      },
    });
    await new Promise<void>((resolve) =>
      connection.onNotification('plumbline/reading', (reading) => {
        if (!reading.uris.includes(uri)) return;
        signs.reads(reading);
        // As if it never came to an end.
        server.kill('SIGSTOP');
        resolve();
      }),
    );
    const exit = once(server, 'exit');
    for (let second = 0; second < 35; second++) signs.tick();
    await exit;
    connection.dispose();
    return over;
  };

  it('is initialized before it loads a pack, ended over it, and the next one serves without it', async () => {
    const folder = new LibraryFolder();
    try {
      folder.write('packs/slow/pack.yaml', 'schema: 1\nname: slow\nversion: 1.0.0\nlanguages: [en]\n');
      folder.write('plumbline.yaml', libraryConfig.replace('[libraries]', '[libraries, slow]'));
      const [root, slow] = [folder.path, join(folder.path, 'packs/slow')].map((path) => URI.file(path).toString());
      await start([], root as string);
      assert.deepEqual(await endedOver(slow as string), [slow]);

      await start([slow as string], root as string);
      const status = new Promise<VocabularyStatus>((resolve) => connection.onNotification('plumbline/status', resolve));
      const { items } = await open(URI.file(folder.report).toString(), 'The study hall.\n');
      assert.equal(items.length, 1);
      const { packs, leftAlone } = await status;
      assert.deepEqual([packs.map(({ name }) => name), leftAlone], [['libraries'], [slow]]);
    } finally {
      folder.remove();
    }
  });

  it('says what pack it takes up before it reads it, not after', async () => {
    const folder = new LibraryFolder();
    try {
      // A tag is read by the library of YAML alone, which takes its time.
      const terms = Array.from({ length: 5_000 }, (_, i) => `  word-${i}: {preferred: {en: !!str word ${i}}}\n`);
      folder.write('packs/libraries/terms.yaml', `terms:\n${terms.join('')}`);
      await start([], URI.file(folder.path).toString());
      const told: number[] = [];
      await new Promise<void>((resolve) =>
        connection.onNotification('plumbline/reading', () => {
          if (told.push(performance.now()) === 2) resolve();
        }),
      );
      const [begun = 0, done = 0] = told;
      assert.ok(done - begun > 50, `${done - begun} ms between`);
    } finally {
      folder.remove();
    }
  });

  it('is ended over the document that it reads, and the next one reads the others', async () => {
    const long = `---\nreport: briefing\n---\n\n${'A word of the briefing in 2023.\n\n'.repeat(12_000)}`;
    await start([]);
    const over = endedOver('untitled:long');
    const never = open('untitled:long', long).catch(() => undefined);
    assert.deepEqual(await over, ['untitled:long']);
    await never;

    await start(['untitled:long']);
    const [left, read] = await Promise.all([
      open('untitled:long', long),
      open('untitled:short', '---\nreport: briefing\n---\n\n# A briefing\n'),
    ]);
    assert.deepEqual(left.items, []);
    assert.notEqual(read.items.length, 0);
    assert.equal(await connection.sendRequest('plumbline/ping'), null);
  });
});
