import { once } from 'node:events';
import pc from 'picocolors';

/** A stream that people or programs read: colours only on a terminal that wants them. */
export interface Output {
  readonly colours: ReturnType<typeof pc.createColors>;
  /** Waits while the reader is behind, so that a long run does not pile up in memory. */
  write(text: string): Promise<void>;
}

export function outputTo(stream: NodeJS.WriteStream): Output {
  return {
    // picocolors takes NO_COLOR and TERM=dumb into account, but colours pipes too when CI is set.
    colours: pc.createColors(pc.isColorSupported && stream.isTTY === true),
    async write(text) {
      if (!stream.write(text)) await once(stream, 'drain');
    },
  };
}
