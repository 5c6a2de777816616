import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isFetched } from '../../workspace/find-pack.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import type { FetchingOptions } from '../options.js';
import { outputTo } from '../output.js';
import { onOneLine } from '../reporters/one-line.js';
import { UsageError } from '../usage-error.js';
import { installedPack } from './dependencies/installed.js';
import { changingPacks, type Run } from './dependencies/run.js';

/** `plumbline pack remove`: a pack out of the config and the lock, and what was brought of it out of its place. Throws a UsageError. */
export async function removePack(name: string, options: FetchingOptions): Promise<ExitCode> {
  const line = await changingPacks(process.cwd(), options, async (run) => {
    const { project, wording, fetching } = run;
    const { config } = project;
    const dependency = config.dependencies.get(name);
    if (dependency === undefined && config.packs?.includes(name) !== true) {
      throw new UsageError(wording.notHere(name, [...config.dependencies.keys()]));
    }
    const by = await dependents(name, run);
    if (by.length > 0) throw new UsageError(wording.stillNeeded(name, by));
    project.removePack(name);
    project.unlock(name);
    await project.save();
    if (dependency !== undefined && isFetched(dependency.origin)) {
      const place = project.placeOf(name, dependency.origin);
      // What package.json names is npm's to take away.
      const isNpms = dependency.origin.kind === 'npm' && (await isThere(join(project.folder, 'package.json')));
      if (!isNpms) await takeAway(place, join(fetching.temporary, 'removed'));
    }
    return wording.removed(name, project.displayedConfig);
  });
  await outputTo(process.stdout).write(`${onOneLine(line)}\n`);
  return exitCodes.clean;
}

/** The packs in force that depend on one. */
async function dependents(name: string, { project }: Run): Promise<readonly string[]> {
  const found: string[] = [];
  for (const other of project.config.packs ?? []) {
    const installed = other === name ? undefined : await installedPack(project, other);
    if (installed !== undefined && Object.hasOwn(installed.pack.dependencies, name)) found.push(installed.pack.name);
  }
  return found;
}

async function takeAway(place: string, aside: string): Promise<void> {
  // All of it at once, as a reader sees it; on another disk one by one.
  await rename(place, aside).catch(() => rm(place, { recursive: true, force: true }));
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
