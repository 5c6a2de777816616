import { basename, dirname, join } from 'node:path';
import satisfies from 'semver/functions/satisfies.js';
import { parseOrigin } from '../../core/index.js';
import { configName } from '../../workspace/find-config.js';
import { isFetched } from '../../workspace/find-pack.js';
import { listShippedPacks } from '../../workspace/known-packs.js';
import { nodeFiles } from '../../workspace/node-files.js';
import { integrityOf } from '../../workspace/pack-integrity.js';
import { shippedPacks } from '../../workspace/shipped-folders.js';
import { displayedPath } from '../displayed-path.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import type { PackListOptions } from '../options.js';
import { outputTo } from '../output.js';
import { jsonText } from '../reporters/json-text.js';
import { onOneLine } from '../reporters/one-line.js';
import { installedPack } from './dependencies/installed.js';
import { Project } from './dependencies/project.js';
import type { PackWording } from './wording/pack-wording.js';
import { packWording } from './wording/pack-wording-for.js';

/** Why a pack is not as it should be. */
type Fault = 'missing' | 'notInstalled' | 'differs' | 'unlocked' | 'notInForce';

interface Branch {
  readonly name: string;
  readonly version: string | undefined;
  /** Where it lies, or where it comes from. */
  readonly from: string;
  readonly ships: boolean;
  readonly fault: Fault | undefined;
  readonly dependencies: readonly Twig[];
}

interface Twig {
  readonly name: string;
  readonly range: string;
  readonly version: string | undefined;
  readonly fault: 'missing' | 'cycle' | 'version' | 'deep' | undefined;
  /** What it depends on in turn. */
  readonly further: readonly string[];
}

/** `plumbline pack list`: the packs of the config, where they come from and what they depend on. */
export async function listPacks({ locale, format }: PackListOptions): Promise<ExitCode> {
  const wording = packWording(locale);
  const project = await projectOfPacks(await Project.folderOf(process.cwd()), wording);
  const { serving } = await listShippedPacks(nodeFiles(), shippedPacks());
  const named = project.config.packs ?? (serving === undefined ? [] : [serving]);
  const others = [...project.config.dependencies.keys()].filter((name) => !named.includes(name));
  const branches: Branch[] = [];
  for (const name of [...named, ...others]) branches.push(await branchOf(name, named, project));
  const out = outputTo(process.stdout);
  if (format === 'json') {
    const packs = branches.map(({ fault, version, dependencies, ...branch }) => ({
      ...branch,
      version: version ?? null,
      fault: fault ?? null,
      dependencies: dependencies.map((twig) => ({ ...twig, version: twig.version ?? null, fault: twig.fault ?? null })),
    }));
    await out.writeData(`${jsonText({ version: 1, packs }, 2)}\n`);
  } else {
    const tree = branches.flatMap((branch, i) => drawn(branch, i === branches.length - 1, wording));
    const lines = [
      project.hasConfig ? project.displayedConfig : wording.noConfig,
      ...(tree.length > 0 ? tree : [wording.noPacks]),
    ];
    await out.write(`${lines.map(onOneLine).join('\n')}\n`);
  }
  return exitCodes.clean;
}

/** The config that names the packs: one that the nearest extends, where that names none. */
async function projectOfPacks(folder: string, wording: PackWording): Promise<Project> {
  const project = await Project.open(folder, wording);
  const { packsFrom } = project;
  return packsFrom === undefined || basename(packsFrom) !== configName
    ? project
    : Project.open(dirname(packsFrom), wording);
}

async function branchOf(name: string, named: readonly string[], project: Project): Promise<Branch> {
  const dependency = project.config.dependencies.get(name);
  const installed = await installedPack(project, name);
  const own = join(project.folder, 'packs', name);
  const fetched =
    dependency !== undefined && isFetched(dependency.origin) && installed?.folder !== own ? dependency : undefined;
  const locked = project.lock.get(name);
  const isLocked = locked !== undefined && locked.from === fetched?.written;
  const faultOf = async (): Promise<Fault | undefined> => {
    if (installed === undefined) return fetched === undefined ? 'missing' : 'notInstalled';
    if (fetched !== undefined && !isLocked) return 'unlocked';
    if (isLocked && (await integrityOf(installed.folder)) !== locked.integrity) return 'differs';
    return named.includes(name) ? undefined : 'notInForce';
  };
  const dependencies: Twig[] = [];
  for (const [needed, range] of Object.entries(installed?.pack.dependencies ?? {})) {
    dependencies.push(await twigOf(installed?.pack.name ?? name, needed, range, named, project));
  }
  const folder = installed === undefined ? name : displayedPath(installed.folder, process.cwd());
  return {
    name: installed?.pack.name ?? name,
    version: installed?.pack.version,
    from: isLocked ? locked.resolved : (fetched?.written ?? folder),
    ships: installed?.ships === true,
    fault: await faultOf(),
    dependencies,
  };
}

async function twigOf(
  pack: string,
  needed: string,
  range: string,
  named: readonly string[],
  project: Project,
): Promise<Twig> {
  const there = named.includes(needed) ? await installedPack(project, needed) : undefined;
  const version = there?.pack.version;
  const further = Object.keys(there?.pack.dependencies ?? {});
  const faultOf = (): Twig['fault'] => {
    if (needed === pack || further.includes(pack)) return 'cycle';
    if (version === undefined) return 'missing';
    if (!satisfies(version, rangeOf(range))) return 'version';
    return further.length > 0 ? 'deep' : undefined;
  };
  return { name: needed, range, version, fault: faultOf(), further };
}

function rangeOf(written: string): string {
  const origin = parseOrigin(written);
  if (origin === undefined || origin === 'secret') return written;
  return origin.kind === 'npm' && /\d/.test(origin.range) ? origin.range : '*';
}

function drawn(
  { name, version, from, ships, fault, dependencies }: Branch,
  isLast: boolean,
  wording: PackWording,
): readonly string[] {
  const said = fault === undefined ? '' : `  [${wording[fault]}]`;
  const below = isLast ? '   ' : '│  ';
  return [
    `${isLast ? '└─' : '├─'} ${name}${version === undefined ? '' : ` ${version}`}  ${ships ? wording.ships : from}${said}`,
    ...dependencies.map(
      (twig, i) => `${below}${i === dependencies.length - 1 ? '└─' : '├─'} ${twigText(twig, wording)}`,
    ),
  ];
}

function twigText({ name, range, version, fault, further }: Twig, wording: PackWording): string {
  const reasons = {
    missing: wording.missing,
    cycle: wording.cycle,
    deep: wording.tooDeep(further),
    version: wording.wrongVersion(range),
  };
  const said = fault === undefined ? '' : `  [${reasons[fault]}]`;
  return `${name} ${version ?? range}${said}`;
}
