import { type Event, type ExtensionContext, Uri, window, workspace } from 'vscode';
import { type LanguageClientOptions, RevealOutputChannelOn, State } from 'vscode-languageclient';
import { statusNotification, type VocabularyStatus } from '../../server/src/lsp/protocol.js';
import { registerChangeEntry } from './commands/change-entry.js';
import { registerCheckFile } from './commands/check-file.js';
import { registerInstallPacks } from './commands/install-packs.js';
import { registerNewReport } from './commands/new-report.js';
import { registerOpenVocabulary } from './commands/open-vocabulary.js';
import { registerRestartServer } from './commands/restart-server.js';
import { registerShowOutput } from './commands/show-output.js';
import { registerTrySample } from './commands/try-sample.js';
import { documentSelector, isEnabledFor } from './documents.js';
import { RestartPolicy } from './restart-policy.js';
import { SuggestWhileTyping } from './suggest-while-typing.js';
import { showPackDocuments } from './views/pack-documents.js';
import { registerRulePages, rulePages } from './views/rule-pages.js';
import { registerStatusDetails } from './views/status-details.js';
import { StatusItem } from './views/status-item.js';
import { VocabularyStatuses } from './vocabulary-statuses.js';
import { LeftAlone, type WatchedClient, watchOver } from './watch.js';

/** What another extension, or a test, can ask of this one: the value of `activate()`. */
export interface PlumblineApi {
  /** The vocabulary in force for a document; undefined until the server has said it, and while no server runs. */
  vocabularyStatus(document: Uri): VocabularyStatus | undefined;
  /** Fires when any document's status may be another. */
  readonly onDidChangeVocabularyStatus: Event<void>;
}

type CreateClient = (options: LanguageClientOptions) => WatchedClient;

/** Runs the one client of the window, as long as `plumbline.enable` says so. */
export function activateClient(context: ExtensionContext, createClient: CreateClient): PlumblineApi {
  const output = window.createOutputChannel('Plumbline', { log: true });
  const statuses = new VocabularyStatuses();
  const leftAlone = new LeftAlone();
  const suggestions = new SuggestWhileTyping(() => client);
  const client: WatchedClient = createClient({
    documentSelector: documentSelector(),
    outputChannel: output,
    // Asked for at each start.
    initializationOptions: () => ({
      ...leftAlone.options,
      trusted: workspace.isTrusted,
      rulePages,
      packDocuments: true,
      installsPacks: true,
    }),
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    errorHandler: new RestartPolicy(
      () => restart(),
      () => output.show(),
    ),
    middleware: {
      didChange: async (change, next) => {
        await next(change);
        suggestions.afterChange(change).catch((error: unknown) => output.debug(String(error)));
      },
    },
  });

  // The server leaves the folders alone that say no; it is not needed where all of them do.
  const isEnabled = () => {
    const folders = workspace.workspaceFolders ?? [];
    return folders.length === 0 ? isEnabledFor(null) : folders.some(({ uri }) => isEnabledFor(uri));
  };
  // One change at a time, since a client that is starting can not be stopped.
  let settled = Promise.resolve();
  const afterwards = (change: () => Promise<void>) => {
    settled = settled.then(change).catch((error: unknown) => output.error(String(error)));
    return settled;
  };
  const start = () => afterwards(async () => (isEnabled() ? client.start() : undefined));
  const stop = () => afterwards(async () => (client.needsStop() ? client.stop() : undefined));
  const restart = () => {
    leftAlone.clear();
    void stop();
    return start();
  };

  context.subscriptions.push(
    output,
    statuses,
    client.onNotification(statusNotification, (status: VocabularyStatus) =>
      statuses.set(client.protocol2CodeConverter.asUri(status.uri), status),
    ),
    client.onDidChangeState(({ newState }) => {
      if (newState !== State.Running) statuses.clear();
    }),
    workspace.onDidCloseTextDocument((document) => statuses.forget(document.uri)),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('plumbline.enable')) void (isEnabled() ? start() : stop());
    }),
    workspace.onDidGrantWorkspaceTrust(() => void restart()),
    ...watchOver(client, leftAlone, output),
    new StatusItem(client, statuses, leftAlone),
    registerStatusDetails(statuses),
    registerRulePages(context.extensionUri),
    showPackDocuments(client, Uri.joinPath(context.extensionUri, 'server/dist/packs'), statuses.onDidChange),
    registerChangeEntry(client),
    registerCheckFile(client),
    ...registerTrySample(client, context.extensionUri),
    registerInstallPacks(context.extensionUri),
    registerNewReport(client),
    registerOpenVocabulary(client, statuses),
    registerRestartServer(restart),
    registerShowOutput(output),
    { dispose: stop },
  );
  void start();
  return {
    vocabularyStatus: (document) => statuses.of(document),
    onDidChangeVocabularyStatus: statuses.onDidChange,
  };
}
