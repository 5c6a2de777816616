import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Folder, makeFolder } from './folder.js';
import { plumbline } from './plumbline.js';

/** A terminal in which Ctrl+C is pressed once the question stands there. */
const breakOff = `
import os, pty, sys
child, terminal = pty.fork()
if child == 0: os.execv(sys.argv[1], sys.argv[1:])
seen = b''
while b']: ' not in seen: seen += os.read(terminal, 1000)
os.write(terminal, b'\\x03')
try:
    while chunk := os.read(terminal, 1000): seen += chunk
except OSError: pass
sys.stdout.buffer.write(seen)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
`;

describe('plumbline init', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = makeFolder();
  });
  afterEach(() => folder.remove());
  const run = (...args: string[]) => plumbline(args, { cwd: folder.path });

  for (const locale of ['en', 'zh']) {
    it(`writes a config that works at once and names the packs that ship (${locale})`, async () => {
      const { code, stdout, stderr } = await run('init', '--locale', locale);
      assert.deepEqual([code, stderr], [0, '']);
      assert.match(stdout, /plumbline\.yaml/);
      assert.match(folder.read('plumbline.yaml'), /^# .+\n/);
      assert.match(folder.read('plumbline.yaml'), /^packs:\n {2}- new-industrialization\n/m);
      folder.write('reports/a.md', 'We must strengthen the weak board.\n');
      folder.write('README.md', 'We must strengthen the weak board.\n');
      const checked = await run('check', '--format', 'json', '--date', '2023-10-10');
      assert.equal(checked.stderr, '');
      const { files } = JSON.parse(checked.stdout);
      assert.deepEqual(
        files.map(({ path, findings }: { path: string; findings: object[] }) => [path, findings.length]),
        [['reports/a.md', 1]],
      );
    });
  }

  it('names the packs of the folder alone (trial 4.7)', async () => {
    await run('pack', 'new', 'packs/ours');
    await run('init');
    assert.match(folder.read('plumbline.yaml'), /^packs:\n {2}- ours\n\n/m);
    folder.write('reports/a.md', 'A focal project.\n');
    assert.match((await run('check')).stdout, /“focal project”/);
  });

  it('finds packs of the folder wherever they stand (trial 4.7)', async () => {
    await run('pack', 'new', 'terms');
    await run('pack', 'new', 'packs/ours');
    await run('init');
    assert.match(folder.read('plumbline.yaml'), /^packs:\n {2}- ours\n {2}- .\/terms\n\n/m);
    assert.equal((await run('list', 'sources')).code, 0);
  });

  it('takes packs by --pack, in their order, and refuses one that there is not (trial 4.7)', async () => {
    await run('pack', 'new', 'terms');
    await run('pack', 'new', 'packs/ours');
    assert.deepEqual(await run('init', '--pack', 'our'), {
      code: 2,
      stdout: '',
      stderr: 'plumbline: --pack our: No such pack (Did you mean ours?)\n',
    });
    const { code } = await run('init', '--pack', 'new-industrialization', '--pack', 'terms', '--pack', './packs/ours');
    assert.equal(code, 0);
    assert.match(
      folder.read('plumbline.yaml'),
      /^packs:\n {2}- new-industrialization\n {2}- .\/terms\n {2}- .\/packs\/ours\n\n/m,
    );
  });

  it('asks at a terminal which of the packs that ship', function () {
    const bin = process.env.PLUMBLINE_BIN ?? fileURLToPath(new URL('../../server/bin/plumbline.js', import.meta.url));
    // Python has a terminal of its own to give; Node has none.
    const inTerminal = 'import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))';
    const { error, status, stdout } = spawnSync('python3', ['-c', inTerminal, process.execPath, bin, 'init'], {
      cwd: folder.path,
      env: { ...process.env, LC_ALL: 'C' },
      input: '2\n',
      encoding: 'utf8',
    });
    if (error !== undefined) this.skip();
    assert.equal(status, 0, stdout);
    assert.match(stdout, / 1 {2}new-industrialization\r?\n {2}2 {2}gb-clean-power\r?\n/);
    assert.match(folder.read('plumbline.yaml'), /^packs:\n {2}- gb-clean-power\n\n/m);
  });

  it('says that nothing was written where the answer is broken off (issue 12)', function () {
    const bin = process.env.PLUMBLINE_BIN ?? fileURLToPath(new URL('../../server/bin/plumbline.js', import.meta.url));
    const { error, status, stdout } = spawnSync('python3', ['-c', breakOff, process.execPath, bin, 'init'], {
      cwd: folder.path,
      env: { ...process.env, LC_ALL: 'C' },
      encoding: 'utf8',
      timeout: 30_000,
    });
    if (error !== undefined) this.skip();
    assert.equal(status, 2);
    assert.match(stdout, /plumbline: Nothing was written\.\r?\n$/);
    assert.doesNotMatch(stdout, /fault/);
  });

  it('never overwrites', async () => {
    folder.write('plumbline.yaml', 'packs: []\n');
    assert.deepEqual(await run('init'), {
      code: 2,
      stdout: '',
      stderr: 'plumbline: plumbline.yaml: It exists already and was left as it is.\n',
    });
    assert.equal(folder.read('plumbline.yaml'), 'packs: []\n');
  });

  it('writes no second config beside one of another name, and says in lines how that is called (trial 4.6)', async () => {
    folder.write('plumbline.yml', 'packs: []\n');
    const said = {
      en: '“plumbline.yml” is not read: the config is called plumbline.yaml\n    Rename it.\n',
      zh: '“plumbline.yml”不会读取：配置文件名为plumbline.yaml\n    请改名。\n',
    };
    for (const [locale, words] of Object.entries(said))
      assert.deepEqual(await run('init', '--locale', locale), { code: 2, stdout: '', stderr: `plumbline: ${words}` });
  });
});
