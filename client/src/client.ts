import { type Event, EventEmitter, type ExtensionContext, window, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { RevealOutputChannelOn } from 'vscode-languageclient';
import { statusNotification, type VocabularyStatus } from '../../server/src/lsp/protocol.js';
import { registerCheckFile } from './commands/check-file.js';
import { registerOpenVocabulary } from './commands/open-vocabulary.js';
import { registerRestartServer } from './commands/restart-server.js';
import { registerShowOutput } from './commands/show-output.js';
import { documentSelector } from './documents.js';
import { RestartPolicy } from './restart-policy.js';
import { StatusItem } from './views/status-item.js';

/** What another extension, or a test, can ask of this one: the value of `activate()`. */
export interface PlumblineApi {
  /** The vocabulary in force; undefined until the server has read it, and while no server runs. */
  status(): VocabularyStatus | undefined;
  readonly onDidChangeStatus: Event<VocabularyStatus | undefined>;
}

type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** Runs the one client of the window, as long as `plumbline.enable` says so. */
export function activateClient(context: ExtensionContext, createClient: CreateClient): PlumblineApi {
  const output = window.createOutputChannel('Plumbline', { log: true });
  const statusChanged = new EventEmitter<VocabularyStatus | undefined>();
  let status: VocabularyStatus | undefined;
  const setStatus = (next: VocabularyStatus | undefined) => {
    status = next;
    statusChanged.fire(next);
  };

  const client = createClient({
    documentSelector: documentSelector(),
    outputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    errorHandler: new RestartPolicy(
      () => restart(),
      () => output.show(),
    ),
    markdown: { supportThemeIcons: true },
  });
  client.onNotification(statusNotification, setStatus);

  const enabled = () => workspace.getConfiguration('plumbline').get('enable', true);
  // One change at a time: a client refuses to stop while it starts.
  let settled: Promise<void> = Promise.resolve();
  const settle = (change: () => Promise<void>) => {
    settled = settled.then(change).catch((error) => output.error(String(error)));
    return settled;
  };
  const start = () => settle(() => (enabled() ? client.start() : Promise.resolve()));
  const stop = () =>
    settle(async () => {
      if (client.needsStop()) await client.stop();
      setStatus(undefined);
    });
  const restart = () => {
    void stop();
    return start();
  };

  context.subscriptions.push(
    output,
    statusChanged,
    new StatusItem(() => status, statusChanged.event),
    registerCheckFile(client),
    registerOpenVocabulary(() => status),
    registerRestartServer(restart),
    registerShowOutput(output),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('plumbline.enable')) void (enabled() ? start() : stop());
    }),
    { dispose: () => stop() },
  );
  void start();
  return { status: () => status, onDidChangeStatus: statusChanged.event };
}
