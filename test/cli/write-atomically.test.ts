import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  lstatSync,
  readdirSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { writeAtomically } from '../../server/src/cli/write-atomically.js';
import { type Folder, makeFolder, makeHarbour } from './folder.js';
import { plumbline, startPlumbline } from './plumbline.js';

const bytes = (content: string) => Buffer.from(content, 'utf8');

describe('writing a file in one step', () => {
  let folder: Folder;
  let file: string;
  beforeEach(() => {
    folder = makeFolder({ 'a.md': 'before' });
    file = join(folder.path, 'a.md');
  });
  afterEach(() => folder.remove());
  const names = () => readdirSync(folder.path).sort();

  it('writes where the file is what was read', async () => {
    chmodSync(file, 0o640);
    assert.equal(await writeAtomically(file, bytes('before'), bytes('after')), 'written');
    assert.deepEqual([folder.read('a.md'), names(), statSync(file).mode & 0o777], ['after', ['a.md'], 0o640]);
  });

  const saved: [string, string][] = [
    ['appended to', 'before, and more'],
    ['shortened', 'bef'],
    ['changed at the same length', 'BEFORE'],
    ['emptied', ''],
    ['fixed by somebody else', 'after'],
  ];
  for (const [how, content] of saved) {
    it(`leaves a file that was ${how} meanwhile`, async () => {
      folder.write('a.md', content);
      assert.equal(await writeAtomically(file, bytes('before'), bytes('after')), 'changed');
      assert.deepEqual([folder.read('a.md'), names()], [content, ['a.md']]);
    });
  }

  it('rejects for a file that was removed, writes over no folder, and leaves nothing beside', async () => {
    await assert.rejects(writeAtomically(join(folder.path, 'none.md'), bytes(''), bytes('after')), /ENOENT/);
    assert.equal(await writeAtomically(folder.path, bytes(''), bytes('after')), 'not a file');
    assert.deepEqual(names(), ['a.md']);
  });

  it('leaves a file that nobody may write, even to an administrator', async () => {
    chmodSync(file, 0o444);
    assert.equal(await writeAtomically(file, bytes('before'), bytes('after')), 'read-only');
    assert.deepEqual([folder.read('a.md'), names()], ['before', ['a.md']]);
  });

  it('writes the file behind links, and keeps them', async () => {
    folder.write('deep/real.md', 'before');
    symlinkSync('deep/real.md', join(folder.path, 'one.md'));
    symlinkSync('one.md', join(folder.path, 'two.md'));
    assert.equal(await writeAtomically(join(folder.path, 'two.md'), bytes('before'), bytes('after')), 'written');
    assert.equal(folder.read('deep/real.md'), 'after');
    assert.ok(lstatSync(join(folder.path, 'two.md')).isSymbolicLink());
    assert.deepEqual(readdirSync(join(folder.path, 'deep')), ['real.md']);
  });

  it('takes a name as long as a file system has', async () => {
    const name = `${'x'.repeat(252)}.md`;
    folder.write(name, 'before');
    assert.equal(await writeAtomically(join(folder.path, name), bytes('before'), bytes('after')), 'written');
  });
});

describe('plumbline fix, beside others', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = makeHarbour();
  });
  afterEach(() => folder.remove());

  it('loses no line that is saved while it reads, and says what it did not write', async () => {
    const long = 'The quay current.\n\n'.repeat(5000);
    for (const name of ['a.md', 'b.md']) folder.write(name, long);
    const child = startPlumbline(['fix', 'a.md', 'b.md'], { cwd: folder.path });
    let ended = false;
    const outcome = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]).finally(() => {
      ended = true;
    });
    let lines = 0;
    while (!ended) {
      const line = `Line ${lines++}.\n`;
      for (const name of ['a.md', 'b.md']) appendFileSync(join(folder.path, name), line);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const [stdout, stderr, [code]] = await outcome;
    const message = 'error Not written: the file was changed meanwhile. Run “plumbline fix” again.\n';
    assert.equal(stderr, `a.md: ${message}b.md: ${message}`);
    assert.equal(stdout, '0 changes made in 0 files; 2 files not written\n');
    assert.equal(code, 2);
    for (const name of ['a.md', 'b.md']) {
      const added = Array.from({ length: lines }, (_, i) => `Line ${i}.\n`).join('');
      assert.equal(folder.read(name), long + added);
    }
  });

  it('says that nothing could be written where there is no room, and leaves the file whole', async function () {
    // A limit to the size of a file fails a write half-way, as a full disk does.
    if (process.platform === 'win32') this.skip();
    const text = `The quay current.\n\n${'The berth is long enough.\n\n'.repeat(400)}`;
    folder.write('a.md', text);
    const bin = fileURLToPath(new URL('../../server/bin/plumbline.js', import.meta.url));
    const { status, stdout, stderr } = spawnSync(
      'sh',
      ['-c', `ulimit -f 4; exec "$0" "$@"`, process.execPath, bin, 'fix', 'a.md'],
      {
        cwd: folder.path,
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'C' },
      },
    );
    assert.equal(stderr, 'a.md: error Cannot be written: file too large.\n');
    assert.equal(stdout, '0 changes made in 0 files; 1 file not written\n');
    assert.equal(status, 2);
    assert.equal(folder.read('a.md'), text);
    assert.deepEqual(readdirSync(folder.path).sort(), ['a.md', 'packs', 'plumbline.yaml']);
  });

  it('says of a read-only file that it is one, in both languages', async () => {
    chmodSync(folder.write('a.md', 'The quay current.\n'), 0o444);
    const fix = (...args: string[]) => plumbline(['fix', ...args, 'a.md'], { cwd: folder.path });
    const { code, stdout, stderr } = await fix();
    assert.equal(stderr, 'a.md: error Not written: the file is read-only.\n');
    assert.deepEqual([code, stdout], [2, '0 changes made in 0 files; 1 file not written\n']);
    assert.match((await fix('--locale', 'zh')).stdout, /；1个文件未写入\n$/);
    assert.equal((await fix('--dry-run')).code, 0);
  });

  it('sweeps what a killed run has left in the folders that it writes to, and nothing else', async () => {
    const dead = spawn(process.execPath, ['-e', '']);
    await once(dead, 'close');
    const temporary = (pid: number | undefined) => `.plumbline-${pid}-0123456789ab.tmp`;
    const swept = ['docs', '.'].map((below) => folder.write(`${below}/${temporary(dead.pid)}`, 'half'));
    const old = folder.write(temporary(process.pid).replace('0123', '9999'), 'half');
    utimesSync(old, 1, 1);
    const kept = [
      folder.write(temporary(process.pid), 'another run writes it'),
      folder.write('.a.md.tmp', 'of another program'),
      folder.write(`notes-${temporary(dead.pid)}`, 'a name alike'),
      folder.write(`other/${temporary(dead.pid)}`, 'where nothing was written'),
    ];
    folder.write('docs/a.md', 'The quay current.\n');
    folder.write('b.md', 'The quay current.\n');
    assert.equal((await plumbline(['fix', '--dry-run', '.'], { cwd: folder.path })).code, 0);
    assert.deepEqual(
      [...swept, old, ...kept].filter((file) => !existsSync(file)),
      [],
    );
    assert.equal((await plumbline(['fix', 'docs', 'b.md'], { cwd: folder.path })).code, 0);
    assert.deepEqual(
      [...swept, old].filter((file) => existsSync(file)),
      [],
    );
    assert.deepEqual(
      kept.filter((file) => !existsSync(file)),
      [],
    );
  });
});

describe('standard output that takes nothing more', () => {
  it('fails the run', async function () {
    if (!existsSync('/dev/full')) this.skip();
    const folder = makeHarbour({ 'a.md': 'The quay current.\n' });
    const bin = fileURLToPath(new URL('../../server/bin/plumbline.js', import.meta.url));
    for (const command of ['check', 'claims', 'fix --dry-run']) {
      const { status, stderr } = spawnSync(
        'sh',
        ['-c', `"$0" "$1" ${command} a.md > /dev/full`, process.execPath, bin],
        {
          cwd: folder.path,
          encoding: 'utf8',
        },
      );
      assert.deepEqual([status, stderr], [2, 'plumbline: no space left on device\n'], command);
    }
    folder.remove();
  });
});
