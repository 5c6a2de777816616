import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { isRemotePath, manifestName } from './find-pack.js';

/**
 * The packs that a command or an option names, for the loader: a folder that is there, or its pack.yaml, as its path;
 * anything else as the name that it is.
 */
export async function namedPacks(
  written: readonly string[],
  workingDirectory: string,
): Promise<{ readonly names: readonly string[]; readonly relativeTo: string }> {
  const names = await Promise.all(
    written.map(async (pack) => {
      if (isRemotePath(pack)) return pack;
      const path = resolve(workingDirectory, pack);
      const folder = basename(path) === manifestName ? dirname(path) : path;
      const there = await stat(join(folder, manifestName)).catch(() => undefined);
      return there === undefined ? pack : folder;
    }),
  );
  return { names, relativeTo: URI.file(workingDirectory).toString() };
}
