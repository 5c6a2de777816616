import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Makes the npm package in a folder, as `npm pack --workspace server` does, and returns its path. */
export function packServer(folder: string): string {
  npm(root, ['pack', '--workspace', 'server', '--pack-destination', folder]);
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (archive === undefined) throw new Error('npm pack left nothing');
  return join(folder, archive);
}

/** Run under `npm test`, npm would take the project's folder and package for its own. */
export const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^npm_(package|lifecycle|config_(local_)?prefix)/.test(name)),
);

/** Runs npm in a folder. */
export function npm(cwd: string, args: readonly string[]): void {
  execFileSync('npm', [...args, '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd,
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}
