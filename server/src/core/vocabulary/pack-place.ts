import type { LineMap, Range } from '../text/line-map.js';
import type { Span } from '../text/span.js';
import type { PackLocation } from './model.js';

/** A place in a pack file whose lines are counted only when somebody asks: a large pack has one for each entry. */
export class PackPlace implements PackLocation {
  readonly path: string;
  readonly span: Span;
  readonly #lines: LineMap;

  constructor(path: string, span: Span, lines: LineMap) {
    this.path = path;
    this.span = span;
    this.#lines = lines;
  }

  get range(): Range {
    return this.#lines.rangeOf(this.span);
  }
}
