import assert from 'node:assert/strict';
import { URI } from 'vscode-uri';
import { version } from '../../server/src/core/index.js';
import { LibraryFolder } from '../workspace/library-folder.js';
import { BareClient } from './bare-client.js';

/** What Neovim 0.7 says of itself: it is pushed to, and knows literals and Markdown. */
const neovim = {
  textDocument: {
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix'] } } },
    completion: { completionItem: { snippetSupport: false, documentationFormat: ['markdown', 'plaintext'] } },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    publishDiagnostics: { relatedInformation: true },
  },
  workspace: { applyEdit: true, configuration: true, workspaceFolders: true },
};

/** What Helix says of itself, with plain text for what is shown: files are watched, but no folder beside them. */
const helix = {
  textDocument: {
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix'] } } },
    completion: { completionItem: { snippetSupport: false, documentationFormat: ['plaintext'] } },
    hover: { contentFormat: ['plaintext'] },
    publishDiagnostics: { versionSupport: true },
  },
  workspace: {
    applyEdit: true,
    configuration: true,
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: false },
    workspaceEdit: { documentChanges: true },
    workspaceFolders: true,
  },
};

const text = '# Spring\n\nThe study hall opens at nine.\n';

describe('the protocol by its letter, over bare frames (trials, end of 5)', () => {
  let folder: LibraryFolder;
  let client: BareClient;
  beforeEach(() => {
    folder = new LibraryFolder();
    client = new BareClient();
  });
  afterEach(() => {
    client.kill();
    folder.remove();
  });

  const initialize = (capabilities: object = {}) => {
    const uri = URI.file(folder.path).toString();
    return client.ask('initialize', {
      processId: null,
      rootUri: uri,
      capabilities,
      workspaceFolders: [{ uri, name: 'x' }],
    });
  };
  const start = async (capabilities?: object) => {
    const answer = await initialize(capabilities);
    client.notify('initialized', {});
    return answer.result;
  };
  const uriOf = (path: string) => URI.file(path).toString();
  const open = (path: string, content: string) => {
    const uri = uriOf(path);
    client.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text: content },
    });
    return uri;
  };
  const published = (uri: string) =>
    client.next(({ method, params }) => method === 'textDocument/publishDiagnostics' && params.uri === uri);
  it('begins with the answer to initialize, and shows what was broken before once the client is ready (trial 5.1)', async () => {
    folder.write('plumbline.yaml', 'packs: [libraries]\nfiles: 7\n');
    folder.write('packs/libraries/more.yaml', 'terms:\n  shelf:\n    preferred: {en: [7]}\n');
    const { result } = await initialize();
    assert.equal(result.serverInfo.name, 'plumbline');
    const asked = await client.ask('textDocument/hover', {
      textDocument: { uri: 'file:///a.md' },
      position: { line: 0, character: 0 },
    });
    assert.equal(asked.result, null);
    // Two answers, and nothing else, though all packs were read for the first.
    assert.deepEqual(
      client.received.map(({ method }) => method),
      [undefined, undefined],
    );
    client.notify('initialized', {});
    for (const path of ['plumbline.yaml', 'packs/libraries/more.yaml']) {
      assert.equal((await published(uriOf(`${folder.path}/${path}`))).params.diagnostics.length, 1, path);
    }
  });

  it('shows a document that was opened before the client was ready', async () => {
    await initialize();
    const uri = open(folder.report, text);
    await client.ask('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 0 } });
    assert.equal(client.received.length, 2);
    client.notify('initialized', {});
    assert.equal((await published(uri)).params.diagnostics.length, 1);
  });

  it('refuses what comes before initialize, and hears no notification', async () => {
    client.notify('initialized', {});
    open(folder.report, text);
    for (const method of ['textDocument/hover', 'workspace/executeCommand', 'shutdown', 'plumbline/ping', 'none']) {
      assert.equal((await client.ask(method, {})).error?.code, -32002, method);
    }
    assert.equal((await initialize()).error, undefined);
  });

  it('refuses a second initialize, and goes on', async () => {
    await start();
    assert.equal((await initialize()).error?.code, -32600);
    const uri = open(folder.report, text);
    assert.equal((await published(uri)).params.diagnostics.length, 1);
  });

  it('refuses what comes after shutdown, and ends with 0', async () => {
    await start();
    assert.equal((await client.ask('shutdown')).result, null);
    assert.equal((await initialize()).error?.code, -32600);
    for (const method of ['textDocument/hover', 'textDocument/diagnostic', 'shutdown', 'none']) {
      assert.equal((await client.ask(method, {})).error?.code, -32600, method);
    }
    assert.equal(await client.exit(), 0);
  });

  it('ends with 1 without a shutdown', async () => {
    await start();
    assert.equal(await client.exit(), 1);
  });

  it('says what it is and what it listens to', async () => {
    const { serverInfo, capabilities } = await start();
    assert.deepEqual(serverInfo, { name: 'plumbline', version });
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2, save: true });
    assert.equal(capabilities.diagnosticProvider, undefined);
  });

  it('answers a request that was cancelled as cancelled', async () => {
    await start({ textDocument: { diagnostic: {} } });
    const uri = open(folder.report, text);
    await client.ask('textDocument/diagnostic', { textDocument: { uri } });
    client.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: `${text}\nMore.\n` }],
    });
    const id = client.send('textDocument/diagnostic', { textDocument: { uri } });
    client.notify('$/cancelRequest', { id });
    assert.equal((await client.answerTo(id)).error?.code, -32800);
  });

  it('refuses a command that there is none of, and a method', async () => {
    await start();
    assert.equal((await client.ask('workspace/executeCommand', { command: 'none' })).error?.code, -32602);
    assert.equal((await client.ask('textDocument/none', {})).error?.code, -32601);
  });

  // Where there is a finding the hover says only what that lacks.
  const both = text.replace('nine.', 'nine. The reading room too.');
  const at = { line: 2, character: both.split('\n')[2]?.indexOf('room too') ?? 0 };
  for (const [name, capabilities, kind] of [
    ['says nothing of it', {}, 'plaintext'],
    ['likes plain text (Helix)', helix, 'plaintext'],
    ['likes Markdown better (Neovim)', neovim, 'markdown'],
  ] as const) {
    it(`shows ${kind} to a client that ${name}`, async () => {
      await start(capabilities);
      const uri = open(folder.report, both);
      const hover = (await client.ask('textDocument/hover', { textDocument: { uri }, position: at })).result;
      assert.equal(hover.contents.kind, kind);
      assert.equal(/\*\*reading room\*\*/.test(hover.contents.value), kind === 'markdown');
      assert.match(hover.contents.value, /Ministry of Culture/);
      assert.doesNotMatch(hover.contents.value.split('reading room')[1] ?? '', kind === 'plaintext' ? /[*~\\]/ : /^$/);
      const { items } = (
        await client.ask('textDocument/completion', {
          textDocument: { uri },
          position: { line: 2, character: 9 },
          context: { triggerKind: 1 },
        })
      ).result;
      assert.ok(items.length > 0);
      for (const { documentation, insertTextFormat } of items) {
        assert.equal(documentation.kind, kind);
        assert.equal(insertTextFormat, undefined);
      }
    });
  }

  it('gives fixes as commands to a client without literals, and asks it for the edit', async () => {
    await start({ workspace: { applyEdit: true } });
    const uri = open(folder.report, text);
    const [diagnostic] = (await published(uri)).params.diagnostics;
    const ask = async () =>
      (
        await client.ask('textDocument/codeAction', {
          textDocument: { uri },
          range: diagnostic.range,
          context: { diagnostics: [diagnostic] },
        })
      ).result;
    const [command] = await ask();
    assert.deepEqual(Object.keys(command).sort(), ['arguments', 'command', 'title']);
    assert.match(command.title, /reading room/);
    const id = client.send('workspace/executeCommand', { command: command.command, arguments: command.arguments });
    const request = await client.next(({ method }) => method === 'workspace/applyEdit');
    assert.deepEqual(request.params.edit, {
      changes: { [uri]: [{ range: diagnostic.range, newText: 'reading room' }] },
    });
    assert.equal((await client.answerTo(id)).result, null);
    client.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: `A line more.\n${text}` }],
    });
    const stale = await client.ask('workspace/executeCommand', {
      command: command.command,
      arguments: command.arguments,
    });
    assert.equal(stale.error?.code, -32801);
  });

  it('gives no fixes to a client that can do nothing with them', async () => {
    await start();
    const uri = open(folder.report, text);
    const [diagnostic] = (await published(uri)).params.diagnostics;
    const answer = await client.ask('textDocument/codeAction', {
      textDocument: { uri },
      range: diagnostic.range,
      context: { diagnostics: [diagnostic] },
    });
    assert.equal(answer.result, null);
  });

  it('asks for no relative pattern where the client knows none (Helix)', async () => {
    await start(helix);
    const request = await client.next(({ method }) => method === 'client/registerCapability');
    const [{ method, registerOptions }] = request.params.registrations;
    assert.equal(method, 'workspace/didChangeWatchedFiles');
    for (const { globPattern } of registerOptions.watchers) assert.equal(typeof globPattern, 'string');
    await client.ask('plumbline/ping');
    assert.equal(client.received.filter((message) => message.method === 'client/registerCapability').length, 1);
  });
});
