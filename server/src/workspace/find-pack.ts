import { URI, Utils } from 'vscode-uri';
import type { Files } from './files.js';

export const manifestName = 'pack.yaml';

export interface PackSearch {
  /** The folder of the pack, where one was found. */
  readonly folder: string | undefined;
  /** On another machine: to look for it there would tell that machine who is here. */
  readonly isRemote?: true;
  /** The manifests that were looked for, the found one last. */
  readonly lookedFor: readonly string[];
}

/**
 * Finds the folder of a pack by the way that a config writes it: a path, relative to `base`; else the name of a
 * shipped pack, of a folder in `packs` beside the config, or of a package in `node_modules` there.
 */
export async function findPack(
  files: Files,
  written: string,
  base: string | undefined,
  shippedPacks: string,
): Promise<PackSearch> {
  if (isRemotePath(written)) return { folder: undefined, isRemote: true, lookedFor: [] };
  const lookedFor: string[] = [];
  for (const folder of candidates(written, base, shippedPacks)) {
    const manifest = Utils.joinPath(folder, manifestName).toString();
    lookedFor.push(manifest);
    const reading = await files.read(manifest);
    if ('text' in reading || reading.unread !== 'missing') {
      return { folder: folder.toString(), lookedFor };
    }
  }
  return { folder: undefined, lookedFor };
}

/** `//host/share` and its like, however the slashes lean. */
export function isRemotePath(written: string): boolean {
  return /^[\\/]{2}/.test(written);
}

function candidates(written: string, base: string | undefined, shippedPacks: string): URI[] {
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
    const scoped = name.startsWith('@') ? [Utils.joinPath(near, 'node_modules', name)] : [];
    return [resolveFrom(near, name), ...scoped];
  }
  const shipped = Utils.joinPath(URI.parse(shippedPacks), name);
  if (near === undefined) return [shipped];
  return [shipped, Utils.joinPath(near, 'packs', name), Utils.joinPath(near, 'node_modules', name)];
}

function resolveFrom(base: URI, path: string): URI {
  const absolute = /^[a-z]:\//i.test(path) ? `/${path}` : path;
  const resolved = absolute.startsWith('/') ? base.with({ path: absolute }) : Utils.joinPath(base, absolute);
  return resolved.with({ path: resolved.path.replace(/(?<=[^/]|^\/)\/+$/, '') });
}
