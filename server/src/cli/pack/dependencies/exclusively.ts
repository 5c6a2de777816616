import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { systemReason } from '../../system-reason.js';
import { UsageError } from '../../usage-error.js';
import type { PackWording } from '../wording/pack-wording.js';
import { sweep } from './put-in-place.js';

/** Beside the config: fetched packs, and what a run needs while it works. Nothing in it belongs into version control. */
export const ownFolder = '.plumbline';

const lockFile = 'running';

/**
 * Does what changes the packs of a folder while no other run does. `temporary` is an empty folder beside them. What a run
 * that was killed has left is taken away. Throws a UsageError where another run is not done by `deadline`.
 */
export async function exclusively<T>(
  folder: string,
  deadline: number,
  wording: PackWording,
  work: (temporary: string) => Promise<T>,
): Promise<T> {
  const own = join(folder, ownFolder);
  const running = join(own, lockFile);
  const temporary = join(own, `temporary-${process.pid}-${randomBytes(6).toString('hex')}`);
  try {
    await mkdir(own, { recursive: true });
    await writeFile(join(own, '.gitignore'), '*\n');
    await take(running, deadline, wording);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${ownFolder}: ${wording.unwritable(systemReason(error, wording.locale))}`);
  }
  try {
    for (const name of await readdir(own)) {
      if (name.startsWith('temporary-')) await rm(join(own, name), { recursive: true, force: true });
    }
    await sweep(join(own, 'packs'));
    await mkdir(temporary);
    return await work(temporary);
  } finally {
    await rm(temporary, { recursive: true, force: true });
    await unlink(running).catch(() => undefined);
  }
}

async function take(running: string, deadline: number, wording: PackWording): Promise<void> {
  for (;;) {
    try {
      // Whoever makes the file first has it; its text is there with it, as no other run may find it empty.
      await writeFile(running, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = await readFile(running, 'utf8').catch(() => undefined);
    if (holder !== undefined && holder !== '' && !isAlive(Number(holder))) {
      // Put aside first: of two runs that find it, one succeeds.
      const aside = `${running}-${process.pid}`;
      await rename(running, aside).then(
        () => unlink(aside),
        () => undefined,
      );
      continue;
    }
    if (Date.now() >= deadline) throw new UsageError(wording.anotherRuns(holder ?? ''));
    await wait(50);
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // One of another user is there, and must not be told so.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
