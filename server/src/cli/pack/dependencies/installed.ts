import { URI } from 'vscode-uri';
import type { Pack } from '../../../core/index.js';
import { findPack } from '../../../workspace/find-pack.js';
import { nodeFiles } from '../../../workspace/node-files.js';
import { defaultPackBounds, readPackFolder } from '../../../workspace/read-pack-folder.js';
import { shippedPacks } from '../../../workspace/shipped-folders.js';
import type { Project } from './project.js';

/** A pack that a config can name, as it lies here. */
export interface InstalledPack {
  readonly pack: Pack;
  /** Its path. */
  readonly folder: string;
  /** It ships with Plumbline. */
  readonly ships: boolean;
}

/** The pack that a config means by a name or a path; undefined where there is none that can be used. */
export async function installedPack(project: Project, written: string): Promise<InstalledPack | undefined> {
  const files = nodeFiles();
  const base = URI.file(project.folder).toString();
  const { folder } = await findPack(
    files,
    written,
    base,
    shippedPacks(),
    project.config.dependencies.get(written)?.origin,
  );
  if (folder === undefined) return undefined;
  const { pack } = (await readPackFolder(files, folder, defaultPackBounds)).reading;
  return pack && { pack, folder: URI.parse(folder).fsPath, ships: folder.startsWith(`${shippedPacks()}/`) };
}
