import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { type Folder, makeFolder } from './folder.js';
import { plumbline, startPlumbline } from './plumbline.js';
import { type Registry, startRegistry } from './registry.js';
import { git, makeRepository, manifestText, packText, publishByGit, tgz } from './team.js';

const config = '# Ours.\npacks: [] # none yet\n';
const pack = { name: 'health/pack.yaml', body: packText('health') };
/** In the upper half, the mode of a symbolic link. */
const linkAttributes = { os: 3, attrs: 0o120777 * 65536 } as const;

describe('packs from elsewhere: bad input', () => {
  let folder: Folder;
  let far: Folder;
  let server: Server;
  let registry: Registry;
  let host: string;
  const answers = new Map<string, (response: ServerResponse) => void>();
  const serve = (path: string, answer: Uint8Array | ((response: ServerResponse) => void)) => {
    answers.set(path, typeof answer === 'function' ? answer : (response) => response.end(answer));
    return host + path;
  };

  before(async () => {
    server = createServer((request, response) => {
      const path = (request.url ?? '').slice(1).split('?', 1)[0] as string;
      const answer = answers.get(path) ?? answers.get(path.split('/', 1)[0] as string);
      if (answer === undefined) response.writeHead(404).end('gone');
      else answer(response);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    host = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    registry = await startRegistry();
  });
  after(async () => {
    server.closeAllConnections();
    server.close();
    await registry.close();
  });
  beforeEach(() => {
    folder = makeFolder({ 'plumbline.yaml': config, '.npmrc': registry.npmrc });
    far = makeFolder();
  });
  afterEach(() => {
    registry.fail(undefined);
    folder.remove();
    far.remove();
  });

  /** Every file of a folder with its content, but for what is ignored of ours. */
  function contents(path: string): Record<string, string> {
    const found: Record<string, string> = {};
    for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()) {
      const file = join(path, name);
      if (name !== '.plumbline/.gitignore' && statSync(file).isFile()) found[name] = readFileSync(file, 'latin1');
    }
    return found;
  }

  /** Holds that a command fails in a line, names what it should, and leaves everything as it was. */
  async function refuses(args: readonly string[], said: RegExp, lines = 1): Promise<void> {
    const before = contents(folder.path);
    const places = () => ['.plumbline/packs', 'node_modules'].map((name) => existsSync(join(folder.path, name)));
    const hadPlaces = places();
    const { code, stdout, stderr } = await plumbline(['pack', ...args], { cwd: folder.path });
    assert.deepEqual([code, stdout], [2, ''], stderr);
    assert.deepEqual(places(), hadPlaces, stderr);
    assert.match(stderr, said);
    assert.match(stderr, /^plumbline: /);
    assert.equal(stderr.trimEnd().split('\n').length, lines, stderr);
    assert.deepEqual(contents(folder.path), before, stderr);
    assert.deepEqual(
      readdirSync(folder.path).filter((name) => /tmp|new/.test(name)),
      [],
    );
  }

  const archives: readonly [
    what: string,
    file: string,
    archive: () => Promise<Uint8Array> | Uint8Array,
    said: RegExp,
  ][] = [
    [
      'a path that leads out of a tar',
      'a.tgz',
      () => tgz([pack, { name: '../../evil.yaml', body: 'x: 1' }]),
      /leads out of it \(“\.\.\/\.\.\/evil\.yaml”\)/,
    ],
    [
      'a path that leads out in its middle',
      'a.tgz',
      () => tgz([pack, { name: 'health/a/../../../evil.md', body: 'x' }]),
      /leads out/,
    ],
    ['an absolute path in a tar', 'a.tgz', () => tgz([pack, { name: '/etc/evil.yaml', body: 'x' }]), /leads out/],
    ['a path of Windows', 'a.tgz', () => tgz([pack, { name: 'C:\\evil.yaml', body: 'x' }]), /leads out/],
    [
      'a link in the place of a file',
      'a.tgz',
      () => tgz([pack, { name: 'health/terms.yaml', type: 'symlink', linkname: '/etc/passwd' }]),
      /holds a link \(“health\/terms\.yaml”\)/,
    ],
    [
      'a link that a file is written through',
      'a.tgz',
      () =>
        tgz([
          pack,
          { name: 'health/sub', type: 'symlink', linkname: '/tmp' },
          { name: 'health/sub/x.yaml', body: 'x' },
        ]),
      /holds a link/,
    ],
    [
      'a hard link',
      'a.tgz',
      () => tgz([pack, { name: 'health/x.yaml', type: 'link', linkname: '/etc/passwd' }]),
      /holds a link/,
    ],
    [
      'a path that leads out of a zip',
      'a.zip',
      () => zipSync({ 'pack.yaml': Buffer.from(pack.body), '../evil.yaml': Buffer.from('x') }),
      /leads out/,
    ],
    [
      'a link in a zip',
      'a.zip',
      () => zipSync({ 'pack.yaml': Buffer.from(pack.body), 'x.yaml': [Buffer.from('/etc/passwd'), linkAttributes] }),
      /holds a link/,
    ],
    [
      'a gzip bomb',
      'a.tgz',
      async () => tgz([pack, { name: 'health/x.csv', body: Buffer.alloc(40_000_000) }]),
      /more than a pack may have/,
    ],
    [
      'a zip bomb',
      'a.zip',
      () => zipSync({ 'pack.yaml': Buffer.from(pack.body), 'x.csv': Buffer.alloc(40_000_000) }),
      /more than a pack may have/,
    ],
    [
      'a gzip of a gzip of nothing',
      'a.tgz',
      () => gzipSync(gzipSync(Buffer.alloc(100_000_000))),
      /no archive that can be read/,
    ],
    [
      'thousands of files',
      'a.tgz',
      () => tgz([pack, ...Array.from({ length: 2500 }, (_, i) => ({ name: `health/${i}.yaml` }))]),
      /more files than a pack may have/,
    ],
    [
      'a page in the place of an archive',
      'a.tgz',
      () => Buffer.from('<!doctype html><title>Log in</title>'),
      /no archive that can be read/,
    ],
    [
      'a page in the place of a zip',
      'a.zip',
      () => Buffer.from('<!doctype html><title>Log in</title>'),
      /no archive that can be read/,
    ],
    ['an archive cut short', 'a.tgz', async () => (await tgz([pack])).subarray(0, 150), /no archive that can be read/],
    ['nothing', 'a.tgz', () => Buffer.alloc(0), /no archive that can be read/],
    [
      'an archive without a pack',
      'a.tgz',
      () => tgz([{ name: 'src/index.md', body: 'x' }]),
      /holds no pack: no pack\.yaml/,
    ],
    [
      'two packs',
      'a.tgz',
      () =>
        tgz([
          { name: 'b/pack.yaml', body: packText('b') },
          { name: 'a/pack.yaml', body: packText('a') },
        ]),
      /several packs.*#path:a: a, b/,
    ],
    [
      'a pack whose YAML breaks',
      'a.tgz',
      () => tgz([{ name: 'pack.yaml', body: 'name: [' }]),
      /no pack that can be used: pack\.yaml:1/,
    ],
    [
      'a pack named after a folder above',
      'a.tgz',
      () => tgz([{ name: 'pack.yaml', body: packText("'../../evil'") }]),
      /no pack that can be used/,
    ],
    [
      'a pack for a later Plumbline',
      'a.tgz',
      () => tgz([{ name: 'pack.yaml', body: packText('health').replace('>=0.1', '>=99') }]),
      /no pack that can be used.*needs Plumbline/,
    ],
  ];
  for (const [what, file, archive, said] of archives) {
    it(`takes nothing of an archive with ${what}`, async () => {
      await refuses(['add', serve(file, await archive())], said);
    }).timeout(120_000);
  }

  const odd: readonly [
    what: string,
    file: string,
    archive: () => Promise<Uint8Array> | Uint8Array,
    said: RegExp | undefined,
  ][] = [
    ['a folder called pack.yaml', 'a.tgz', () => tgz([{ name: 'health/pack.yaml/x.md', body: 'x' }]), /holds no pack/],
    ['a pack in another case', 'a.tgz', () => tgz([{ name: 'Pack.YAML', body: pack.body }]), /holds no pack/],
    [
      'backslashes that lead out of a zip',
      'a.zip',
      () => zipSync({ 'pack.yaml': Buffer.from(pack.body), '..\\evil.yaml': Buffer.from('x') }),
      /leads out/,
    ],
    ['a folder above', 'a.tgz', () => tgz([pack, { name: '../', type: 'directory' }]), /leads out/],
    [
      'a long path that leads out',
      'a.tgz',
      () => tgz([pack, { name: `health/../../${'far/'.repeat(60)}x.yaml`, body: 'x' }]),
      /leads out/,
    ],
    ['a pipe', 'a.tgz', () => tgz([pack, { name: 'health/x.yaml', type: 'fifo' }]), /holds a link/],
    [
      'a name that no disk takes',
      'a.tgz',
      () => tgz([pack, { name: `health/${'x'.repeat(300)}.yaml`, body: 'x' }]),
      /Cannot be written: name too long/,
    ],
    [
      'a file in a file',
      'a.tgz',
      () => tgz([pack, { name: 'health/a.yaml', body: 'terms: {}' }, { name: 'health/a.yaml/b.md', body: 'x' }]),
      /Cannot be written/,
    ],
    [
      'a zip with a flipped byte',
      'a.zip',
      () => {
        const zip = Buffer.from(zipSync({ 'pack.yaml': Buffer.from(pack.body) }));
        zip[60] = (zip[60] as number) ^ 0xff;
        return zip;
      },
      /no archive that can be read|no pack that can be used/,
    ],
    ['paths that begin with a dot', 'a.tgz', () => tgz([{ name: './pack.yaml', body: pack.body }]), undefined],
    ['one file twice', 'a.tgz', () => tgz([pack, pack]), undefined],
    [
      'a name with a line break and a colour',
      'a.tgz',
      () => tgz([pack, { name: 'health/a\nb\u001b[31m.md', body: 'x' }]),
      undefined,
    ],
    [
      'a pack in UTF-16',
      'a.zip',
      () => zipSync({ 'pack.yaml': Buffer.from(`\uFEFF${pack.body}`, 'utf16le') }),
      undefined,
    ],
  ];
  for (const [what, file, archive, said] of odd) {
    it(`${said === undefined ? 'takes' : 'takes nothing of'} an archive with ${what}`, async () => {
      const address = serve(file, await archive());
      if (said !== undefined) await refuses(['add', address], said);
      else {
        const { code, stdout, stderr } = await plumbline(['pack', 'add', address], { cwd: folder.path });
        assert.deepEqual([code, stderr], [0, ''], stdout);
        const check = await plumbline(['check', '-'], { cwd: folder.path, stdin: 'By quay power.\n' });
        assert.deepEqual([check.code, check.stderr], [1, '']);
      }
    });
  }

  it('reads a lock with a mark and other ends of lines, and none with another version in words', async () => {
    assert.equal((await plumbline(['pack', 'add', serve('a.tgz', await tgz([pack]))], { cwd: folder.path })).code, 0);
    const lock = folder.read('plumbline.lock');
    folder.write('plumbline.lock', `\uFEFF${lock.replaceAll('\n', '\r\n')}`);
    assert.equal((await plumbline(['pack', 'install', '--frozen'], { cwd: folder.path })).code, 0);
    assert.equal((await plumbline(['check', '-'], { cwd: folder.path, stdin: 'A.\n' })).stderr, '');
    folder.write('plumbline.lock', lock.replace('lockfileVersion: 1', 'lockfileVersion: "1"'));
    await refuses(['install'], /plumbline\.lock:2:18: /, 2);
    folder.write('plumbline.lock', lock + lock);
    await refuses(['install'], /plumbline\.lock:\d+:\d+: /, 2);
  });

  const servers: readonly [what: string, args: () => string[], said: RegExp, lines?: number][] = [
    ['does not answer', () => ['add', serve('a.tgz', () => undefined), '--timeout', '1'], /did not answer in time/],
    [
      'stops in the middle',
      () => ['add', serve('a.tgz', (response) => response.writeHead(200).write('x')), '--timeout', '1'],
      /did not answer in time/,
    ],
    ['has no such archive', () => ['add', `${host}none.tgz`], /none\.tgz answers 404/],
    [
      'asks for a password',
      () => ['add', serve('a.tgz', (response) => response.writeHead(401).end())],
      /asks for a password/,
    ],
    [
      'leads to another place in the clear',
      () => [
        'add',
        serve('a.tgz', (response) => response.writeHead(302, { location: 'http://files.example.org/a.tgz' }).end()),
      ],
      /leads on to http:\/\/files\.example\.org/,
    ],
    [
      'leads in a circle',
      () => ['add', serve('a.tgz', (response) => response.writeHead(302, { location: '/a.tgz' }).end())],
      /leads on to/,
    ],
    ['is not there', () => ['add', 'http://127.0.0.1:9/a.tgz'], /could not be reached/],
    [
      'asks git for a password',
      () => [
        'add',
        `git+${serve('secret.git', (response) => response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end())}`,
      ],
      /asks for a password, and nothing is asked here\.\n {4}Log in first/,
      2,
    ],
    [
      'does not answer git',
      () => ['add', `git+${serve('slow.git', () => undefined)}`, '--timeout', '1'],
      /did not answer in time/,
    ],
    ['has no such repository', () => ['add', `git+${host}none.git`], /no such repository/],
  ];
  for (const [what, args, said, lines] of servers) {
    it(`says in a line that a server ${what}`, async () => refuses(args(), said, lines));
  }

  it('says in a line what is wrong with a git repository', async () => {
    const { bare, work } = makeRepository(far);
    writeFileSync(join(work, 'pack.yaml'), packText('health'));
    publishByGit(work, 'v1');
    await refuses(['add', `git+file://${bare}#v2`], /has no branch, tag or commit “v2”/);
    await refuses(['add', `git+file://${bare}#v1&path:packs/x`], /holds no pack in packs\/x/);
    await refuses(['add', `git+file://${far.path}/none.git`], /no such repository/);
    symlinkSync('/etc/passwd', join(work, 'terms.yaml'));
    publishByGit(work, 'v3');
    await refuses(['add', `git+file://${bare}#v3`], /holds a link/);
  });

  it('says in a line what is wrong with a registry', async () => {
    await refuses(['add', '@team/none'], /npm knows no package @team\/none/);
    registry.fail(401);
    await refuses(['add', '@team/health'], /asks for a password.*\n.*npm login/s, 2);
    registry.fail(500);
    await refuses(['add', '@team/health'], /could not be fetched\. npm says/);
    registry.fail('hang');
    await refuses(['add', '@team/health', '--timeout', '2'], /did not answer in time/);
  });

  it('says in a line that an address is none', async () => {
    for (const address of [
      '@Team/Health',
      'a b',
      '',
      'ftp://example.org/a.tgz',
      'git+ext::sh -c x',
      '--upload-pack=x#y',
    ]) {
      const args = address.startsWith('-') ? ['add', '--', address] : ['add', address];
      await refuses(args, /is no place for a pack to come from|npm knows no package/);
    }
    await refuses(['add', 'https://me:hush@git.example.org/a.git'], /holds a password/);
    await refuses(['add', './none'], /No such file|no such file|none/);
    await refuses(['remove', 'none'], /“none” is none of the dependencies/);
    await refuses(['update', 'none'], /“none” is none of the dependencies/);
  });

  it('does not put a pack behind one of the folder’s own', async () => {
    folder.write('packs/health/pack.yaml', packText('health'));
    await refuses(['add', serve('a.tgz', await tgz([pack]))], /packs\/health is a pack of your own called “health”/);
  });

  it('refuses dependencies that lead back or deeper', async () => {
    const [a, b] = [`${host}a.tgz`, `${host}b.tgz`];
    serve(
      'a.tgz',
      await tgz([{ name: 'pack.yaml', body: packText('a', '1.0.0', 'a', `dependencies: {b: '${b}'}\n`) }]),
    );
    serve(
      'b.tgz',
      await tgz([{ name: 'pack.yaml', body: packText('b', '1.0.0', 'b', `dependencies: {a: '${a}'}\n`) }]),
    );
    await refuses(['add', a], /“a” depends on “b”, which depends on it in turn/);
    serve('b.tgz', await tgz([{ name: 'pack.yaml', body: packText('b', '1.0.0', 'b', `dependencies: {c: '>=1'}\n`) }]));
    await refuses(['add', a], /which depends on further packs \(c\)/);
    serve('b.tgz', await tgz([{ name: 'pack.yaml', body: packText('c') }]));
    await refuses(['add', a], /is the pack “c”, not “b”/);
  });

  it('says in a line that a config or a lock is broken, and touches neither', async () => {
    const address = serve('a.tgz', await tgz([pack]));
    folder.write('plumbline.yaml', 'packs: [\n');
    await refuses(['add', address], /plumbline\.yaml:\d+:\d+: /);
    folder.write('plumbline.yaml', config);
    for (const lock of [
      '<<<<<<< HEAD\n',
      '{}',
      'lockfileVersion: 9\n',
      'lockfileVersion: 1\npacks: {health: {version: 1}}\n',
    ]) {
      folder.write('plumbline.lock', lock);
      await refuses(['add', address], /^plumbline: plumbline\.lock:\d+:\d+: /, 2);
    }
  });

  it('brings nothing that differs from the lock, and uses nothing that was changed', async () => {
    const address = serve('a.tgz', await tgz([pack]));
    assert.equal((await plumbline(['pack', 'add', address], { cwd: folder.path })).code, 0);
    folder.write('r.md', 'By quay power.\n');
    folder.write('.plumbline/packs/health/pack.yaml', packText('health', '1.0.0', 'light'));
    const { code, stderr } = await plumbline(['check', 'r.md'], { cwd: folder.path });
    assert.equal(code, 2);
    assert.match(
      stderr,
      /^plumbline\.yaml:4:3: error “health” is not what plumbline\.lock says.*\n.*plumbline pack install/,
    );
    serve('a.tgz', await tgz([{ ...pack, body: packText('health', '1.0.0', 'gas') }]));
    await refuses(['install'], /“health”: what comes from .* is not what plumbline\.lock says, so nothing was changed/);
    serve('a.tgz', await tgz([pack]));
    assert.equal((await plumbline(['pack', 'install'], { cwd: folder.path })).code, 0);
    assert.equal((await plumbline(['check', 'r.md'], { cwd: folder.path })).code, 1);
    // The lock was edited.
    folder.write(
      'plumbline.lock',
      folder
        .read('plumbline.lock')
        .replace('sha512-', 'sha512-AAAA')
        .replace(/.{4}==/, '=='),
    );
    await refuses(['install'], /nothing was changed/);
    folder.write('plumbline.yaml', folder.read('plumbline.yaml').replace('a.tgz', 'b.tgz'));
    await refuses(['install', '--frozen'], /plumbline\.lock would change \(health\)/);
  });

  it('lets two commands at once both have their way, one after the other', async () => {
    serve('a.tgz', await tgz([{ name: 'pack.yaml', body: packText('a', '1.0.0', 'a') }]));
    serve('b.tgz', await tgz([{ name: 'pack.yaml', body: packText('b', '1.0.0', 'b') }]));
    serve('c.zip', zipSync({ 'c-main/pack.yaml': Buffer.from(packText('c', '1.0.0', 'c')) }));
    const all = await Promise.all(
      ['a.tgz', 'b.tgz', 'c.zip'].map((file) => plumbline(['pack', 'add', host + file], { cwd: folder.path })),
    );
    assert.deepEqual(
      all.map(({ code, stderr }) => code + stderr),
      ['0', '0', '0'],
    );
    for (const name of ['a', 'b', 'c']) {
      assert.match(folder.read('plumbline.yaml'), new RegExp(`^ {2}${name}: http`, 'm'));
      assert.match(folder.read('plumbline.lock'), new RegExp(`^ {2}"${name}":`, 'm'));
    }
    assert.match(folder.read('plumbline.yaml'), /^# Ours\.\npacks: \[.*\] # none yet\n/);
    const { stderr } = await plumbline(['check', '-'], { cwd: folder.path, stdin: 'A.\n' });
    assert.equal(stderr, '');
  });

  it('leaves nothing half done when it is killed, and works the next time', async () => {
    let asked = () => {};
    const isAsked = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const address = serve('slow.tgz', () => asked());
    const before = contents(folder.path);
    const child = startPlumbline(['pack', 'add', address], { cwd: folder.path });
    await isAsked;
    const { code, stderr } = await plumbline(['pack', 'add', address, '--timeout', '1'], { cwd: folder.path });
    assert.equal(code, 2);
    assert.match(stderr, /^plumbline: Another plumbline pack command \(process \d+\) is at work here/);
    child.kill('SIGKILL');
    await once(child, 'close');
    const after = contents(folder.path);
    for (const [path, text] of Object.entries(before)) assert.equal(after[path], text);
    assert.ok(!Object.keys(after).some((path) => path.startsWith('.plumbline/packs')));
    serve('slow.tgz', await tgz([pack]));
    mkdirSync(join(folder.path, '.plumbline/packs/.plumbline-new-left'), { recursive: true });
    assert.equal((await plumbline(['pack', 'add', address], { cwd: folder.path })).code, 0);
    await wait(0);
    assert.deepEqual(readdirSync(join(folder.path, '.plumbline')).sort(), ['.gitignore', 'packs']);
    assert.deepEqual(readdirSync(join(folder.path, '.plumbline/packs')), ['health']);
  });

  it('reads a repository with long paths, and one of several packs in it', async () => {
    const { bare, work } = makeRepository(far);
    const long = `packs/health/${'far/'.repeat(6)}${'long-name-'.repeat(12)}.csv`;
    for (const [path, text] of [
      ['packs/health/pack.yaml', packText('health')],
      ['packs/transport/pack.yaml', packText('transport', '1.0.0', 'bus')],
      ['packs/transport/package.json', manifestText('transport')],
      [long, 'a,b\n'],
      ['src/main.ts', 'x'],
    ] as const) {
      mkdirSync(join(work, path, '..'), { recursive: true });
      writeFileSync(join(work, path), text);
    }
    git(work, 'config', 'core.longpaths', 'true');
    publishByGit(work, 'v1');
    await refuses(['add', `git+file://${bare}#v1`], /several packs.*packs\/health, packs\/transport/);
    const { code, stderr } = await plumbline(['pack', 'add', `git+file://${bare}#v1&path:packs/health`], {
      cwd: folder.path,
    });
    assert.equal(code, 0, stderr);
    assert.deepEqual(Object.keys(contents(join(folder.path, '.plumbline/packs/health'))), [
      long.replace('packs/health/', ''),
      'pack.yaml',
    ]);
  });
});
