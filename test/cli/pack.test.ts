import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Folder, makeFolder } from './folder.js';
import { plumbline } from './plumbline.js';

const broken = `name: broken
languages: [en]
terms:
  berth:
    preferred: berth
    deprecated: [pier]
    examples:
      flag: [The pier is wet., The quay is wet.]
      allow: [The berth is wet., The pier is dry.]
  bad: {preferred: 7}
  other: {preferred: other, basis: none}
`;

describe('plumbline pack', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = makeFolder();
  });
  afterEach(() => folder.remove());
  const run = (...args: string[]) => plumbline(['pack', ...args], { cwd: folder.path });

  describe('new', () => {
    for (const locale of ['en', 'zh']) {
      it(`writes a pack that has no problem, whose examples hold, and that finds (${locale})`, async () => {
        const { code, stdout, stderr } = await run('new', 'packs/ours', '--locale', locale);
        assert.deepEqual([code, stderr], [0, '']);
        assert.match(stdout, /^.*packs\/ours\/pack\.yaml/);
        assert.deepEqual(await run('check', 'packs/ours', '--fail-on', 'warning'), {
          code: 0,
          stdout: 'No problems in 1 pack\n',
          stderr: '',
        });
        assert.deepEqual(await run('test', 'packs/ours'), {
          code: 0,
          stdout: '16 examples, all hold\n',
          stderr: '',
        });
        for (const kind of ['sources', 'terms', 'metrics', 'targets', 'people', 'tasks', 'reports'])
          assert.match(folder.read('packs/ours/pack.yaml'), new RegExp(`^${kind}:$`, 'm'));
        folder.write('a.md', 'Two focal projects began.\n\n这个项目是今年的重头戏。\n');
        const args = ['check', '--pack', 'packs/ours', '--report', 'bulletin', '--format', 'json', 'a.md'];
        const { files } = JSON.parse((await plumbline(args, { cwd: folder.path })).stdout);
        const found = files[0].findings.map(({ rule }: { rule: string }) => rule);
        assert.deepEqual([...new Set(found)].sort(), ['section-missing', 'term-deprecated']);
      });
    }

    it('never overwrites', async () => {
      folder.write('ours/notes.txt', 'mine');
      assert.deepEqual(await run('new', 'ours'), {
        code: 2,
        stdout: '',
        stderr: 'plumbline: ours: The folder is not empty and was left as it is. Name a new one.\n',
      });
      assert.deepEqual(readdirSync(join(folder.path, 'ours')), ['notes.txt']);
      folder.write('file', 'mine');
      const overFile = await run('new', 'file');
      assert.equal(overFile.code, 2);
      assert.match(overFile.stderr, /^plumbline: file: Cannot be written: .+\n$/);
      assert.equal(folder.read('file'), 'mine');
    });

    it('refuses a folder whose name cannot be that of a pack', async () => {
      const { code, stderr } = await run('new', 'Our words');
      assert.match(stderr, /^plumbline: Our words: The folder’s name becomes/);
      assert.equal(code, 2);
      assert.deepEqual(readdirSync(folder.path), []);
    });
  });

  describe('check', () => {
    it('has a line a problem, at its place, and fails on errors', async () => {
      folder.write('broken/pack.yaml', broken);
      const { code, stdout, stderr } = await run('check', 'broken');
      assert.equal(stderr, '');
      assert.match(
        stdout,
        /^broken\/pack\.yaml:10:\d+: error .+\nbroken\/pack\.yaml:11:\d+: error .*sources\/none.*\n\n2 problems \(2 errors\) in 1 pack\n$/,
      );
      assert.equal(code, 1);
    });

    it('fails on warnings where it is told to', async () => {
      folder.write('old/pack.yaml', 'name: old\nlanguages: [en]\nfactsAsOf: 2001-01-01\nstaleAfter: P1Y\n');
      const lenient = await run('check', 'old');
      assert.match(lenient.stdout, /^old\/pack\.yaml:3:\d+: warning .*\n\n1 problem \(1 warning\) in 1 pack\n$/);
      assert.equal(lenient.code, 0);
      assert.equal((await run('check', 'old', '--fail-on', 'warning')).code, 1);
      assert.equal((await run('check', 'old', '--fail-on', 'warning', '--date', '2001-06-01')).code, 0);
    });

    it('holds a pack to those that it rests on: beside it, or named with it', async () => {
      folder.write('packs/base/pack.yaml', 'name: base\nversion: 2.0.0\nlanguages: [en]\nterms: {a: {preferred: a}}\n');
      const top = (range: string, target: string) =>
        `name: top\nlanguages: [en]\ndependencies: {base: '${range}'}\nterms: {a: {extends: ${target}, admitted: [b]}}\n`;
      folder.write('packs/top/pack.yaml', top('^2.0.0', 'base/terms/a'));
      assert.equal((await run('check', 'packs/top')).stdout, 'No problems in 1 pack\n');
      folder.write('packs/top/pack.yaml', top('^1.0.0', 'base/terms/z'));
      assert.match(
        (await run('check', 'packs/top')).stdout,
        /3:\d+: error .*2\.0\.0.*\n.*4:\d+: error .*base\/terms\/z/,
      );
      folder.write('elsewhere/top/pack.yaml', top('^2.0.0', 'base/terms/a'));
      assert.equal((await run('check', 'elsewhere/top')).code, 1);
      assert.equal((await run('check', 'elsewhere/top', 'packs/base')).code, 0);
    });

    it('prints JSON', async () => {
      folder.write('broken/pack.yaml', broken);
      const { version, packs, summary } = JSON.parse((await run('check', 'broken', '--format', 'json')).stdout);
      assert.equal(version, 1);
      assert.deepEqual(summary, { packs: 1, errors: 2, warnings: 0 });
      assert.equal(packs[0].path, 'broken');
      assert.deepEqual(Object.keys(packs[0].problems[0]), ['path', 'severity', 'message', 'line', 'column']);
    });

    it('fails on what is no pack, and checks the others', async () => {
      folder.write('good/pack.yaml', 'name: good\nlanguages: [en]\n');
      folder.write('empty/notes.txt', '');
      const { code, stdout, stderr } = await run('check', 'none', 'empty', 'good/pack.yaml');
      assert.match(stderr, /^none: error No such.*\nempty: error No pack here/);
      assert.equal(stdout, 'No problems in 1 pack\n');
      assert.equal(code, 2);
    });
  });

  describe('test', () => {
    it('shows the examples that do not hold, with what was found', async () => {
      folder.write('broken/pack.yaml', broken);
      const { code, stdout } = await run('test', 'broken');
      assert.equal(
        stdout,
        `broken/pack.yaml:8:32  broken/terms/berth
  nothing of this entry was found in a line to flag:
    The quay is wet.

broken/pack.yaml:9:34  broken/terms/berth
  found in a line to allow:
    The pier is dry.
    → “pier” is a deprecated form; write “berth”  term-deprecated

2 of 4 examples fail
`,
      );
      assert.equal(code, 1);
    });

    it('prints JSON', async () => {
      folder.write('broken/pack.yaml', broken);
      const { packs, summary } = JSON.parse((await run('test', 'broken', '--format', 'json')).stdout);
      assert.deepEqual(summary, { examples: 4, failed: 2 });
      assert.deepEqual(
        packs[0].examples.map(({ expected, passed }: { expected: string; passed: boolean }) => [expected, passed]),
        [
          ['flag', true],
          ['flag', false],
          ['allow', true],
          ['allow', false],
        ],
      );
    });

    it('says what no example tries, and that there are none', async () => {
      folder.write('bare/pack.yaml', 'name: bare\nlanguages: [en]\nterms: {a: {preferred: a, deprecated: [b]}}\n');
      const { code, stdout } = await run('test', 'bare');
      assert.equal(stdout, 'No entry has examples; 1 entry has deprecated forms but no examples\n');
      assert.equal(code, 0);
    });

    it('fails on a pack that cannot be used', async () => {
      folder.write('lost/pack.yaml', 'languages: [en]\n');
      const { code, stderr, stdout } = await run('test', 'lost');
      assert.equal(stderr, 'lost: error The pack cannot be used; see “plumbline pack check lost”.\n');
      assert.deepEqual([code, stdout], [2, '']);
    });
  });
});
