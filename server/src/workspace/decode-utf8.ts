import type { FileText } from './files.js';

/** The bytes looked at for NULs, and the share of NULs (one in so many) from which they are no text. */
const sampleLength = 8000;
const oneNulIn = 10;

/**
 * Decodes strictly: a file in another encoding is `not UTF-8`, never a text with wrong letters.
 * UTF-16 without a mark is valid UTF-8 with a NUL for every second byte, hence the count; a stray NUL is let through.
 */
export function decodeUtf8(bytes: Uint8Array): FileText {
  const sample = bytes.subarray(0, sampleLength);
  let nuls = 0;
  for (const byte of sample) if (byte === 0) nuls++;
  if (nuls > 1 && nuls * oneNulIn >= sample.length) return { unread: 'not UTF-8' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { unread: 'not UTF-8' };
  }
}
