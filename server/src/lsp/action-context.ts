import { CodeActionKind, type SnippetTextEdit, TextEdit, type WorkspaceEdit } from 'vscode-languageserver';
import type { Locale } from '../core/index.js';
import type { ClientFeatures } from './client-features.js';
import type { ReportSnapshot } from './report-snapshot.js';

/** What actions are made for. */
export interface ActionContext {
  readonly snapshot: ReportSnapshot;
  readonly features: ClientFeatures;
  readonly locale: Locale;
}

/** Fixing on save and “Fix All” ask for this kind, or for one above it. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.plumbline`;

/** With a version, the editor refuses the edit once the text is another. */
export function workspaceEdit(
  { uri, version }: { readonly uri: string; readonly version: number },
  edits: (TextEdit | SnippetTextEdit)[],
  withVersion: boolean,
): WorkspaceEdit {
  return withVersion
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits.filter(TextEdit.is) } };
}
