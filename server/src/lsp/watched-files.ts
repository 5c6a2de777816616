import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  type FileSystemWatcher,
} from 'vscode-languageserver';
import { URI, Utils } from 'vscode-uri';
import type { Workspace } from '../workspace/workspace.js';

const packFiles = '**/*.{yaml,yml,csv,md,txt}';

/** Asks the client to watch what workspaces are read from: within its folders always, packs elsewhere by their folder. */
export class WatchedFiles {
  #outside: Disposable | undefined;
  #watchedOutside = '';
  #changing: Promise<void> = Promise.resolve();

  constructor(
    private readonly connection: Connection,
    private readonly relativePatterns: boolean,
    /** Nobody edits what ships. */
    private readonly shippedPacks: string,
  ) {}

  async watchFolders(): Promise<void> {
    await this.connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [{ globPattern: packFiles }, { globPattern: '**/.gitignore' }],
    });
  }

  /** Follows the packs that lie in none of the client's folders. */
  watchPacks(workspaces: readonly Workspace[], folders: readonly string[]): Promise<void> {
    if (!this.relativePatterns) return Promise.resolve();
    const inside = (uri: string, folder: string) => uri === folder || uri.startsWith(`${folder}/`);
    const outside = new Set<string>();
    for (const { packFolders } of workspaces) {
      for (const uri of packFolders.values()) {
        if (![...folders, this.shippedPacks].some((folder) => inside(uri, folder))) outside.add(uri);
      }
    }
    const key = [...outside].sort().join('\n');
    if (key === this.#watchedOutside) return this.#changing;
    this.#watchedOutside = key;
    this.#changing = this.#changing.then(() => this.#replace([...outside]));
    return this.#changing;
  }

  async #replace(packFolders: readonly string[]): Promise<void> {
    const before = this.#outside;
    this.#outside = undefined;
    before?.dispose();
    if (packFolders.length === 0) return;
    const watchers = packFolders.flatMap((folder): FileSystemWatcher[] => [
      { globPattern: { baseUri: folder, pattern: packFiles } },
      // The folder itself, which may be moved away whole.
      {
        globPattern: {
          baseUri: Utils.dirname(URI.parse(folder)).toString(),
          pattern: Utils.basename(URI.parse(folder)),
        },
      },
    ]);
    this.#outside = await this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }
}
