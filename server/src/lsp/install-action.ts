import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver';
import { URI, Utils } from 'vscode-uri';
import type { Locale } from '../core/index.js';
import { isMendedByInstall } from '../workspace/locked-packs.js';
import { actionTitles } from './action-titles.js';
import { installPacksCommand } from './protocol.js';
import { diagnosticSource } from './to-lsp.js';

/** For problems of plumbline.yaml that `plumbline pack install` mends: the command, which the client runs in a terminal. */
export function installActions(uri: string, shown: readonly Diagnostic[], locale: Locale): CodeAction[] {
  const diagnostics = shown.filter(
    ({ source, code }) => source === diagnosticSource && typeof code === 'string' && isMendedByInstall(code),
  );
  if (diagnostics.length === 0) return [];
  const title = actionTitles(locale).installPacks;
  const folder = Utils.dirname(URI.parse(uri)).toString();
  const command = { title, command: installPacksCommand, arguments: [folder, locale] };
  return [{ title, kind: CodeActionKind.QuickFix, diagnostics, isPreferred: true, command }];
}
