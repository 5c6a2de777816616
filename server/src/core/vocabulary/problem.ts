import type { Values } from '../messages/message.js';
import type { Range } from '../text/line-map.js';

/** What is wrong with a pack or a config, at its place. */
export interface Problem {
  /** error: the entry (or file) was left out; warning: it was kept. */
  readonly severity: 'error' | 'warning';
  readonly messageId: string;
  readonly values: Values;
  /** The file, relative to the pack's folder, or as the host named the config. */
  readonly path: string;
  readonly range: Range;
}

/** More of one file of a pack than this is not read, in UTF-16 units. */
export const maxFileLength = 20_000_000;
