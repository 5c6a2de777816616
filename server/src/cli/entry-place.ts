import { URI, Utils } from 'vscode-uri';
import type { Entry } from '../core/index.js';
import type { Workspace } from '../workspace/workspace.js';
import { displayedPath } from './displayed-path.js';

export interface EntryPlace {
  /** As findings name a file. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
}

/** Where an entry stands in its pack. */
export function placeOfEntry({ pack, location }: Entry, workspace: Workspace): EntryPlace {
  const folder = workspace.packFolders.get(pack);
  const path =
    folder === undefined
      ? location.path
      : displayedPath(Utils.joinPath(URI.parse(folder), location.path).fsPath, process.cwd());
  return { path, line: location.range.start.line + 1 };
}
