import assert from 'node:assert/strict';
import { type Folder, makeFolder } from './folder.js';
import { plumbline } from './plumbline.js';
import { manifestText, packText } from './team.js';

describe('plumbline pack publish', () => {
  let folder: Folder;
  const publish = (...args: string[]) => plumbline(['pack', 'publish', ...args], { cwd: folder.path });
  const errors = async () => {
    const { code, stdout } = await publish('--dry-run', 'health');
    const lines = stdout.split('\n').filter((line) => line.includes(': error '));
    assert.equal(code, lines.length > 0 ? 1 : 0, stdout);
    return lines.map((line) => line.replace(/^health\//, ''));
  };
  beforeEach(() => {
    folder = makeFolder({ 'health/pack.yaml': packText('health'), 'health/package.json': manifestText('health') });
  });
  afterEach(() => folder.remove());

  it('is npm’s: without --dry-run it refuses', async () => {
    const { code, stderr } = await publish('health');
    assert.equal(code, 2);
    assert.match(stderr, /^plumbline: Plumbline publishes nothing itself.*“npm publish”/);
  });

  it('lists what npm would publish', async () => {
    const { code, stdout } = await publish('--dry-run', 'health');
    assert.equal(code, 0);
    assert.match(
      stdout,
      /^health 1\.0\.0, CC0-1\.0: 2 files, \d+ B\n {2}pack\.yaml {5}\d+ B\n {2}package\.json {2}\d+ B\n\nReady\./,
    );
  });

  it('says what stands against it, each in a line', async () => {
    folder.write(
      'health/pack.yaml',
      packText('health')
        .replace(/license.*\n|engine.*\n/g, '')
        .replace('1.0.0', "'1.0'"),
    );
    assert.deepEqual(await errors(), [
      'pack.yaml: error no “version” of three numbers, such as 1.0.0',
      'pack.yaml: error no “license”, such as CC0-1.0: without one nobody may use the pack',
      "pack.yaml: error no “engine”, such as '>=0.1': the version of Plumbline that the pack needs",
      'package.json: error “version” is 1.0.0, and that of the pack is 1.0',
    ]);
    folder.write('health/pack.yaml', packText('health'));
    folder.write('health/more.yaml', 'terms: {a: {preferred: a, deprecated: [a]}}\n');
    const manifest = { name: 'Our Health', version: '1.0.0', license: 'MIT', private: true, files: ['pack.yaml'] };
    folder.write('health/package.json', JSON.stringify(manifest));
    const said = await errors();
    for (const [n, start] of [
      [0, 'pack.yaml: error 1 error in the pack; to see it: plumbline pack check health'],
      [1, 'package.json: error no “name” that npm takes'],
      [2, 'package.json: error “license” is MIT, and that of the pack is CC0-1.0'],
      [3, 'package.json: error “private” is true'],
    ] as const) {
      assert.ok(said[n]?.startsWith(start), said[n]);
    }
    folder.write('health/package.json', JSON.stringify({ ...manifest, name: '@team/health', private: false }));
    assert.match(
      (await errors()).at(-1) ?? '',
      /npm would leave out what the pack is read from \(see “files”\): more\.yaml/,
    );
    folder.write('health/package.json', '{');
    assert.match((await errors()).at(-1) ?? '', /npm cannot read this package\.json/);
  });

  it('shows the package.json to write where there is none', async () => {
    const without = makeFolder({ 'health/pack.yaml': packText('health') });
    const { code, stdout } = await plumbline(['pack', 'publish', '--dry-run', 'health', '--locale', 'zh'], {
      cwd: without.path,
    });
    without.remove();
    assert.equal(code, 1);
    const [, json = ''] = /(\{.*\})/s.exec(stdout) ?? [];
    assert.deepEqual(JSON.parse(json), {
      name: '@our-team/health',
      version: '1.0.0',
      license: 'CC0-1.0',
      keywords: ['plumbline-pack'],
      files: ['*.yaml'],
    });
  });
});
