import { isAbsolute, relative, sep } from 'node:path';
import { URI } from 'vscode-uri';

/** As findings name a file: with `/`, relative to the working directory where below it. */
export function displayedPath(path: string, workingDirectory: string): string {
  const below = relative(workingDirectory, path);
  const outside = below === '' || below === '..' || below.startsWith(`..${sep}`) || isAbsolute(below);
  return (outside ? path : below).replaceAll(sep, '/');
}

/** The same for what a URI names. */
export function displayedUri(uri: string): string {
  return displayedPath(URI.parse(uri).fsPath, process.cwd());
}
