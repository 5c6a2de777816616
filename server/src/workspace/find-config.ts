import { URI, Utils } from 'vscode-uri';
import type { Files } from './files.js';

export const configName = 'plumbline.yaml';

/** What others call such a file; it is found, so that it can be said that it is not read. */
const misnamed = /^\.?plumbline(?:rc|(?:rc|\.config)?\.(?:ya?ml|json|toml))$/i;

/** Whether a file of this name changes which config is the nearest. */
export function mayBeConfig(name: string): boolean {
  return name === configName || misnamed.test(name);
}

/** Whether a file was found for its name that is not read for it. */
export function isMisnamedConfig(name: string): boolean {
  return name !== configName && misnamed.test(name);
}

/**
 * The URI of the nearest `plumbline.yaml` in the file's folder or above it, or of a file that is meant to be one
 * (`plumbline.yml`, `.plumbline.yaml`).
 */
export async function findConfig(files: Files, fileUri: string): Promise<string | undefined> {
  return findConfigFrom(files, Utils.dirname(URI.parse(fileUri)).toString());
}

/** The same, from a folder. */
export async function findConfigFrom(files: Files, folderUri: string): Promise<string | undefined> {
  let folder = URI.parse(folderUri);
  for (;;) {
    const uri = Utils.joinPath(folder, configName).toString();
    const reading = await files.read(uri);
    // A config that is there and cannot be read is the nearest one still: loading it says what is wrong with it.
    if ('text' in reading || reading.unread !== 'missing') return uri;
    const other = (await files.list(folder.toString())).find((entry) => !entry.folder && misnamed.test(entry.name));
    if (other !== undefined) return Utils.joinPath(folder, other.name).toString();
    const parent = Utils.dirname(folder);
    if (parent.path === folder.path) return undefined;
    folder = parent;
  }
}
