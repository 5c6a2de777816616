#!/usr/bin/env node
// @ts-check
// Stands in for the `code` executable of @vscode/test-electron's runTests: takes the desktop's flags, runs the suite in
// the Node extension host of VS Code's server with the real workbench in headless Chromium, and exits with its verdict.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { format } from 'node:util';
import { installServer } from './install-server.mjs';
import { launchChromium, removeFolder, startServer, temporaryFolder, writeSettings } from './server.mjs';

const limitInMilliseconds = 180_000;
// Chatter of a workbench that has no gallery, no account and no service worker.
const chatter =
  /^(Canceled|\[Service Worker\]|Ignoring fetching|Creating a socket|Resolv|Updating additional|Creation of workbench|\[(reconn|Agent|Account|Service|DefaultAcc))/;

for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => process.exit(1));

const flags = new Map();
let folder = '';
for (const argument of process.argv.slice(2)) {
  const [, name, value] = /^--([\w-]+)(?:=(.*))?$/s.exec(argument) ?? [];
  if (name) flags.set(name, value);
  else folder = resolve(argument);
}
/** @param {string} name */
const pathFlag = (name) => (flags.has(name) ? resolve(flags.get(name)) : undefined);

const temporary = temporaryFolder('code');
const userData = pathFlag('user-data-dir') ?? join(temporary, 'user-data');
const extensions = pathFlag('extensions-dir') ?? join(temporary, 'extensions');
const artifacts = process.env.PLUMBLINE_ARTIFACTS ?? temporary;
writeSettings(userData);

const server = await startServer(await installServer(), { userData, extensions }, { automated: true });
const browser = await launchChromium();
const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
await context.tracing.start({ screenshots: true, snapshots: true });
const page = await context.newPage();

const verdict = new Promise((resolve) => page.exposeFunction('codeAutomationExit', resolve));
await page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
  if (chatter.test(String(args[0]))) return;
  if (type === 'error') console.error(format(...args));
  else console.log(format(...args));
});
/** @param {string} path */
const uri = (path) => `vscode-remote://${server.address}${encodeURI(path)}`;
const payload = [
  ['extensionDevelopmentPath', uri(pathFlag('extensionDevelopmentPath') ?? '')],
  ['extensionTestsPath', uri(pathFlag('extensionTestsPath') ?? '')],
  ['skipWelcome', 'true'],
];
const query = new URLSearchParams({ payload: JSON.stringify(payload), folder });
await page.goto(`http://${server.address}/?${query}`);

const limit = new Promise((resolve) =>
  setTimeout(resolve, limitInMilliseconds, 'no verdict within three minutes').unref(),
);
const outcome = await Promise.race([verdict, limit, server.ended.then(() => 'the server ended before the verdict')]);
const passed = outcome === 0;
if (!passed) {
  mkdirSync(artifacts, { recursive: true });
  if (typeof outcome !== 'number') console.error(`${outcome}\n${server.log()}`);
  await page.screenshot({ path: join(artifacts, 'extension-host.png') });
  await context.tracing.stop({ path: join(artifacts, 'extension-host.zip') });
  console.error(`The last screen and the trace are in ${artifacts}`);
}
await browser.close();
await server.stop();
removeFolder(temporary);
process.exit(passed ? 0 : 1);
