import { join } from 'node:path';
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateClient, type PlumblineApi } from './client.js';

/** Starts the language server as a process of its own, with the Node that runs the extensions. */
export function activate(context: ExtensionContext): PlumblineApi {
  const module = join(context.extensionPath, 'server/dist/lsp.js');
  return activateClient(
    context,
    (clientOptions) =>
      new LanguageClient('plumbline', 'Plumbline', { module, transport: TransportKind.ipc }, clientOptions),
  );
}
