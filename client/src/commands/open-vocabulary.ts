import { commands, type Disposable, l10n, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type FirstConfigParams, firstConfigRequest } from '../../../server/src/lsp/protocol.js';
import type { VocabularyStatuses } from '../vocabulary-statuses.js';

const configName = 'plumbline.yaml';

/** Opens the config that serves the open file, else the folder's, else offers to begin one. */
export function registerOpenVocabulary(client: BaseLanguageClient, statuses: VocabularyStatuses): Disposable {
  return commands.registerCommand('plumbline.openVocabulary', async () => {
    const document = window.activeTextEditor?.document.uri;
    const status = document && statuses.of(document);
    if (status?.configUri) return open(Uri.parse(status.configUri));

    const folder = (document && workspace.getWorkspaceFolder(document)) ?? workspace.workspaceFolders?.[0];
    if (!folder) {
      return window.showInformationMessage(l10n.t('Open a folder first: {0} stands at its root.', configName));
    }
    const config = Uri.joinPath(folder.uri, configName);
    if (await exists(config)) return open(config);

    const create = l10n.t('Create');
    const answer = await window.showInformationMessage(
      l10n.t('{0} has no {1}, so the pack that comes with Plumbline is used.', folder.name, configName),
      create,
    );
    if (answer !== create) return;
    const params: FirstConfigParams = { folder: client.code2ProtocolConverter.asUri(folder.uri) };
    const text = client.isRunning() ? await client.sendRequest<string>(firstConfigRequest, params) : '';
    const editor = await open(config.with({ scheme: 'untitled' }));
    await editor.edit((edit) => edit.insert(editor.selection.start, text));
  });
}

async function open(uri: Uri) {
  return window.showTextDocument(await workspace.openTextDocument(uri));
}

async function exists(uri: Uri) {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
