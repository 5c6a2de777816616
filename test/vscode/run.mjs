// @ts-check
// Installs dist/plumbline.vsix into a fresh profile of a real VS Code and runs the suite in its extension host.
// VSCODE_PATH names a desktop VS Code to use; else one is downloaded where there is a display to show it; else the
// server from npm and Chromium stand in (code.mjs).
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { cacheFolder, installServer } from './install-server.mjs';
import { installExtension, removeFolder, temporaryFolder, writeSettings } from './server.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
const vsix = join(root, 'dist/plumbline.vsix');

/** @returns {Promise<string | undefined>} the desktop's executable; undefined where none can be had */
async function findDesktop() {
  if (process.env.VSCODE_PATH) return process.env.VSCODE_PATH;
  const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!hasDisplay) return undefined;
  try {
    return await downloadAndUnzipVSCode({ cachePath: join(cacheFolder, 'desktop'), timeout: 20_000 });
  } catch (error) {
    console.log(`Desktop VS Code could not be downloaded (${error}); using the server from npm.`);
    return undefined;
  }
}

/** @param {string} outdir */
async function bundleSuite(outdir) {
  removeFolder(outdir);
  // `node test/vscode/run.mjs actions` runs one file of the suite.
  const wanted = (/** @type {string} */ name) =>
    process.argv.length < 3 || process.argv.slice(2).some((each) => name === `${each}.test.ts`);
  const files = readdirSync(join(here, 'suite')).filter(
    (name) => name === 'index.ts' || (name.endsWith('.test.ts') && wanted(name)),
  );
  await build({
    entryPoints: files.map((name) => join(here, 'suite', name)),
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

const temporary = temporaryFolder('vscode');
const profile = { userData: join(temporary, 'user-data'), extensions: join(temporary, 'extensions') };
const workspace = join(temporary, 'workspace');
const emptyExtension = join(temporary, 'empty-extension');
const results = process.env.PLUMBLINE_RESULTS ?? join(temporary, 'results.json');

if (!existsSync(vsix)) throw new Error('dist/plumbline.vsix is missing: npm run package');
cpSync(join(here, 'fixtures/workspace'), workspace, { recursive: true });
mkdirSync(emptyExtension);
writeFileSync(
  join(emptyExtension, 'package.json'),
  JSON.stringify({ name: 'empty', publisher: 'test', version: '0.0.0', engines: { vscode: '*' } }),
);
writeSettings(profile.userData);
const suite = join(root, 'test/out/vscode');
await bundleSuite(suite);

const desktop = await findDesktop();
if (desktop) {
  const [command, ...flags] = resolveCliArgsFromVSCodeExecutablePath(desktop, { reuseMachineInstall: true });
  const folders = [`--extensions-dir=${profile.extensions}`, `--user-data-dir=${profile.userData}`];
  const install = [...flags, ...folders, '--install-extension', vsix, '--force'];
  const { status } = spawnSync(/** @type {string} */ (command), install, { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${vsix} could not be installed`);
} else {
  installExtension(await installServer(), profile, vsix);
}

let passed = false;
try {
  const code = await runTests({
    vscodeExecutablePath: desktop ?? join(here, 'code.mjs'),
    extensionDevelopmentPath: emptyExtension,
    extensionTestsPath: join(suite, 'index.cjs'),
    launchArgs: [
      workspace,
      `--user-data-dir=${profile.userData}`,
      `--extensions-dir=${profile.extensions}`,
      '--disable-workspace-trust',
    ],
    extensionTestsEnv: { PLUMBLINE_RESULTS: results, PLUMBLINE_ARTIFACTS: join(root, 'test/artifacts') },
  });
  passed = code === 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
}
// A suite that ends its process looks like one that passed: its counts tell them apart.
if (passed && !existsSync(results)) {
  console.error('VS Code ended without a result');
  passed = false;
}
if (passed) passed = JSON.parse(readFileSync(results, 'utf8')).failures === 0;
removeFolder(temporary);
process.exit(passed ? 0 : 1);
