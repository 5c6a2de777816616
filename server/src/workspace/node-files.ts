import { type FileHandle, open, readdir, realpath, stat } from 'node:fs/promises';
import { URI, Utils } from 'vscode-uri';
import { decodeText } from './decode-text.js';
import type { Files, FileText, FolderEntry, UnreadReason } from './files.js';

/** No config, and no file of a pack, is larger than this. */
const largestFile = 32_000_000;

/** The files of this machine. `maxBytes` is the size above which a file is `too large`. */
export function nodeFiles(maxBytes = largestFile): Files {
  return {
    read: (uri) => readFile(uri, maxBytes),
    list: listFolder,
    real: realUri,
  };
}

async function readFile(uri: string, maxBytes: number): Promise<FileText> {
  const parsed = URI.parse(uri);
  // Another scheme is another host's.
  if (parsed.scheme !== 'file') return { unread: 'missing' };
  let file: FileHandle | undefined;
  try {
    // Asked before opening, since opening a pipe would wait for its writer.
    if (!(await stat(parsed.fsPath)).isFile()) return { unread: 'not a file' };
    file = await open(parsed.fsPath);
    if ((await file.stat()).size > maxBytes) return { unread: 'too large' };
    const decoded = decodeText(await file.readFile());
    return decoded === undefined ? { unread: 'not UTF-8' } : { text: decoded.text };
  } catch (error) {
    return { unread: reasonOf(error) };
  } finally {
    await file?.close();
  }
}

function reasonOf(error: unknown): UnreadReason {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable';
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

async function realUri(uri: string): Promise<string> {
  try {
    return URI.file(await realpath(URI.parse(uri).fsPath)).toString();
  } catch {
    return uri;
  }
}
