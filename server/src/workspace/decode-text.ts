/** How a text stands in its file. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** A text without its byte order mark, which one of UTF-16 always has. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
  readonly bom: boolean;
}

/** The bytes looked at for NULs, and the share of NULs (one in so many) from which they are no text. */
const sampleLength = 8000;
const oneNulIn = 10;

/** The mark of UTF-32 begins as that of UTF-16 does; every second unit of such a text is a NUL. */
const marks: readonly { readonly encoding: Encoding; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

/**
 * Decodes UTF-8, and UTF-16 that a mark tells, strictly: a file in another encoding is undefined, never a text with
 * wrong letters. UTF-16 without a mark is valid UTF-8 with a NUL for every second byte, hence the count; a stray NUL
 * is let through.
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const mark = marks.find((each) => each.bytes.every((byte, i) => bytes[i] === byte));
  const encoding = mark?.encoding ?? 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return hasManyNuls(encoding === 'utf-8' ? bytes : text) ? undefined : { text, encoding, bom: mark !== undefined };
  } catch {
    return undefined;
  }
}

function hasManyNuls(units: Uint8Array | string): boolean {
  const length = Math.min(units.length, sampleLength);
  let nuls = 0;
  for (let i = 0; i < length; i++) if ((typeof units === 'string' ? units.charCodeAt(i) : units[i]) === 0) nuls++;
  return nuls > 1 && nuls * oneNulIn >= length;
}
