import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import { environment as env, npm, packServer } from './pack-server.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const tree = createRequire(import.meta.url);

/** Two terms of a pack of its own, so that nothing rests on the pack that ships. */
const pack = `schema: 1
name: harbour
version: 1.0.0
title: {en: Harbour}
languages: [en]
terms:
  berth-window:
    preferred: {en: berthing window}
    deprecated: {en: [docking slot]}
`;
const report = 'Each ship keeps its docking slot.\n';

describe('the npm package, installed away from the tree', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-package-'));
  const command = join(folder, 'node_modules/.bin/plumbline');

  before(function () {
    this.timeout(60_000);
    const archive = packServer(folder);
    writeFileSync(join(folder, 'package.json'), '{"private": true, "type": "module"}');
    // Offline: the package brings all it needs.
    npm(folder, ['install', '--offline', archive]);
    mkdirSync(join(folder, 'packs/harbour'), { recursive: true });
    writeFileSync(join(folder, 'packs/harbour/pack.yaml'), pack);
    writeFileSync(join(folder, 'plumbline.yaml'), 'packs: [harbour]\n');
    writeFileSync(join(folder, 'report.md'), report);
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it('holds the licence, the notices, the page, the command and what was built, and nothing else (trial 8)', () => {
    const installed = join(folder, 'node_modules/plumbline-lint');
    assert.deepEqual(readdirSync(installed).sort(), [
      'LICENSE',
      'README.md',
      'SECURITY.md',
      'THIRD-PARTY-NOTICES.txt',
      'bin',
      'dist',
      'package.json',
    ]);
    assert.deepEqual(readdirSync(join(installed, 'bin')), ['plumbline.js']);
    const built = readdirSync(join(installed, 'dist')).filter((name) => !name.endsWith('.js'));
    assert.deepEqual(built.sort(), ['docs', 'packs', 'rules', 'schemas', 'types']);
  });

  it('has its page', () => {
    assert.match(readFileSync(join(folder, 'node_modules/plumbline-lint/README.md'), 'utf8'), /^# plumbline-lint\n/);
  });

  // `npx plumbline` without the package would ask the registry for somebody else's.
  it('has its command under its own name too (trial 8)', () => {
    const { stdout } = spawnSync(`${command}-lint`, ['--version'], { cwd: folder, encoding: 'utf8' });
    assert.equal(stdout.trim(), JSON.parse(readFileSync(join(root, 'server/package.json'), 'utf8')).version);
  });

  it('brings every page of the documentation, whose links lead to what is there (trial 8)', () => {
    const docs = join(folder, 'node_modules/plumbline-lint/dist/docs');
    const pagesIn = (folder: string) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
    const pages = pagesIn(docs);
    assert.deepEqual(pages, pagesIn(join(root, 'docs')));
    for (const page of pages) {
      for (const [, link] of readFileSync(join(docs, page), 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)) {
        assert.ok(existsSync(join(docs, dirname(page), link as string)), `${page}: ${link}`);
      }
    }
  });

  it('is installed, begun and run by the lines of README.md (trial 8)', function () {
    this.timeout(60_000);
    const project = join(folder, 'project');
    mkdirSync(project);
    const [archive] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
    copyFileSync(join(folder, archive as string), join(project, archive as string));
    writeFileSync(join(project, 'package.json'), '{"private": true}');
    mkdirSync(join(project, 'reports'));
    writeFileSync(
      join(project, 'reports/may.md'),
      '---\nreport: note\n---\n\nIt follows the new development concept.\n',
    );
    const install = /\n## Install\n[\s\S]*?\n## /.exec(readFileSync(join(root, 'README.md'), 'utf8'))?.[0] ?? '';
    const [, ofProject = [], ofCi = []] = [...install.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, lines = '']) =>
      lines.split('\n').filter((line) => line !== '' && !line.startsWith('#')),
    );
    const run = (line: string) => {
      // Offline: the package brings all it needs.
      const [program, ...args] = line.replace(/^npm (i|ci)/, 'npm $1 --offline --no-audit --no-fund').split(' ');
      const { status, stdout, stderr } = spawnSync(program as string, args, { cwd: project, env, encoding: 'utf8' });
      return { status, output: stdout + stderr };
    };
    const codes = [...ofProject, ...ofCi].map((line) => [line, run(line).status]);
    assert.deepEqual(codes, [
      [`npm i -D ./${archive}`, 0],
      ['npx --no-install plumbline init', 0],
      ['npx --no-install plumbline check', 0],
      ['npm ci', 0],
      ['npx --no-install plumbline check --fail-on warning', 1],
    ]);
    assert.match(run('npx --no-install plumbline-lint check').output, /new development philosophy/);
    const { publisher, name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    assert.ok(install.includes(`code --install-extension ${publisher}.${name}\n`));
  });

  it('checks a report', () => {
    const { stdout, stderr } = spawnSync(command, ['check', '--format', 'json', 'report.md'], {
      cwd: folder,
      encoding: 'utf8',
    });
    assert.equal(stderr, '');
    const { files } = JSON.parse(stdout);
    assert.deepEqual(
      files[0].findings.map(({ rule, range }: Found) => [rule, report.slice(range.start.offset, range.end.offset)]),
      [['term-deprecated', 'docking slot']],
    );
  });

  for (const shipped of readdirSync(join(root, 'packs')).filter((name) => !name.includes('.')))
    it(`checks with the pack ${shipped}, which ships`, () => {
      const { stdout, stderr, status } = spawnSync(command, ['check', '--pack', shipped, 'report.md'], {
        cwd: folder,
        encoding: 'utf8',
      });
      assert.equal(status, 0, stdout + stderr);
    });

  it('serves an editor over stdio', async () => {
    const server = spawn(command, ['lsp', '--stdio'], { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = once(server, 'exit');
    const connection = createMessageConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    connection.listen();
    const { capabilities, serverInfo } = await connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(folder).href,
      capabilities: { textDocument: { diagnostic: {} } },
    });
    assert.equal(serverInfo.name, 'plumbline');
    assert.equal(capabilities.positionEncoding, 'utf-16');
    await connection.sendNotification('initialized', {});
    const uri = pathToFileURL(join(folder, 'report.md')).href;
    const text = `---\nreport: note\n---\n\n${report}`;
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    });
    const { items } = await connection.sendRequest<{ items: { code: string }[] }>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    assert.ok(
      items.some(({ code }) => code === 'term-deprecated'),
      JSON.stringify(items),
    );
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    assert.deepEqual(await ended, [0, null]);
    connection.dispose();
  });

  it('is typed', function () {
    this.timeout(60_000);
    copyFileSync(join(root, 'test/package/fixtures/consumer.ts'), join(folder, 'consumer.ts'));
    // Whoever uses the plugin has unified with its types.
    for (const library of ['unified', 'vfile']) {
      symlinkSync(join(root, 'node_modules', library), join(folder, 'node_modules', library), 'junction');
    }
    const flags = [
      '--noEmit',
      '--ignoreConfig',
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2022',
      '--types',
      '',
    ];
    const run = [join(root, 'node_modules/typescript/bin/tsc'), ...flags, 'consumer.ts'];
    const { status, stdout } = spawnSync(process.execPath, run, { cwd: folder, encoding: 'utf8' });
    assert.equal(status, 0, stdout);
  });

  it('is a plugin of remark', () => {
    const remark = pathToFileURL(tree.resolve('remark')).href;
    const script = `
      import { remark } from ${JSON.stringify(remark)};
      import plumbline from 'plumbline-lint/remark';
      const file = await remark().use(plumbline, {}).process({ path: 'report.md', value: ${JSON.stringify(report)} });
      console.log(JSON.stringify(file.messages.map(({ source, ruleId, line, column }) => [source, ruleId, line, column])));
    `;
    const stdout = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: folder,
      encoding: 'utf8',
    });
    assert.deepEqual(JSON.parse(stdout), [['plumbline', 'term-deprecated', 1, 21]]);
  });
});

interface Found {
  readonly rule: string;
  readonly range: { readonly start: { readonly offset: number }; readonly end: { readonly offset: number } };
}

interface InitializeResult {
  readonly capabilities: { readonly positionEncoding: string };
  readonly serverInfo: { readonly name: string };
}
