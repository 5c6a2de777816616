import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { URI } from 'vscode-uri';

/** The URI of the folder of the packs that ship. */
export function shippedPacks(): string {
  return folderUri('./packs', '../../../packs');
}

/** The URI of the folder of the pages of rules. */
export function rulePages(): string {
  return folderUri('./rules', '../core/rules');
}

/** Beside the bundle, else (the source run as it is) where it stands in the repository. */
function folderUri(besideBundle: string, inSources: string): string {
  const beside = fileURLToPath(new URL(besideBundle, import.meta.url));
  const folder = existsSync(beside) ? beside : fileURLToPath(new URL(inSources, import.meta.url));
  return URI.file(folder).toString();
}
