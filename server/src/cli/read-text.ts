import { type DecodedText, decodeText } from '../workspace/decode-text.js';
import { type DocumentFormat, formatByBytes, formatByName } from './document-format.js';
import { guessEncoding } from './guess-encoding.js';
import { type Bytes, longestText, mostBytes, readBytes } from './read-bytes.js';
import type { UnreadFile } from './unread-file.js';

export type TextReading = DecodedText | { readonly unread: UnreadFile };

/** The text of a file. */
export async function readText(path: string): Promise<TextReading> {
  return textOf(await readBytes(path), path);
}

/** What bytes say, that a file of this path has; `-` is standard input. */
export function textOf(bytes: Bytes, path: string): TextReading {
  if ('unreadable' in bytes) return { unread: { reason: 'unreadable', error: bytes.unreadable } };
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return read(buffer, formatByBytes(buffer) ?? (path === '-' ? undefined : formatByName(path)));
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
