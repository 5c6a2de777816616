import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type Folder, makeHarbour } from './folder.js';
import { plumbline } from './plumbline.js';

describe('plumbline fix', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = makeHarbour();
  });
  afterEach(() => folder.remove());
  const fix = (...args: string[]) => plumbline(['fix', ...args], { cwd: folder.path });

  it('applies the safe fixes and says what it changed', async () => {
    folder.write('a.md', 'Quay current and dock duty.\n\nNew quay current.\n');
    folder.write('b.md', '新建码头电。\n');
    folder.write('clean.md', 'The berth fee.\n');
    const { code, stdout, stderr } = await fix('a.md', 'b.md', 'clean.md');
    assert.equal(
      stdout,
      `a.md
  1:1  Quay current → Shore power  term-deprecated
  1:18  dock duty → berth fee  term-deprecated
  3:5  quay current → shore power  term-deprecated

b.md
  1:3  码头电 → 岸电  term-deprecated

4 changes made in 2 files
`.replace(/^ {2}(?=\d:\d {2}[Qq])/gm, '   '),
    );
    assert.deepEqual([code, stderr], [0, '']);
    assert.equal(folder.read('a.md'), 'Shore power and berth fee.\n\nNew shore power.\n');
    assert.equal(folder.read('b.md'), '新建岸电。\n');
  });

  it('leaves no more to fix, and no file beside', async () => {
    folder.write('a.md', 'The quay current.\n');
    await fix('a.md');
    assert.deepEqual(await fix('a.md'), { code: 0, stdout: 'Nothing to fix\n', stderr: '' });
    assert.deepEqual(readdirSync(folder.path).sort(), ['a.md', 'packs', 'plumbline.yaml']);
  });

  it('makes no fix that is not safe', async () => {
    const text = '---\nreport: bulletin\n---\n\nThe berth fee.\n';
    folder.write('a.md', text);
    const { stdout } = await plumbline(['check', '--format', 'json', 'a.md'], { cwd: folder.path });
    const [finding] = JSON.parse(stdout).files[0].findings;
    assert.deepEqual(
      finding.fixes.map(({ safe }: { safe: boolean }) => safe),
      [false],
    );
    assert.equal((await fix('a.md')).stdout, 'Nothing to fix\n');
    assert.equal(folder.read('a.md'), text);
  });

  it('keeps the capitals of words with a hyphen, and leaves a verb whose past is told by nothing', async () => {
    folder.write(
      'packs/harbour/more.yaml',
      `terms:
  dredge: {preferred: {en: dredge the channel}, deprecated: {en: [cut out the channel]}}
  turnaround: {preferred: {en: berth time}, deprecated: {en: [quay-stay]}}
`,
    );
    folder.write('a.md', '# Quay-Stay in 2023\n\nCrews cut out the channel, cutting out the channel twice.\n');
    await fix('a.md');
    assert.equal(
      folder.read('a.md'),
      '# Berth Time in 2023\n\nCrews cut out the channel, dredging the channel twice.\n',
    );
  });

  it('keeps the BOM, the line endings, the mode, and a link', async () => {
    folder.write('real.md', '\uFEFFThe quay current.\r\n\r\nOur quay current.\r\n');
    chmodSync(join(folder.path, 'real.md'), 0o640);
    symlinkSync('real.md', join(folder.path, 'link.md'));
    const { code } = await fix('link.md');
    assert.equal(code, 0);
    assert.equal(folder.read('real.md'), '\uFEFFThe shore power.\r\n\r\nOur shore power.\r\n');
    assert.equal(statSync(join(folder.path, 'real.md')).mode & 0o777, 0o640);
    assert.ok(lstatSync(join(folder.path, 'link.md')).isSymbolicLink());
  });

  it('writes UTF-16 back as UTF-16, with its mark', async () => {
    const little = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');
    folder.write('little.md', little('码头电。The quay current.\r\n'));
    folder.write('big.md', little('The quay current.\n').swap16());
    assert.equal((await fix('little.md', 'big.md')).code, 0);
    assert.deepEqual(readFileSync(join(folder.path, 'little.md')), little('岸电。The shore power.\r\n'));
    assert.deepEqual(readFileSync(join(folder.path, 'big.md')), little('The shore power.\n').swap16());
  });

  it('takes back a fix that brings a new finding, and says so in both languages', async () => {
    folder.write(
      'packs/harbour/more.yaml',
      `terms:
  berth: {preferred: {en: mooring slot, zh: 停靠泊位}, deprecated: {en: [tie-up place], zh: [系泊位置]}}
  slot: {preferred: {en: berth, zh: 泊位}, deprecated: {en: [{form: mooring slot, near: paid}], zh: [{form: 停靠泊位, near: 收费}]}}
`,
    );
    folder.write('a.md', 'A paid tie-up place by the dock duty.\n\nOur tie-up place.\n');
    const { stdout, stderr } = await fix('a.md');
    assert.match(stdout, /\n2 changes made in 1 file\n1 safe fix taken back: it would have brought a new finding\n$/);
    assert.equal(stderr, '');
    assert.equal(folder.read('a.md'), 'A paid tie-up place by the berth fee.\n\nOur mooring slot.\n');
    folder.write('b.md', '收费的系泊位置。\n');
    const zh = await fix('--locale', 'zh', '--dry-run', 'b.md');
    assert.equal(zh.stderr, '没有可修正之处\n另有1处修正已撤回：修正后会出现新的问题\n');
    assert.equal(zh.stdout, '');
  });

  it('does not touch a file that needs nothing', async () => {
    const file = folder.write('a.md', 'The berth fee.\n');
    const before = statSync(file).ino;
    await fix('a.md');
    assert.equal(statSync(file).ino, before);
  });

  it('--dry-run prints a diff that git applies, and writes nothing', async () => {
    const text = '\uFEFFOne.\r\n\r\nThe quay current.\r\n\r\nFour.';
    folder.write('deep/a.md', text);
    const { code, stdout, stderr } = await fix('--dry-run', 'deep');
    assert.equal(folder.read('deep/a.md'), text);
    assert.match(stdout, /^--- a\/deep\/a\.md\n\+\+\+ b\/deep\/a\.md\n@@ -1,5 \+1,5 @@\n/);
    assert.match(stdout, /\n-The quay current\.\r\n\+The shore power\.\r\n/);
    assert.equal(stderr, '1 change in 1 file, nothing written\n');
    assert.equal(code, 0);
    execFileSync('git', ['apply', '-'], { cwd: folder.path, input: stdout });
    assert.equal(folder.read('deep/a.md'), '\uFEFFOne.\r\n\r\nThe shore power.\r\n\r\nFour.');
  });

  it('with - writes the fixed text to standard output, changed or not', async () => {
    const run = (stdin: string) => plumbline(['fix', '-'], { cwd: folder.path, stdin });
    const changed = await run('\uFEFFThe quay current.\n');
    assert.equal(changed.stdout, '\uFEFFThe shore power.\n');
    assert.match(changed.stderr, /^<stdin>\n {2}1:5 {2}quay current → shore power/);
    assert.equal((await run('The berth fee.\n')).stdout, 'The berth fee.\n');
  });

  it('leaves alone what cannot be read, and says so', async () => {
    folder.write('bad.md', Buffer.from([0x61, 0xff]));
    const { code, stderr, stdout } = await fix('bad.md');
    assert.match(stderr, /^bad\.md: error Not read: not UTF-8/);
    assert.deepEqual([code, stdout], [2, 'Nothing to fix; 1 file not read\n']);
    assert.equal((await fix('none.md')).code, 2);
    folder.write('many.md', 'The quay current.\n\n'.repeat(26_000));
    const many = await fix('many.md');
    assert.deepEqual([many.code, many.stdout], [2, 'Nothing to fix; 1 file not read\n']);
    const piped = await plumbline(['fix', '-'], { cwd: folder.path, stdin: Buffer.from([0x61, 0xff]) });
    assert.match(piped.stderr, /^<stdin>: error Not read: not UTF-8/);
    assert.deepEqual([piped.code, piped.stdout], [2, '']);
  });
});
