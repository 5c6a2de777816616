// @ts-check
// Runs the installed VS Code server, and the browser that shows its workbench.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { whereIs } from './install-server.mjs';

/** @typedef {import('./install-server.mjs').InstalledServer} InstalledServer */

/**
 * A profile of its own: nothing of the user's is read, nothing is fetched, nothing is saved unasked.
 * @typedef {object} Profile
 * @property {string} userData
 * @property {string} extensions
 */

const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'npm.fetchOnlinePackageInfo': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'typescript.disableAutomaticTypeAcquisition': true,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** @param {string} name */
export function temporaryFolder(name) {
  return mkdtempSync(join(tmpdir(), `plumbline-${name}-`));
}

/**
 * Adds settings to a profile; those that stand there already win.
 * @param {string} userData
 * @param {Record<string, unknown>} settings
 */
export function writeSettings(userData, settings = {}) {
  const file = join(userData, 'User/settings.json');
  mkdirSync(dirname(file), { recursive: true });
  const present = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  writeFileSync(file, JSON.stringify({ ...quietSettings, ...settings, ...present }, null, 2));
}

/**
 * @param {InstalledServer} installed
 * @param {Profile} profile
 * @param {string} vsix
 * @throws with the installer's words
 */
export function installExtension({ node, vscode }, { userData, extensions }, vsix) {
  const args = ['--extensions-dir', extensions, '--user-data-dir', userData, '--server-data-dir', userData];
  const main = join(vscode, 'out/server-main.js');
  const run = [main, '--accept-server-license-terms', ...args, '--install-extension', vsix, '--force'];
  const { status, stdout, stderr } = spawnSync(node, run, { encoding: 'utf8', env: cleanEnvironment(userData) });
  if (status !== 0) throw new Error(`${vsix} could not be installed\n${stdout}${stderr}`);
}

/**
 * @param {InstalledServer} installed
 * @param {Profile} profile
 * @param {{automated?: boolean}} options `automated` lets a page run a test suite in the extension host; it also keeps
 *   notifications away and answers dialogs, so it is off where a person or a test clicks
 * @returns {Promise<{address: string, log: () => string, ended: Promise<unknown>, stop: () => Promise<void>}>}
 */
export async function startServer({ node, vscode }, { userData, extensions }, { automated = false } = {}) {
  const args = ['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'];
  args.push('--server-data-dir', join(userData, 'server'), '--user-data-dir', userData, '--extensions-dir', extensions);
  args.push('--disable-telemetry', '--disable-workspace-trust');
  if (automated) args.push('--enable-smoke-test-driver');
  const server = spawn(node, [join(vscode, 'out/server-main.js'), ...args], {
    env: cleanEnvironment(userData),
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that the extension hosts end with it.
    detached: true,
  });
  const group = -(/** @type {number} */ (server.pid));
  const ended = once(server, 'exit');
  // A run that breaks off leaves no server behind.
  process.once('exit', () => signal(group, 'SIGKILL'));
  let log = '';
  /** @type {string} */
  const address = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`VS Code's server did not start within a minute\n${log}`)), 60_000);
    /** @param {Buffer} chunk */
    const read = (chunk) => {
      log += chunk;
      const bound = /Server bound to ([\d.]+:\d+)/.exec(log);
      if (!bound) return;
      clearTimeout(timer);
      resolve(/** @type {string} */ (bound[1]));
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    ended.then(() => reject(new Error(`VS Code's server ended early\n${log}`)));
  });
  const stop = async () => {
    signal(group, 'SIGTERM');
    const timer = setTimeout(() => signal(group, 'SIGKILL'), 5000);
    await ended;
    clearTimeout(timer);
    // Children that outlive the server would hold the profile's folder.
    signal(group, 'SIGKILL');
  };
  return { address, log: () => log, ended, stop };
}

/**
 * @param {number} group
 * @param {NodeJS.Signals} name
 */
function signal(group, name) {
  try {
    process.kill(group, name);
  } catch {
    // It has ended.
  }
}

/** @param {string} userData */
function cleanEnvironment(userData) {
  const home = join(userData, 'home');
  mkdirSync(home, { recursive: true });
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|ELECTRON_|PORT$|PASSWORD$|NODE_OPTIONS$)/.test(name),
  );
  return { ...Object.fromEntries(inherited), HOME: home, EXTENSIONS_GALLERY: '{}' };
}

/** @returns {Promise<import('playwright-core').Browser>} */
export async function launchChromium() {
  const executablePath = process.env.CHROMIUM ?? whereIs('chromium') ?? whereIs('google-chrome');
  if (!executablePath) throw new Error('chromium is missing: apt-get install chromium, or set CHROMIUM to a browser');
  const { chromium } = await import('playwright-core');
  const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
  const args = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-component-update', '--disable-sync', ...quiet];
  return chromium.launch({ executablePath, headless: true, args });
}

/** @param {string} folder */
export function removeFolder(folder) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
