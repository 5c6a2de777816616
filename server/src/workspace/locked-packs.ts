import { URI, Utils } from 'vscode-uri';
import { type Config, type Lock, readLock } from '../core/index.js';
import type { Files } from './files.js';
import { atStart } from './problem-place.js';
import { unreadFile } from './read-pack-folder.js';
import type { WorkspaceProblem } from './workspace.js';

export const lockName = 'plumbline.lock';

const mended: ReadonlySet<string> = new Set(['pack.not-installed', 'lock.missing', 'lock.other', 'lock.differs']);

/** Whether a problem goes away when `plumbline pack install` is run. */
export function isMendedByInstall(messageId: string): boolean {
  return mended.has(messageId);
}

/** Holds the packs that were fetched for a config against the lock beside it. */
export class LockedPacks {
  private constructor(
    private readonly files: Files,
    /** Undefined where there is none to hold them against; a broken one is among the problems. */
    private readonly lock: Lock | 'broken' | undefined,
    readonly problems: readonly WorkspaceProblem[],
  ) {}

  /** Reads the lock beside a config, whose URI goes into `read`; there need be none. */
  static async of(files: Files, configUri: string | undefined, read: Set<string>): Promise<LockedPacks> {
    if (configUri === undefined) return new LockedPacks(files, undefined, []);
    const uri = Utils.joinPath(Utils.dirname(URI.parse(configUri)), lockName).toString();
    read.add(uri);
    const reading = await files.read(uri);
    if ('unread' in reading) {
      if (reading.unread === 'missing') return new LockedPacks(files, undefined, []);
      return new LockedPacks(files, 'broken', [{ ...unreadFile(lockName, reading.unread), uri }]);
    }
    const { lock, problems } = readLock(reading.text, lockName);
    return new LockedPacks(
      files,
      lock ?? 'broken',
      problems.map((problem) => ({ ...problem, uri })),
    );
  }

  /** What stands against the use of a pack that lies in `folder`; `null` where the lock itself has been said to be broken. */
  async problemOf(
    name: string,
    config: Config,
    folder: string,
  ): Promise<Omit<WorkspaceProblem, 'uri' | 'range'> | null | undefined> {
    if (this.lock === 'broken') return null;
    const locked = this.lock?.get(name);
    const values = { pack: name };
    if (locked === undefined) {
      const isTold = this.problems.some((problem) => problem.values.pack === name);
      return isTold ? null : atStart(lockName, 'error', 'lock.missing', values);
    }
    if (locked.from !== config.dependencies.get(name)?.written) return atStart(lockName, 'error', 'lock.other', values);
    if ((await this.files.integrity(folder)) === locked.integrity) return undefined;
    return atStart(lockName, 'error', 'lock.differs', { ...values, folder: URI.parse(folder).fsPath });
  }
}
