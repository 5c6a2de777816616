import type { Span } from '../text/span.js';

/** A step into a YAML document: keys and indexes from its root. */
export type YamlPath = readonly (string | number)[];

export type TextVisitor = (text: string, key: string, innerKey: string | undefined) => void;

/** What a YAML file says, and where. Each answer is undefined where nothing stands at the path. */
export interface YamlTree {
  isMap(path: YamlPath): boolean;
  /** The keys of a map in the file's order, each once; undefined where there is no map. */
  keys(path: YamlPath): readonly string[] | undefined;
  /** The plain value; throws where aliases cannot be followed. Not to be changed. */
  value(path: YamlPath): unknown;
  /** A scalar as the file has it: `37.3e12`. */
  written(path: YamlPath): string | undefined;
  /**
   * Visits the texts of a map, each under its key, or under that and the key of a map in it; lists of texts may stand
   * for one. False where anything else stands there, an empty list too, or where the tree tells values alone: then
   * what was visited is not all.
   */
  texts(path: YamlPath, visit: TextVisitor): boolean;
  span(path: YamlPath): Span | undefined;
  /** The place of the last key of a path. */
  keySpan(path: YamlPath): Span | undefined;
}
