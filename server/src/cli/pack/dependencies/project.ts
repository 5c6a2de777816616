import { readFile, rename, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { URI } from 'vscode-uri';
import {
  applyEdits,
  type Config,
  type Locale,
  type Lock,
  type LockedPack,
  lockText,
  type Origin,
  type Problem,
  problemMessage,
  readConfig,
  readLock,
  removeYaml,
  writeYaml,
  type YamlChange,
} from '../../../core/index.js';
import { type DecodedText, decodeText } from '../../../workspace/decode-text.js';
import { configName, findConfigFrom, isMisnamedConfig } from '../../../workspace/find-config.js';
import { placeOf } from '../../../workspace/find-pack.js';
import { firstConfig } from '../../../workspace/first-config.js';
import { loadConfig } from '../../../workspace/load-config.js';
import { lockName } from '../../../workspace/locked-packs.js';
import { nodeFiles } from '../../../workspace/node-files.js';
import { workspaceProblemMessage } from '../../../workspace/problem-message.js';
import { shippedPacks } from '../../../workspace/shipped-folders.js';
import { displayedPath } from '../../displayed-path.js';
import { encodeText } from '../../encode-text.js';
import { systemReason } from '../../system-reason.js';
import { UsageError } from '../../usage-error.js';
import { writeAtomically } from '../../write-atomically.js';
import type { PackWording } from '../wording/pack-wording.js';

/** A config and its lock, as a command that changes them finds and leaves them. */
export class Project {
  readonly #lock: Map<string, LockedPack>;
  #text: string | undefined;

  private constructor(
    readonly folder: string,
    /** Undefined where there is none yet. */
    private readonly configPath: string | undefined,
    private readonly configBytes: Buffer | undefined,
    private readonly decoded: DecodedText | undefined,
    private readonly lockBefore: string | undefined,
    lock: Lock,
    private readonly wording: PackWording,
    /** The config whose packs are in force, where this one names none and extends one that does. */
    readonly packsFrom: string | undefined,
  ) {
    this.#text = decoded?.text;
    this.#lock = new Map(lock);
  }

  /** The folder of the nearest config in `folder` or above, else `folder`. */
  static async folderOf(folder: string): Promise<string> {
    const uri = await findConfigFrom(nodeFiles(), URI.file(folder).toString());
    return uri === undefined ? folder : dirname(URI.parse(uri).fsPath);
  }

  /** Throws a UsageError where the config or the lock cannot be read. */
  static async open(folder: string, wording: PackWording): Promise<Project> {
    const { locale } = wording;
    const found = await findConfigFrom(nodeFiles(), URI.file(folder).toString());
    const path = found === undefined ? undefined : URI.parse(found).fsPath;
    const own = path !== undefined && dirname(path) === folder ? path : undefined;
    if (own !== undefined && isMisnamedConfig(basename(own))) {
      const values = { file: basename(own), meant: configName };
      throw new UsageError(...workspaceProblemMessage({ messageId: 'config.misnamed', values }, locale).split('\n'));
    }
    const bytes = own === undefined ? undefined : await read(own, wording);
    const decoded = bytes && decodeText(bytes);
    if (own !== undefined && decoded === undefined) throw new UsageError(...notText(own, locale));
    const lockBytes = await read(join(folder, lockName), wording).catch((error) => {
      if (error instanceof MissingFile) return undefined;
      throw error;
    });
    const lockedText = lockBytes?.toString('utf8').replace(/^\uFEFF/, '');
    const reading = lockedText === undefined ? undefined : readLock(lockedText, lockName);
    const [problem] = reading?.problems ?? [];
    if (problem !== undefined) throw new UsageError(...placed(problem, lockName, locale));
    const packsFrom = own === undefined ? undefined : await homeOfPacks(own);
    const project = new Project(
      folder,
      own,
      bytes,
      decoded,
      lockedText,
      reading?.lock ?? new Map(),
      wording,
      packsFrom,
    );
    const broken = project.#reading().problems.find(({ severity }) => severity === 'error');
    if (broken !== undefined) throw new UsageError(...placed(broken, project.displayedConfig, locale));
    return project;
  }

  get config(): Config {
    return this.#reading().config;
  }

  get hasConfig(): boolean {
    return this.#text !== undefined;
  }

  get hasLock(): boolean {
    return this.lockBefore !== undefined;
  }

  get lock(): Lock {
    return this.#lock;
  }

  get displayedConfig(): string {
    return displayedPath(this.configPath ?? join(this.folder, configName), process.cwd());
  }

  /** Where a pack lies, or is to be put. */
  placeOf(name: string, origin: Origin): string {
    return URI.parse(placeOf(origin, name, URI.file(this.folder)).folder.toString()).fsPath;
  }

  setLocked(name: string, locked: LockedPack): void {
    this.#lock.set(name, locked);
  }

  unlock(name: string): void {
    this.#lock.delete(name);
  }

  /** Whether the lock that would be written is another one than the one that was read. */
  get lockChanges(): boolean {
    if (this.lockBefore === undefined) return this.#lock.size > 0;
    const before = readLock(this.lockBefore, lockName).lock ?? new Map();
    return lockText(before) !== lockText(this.#lock);
  }

  /** Writes a name where the config has its packs, behind them; makes the config where there is none. */
  addPack(name: string): void {
    if (this.config.packs?.includes(name)) return;
    if (this.packsFrom !== undefined) {
      const base = displayedPath(this.packsFrom, process.cwd());
      throw new UsageError(this.wording.packsOfBase(this.displayedConfig, base));
    }
    if (this.#text === undefined) this.#text = firstConfig([name], this.wording.locale);
    else
      this.#write(
        this.config.packs === undefined ? { path: ['packs'], value: [name] } : { path: ['packs'], item: name },
      );
  }

  setDependency(name: string, written: string): void {
    if (this.config.dependencies.get(name)?.written === written) return;
    this.#write({ path: ['dependencies', name], value: written, behind: 'packs' });
  }

  /** Takes a name out of the packs and the dependencies. */
  removePack(name: string): void {
    const at = this.config.packs?.indexOf(name) ?? -1;
    if (at >= 0) this.#remove(['packs', at]);
    if (this.config.dependencies.has(name)) {
      this.#remove(this.config.dependencies.size === 1 ? ['dependencies'] : ['dependencies', name]);
    }
  }

  /** Writes what was changed: the lock, then the config that asks for it. Throws a UsageError where somebody else did so meanwhile. */
  async save(): Promise<void> {
    const { wording } = this;
    const path = join(this.folder, lockName);
    try {
      if (this.lockChanges) await this.#saveLock(path);
      else if (this.lockBefore !== undefined) {
        // An editor that does not watch the packs looks at them anew when their lock is touched.
        const now = new Date();
        await utimes(path, now, now).catch(() => undefined);
      }
      const before = this.configBytes;
      if (this.#text === undefined || this.#text === this.decoded?.text) return;
      if (before === undefined) await writeFile(join(this.folder, configName), this.#text, { flag: 'wx' });
      else {
        const written = await writeAtomically(
          this.configPath as string,
          before,
          encodeText(this.#text, this.decoded as DecodedText),
        );
        if (written !== 'written') throw new UsageError(`${this.displayedConfig}: ${wording.notWritten[written]}`);
      }
    } catch (error) {
      if (error instanceof UsageError) throw error;
      throw new UsageError(`${this.displayedConfig}: ${wording.unwritable(systemReason(error, wording.locale))}`);
    }
  }

  async #saveLock(path: string): Promise<void> {
    const beside = join(this.folder, `.${lockName}-${process.pid}.tmp`);
    await writeFile(beside, lockText(this.#lock));
    await rename(beside, path);
  }

  #reading() {
    return readConfig(this.#text ?? '', configName);
  }

  #write(change: YamlChange) {
    this.#edit((text) => writeYaml(text, change));
  }

  #remove(path: readonly (string | number)[]) {
    this.#edit((text) => removeYaml(text, path));
  }

  #edit(edit: (text: string) => ReturnType<typeof writeYaml>) {
    const text = this.#text as string;
    const writing = edit(text);
    if ('refused' in writing) throw new UsageError(`${this.displayedConfig}: ${this.wording.unusualConfig}`);
    this.#text = applyEdits(text, writing.edits);
  }
}

async function homeOfPacks(configPath: string): Promise<string | undefined> {
  const options = { files: nodeFiles(), shippedPacks: shippedPacks() };
  const notes = { problems: [], read: new Set<string>(), kept: new Set<string>() };
  const { config } = await loadConfig(URI.file(configPath).toString(), options, notes);
  const home = config.homes.get('packs');
  return home === undefined ? undefined : URI.parse(home).fsPath;
}

class MissingFile extends UsageError {}

async function read(path: string, { locale }: PackWording): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    const said = `${displayedPath(path, process.cwd())}: ${systemReason(error, locale)}`;
    throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? new MissingFile(said) : new UsageError(said);
  }
}

function placed(problem: Problem, path: string, locale: Locale): readonly string[] {
  const { line, character } = problem.range.start;
  const [verdict = '', ...details] = problemMessage(problem, locale).split('\n');
  return [`${path}:${line + 1}:${character + 1}: ${verdict}`, ...details];
}

function notText(path: string, locale: Locale): readonly string[] {
  const values = { file: displayedPath(path, process.cwd()) };
  return workspaceProblemMessage({ messageId: 'file.not-utf-8', values }, locale).split('\n');
}
