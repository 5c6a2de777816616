import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Folder, makeFolder } from './folder.js';
import { plumbline } from './plumbline.js';
import { type Registry, startRegistry } from './registry.js';
import { git, makeRepository, manifestText, packText, publishByGit, tgz } from './team.js';

describe('packs from elsewhere', () => {
  let registry: Registry;
  let ours: Folder;
  let theirs: Folder;
  const pack = async (...args: string[]) => {
    const { code, stdout, stderr } = await plumbline(['pack', ...args], { cwd: ours.path });
    assert.equal(code, 0, stderr);
    return stdout;
  };
  /** Rules and words of what is found in a report. */
  const found = async (text: string) => {
    const run = await plumbline(['check', '--format', 'json', '-'], { cwd: ours.path, stdin: text });
    assert.equal(run.stderr, '');
    return JSON.parse(run.stdout).files[0].findings.map(
      ({ message }: { message: string }) => /“(.*?)”/.exec(message)?.[1],
    );
  };
  // The registry is in this process: it must not wait.
  const npm = (cwd: string, ...args: string[]) => promisify(execFile)('npm', args, { cwd });
  const publishByNpm = async (name: string, version: string, term: string, more?: string) => {
    theirs.write(`${name}/pack.yaml`, packText(name, version, term, more));
    theirs.write(`${name}/package.json`, manifestText(name, version));
    theirs.write(`${name}/.npmrc`, registry.npmrc);
    await npm(join(theirs.path, name), 'publish', '--silent', '--tag', version === '1.1.0' ? 'before' : 'latest');
  };

  beforeEach(async () => {
    registry = await startRegistry();
    ours = makeFolder({ '.npmrc': registry.npmrc });
    theirs = makeFolder();
  });
  afterEach(async () => {
    await registry.close();
    ours.remove();
    theirs.remove();
  });

  it('come from npm, newest first, within their range, and exactly as locked', async () => {
    await publishByNpm('transport', '1.0.0', 'bus');
    assert.match(
      await pack('add', '@team/transport'),
      /^transport 1\.0\.0 added to plumbline\.yaml, from npm:@team\/transport@\^1\.0\.0\.\n/,
    );
    assert.deepEqual(await found('A quay bus and a quay tram.'), ['quay bus']);
    assert.ok(!existsSync(join(ours.path, 'package.json')));
    await publishByNpm('transport', '2.0.0', 'ship');
    await publishByNpm('transport', '1.1.0', 'tram');
    const lock = ours.read('plumbline.lock');
    // Somebody who has the two files alone gets what is locked.
    const another = makeFolder({
      '.npmrc': registry.npmrc,
      'plumbline.yaml': ours.read('plumbline.yaml'),
      'plumbline.lock': lock,
    });
    const installed = await plumbline(['pack', 'install', '--frozen'], { cwd: another.path });
    assert.deepEqual([installed.code, installed.stdout], [0, 'transport 1.0.0 installed.\n']);
    assert.equal(another.read('plumbline.lock'), lock);
    another.remove();
    assert.match(
      await pack('update'),
      /^transport 1\.0\.0 → 1\.1\.0\n.*plumbline pack diff transport@1\.0\.0 transport\n$/,
    );
    assert.deepEqual(await found('A quay bus and a quay tram.'), ['quay tram']);
    assert.match(await pack('add', '@team/transport@^2'), /^transport 2\.0\.0 added/);
    assert.deepEqual(await found('A quay ship and a quay tram.'), ['quay ship']);
    assert.match(await pack('update'), /^Nothing newer within/);
  }).timeout(120_000);

  it('run no script and bring nothing that the package depends on in npm', async () => {
    theirs.write('evil/pack.yaml', packText('evil'));
    const scripts = {
      preinstall: 'touch ran',
      install: 'touch ran',
      postinstall: 'touch ran',
      prepare: 'touch ran',
      prepack: 'touch ran',
    };
    const manifest = { name: '@team/evil', version: '1.0.0', scripts, dependencies: { '@team/more': '*' } };
    theirs.write('evil/package.json', JSON.stringify(manifest));
    theirs.write('evil/.npmrc', registry.npmrc);
    await npm(join(theirs.path, 'evil'), 'publish', '--silent', '--ignore-scripts');
    await pack('add', '@team/evil');
    const files = readdirSync(ours.path, { recursive: true, encoding: 'utf8' });
    assert.deepEqual(
      files.filter((file) => /ran|more/.test(file)),
      [],
    );
    assert.ok(!registry.requests.some((request) => request.includes('more')));
  });

  it('come from a git repository by tag, by branch and by default', async () => {
    const { bare, work } = makeRepository(theirs);
    theirs.write('work/pack.yaml', packText('health', '1.0.0', 'ward'));
    publishByGit(work, 'v1.0.0');
    theirs.write('work/pack.yaml', packText('health', '1.1.0', 'clinic'));
    publishByGit(work, 'v1.1.0');
    await pack('add', `git+file://${bare}#v1.0.0`);
    assert.deepEqual(await found('A quay ward, a quay clinic.'), ['quay ward']);
    assert.match(ours.read('plumbline.lock'), /resolved: "git\+file:.*#[0-9a-f]{40}"/);
    assert.equal(
      await pack('update'),
      'Nothing newer within what plumbline.yaml asks for. Another tag or range: plumbline pack add <its address>\n',
    );
    assert.match(await pack('add', bare), /^health 1\.1\.0 added/);
    theirs.write('work/pack.yaml', packText('health', '1.1.0', 'nurse'));
    publishByGit(work, 'v1.1.1');
    const updated = await pack('update', 'health');
    assert.match(updated, /^health 1\.1\.0 \([0-9a-f]{12}\) → 1\.1\.0 \([0-9a-f]{12}\)\n/);
    assert.deepEqual(await found('A quay nurse, a quay clinic.'), ['quay nurse']);
    // The commit of before, which is no tip of a branch any more.
    const [, compared = ''] = /(plumbline pack diff .*)/.exec(updated) ?? [];
    assert.match(await pack(...compared.split(' ').slice(2)), /^health 1\.1\.0 → 1\.1\.0\n\+ terms\/nurse/);
    // What is locked comes back, though the branch has gone on.
    theirs.write('work/pack.yaml', packText('health', '1.2.0', 'bed'));
    publishByGit(work, 'v1.2.0');
    ours.write('.plumbline/packs/health/pack.yaml', packText('health', '9.9.9', 'x'));
    assert.equal(await pack('install'), 'health 1.1.0 installed.\n');
    assert.deepEqual(await found('A quay nurse, a quay bed.'), ['quay nurse']);
    assert.equal(ours.read('.plumbline/.gitignore'), '*\n');
  });

  it('come from an archive on this machine, and from a folder, which is not locked', async () => {
    ours.write(
      'downloads/health.tgz',
      await tgz([{ name: 'health-1.0/pack.yaml', body: packText('health', '1.0.0', 'ward') }]),
    );
    theirs.write('terms/pack.yaml', packText('terms', '1.0.0', 'word'));
    await pack('add', 'downloads/health.tgz');
    await pack('add', join(theirs.path, 'terms'));
    ours.write('packs/own/pack.yaml', packText('own', '1.0.0', 'thing'));
    await pack('add', 'own');
    assert.deepEqual(await found('A quay ward, a quay word, a quay thing.'), ['quay ward', 'quay word', 'quay thing']);
    assert.doesNotMatch(ours.read('plumbline.lock'), /"terms"|"own"/);
    theirs.write('terms/pack.yaml', packText('terms', '1.0.1', 'name'));
    assert.deepEqual(await found('A quay name.'), ['quay name']);
    assert.equal(await pack('remove', 'health'), 'health removed from plumbline.yaml.\n');
    assert.ok(!existsSync(join(ours.path, '.plumbline/packs/health')));
    assert.deepEqual(await found('A quay ward, a quay name.'), ['quay name']);
  });

  it('bring the packs that they depend on, one level, and are shown as a tree', async () => {
    await publishByNpm('core', '1.0.0', 'core');
    await publishByNpm('health', '1.0.0', 'ward', "dependencies: {core: 'npm:@team/core@^1', words: '>=2'}\n");
    const said = await pack('add', '@team/health');
    assert.match(said, /\n {2}core too, since health depends on it\.\n/);
    assert.match(said, /“health” needs the pack “words” >=2, which is not here\./);
    assert.deepEqual(await found('A quay core.'), ['quay core']);
    assert.equal(
      await pack('list'),
      [
        'plumbline.yaml',
        '├─ health 1.0.0  npm:@team/health@1.0.0',
        '│  ├─ core 1.0.0',
        '│  └─ words >=2  [not found]',
        '└─ core 1.0.0  npm:@team/core@1.0.0',
        '',
      ].join('\n'),
    );
    const refused = await plumbline(['pack', 'remove', 'core'], { cwd: ours.path });
    assert.deepEqual([refused.code, refused.stderr], [2, 'plumbline: health depends on “core”. Remove it first.\n']);
    ours.write('node_modules/@team/core/pack.yaml', packText('core', '0.9.0', 'core'));
    assert.match(
      await pack('list'),
      /└─ core 0\.9\.0 {2}npm:@team\/core@1\.0\.0 {2}\[differs from plumbline\.lock: plumbline pack install\]/,
    );
    const { packs } = JSON.parse(await pack('list', '--format', 'json'));
    assert.deepEqual(packs[1].fault, 'differs');
  }).timeout(120_000);

  it('bring what an update depends on anew, and name what a pack of one’s own needs', async () => {
    await publishByNpm('core', '1.0.0', 'core');
    await publishByNpm('health', '1.0.0', 'ward');
    ours.write('plumbline.yaml', 'files: ["*.md"]\n');
    assert.match(
      await pack('add', '@team/health'),
      /\nnew-industrialization, which served while plumbline\.yaml named no packs, no longer does\./,
    );
    await publishByNpm('health', '1.0.1', 'bed', "dependencies: {core: 'npm:@team/core@^1'}\n");
    assert.match(await pack('update'), /^health 1\.0\.0 → 1\.0\.1\n.*\n {2}core too, since health depends on it\.\n$/);
    assert.deepEqual(await found('A quay bed, a quay core.'), ['quay bed', 'quay core']);
    await pack('remove', 'health');
    await pack('remove', 'core');
    ours.write('packs/own/pack.yaml', packText('own', '1.0.0', 'own', "dependencies: {core: 'npm:@team/core@^1'}\n"));
    ours.write('plumbline.yaml', 'packs: [own]\n');
    assert.match(
      await pack('install'),
      /\n“own” needs the pack “core”, which plumbline\.yaml does not name\. To add it: plumbline pack add npm:@team\/core@\^1\n$/,
    );
  }).timeout(120_000);

  it('come from a repository that a plain web server hands out', async () => {
    const { bare, work } = makeRepository(theirs);
    theirs.write('work/pack.yaml', packText('health', '1.0.0', 'ward'));
    publishByGit(work, 'v1.0.0');
    git(bare, 'update-server-info');
    const server = createServer((request, response) => {
      const path = join(
        bare,
        decodeURIComponent((request.url ?? '').split('?', 1)[0] ?? '').replace('/health.git', ''),
      );
      readFile(path).then(
        (bytes) => response.end(bytes),
        () => response.writeHead(404).end(),
      );
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      const { port } = server.address() as AddressInfo;
      assert.match(await pack('add', `http://127.0.0.1:${port}/health.git#v1.0.0`), /^health 1\.0\.0 added/);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  it('leave comments, order and layout of plumbline.yaml as they are', async () => {
    theirs.write('a/pack.yaml', packText('a', '1.0.0', 'a'));
    theirs.write('b/pack.yaml', packText('b', '1.0.0', 'b'));
    const before =
      '# Ours.\nfiles: [reports]\npacks: # in order\n    - new-industrialization   # the shipped one\n\n# Levels.\nrules: {}\n# end\n';
    ours.write('plumbline.yaml', before);
    await pack('add', join(theirs.path, 'a'));
    await pack('add', join(theirs.path, 'b'));
    const both = ours.read('plumbline.yaml');
    assert.deepEqual(
      both
        .split('\n')
        .filter((line) => !/^ *-? *[ab](?:$|: file:)|^dependencies:$/.test(line))
        .join('\n')
        .replace('\n\n\n', '\n\n'),
      before,
    );
    await pack('remove', 'a');
    await pack('remove', 'b');
    // A config keeps its encoding, and one in another is not written.
    ours.write('utf16/plumbline.yaml', Buffer.from('\uFEFFpacks: [] # 无\r\n', 'utf16le'));
    ours.write('gbk/plumbline.yaml', Buffer.from([0x23, 0xce, 0xde, 0x0a]));
    const address = join(theirs.path, 'a');
    assert.equal((await plumbline(['pack', 'add', address], { cwd: join(ours.path, 'utf16') })).code, 0);
    const written = readFileSync(join(ours.path, 'utf16/plumbline.yaml')).toString('utf16le');
    assert.match(written, /^\uFEFFpacks: \[a\] # 无\r\n(?:\r\n)?dependencies:\r\n {2}a: file:/);
    const refused = await plumbline(['pack', 'add', address], { cwd: join(ours.path, 'gbk') });
    assert.deepEqual([refused.code, /UTF-8/.test(refused.stderr)], [2, true]);
    assert.equal(ours.read('plumbline.yaml').replace('\n\n\n', '\n\n'), before);
  });
});
