import assert from 'node:assert/strict';
import { once } from 'node:events';
import {
  createProtocolConnection,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { type Folder, makeHarbour } from './folder.js';
import { startPlumbline } from './plumbline.js';

describe('plumbline lsp --stdio', () => {
  let folder: Folder;
  before(() => {
    folder = makeHarbour();
  });
  after(() => folder.remove());

  for (const extra of [[], [`--clientProcessId=${process.pid}`]]) {
    it(['serves a client', ...extra.map(() => 'that names its process')].join(' '), async () => {
      const child = startPlumbline(['lsp', '--stdio', ...extra], { cwd: folder.path });
      const connection = createProtocolConnection(
        new StreamMessageReader(child.stdout),
        new StreamMessageWriter(child.stdin),
      );
      connection.listen();
      const { capabilities } = await connection.sendRequest(InitializeRequest.type, {
        processId: process.pid,
        rootUri: null,
        workspaceFolders: null,
        capabilities: {},
      });
      assert.ok(capabilities.hoverProvider);
      await connection.sendNotification(InitializedNotification.type, {});
      await connection.sendRequest(ShutdownRequest.type);
      const closed = once(child, 'close');
      await connection.sendNotification(ExitNotification.type);
      assert.deepEqual(await closed, [0, null]);
      connection.dispose();
    });
  }
});
