import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Origin } from '../../../core/index.js';
import { manifestName } from '../../../workspace/find-pack.js';
import { isPackFile } from '../../../workspace/pack-files.js';
import { UsageError } from '../../usage-error.js';
import { download, readArchive } from './download.js';
import type { Fetched, Fetching } from './fetching.js';
import { fetchByGit } from './git.js';
import { limits } from './limits.js';
import { fetchByNpm } from './npm.js';
import { ArchiveError, unpack } from './unpack.js';

/** A pack that came from elsewhere, in memory. */
export interface FetchedPack {
  /** By their paths in the folder of the pack. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly resolved: string;
}

let count = 0;

/**
 * Brings a pack from where it comes from. `exact`: `resolved` of the lock, so that the same version comes again. Throws a
 * UsageError where nothing can be had, or nothing that is safe to have.
 */
export async function fetchPack(
  origin: Origin,
  written: string,
  fetching: Fetching,
  exact?: string,
): Promise<FetchedPack> {
  const temporary = join(fetching.temporary, String(count++));
  await mkdir(temporary, { recursive: true });
  const { archive, format, resolved } = await bring(origin, written, { ...fetching, temporary }, exact);
  const { wording } = fetching;
  try {
    const unpacked = await unpack(archive, format, isPackFileBelow);
    const folder = folderOfPack(
      [...unpacked.files.keys()],
      'inside' in origin ? origin.inside : undefined,
      written,
      fetching,
    );
    const below = (path: string) => (path.startsWith(folder) ? path.slice(folder.length) : undefined);
    const link = unpacked.links.find((path) => below(path) !== undefined);
    if (link !== undefined) throw new ArchiveError('link', link);
    const files = new Map<string, Uint8Array>();
    for (const [path, bytes] of unpacked.files) {
      const own = below(path);
      if (own !== undefined && isPackFile(own)) files.set(own, bytes);
    }
    if (files.size > limits.files) throw new ArchiveError('too-many');
    return { files, resolved };
  } catch (error) {
    if (error instanceof ArchiveError) throw new UsageError(wording.archive[error.reason](written, error.path));
    throw error;
  }
}

function bring(origin: Origin, written: string, fetching: Fetching, exact: string | undefined): Promise<Fetched> {
  switch (origin.kind) {
    case 'npm':
      return fetchByNpm(origin, fetching, exact?.slice(exact.lastIndexOf('@') + 1));
    case 'git':
      return fetchByGit(origin, fetching, exact?.slice(exact.lastIndexOf('#') + 1));
    case 'archive':
      return download(origin, fetching);
    case 'file':
      return readArchive(origin, written, fetching);
  }
}

/** The pack's own folder is not known yet. */
function isPackFileBelow(path: string): boolean {
  return isPackFile(path.split('/').at(-1) as string) && !/(?:^|\/)(?:node_modules|\.git)\//.test(path);
}

/** The folder of the one pack, ending with a slash: where it is said to be, else the one with a pack.yaml nearest to the top. */
function folderOfPack(
  paths: readonly string[],
  inside: string | undefined,
  written: string,
  { wording }: Fetching,
): string {
  const folders = paths
    .filter((path) => path === manifestName || path.endsWith(`/${manifestName}`))
    .map((path) => path.slice(0, -manifestName.length));
  if (inside !== undefined) {
    // Archives that hosts make have all of a repository in a folder of its name.
    const found = folders.find((folder) => folder === `${inside}/` || folder.replace(/^[^/]*\//, '') === `${inside}/`);
    if (found === undefined) throw new UsageError(wording.noPackAt(written, inside));
    return found;
  }
  const depth = (folder: string) => folder.split('/').length;
  const least = Math.min(...folders.map(depth));
  const nearest = folders.filter((folder) => depth(folder) === least);
  if (nearest.length === 1) return nearest[0] as string;
  if (nearest.length === 0) throw new UsageError(wording.noPackIn(written));
  throw new UsageError(wording.severalPacks(written, nearest.map((folder) => folder.slice(0, -1)).sort()));
}
