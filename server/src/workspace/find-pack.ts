import { URI, Utils } from 'vscode-uri';
import type { Origin } from '../core/index.js';
import type { Files } from './files.js';

export const manifestName = 'pack.yaml';

export interface PackSearch {
  /** The folder of the pack, where one was found. */
  readonly folder: string | undefined;
  /** On another machine: to look for it there would tell that machine who is here. */
  readonly isRemote?: true;
  /** It was put there by `plumbline pack` or by npm, and is not the folder's own. */
  readonly isFetched?: true;
  /** The manifests that were looked for, the found one last. */
  readonly lookedFor: readonly string[];
}

/** Where packs that come by git or as archives are put, beside the config. */
export const fetchedPacks = '.plumbline/packs';

/**
 * Finds the folder of a pack by the way that a config writes it: a path, relative to `base`; else the name of a folder
 * in `packs` beside the config, of one that was fetched, of a package in `node_modules`, or of a pack that ships.
 * `origin`: where the config says that a pack of this name comes from, so that no other is taken for it.
 */
export async function findPack(
  files: Files,
  written: string,
  base: string | undefined,
  shippedPacks: string,
  origin?: Origin,
): Promise<PackSearch> {
  if (isRemotePath(written)) return { folder: undefined, isRemote: true, lookedFor: [] };
  const lookedFor: string[] = [];
  for (const { folder, isFetched } of candidates(written, base, shippedPacks, origin)) {
    const manifest = Utils.joinPath(folder, manifestName).toString();
    lookedFor.push(manifest);
    const reading = await files.read(manifest);
    if ('text' in reading || reading.unread !== 'missing') {
      return { folder: folder.toString(), lookedFor, ...(isFetched && { isFetched }) };
    }
  }
  return { folder: undefined, lookedFor };
}

/** `//host/share` and its like, however the slashes lean. */
export function isRemotePath(written: string): boolean {
  return /^[\\/]{2}/.test(written);
}

interface Candidate {
  readonly folder: URI;
  readonly isFetched?: true;
}

function candidates(
  written: string,
  base: string | undefined,
  shippedPacks: string,
  origin: Origin | undefined,
): readonly Candidate[] {
  // Half a character has no place in a URI.
  const name = written
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replaceAll('\\', '/')
    .replace(/(?<!\/)\/+$/, '');
  const near = base === undefined ? undefined : URI.parse(base);
  if (name === '') return [];
  if (name.startsWith('.') || name.includes('/')) {
    if (near === undefined) return [];
    // A name with a scope (`@team/pack`) looks like a path and may be a package.
    const scoped = name.startsWith('@') ? [{ folder: Utils.joinPath(near, 'node_modules', name) }] : [];
    return [{ folder: resolveFrom(near, name) }, ...scoped];
  }
  const shipped = { folder: Utils.joinPath(URI.parse(shippedPacks), name) };
  if (near === undefined) return [shipped];
  const own = { folder: Utils.joinPath(near, 'packs', name) };
  if (origin !== undefined) return [own, placeOf(origin, name, near)];
  const installed = { folder: Utils.joinPath(near, 'node_modules', name) };
  return [own, installed, shipped];
}

/** Whether a pack of this origin is brought here by a command, and locked; else it is read where it stands. */
export function isFetched(origin: Origin): boolean {
  return origin.kind !== 'file' || origin.isArchive;
}

/** Where a pack stands that a config has from elsewhere. */
export function placeOf(origin: Origin, name: string, base: URI): Candidate {
  if (origin.kind === 'file' && !origin.isArchive) return { folder: resolveFrom(base, origin.path) };
  if (origin.kind === 'npm') return { folder: Utils.joinPath(base, 'node_modules', origin.name), isFetched: true };
  return { folder: Utils.joinPath(base, fetchedPacks, name), isFetched: true };
}

/** A path as a config writes it, from a folder. */
export function resolveFrom(base: URI, path: string): URI {
  const absolute = /^[a-z]:\//i.test(path) ? `/${path}` : path;
  const resolved = absolute.startsWith('/') ? base.with({ path: absolute }) : Utils.joinPath(base, absolute);
  return resolved.with({ path: resolved.path.replace(/(?<=[^/]|^\/)\/+$/, '') });
}
