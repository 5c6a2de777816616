import { createReadStream } from 'node:fs';
import { type Locale, unreadMessage } from '../core/index.js';
import { decodeUtf8 } from '../workspace/decode-utf8.js';
import { systemReason } from './system-reason.js';
import { wordingFor } from './wording.js';

/** The core leaves longer texts unread, in UTF-16 units. */
const longestText = 1_000_000;

/** A UTF-16 unit takes three bytes of UTF-8 at most, a BOM another three: what has more is too long without being read. */
const mostBytes = longestText * 3 + 3;

export type TextReading =
  | { readonly text: string; readonly bom: boolean }
  /** Left alone, and why. */
  | { readonly leftAlone: string }
  /** The system would not give it, and why. */
  | { readonly failed: string };

/** The text of a file, `-` being standard input. */
export async function readText(path: string, locale: Locale): Promise<TextReading> {
  try {
    return decode(await readBytes(path === '-' ? process.stdin : createReadStream(path)), locale);
  } catch (error) {
    return { failed: wordingFor(locale).unreadable(systemReason(error)) };
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

function decode(bytes: Buffer, locale: Locale): TextReading {
  if (bytes.length > mostBytes)
    return {
      leftAlone: unreadMessage({ span: { start: 0, end: 0 }, reason: 'too-long', maxLength: longestText }, locale),
    };
  const reading = decodeUtf8(bytes);
  if ('text' in reading) return { text: reading.text, bom: bytes.subarray(0, 3).equals(byteOrderMark) };
  const utf16 = bytes.subarray(0, 2).equals(utf16LittleEndian) || bytes.subarray(0, 2).equals(utf16BigEndian);
  return { leftAlone: utf16 ? wordingFor(locale).utf16 : wordingFor(locale).notUtf8(firstBadByte(bytes)) };
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);
const utf16LittleEndian = Buffer.from([0xff, 0xfe]);
const utf16BigEndian = Buffer.from([0xfe, 0xff]);

/** Counted from 1. Decoding leniently and back gives the same bytes up to the first bad one. */
function firstBadByte(bytes: Buffer): number {
  const lenient = Buffer.from(bytes.toString('utf8'));
  let at = 0;
  while (at < bytes.length && bytes[at] === lenient[at]) at++;
  return Math.min(at, bytes.length - 1) + 1;
}
