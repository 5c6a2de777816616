import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import validRange from 'semver/ranges/valid.js';
import { type Pack, parseOrigin } from '../../../core/index.js';
import { isFetched, manifestName } from '../../../workspace/find-pack.js';
import { UsageError } from '../../usage-error.js';
import type { Address } from './address.js';
import { readWhole } from './bring.js';
import { installedPack } from './installed.js';
import type { Run } from './run.js';

/** A pack that has been added to a config. */
export interface Added {
  readonly pack: Pack;
  readonly written: string;
  /** The pack that it was brought for. */
  readonly by?: string;
}

/** Brings a pack and writes it into the config and the lock; nothing is saved yet. `name`: what it must be called. Throws a UsageError. */
export async function addOne(address: Address, { project, bringing, wording }: Run, name?: string): Promise<Added> {
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
export async function addNeeded(pack: Pack, run: Run): Promise<readonly Added[]> {
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

/** What a pack depends on and the config does not name, a line each. */
export function unmetNeeds(pack: Pack, { project, wording }: Run): readonly string[] {
  const named = project.config.packs ?? [];
  return Object.entries(pack.dependencies)
    .filter(([name]) => !named.some((written) => written.split(/[\\/]/).at(-1) === name))
    .map(([name, range]) => {
      const isAddress = validRange(range) === null;
      return isAddress ? wording.unmetFrom(pack.name, name, range) : wording.unmet(pack.name, name, range);
    });
}
