import { type TextDocument, workspace } from 'vscode';
import type { TextDocumentFilter } from 'vscode-languageclient';

/** Where a writer's documents live: on disk, not saved yet, or in a virtual workspace. Never the old side of a diff. */
function schemes(): string[] {
  const ofFolders = (workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme);
  return [...new Set(['file', 'untitled', ...ofFolders])];
}

/** The documents that the server hears of: Markdown, and the YAML of vocabularies so that unsaved edits count. */
export function documentSelector(): TextDocumentFilter[] {
  return [...schemes().map((scheme) => ({ scheme, language: 'markdown' })), { scheme: 'file', language: 'yaml' }];
}

export function isMarkdown(document: TextDocument): boolean {
  return document.languageId === 'markdown' && schemes().includes(document.uri.scheme);
}
