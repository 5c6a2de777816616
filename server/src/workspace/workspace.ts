import type { Config, Problem, Vocabulary } from '../core/index.js';
import type { Files } from './files.js';

/** A problem with the URI of the file that it stands in; `path` is as the core or the loader named it. */
export interface WorkspaceProblem extends Problem {
  readonly uri: string;
}

/** A config and the packs that it names, read and merged; frozen. */
export interface Workspace {
  /** The config's folder, to which its globs and paths are relative. */
  readonly folder: string | undefined;
  readonly configUri: string | undefined;
  /** With what it has from the configs that it extends. */
  readonly config: Config;
  /** The config and those that it extends, by URI, each as it was read alone; undefined where it could not be read. */
  readonly configs: ReadonlyMap<string, Config | undefined>;
  readonly vocabulary: Vocabulary;
  readonly problems: readonly WorkspaceProblem[];
  /** The folder of each pack in force, by the pack's name. */
  readonly packFolders: ReadonlyMap<string, string>;
  /** The folders of packs that were not loaded, since their loading had not come to an end. */
  readonly leftAlone: readonly string[];
  /** The files that were read, and those that were looked for in vain. */
  readonly files: ReadonlySet<string>;
  /** Those of them that are broken, so that something of them stands as it was read last. */
  readonly kept: ReadonlySet<string>;
  /** Where nobody names a pack and one that ships serves: the names of the others that ship. */
  readonly shippedBeside?: readonly string[];
}

/** The stamps of all that a workspace was read from, and of the folders of its packs, by URI; see `Files.stamp`. */
export async function stampsOf(
  { files: read, packFolders }: Workspace,
  files: Files,
): Promise<ReadonlyMap<string, string | undefined>> {
  const uris = [...read, ...packFolders.values()];
  return new Map(await Promise.all(uris.map(async (uri) => [uri, await files.stamp(uri)] as const)));
}

/**
 * Whether a change of this file or folder can change the workspace: it was read or looked for, holds a file that was,
 * or is one that a pack is read from by its name: YAML in its folder, snippets in `snippets`.
 */
export function dependsOn(workspace: Workspace, uri: string): boolean {
  if (workspace.files.has(uri)) return true;
  const folder = uri.slice(0, uri.lastIndexOf('/'));
  const packs = [...workspace.packFolders.values()];
  if (/\.ya?ml$/i.test(uri) && packs.includes(folder)) return true;
  if (uri.endsWith('.code-snippets') && packs.some((pack) => folder === `${pack}/snippets`)) return true;
  for (const file of workspace.files) if (file.startsWith(`${uri}/`)) return true;
  return false;
}
