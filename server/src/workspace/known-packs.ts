import { URI, Utils } from 'vscode-uri';
import { nearest } from '../core/index.js';
import type { Files } from './files.js';
import { manifestName } from './find-pack.js';

/** The packs that ship, by name. */
export interface ShippedPacks {
  /** The one that serves where nobody names any. */
  readonly serving: string | undefined;
  readonly others: readonly string[];
}

/** Beside the packs that ship: the name of the one that serves where nobody names any. */
const defaultPackFile = 'default.txt';

export async function listShippedPacks(files: Files, shippedPacks: string): Promise<ShippedPacks> {
  const names = await foldersIn(files, shippedPacks);
  const reading = await files.read(Utils.joinPath(URI.parse(shippedPacks), defaultPackFile).toString());
  const wanted = 'text' in reading ? reading.text.trim() : undefined;
  const serving = names.find((name) => name === wanted) ?? names[0];
  return { serving, others: names.filter((name) => name !== serving) };
}

/** The packs that a first config may name, as it writes them. */
export interface PackChoice {
  /** The folder's own first, then those that ship. */
  readonly all: readonly string[];
  /** Those that it names where nobody chooses: the folder's own, else the one that serves without a config. */
  readonly byDefault: readonly string[];
}

/** `folder`: none where its packs are not to be read. */
export async function packChoice(files: Files, folder: string | undefined, shippedPacks: string): Promise<PackChoice> {
  const own = folder === undefined ? [] : await listOwnPacks(files, folder);
  const { serving, others } = await listShippedPacks(files, shippedPacks);
  const shipped = serving === undefined ? others : [serving, ...others];
  const all = [...own, ...shipped.filter((name) => !own.includes(name))];
  return { all, byDefault: own.length > 0 ? own : all.slice(0, 1) };
}

/** The packs of a folder as a config there writes them: those in `packs` by name, the folder itself and those in it by path. */
async function listOwnPacks(files: Files, folder: string): Promise<readonly string[]> {
  const root = URI.parse(folder);
  const [inPacks, beside] = await Promise.all([
    foldersIn(files, Utils.joinPath(root, 'packs').toString()),
    foldersIn(files, folder),
  ]);
  const candidates = [
    ...inPacks.map((name) => [name, Utils.joinPath(root, 'packs', name)] as const),
    ['.', root] as const,
    ...beside
      .filter((name) => name !== 'node_modules' && !name.startsWith('.'))
      .map((name) => [`./${name}`, Utils.joinPath(root, name)] as const),
  ];
  const found = await Promise.all(
    candidates.map(async ([written, uri]) => {
      const reading = await files.read(Utils.joinPath(uri, manifestName).toString());
      return 'text' in reading ? [written] : [];
    }),
  );
  return found.flat();
}

/** The pack that was likely meant by a name or a path where there is none. */
export async function meantPack(
  files: Files,
  written: string,
  base: string | undefined,
  shippedPacks: string,
): Promise<string | undefined> {
  const slash = Math.max(written.lastIndexOf('/'), written.lastIndexOf('\\'));
  if (slash < 0) {
    const own = base === undefined ? [] : await foldersIn(files, Utils.joinPath(URI.parse(base), 'packs').toString());
    return nearest(written, [...own, ...(await foldersIn(files, shippedPacks))]);
  }
  if (base === undefined || !written.startsWith('.')) return undefined;
  const above = written.slice(0, slash).replaceAll('\\', '/');
  const siblings = await foldersIn(files, Utils.joinPath(URI.parse(base), above).toString());
  const near = nearest(written.slice(slash + 1), siblings);
  return near === undefined ? undefined : `${above}/${near}`;
}

/** The names of the folders beside a pack's folder, and of the packs that ship. */
export async function packNamesAround(files: Files, folder: string, shippedPacks: string): Promise<readonly string[]> {
  const above = Utils.dirname(URI.parse(folder)).toString();
  return [...(await foldersIn(files, above)), ...(await foldersIn(files, shippedPacks))];
}

async function foldersIn(files: Files, folder: string): Promise<readonly string[]> {
  return (await files.list(folder)).filter((entry) => entry.folder).map(({ name }) => name);
}
