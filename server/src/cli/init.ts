import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { configName } from '../workspace/find-config.js';
import { manifestName } from '../workspace/find-pack.js';
import { firstConfig } from '../workspace/first-config.js';
import { shippedPacks } from '../workspace/shipped-folders.js';
import { type ExitCode, exitCodes } from './exit-codes.js';
import type { SpokenOptions } from './options.js';
import { outputTo } from './output.js';
import { systemReason } from './system-reason.js';
import { UsageError } from './usage-error.js';
import { wordingFor } from './wording.js';

/** `plumbline init`: a config that names the packs that ship and those in `packs` here. Throws a UsageError where there is one. */
export async function init({ locale }: SpokenOptions): Promise<ExitCode> {
  const wording = wordingFor(locale);
  const folder = process.cwd();
  const own = await packsIn(join(folder, 'packs'));
  const shipped = await packsIn(fileURLToPath(shippedPacks()));
  const config = firstConfig({ shipped, own: own.filter((name) => !shipped.includes(name)) }, locale);
  try {
    await writeFile(join(folder, configName), config, { flag: 'wx' });
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw new UsageError(`${configName}: ${exists ? wording.thereAlready : wording.unwritable(systemReason(error))}`);
  }
  await outputTo(process.stdout).write(`${wording.configWritten(configName)}\n`);
  return exitCodes.clean;
}

/** The names of the folders that hold a pack. */
async function packsIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  const packs = await Promise.all(
    names.map(async (name) => ((await stat(join(folder, name, manifestName)).catch(() => undefined)) ? [name] : [])),
  );
  return packs.flat().sort();
}
