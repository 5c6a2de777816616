import { isAbsolute, relative, sep } from 'node:path';

/** As findings name a file: with `/`, relative to the working directory where below it. */
export function displayedPath(path: string, workingDirectory: string): string {
  const below = relative(workingDirectory, path);
  const outside = below === '' || below === '..' || below.startsWith(`..${sep}`) || isAbsolute(below);
  return (outside ? path : below).replaceAll(sep, '/');
}
