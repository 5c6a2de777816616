import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { manifestName } from '../../workspace/find-pack.js';
import { displayedPath } from '../displayed-path.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import type { SpokenOptions } from '../options.js';
import { outputTo } from '../output.js';
import { onOneLine } from '../reporters/one-line.js';
import { systemReason } from '../system-reason.js';
import { UsageError } from '../usage-error.js';
import { wordingFor } from '../wording.js';
import { firstPack } from './first-pack.js';

/** `plumbline pack new`: a folder with a pack in it. Throws a UsageError where it would have to overwrite something. */
export async function newPack(written: string, { locale }: SpokenOptions): Promise<ExitCode> {
  const wording = wordingFor(locale);
  const folder = resolve(written);
  const displayed = displayedPath(folder, process.cwd());
  const name = basename(folder);
  // What the schema takes as a name; under another name than its folder's, a config would not find it.
  if (!/^[a-z0-9][a-z0-9-]*$/.test(name)) throw new UsageError(`${displayed}: ${wording.noPackName}`);
  try {
    await makeFolder(folder);
    if ((await readdir(folder)).length > 0) throw new UsageError(`${displayed}: ${wording.folderHoldsSomething}`);
    await writeFile(join(folder, manifestName), firstPack(name, locale), { flag: 'wx' });
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${displayed}: ${wording.unwritable(systemReason(error, locale))}`);
  }
  const out = outputTo(process.stdout);
  await out.write(`${wording.packWritten(onOneLine(`${displayed}/${manifestName}`), onOneLine(displayed))}\n`);
  return exitCodes.clean;
}

/** Makes a folder and those above it one by one: Node, asked for all at once, tries for ever where none can be made (/proc). */
async function makeFolder(folder: string): Promise<void> {
  if ((await stat(folder).catch(() => undefined)) !== undefined) return;
  const above = dirname(folder);
  if (above !== folder) await makeFolder(above);
  await mkdir(folder);
}
