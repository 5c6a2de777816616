import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** How npm is started. On Windows it is a script for the shell, which would read the arguments in its own way; beside Node it is JavaScript. */
export function npmCommand(): readonly string[] {
  const beside = join(dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js');
  return process.platform === 'win32' && existsSync(beside) ? [process.execPath, beside] : ['npm'];
}
