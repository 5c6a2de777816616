import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageConnection,
} from 'vscode-languageserver-protocol/node';
import { URI } from 'vscode-uri';
import { SignOfLife } from '../../client/src/sign-of-life.js';
import { LibraryFolder } from '../workspace/library-folder.js';
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

  it('answers a ping', async () => {
    await start();
    assert.equal(await session.connection.sendRequest('plumbline/ping'), null);
  });

  it('says which document it has in hand and that it is done, and whether it is the first time', async () => {
    await start({ leaveAlone: [] });
    const uri = session.open(folder.report, 'The study hall.\n');
    await session.diagnostics(uri);
    const first = readings();
    assert.deepEqual(first.slice(0, 2), [{ uri, first: true }, { first: true }]);
    // Begun and done by turns: nothing that follows is taken for this document.
    assert.deepEqual(
      first.map((reading) => reading.uri),
      first.map((_, i) => (i % 2 === 0 ? uri : undefined)),
    );
    session.edit(uri, 'hall', 'halls');
    await session.diagnostics(uri);
    assert.deepEqual(readings().slice(first.length, first.length + 2), [{ uri, first: false }, { first: false }]);
    const before = readings().length;
    await session.completions(uri, 'study');
    await session.connection.sendRequest('textDocument/hover', {
      textDocument: { uri },
      position: { line: 0, character: 5 },
    });
    assert.ok(readings().length >= before + 4);
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
    assert.ok(!readings().some((reading) => reading.uri === uri));
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
  const start = async (leaveAlone: readonly string[]) => {
    const main = fileURLToPath(new URL('../../server/dist/lsp.js', import.meta.url));
    server = fork(main, ['--node-ipc'], { execArgv: [] });
    connection = createMessageConnection(new IPCMessageReader(server), new IPCMessageWriter(server));
    connection.listen();
    const initializationOptions = { leaveAlone };
    const capabilities = { textDocument: { diagnostic: {} } };
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
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

  it('is ended over the document that it reads, and the next one reads the others', async () => {
    const long = `---\nreport: briefing\n---\n\n${'A word of the briefing in 2023.\n\n'.repeat(12_000)}`;
    await start([]);
    const over: (string | undefined)[] = [];
    const signs = new SignOfLife({
      ping: () => connection.sendRequest('plumbline/ping'),
      silent(document) {
        over.push(document);
        server.kill('SIGKILL');
      },
    });
    const told = new Promise<void>((resolve) =>
      connection.onNotification('plumbline/reading', (reading) => {
        signs.reads(reading);
        // As if it never came to an end.
        server.kill('SIGSTOP');
        resolve();
      }),
    );
    const never = open('untitled:long', long).catch(() => undefined);
    await told;
    const exit = once(server, 'exit');
    for (let second = 0; second < 35; second++) signs.tick();
    await exit;
    connection.dispose();
    await never;
    assert.deepEqual(over, ['untitled:long']);

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
