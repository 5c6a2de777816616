import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Files below a folder of the repository whose names end so, as paths from the root with `/`; generated ones left out. */
export function filesBelow(folder: string, endings: readonly string[]): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => endings.some((ending) => path.endsWith(ending)) && !path.includes('.generated.'))
    .sort();
}

export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** One import, export or `import()` of a file: types count as well. */
export interface Import {
  readonly from: string;
  /** Line of `from`, counted from 1. */
  readonly line: number;
  /** A path from the root without its extension, or the specifier of a package. */
  readonly to: string;
}

const statement = /^(?:import|export)\b[^;'"]*?\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm;

export function importsOf(path: string): readonly Import[] {
  const text = textOf(path);
  return [...text.matchAll(statement)].map((match) => {
    const specifier = (match[1] ?? match[2] ?? match[3]) as string;
    const line = text.slice(0, match.index + match[0].indexOf(specifier)).split('\n').length;
    const to = specifier.startsWith('.') ? join(dirname(path), specifier).replace(/\.js$/, '') : specifier;
    return { from: path, line, to };
  });
}
