import {
  CodeActionKind,
  type DocumentSelector,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { fixAllKind } from './action-context.js';
import type { ClientFeatures } from './client-features.js';
import {
  addToPackCommand,
  applyFixCommand,
  checkFileCommand,
  explainCommand,
  explainScheme,
  fixRuleCommand,
  openRuleCommand,
  reportLanguageIds,
} from './protocol.js';
import { diagnosticSource } from './to-lsp.js';

/** What `workspace/executeCommand` may ask for. */
export const serverCommands: readonly string[] = [
  checkFileCommand,
  applyFixCommand,
  fixRuleCommand,
  addToPackCommand,
  explainCommand,
  openRuleCommand,
];

export const reportSelector: DocumentSelector = reportLanguageIds.map((language) => ({ language }));

/** `triggers`: for a client to which completion cannot be registered later, with the triggers of the packs in force. */
export function serverCapabilities(
  features: ClientFeatures,
  triggers: readonly string[] | undefined,
): ServerCapabilities {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    hoverProvider: true,
    definitionProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor, fixAllKind] },
    executeCommandProvider: { commands: [...serverCommands] },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      ...(features.documentContent && { textDocumentContent: { schemes: [explainScheme] } }),
    },
    ...(triggers !== undefined && { completionProvider: { triggerCharacters: [...triggers] } }),
    ...(features.pullDiagnostics && {
      diagnosticProvider: {
        identifier: diagnosticSource,
        // Packs and configs are published under their own files.
        documentSelector: reportSelector,
        interFileDependencies: false,
        workspaceDiagnostics: false,
      },
    }),
  };
}
