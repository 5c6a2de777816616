import { URI, Utils } from 'vscode-uri';
import type { Files } from './files.js';

export const configName = 'plumbline.yaml';

/** The URI of the nearest `plumbline.yaml` in the file's folder or above it. */
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
    const parent = Utils.dirname(folder);
    if (parent.path === folder.path) return undefined;
    folder = parent;
  }
}
