import type { Files } from '../workspace/files.js';

/** What the language server needs of the platform that it runs on. */
export interface Runtime {
  readonly files: Files;
  /** The URI of the folder that holds the shipped packs. */
  readonly shippedPacks: string;
  /** The URI of the folder that holds the pages of rules. */
  readonly rulePages: string;
  /** The day, as `2023-10-10`: a report without a date of its own is judged as of it. */
  today(): string;
}
