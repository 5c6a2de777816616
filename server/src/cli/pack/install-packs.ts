import type { LockedPack } from '../../core/index.js';
import { isFetched } from '../../workspace/find-pack.js';
import { integrityOf } from '../../workspace/pack-integrity.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import type { PackInstallOptions } from '../options.js';
import { outputTo } from '../output.js';
import { onOneLine } from '../reporters/one-line.js';
import { UsageError } from '../usage-error.js';
import { unmetNeeds } from './dependencies/adding.js';
import { installedPack } from './dependencies/installed.js';
import { changingPacks } from './dependencies/run.js';

/** `plumbline pack install`: brings what the lock says, and locks what it does not say yet. Throws a UsageError, and then nothing is changed. */
export async function installPacks(options: PackInstallOptions): Promise<ExitCode> {
  const lines = await changingPacks(process.cwd(), options, async (run) => {
    const { project, bringing, wording } = run;
    if (!project.hasConfig) throw new UsageError(wording.noConfig);
    const wanted = [...project.config.dependencies].filter(([, { origin }]) => isFetched(origin));
    const asked = new Map(wanted.map(([name, { written }]) => [name, written]));
    const stale = [...project.lock.keys()].filter((name) => !asked.has(name));
    const unlocked = [...asked].filter(([name, written]) => project.lock.get(name)?.from !== written);
    if (options.frozen && stale.length + unlocked.length > 0) {
      throw new UsageError(wording.wouldChange([...unlocked.map(([name]) => name), ...stale]));
    }
    for (const name of stale) project.unlock(name);
    const done: string[] = [];
    for (const [name, { written, origin }] of wanted) {
      const locked = lockedAs(project.lock.get(name), written);
      if (locked !== undefined && (await integrityOf(project.placeOf(name, origin))) === locked.integrity) continue;
      const { pack, resolved, integrity } = await bringing.bring({ written, origin }, name, locked?.resolved);
      if (locked !== undefined && integrity !== locked.integrity)
        throw new UsageError(wording.notPinned(name, locked.resolved));
      project.setLocked(name, { version: pack.version, from: written, resolved, integrity });
      done.push(wording.installed(name, pack.version));
    }
    await bringing.commit();
    await project.save();
    const needs: string[] = [];
    for (const name of project.config.packs ?? []) {
      const installed = await installedPack(project, name);
      if (installed !== undefined) needs.push(...unmetNeeds(installed.pack, run));
    }
    if (done.length > 0) return [...done, ...needs];
    return [wanted.length === 0 ? wording.nothingFetched : wording.upToDate(wanted.length), ...needs];
  });
  await outputTo(process.stdout).write(`${lines.map(onOneLine).join('\n')}\n`);
  return exitCodes.clean;
}

function lockedAs(locked: LockedPack | undefined, written: string): LockedPack | undefined {
  return locked?.from === written ? locked : undefined;
}
