import { commands, type Disposable, l10n, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { checkFileCommand } from '../../../server/src/lsp/protocol.js';
import { isEnabledFor, mayBeReport } from '../documents.js';

/** Has the open file judged as a report until it is closed or this is run again; the server says what it found. */
export function registerCheckFile(client: BaseLanguageClient): Disposable {
  return commands.registerCommand('plumbline.checkFile', async () => {
    const document = window.activeTextEditor?.document;
    if (!document || !mayBeReport(document)) {
      void window.showInformationMessage(
        l10n.t('Plumbline checks Markdown and plain text: open a file of these first.'),
      );
      return;
    }
    if (!client.isRunning() || !isEnabledFor(document.uri)) {
      void window.showInformationMessage(l10n.t('Plumbline is not running: see the setting plumbline.enable.'));
      return;
    }
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    await client.sendRequest('workspace/executeCommand', { command: checkFileCommand, arguments: [uri] });
  });
}
