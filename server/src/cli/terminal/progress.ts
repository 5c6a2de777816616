import { clearLine, cursorTo } from 'node:readline';
import { visible } from '../../core/start.js';
import { displayWidth } from '../../layout/display-width.js';

/** Work that is shorter shows nothing; in milliseconds. */
const patience = 1000;
/** Between two states that are shown; in milliseconds. */
const pace = 100;

/** One line at the bottom of a terminal that says how far a long run is; nothing where the stream is no terminal. */
export class Progress {
  #began: number | undefined;
  #shown = false;
  #last = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly stream: NodeJS.WriteStream,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Shows a state if the work has lasted; the first call begins it. */
  show(text: () => string): void {
    if (!this.stream.isTTY) return;
    const now = this.now();
    this.#began ??= now;
    if (now - this.#began < patience || now - this.#last < pace) return;
    this.clear();
    this.#last = now;
    this.stream.write(cut(visible(text()), (this.stream.columns || 80) - 1));
    this.#shown = true;
  }

  /** Takes the line away, for something else to be written there, or for good. */
  clear(): void {
    if (!this.#shown) return;
    cursorTo(this.stream, 0);
    clearLine(this.stream, 0);
    this.#shown = false;
    // What took its place is not to be covered at once.
    this.#last = this.now();
  }
}

function cut(text: string, width: number): string {
  let line = '';
  let filled = 0;
  for (const character of text) {
    filled += displayWidth(character);
    if (filled > width) break;
    line += character;
  }
  return line;
}

const ofStreams = new WeakMap<NodeJS.WriteStream, Progress>();

/** The one line of a stream. */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  let progress = ofStreams.get(stream);
  if (progress === undefined) {
    progress = new Progress(stream);
    ofStreams.set(stream, progress);
  }
  return progress;
}
