import type { DecodedText } from '../workspace/decode-text.js';

/** The bytes of a text as its file had them. */
export function encodeText(text: string, { encoding, bom }: Omit<DecodedText, 'text'>): Buffer {
  const marked = bom ? `\uFEFF${text}` : text;
  if (encoding === 'utf-8') return Buffer.from(marked, 'utf8');
  const bytes = Buffer.from(marked, 'utf16le');
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
}
