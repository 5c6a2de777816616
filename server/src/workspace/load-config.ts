import { URI, Utils } from 'vscode-uri';
import {
  type Base,
  type Config,
  emptyConfig,
  extendConfig,
  type Range,
  readConfig,
  type Values,
  withoutPaths,
} from '../core/index.js';
import type { Files, UnreadReason } from './files.js';
import { configName, isMisnamedConfig } from './find-config.js';
import { findPack, isRemotePath, resolveFrom } from './find-pack.js';
import { LockedPacks } from './locked-packs.js';
import { atStart } from './problem-place.js';
import { unreadFile } from './read-pack-folder.js';
import type { Workspace, WorkspaceProblem } from './workspace.js';

export interface ConfigOptions {
  readonly files: Files;
  /** Somebody named this very config, whatever it is called. */
  readonly isConfigNamed?: boolean;
  /** The folder that holds the shipped packs. */
  readonly shippedPacks: string;
  /** The workspace of the same config as it was loaded last: what is broken now stands as it was there. */
  readonly before?: Workspace;
}

/** What is noted of the files of a workspace as it is loaded. */
export interface LoadNotes {
  readonly problems: WorkspaceProblem[];
  /** The files that were read, and those that were looked for in vain. */
  readonly read: Set<string>;
  readonly kept: Set<string>;
}

export interface LoadedConfig {
  /** With what it has from the configs that it extends. */
  readonly config: Config;
  /** That config and those, by URI, each as it was read alone; undefined where it could not be read. */
  readonly configs: ReadonlyMap<string, Config | undefined>;
}

/** From a config to the last of those that it extends by way of others. */
const deepest = 10;
const mostConfigs = 100;

/** A config, on the way from the one that is loaded. */
interface Way {
  readonly uri: string;
  readonly above: readonly string[];
  /** The pack that has it, by its folder. */
  readonly pack?: string;
}

/** Reads a config and those that it extends. Never rejects: what cannot be read is left out and is among the problems. */
export async function loadConfig(configUri: string, options: ConfigOptions, notes: LoadNotes): Promise<LoadedConfig> {
  const name = Utils.basename(URI.parse(configUri));
  if (!options.isConfigNamed && isMisnamedConfig(name)) {
    notes.read.add(configUri);
    const problem = atStart(name, 'error', 'config.misnamed', { file: name, meant: configName });
    notes.problems.push({ ...problem, uri: configUri });
    return { config: emptyConfig, configs: new Map([[configUri, undefined]]) };
  }
  const loader = new ConfigLoader(configUri, options, notes);
  const config = await loader.load({ uri: configUri, above: [] });
  return { config: config ?? emptyConfig, configs: loader.configs };
}

class ConfigLoader {
  readonly configs = new Map<string, Config | undefined>();
  /** With what they extend: two may rest on one, which is read once. */
  readonly #loaded = new Map<string, Config | undefined>();

  constructor(
    private readonly configUri: string,
    private readonly options: ConfigOptions,
    private readonly notes: LoadNotes,
  ) {}

  /** Undefined, without a problem but for the config itself, where it cannot be read: whoever extends it is told. */
  async load(way: Way): Promise<Config | undefined> {
    const { uri, above, pack } = way;
    const { files, before } = this.options;
    this.notes.read.add(uri);
    const name = Utils.basename(URI.parse(uri));
    const reading = await files.read(uri);
    if ('unread' in reading) {
      this.configs.set(uri, undefined);
      if (above.length === 0) this.notes.problems.push({ ...unreadFile(name, reading.unread), uri });
      return undefined;
    }
    const home = uri === this.configUri ? undefined : uri;
    const { config, problems, isKept } = readConfig(reading.text, name, before?.configs.get(uri), home);
    this.configs.set(uri, config);
    if (isKept) this.notes.kept.add(uri);
    for (const problem of problems) this.notes.problems.push({ ...problem, uri });
    if (pack !== undefined) {
      const [first] = config.bases;
      if (first !== undefined) this.#tell(uri, first.range, 'config.extends-in-pack', {}, 'warning');
      return withoutPaths(config);
    }
    let extended: Config | undefined;
    let isWhole = true;
    for (const base of config.bases) {
      const found = await this.#baseOf(base, config, way);
      if (found !== undefined) extended = extended === undefined ? found : extendConfig(extended, found);
      else if (isPath(base.written)) isWhole = false;
    }
    const whole = extended === undefined ? config : extendConfig(extended, config);
    // The packs may be named in what could not be read: no others are taken for them.
    return isWhole || whole.packs !== undefined ? whole : { ...whole, packs: [] };
  }

  async #baseOf(base: Base, config: Config, { uri, above }: Way): Promise<Config | undefined> {
    const { written, range } = base;
    const tell = (messageId: string, values: Values = {}) =>
      this.#tell(uri, range, messageId, { base: shortened(written), ...values });
    if (isRemotePath(written)) return tell('config.base-remote');
    const found = isPath(written)
      ? { uri: resolveFrom(Utils.dirname(URI.parse(uri)), slashed(written)).toString() }
      : await this.#baseInPack(base, config, uri);
    if (found === undefined) return undefined;
    const way: Way = { ...found, above: [...above, uri] };
    if (way.above.includes(way.uri)) return tell('config.extends-cycle');
    if (way.above.length > deepest) return tell('config.extends-deep', { limit: deepest });
    if (!this.#loaded.has(way.uri)) {
      if (this.configs.size >= mostConfigs) return tell('config.extends-many', { limit: mostConfigs });
      this.#loaded.set(way.uri, await this.load(way));
    }
    const loaded = this.#loaded.get(way.uri);
    if (loaded === undefined) tell(await this.#reasonFor(way));
    return loaded;
  }

  /** The config of a pack that is found as one that the config names. */
  async #baseInPack(
    { written, range }: Base,
    config: Config,
    uri: string,
  ): Promise<{ readonly uri: string; readonly pack: string } | undefined> {
    const { files, shippedPacks } = this.options;
    const dependency = config.dependencies.get(written);
    const folder = Utils.dirname(URI.parse(uri)).toString();
    const search = await findPack(files, written, folder, shippedPacks, dependency?.origin);
    for (const each of search.lookedFor) this.notes.read.add(each);
    if (search.folder === undefined) {
      const messageId = dependency === undefined ? 'config.base-no-pack' : 'pack.not-installed';
      return this.#tell(uri, range, messageId, { base: shortened(written), pack: written });
    }
    if (search.isFetched) {
      const locked = await LockedPacks.of(files, uri, this.notes.read);
      const against = await locked.problemOf(written, config, search.folder);
      if (against === null) return undefined;
      if (against !== undefined) return this.#tell(uri, range, against.messageId, against.values);
    }
    const base = Utils.joinPath(URI.parse(search.folder), configName).toString();
    // A link may lead to anything.
    const real = await files.real(base);
    if (real !== base && !real.startsWith(`${await files.real(search.folder)}/`)) {
      return this.#tell(uri, range, 'pack.file-outside', { file: configName });
    }
    return { uri: base, pack: search.folder };
  }

  async #reasonFor({ uri, pack }: Way): Promise<string> {
    const reading = await this.options.files.read(uri);
    const reason: UnreadReason = 'unread' in reading ? reading.unread : 'unreadable';
    if (pack !== undefined && reason === 'missing') return 'config.base-none-in-pack';
    return `config.base-${reason.replaceAll(' ', '-').toLowerCase()}`;
  }

  #tell(uri: string, range: Range, messageId: string, values: Values, severity: 'error' | 'warning' = 'error') {
    const problem = atStart(Utils.basename(URI.parse(uri)), severity, messageId, values);
    this.notes.problems.push({ ...problem, range, uri });
    return undefined;
  }
}

/** Else it is the name of a pack: `ours`, `@team/pack`. */
function isPath(written: string): boolean {
  if (/\.ya?ml$/i.test(written) || written === '') return true;
  return !written.startsWith('@') && /^\.|[\\/]/.test(written);
}

function slashed(written: string): string {
  // Half a character has no place in a URI.
  return written.replace(/\p{Cs}/gu, '\uFFFD').replaceAll('\\', '/');
}

function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`;
}
