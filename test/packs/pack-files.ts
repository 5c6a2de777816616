import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPack, type PackSurroundings, type Problem, readPack } from '../../server/src/core/index.js';

/** The files of a pack's folder as the core takes them. */
export function filesIn(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    paths
      .filter((path) => /\.(?:ya?ml|csv|md|txt|code-snippets)$/.test(path))
      .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')] as const),
  );
}

/** The least that a manifest may hold, for entries that a test writes below it: they begin on line 5. */
export const manifest = 'schema: 1\nname: harbour\nversion: 1.0.0\nlanguages: [en, zh]\n';

/** A pack of one file, or of `pack.yaml` and others. */
export function packFiles(entries: string, others: Readonly<Record<string, string>> = {}): ReadonlyMap<string, string> {
  return new Map(Object.entries({ 'pack.yaml': manifest + entries, ...others }));
}

/** `pack.yaml:5:3 error pack.wrong-type`, from 1 as editors count. */
export function placed({ path, range, severity, messageId }: Problem): string {
  return `${path}:${range.start.line + 1}:${range.start.character + 1} ${severity} ${messageId}`;
}

export function reading(entries: string, others: Readonly<Record<string, string>> = {}) {
  const { pack, problems } = readPack(packFiles(entries, others));
  return { pack, ids: pack?.entries.map(({ kind, id }) => `${kind}/${id}`), problems: problems.map(placed) };
}

/** What checking says beyond reading and merging. */
export function checking(entries: string, surroundings: PackSurroundings = {}): readonly string[] {
  return checkPack(packFiles(entries), surroundings).problems.map(placed);
}
