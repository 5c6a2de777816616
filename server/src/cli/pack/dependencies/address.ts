import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Origin, parseOrigin } from '../../../core/index.js';
import { manifestName } from '../../../workspace/find-pack.js';
import { UsageError } from '../../usage-error.js';
import type { PackWording } from '../wording/pack-wording.js';

/** Where a pack comes from, as `dependencies` write it. */
export interface Address {
  readonly written: string;
  readonly origin: Origin;
}

/**
 * Reads where a pack comes from as people write it on a command line: as `dependencies` do, or a path from the working
 * directory, the name of a package, `git@host:team/pack.git`, the address of a repository without `git+`. A path is
 * relative to `folder` afterwards. Throws a UsageError.
 */
export async function readAddress(
  asked: string,
  folder: string,
  workingDirectory: string,
  wording: PackWording,
): Promise<Address> {
  const written = (await asPath(asked, folder, workingDirectory)) ?? asAddress(asked);
  const origin = parseOrigin(written);
  if (origin === 'secret') throw new UsageError(wording.secretAddress());
  if (origin === undefined) throw new UsageError(wording.badAddress(asked));
  return { written, origin };
}

function asAddress(asked: string): string {
  if (/^(?:npm|file):|^git\+/.test(asked)) return asked;
  const [, user, path] = /^([\w.-]+@[\w.-]+):(?!\/\/)(.+)$/.exec(asked) ?? [];
  if (user !== undefined) return `git+ssh://${user}/${path}`;
  if (/^ssh:\/\//.test(asked)) return `git+${asked}`;
  if (/^https?:\/\//.test(asked)) {
    const origin = parseOrigin(asked);
    return origin !== undefined && origin !== 'secret' ? asked : `git+${asked}`;
  }
  return `npm:${asked}`;
}

/** A folder with a pack, an archive or a bare repository that is there, or what can be nothing but a path. */
async function asPath(asked: string, folder: string, workingDirectory: string): Promise<string | undefined> {
  if (asked === '' || /^(?:[a-z+]{2,}:|[\w.-]+@[\w.-]+:)/i.test(asked)) return undefined;
  const [, before = asked, fragment = ''] = /^([^#]*)(#.*)?$/s.exec(asked) ?? [];
  const path = resolve(workingDirectory, before.replace(/^~(?=\/)/, homedir()));
  const isPath = /^[./~\\]|^[a-z]:[\\/]/i.test(asked);
  const inPacks = isPath || asked.includes('/') ? undefined : join(folder, 'packs', asked);
  for (const candidate of [path, ...(inPacks === undefined ? [] : [inPacks])]) {
    if (await isThere(join(candidate, manifestName))) return fileAddress(candidate, folder) + fragment;
  }
  if (await isThere(join(path, 'HEAD'))) return `git+${pathToFileURL(path).href}${fragment}`;
  if (isPath || (await isFile(path))) return fileAddress(path, folder) + fragment;
  return undefined;
}

function fileAddress(path: string, folder: string): string {
  const below = relative(folder, path).replaceAll('\\', '/');
  // On another drive there is no way from one to the other.
  if (isAbsolute(below)) return `file:${below}`;
  return `file:${below === '' ? '.' : below.startsWith('.') ? below : `./${below}`}`;
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() === true;
}
