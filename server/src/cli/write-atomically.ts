import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync } from 'node:fs';
import { chmod, chown, open, readdir, realpath, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * What came of writing: `changed`, somebody else has written the file since it was read; `read-only`, nobody may;
 * `not a file`, it is a pipe or a device.
 */
export type Written = 'written' | 'changed' | 'read-only' | 'not a file';

/**
 * Replaces a file's content in one step: a reader sees the old or the new text, never a part. It must still be
 * `before`, which is asked right before the step. Its mode and, where permitted, its owner stay; through a link, the
 * file behind it is written. Rejects with the system's error, and then nothing is written.
 */
export async function writeAtomically(path: string, before: Uint8Array, after: Uint8Array): Promise<Written> {
  if (!(await stat(path)).isFile()) return 'not a file';
  const target = await realpath(path);
  const { mode, uid, gid } = await stat(target);
  // Renaming would replace a file that nobody may write, and an administrator may open any.
  if ((mode & 0o222) === 0) return 'read-only';
  await (await open(target, 'r+')).close();
  const folder = dirname(target);
  await sweep(folder);
  const beside = join(folder, `.plumbline-${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = await open(beside, 'wx', mode);
    try {
      await file.writeFile(after);
      await file.sync();
    } finally {
      await file.close();
    }
    await chmod(beside, mode);
    await chown(beside, uid, gid).catch(() => undefined);
    // In one go, since whatever is waited for here is time for another writer.
    if (readFileSync(target).equals(before)) {
      renameSync(beside, target);
      return 'written';
    }
  } catch (error) {
    await unlink(beside).catch(() => undefined);
    throw error;
  }
  await unlink(beside);
  return 'changed';
}

const temporaryName = /^\.plumbline-(\d+)-[0-9a-f]{12}\.tmp$/;
/** A process that lives may have the number of one that was killed, but writes no file for so long; in milliseconds. */
const longestWriting = 3_600_000;
const swept = new Set<string>();

/** Takes away what a killed run has left in a folder, once a run. */
async function sweep(folder: string): Promise<void> {
  if (swept.has(folder)) return;
  swept.add(folder);
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = temporaryName.exec(name)?.[1];
    if (pid === undefined) continue;
    const file = join(folder, name);
    const modified = (await stat(file).catch(() => undefined))?.mtimeMs ?? Date.now();
    if (isAnothers(Number(pid)) && Date.now() - modified < longestWriting) continue;
    await unlink(file).catch(() => undefined);
  }
}

/** Whether another process has this number. This one has written nothing here yet. */
function isAnothers(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // One of another user is there, and must not be told so.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
