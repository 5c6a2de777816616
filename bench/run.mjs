// npm run bench: puts textlint in place on the first run, then measures. What it imports must be there before.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const lock = new URL('package-lock.json', import.meta.url);
const installed = new URL('node_modules/.package-lock.json', import.meta.url);

function isCurrent() {
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
}

function install() {
  // Started by npm, its own script is known; `npm` by name would be a command file on Windows, which needs a shell.
  const npm = process.env.npm_execpath;
  const [command, ...args] = npm === undefined ? ['npm', 'ci'] : [process.execPath, npm, 'ci'];
  // What it says goes to standard error: standard output is the table's.
  const { status } = spawnSync(command, args, {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    shell: npm === undefined && process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('bench: npm ci failed in bench/');
    process.exit(2);
  }
}

if (!isCurrent()) install();
const { bench } = await import('./bench.mjs');
process.exitCode = await bench(process.argv.slice(2));
