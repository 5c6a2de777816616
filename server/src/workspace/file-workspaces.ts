import { URI, Utils } from 'vscode-uri';
import type { Files } from './files.js';
import { findConfigFrom } from './find-config.js';
import { loadWorkspace } from './load-workspace.js';
import { nodeFiles } from './node-files.js';
import { shippedPacks } from './shipped-folders.js';
import type { Workspace } from './workspace.js';

/** The largest config or pack file that is read, in bytes. */
const largestFile = 32_000_000;

export interface FileWorkspacesOptions {
  /** One config for every file, instead of the nearest upward of each. */
  readonly configUri?: string;
  /** Packs instead of those of the configs: names, and paths relative to `relativeTo`. */
  readonly packs?: { readonly names: readonly string[]; readonly relativeTo: string };
  /** A pack's folder in the place of the pack of this name, or behind the others where none is called so. */
  readonly instead?: { readonly name: string; readonly folder: string };
}

/** The workspaces of files on this machine, for hosts that come to an end: each is loaded once and never again. */
export interface FileWorkspaces {
  readonly files: Files;
  /** The workspace of the config that is nearest to the file. Never rejects. */
  ofFile(fileUri: string): Promise<Workspace>;
  /** The same, for what lies in a folder. */
  ofFolder(folderUri: string): Promise<Workspace>;
}

export function fileWorkspaces(options: FileWorkspacesOptions = {}): FileWorkspaces {
  const files = nodeFiles(largestFile);
  const configs = new Map<string, Promise<string | undefined>>();
  const workspaces = new Map<string | undefined, Promise<Workspace>>();

  const configOf = (folderUri: string) => {
    if (options.configUri !== undefined) return Promise.resolve(options.configUri);
    let config = configs.get(folderUri);
    if (config === undefined) {
      config = findConfigFrom(files, folderUri);
      configs.set(folderUri, config);
    }
    return config;
  };

  const ofFolder = async (folderUri: string) => {
    const configUri = await configOf(folderUri);
    let workspace = workspaces.get(configUri);
    if (workspace === undefined) {
      const { packs, instead } = options;
      workspace = loadWorkspace({
        files,
        configUri,
        isConfigNamed: options.configUri !== undefined,
        shippedPacks: shippedPacks(),
        ...(packs && { packs }),
        ...(instead && { instead }),
      });
      workspaces.set(configUri, workspace);
    }
    return workspace;
  };

  return { files, ofFolder, ofFile: (fileUri) => ofFolder(Utils.dirname(URI.parse(fileUri)).toString()) };
}
