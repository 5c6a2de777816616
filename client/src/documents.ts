import { type TextDocument, type Uri, workspace } from 'vscode';
import type { TextDocumentFilter } from 'vscode-languageclient';
import { markdownLanguageIds, reportLanguageIds } from '../../server/src/lsp/protocol.js';

/** Where a writer's documents live: on disk, not saved yet, or in a virtual workspace. Never the old side of a diff. */
function schemes(): string[] {
  const ofFolders = (workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme);
  return [...new Set(['file', 'untitled', ...ofFolders])];
}

/** The documents that the server hears of: what may be a report, and the YAML of vocabularies so that unsaved edits count. */
export function documentSelector(): TextDocumentFilter[] {
  const reports = schemes().flatMap((scheme) => reportLanguageIds.map((language) => ({ scheme, language })));
  return [...reports, { scheme: 'file', language: 'yaml' }, { scheme: 'file', pattern: '**/*.code-snippets' }];
}

/** Whether a document may be a report: Markdown, and plain text, which is one where the config names it or by asking. */
export function mayBeReport({ languageId, uri }: TextDocument): boolean {
  return reportLanguageIds.includes(languageId) && schemes().includes(uri.scheme);
}

export function isMarkdown(document: TextDocument): boolean {
  return mayBeReport(document) && markdownLanguageIds.includes(document.languageId);
}

/** Whether the settings of the document's folder have it read. */
export function isEnabledFor(document: Uri | null): boolean {
  return workspace.getConfiguration('plumbline', document).get('enable', true);
}
