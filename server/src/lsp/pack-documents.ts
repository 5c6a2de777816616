import { URI, Utils } from 'vscode-uri';
import { relativePath } from '../workspace/report-files.js';
import type { Workspace } from '../workspace/workspace.js';
import { type PackEntry, packScheme } from './protocol.js';

/**
 * The files of shipped packs as read-only documents of a client that shows such: nobody is to edit what an update
 * overwrites. To any other client a file is a file.
 */
export class PackDocuments {
  constructor(
    private readonly shippedPacks: string,
    private readonly isShown: () => boolean,
  ) {}

  isShipped(uri: string): boolean {
    return relativePath(this.shippedPacks, uri) !== undefined;
  }

  /** What the client is told of a file or folder of any pack. */
  uriOf(uri: string): string {
    const path = this.isShown() ? relativePath(this.shippedPacks, uri) : undefined;
    return path === undefined ? uri : URI.from({ scheme: packScheme, path: `/${path}` }).toString();
  }

  /** The file behind a document; undefined for one of another scheme. */
  fileOf(document: string): string | undefined {
    const { scheme, path } = URI.parse(document);
    return scheme === packScheme ? Utils.joinPath(URI.parse(this.shippedPacks), path).toString() : undefined;
  }
}

/** The entries that stand in a document of a shipped pack, in its order; none where no workspace has it in force. */
export function packEntries(workspaces: readonly Workspace[], packs: PackDocuments, document: string): PackEntry[] {
  const file = packs.fileOf(document);
  for (const { packFolders, vocabulary } of workspaces) {
    for (const [pack, folder] of packFolders) {
      const path = file === undefined ? undefined : relativePath(folder, file);
      if (path === undefined || !packs.isShipped(folder)) continue;
      return vocabulary.entries
        .filter((entry) => entry.pack === pack && entry.location.path === path)
        .map(({ fullName, location }) => ({ name: fullName, range: location.range }))
        .sort(({ range: { start: a } }, { range: { start: b } }) => a.line - b.line || a.character - b.character);
    }
  }
  return [];
}
