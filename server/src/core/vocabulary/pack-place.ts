import type { Range } from '../text/line-map.js';
import type { Span } from '../text/span.js';
import type { PackLocation } from './model.js';
import type { YamlPath } from './yaml-tree.js';

/** A file that knows its lines. */
interface LinedFile {
  readonly path: string;
  rangeOf(span: Span): Range;
  span(path: YamlPath): Span;
  keySpan(path: YamlPath): Span;
}

/** A place in a pack file whose lines are counted only when somebody asks: a large pack has one for each entry. */
export class PackPlace implements PackLocation {
  readonly #file: LinedFile;
  readonly #start: number;
  readonly #end: number;

  constructor(file: LinedFile, { start, end }: Span) {
    this.#file = file;
    this.#start = start;
    this.#end = end;
  }

  get path(): string {
    return this.#file.path;
  }

  get range(): Range {
    return this.#file.rangeOf({ start: this.#start, end: this.#end });
  }

  /** The place of another value in the same file. */
  rangeOf(path: YamlPath): Range {
    return this.#file.rangeOf(this.#file.span(path));
  }

  /** The place of a key in the same file. */
  rangeOfKey(path: YamlPath): Range {
    return this.#file.rangeOf(this.#file.keySpan(path));
  }
}
