import { listShippedPacks } from '../../workspace/known-packs.js';
import { nodeFiles } from '../../workspace/node-files.js';
import { shippedPacks } from '../../workspace/shipped-folders.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import type { FetchingOptions } from '../options.js';
import { outputTo } from '../output.js';
import { onOneLine } from '../reporters/one-line.js';
import { type Added, addNeeded, addOne, unmetNeeds } from './dependencies/adding.js';
import { readAddress } from './dependencies/address.js';
import { changingPacks } from './dependencies/run.js';

/** `plumbline pack add`: a pack from elsewhere, with those that it depends on, into the config and the lock. Throws a UsageError, and then nothing is changed. */
export async function addPack(asked: string, options: FetchingOptions): Promise<ExitCode> {
  const workingDirectory = process.cwd();
  const lines = await changingPacks(workingDirectory, options, async (run) => {
    const { project, bringing, wording } = run;
    // Without packs, one that ships serves; from now on the config names those in force.
    const { serving } = await listShippedPacks(nodeFiles(), shippedPacks());
    const served = project.hasConfig && project.config.packs === undefined ? serving : undefined;
    const address = await readAddress(asked, project.folder, workingDirectory, wording);
    const added = await addOne(address, run);
    const all = [added, ...(await addNeeded(added.pack, run))];
    await bringing.commit();
    await project.save();
    const config = project.displayedConfig;
    const needs = all.flatMap(({ pack }) => unmetNeeds(pack, run));
    const [{ pack, written }] = all as [Added];
    return [
      wording.added(pack.name, pack.version, written, config),
      ...all.slice(1).map((each) => wording.addedToo(each.pack.name, each.by as string)),
      ...needs,
      ...(served === undefined ? [] : [wording.servesNoMore(served)]),
      ...(!project.hasLock && project.lock.size > 0 ? [wording.commitBoth] : []),
      wording.nextCheck,
    ];
  });
  await outputTo(process.stdout).write(`${lines.map(onOneLine).join('\n')}\n`);
  return exitCodes.clean;
}
