import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';

const recordUsage = new URL('record-usage.mjs', import.meta.url).href;

/**
 * Starts Node on a script and records what it uses.
 * @param {string} usageFile where the process leaves it; one process at a time
 */
export function startNode(script, args, { cwd, usageFile, stdio }) {
  rmSync(usageFile, { force: true });
  return spawn(process.execPath, ['--import', recordUsage, script, ...args], {
    cwd,
    stdio,
    env: { ...process.env, PLUMBLINE_BENCH_USAGE: usageFile, NODE_OPTIONS: '' },
  });
}

/** What a process that has ended used. @returns {{ cpu: number, memory: number }} milliseconds, bytes */
export function usageOf(usageFile) {
  return JSON.parse(readFileSync(usageFile, 'utf8'));
}
