import { randomUUID } from 'node:crypto';
import { chmod, chown, open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Replaces a file's content in one step: a reader sees the old or the new text, never a part. Its mode and, where
 * permitted, its owner stay; through a link, the file behind it is written. Rejects with the system's error.
 */
export async function writeAtomically(path: string, content: Uint8Array): Promise<void> {
  const target = await realpath(path);
  const { mode, uid, gid } = await stat(target);
  const beside = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
  // Renaming would replace a file that nobody may write; opening it for writing says whether one may.
  await (await open(target, 'r+')).close();
  try {
    const file = await open(beside, 'wx', mode);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await chmod(beside, mode);
    await chown(beside, uid, gid).catch(() => undefined);
    await rename(beside, target);
  } catch (error) {
    await unlink(beside).catch(() => undefined);
    throw error;
  }
}
