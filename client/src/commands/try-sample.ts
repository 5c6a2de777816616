import { commands, type Disposable, Uri, window, workspace } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { type SampleParams, sampleNotification } from '../../../server/src/lsp/protocol.js';

/** Opens the sample as a new document, which needs no folder. */
export function registerTrySample(client: BaseLanguageClient, extension: Uri): Disposable[] {
  const samples = new Set<Uri>();
  const tell = async (document: Uri) => {
    const params: SampleParams = { uri: client.code2ProtocolConverter.asUri(document) };
    if (client.isRunning()) await client.sendNotification(sampleNotification, params);
  };
  return [
    commands.registerCommand('plumbline.trySample', async () => {
      const bytes = await workspace.fs.readFile(Uri.joinPath(extension, 'examples/sample.md'));
      const content = new TextDecoder().decode(bytes);
      const document = await workspace.openTextDocument({ language: 'markdown', content });
      samples.add(document.uri);
      await tell(document.uri);
      await window.showTextDocument(document, { preview: false });
    }),
    workspace.onDidCloseTextDocument(({ uri }) => samples.delete(uri)),
    // A server that starts knows of none; that it runs is told before it hears of the documents.
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) for (const document of samples) void tell(document);
    }),
  ];
}
