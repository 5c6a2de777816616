import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Folder, makeFolder, makeHarbour } from './folder.js';
import { plumbline } from './plumbline.js';

const bin = process.env.PLUMBLINE_BIN ?? fileURLToPath(new URL('../../server/bin/plumbline.js', import.meta.url));

describe('the first minute on the command line', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = makeFolder();
  });
  afterEach(() => folder.remove());
  const run = (...args: string[]) => plumbline(args, { cwd: folder.path });
  const serving =
    'plumbline: note No plumbline.yaml here or above: reports are held to new-industrialization, which comes with Plumbline. It also brings gb-clean-power. To choose packs: plumbline init\n';

  it('says once which pack serves where nobody names one (trial 4.4)', async () => {
    folder.write('a.md', 'The weather.\n');
    folder.write('b.md', 'The weather.\n');
    for (const args of [
      ['check'],
      ['check', 'a.md', 'b.md'],
      ['fix'],
      ['claims'],
      ['explain', 'a.md:1'],
      ['list', 'entries'],
    ]) {
      const { code, stderr } = await run(...args);
      assert.deepEqual([code, stderr], [0, serving], args.join(' '));
    }
    assert.match(
      (await run('check', '--locale', 'zh')).stderr,
      /^plumbline: 说明 此处及上级文件夹没有plumbline.yaml，暂按随附的词库“new-industrialization”核对。.*gb-clean-power.*选定词库：plumbline init\n$/,
    );
    folder.write('plumbline.yaml', 'files: ["*.md"]\n');
    assert.match((await run('check')).stderr, /^plumbline: note plumbline.yaml names no packs: /);
  });

  it('holds reports to that pack alone where more come with Plumbline', async () => {
    folder.write('a.md', 'The Department of Energy Security and Net Zero follows the new development concept.\n');
    const rulesFound = async (...args: string[]) => {
      const { files } = JSON.parse((await run('check', '--format', 'json', '--date', '2026-02-10', ...args)).stdout);
      return files[0].findings.map(({ rule }: { rule: string }) => rule);
    };
    assert.deepEqual(await rulesFound(), ['term-deprecated']);
    assert.deepEqual(await rulesFound('--pack', 'gb-clean-power'), ['organization-name']);
  });

  it('says nothing of that where packs are named (trial 4.4)', async () => {
    folder.write('a.md', 'The weather.\n');
    assert.equal((await run('check', '--pack', 'new-industrialization')).stderr, '');
    folder.write('plumbline.yaml', 'packs: []\n');
    assert.equal((await run('check')).stderr, '');
  });

  it('says of an empty folder what to do next', async () => {
    const { code, stderr } = await run('check');
    assert.equal(code, 2);
    assert.match(
      stderr,
      /^\.: error There is no report here yet .*plumbline init.*plumbline pack new packs\/ours.*plumbline check <file>”\.\n$/,
    );
  });

  it('says that a config of another name is not read (trial 4.6)', async () => {
    for (const name of ['plumbline.yml', '.plumbline.yaml', 'Plumbline.yaml', '.plumblinerc', 'plumbline.json']) {
      folder.write(name, 'packs: []\n');
      folder.write('reports/a.md', 'The weather.\n');
      const { code, stderr } = await run('check', 'reports/a.md');
      assert.equal(code, 2, name);
      assert.match(
        stderr,
        new RegExp(
          `^${name.replaceAll('.', '\\.')}:1:1: error “.*” is not read: the config is called plumbline\\.yaml\\n +Rename it\\.\\n$`,
        ),
      );
      folder.write('plumbline.yaml', 'packs: []\n');
      assert.deepEqual([(await run('check', 'reports/a.md')).stderr], ['']);
      folder.remove();
      folder = makeFolder();
    }
    folder.write('my.yml', 'packs: [harbour]\n');
    folder.write('a.md', 'The weather.\n');
    assert.match((await run('check', '--config', 'my.yml', 'a.md')).stderr, /^my\.yml:1:9: error No pack “harbour”/);
  });

  it('says which pack was likely meant (trial 4.1)', async () => {
    folder.write('plumbline.yaml', 'packs: [new-industrialisation]\n');
    folder.write('a.md', 'The weather.\n');
    assert.match(
      (await run('check')).stderr,
      /^plumbline\.yaml:1:9: error No pack “new-industrialisation”\n.*\n +Did you mean “new-industrialization”\?\n$/,
    );
    await run('pack', 'new', 'packs/ours');
    folder.write('plumbline.yaml', 'packs: [./packs/our]\n');
    assert.match((await run('check')).stderr, /Did you mean “\.\/packs\/ours”\?\n$/);
    const { code, stderr } = await run('check', '--pack', 'packs/ourz', 'a.md');
    assert.equal(code, 2);
    assert.match(stderr, /^plumbline: --pack packs\/ourz: No such pack \(Did you mean packs\/ours\?\)\n$/);
  });

  it('says of a number that its metric has no unit that it can be in (trial 4.5)', async () => {
    folder.write(
      'packs/p/pack.yaml',
      'name: p\nlanguages: [en]\nregion: GB\nmetrics:\n  cargo: {preferred: cargo income, measure: {kind: amount, unit: GBP million}, observations: [{period: 2022, value: 5}]}\n',
    );
    folder.write('plumbline.yaml', 'packs: [p]\n');
    folder.write('a.md', 'In 2022 cargo income was £7 million.\n');
    const { stdout, stderr } = await run('explain', 'a.md:1');
    assert.match(stdout, /no value read: the pack gives it a unit that does not exist/);
    assert.match(stderr, /^packs\/p\/pack\.yaml:5:66: warning “GBP million” is a unit and a scale in one$/m);
  });

  it('says that folders are parted by slashes (trial 4.6)', async () => {
    folder.write('plumbline.yaml', 'packs: []\n');
    const { code, stderr } = await run('check', 'reports\\*.md');
    assert.equal(code, 2);
    assert.match(stderr, /: error No such file: write \/ between folders \(Did you mean reports\/\*\.md\?\)\n$/);
  });

  it('does not hang where no folder can be made (trial 4.8)', function () {
    if (!existsSync('/proc/self')) this.skip();
    const { status, stderr } = spawnSync(process.execPath, [bin, 'pack', 'new', '/proc/x'], {
      encoding: 'utf8',
      timeout: 30_000,
      env: { ...process.env, LC_ALL: 'C' },
    });
    assert.deepEqual([status, stderr], [2, 'plumbline: /proc/x: Cannot be written: no such file or directory.\n']);
  });
});

describe('standard input that nobody asked for', () => {
  it('is said not to be read, with the way to have it read (trial 4.8)', function () {
    if (process.platform === 'win32') this.skip();
    const folder = makeHarbour({ 'a.md': 'The berth fee.\n' });
    try {
      const shell = (line: string) =>
        spawnSync('sh', ['-c', line], { cwd: folder.path, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
      const command = `"${process.execPath}" "${bin}" check`;
      const note = 'plumbline: note Standard input was not read. To read it: plumbline check -\n';
      assert.equal(shell(`echo quay current | ${command}`).stderr, note);
      assert.equal(shell(`${command} < a.md`).stderr, note);
      assert.equal(shell(`${command} < /dev/null`).stderr, '');
      assert.equal(shell(`echo quay current | ${command} a.md`).stderr, '');
      assert.equal(shell(`echo quay current | ${command} -`).status, 1);
    } finally {
      folder.remove();
    }
  });
});
