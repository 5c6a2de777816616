import type { Span } from '../text/span.js';

/** A step into a YAML document: keys and indexes from its root. */
export type YamlPath = readonly (string | number)[];

/** What a YAML file says, and where. Each answer is undefined where nothing stands at the path. */
export interface YamlTree {
  /** The keys of a map in the file's order, each once; undefined where there is no map. */
  keys(path: YamlPath): readonly string[] | undefined;
  /** The plain value; throws where aliases cannot be followed. Not to be changed. */
  value(path: YamlPath): unknown;
  /** A scalar as the file has it: `37.3e12`. */
  written(path: YamlPath): string | undefined;
  span(path: YamlPath): Span | undefined;
  /** The place of the last key of a path. */
  keySpan(path: YamlPath): Span | undefined;
}
