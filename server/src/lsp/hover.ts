import type { Hover, Position } from 'vscode-languageserver';
import { hoverAt, type Locale } from '../core/index.js';
import type { ClientFeatures } from './client-features.js';
import type { Documents } from './documents.js';
import { positionToOffset } from './from-lsp.js';
import { hoverToLsp } from './to-lsp.js';

/** Answers `textDocument/hover`. */
export async function hover(
  documents: Documents,
  uri: string,
  position: Position,
  locale: Locale,
  features: ClientFeatures,
): Promise<Hover | null> {
  const snapshot = await documents.snapshotAsAsked(uri);
  if (snapshot === undefined) return null;
  const found = snapshot.work(() =>
    hoverAt(snapshot.report, positionToOffset(snapshot.places, position), locale, snapshot.findings),
  );
  return found === undefined ? null : hoverToLsp(snapshot.places, found, features);
}
