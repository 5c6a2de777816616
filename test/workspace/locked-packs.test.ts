import assert from 'node:assert/strict';
import { URI } from 'vscode-uri';
import { lockText } from '../../server/src/core/index.js';
import { loadWorkspace } from '../../server/src/workspace/load-workspace.js';
import { nodeFiles } from '../../server/src/workspace/node-files.js';
import { workspaceProblemMessage } from '../../server/src/workspace/problem-message.js';
import { dependsOn, type Workspace } from '../../server/src/workspace/workspace.js';
import { LibraryFolder } from './library-folder.js';

const packOf = (name: string, form = 'shelf') =>
  `schema: 1\nname: ${name}\nversion: 0.1.0\ntitle: ${name}\nlanguages: [en]\nterms:\n  ${form}: {preferred: ${form}}\n`;

const git = 'git+https://git.example.org/health.git#v1';
const npm = 'npm:@team/transport@^1.2';

describe('packs that come from elsewhere', () => {
  let folder: LibraryFolder;
  const uri = (path: string) => URI.file(`${folder.path}/${path}`).toString();
  const load = () =>
    loadWorkspace({ files: nodeFiles(), configUri: uri('plumbline.yaml'), shippedPacks: uri('shipped') });
  const names = (workspace: Workspace) => workspace.vocabulary.packs.map(({ name }) => name);
  const problems = (workspace: Workspace) =>
    workspace.problems.map(
      ({ uri: file, range, messageId }) => `${file.slice(uri('').length)}:${range.start.line + 1} ${messageId}`,
    );
  const integrity = async (path: string) => (await nodeFiles().integrity(uri(path))) as string;
  const lock = async (from = git) => {
    const locked = { version: '0.1.0', from, resolved: from, integrity: await integrity('.plumbline/packs/health') };
    folder.write('plumbline.lock', lockText(new Map([['health', locked]])));
  };

  beforeEach(() => {
    folder = new LibraryFolder();
    folder.write('plumbline.yaml', `packs: [libraries, health]\ndependencies:\n  health: ${git}\n`);
    folder.write('.plumbline/packs/health/pack.yaml', packOf('health'));
  });
  afterEach(() => folder.remove());

  it('are read from .plumbline/packs and, by the names of their packages, from node_modules, once locked', async () => {
    folder.write(
      'plumbline.yaml',
      `packs: [transport, health]\ndependencies:\n  health: ${git}\n  transport: ${npm}\n`,
    );
    folder.write('node_modules/@team/transport/pack.yaml', packOf('transport', 'bus'));
    folder.write('node_modules/@team/transport/package.json', '{}');
    const resolved = 'npm:@team/transport@1.2.3';
    const entry = async (from: string, path: string) => ({
      version: '0.1.0',
      from,
      resolved,
      integrity: await integrity(path),
    });
    folder.write(
      'plumbline.lock',
      lockText(
        new Map([
          ['transport', await entry(npm, 'node_modules/@team/transport')],
          ['health', await entry(git, '.plumbline/packs/health')],
        ]),
      ),
    );
    // Nothing of it is the pack's: npm may write it anew.
    folder.write('node_modules/@team/transport/package.json', '{"a": 1}');
    const workspace = await load();
    assert.deepEqual([problems(workspace), names(workspace)], [[], ['transport', 'health']]);
    assert.ok(dependsOn(workspace, uri('plumbline.lock')));
  });

  it('are left out where they differ from the lock, in a byte, a file more or a file less', async () => {
    await lock();
    assert.deepEqual(names(await load()), ['libraries', 'health']);
    folder.write('.plumbline/packs/health/pack.yaml', packOf('health', 'book'));
    const changed = await load();
    assert.deepEqual([problems(changed), names(changed)], [['plumbline.yaml:3 lock.differs'], ['libraries']]);
    assert.match(workspaceProblemMessage(changed.problems[0] as never, 'en'), /^“health” .*\n.*plumbline pack install/);
    folder.write('.plumbline/packs/health/pack.yaml', packOf('health'));
    folder.write('.plumbline/packs/health/more/x.csv', 'a');
    assert.deepEqual(problems(await load()), ['plumbline.yaml:3 lock.differs']);
    folder.remove('.plumbline/packs/health/more');
    assert.deepEqual(problems(await load()), []);
  });

  it('are left out without a lock, with one of another address, and where they are not there, whatever ships', async () => {
    assert.deepEqual(problems(await load()), ['plumbline.yaml:3 lock.missing']);
    await lock('git+https://git.example.org/health.git#v2');
    assert.deepEqual(problems(await load()), ['plumbline.yaml:3 lock.other']);
    folder.remove('.plumbline');
    folder.write('shipped/health/pack.yaml', packOf('health'));
    const gone = await load();
    assert.deepEqual([problems(gone), names(gone)], [['plumbline.yaml:3 pack.not-installed'], ['libraries']]);
  });

  it('need no lock where they stand in a folder: in packs, or one that is named', async () => {
    folder.write('packs/health/pack.yaml', packOf('health', 'book'));
    folder.write('terms/pack.yaml', packOf('terms', 'card'));
    folder.write('plumbline.yaml', `packs: [health, terms]\ndependencies: {health: '${git}', terms: 'file:./terms'}\n`);
    const workspace = await load();
    assert.deepEqual([problems(workspace), names(workspace)], [[], ['health', 'terms']]);
    assert.equal(workspace.packFolders.get('health'), uri('packs/health'));
  });

  it('are left out with one line about a lock that was edited', async () => {
    await lock();
    const whole = folder.read('plumbline.lock');
    for (const [text, said] of [
      ['<<<<<<< ours\nlockfileVersion: 1\n', 'plumbline.lock:1 lock.unreadable'],
      ['', 'plumbline.lock:1 lock.unreadable'],
      ['- a\n', 'plumbline.lock:1 lock.unreadable'],
      ['{"lockfileVersion": 1, "packs": {', 'plumbline.lock:1 lock.unreadable'],
      [whole.replace('lockfileVersion: 1', 'lockfileVersion: 2'), 'plumbline.lock:2 lock.version'],
      [whole.replace(/integrity: .*/, 'integrity: "sha512-x"'), 'plumbline.lock:4 lock.entry'],
      [whole.replace(/ {4}resolved.*\n/, ''), 'plumbline.lock:4 lock.entry'],
      [whole.replace(/"sha512-.../, '"sha512-AAA'), 'plumbline.yaml:3 lock.differs'],
      [whole.replace('"health"', '"__proto__"'), 'plumbline.lock:4 lock.entry|plumbline.yaml:3 lock.missing'],
    ] as const) {
      folder.write('plumbline.lock', text);
      const workspace = await load();
      assert.deepEqual([problems(workspace).join('|'), names(workspace)], [said, ['libraries']], text);
    }
  });

  it('have addresses that say where they come from, and no passwords', async () => {
    const written = [
      ['npm:@team/pack@^1.2', true],
      ['npm:pack', true],
      ['npm:../pack', false],
      ['npm:--prefix', false],
      ['npm:-g@1.0.0', false],
      ['npm:@-x/pack', false],
      ['npm:@team/pack@not a range', false],
      ['git+https://git.example.org/packs/health.git#v2.1', true],
      ['git+ssh://git@git.example.org/health.git', true],
      ['git+https://git.example.org/packs.git#v2&path:packs/health', true],
      ['git+https://git.example.org/packs.git#path:../health', false],
      ['git+https://git.example.org/packs.git#--upload-pack=x', false],
      ['git+ssh://-oProxyCommand=x/health.git', false],
      ['git+http://git.example.org/health.git', false],
      ['git+file://server/share/health.git', false],
      ['git+ext::sh', false],
      ['https://files.example.org/health-2.1.tgz', true],
      ['https://files.example.org/health.zip?token=1', true],
      ['http://files.example.org/health.zip', false],
      ['https://files.example.org/health', false],
      ['file:../shared/terms', true],
      ['file://server/share/terms', false],
      ['../shared/terms', false],
    ] as const;
    for (const [address, isRight] of written) {
      folder.write('plumbline.yaml', `packs: []\ndependencies:\n  health: ${JSON.stringify(address)}\n`);
      assert.deepEqual(problems(await load()), isRight ? [] : ['plumbline.yaml:3 config.origin'], address);
    }
    folder.write('plumbline.yaml', "packs: []\ndependencies: {health: 'git+https://me:hush@example.org/h.git'}\n");
    const [secret] = (await load()).problems;
    assert.equal(secret?.messageId, 'config.origin-secret');
    assert.doesNotMatch(workspaceProblemMessage(secret as never, 'en'), /hush/);
    folder.write('plumbline.yaml', `packs: []\ndependencies: {'../health': '${git}'}\n`);
    assert.deepEqual(problems(await load()), ['plumbline.yaml:2 config.dependency-name']);
  });
});
