import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Where builds are kept, by commit; it may be removed at any time. */
const kept = join(tmpdir(), 'plumbline-builds');
const core = 'server/dist/index.js';

/** What git or a build said that failed. */
export class BuildError extends Error {}

/** The commit that a ref names. @throws {BuildError} where it names none */
export function commitOf(ref: string): string {
  return run('git', ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`], {
    message: `no such revision: ${ref}`,
  }).trim();
}

/** Builds the work tree as it stands. @returns the path of its core @throws {BuildError} */
export function buildHere(): string {
  run(process.execPath, ['esbuild.mjs'], { message: 'the work tree does not build' });
  return join(root, core);
}

/** Builds a commit, unless its build is kept. @returns the path of its core @throws {BuildError} */
export function buildOf(commit: string): string {
  const built = join(kept, commit);
  if (existsSync(built)) return join(built, core);
  mkdirSync(kept, { recursive: true });
  // Beside its place, and put there whole: two may build it at the same time, or one be broken off.
  const making = mkdtempSync(`${built}-`);
  try {
    const index = { GIT_INDEX_FILE: join(making, '.index') };
    run('git', ['read-tree', commit], { env: index });
    run('git', ['checkout-index', '--all', `--prefix=${making}/`], { env: index });
    const lock = 'package-lock.json';
    if (readFileSync(join(making, lock), 'utf8') === readFileSync(join(root, lock), 'utf8')) {
      for (const folder of ['', 'client', 'server'].map((name) => join(name, 'node_modules'))) {
        if (existsSync(join(root, folder))) symlinkSync(join(root, folder), join(making, folder), 'junction');
      }
    } else run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: making });
    run(process.execPath, ['esbuild.mjs'], { cwd: making, message: `${commit} does not build` });
    if (!existsSync(built)) renameSync(making, built);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  return join(built, core);
}

interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly message?: string;
}

function run(command: string, args: readonly string[], { cwd = root, env, message }: RunOptions = {}): string {
  const shell = command === 'npm' && process.platform === 'win32';
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    shell,
    env: { ...process.env, ...env },
  });
  if (status === 0) return stdout;
  const said = error?.message ?? `${stdout}${stderr}`.trim();
  throw new BuildError(`${message ?? `${command} ${args.join(' ')} failed`}${said === '' ? '' : `\n${said}`}`);
}
