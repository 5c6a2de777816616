import { createReadStream } from 'node:fs';
import { type DecodedText, decodeText } from '../workspace/decode-text.js';
import { type DocumentFormat, formatByBytes, formatByName } from './document-format.js';
import { guessEncoding } from './guess-encoding.js';
import { systemReason } from './system-reason.js';
import type { UnreadFile } from './unread-file.js';

/** The core leaves longer texts unread, in UTF-16 units. */
const longestText = 1_000_000;

/** A UTF-16 unit takes three bytes at most, a BOM another three: what has more is too long without being read. */
const mostBytes = longestText * 3 + 3;

export type TextReading = DecodedText | { readonly unread: UnreadFile };

/** The text of a file, `-` being standard input. */
export async function readText(path: string): Promise<TextReading> {
  try {
    const bytes = await readBytes(path === '-' ? process.stdin : createReadStream(path));
    return read(bytes, formatByBytes(bytes) ?? (path === '-' ? undefined : formatByName(path)));
  } catch (error) {
    return { unread: { reason: 'unreadable', detail: systemReason(error) } };
  }
}

/** Everything, or a little more than the longest text takes: an endless pipe ends the reading, not the machine. */
async function readBytes(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > mostBytes) break;
  }
  return Buffer.concat(chunks);
}

function read(bytes: Buffer, format: DocumentFormat | undefined): TextReading {
  if (format !== undefined) return { unread: { reason: 'format', format } };
  const tooLong: UnreadFile = { reason: 'too-long', maxLength: longestText };
  if (bytes.length > mostBytes) return { unread: tooLong };
  const decoded = decodeText(bytes);
  if (decoded === undefined) {
    return { unread: { reason: 'encoding', byte: firstBadByte(bytes), encoding: guessEncoding(bytes) } };
  }
  return decoded.text.length > longestText ? { unread: tooLong } : decoded;
}

/** Counted from 1. Decoding leniently and back gives the same bytes up to the first bad one. */
function firstBadByte(bytes: Buffer): number {
  const lenient = Buffer.from(bytes.toString('utf8'));
  let at = 0;
  while (at < bytes.length && bytes[at] === lenient[at]) at++;
  return Math.min(at, bytes.length - 1) + 1;
}
