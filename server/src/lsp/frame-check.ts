/** No client writes a longer one; in bytes. */
const longestHeader = 4096;

/**
 * Follows the frames of LSP's base protocol through a stream of bytes, by their headers alone. The library that reads
 * them goes on after a bad header, and then takes the rest of the stream for anything, or waits for ever.
 */
export class FrameCheck {
  #header = '';
  /** Bytes of the body that are still to come. */
  #body = 0;

  /** Whether the bytes so far are frames. After the first `false` no frame can be told from another. */
  accepts(chunk: Uint8Array): boolean {
    for (let at = 0; at < chunk.length; ) {
      if (this.#body > 0) {
        const taken = Math.min(this.#body, chunk.length - at);
        this.#body -= taken;
        at += taken;
        continue;
      }
      this.#header += String.fromCharCode(chunk[at++] as number);
      if (this.#header.endsWith('\r\n\r\n')) {
        const length = lengthIn(this.#header);
        if (length === undefined) return false;
        this.#body = length;
        this.#header = '';
      } else if (this.#header.length > longestHeader || !isBegun(this.#header)) return false;
    }
    return true;
  }
}

/** The one length that a header gives; with two, readers differ on where the body ends. */
function lengthIn(header: string): number | undefined {
  const lengths = header.match(/^Content-Length:.*$/gim) ?? [];
  const digits = lengths.length === 1 ? /:[ \t]*(\d{1,9})[ \t]*\r?$/.exec(lengths[0] as string)?.[1] : undefined;
  return digits === undefined ? undefined : Number(digits);
}

/** Whether a header may go on like this: `Content-Le`, `Content-Length: 12\r`. */
function isBegun(header: string): boolean {
  const line = header.slice(header.lastIndexOf('\n', header.length - 2) + 1);
  return /^(?:[\w-]*|[\w-]+:[^\r\n]*(?:\r\n?)?)$/.test(line) || (line === '\r' && header.length > 1);
}
