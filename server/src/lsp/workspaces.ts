import { URI, Utils } from 'vscode-uri';
import type { ReportSettings } from '../core/index.js';
import type { Files } from '../workspace/files.js';
import { configName, findConfig, findConfigFrom, mayBeConfig } from '../workspace/find-config.js';
import { type GitIgnore, gitIgnore } from '../workspace/git-ignore.js';
import { loadWorkspace, type PackLoading } from '../workspace/load-workspace.js';
import { isListedReport, reportSettings } from '../workspace/report-files.js';
import { dependsOn, stampsOf, type Workspace } from '../workspace/workspace.js';
import { normalizeUri } from './from-lsp.js';

/** What holds for one document besides its text. The same object as long as nothing of it changes. */
export interface DocumentContext {
  readonly workspace: Workspace;
  /** The config names it as a report, and git does not ignore it. */
  readonly listed: boolean;
  /** The same for a document that the editor takes for Markdown, whatever its ending. */
  readonly listedAsMarkdown: boolean;
  readonly settings: ReportSettings;
}

export interface WorkspacesChange {
  /** The documents whose context is another one now. */
  readonly documents: ReadonlySet<string>;
}

/** Changes that come within this time are one load. */
const burstMilliseconds = 120;

/**
 * The workspaces of the open documents: each is loaded once, shared by the documents of one config, loaded anew when a
 * file of it changes, and let go with the last of its documents.
 */
export class Workspaces {
  readonly #loaded = new Map<string | undefined, Promise<Workspace>>();
  /** By the URI of the document, as the editor writes it. */
  readonly #contexts = new Map<string, Promise<DocumentContext>>();
  #ignores = new Map<string, GitIgnore>();
  #folders: readonly string[] = [];
  /** Documents that need not be there and stand for the folders. */
  #probes: readonly string[] = [];
  /** Documents that no config holds for. */
  readonly #toShipped = new Set<string>();
  readonly #dirty = new Set<string>();
  /** Whether configs are read; said once, before the first document. */
  trusted = true;
  /** Whether changes on disk are looked for, since the client does not tell of all; said once, before the first load. */
  looksItself = false;
  readonly #stamps = new WeakMap<Workspace, ReadonlyMap<string, string | undefined>>();
  #released = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #updating: Promise<void> = Promise.resolve();

  constructor(
    private readonly files: Files,
    private readonly shippedPacks: string,
    private readonly packLoading: PackLoading,
    private readonly onChange: (change: WorkspacesChange) => void,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** The folders that the editor has open; their packs are in force even while no document of theirs is open. */
  async setFolders(folders: readonly string[]): Promise<void> {
    for (const uri of this.#probes) this.release(uri);
    this.#folders = folders;
    const configs = folders.map((folder) => Utils.joinPath(URI.parse(folder), configName).toString());
    this.#probes = configs.length > 0 ? configs : [`untitled:${configName}`];
    await Promise.allSettled(this.#probes.map((uri) => this.contextOf(uri)));
  }

  /** The context of a document, from now on kept up to date until `release`. */
  contextOf(uri: string): Promise<DocumentContext> {
    let context = this.#contexts.get(uri);
    if (context === undefined) {
      context = this.#findContext(uri);
      this.#contexts.set(uri, context);
      context.then(
        () => this.onChange({ documents: new Set() }),
        (error) => {
          this.#contexts.delete(uri);
          this.onError(error);
        },
      );
    }
    return context;
  }

  /** Has a document held to the packs that ship, until it is released. */
  async holdToShipped(uri: string): Promise<void> {
    this.#toShipped.add(uri);
    this.onChange({ documents: await this.#findContextsAnew() });
  }

  release(uri: string): void {
    this.#toShipped.delete(uri);
    if (!this.#contexts.delete(uri)) return;
    this.#released = true;
    this.#schedule();
  }

  /** What was changed on disk since it was read, where the client tells of nothing (`looksItself`). */
  async changedOnDisk(): Promise<readonly string[]> {
    const changed = new Set<string>();
    for (const workspace of await this.inForce()) {
      const before = this.#stamps.get(workspace);
      if (before === undefined) continue;
      for (const [uri, stamp] of await stampsOf(workspace, this.files)) {
        if (before.get(uri) !== stamp) changed.add(uri);
      }
    }
    // A config that was made or taken away nearer to a document.
    for (const [uri, finding] of [...this.#contexts]) {
      const context = await finding.catch(() => undefined);
      const nearest = await this.#configOf(uri);
      if (context !== undefined && context.workspace.configUri !== nearest) {
        changed.add(nearest ?? (context.workspace.configUri as string));
      }
    }
    return [...changed];
  }

  /** Says that files were changed, made or deleted, on disk or in an editor. */
  filesChanged(uris: readonly string[]): void {
    for (const uri of uris) this.#dirty.add(normalizeUri(uri));
    this.#schedule();
  }

  /** The workspaces that are loaded. */
  async inForce(): Promise<readonly Workspace[]> {
    const loads = await Promise.allSettled(this.#loaded.values());
    return loads.flatMap((load) => (load.status === 'fulfilled' ? [load.value] : []));
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#updating = this.#updating.then(() => this.#update()).catch(this.onError);
    }, burstMilliseconds);
  }

  async #update(): Promise<void> {
    const dirty = [...this.#dirty];
    this.#dirty.clear();
    if (await this.#reload(dirty)) {
      const documents = await this.#findContextsAnew();
      await this.#letGo();
      this.onChange({ documents });
    } else if (this.#released) {
      await this.#letGo();
      this.onChange({ documents: new Set() });
    }
  }

  /** Starts the loads that the changed files call for, and tells whether contexts may be others now. */
  async #reload(dirty: readonly string[]): Promise<boolean> {
    const ignoresChanged = dirty.some((uri) => uri.endsWith('/.gitignore'));
    if (ignoresChanged) this.#ignores = new Map();
    let changed = ignoresChanged || dirty.some((uri) => mayBeConfig(Utils.basename(URI.parse(uri))));
    for (const [configUri, loading] of [...this.#loaded]) {
      const workspace = await loading;
      if (!dirty.some((uri) => dependsOn(workspace, uri))) continue;
      this.#loaded.set(configUri, this.#load(configUri, workspace));
      changed = true;
    }
    return changed;
  }

  /** The documents whose context is another one now. */
  async #findContextsAnew(): Promise<ReadonlySet<string>> {
    const documents = new Set<string>();
    for (const [uri, before] of [...this.#contexts]) {
      const [old, fresh] = await Promise.all([before.catch(() => undefined), this.#findContext(uri)]);
      // Closed, or opened anew, while this was read.
      if (this.#contexts.get(uri) !== before) continue;
      if (old?.workspace === fresh.workspace && isListedAlike(old, fresh)) continue;
      this.#contexts.set(uri, Promise.resolve(fresh));
      documents.add(uri);
    }
    return documents;
  }

  /** Drops the workspaces that no document is in. */
  async #letGo(): Promise<void> {
    this.#released = false;
    const contexts = await Promise.allSettled(this.#contexts.values());
    const used = new Set(contexts.map((context) => context.status === 'fulfilled' && context.value.workspace));
    for (const [configUri, loading] of [...this.#loaded]) {
      if (!used.has(await loading)) this.#loaded.delete(configUri);
    }
  }

  async #findContext(uri: string): Promise<DocumentContext> {
    const configUri = await this.#configOf(uri);
    let loading = this.#loaded.get(configUri);
    if (loading === undefined) {
      loading = this.#load(configUri);
      this.#loaded.set(configUri, loading);
    }
    const workspace = await loading;
    const { config, folder } = workspace;
    const listedAsMarkdown = isListedReport(config, folder, uri, true) && !(await this.#isIgnored(folder, uri));
    const listed = listedAsMarkdown && isListedReport(config, folder, uri);
    return Object.freeze({ workspace, listed, listedAsMarkdown, settings: reportSettings(config, folder, uri) });
  }

  /** `before`: the same workspace as it was loaded last. */
  async #load(configUri: string | undefined, before?: Workspace): Promise<Workspace> {
    const { files, shippedPacks, packLoading } = this;
    const workspace = await loadWorkspace({ files, configUri, shippedPacks, packLoading, ...(before && { before }) });
    if (this.looksItself) this.#stamps.set(workspace, await stampsOf(workspace, files));
    return workspace;
  }

  #configOf(uri: string): Promise<string | undefined> {
    if (!this.trusted || this.#toShipped.has(uri)) return Promise.resolve(undefined);
    const parsed = URI.parse(uri);
    if (parsed.scheme !== 'untitled') return findConfig(this.files, parsed.toString());
    // A new document that knows where it will be saved, or one that belongs to the first folder as much as to any.
    if (parsed.path.startsWith('/')) return findConfig(this.files, parsed.with({ scheme: 'file' }).toString());
    const [folder] = this.#folders;
    return folder === undefined ? Promise.resolve(undefined) : findConfigFrom(this.files, folder);
  }

  #isIgnored(folder: string | undefined, uri: string): Promise<boolean> {
    if (folder === undefined) return Promise.resolve(false);
    let ignore = this.#ignores.get(folder);
    if (ignore === undefined) {
      ignore = gitIgnore(this.files, folder);
      this.#ignores.set(folder, ignore);
    }
    return ignore.ignores(uri);
  }
}

function isListedAlike(a: DocumentContext, b: DocumentContext): boolean {
  return a.listed === b.listed && a.listedAsMarkdown === b.listedAsMarkdown;
}
