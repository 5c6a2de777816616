import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { URI, Utils } from 'vscode-uri';
import type { Pack } from '../../core/index.js';
import { fileWorkspaces } from '../../workspace/file-workspaces.js';
import type { Files } from '../../workspace/files.js';
import { findPack, manifestName } from '../../workspace/find-pack.js';
import { packNamesAround } from '../../workspace/known-packs.js';
import { nodeFiles } from '../../workspace/node-files.js';
import { defaultPackBounds, type PackFolder, readPackFolder } from '../../workspace/read-pack-folder.js';
import { relativePath } from '../../workspace/report-files.js';
import { shippedPacks } from '../../workspace/shipped-folders.js';
import { displayedPath } from '../displayed-path.js';
import type { ProblemLog } from '../problem-log.js';
import type { Wording } from '../wording.js';

/** A pack that a command line names, as it was read. */
export interface NamedPack extends PackFolder {
  /** As problems name its folder. */
  readonly displayed: string;
  readonly folderUri: string;
  /** The texts that it was read from, by their paths in the folder. */
  readonly texts: ReadonlyMap<string, string>;
  /** The packs that it depends on or extends, as far as they were found. */
  readonly others: readonly Pack[];
  /** The names of the packs beside it and of those that ship. */
  readonly around: readonly string[];
}

/** Reads the packs of the folders that a command line names; one that is not there fails the run, and the rest goes on. */
export async function readNamedPacks(
  folders: readonly string[],
  log: ProblemLog,
  wording: Wording,
): Promise<readonly NamedPack[]> {
  const read: Omit<NamedPack, 'others' | 'around'>[] = [];
  for (const written of folders) {
    const path = resolve(log.workingDirectory, written);
    const folder = basename(path) === manifestName ? dirname(path) : path;
    const displayed = displayedPath(folder, log.workingDirectory);
    if ((await stat(folder).catch(() => undefined)) === undefined) await log.fail(displayed, wording.missing);
    else if ((await stat(resolve(folder, manifestName)).catch(() => undefined)) === undefined) {
      await log.fail(displayed, wording.noPack);
    } else {
      const folderUri = URI.file(folder).toString();
      if (read.some((pack) => pack.folderUri === folderUri)) continue;
      read.push({ displayed, folderUri, ...(await readWithTexts(folderUri)) });
    }
  }
  const together = read.flatMap(({ reading }) => reading.pack ?? []);
  return Promise.all(
    read.map(async (pack) => ({
      ...pack,
      others: await packsBehind(pack, together),
      around: await packNamesAround(nodeFiles(), pack.folderUri, shippedPacks()),
    })),
  );
}

/** Reads the pack of a folder, with the texts that it was read from. */
export async function readWithTexts(
  folderUri: string,
): Promise<PackFolder & { readonly texts: ReadonlyMap<string, string> }> {
  const files = nodeFiles();
  const heard = new Map<string, string>();
  const listening: Files = {
    ...files,
    async read(uri) {
      const reading = await files.read(uri);
      const path = relativePath(folderUri, uri);
      if ('text' in reading && path !== undefined) heard.set(path, reading.text);
      return reading;
    },
  };
  const folder = await readPackFolder(listening, folderUri, defaultPackBounds);
  const refused = new Set(folder.problems.map(({ path }) => path));
  // In the order of the files, as problems are to stand.
  const texts = new Map<string, string>();
  for (const path of folder.files) {
    const text = heard.get(path);
    if (text !== undefined && !refused.has(path)) texts.set(path, text);
  }
  return { ...folder, texts };
}

/** The packs that a pack names: among those read together with it, beside it, where its config looks, or shipped. */
async function packsBehind(
  { reading, folderUri }: Omit<NamedPack, 'others' | 'around'>,
  together: readonly Pack[],
): Promise<Pack[]> {
  const { pack } = reading;
  if (pack === undefined) return [];
  const extended = pack.extensions.map(({ target }) => target.split('/', 1)[0] as string);
  const names = new Set([...Object.keys(pack.dependencies), ...extended]);
  names.delete(pack.name);
  const found: Pack[] = [];
  for (const name of names) {
    const other = together.find((each) => each.name === name) ?? (await findNear(name, folderUri));
    if (other !== undefined) found.push(other);
  }
  return found;
}

async function findNear(name: string, folderUri: string): Promise<Pack | undefined> {
  const files = nodeFiles();
  const above = Utils.dirname(URI.parse(folderUri)).toString();
  for (const written of [`./${name}`, name]) {
    const { folder } = await findPack(files, written, above, shippedPacks());
    const pack = folder && (await readPackFolder(files, folder, defaultPackBounds)).reading.pack;
    if (pack && pack.name === name) return pack;
  }
  const { vocabulary } = await fileWorkspaces().ofFolder(folderUri);
  return vocabulary.packs.find((pack) => pack.name === name);
}
