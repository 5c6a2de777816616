import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { limits, mostContent } from './limits.js';

/** Why an archive is not unpacked. `unsafe`: a path in it leads out of it. */
export class ArchiveError extends Error {
  constructor(
    readonly reason: 'broken' | 'too-large' | 'too-many' | 'unsafe' | 'link',
    readonly path = '',
  ) {
    super(reason);
  }
}

/** The files of an archive by their paths, in memory: nothing is on the disk before all of it has been looked at. */
export interface Unpacked {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The paths of what is neither a file nor a folder. */
  readonly links: readonly string[];
}

export type ArchiveFormat = 'tar' | 'tgz' | 'zip';

/** Reads the files that `takes` asks for. Throws an ArchiveError. */
export async function unpack(
  archive: Uint8Array,
  format: ArchiveFormat,
  takes: (path: string) => boolean,
): Promise<Unpacked> {
  const collected = new Collected(mostContent(archive.length), takes);
  try {
    if (format === 'zip') await unzip(archive, collected);
    else await untar(format === 'tar' ? archive : await gunzipped(archive), collected);
  } catch (error) {
    if (error instanceof ArchiveError) throw error;
    // yauzl looks at the paths of a zip itself.
    const [, path] =
      /^(?:invalid relative path|absolute path|invalid characters in fileName): (.*)/s.exec(
        String((error as Error).message),
      ) ?? [];
    throw path === undefined ? new ArchiveError('broken') : new ArchiveError('unsafe', path);
  }
  return collected;
}

/** What has been taken of an archive, within the limits. */
class Collected implements Unpacked {
  readonly files = new Map<string, Uint8Array>();
  readonly links: string[] = [];
  #entries = 0;
  #bytes = 0;

  constructor(
    private readonly most: number,
    private readonly takes: (path: string) => boolean,
  ) {}

  /** The path of an entry as it is kept; undefined for one that is not. */
  meet(written: string, kind: 'file' | 'folder' | 'link', size: number): string | undefined {
    this.#entries++;
    if (this.#entries > limits.entries) throw new ArchiveError('too-many');
    const path = safePath(written);
    if (path === undefined) throw new ArchiveError('unsafe', written);
    if (kind === 'link') this.links.push(path);
    if (kind !== 'file' || !this.takes(path)) return undefined;
    this.#bytes += size;
    if (this.#bytes > this.most) throw new ArchiveError('too-large');
    return path;
  }

  add(path: string, bytes: Uint8Array) {
    this.files.set(path, bytes);
  }
}

/** The path without `./`; undefined for one that could lead out of the folder on any system. */
function safePath(written: string): string | undefined {
  if (/^[/\\]|^[a-z]:|\\|\0/i.test(written)) return undefined;
  const segments = written.split('/').filter((segment) => segment !== '' && segment !== '.');
  return segments.includes('..') ? undefined : segments.join('/');
}

async function gunzipped(archive: Uint8Array): Promise<Uint8Array> {
  try {
    return await promisify(gunzip)(archive, { maxOutputLength: mostContent(archive.length) });
  } catch (error) {
    const isTooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new ArchiveError(isTooLarge ? 'too-large' : 'broken');
  }
}

async function untar(archive: Uint8Array, collected: Collected): Promise<void> {
  const { unpackTar } = await import('modern-tar');
  const entries = await unpackTar(archive, {
    strict: true,
    filter: (header) => {
      const kind =
        header.type === 'file' || header.type === undefined ? 'file' : header.type === 'directory' ? 'folder' : 'link';
      return collected.meet(header.name, kind, header.size) !== undefined;
    },
  });
  for (const { header, data } of entries) collected.add(safePath(header.name) as string, data ?? new Uint8Array());
}

const typeOfMode = 0o170000;
const regularFile = 0o100000;

async function unzip(archive: Uint8Array, collected: Collected): Promise<void> {
  const { default: yauzl } = await import('yauzl');
  const zip = await yauzl.fromBufferPromise(Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength), {
    lazyEntries: true,
    strictFileNames: true,
  });
  for await (const entry of zip.eachEntry()) {
    // The upper half holds the mode where the archive was made on a system that has one.
    const type = (entry.externalFileAttributes >>> 16) & typeOfMode;
    const isLink = type !== 0 && type !== regularFile && !entry.fileName.endsWith('/');
    const kind = entry.fileName.endsWith('/') ? 'folder' : isLink ? 'link' : 'file';
    const path = collected.meet(entry.fileName, kind, entry.uncompressedSize);
    if (path === undefined) continue;
    const chunks: Buffer[] = [];
    // yauzl holds what comes to the size that the entry says it has.
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    collected.add(path, Buffer.concat(chunks));
  }
}
