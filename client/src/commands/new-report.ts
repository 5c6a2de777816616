import { commands, type Disposable, l10n, SnippetString, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type NewReportsParams, type NewReportType, newReportsRequest } from '../../../server/src/lsp/protocol.js';

/** Asks for a report type, and for a language where there are several, and opens the report that the server makes of it. */
export function registerNewReport(client: BaseLanguageClient): Disposable {
  return commands.registerCommand('plumbline.newReport', async () => {
    const active = window.activeTextEditor?.document.uri;
    const folder = ((active && workspace.getWorkspaceFolder(active)) ?? workspace.workspaceFolders?.[0])?.uri;
    const params: NewReportsParams = folder ? { folder: client.code2ProtocolConverter.asUri(folder) } : {};
    if (!client.needsStop()) {
      return window.showInformationMessage(l10n.t('Plumbline is not running: see the setting plumbline.enable.'));
    }
    const types = await client.sendRequest<NewReportType[]>(newReportsRequest, params);
    if (types.length === 0) return window.showInformationMessage(l10n.t('No pack in force has a report type.'));
    const type = await window.showQuickPick(types, { title: l10n.t('New Report'), placeHolder: l10n.t('Report type') });
    const options = { title: l10n.t('New Report'), placeHolder: l10n.t('Language of the report') };
    const made =
      type && (type.languages.length > 1 ? await window.showQuickPick(type.languages, options) : type.languages[0]);
    if (!made) return;
    const editor = await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown' }));
    return editor.insertSnippet(new SnippetString(made.snippet));
  });
}
