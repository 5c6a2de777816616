import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const prefix = '.plumbline-new-';
const ownPrefix = `${prefix}${process.pid}-`;

/** A folder that has been written whole, beside the one that it is to become. */
export interface Staged {
  readonly folder: string;
  /** Takes the place of what stands there: a reader sees the old or the new folder, never a part. Rejects with the system's error. */
  commit(): Promise<void>;
  /** Takes it away, if it was not committed. */
  discard(): Promise<void>;
}

/** Writes files beside `target`. Rejects with the system's error. */
export async function stage(target: string, files: ReadonlyMap<string, Uint8Array>): Promise<Staged> {
  const above = dirname(target);
  const made = await mkdir(above, { recursive: true });
  await sweep(above);
  const own = join(above, `${ownPrefix}${randomBytes(6).toString('hex')}`);
  const folder = join(own, basename(target));
  const aside = join(own, 'before');
  const discard = async () => {
    await rm(own, { recursive: true, force: true });
    if (made !== undefined) await removeEmpty(above, made);
  };
  try {
    await mkdir(folder, { recursive: true });
    for (const [path, bytes] of files) {
      const file = join(folder, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, bytes, { flag: 'wx' });
    }
  } catch (error) {
    await discard();
    throw error;
  }
  const commit = async () => {
    const isThere = await rename(target, aside).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return false;
        throw error;
      },
    );
    try {
      await rename(folder, target);
    } catch (error) {
      if (isThere) await rename(aside, target);
      throw error;
    }
    await discard();
  };
  return { folder, commit, discard };
}

/** Takes away folders that were made and hold nothing: this one, and those above it up to the first that was made. */
async function removeEmpty(folder: string, first: string): Promise<void> {
  try {
    await rmdir(folder);
  } catch {
    return;
  }
  if (folder !== first) await removeEmpty(dirname(folder), first);
}

/** Takes away what a run that was killed has left in a folder of packs. No other run is at work, and this one may have written others there. */
export async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (name.startsWith(prefix) && !name.startsWith(ownPrefix))
      await rm(join(folder, name), { recursive: true, force: true });
  }
}
