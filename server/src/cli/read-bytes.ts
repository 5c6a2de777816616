import { constants, createReadStream, fstatSync, openSync } from 'node:fs';
import { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { isatty, ReadStream as TerminalStream } from 'node:tty';

/** The core leaves longer texts unread, in UTF-16 units. */
export const longestText = 1_000_000;

/** A UTF-16 unit takes three bytes at most, a BOM another three: what has more is too long without being read. */
export const mostBytes = longestText * 3 + 3;

/** Bytes, or the system's error. */
export type Bytes = Uint8Array | { readonly unreadable: unknown };

/**
 * The bytes of a file, `-` being standard input: everything, or a little more than the longest text takes, since an
 * endless pipe must end the reading, not the machine.
 */
export async function readBytes(path: string): Promise<Bytes> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of path === '-' ? process.stdin : streamOf(path)) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > mostBytes) break;
    }
  } catch (error) {
    return { unreadable: error };
  }
  return Buffer.concat(chunks);
}

/**
 * Whoever waits for the thread's end waits for a call of the system that it has begun, and to open a pipe that nobody
 * writes to never ends: opened without waiting, it is the event loop that waits.
 */
function streamOf(path: string): Readable {
  const fd = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  if (isatty(fd)) return new TerminalStream(fd);
  const kind = fstatSync(fd);
  if (kind.isFIFO() || kind.isSocket()) return new Socket({ fd, readable: true, writable: false });
  return createReadStream(path, { fd });
}
