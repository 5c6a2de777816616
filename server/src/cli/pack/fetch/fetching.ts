import type { PackWording } from '../wording/pack-wording.js';

/** What every way of fetching is told. */
export interface Fetching {
  /** The folder of the config, whose .npmrc holds. */
  readonly folder: string;
  /** An empty folder below it, which is taken away afterwards. */
  readonly temporary: string;
  /** In milliseconds since the epoch. */
  readonly deadline: number;
  readonly wording: PackWording;
}

/** An archive that came from somewhere, and the exact version or commit that it is. */
export interface Fetched {
  readonly archive: Uint8Array;
  readonly format: 'tar' | 'tgz' | 'zip';
  readonly resolved: string;
}
