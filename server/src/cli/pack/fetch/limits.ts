import { defaultPackBounds } from '../../../workspace/read-pack-folder.js';

/** What is taken of an archive: more is no pack that could be read, or made to fill the disk. */
export const limits = {
  /** Bytes of an archive as it is sent. */
  archive: 64_000_000,
  /** Bytes of all files of an archive together. */
  content: defaultPackBounds.length * 4,
  /** How many times larger than the archive its content may be, beyond what any archive may hold. */
  ratio: 100,
  smallContent: 16_000_000,
  /** Files and folders of an archive, which may be a whole repository. */
  entries: 50_000,
  /** Files of the pack in it. */
  files: defaultPackBounds.files,
} as const;

/** Bytes that an archive of this size may hold. */
export function mostContent(archiveBytes: number): number {
  return Math.min(limits.content, Math.max(limits.smallContent, archiveBytes * limits.ratio));
}
