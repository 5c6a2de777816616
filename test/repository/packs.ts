import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Pack, readPack } from '../../server/src/core/index.js';
import { filesBelow, root, textOf } from './source-files.js';

/** Every pack that ships or that the tests bring: name of its folder, folder from the root. */
export const packFolders: ReadonlyMap<string, string> = new Map(
  ['packs', 'test/fixtures/packs'].flatMap((parent) =>
    readdirSync(join(root, parent), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => [name, `${parent}/${name}`] as const),
  ),
);

/** A pack as read, whatever problems it has: its own tests hold those. */
export function readFolder(folder: string): Pack {
  const files = filesBelow(folder, ['.yaml', '.yml', '.csv', '.md', '.txt']);
  const { pack } = readPack(new Map(files.map((path) => [path.slice(folder.length + 1), textOf(path)])));
  if (pack === undefined) throw new Error(`${folder} holds no pack`);
  return pack;
}
