import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { URI } from 'vscode-uri';

/** The URI of the folder of the packs that ship: beside the bundle, else (the source run as it is) at the repository's root. */
export function shippedPacks(): string {
  const beside = fileURLToPath(new URL('./packs', import.meta.url));
  const folder = existsSync(beside) ? beside : fileURLToPath(new URL('../../../packs', import.meta.url));
  return URI.file(folder).toString();
}
