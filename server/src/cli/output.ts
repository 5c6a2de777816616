import { once } from 'node:events';
import pc from 'picocolors';
import { forTerminal, ownColours } from './terminal/own-colours.js';
import { progressOn } from './terminal/progress.js';

/** A stream that people or programs read: colours only on a terminal that wants them. */
export interface Output {
  readonly colours: ReturnType<typeof pc.createColors>;
  /** The cells of a terminal's line; undefined for a pipe or a file, whose lines are never broken. */
  readonly width: number | undefined;
  /** Waits while the reader is behind, so that a long run does not pile up in memory. */
  write(text: string): Promise<void>;
  /** The same for JSON, CSV, a diff or a fixed text in a pipe: as it is. */
  writeData(data: string | Uint8Array): Promise<void>;
}

/** How wide text for reading is set where nobody knows the width of the page. */
export const pageWidth = 80;

export function outputTo(stream: NodeJS.WriteStream): Output {
  const writeData = async (data: string | Uint8Array) => {
    // Progress stands on the line that this would be written on.
    progressOn(process.stderr).clear();
    if (!stream.write(data)) await once(stream, 'drain');
  };
  return {
    // picocolors takes NO_COLOR and TERM=dumb into account, but colours pipes too when CI is set.
    colours: ownColours(pc.isColorSupported && stream.isTTY === true),
    width: stream.isTTY ? stream.columns || pageWidth : undefined,
    write: (text) => writeData(forTerminal(text)),
    writeData,
  };
}
