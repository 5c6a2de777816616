import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  type FileSystemWatcher,
} from 'vscode-languageserver';
import { URI, Utils } from 'vscode-uri';
import { lockName } from '../workspace/locked-packs.js';
import { relativePath } from '../workspace/report-files.js';
import type { Workspace } from '../workspace/workspace.js';

const packFiles = '**/*.{yaml,yml,csv,md,txt,code-snippets}';

/** Asks the client to watch what workspaces are read from. */
export class WatchedFiles {
  #packs: Disposable | undefined;
  #watched = '';
  #changing: Promise<void> = Promise.resolve();

  constructor(
    private readonly connection: Connection,
    private readonly relativePatterns: boolean,
    /** Nobody edits what ships. */
    private readonly shippedPacks: string,
  ) {}

  /** The files in the client's own folders. */
  async watchFolders(): Promise<void> {
    await this.connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [{ globPattern: packFiles }, { globPattern: '**/.gitignore' }, { globPattern: `**/${lockName}` }],
    });
  }

  /** Follows the packs and the configs that others extend: those elsewhere by their files, all by their folders, whose end alone is told of. */
  watchPacks(workspaces: readonly Workspace[], folders: readonly string[]): Promise<void> {
    if (!this.relativePatterns) return Promise.resolve();
    const packs = new Set(workspaces.flatMap(({ packFolders }) => [...packFolders.values()]));
    const configs = new Set(workspaces.flatMap((workspace) => [...workspace.configs.keys()]));
    const isOwn = (uri: string) => relativePath(this.shippedPacks, uri) === undefined;
    const all = [
      ...[...packs]
        .filter(isOwn)
        .sort()
        .flatMap((pack) => watchersOf(pack, folders)),
      ...[...configs]
        .filter(isOwn)
        .sort()
        .flatMap((config) => watchersOfConfig(config, folders)),
    ];
    const watchers = [...new Map(all.map((watcher) => [JSON.stringify(watcher), watcher])).values()];
    const key = JSON.stringify(watchers);
    if (key === this.#watched) return this.#changing;
    this.#watched = key;
    const before = this.#changing.catch(() => undefined);
    this.#changing = before.then(async () => {
      this.#packs?.dispose();
      this.#packs = undefined;
      if (watchers.length === 0) return;
      this.#packs = await this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    });
    return this.#changing;
  }
}

function watchersOf(pack: string, folders: readonly string[]): FileSystemWatcher[] {
  for (const folder of folders) {
    const path = relativePath(folder, pack);
    if (path !== undefined) return watchersOfFolders(folder, path.split('/'));
  }
  const uri = URI.parse(pack);
  return [
    { globPattern: { baseUri: pack, pattern: packFiles } },
    { globPattern: { baseUri: Utils.dirname(uri).toString(), pattern: Utils.basename(uri) } },
  ];
}

function watchersOfConfig(config: string, folders: readonly string[]): FileSystemWatcher[] {
  for (const folder of folders) {
    const path = relativePath(folder, config);
    if (path !== undefined) return watchersOfFolders(folder, path.split('/').slice(0, -1));
  }
  const uri = URI.parse(config);
  return [{ globPattern: { baseUri: Utils.dirname(uri).toString(), pattern: Utils.basename(uri) } }];
}

/** `packs`, `packs/libraries`: whichever is moved away or deleted whole. */
function watchersOfFolders(folder: string, segments: readonly string[]): FileSystemWatcher[] {
  return segments.map((_, i) => ({
    globPattern: { baseUri: folder, pattern: segments.slice(0, i + 1).join('/') },
  }));
}
