import ignore, { type Ignore } from 'ignore';
import { URI, Utils } from 'vscode-uri';
import type { Files } from './files.js';
import { relativePath } from './report-files.js';

export interface GitIgnore {
  /** Whether a `.gitignore` of the repository leaves this file out. `.git/info/exclude` and global lists are not read. */
  ignores(uri: string): Promise<boolean>;
}

/** Reads each `.gitignore` once. `folderUri`: the config's folder; its repository's root may lie above it. */
export function gitIgnore(files: Files, folderUri: string): GitIgnore {
  const lists = new Map<string, Promise<Ignore | undefined>>();
  let root: Promise<string> | undefined;

  const listOf = (folder: URI) => {
    const key = folder.toString();
    let list = lists.get(key);
    if (list === undefined) {
      list = readIgnoreList(files, folder);
      lists.set(key, list);
    }
    return list;
  };

  /** The nearest list that speaks of the path decides, as in git. */
  const isIgnored = async (rootUri: URI, folders: readonly string[], path: string) => {
    for (let depth = folders.length; depth >= 0; depth--) {
      const above = folders.slice(0, depth).join('/');
      const list = await listOf(above === '' ? rootUri : Utils.joinPath(rootUri, above));
      const result = list?.test(above === '' ? path : path.slice(above.length + 1));
      if (result?.ignored) return true;
      if (result?.unignored) return false;
    }
    return false;
  };

  return {
    async ignores(uri) {
      root ??= repositoryRoot(files, folderUri);
      const rootUri = URI.parse(await root);
      const segments = relativePath(rootUri.toString(), uri)?.split('/');
      if (segments === undefined || segments.length > deepest || uri.length > longestPath) return false;
      // Nothing in an ignored folder can be taken back, so folders are asked first, from the top.
      for (const i of segments.keys()) {
        const last = i === segments.length - 1;
        const path = segments.slice(0, i + 1).join('/') + (last ? '' : '/');
        if (await isIgnored(rootUri, segments.slice(0, i), path)) return true;
      }
      return false;
    },
  };
}

/** Deeper or longer paths are taken for not ignored, and of one list no further lines are read. */
const deepest = 32;
const longestPath = 1000;
const mostLines = 10_000;
/** Lines of a list with two stars or more. */
const mostCostly = 200;

/**
 * The lines that the library can hold against a path in good time: it makes expressions of them, whose time grows with
 * the power of their stars. In a name of 255 letters three take some milliseconds, five an hour.
 */
function bounded(list: string): string[] {
  let costly = 0;
  return list
    .split(/\r?\n/)
    .slice(0, mostLines)
    .filter((line) => {
      const segments = line.split('/');
      const stars = segments.map((segment) => segment.match(/\*+/g)?.length ?? 0);
      const all = stars.reduce((sum, count) => sum + count, 0);
      if (line.length > longestPath || all > 6 || stars.some((count) => count > 3)) return false;
      if (segments.filter((segment) => segment === '**').length > 2) return false;
      return all < 2 || ++costly <= mostCostly;
    });
}

async function readIgnoreList(files: Files, folder: URI): Promise<Ignore | undefined> {
  const reading = await files.read(Utils.joinPath(folder, '.gitignore').toString());
  return 'text' in reading ? ignore().add(bounded(reading.text)) : undefined;
}

async function repositoryRoot(files: Files, folderUri: string): Promise<string> {
  let folder = URI.parse(folderUri);
  for (;;) {
    if ((await files.list(folder.toString())).some((entry) => entry.name === '.git')) return folder.toString();
    const parent = Utils.dirname(folder);
    if (parent.path === folder.path) return folderUri;
    folder = parent;
  }
}
