import { URI, Utils } from 'vscode-uri';
import type { Problem } from '../core/index.js';
import type { Files, UnreadReason } from './files.js';
import { atStart } from './problem-place.js';

/** What one pack may hold; more is a problem, and the rest of the pack is read. */
export interface PackBounds {
  readonly files: number;
  /** Folders below the pack's own. */
  readonly depth: number;
  /** UTF-16 units of all files together. */
  readonly length: number;
}

export const defaultPackBounds: PackBounds = { files: 2000, depth: 8, length: 64_000_000 };

export interface PackFolder {
  /** Texts by path relative to the folder, with `/`. */
  readonly texts: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/**
 * Reads the files that a pack is made of: the YAML in its folder, the data and texts there and below.
 * Hidden files, `node_modules` and links that leave the folder are not read.
 */
export async function readPackFolder(files: Files, folderUri: string, bounds: PackBounds): Promise<PackFolder> {
  const { paths, problems } = await listPackFiles(files, folderUri, bounds);
  const folder = URI.parse(folderUri);
  const texts = new Map<string, string>();
  let length = 0;
  const readings = await Promise.all(paths.map((path) => files.read(Utils.joinPath(folder, path).toString())));
  for (const [i, path] of paths.entries()) {
    const reading = readings[i];
    if (reading === undefined) continue;
    if ('unread' in reading) problems.push(unreadFile(path, reading.unread));
    else if (length + reading.text.length > bounds.length) {
      problems.push(atStart(path, 'error', 'pack-too-large', { limit: bounds.length }));
    } else {
      length += reading.text.length;
      texts.set(path, reading.text);
    }
  }
  return { texts, problems };
}

function unreadFile(path: string, reason: UnreadReason): Problem {
  return atStart(path, isYaml(path) ? 'error' : 'warning', `file-${reason.replaceAll(' ', '-').toLowerCase()}`, {
    file: path,
  });
}

async function listPackFiles(
  files: Files,
  folderUri: string,
  bounds: PackBounds,
): Promise<{ paths: string[]; problems: Problem[] }> {
  const paths: string[] = [];
  const problems: Problem[] = [];
  const root = URI.parse(folderUri);
  const realRoot = await files.real(folderUri);

  const staysInside = async (path: string) =>
    (await files.real(Utils.joinPath(root, path).toString())).startsWith(`${realRoot}/`);

  // Breadth first, so that the bound on files cuts the deepest.
  let level = [''];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > bounds.depth) {
      problems.push(atStart(level[0] as string, 'warning', 'pack-too-deep', { folder: level[0] as string }));
      break;
    }
    const below: string[] = [];
    for (const folder of level) {
      const entries = await files.list(folder === '' ? folderUri : Utils.joinPath(root, folder).toString());
      for (const entry of entries) {
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
        if (!entry.folder && !isPackFile(path)) continue;
        if (entry.link && !(await staysInside(path))) {
          problems.push(atStart(path, 'error', 'link-outside-pack', { file: path }));
          continue;
        }
        if (entry.folder) {
          // A link to a folder inside would be read twice, or for ever.
          if (!entry.link) below.push(path);
          continue;
        }
        if (paths.length === bounds.files) {
          problems.push(atStart(path, 'error', 'pack-too-many-files', { limit: bounds.files }));
          return { paths, problems };
        }
        paths.push(path);
      }
    }
    level = below;
  }
  return { paths, problems };
}

function isPackFile(path: string): boolean {
  return (isYaml(path) && !path.includes('/')) || /\.(csv|md|txt)$/i.test(path);
}

function isYaml(path: string): boolean {
  return /\.ya?ml$/i.test(path);
}
