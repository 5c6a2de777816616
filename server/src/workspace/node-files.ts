import { constants } from 'node:fs';
import { type FileHandle, open, readdir, realpath, stat } from 'node:fs/promises';
import { URI, Utils } from 'vscode-uri';
import { decodeText } from './decode-text.js';
import type { Files, FileText, FolderEntry, UnreadReason } from './files.js';
import { integrityOf } from './pack-integrity.js';

/** Why there is no file of a name: the last two are names that no file can have. */
const missing = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE']);

/** No config, and no file of a pack, is larger than this. */
const largestFile = 32_000_000;

/** The files of this machine. `maxBytes` is the size above which a file is `too large`. */
export function nodeFiles(maxBytes = largestFile): Files {
  return {
    read: (uri) => readFile(uri, maxBytes),
    list: listFolder,
    stamp: stampOf,
    integrity: (folderUri) => integrityOf(URI.parse(folderUri).fsPath),
    real: realUri,
  };
}

async function readFile(uri: string, maxBytes: number): Promise<FileText> {
  const parsed = URI.parse(uri);
  // Another scheme is another host's.
  if (parsed.scheme !== 'file') return { unread: 'missing' };
  let file: FileHandle | undefined;
  try {
    // Asked before opening, since to open a pipe or a device does something; and after, since it may be another by then.
    if (!(await stat(parsed.fsPath)).isFile()) return { unread: 'not a file' };
    file = await open(parsed.fsPath, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const { size, isFile } = await sizeOf(file);
    if (!isFile) return { unread: 'not a file' };
    const bytes = size > maxBytes ? undefined : await readBytes(file, size, maxBytes);
    if (bytes === undefined) return { unread: 'too large' };
    const decoded = decodeText(bytes);
    return decoded === undefined ? { unread: 'not UTF-8' } : { text: decoded.text };
  } catch (error) {
    return { unread: reasonOf(error) };
  } finally {
    await file?.close();
  }
}

async function sizeOf(file: FileHandle) {
  const stats = await file.stat();
  return { size: stats.size, isFile: stats.isFile() };
}

/** Counted while it is read: what the system makes up as it is read (`/proc`) says that its size is 0. */
async function readBytes(file: FileHandle, size: number, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  while (length <= maxBytes) {
    const chunk = Buffer.allocUnsafe(length < size ? size - length : 65_536);
    const { bytesRead } = await file.read(chunk, 0, chunk.length);
    if (bytesRead === 0) return Buffer.concat(chunks, length);
    chunks.push(chunk.subarray(0, bytesRead));
    length += bytesRead;
  }
  return undefined;
}

function reasonOf(error: unknown): UnreadReason {
  const code = (error as NodeJS.ErrnoException).code;
  return code !== undefined && missing.has(code) ? 'missing' : 'unreadable';
}

async function listFolder(folderUri: string): Promise<readonly FolderEntry[]> {
  const parsed = URI.parse(folderUri);
  if (parsed.scheme !== 'file') return [];
  try {
    const entries = await readdir(parsed.fsPath, { withFileTypes: true });
    const known = await Promise.all(
      entries.map(async (entry): Promise<FolderEntry | undefined> => {
        if (!entry.isSymbolicLink()) return { name: entry.name, folder: entry.isDirectory(), link: false };
        const target = await stat(Utils.joinPath(parsed, entry.name).fsPath).catch(() => undefined);
        return target && { name: entry.name, folder: target.isDirectory(), link: true };
      }),
    );
    return known.filter((entry) => entry !== undefined).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

async function stampOf(uri: string): Promise<string | undefined> {
  const found = await stat(URI.parse(uri).fsPath).catch(() => undefined);
  return found && `${found.mtimeMs}/${found.size}`;
}

async function realUri(uri: string): Promise<string> {
  try {
    return URI.file(await realpath(URI.parse(uri).fsPath)).toString();
  } catch {
    return uri;
  }
}
