import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isPackFile } from './pack-files.js';
import { defaultPackBounds } from './read-pack-folder.js';

/** More bytes than this no pack has that can be read. */
const mostBytes = defaultPackBounds.length * 4;

/** `sha512-…` over files by their paths, with `/`. */
export function integrityOfFiles(files: ReadonlyMap<string, Uint8Array>): string {
  const hash = createHash('sha512');
  for (const path of [...files.keys()].sort()) {
    const bytes = files.get(path) as Uint8Array;
    // The length says where the bytes end, so that no file can pass for two.
    hash.update(`${path}\0${bytes.length}\0`);
    hash.update(bytes);
  }
  return `sha512-${hash.digest('base64')}`;
}

/** The same, of the files in a folder that a pack may be read from; a link is none. Undefined where they cannot be read, or are more than a pack may have. */
export async function integrityOf(folder: string): Promise<string | undefined> {
  try {
    return integrityOfFiles(await packFilesIn(folder));
  } catch {
    return undefined;
  }
}

/** Rejects with the system's error, and where they are more than a pack may have. */
export async function packFilesIn(folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  let bytes = 0;
  const pending = [''];
  for (let below = pending.pop(); below !== undefined; below = pending.pop()) {
    for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) {
        if (isPackFile(`${path}/x.md`)) pending.push(path);
      } else if (entry.isFile() && isPackFile(path)) {
        const file = join(folder, path);
        bytes += (await stat(file)).size;
        if (files.size >= defaultPackBounds.files || bytes > mostBytes) throw new Error('The pack is too large.');
        files.set(path, await readFile(file));
      }
    }
  }
  return files;
}
