import { URI, Utils } from 'vscode-uri';
import {
  type Config,
  checkConfig,
  checkNamesInForce,
  emptyConfig,
  mergePacks,
  type Pack,
  type Range,
  type Values,
  type Vocabulary,
} from '../core/index.js';
import type { Files } from './files.js';
import { findPack, isFetched, manifestName } from './find-pack.js';
import { listShippedPacks, meantPack } from './known-packs.js';
import { type ConfigOptions, type LoadedConfig, loadConfig } from './load-config.js';
import { LockedPacks } from './locked-packs.js';
import { atStart } from './problem-place.js';
import { defaultPackBounds, type PackBounds, readPackFolder } from './read-pack-folder.js';
import type { Workspace, WorkspaceProblem } from './workspace.js';

/** What a host that is watched over has to do with the loading of packs. */
export interface PackLoading {
  /** Does what may take long with the packs of these folders. */
  on<T>(folders: readonly string[], work: () => T): T;
  /** Whether this pack is not to be loaded, as it did not come to an end. */
  leavesAlone(folder: string): boolean;
}

const noConfig: LoadedConfig = { config: emptyConfig, configs: new Map() };

const unwatched: PackLoading = { on: (_, work) => work(), leavesAlone: () => false };

export interface LoadOptions extends ConfigOptions {
  /** None: the shipped packs serve, with the defaults of the config. */
  readonly configUri: string | undefined;
  /** Packs that the caller names instead of those of the config. */
  readonly packs?: { readonly names: readonly string[]; readonly relativeTo: string };
  /** A pack's folder in the place of the pack of this name, or behind the others where none is called so. */
  readonly instead?: { readonly name: string; readonly folder: string };
  readonly bounds?: PackBounds;
  readonly packLoading?: PackLoading;
}

/** Reads a config and its packs. Never rejects: what cannot be read is left out and is among the problems. */
export async function loadWorkspace(options: LoadOptions): Promise<Workspace> {
  const { files, configUri, before, bounds = defaultPackBounds, packLoading = unwatched } = options;
  const problems: WorkspaceProblem[] = [];
  const read = new Set<string>();
  const kept = new Set<string>();

  const { config, configs } =
    configUri === undefined ? noConfig : await loadConfig(configUri, options, { problems, read, kept });
  const folder = configUri === undefined ? undefined : Utils.dirname(URI.parse(configUri)).toString();
  const isChosen = (options.packs?.names ?? config.packs ?? options.instead) !== undefined;
  const shipped = isChosen ? undefined : await listShippedPacks(files, options.shippedPacks);
  const folders =
    shipped === undefined
      ? await packFoldersOf(options, config, folder, problems, read)
      : [shipped.serving ?? []].flat().map((name) => Utils.joinPath(URI.parse(options.shippedPacks), name).toString());

  const packs: Pack[] = [];
  const packFolders = new Map<string, string>();
  const leftAlone: string[] = [];
  for (const packFolder of folders) {
    const uriOf = (path: string) => Utils.joinPath(URI.parse(packFolder), path).toString();
    if (packLoading.leavesAlone(packFolder)) {
      leftAlone.push(packFolder);
      problems.push({ ...atStart(manifestName, 'error', 'pack.left-alone', {}), uri: uriOf(manifestName) });
      continue;
    }
    const last = before?.vocabulary.packs.find(({ name }) => before.packFolders.get(name) === packFolder);
    const {
      reading,
      problems: unread,
      files: named,
    } = await readPackFolder(files, packFolder, bounds, {
      on: (work) => packLoading.on([packFolder], work),
      ...(last && { before: last }),
    });
    for (const path of named) read.add(uriOf(path));
    for (const path of reading.kept) kept.add(uriOf(path));
    for (const problem of [...unread, ...reading.problems]) problems.push({ ...problem, uri: uriOf(problem.path) });
    const { pack } = reading;
    if (pack === undefined) continue;
    const earlier = packFolders.get(pack.name);
    if (earlier === undefined) {
      packs.push(pack);
      packFolders.set(pack.name, packFolder);
    } else if (earlier !== packFolder) {
      const values = { pack: pack.name, folder: earlier };
      problems.push({ ...atStart(manifestName, 'error', 'pack.twice', values), uri: uriOf(manifestName) });
    }
  }

  const beside = foundBeside(options.shippedPacks, packFolders);
  const { vocabulary, conflicts } = packLoading.on(beside, () => {
    const merge = mergePacks(packs);
    return { vocabulary: merge.vocabulary, conflicts: [...merge.problems, ...checkNamesInForce(merge)] };
  });
  for (const problem of conflicts) {
    const packFolder = packFolders.get(problem.pack);
    if (packFolder === undefined) continue;
    problems.push({ ...problem, uri: Utils.joinPath(URI.parse(packFolder), problem.path).toString() });
  }
  if (configUri !== undefined) {
    const isWhole = !problems.some(({ messageId }) => missingPack.has(messageId));
    const names = config.names.filter(({ kind }) => isWhole || kind === 'rule');
    problems.push(...unknownNames({ ...config, names }, configs.get(configUri), configUri, vocabulary));
  }
  return Object.freeze({
    folder,
    configUri,
    config,
    configs,
    vocabulary,
    problems: Object.freeze(problems),
    packFolders,
    leftAlone: Object.freeze(leftAlone),
    files: read,
    kept,
    ...(shipped && { shippedBeside: shipped.others }),
  });
}

/** The folders of packs that do not ship, since those that do are known to load; of all, where there are no others. */
function foundBeside(shippedPacks: string, packFolders: ReadonlyMap<string, string>): readonly string[] {
  const folders = [...packFolders.values()];
  const found = folders.filter((folder) => !folder.startsWith(`${shippedPacks}/`));
  return found.length > 0 ? found : folders;
}

/** The names of a config that nobody knows, each where it stands. */
function unknownNames(
  config: Config,
  own: Config | undefined,
  configUri: string,
  vocabulary: Vocabulary,
): readonly WorkspaceProblem[] {
  const [first, last] = [own?.bases[0], own?.bases.at(-1)];
  return config.names.flatMap((name): WorkspaceProblem[] => {
    const uri = name.home ?? configUri;
    const path = Utils.basename(URI.parse(uri));
    const [problem] = checkConfig({ ...config, names: [name] }, path, vocabulary);
    if (problem === undefined) return [];
    // A base is right in naming what its own packs have: whoever extends it has chosen others.
    const isOfPacks = name.kind === 'report' || name.kind === 'region';
    if (!isOfPacks || name.home === undefined || name.home === config.homes.get('packs')) return [{ ...problem, uri }];
    if (first === undefined || last === undefined) return [];
    const range = { start: first.range.start, end: last.range.end };
    return [{ ...problem, path: Utils.basename(URI.parse(configUri)), range, uri: configUri }];
  });
}

/** Problems for which what a config names may be in a pack that is not in force. */
const missingPack: ReadonlySet<string> = new Set([
  'config.base-missing',
  'config.base-no-pack',
  'config.base-none-in-pack',
  'config.base-not-a-file',
  'config.base-not-utf-8',
  'config.base-too-large',
  'config.base-unreadable',
  'config.base-remote',
  'config.extends-cycle',
  'config.extends-deep',
  'config.extends-many',
  'pack.not-found',
  'pack.not-installed',
  'pack.remote',
  'pack.no-manifest',
  'pack.engine',
  'lock.missing',
  'lock.other',
  'lock.differs',
  'lock.unreadable',
  'lock.version',
  'lock.entry',
]);

/** The folders of the packs in force, in the order that they merge. */
async function packFoldersOf(
  options: LoadOptions,
  config: Config,
  configFolder: string | undefined,
  problems: WorkspaceProblem[],
  read: Set<string>,
): Promise<readonly string[]> {
  const { files, configUri, shippedPacks } = options;
  const names = options.packs?.names ?? config.packs ?? [];
  const packsHome = config.homes.get('packs');
  const base = options.packs?.relativeTo ?? folderOf(packsHome) ?? configFolder;
  const found = new Set<string>();
  const locks = await locksOf(files, config, configUri, read);
  for (const locked of locks.values()) problems.push(...locked.problems);
  for (const [i, name] of names.entries()) {
    if (options.instead !== undefined && name.split(/[\\/]/).at(-1) === options.instead.name) {
      found.add(options.instead.folder);
      continue;
    }
    const dependency = config.dependencies.get(name);
    // What a config has from elsewhere lies beside it, wherever the command line that names it is run.
    const from = dependency === undefined ? base : (folderOf(dependency.home) ?? configFolder);
    const search = await findPack(files, name, from, shippedPacks, dependency?.origin);
    for (const uri of search.lookedFor) read.add(uri);
    const [uri, range] =
      dependency === undefined && options.packs !== undefined
        ? [base]
        : dependency === undefined
          ? [packsHome ?? configUri, config.packRanges[i]]
          : [dependency.home ?? configUri, dependency.range];
    const locked = search.isFetched ? locks.get(dependency?.home) : undefined;
    const against = search.folder === undefined ? undefined : await locked?.problemOf(name, config, search.folder);
    if (against !== undefined) {
      if (against !== null) problems.push(atRange(against.messageId, against.values, uri ?? shippedPacks, range));
    } else if (search.folder !== undefined) found.add(search.folder);
    else if (dependency !== undefined && isFetched(dependency.origin)) {
      problems.push(atRange('pack.not-installed', { pack: name }, uri ?? shippedPacks, range));
    } else {
      const meant = search.isRemote ? undefined : await meantPack(files, name, base, shippedPacks);
      const messageId = search.isRemote ? 'pack.remote' : 'pack.not-found';
      const values = { pack: name, ...(meant !== undefined && { meant }) };
      problems.push(atRange(messageId, values, uri ?? shippedPacks, range));
    }
  }
  if (options.instead !== undefined) found.add(options.instead.folder);
  return [...found];
}

/** The locks of the files that say where packs come from, by those files; see `Config.homes`. */
async function locksOf(
  files: Files,
  { dependencies }: Config,
  configUri: string | undefined,
  read: Set<string>,
): Promise<ReadonlyMap<string | undefined, LockedPacks>> {
  const locks = new Map<string | undefined, LockedPacks>();
  for (const { home } of dependencies.values()) {
    if (!locks.has(home)) locks.set(home, await LockedPacks.of(files, home ?? configUri, read));
  }
  return locks;
}

function folderOf(home: string | undefined): string | undefined {
  return home === undefined ? undefined : Utils.dirname(URI.parse(home)).toString();
}

function atRange(messageId: string, values: Values, uri: string, range: Range | undefined): WorkspaceProblem {
  const problem = atStart(Utils.basename(URI.parse(uri)), 'error', messageId, values);
  return { ...problem, ...(range !== undefined && { range }), uri };
}
