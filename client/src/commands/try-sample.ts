import { commands, type Disposable, Position, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { sampleUri } from '../../../server/src/lsp/protocol.js';

/** Opens the sample as a new document, which needs no folder; one that is open already is shown as it is. */
export function registerTrySample(extension: Uri): Disposable {
  return commands.registerCommand('plumbline.trySample', async () => {
    const document = await workspace.openTextDocument(Uri.parse(sampleUri));
    if (document.getText() === '') {
      const bytes = await workspace.fs.readFile(Uri.joinPath(extension, 'examples/sample.md'));
      const edit = new WorkspaceEdit();
      edit.insert(document.uri, new Position(0, 0), new TextDecoder().decode(bytes));
      await workspace.applyEdit(edit);
    }
    await window.showTextDocument(document);
  });
}
