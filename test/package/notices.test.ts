import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { unzipSync } from 'fflate';
import { clientBundle, serverBundles } from '../../scripts/bundles.mjs';
import { thirdPartyNotices } from '../../scripts/third-party-notices.mjs';
import { packServer } from './pack-server.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Licences that ask for no more than that they are passed on; another one is for a person to look at. */
const permissive = ['0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT'];

/** The notices of a file, by name and version. */
function readNotices(text: string): Map<string, { license: string; notice: string }> {
  const [, ...parts] = text.split(/^=+\n(.+) \((.+)\)\n=+$/m);
  const notices = new Map<string, { license: string; notice: string }>();
  for (let i = 0; i < parts.length; i += 3) {
    notices.set(parts[i] as string, { license: parts[i + 1] as string, notice: parts[i + 2] as string });
  }
  return notices;
}

/** The packages of which a byte is in a bundle that is made here anew, with their versions. */
async function bundled(...bundles: Parameters<typeof build>[0][]): Promise<string[]> {
  const names = new Set<string>();
  for (const options of bundles) {
    const { metafile } = await build({ ...options, absWorkingDir: root, metafile: true, write: false });
    for (const output of Object.values(metafile.outputs)) {
      for (const [path, { bytesInOutput }] of Object.entries(output.inputs)) {
        const at = path.lastIndexOf('node_modules/');
        if (at < 0 || bytesInOutput === 0) continue;
        const parts = path.slice(at + 'node_modules/'.length).split('/');
        const folder =
          path.slice(0, at) + ['node_modules', ...parts.slice(0, parts[0]?.startsWith('@') ? 2 : 1)].join('/');
        const { name, version } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
        names.add(`${name} ${version}`);
      }
    }
  }
  return [...names].sort();
}

/** Trial 8: whoever gets the bundles gets the licences of what is in them. */
describe('the notices of others', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-notices-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  const shipped = {
    'the npm package': {
      bundles: [serverBundles],
      read: () => {
        const archive = packServer(folder);
        return (name: string) => execFileSync('tar', ['xzOf', archive, `package/${name}`], { encoding: 'utf8' });
      },
      license: 'LICENSE',
    },
    'the .vsix': {
      bundles: [serverBundles, clientBundle],
      read: () => {
        const files = unzipSync(readFileSync(join(root, 'dist/plumbline.vsix')));
        return (name: string) => new TextDecoder().decode(files[`extension/${name}`]);
      },
      license: 'LICENSE.txt',
    },
  };
  for (const [what, { bundles, read, license }] of Object.entries(shipped)) {
    it(`are in ${what}, one for each package in its bundles, and its own licence (trial 8)`, async () => {
      const file = read();
      assert.equal(file(license), readFileSync(join(root, 'LICENSE'), 'utf8'));
      const notices = readNotices(file('THIRD-PARTY-NOTICES.txt'));
      // Declarations and generated checks are no bundles.
      const copied = ['@types/mdast', '@types/unist', 'ajv'];
      const names = [...notices.keys()].filter((name) => !copied.includes(name.replace(/ .*/, '')));
      const expected = await bundled(...bundles);
      assert.ok(expected.length > 50, `${expected.length} packages`);
      assert.deepEqual(names, expected);
      assert.equal(notices.size, names.length + copied.length);
      for (const [name, { license, notice }] of notices) {
        assert.ok(permissive.includes(license), `${name}: ${license}`);
        assert.ok(notice.length > 400, `${name}: ${notice}`);
      }
    });
  }

  it('fail the build where a package has no licence', () => {
    const at = join(folder, 'node_modules/nobodys');
    mkdirSync(at, { recursive: true });
    writeFileSync(join(folder, 'LICENSE'), readFileSync(join(root, 'LICENSE')));
    const write = (manifest: object) => writeFileSync(join(at, 'package.json'), JSON.stringify(manifest));
    write({ name: 'nobodys', version: '1.0.0', license: 'MIT' });
    assert.throws(() => thirdPartyNotices(folder, ['node_modules/nobodys']), /nobodys 1\.0\.0 is bundled/);
    writeFileSync(join(at, 'LICENSE'), 'Do what you like.');
    assert.match(thirdPartyNotices(folder, ['node_modules/nobodys']), /nobodys 1\.0\.0 \(MIT\)[\s\S]*Do what you like/);
    write({ name: 'nobodys', version: '1.0.0' });
    assert.throws(() => thirdPartyNotices(folder, ['node_modules/nobodys']), /nobodys 1\.0\.0 is bundled/);
  });
});
