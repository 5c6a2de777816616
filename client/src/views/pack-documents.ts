import { CodeLens, Disposable, type Event, FileSystemError, l10n, languages, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { packScheme } from '../../../server/src/lsp/protocol.js';
import { changeEntryCommand, entriesOf } from '../commands/change-entry.js';

/** Shows the files of shipped packs to be read, and above each entry the way to one’s own. `packs`: their folder. */
export function showPackDocuments(client: BaseLanguageClient, packs: Uri, onDidChange: Event<void>): Disposable {
  return Disposable.from(
    workspace.registerTextDocumentContentProvider(packScheme, {
      async provideTextDocumentContent(uri) {
        if (uri.path.split('/').includes('..')) throw FileSystemError.FileNotFound(uri);
        return new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(packs, uri.path)));
      },
    }),
    languages.registerCodeLensProvider(
      { scheme: packScheme },
      {
        onDidChangeCodeLenses: onDidChange,
        async provideCodeLenses(document) {
          const entries = await entriesOf(client, document);
          const title = l10n.t('Change this entry in your own pack');
          return entries.map(({ name, range }) => {
            const command = { title, command: changeEntryCommand, arguments: [name] };
            return new CodeLens(client.protocol2CodeConverter.asRange(range), command);
          });
        },
      },
    ),
  );
}
