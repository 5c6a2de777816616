import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import { URI } from 'vscode-uri';
import { makeHarbour } from './folder.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = join(root, 'server/bin/plumbline.js');

/** Loaded before a process's own code: whatever opens a socket, asks for a name or makes a request ends it with 99. */
const guard = `
const refuse = (what) => () => { process.stderr.write('NETWORK ' + what + String.fromCharCode(10)); process.exit(99); };
const net = require('node:net'), dgram = require('node:dgram'), dns = require('node:dns');
net.Socket.prototype.connect = refuse('connect');
net.Server.prototype.listen = refuse('listen');
dgram.createSocket = refuse('dgram');
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'reverse']) { dns[name] = refuse(name); dns.promises[name] = refuse(name); }
for (const name of ['http', 'https']) { const it = require('node:' + name); it.request = refuse(name); it.get = refuse(name); }
require('node:http2').connect = refuse('http2');
require('node:tls').connect = refuse('tls');
for (const name of ['fetch', 'WebSocket', 'EventSource']) globalThis[name] = refuse(name);
require('node:module').syncBuiltinESMExports();
`;

const hostile = `schema: 1
name: harbour
version: 1.0.0
title: Harbours
languages: [en]
sources:
  gazette: {title: Gazette, url: 'https://example.invalid/a.png', text: '//example.invalid/share/a.txt', date: 2024-01-15}
terms:
  shore-power: {preferred: shore power, deprecated: [quay current], basis: gazette, note: '![](https://example.invalid/x.png)'}
metrics:
  traffic: {preferred: harbour traffic, measure: {kind: amount, unit: t}, observations: [{period: 2023, value: 37, source: gazette}]}
`;

/** Bundles with what they import, and what that imports; not what is loaded when asked for. */
function withImports(paths: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const pending = [...paths];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    for (const [, chunk] of readFileSync(path, 'utf8').matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([\w-]+\.js)["']/g)) {
      pending.push(join(dirname(path), chunk as string));
    }
  }
  return seen;
}

describe('the network', () => {
  const folder = makeHarbour();
  const guardFile = folder.write('guard.cjs', guard);
  const env = { ...process.env, NODE_OPTIONS: `--require=${guardFile}` };
  const start = (...args: string[]) => spawn(process.execPath, args, { cwd: folder.path, env });
  before(() => {
    folder.write(
      'plumbline.yaml',
      "packs: [./packs/harbour, '//example.invalid/share', 'https://example.invalid/pack']\n",
    );
    folder.write('packs/harbour/pack.yaml', hostile);
    folder.write('r.md', 'In 2023, harbour traffic was 38 t, by quay current. ![](https://example.invalid/y.png)\n');
  });
  after(() => folder.remove());

  it('would be seen: a process that asks for a name or connects ends', async () => {
    for (const code of [
      "fetch('http://localhost:9')",
      "require('net').connect(9)",
      "import('node:dns').then((dns) => dns.lookup('x', () => {}))",
    ]) {
      const child = start('-e', code);
      assert.deepEqual((await once(child, 'close'))[0], 99, code);
    }
  });

  for (const args of [
    ['check', 'r.md'],
    ['check', '--format', 'json', 'r.md'],
    ['claims', 'r.md'],
    ['fix', '--dry-run', 'r.md'],
    ['fix', 'r.md'],
    ['explain', 'r.md:1'],
    ['explain', 'shore-power'],
    ['list', 'sources'],
    ['pack', 'check', 'packs/harbour'],
    ['pack', 'test', 'packs/harbour'],
    ['pack', 'list'],
  ]) {
    it(`is not used by plumbline ${args.join(' ')}`, async () => {
      const child = start(bin, ...args);
      const [out, errors, [code]] = await Promise.all([
        buffer(child.stdout),
        buffer(child.stderr),
        once(child, 'close'),
      ]);
      assert.doesNotMatch(errors.toString(), /NETWORK/);
      assert.notEqual(code, 99);
      assert.ok(out.length + errors.length > 0);
    });
  }

  it('is not used by a session of the language server', async () => {
    const child = start(bin, 'lsp', '--stdio');
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const errors = buffer(child.stderr);
    connection.onRequest(() => null);
    connection.listen();
    const uri = URI.file(join(folder.path, 'new.md')).toString();
    const text = '# Note\n\nIn 2023, harbour traffic was 38 t, by quay current.\n';
    const workspaceFolders = [{ uri: URI.file(folder.path).toString(), name: 'harbour' }];
    await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {}, workspaceFolders });
    await connection.sendNotification('initialized', {});
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    });
    const at = { textDocument: { uri }, position: { line: 2, character: 12 } };
    const word = { textDocument: { uri }, position: { line: 2, character: 40 } };
    await connection.sendRequest('workspace/executeCommand', {
      command: 'plumbline.server.checkFile',
      arguments: [uri],
    });
    assert.ok(await connection.sendRequest('textDocument/hover', at));
    assert.ok(await connection.sendRequest('textDocument/hover', word));
    await connection.sendRequest('textDocument/completion', at);
    await connection.sendRequest('textDocument/definition', word);
    const range = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
    const actions = await connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [] },
    });
    assert.ok(actions === null || Array.isArray(actions));
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    const [code] = await once(child, 'close');
    assert.notEqual(code, 99);
    assert.doesNotMatch((await errors).toString(), /NETWORK/);
  });

  it('is named in no bundle but by the connection of the language server and client, and by what brings packs', () => {
    const bundles = [
      ...readdirSync(join(root, 'server/dist'))
        .filter((name) => name.endsWith('.js'))
        .map((name) => join(root, 'server/dist', name)),
      join(root, 'dist/client.js'),
    ];
    const naming = bundles.filter((path) =>
      /(?:require\(|from ?|import[ (]?)["'](?:node:)?(?:net|dgram|https?|http2|tls|dns)["']|\bfetch\(|XMLHttpRequest|WebSocket\(/.test(
        readFileSync(path, 'utf8'),
      ),
    );
    // `pack add`, `install` and `update` load it, and no other command.
    const commands =
      /\/(?:(?:cli|lsp|index|remark|reader|client)|(?:check|fix|claims|explain|list|init|check-packs|test-packs|list-packs)-\w+)\.js$/;
    const loadedWithoutAsking = withImports(bundles.filter((path) => commands.test(path)));
    for (const path of naming) {
      const text = readFileSync(path, 'utf8');
      const modules = [
        ...text.matchAll(/(?:require\(|from ?|import[ (]?)["'](?:node:)?(net|dgram|https?|http2|tls|dns)["']/g),
      ].map((match) => match[1]);
      // `--socket` and `--pipe` of vscode-jsonrpc, which a client asks for by the command line.
      assert.deepEqual(
        [...new Set(modules)].filter((name) => name !== 'net'),
        [],
        path,
      );
      assert.doesNotMatch(text, /XMLHttpRequest|WebSocket\(/, path);
      if (/\bfetch\(/.test(text)) {
        assert.ok(!loadedWithoutAsking.has(path), path);
        continue;
      }
      // The command line reads a named pipe that the system has opened already, and connects to nothing.
      const readsPipes = /new \w+\(\{ ?fd[:,]/.test(text) && !/createConnection|\.connect\(|createServer\(/.test(text);
      const transports = /createServerPipeTransport|generateRandomPipeName|createClientSocketTransport/;
      assert.ok(readsPipes || transports.test(text), dirname(path));
    }
  });
});
