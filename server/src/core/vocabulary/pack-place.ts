import type { LineMap, Range } from '../text/line-map.js';
import type { Span } from '../text/span.js';
import type { PackLocation } from './model.js';

/** A place in a pack file whose lines are counted only when somebody asks: a large pack has one for each entry. */
export class PackPlace implements PackLocation {
  readonly path: string;
  readonly #start: number;
  readonly #end: number;
  readonly #lines: LineMap;

  constructor(path: string, { start, end }: Span, lines: LineMap) {
    this.path = path;
    this.#start = start;
    this.#end = end;
    this.#lines = lines;
  }

  get span(): Span {
    return { start: this.#start, end: this.#end };
  }

  get range(): Range {
    return this.#lines.rangeOf(this.span);
  }
}
