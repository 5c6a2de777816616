import type { Location, LocationLink, Position } from 'vscode-languageserver';
import { definitionAt } from '../core/index.js';
import type { Documents } from './documents.js';
import { positionToOffset } from './from-lsp.js';
import type { PackDocuments } from './pack-documents.js';
import { definitionToLink } from './to-lsp.js';

/** Answers `textDocument/definition`: the entries that the word names, in the YAML of their packs. */
export async function definition(
  documents: Documents,
  uri: string,
  position: Position,
  linkSupport: boolean,
  packDocuments: PackDocuments,
): Promise<LocationLink[] | Location[] | null> {
  const snapshot = await documents.snapshotAsAsked(uri);
  if (snapshot === undefined) return null;
  const { places, report, workspace } = snapshot;
  const links = snapshot
    .work(() => definitionAt(report, positionToOffset(places, position)))
    .map((found) => definitionToLink(places, workspace, found, packDocuments))
    .filter((link) => link !== undefined);
  if (linkSupport) return links;
  return links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
}
