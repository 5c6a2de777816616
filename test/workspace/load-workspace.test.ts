import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import { type LoadOptions, loadWorkspace } from '../../server/src/workspace/load-workspace.js';
import { nodeFiles } from '../../server/src/workspace/node-files.js';
import { workspaceProblemMessage } from '../../server/src/workspace/problem-message.js';
import { dependsOn, type Workspace, type WorkspaceProblem } from '../../server/src/workspace/workspace.js';
import { LibraryFolder, libraryConfig, libraryPack } from './library-folder.js';

/** A small pack of a name of its own. */
function packOf(name: string, form: string, more = ''): string {
  return `schema: 1\nname: ${name}\nversion: 0.1.0\ntitle: ${name}\nlanguages: [en]\nterms:\n  ${form}: {preferred: ${form}}\n${more}`;
}

describe('loading a workspace', () => {
  let folder: LibraryFolder;
  const uri = (path: string) => URI.file(join(folder.path, path)).toString();
  const load = (options: Partial<LoadOptions> = {}) =>
    loadWorkspace({
      files: nodeFiles(100_000),
      configUri: uri('plumbline.yaml'),
      shippedPacks: uri('shipped'),
      ...options,
    });
  const names = (workspace: Workspace) => workspace.vocabulary.packs.map(({ name }) => name);
  /** `file:line (from 1) severity id` of each problem. */
  const problems = (workspace: Workspace) =>
    workspace.problems.map(
      ({ uri: file, range, severity, messageId }) =>
        `${file.slice(uri('.').length + 1)}:${range.start.line + 1} ${severity} ${messageId}`,
    );

  beforeEach(() => {
    folder = new LibraryFolder();
  });
  afterEach(() => folder.remove());

  it('reads the config and its packs', async () => {
    const workspace = await load();
    assert.deepEqual(problems(workspace), []);
    assert.deepEqual(names(workspace), ['libraries']);
    assert.equal(workspace.folder, uri('.').replace(/\/\.$/, ''));
    assert.deepEqual(workspace.config.files, ['reports']);
    assert.ok(workspace.vocabulary.entry('libraries/terms/reading-room'));
    assert.equal(workspace.packFolders.get('libraries'), uri('packs/libraries'));
    assert.ok(Object.isFrozen(workspace));
  });

  it('has one of the shipped packs serve without a config, or with one that names none (trial 4.4)', async () => {
    folder.write('shipped/b/pack.yaml', packOf('b', 'shelf'));
    folder.write('shipped/a/pack.yaml', packOf('a', 'book'));
    const alone = await load({ configUri: undefined });
    assert.deepEqual([names(alone), alone.shippedBeside], [['a'], ['b']]);
    folder.write('shipped/default.txt', 'b\n');
    const chosen = await load({ configUri: undefined });
    assert.deepEqual([names(chosen), chosen.shippedBeside], [['b'], ['a']]);
    folder.write('plumbline.yaml', 'files: [reports]\n');
    assert.deepEqual(names(await load()), ['b']);
    folder.write('plumbline.yaml', 'packs: []\n');
    const none = await load();
    assert.deepEqual([names(none), none.shippedBeside], [[], undefined]);
  });

  it('does not load a pack whose engine excludes this version, and says that alone', async () => {
    folder.write('plumbline.yaml', 'packs: [later, now]\n');
    folder.write('packs/later/pack.yaml', packOf('later', 'shelf', "engine: '>=99'\nheadings: {}\n"));
    folder.write('packs/later/more.yaml', 'terms: {book: {}}\n');
    folder.write('packs/now/pack.yaml', packOf('now', 'book', "engine: '>=0.1'\n"));
    const workspace = await load();
    assert.deepEqual(names(workspace), ['now']);
    assert.deepEqual(problems(workspace), ['packs/later/pack.yaml:8 error pack.engine']);
    // Whoever puts it right sees it at once.
    assert.ok(dependsOn(workspace, uri('packs/later/pack.yaml')));
    folder.write('packs/later/more.yaml', 'terms: {}\n');
    folder.write('packs/later/pack.yaml', packOf('later', 'shelf', 'engine: newest\n'));
    const kept = await load();
    assert.deepEqual(names(kept), ['later', 'now']);
    assert.deepEqual(problems(kept), ['packs/later/pack.yaml:8 error pack.range-invalid']);
  });

  it('resolves a name: in packs/, in node_modules/, shipped last; and a path from the config', async () => {
    folder.write('packs/both/pack.yaml', packOf('beside', 'desk'));
    folder.write('shipped/both/pack.yaml', packOf('shipped-one', 'chair'));
    folder.write('shipped/installed/pack.yaml', packOf('shipped-two', 'table'));
    folder.write('shipped/alone/pack.yaml', packOf('alone', 'sofa'));
    folder.write('node_modules/installed/pack.yaml', packOf('installed', 'lamp'));
    folder.write('node_modules/@team/scoped/pack.yaml', packOf('scoped', 'card'));
    folder.write('elsewhere/pack.yaml', packOf('elsewhere', 'stamp'));
    const outside = new LibraryFolder();
    try {
      const written = [
        'both',
        'installed',
        'alone',
        '@team/scoped',
        './elsewhere/',
        join(outside.path, 'packs/libraries'),
      ];
      folder.write('plumbline.yaml', `packs: ${JSON.stringify(written)}\n`);
      const workspace = await load();
      assert.deepEqual(problems(workspace), []);
      assert.deepEqual(names(workspace), ['beside', 'installed', 'alone', 'scoped', 'elsewhere', 'libraries']);
    } finally {
      outside.remove();
    }
  });

  it('says in the config that a pack it names is not there, and loads the others', async () => {
    folder.write('plumbline.yaml', 'packs:\n  - libraries\n  - archives\n');
    const workspace = await load();
    assert.deepEqual(problems(workspace), ['plumbline.yaml:3 error pack.not-found']);
    assert.match(workspaceProblemMessage(workspace.problems[0] as never, 'en'), /“archives”/);
    assert.match(workspaceProblemMessage(workspace.problems[0] as never, 'zh'), /“archives”/);
    assert.deepEqual(names(workspace), ['libraries']);
    // It is waited for.
    assert.ok(dependsOn(workspace, uri('packs/archives/pack.yaml')));
    assert.ok(!dependsOn(workspace, uri('packs/museums/pack.yaml')));
  });

  it('says that a rule is unknown where a pack is not there, and nothing of what that pack may know (issue 12)', async () => {
    folder.write('plumbline.yaml', 'packs: [nowhere]\nreport: brief\nregion: UKM\nrules: {metric-vlaue: off}\n');
    assert.deepEqual(problems(await load()), [
      'plumbline.yaml:1 error pack.not-found',
      'plumbline.yaml:4 error unknown.rule',
    ]);
  });

  it('takes the packs of the caller instead of the config’s', async () => {
    folder.write('mine/pack.yaml', packOf('mine', 'desk'));
    const packs = { names: ['./mine'], relativeTo: uri('.') };
    assert.deepEqual(names(await load({ packs })), ['mine']);
    assert.deepEqual(names(await load({ packs, configUri: undefined })), ['mine']);
  });

  it('keeps the rest of a broken config and of a broken pack', async () => {
    folder.write('plumbline.yaml', 'packs: [libraries]\nfiles: 7\n');
    folder.write('packs/libraries/more.yaml', 'terms:\n  shelf: {preferred: shelf}\n  broken: [\n');
    folder.write('packs/libraries/wrong.yaml', 'terms:\n  desk: {preferred: desk}\n  chair: {preferred: {en: [1]}}\n');
    const workspace = await load();
    const where = workspace.problems.map(({ uri: file, severity }) => `${file.slice(uri('.').length + 1)} ${severity}`);
    assert.ok(where.includes('plumbline.yaml error'), where.join());
    assert.ok(where.includes('packs/libraries/more.yaml error'), where.join());
    assert.ok(where.includes('packs/libraries/wrong.yaml error'), where.join());
    assert.ok(workspace.vocabulary.entry('libraries/terms/reading-room'));
    assert.ok(workspace.vocabulary.entry('libraries/terms/desk'));
    assert.equal(workspace.vocabulary.entry('libraries/terms/chair'), undefined);
  });

  it('leaves out a second pack of the same name, and says so in it', async () => {
    folder.write('other/pack.yaml', packOf('libraries', 'desk'));
    folder.write('plumbline.yaml', 'packs: [libraries, ./other, ./packs/libraries]\n');
    const workspace = await load();
    assert.deepEqual(problems(workspace), ['other/pack.yaml:1 error pack.twice']);
    assert.equal(workspace.packFolders.get('libraries'), uri('packs/libraries'));
  });

  it('says in which pack two packs claim one form', async () => {
    folder.write('other/pack.yaml', packOf('other', 'clash', '  room: {preferred: reading room}\n'));
    folder.write('plumbline.yaml', 'packs: [libraries, ./other]\n');
    assert.deepEqual(problems(await load()), ['other/pack.yaml:8 warning pack.duplicate-form']);
  });

  it('reads the data that entries name, there and below, and nothing else', async () => {
    folder.write('packs/libraries/sources.yaml', 'sources:\n  speech: {title: Speech, text: texts/speech.md}\n');
    folder.write('packs/libraries/texts/speech.md', 'Every town a reading room.\n');
    folder.write('packs/libraries/texts/unnamed.md', Uint8Array.of(0xff));
    folder.write('packs/libraries/drafts/later.yaml', 'terms: [\n');
    const workspace = await load();
    assert.deepEqual(problems(workspace), []);
    assert.ok(workspace.files.has(uri('packs/libraries/texts/speech.md')));
    assert.ok(!workspace.files.has(uri('packs/libraries/texts/unnamed.md')));
    assert.ok(workspace.vocabulary.entry('libraries/sources/speech'));
  });

  it('says where an entry names a file that is not there, and waits for it', async () => {
    folder.write('packs/libraries/sources.yaml', 'sources:\n  speech: {title: Speech, text: texts/speech.md}\n');
    const workspace = await load();
    assert.deepEqual(problems(workspace), ['packs/libraries/sources.yaml:2 error pack.file-missing']);
    assert.ok(dependsOn(workspace, uri('packs/libraries/texts/speech.md')));
  });

  it('says once, and truly, why a file that an entry names was not read', async function () {
    if (process.platform === 'win32') this.skip();
    const named = ['./gbk.csv', 'series\\\\gbk.csv', 'linked.csv', 'folder.csv', 'long.csv'];
    const metrics = named.map(
      (file, i) =>
        `  m${i}: {preferred: readers ${i}, measure: {kind: count, noun: readers}, observations: "${file}"}\n`,
    );
    folder.write('packs/libraries/metrics.yaml', `metrics:\n${metrics.join('')}`);
    // 年份 in GBK.
    const gbk = Uint8Array.of(0xc4, 0xea, 0xb7, 0xdd, 0x0a);
    folder.write('packs/libraries/gbk.csv', gbk);
    folder.write('packs/libraries/series/gbk.csv', gbk);
    folder.write('packs/libraries/long.csv', 'period,value\n'.repeat(10_000));
    mkdirSync(join(folder.path, 'packs/libraries/folder.csv'));
    folder.write('outside.csv', 'period,value\n2020,7\n');
    symlinkSync(join(folder.path, 'outside.csv'), join(folder.path, 'packs/libraries/linked.csv'));
    const workspace = await load();
    assert.deepEqual(problems(workspace).sort(), [
      'packs/libraries/folder.csv:1 error file.not-a-file',
      'packs/libraries/gbk.csv:1 error file.not-utf-8',
      'packs/libraries/linked.csv:1 error pack.file-outside',
      'packs/libraries/long.csv:1 error file.too-large',
      'packs/libraries/series/gbk.csv:1 error file.not-utf-8',
    ]);
    const bounds = { files: 3, depth: 8, length: 1_000_000 };
    assert.deepEqual(
      problems(await load({ bounds }))
        .map((line) => line.split(' ')[2])
        .sort(),
      ['file.not-a-file', 'pack.too-many-files'],
    );
  });

  it('refuses a file outside the pack’s folder, by path or by link', async function () {
    if (process.platform === 'win32') this.skip();
    folder.write('secret.md', 'secret');
    folder.write('packs/libraries/sources.yaml', 'sources:\n  up: {title: Up, text: ../../secret.md}\n');
    symlinkSync(join(folder.path, 'secret.md'), join(folder.path, 'packs/libraries/linked.yaml'));
    const workspace = await load();
    assert.deepEqual(problems(workspace).sort(), [
      'packs/libraries/linked.yaml:1 error pack.file-outside',
      'packs/libraries/sources.yaml:2 error pack.file-outside',
    ]);
    assert.ok(!workspace.files.has(uri('secret.md')));
  });

  it('refuses a pack on another machine, before anything is asked of it', async () => {
    const asked: string[] = [];
    const files = nodeFiles(100_000);
    const listening = { ...files, read: (each: string) => files.read(asked[asked.push(each) - 1] as string) };
    const remote = [
      '//host/share',
      '\\\\host\\share',
      '\\/host/share',
      '\\\\?\\UNC\\host\\share',
      '//',
      '\\\\.\\pipe\\x',
    ];
    for (const pack of remote) {
      folder.write('plumbline.yaml', `packs: [libraries, ${JSON.stringify(pack)}]\n`);
      const workspace = await load({ files: listening });
      assert.deepEqual(problems(workspace), ['plumbline.yaml:1 error pack.remote'], pack);
      assert.deepEqual(names(workspace), ['libraries']);
    }
    assert.deepEqual(
      asked.filter((each) => !each.startsWith(uri('.').slice(0, -2))),
      [],
    );
    const named = await load({ packs: { names: ['//host/share'], relativeTo: uri('.') } });
    assert.match(workspaceProblemMessage(named.problems[0] as WorkspaceProblem, 'en'), /another machine/);
  });

  it('takes whatever a config calls a pack for a name or a path, and never throws', async () => {
    const odd = ['', ' ', '.', '..', '/', '~', '%', '%2f', '%2e%2e/x', '?', '#', 'a?b#c', ':', 'c:', 'C:/x', 'C:\\x'];
    odd.push(
      'file:///etc',
      'http://host/x',
      'vscode-vfs://h/x',
      '\0',
      'a\0b',
      './\0',
      '@',
      '@a',
      '@a/b',
      '@/',
      '\ud800',
    );
    odd.push(
      'x'.repeat(5000),
      `./${'x/'.repeat(5000)}`,
      '__proto__',
      'constructor',
      '-',
      '\u202e',
      '/dev',
      '/proc/self',
    );
    const sources = odd.map((name, i) => [`s${i}`, { title: 'T', text: `${name}.txt` }]);
    folder.write('packs/libraries/sources.yaml', JSON.stringify({ sources: Object.fromEntries(sources) }));
    await load();
    folder.write('plumbline.yaml', `packs: ${JSON.stringify(odd)}\nfiles: ${JSON.stringify(odd)}\n`);
    const workspace = await load();
    assert.deepEqual(names(workspace), []);
    assert.equal(workspace.problems.filter(({ messageId }) => messageId === 'pack.not-found').length, odd.length);
  });

  it('follows no link to what the system makes up, and counts what it reads', async function () {
    if (process.platform !== 'linux') this.skip();
    symlinkSync('/proc/self/pagemap', join(folder.path, 'packs/libraries/pages.yaml'));
    symlinkSync('/dev/zero', join(folder.path, 'packs/libraries/zero.yaml'));
    folder.write('north/plumbline.yaml', 'packs: [./linked, ./direct]\n');
    folder.write('north/linked/.keep', '');
    symlinkSync('/proc/self/pagemap', join(folder.path, 'north/linked/pack.yaml'));
    folder.write('north/direct/pack.yaml', packOf('direct', 'shelf', 'sources: {s: {title: T, text: zero.txt}}\n'));
    symlinkSync('/dev/zero', join(folder.path, 'north/direct/zero.txt'));
    const before = process.memoryUsage().rss;
    assert.deepEqual(problems(await load()).sort(), [
      'packs/libraries/pages.yaml:1 error pack.file-outside',
      'packs/libraries/zero.yaml:1 error pack.file-outside',
    ]);
    const workspace = await load({ configUri: uri('north/plumbline.yaml') });
    assert.deepEqual(
      problems(workspace).filter((problem) => problem.includes('file-outside')),
      ['north/linked/pack.yaml:1 error pack.file-outside', 'north/direct/zero.txt:1 error pack.file-outside'],
    );
    assert.ok(process.memoryUsage().rss - before < 300_000_000);
  });

  it('says that a folder stands where a config or a manifest is expected', async () => {
    mkdirSync(join(folder.path, 'north/plumbline.yaml'), { recursive: true });
    assert.deepEqual(problems(await load({ configUri: uri('north/plumbline.yaml') })), [
      'north/plumbline.yaml:1 error file.not-a-file',
    ]);
    mkdirSync(join(folder.path, 'packs/odd/pack.yaml'), { recursive: true });
    folder.write('plumbline.yaml', 'packs: [odd]\n');
    assert.deepEqual(problems(await load()), ['packs/odd/pack.yaml:1 error pack.no-manifest']);
  });

  it('leaves out globs that take too long to be held against a path, and says so', async () => {
    const globs = `files: [reports, '+(a|aa)b', ${'a'.repeat(501)}]\noverrides: [{files: '!(a)', region: NZ}]\n`;
    folder.write('plumbline.yaml', `packs: [libraries]\n${globs}`);
    const workspace = await load();
    assert.deepEqual(workspace.config.files, ['reports']);
    assert.deepEqual(problems(workspace), [
      'plumbline.yaml:2 error config.glob',
      'plumbline.yaml:2 error config.glob',
      'plumbline.yaml:3 error config.glob',
    ]);
  });

  it('follows links within the pack, and to the pack', async function () {
    if (process.platform === 'win32') this.skip();
    folder.write('packs/libraries/terms.txt', 'terms:\n  shelf: {preferred: shelf}\n');
    symlinkSync('terms.txt', join(folder.path, 'packs/libraries/terms.yaml'));
    folder.write('node_modules/.keep', '');
    symlinkSync(join(folder.path, 'packs/libraries'), join(folder.path, 'node_modules/linked'));
    folder.write('plumbline.yaml', 'packs: [linked]\n');
    const workspace = await load();
    assert.deepEqual(problems(workspace), []);
    assert.ok(workspace.vocabulary.entry('libraries/terms/shelf'));
  });

  it('bounds what it reads', async () => {
    for (let i = 0; i < 5; i++) folder.write(`packs/libraries/t${i}.yaml`, `terms: {t${i}: {preferred: thing ${i}}}\n`);
    const few = await load({ bounds: { files: 3, depth: 8, length: 1e6 } });
    assert.deepEqual(problems(few), ['packs/libraries/t2.yaml:1 error pack.too-many-files']);
    assert.ok(few.vocabulary.entry('libraries/terms/t1'));
    const short = await load({ bounds: { files: 99, depth: 8, length: libraryPack.length + 40 } });
    assert.equal(problems(short)[0], 'packs/libraries/t1.yaml:1 error pack.too-long');
    assert.ok(short.vocabulary.entry('libraries/terms/t0'));
  });

  it('says that a config or a pack file is not UTF-8', async () => {
    folder.write('packs/libraries/bad.yaml', Uint8Array.of(0x61, 0xff));
    assert.deepEqual(problems(await load()), ['packs/libraries/bad.yaml:1 error file.not-utf-8']);
    folder.write('plumbline.yaml', Uint8Array.of(0xff, 0xfe, 0x61));
    const workspace = await load();
    assert.deepEqual(problems(workspace), ['plumbline.yaml:1 error file.not-utf-8']);
    for (const locale of ['en', 'zh'] as const) {
      assert.match(workspaceProblemMessage(workspace.problems[0] as never, locale), /UTF-8/);
    }
  });

  it('reads a config and a pack in UTF-16 with a mark', async () => {
    folder.write('plumbline.yaml', Buffer.from(`\uFEFF${libraryConfig}`, 'utf16le'));
    folder.write(
      'packs/libraries/wide.yaml',
      Buffer.from('\uFEFFterms: {wide: {preferred: {zh: 期刊室}}}\n', 'utf16le').swap16(),
    );
    const workspace = await load();
    assert.deepEqual(problems(workspace), []);
    assert.deepEqual(workspace.vocabulary.entry('libraries/terms/wide')?.forms[0]?.text, '期刊室');
  });

  it('knows which changes concern it', async () => {
    const workspace = await load();
    assert.ok(dependsOn(workspace, uri('plumbline.yaml')));
    assert.ok(dependsOn(workspace, uri('packs/libraries/pack.yaml')));
    assert.ok(dependsOn(workspace, uri('packs/libraries/new.yaml')));
    assert.ok(dependsOn(workspace, uri('packs')));
    assert.ok(!dependsOn(workspace, uri('packs/libraries/deep/new.yaml')));
    assert.ok(!dependsOn(workspace, uri('reports/spring.md')));
  });
});
