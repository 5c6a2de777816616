import { URI, Utils } from 'vscode-uri';
import { type Locale, type Pack, type TextEdit, writeYaml } from '../core/index.js';
import type { Files } from '../workspace/files.js';
import { configName } from '../workspace/find-config.js';
import { manifestName } from '../workspace/find-pack.js';
import { firstConfig } from '../workspace/first-config.js';
import { firstManifest } from '../workspace/first-manifest.js';
import { relativePath } from '../workspace/report-files.js';
import type { Workspace } from '../workspace/workspace.js';
import type { PackDocuments } from './pack-documents.js';

/** A pack that people of these folders write themselves. */
export interface OwnPack {
  readonly pack: Pack;
  /** Its URI. */
  readonly folder: string;
}

/** The first of the packs in force that is one's own: in one of the folders, not shipped, and not brought by a command. */
export function ownPack(workspace: Workspace, folders: readonly string[], packs: PackDocuments): OwnPack | undefined {
  for (const pack of workspace.vocabulary.packs) {
    const folder = workspace.packFolders.get(pack.name);
    // Where a pack comes from elsewhere, the next update would write over it.
    if (workspace.config.dependencies.has(pack.name)) continue;
    if (folder !== undefined && !packs.isShipped(folder) && isOwnFolder(folder, folders)) return { pack, folder };
  }
  return undefined;
}

function isOwnFolder(folder: string, folders: readonly string[]): boolean {
  return folders.some((each) => {
    const path = each === folder ? '' : relativePath(each, folder);
    return path !== undefined && !path.split('/').some((step) => step === 'node_modules' || step === '.plumbline');
  });
}

/** Whether a file that may not be there is to be in one of the folders, wherever links on its way lead. */
export async function isBelow(files: Files, uri: string, folders: readonly string[]): Promise<boolean> {
  let there = uri;
  while ((await files.stamp(there)) === undefined) {
    const above = Utils.dirname(URI.parse(there)).toString();
    if (above === there) return false;
    there = above;
  }
  const roots = await Promise.all(folders.map((folder) => files.real(folder)));
  return isOwnFolder(await files.real(there), roots);
}

/** What makes a pack of one's own beside the config, which names it before the others. */
export interface FirstPack {
  readonly name: string;
  /** The URI of its manifest. */
  readonly manifest: string;
  readonly text: string;
  readonly config: {
    readonly uri: string;
    readonly before: string;
    readonly edits: readonly TextEdit[];
    readonly isNew: boolean;
  };
}

/** `base`: the config's folder, or the one that is to have a config. Undefined where the config cannot name another pack. */
export async function firstPack(
  files: Files,
  workspace: Workspace,
  base: string,
  locale: Locale,
): Promise<FirstPack | undefined> {
  const name = await firstPackName(files, workspace, base);
  const config = await configNaming(files, workspace, base, name, locale);
  const manifest = Utils.joinPath(URI.parse(base), 'packs', name, manifestName).toString();
  return config && { name, manifest, text: firstManifest(name, locale), config };
}

/** A name that neither a folder in `packs` nor a pack in force has. */
export async function firstPackName(files: Files, { vocabulary }: Workspace, base: string): Promise<string> {
  const packs = Utils.joinPath(URI.parse(base), 'packs').toString();
  const names = new Set([
    ...(await files.list(packs)).map(({ name }) => name),
    ...vocabulary.packs.map(({ name }) => name),
  ]);
  let name = 'ours';
  for (let i = 2; names.has(name); i++) name = `ours-${i}`;
  return name;
}

/** The config with one more pack before the others; undefined where it is no config yet. */
async function configNaming(
  files: Files,
  { config, configUri, vocabulary }: Workspace,
  base: string,
  name: string,
  locale: Locale,
): Promise<FirstPack['config'] | undefined> {
  const shipped = vocabulary.packs.map((pack) => pack.name);
  if (configUri === undefined) {
    const uri = Utils.joinPath(URI.parse(base), configName).toString();
    const text = firstConfig([name, ...shipped], locale);
    return { uri, before: '', edits: [{ span: { start: 0, end: 0 }, text }], isNew: true };
  }
  // To name one more here would take away those that a base names.
  if (config.homes.get('packs') !== undefined) return undefined;
  const reading = await files.read(configUri);
  if (!('text' in reading)) return undefined;
  const before = reading.text;
  const writing = writeYaml(
    before,
    config.packs === undefined
      ? { path: ['packs'], value: [name, ...shipped], before: 0 }
      : { path: ['packs'], item: name, before: 0 },
  );
  return 'edits' in writing ? { uri: configUri, before, edits: writing.edits, isNew: false } : undefined;
}
