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
import { SignOfLife } from '../../client/src/sign-of-life.js';
import { pingRequest, readingNotification } from '../../server/src/lsp/protocol.js';

/** Lets promises that are settled be heard. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('the sign of life of the server', () => {
  let pings: { answer(): void; refuse(): void }[];
  let ended: { uris: readonly string[]; seconds: number; after: number }[];
  let seconds: number;
  let signs: SignOfLife;
  beforeEach(() => {
    pings = [];
    ended = [];
    seconds = 0;
    signs = new SignOfLife({
      ping: () =>
        new Promise<void>((resolve, reject) => pings.push({ answer: resolve, refuse: () => reject(new Error()) })),
      silent: (uris, silent) => ended.push({ uris, seconds: silent, after: seconds }),
    });
  });
  const pass = async (count: number) => {
    for (let i = 0; i < count; i++) {
      seconds++;
      signs.tick();
      await turn();
    }
  };

  it('is asked for five seconds after the last, one question at a time', async () => {
    await pass(4);
    assert.equal(pings.length, 0);
    await pass(3);
    assert.equal(pings.length, 1);
    pings[0]?.answer();
    await pass(4);
    assert.equal(pings.length, 1);
    await pass(2);
    assert.equal(pings.length, 2);
  });

  it('is missed after ten seconds, whatever was in hand before', async () => {
    signs.reads({ uris: ['file:///a.md'], first: true });
    signs.reads({ uris: [], first: true });
    await pass(14);
    assert.deepEqual(ended, []);
    await pass(1);
    assert.deepEqual(ended, [{ uris: [], seconds: 10, after: 15 }]);
  });

  it('is missed after ten seconds over a document that was read before, which is named', async () => {
    signs.reads({ uris: ['file:///a.md'], first: false });
    await pass(15);
    assert.deepEqual(ended, [{ uris: ['file:///a.md'], seconds: 10, after: 15 }]);
  });

  it('is waited for thirty seconds while a document is read for the first time', async () => {
    await pass(8);
    signs.reads({ uris: ['file:///a.md'], first: true });
    await pass(26);
    assert.deepEqual(ended, []);
    await pass(1);
    assert.deepEqual(ended, [{ uris: ['file:///a.md'], seconds: 30, after: 35 }]);
  });

  it('is given by a late answer, by a refusal, and by one that came while the editor itself hung', async () => {
    await pass(14);
    pings[0]?.answer();
    await turn();
    await pass(5);
    pings[1]?.refuse();
    await turn();
    await pass(5);
    // The editor hung: no second passed here, however many did.
    pings[2]?.answer();
    await turn();
    await pass(14);
    assert.deepEqual(ended, []);
  });

  it('of a new server is none of the old one, and the other way round', async () => {
    await pass(14);
    signs.reset();
    pings[0]?.answer();
    await pass(6);
    assert.equal(pings.length, 2);
    await pass(8);
    assert.deepEqual(ended, []);
    await pass(1);
    assert.equal(ended.length, 1);
    // Once ended, the next one is asked anew.
    await pass(5);
    assert.equal(pings.length, 3);
  });

  describe('over a real process', () => {
    let server: ChildProcess;
    let connection: MessageConnection;
    let real: SignOfLife;
    let over: string[];
    const start = () => {
      server = fork(fileURLToPath(new URL('fixtures/hanging-server.mjs', import.meta.url)), { execArgv: [] });
      connection = createMessageConnection(new IPCMessageReader(server), new IPCMessageWriter(server));
      connection.listen();
    };
    beforeEach(() => {
      over = [];
      start();
    });
    afterEach(() => {
      connection.dispose();
      server.kill('SIGKILL');
    });

    it('leaves the document of a server that hangs alone, and has one that answers again', async () => {
      real = new SignOfLife({
        ping: () => connection.sendRequest(pingRequest),
        silent(uris) {
          over.push(...uris);
          server.kill('SIGKILL');
        },
      });
      assert.equal(await connection.sendRequest(pingRequest), null);
      const announced = new Promise<void>((resolve) =>
        connection.onNotification(readingNotification, (reading) => {
          real.reads(reading);
          resolve();
        }),
      );
      await connection.sendNotification('textDocument/didOpen', { textDocument: { uri: 'file:///hangs.md' } });
      await announced;
      const exit = once(server, 'exit');
      for (let second = 0; second < 35; second++) {
        assert.deepEqual(over, []);
        real.tick();
        await turn();
      }
      assert.deepEqual(over, ['file:///hangs.md']);
      assert.deepEqual(await exit, [null, 'SIGKILL']);
      connection.dispose();
      start();
      assert.equal(await connection.sendRequest(pingRequest), null);
    });
  });
});
