import {
  commands,
  type Disposable,
  l10n,
  type TextDocument,
  WorkspaceEdit,
  type WorkspaceFolder,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type CopiedEntry,
  type CopyEntryParams,
  copyEntryRequest,
  type PackEntry,
  packEntriesRequest,
  packScheme,
} from '../../../server/src/lsp/protocol.js';

export const changeEntryCommand = 'plumbline.changeEntry';

/** Copies an entry of a shipped pack into the folder’s own one, and goes there. `name`: none for that at the cursor. */
export function registerChangeEntry(client: BaseLanguageClient): Disposable {
  return commands.registerCommand(changeEntryCommand, async (named?: string) => {
    const name = named ?? (await entryAtCursor(client));
    if (name === undefined) return;
    if (!workspace.isTrusted) {
      void window.showInformationMessage(l10n.t('Trust this folder first: until then no pack of its own is read.'));
      return;
    }
    const folder = await chooseFolder();
    if (folder === undefined) return;
    const params: CopyEntryParams = { name, folder: client.code2ProtocolConverter.asUri(folder.uri) };
    const copied = await client.sendRequest<CopiedEntry | null>(copyEntryRequest, params);
    if (copied === null) {
      const [pack = ''] = name.split('/');
      const message = l10n.t('The pack {0} is not in force in {1}, so there is nothing to change.', pack, folder.name);
      void window.showWarningMessage(message);
      return;
    }
    await write(client, copied);
    const uri = client.protocol2CodeConverter.asUri(copied.uri);
    const selection = client.protocol2CodeConverter.asRange(copied.range);
    await window.showTextDocument(await workspace.openTextDocument(uri), { selection, preview: false });
  });
}

async function entryAtCursor(client: BaseLanguageClient): Promise<string | undefined> {
  const editor = window.activeTextEditor;
  if (editor?.document.uri.scheme !== packScheme) return undefined;
  const entries = await entriesOf(client, editor.document);
  return entries.filter(({ range }) => range.start.line <= editor.selection.active.line).at(-1)?.name;
}

async function chooseFolder(): Promise<WorkspaceFolder | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length > 1) return window.showWorkspaceFolderPick();
  if (folders.length === 0) {
    void window.showInformationMessage(l10n.t('Open a folder first: your own pack stands in it.'));
  }
  return folders[0];
}

/** What was saved before is saved again, so that the pack is in force. */
async function write(client: BaseLanguageClient, { newFiles, insertions }: CopiedEntry): Promise<void> {
  const asUri = client.protocol2CodeConverter.asUri;
  const edit = new WorkspaceEdit();
  for (const file of newFiles) edit.createFile(asUri(file), { ignoreIfExists: true });
  for (const { uri, position, text } of insertions) {
    edit.insert(asUri(uri), client.protocol2CodeConverter.asPosition(position), text);
  }
  const unsaved = new Set(workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString()));
  if (!(await workspace.applyEdit(edit))) return;
  for (const { uri } of insertions) {
    if (!unsaved.has(asUri(uri).toString())) await (await workspace.openTextDocument(asUri(uri))).save();
  }
}

/** The entries of a document of `packScheme`; none while no server runs. */
export async function entriesOf(client: BaseLanguageClient, { uri }: TextDocument): Promise<readonly PackEntry[]> {
  if (!client.isRunning()) return [];
  return client.sendRequest(packEntriesRequest, { uri: client.code2ProtocolConverter.asUri(uri) });
}
