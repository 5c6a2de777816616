import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import {
  createMessageConnection,
  type MessageConnection,
  type ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { LibraryFolder } from '../workspace/library-folder.js';
import { handledRequests } from './handled-requests.js';
import { Session } from './session.js';

describe('a server that lives on', () => {
  let folder: LibraryFolder;

  beforeEach(() => {
    folder = new LibraryFolder();
  });
  afterEach(() => folder.remove());

  describe('after what no client should send', () => {
    let session: Session;
    let report: string;
    const request = (method: string, params: unknown) =>
      session.connection.sendRequest(method, params).then(
        (result) => ({ result }),
        (error: unknown) => ({ error }),
      );

    beforeEach(async () => {
      session = await Session.start({ folders: [folder.path], shippedPacks: folder.shippedPacks });
      report = session.open(folder.report, 'The study hall.\n');
      assert.equal((await session.diagnostics(report)).length, 1);
    });
    afterEach(async () => {
      // Whatever came before, the document is served.
      assert.equal((await session.diagnostics(report)).length, 1);
      await session.stop();
    });

    for (const method of handledRequests.filter((name) => name.startsWith('textDocument/'))) {
      it(`${method} with no, empty or wrong parameters`, async () => {
        const position = { line: 0, character: 0 };
        for (const params of [
          undefined,
          {},
          { textDocument: null },
          { textDocument: { uri: 7 }, position },
          { textDocument: { uri: '%%%not a uri' }, position },
          { textDocument: { uri: report }, position: { line: 'x', character: null } },
          { textDocument: { uri: report }, position: { line: -5, character: 1e9 }, range: null, context: null },
        ]) {
          await request(method, params);
        }
      });
    }

    it('a request that there is none of, and a command that is unknown', async () => {
      assert.ok('error' in (await request('textDocument/none', {})));
      for (const command of ['none', 'plumbline.server.checkFile', 'plumbline.server.applyFix']) {
        const answer = await request('workspace/executeCommand', { command });
        assert.equal('error' in answer && (answer.error as ResponseError<unknown>).code, -32602, command);
      }
    });

    it('notifications of documents that are not open, or none at all', async () => {
      for (const [method, params] of [
        ['textDocument/didChange', { textDocument: { uri: 'file:///a.md', version: 2 }, contentChanges: [] }],
        ['textDocument/didChange', { textDocument: { uri: report }, contentChanges: 'none' }],
        ['textDocument/didClose', { textDocument: { uri: 'file:///a.md' } }],
        ['textDocument/didOpen', {}],
        ['textDocument/didOpen', { textDocument: { uri: '::', languageId: 'markdown', version: 1, text: 'x' } }],
        ['workspace/didChangeWatchedFiles', { changes: [{ uri: '::', type: 9 }] }],
        ['workspace/didChangeWatchedFiles', {}],
        ['workspace/didChangeConfiguration', null],
        ['$/cancelRequest', { id: 99 }],
      ] as const) {
        await session.connection.sendNotification(method, params);
      }
    });

    it('texts that are hard to read', async () => {
      for (const text of [
        '',
        '\u0000',
        '\uD800 study hall \uDC00',
        'x'.repeat(999_999),
        `${'> '.repeat(3000)}study hall`,
      ]) {
        session.change(report, [{ text }]);
        await session.pull(report);
      }
      session.change(report, [{ text: 'The study hall.\n' }]);
    });
  });

  describe('as a process', () => {
    let server: ChildProcessWithoutNullStreams;
    let connection: MessageConnection;
    const root = fileURLToPath(new URL('../..', import.meta.url));

    beforeEach(() => {
      server = spawn(process.execPath, ['--import', 'tsx', 'server/src/lsp/main.ts', '--stdio'], { cwd: root });
      connection = createMessageConnection(
        new StreamMessageReader(server.stdout),
        new StreamMessageWriter(server.stdin),
      );
      connection.listen();
    });
    afterEach(() => {
      connection.dispose();
      server.kill();
    });
    const initialize = () =>
      connection.sendRequest<{ serverInfo: { name: string } }>('initialize', {
        processId: process.pid,
        rootUri: null,
        capabilities: {},
      });

    it('serves the shipped packs over stdio, and ends when it is told to', async () => {
      assert.equal((await initialize()).serverInfo.name, 'plumbline');
      const published = new Promise<{ uri: string }>((resolve) =>
        connection.onNotification('textDocument/publishDiagnostics', resolve),
      );
      await connection.sendNotification('initialized', {});
      const uri = 'untitled:Untitled-1';
      const text = '---\nreport: briefing\n---\n\n# A briefing\n';
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version: 1, text },
      });
      const { diagnostics } = (await published) as { uri: string; diagnostics: { code: string }[] };
      assert.ok(diagnostics.some(({ code }) => code === 'section-missing'));
      await connection.sendRequest('shutdown');
      const exit = once(server, 'exit');
      await connection.sendNotification('exit');
      assert.deepEqual(await exit, [0, null]);
    });

    it('answers after a message that is no JSON', async () => {
      server.stdin.write('Content-Length: 5\r\n\r\n{"a":');
      assert.equal((await initialize()).serverInfo.name, 'plumbline');
    });

    it('ends with 1 for a bad header, so that its client starts it anew', async () => {
      const exit = once(server, 'exit');
      assert.equal((await initialize()).serverInfo.name, 'plumbline');
      server.stdin.write('Content-Length: two\r\n\r\n{}');
      assert.deepEqual(await exit, [1, null]);
    });

    it('ends with its client', async () => {
      await initialize();
      const exit = once(server, 'exit');
      server.stdin.end();
      assert.deepEqual(await exit, [1, null]);
    });
  });
});
