import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Origin } from '../../../core/index.js';
import { parseOrigin } from '../../../core/index.js';
import { systemReason } from '../../system-reason.js';
import { UsageError } from '../../usage-error.js';
import type { Fetched, Fetching } from './fetching.js';
import { limits } from './limits.js';

const mostRedirects = 5;

/** Brings an archive from a server. */
export async function download({ url }: Extract<Origin, { kind: 'archive' }>, fetching: Fetching): Promise<Fetched> {
  const archive = await bytesAt(url, url, mostRedirects, fetching);
  return { archive, format: formatOf(url.split('?', 1)[0] as string), resolved: url };
}

/** The archive of a path on this machine. */
export async function readArchive(
  { path }: Extract<Origin, { kind: 'file' }>,
  written: string,
  { folder, wording }: Fetching,
): Promise<Fetched> {
  const file = resolve(folder, path);
  try {
    if ((await stat(file)).size > limits.archive) throw new UsageError(wording.archive['too-large'](path, ''));
    return { archive: await readFile(file), format: formatOf(path), resolved: written };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${path}: ${systemReason(error, wording.locale)}`);
  }
}

function formatOf(path: string): Fetched['format'] {
  return /\.zip$/i.test(path) ? 'zip' : 'tgz';
}

/** `asked`: what messages name, since what an address leads to may hold a key. */
async function bytesAt(url: string, asked: string, redirects: number, fetching: Fetching): Promise<Uint8Array> {
  const { wording, deadline } = fetching;
  const signal = AbortSignal.timeout(Math.max(1, deadline - Date.now()));
  try {
    const response = await fetch(url, { redirect: 'manual', signal });
    const next = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && next !== null) {
      await response.body?.cancel();
      const there = new URL(next, url);
      if (redirects === 0 || !isAllowed(there)) throw new UsageError(wording.leadsElsewhere(asked, there.origin));
      return await bytesAt(there.href, asked, redirects - 1, fetching);
    }
    if (response.status === 401 || response.status === 403) throw new UsageError(wording.asksForPassword(asked));
    if (!response.ok || response.body === null) throw new UsageError(wording.answers(asked, response.status));
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of response.body) {
      length += chunk.length;
      if (length > limits.archive) throw new UsageError(wording.archive['too-large'](asked, ''));
      chunks.push(chunk);
    }
    return Buffer.concat(chunks, length);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    if (signal.aborted) throw new UsageError(wording.tooSlow(asked));
    const { cause } = error as { cause?: unknown };
    throw new UsageError(wording.unreachable(asked, systemReason(cause ?? error, wording.locale)));
  }
}

/** A host may send on to another, but to none that is not encrypted. */
function isAllowed({ protocol, hostname, username }: URL): boolean {
  if (username !== '') return false;
  return protocol === 'https:' || parseOrigin(`${protocol}//${hostname}/x.tgz`) !== undefined;
}
