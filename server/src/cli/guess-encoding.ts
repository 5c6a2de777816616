import { countHanScripts, type HanScript } from '../core/index.js';

/** How much of a file is looked at, in bytes. */
const sampleLength = 20_000;

const utf32Marks = ['fffe0000', '0000feff'];
/** Tab, line feed, vertical tab, form feed, carriage return. */
const whiteSpace = [0x09, 0x0a, 0x0b, 0x0c, 0x0d];

/** The encoding that bytes that are no UTF-8 may be in, as iconv names it; undefined for what may be no text at all. */
export function guessEncoding(bytes: Buffer): string | undefined {
  const sample = bytes.subarray(0, sampleLength);
  if (utf32Marks.includes(sample.toString('hex', 0, 4))) return 'UTF-32';
  const nuls = [0, 0];
  for (const [i, byte] of sample.entries()) if (byte === 0) nuls[i % 2] = (nuls[i % 2] as number) + 1;
  const [even = 0, odd = 0] = nuls;
  // The upper half of every ASCII character of UTF-16: spaces, digits and line feeds at least.
  if ((even + odd) * 20 > sample.length) {
    if (odd > 10 * even) return 'UTF-16LE';
    if (even > 10 * odd) return 'UTF-16BE';
  }
  if (sample.some((byte) => byte < 0x20 && !whiteSpace.includes(byte))) return undefined;
  if (isDamagedUtf8(sample)) return undefined;
  const [best] = [
    { name: 'GB18030', share: shareOfChinese(sample, 'gb18030', 'Hans') },
    { name: 'BIG5', share: shareOfChinese(sample, 'big5', 'Hant') },
  ].sort((a, b) => b.share - a.share);
  if (best !== undefined && best.share > leastShare) return best.name;
  return sample.filter((byte) => byte >= 0x80).length * 4 < sample.length ? 'WINDOWS-1252' : undefined;
}

/** Whether most of what is beyond ASCII is UTF-8 all the same, or only the end is missing. */
function isDamagedUtf8(sample: Buffer): boolean {
  const beyond = sample.toString('utf8').match(/\P{ASCII}/gu) ?? [];
  const bad = beyond.filter((character) => character === '\uFFFD').length;
  return beyond.length - bad > bad || (bad === 1 && sample.at(-1) !== undefined && (sample.at(-1) as number) >= 0x80);
}

/** The commonest characters that both scripts have, and full-width punctuation. */
const common = /[的一是不在有人和上中大年月日，。、：；“”《》]/g;
/** The wrong encoding gives rare characters alone; the right one, these for more than a third. */
const leastShare = 0.1;

/** How many of the characters beyond ASCII are common ones of a script; 0 where the bytes are not of the encoding. */
function shareOfChinese(sample: Buffer, encoding: string, script: HanScript): number {
  try {
    // As a stream, since the sample may end within a character.
    const text = new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true });
    const beyond = text.match(/\P{ASCII}/gu)?.length ?? 0;
    return beyond === 0 ? 0 : ((text.match(common)?.length ?? 0) + countHanScripts(text)[script]) / beyond;
  } catch {
    return 0;
  }
}
