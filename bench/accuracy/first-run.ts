import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Share, tableText } from './tally.js';

/** The one run of a set that says how well what nobody had seen is read. */
export interface FirstRun {
  /** The code that ran, and the lines. */
  readonly commit: string;
  readonly day: string;
  readonly shares: readonly Share[];
}

const name = 'first-run.json';

export function firstRunOf(folder: string): FirstRun | undefined {
  const path = join(folder, name);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/** The first runs of sets whose texts are not here, each as a table with its day and its commit. */
export function firstRunsBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((set) => {
      const run = firstRunOf(join(folder, set));
      if (run === undefined) return [];
      return [`${set}, first run: ${run.day}, ${run.commit.slice(0, 7)}\n${tableText(run.shares)}`];
    });
}

/** @throws {Error} where lines or code are not committed */
export function checkFirstRun(folder: string): void {
  const changed = git(folder, 'status', '--porcelain').split('\n');
  // The first run of another set is not in the way of this one.
  if (changed.some((line) => line !== '' && !line.endsWith(`/${name}`)))
    throw new Error('This is a first run: commit the lines and the code before it (or --no-record)');
}

/** Keeps the figures of a first run beside the lines that they are of, with the commit and the day. */
export function recordFirstRun(folder: string, shares: readonly Share[]): void {
  const commit = git(folder, 'rev-parse', 'HEAD');
  const day = new Date().toISOString().slice(0, 10);
  const rows = shares.map((share) => `    ${JSON.stringify(share)}`).join(',\n');
  const text = `{\n  "commit": "${commit}",\n  "day": "${day}",\n  "shares": [\n${rows}\n  ]\n}\n`;
  writeFileSync(join(folder, name), text);
}

function git(folder: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0)
    throw new Error(
      `${folder} is in no repository of git, which a first run is kept in (or --no-record)\n${stderr.trim()}`,
    );
  return stdout.trim();
}
