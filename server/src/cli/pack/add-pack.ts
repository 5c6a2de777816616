import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Pack, parseOrigin } from '../../core/index.js';
import { isFetched, manifestName } from '../../workspace/find-pack.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import type { FetchingOptions } from '../options.js';
import { outputTo } from '../output.js';
import { onOneLine } from '../reporters/one-line.js';
import { UsageError } from '../usage-error.js';
import { type Address, readAddress } from './dependencies/address.js';
import { readWhole } from './dependencies/bring.js';
import { installedPack } from './dependencies/installed.js';
import { changingPacks, type Run } from './dependencies/run.js';

interface Added {
  readonly pack: Pack;
  readonly written: string;
  /** The pack that it was brought for. */
  readonly by?: string;
}

/** `plumbline pack add`: a pack from elsewhere, with those that it depends on, into the config and the lock. Throws a UsageError, and then nothing is changed. */
export async function addPack(asked: string, options: FetchingOptions): Promise<ExitCode> {
  const workingDirectory = process.cwd();
  const lines = await changingPacks(workingDirectory, options, async (run) => {
    const { project, bringing, wording } = run;
    const address = await readAddress(asked, project.folder, workingDirectory, wording);
    const added = await addOne(address, run);
    const all = [added, ...(await addNeeded(added.pack, run))];
    await bringing.commit();
    await project.save();
    const config = project.displayedConfig;
    const needs = all.flatMap(({ pack }) => unmetNeeds(pack, project.config.packs ?? [], run));
    const [{ pack, written }] = all as [Added];
    return [
      wording.added(pack.name, pack.version, written, config),
      ...all.slice(1).map((each) => wording.addedToo(each.pack.name, each.by as string)),
      ...needs,
      ...(!project.hasLock && project.lock.size > 0 ? [wording.commitBoth] : []),
      wording.nextCheck,
    ];
  });
  await outputTo(process.stdout).write(`${lines.map(onOneLine).join('\n')}\n`);
  return exitCodes.clean;
}

async function addOne(address: Address, { project, bringing, wording }: Run, name?: string): Promise<Added> {
  const { origin } = address;
  if (!isFetched(origin)) {
    const folder = project.placeOf('', origin);
    if (!(await isThere(folder))) throw new UsageError(wording.noFolder(address.written));
    if (!(await isThere(join(folder, manifestName)))) throw new UsageError(wording.noPackIn(address.written));
    const pack = await readWhole(folder, address.written, wording);
    if (name !== undefined && pack.name !== name)
      throw new UsageError(wording.otherName(address.written, pack.name, name));
    // A folder in packs is found by its name.
    const isNamed = folder === join(project.folder, 'packs', pack.name);
    if (!isNamed) await refuseTaken(pack.name, project.folder, wording);
    project.addPack(pack.name);
    if (!isNamed) project.setDependency(pack.name, address.written);
    project.unlock(pack.name);
    return { pack, written: address.written };
  }
  const { pack, resolved, integrity } = await bringing.bring(address, name);
  await refuseTaken(pack.name, project.folder, wording);
  const written = withRange(address, resolved);
  project.addPack(pack.name);
  project.setDependency(pack.name, written);
  project.setLocked(pack.name, { version: pack.version, from: written, resolved, integrity });
  return { pack, written };
}

/** A folder in packs goes before what is brought, so that this would never be read. */
async function refuseTaken(name: string, folder: string, wording: Run['wording']): Promise<void> {
  if (await isThere(join(folder, 'packs', name, manifestName)))
    throw new UsageError(wording.ownPack(`packs/${name}`, name));
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

/** As npm does: whoever asks for no version gets the newest, and what is compatible with it later. */
function withRange({ written, origin }: Address, resolved: string): string {
  if (origin.kind !== 'npm' || written !== `npm:${origin.name}`) return written;
  return `npm:${origin.name}@^${resolved.slice(resolved.lastIndexOf('@') + 1)}`;
}

/** The packs that one depends on and says where they come from: one level, and none that leads back. */
async function addNeeded(pack: Pack, run: Run): Promise<readonly Added[]> {
  const { project, wording } = run;
  const added: Added[] = [];
  for (const [name, written] of Object.entries(pack.dependencies)) {
    if (name === pack.name) throw new UsageError(wording.leadsBack(pack.name, name));
    const there = await installedPack(project, name);
    if (there !== undefined && Object.hasOwn(there.pack.dependencies, pack.name)) {
      throw new UsageError(wording.leadsBack(pack.name, name));
    }
    const origin = parseOrigin(written);
    if (there !== undefined || origin === undefined || origin === 'secret') continue;
    const needed = await addOne({ written, origin }, run, name);
    const further = Object.keys(needed.pack.dependencies);
    if (further.includes(pack.name)) throw new UsageError(wording.leadsBack(pack.name, name));
    if (further.length > 0) throw new UsageError(wording.goesDeeper(pack.name, name, further));
    added.push({ ...needed, by: pack.name });
  }
  return added;
}

/** What a pack depends on without saying where it comes from, and nobody has. */
function unmetNeeds(pack: Pack, named: readonly string[], { wording }: Run): readonly string[] {
  return Object.entries(pack.dependencies)
    .filter(([name, range]) => !named.includes(name) && parseOrigin(range) === undefined)
    .map(([name, range]) => wording.unmet(pack.name, name, range));
}
