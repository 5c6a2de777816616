import {
  type CodeActionParams,
  type Connection,
  DidChangeConfigurationNotification,
  type Disposable,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  type ShowDocumentParams,
  ShowMessageNotification,
  TextDocumentContentRequest,
  type TextDocumentContentResult,
  TextDocuments,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI, Utils } from 'vscode-uri';
import { version } from '../core/index.js';
import { configName } from '../workspace/find-config.js';
import { firstConfig } from '../workspace/first-config.js';
import { packChoice } from '../workspace/known-packs.js';
import { workspaceEdit } from './action-context.js';
import { BufferedFiles } from './buffered-files.js';
import { serverCapabilities, serverCommands } from './capabilities.js';
import { checkFileAnswer, checkFileMessage } from './check-file.js';
import { type ClientFeatures, clientFeatures } from './client-features.js';
import { codeActions, type FixToApply, isFixToApply } from './code-action.js';
import { completion } from './completion.js';
import { CompletionRegistration, triggersOf } from './completion-registration.js';
import { copyEntry } from './copy-entry.js';
import { definition } from './definition.js';
import { type DiagnosticsOptions, pullDiagnostics, pushedDiagnostics } from './diagnostics.js';
import { Documents, editedDocuments, isEligible, isOfPacks } from './documents.js';
import {
  explanation,
  explanationOf,
  isPlaceToExplain,
  type PlaceToExplain,
  placeExplainedBy,
  rulePage,
} from './explain-actions.js';
import { fixRuleEdit, isRuleToFix } from './fix-all-actions.js';
import { normalizeUri } from './from-lsp.js';
import { Guard } from './guard.js';
import { hover } from './hover.js';
import { installActions } from './install-action.js';
import { newReports } from './new-reports.js';
import { type AdditionToPack, additionEdit, isAdditionToPack, type PackGround } from './pack-actions.js';
import { PackDocuments, packEntries } from './pack-documents.js';
import { Problems } from './problems.js';
import {
  addToPackCommand,
  applyFixCommand,
  type CheckFileAnswer,
  type CopiedEntry,
  type CopyEntryParams,
  checkFileCommand,
  copyEntryRequest,
  explainCommand,
  type FirstConfigParams,
  firstConfigRequest,
  fixRuleCommand,
  type InitializationOptions,
  type NewReportsParams,
  type NewReportType,
  newReportsRequest,
  openRuleCommand,
  type PackEntriesParams,
  packEntriesRequest,
  pingRequest,
  readingNotification,
  type SampleParams,
  sampleNotification,
  statusNotification,
} from './protocol.js';
import type { ReportSnapshot } from './report-snapshot.js';
import type { Runtime } from './runtime.js';
import { readSettings, type Settings } from './settings.js';
import { StatusSender, statusOf } from './status.js';
import { WatchedFiles } from './watched-files.js';
import { WorkInHand } from './work-in-hand.js';
import { Workspaces, type WorkspacesChange } from './workspaces.js';

/** Wires the client's messages to what answers them. */
export class Server {
  readonly #guard: Guard;
  readonly #files: BufferedFiles;
  readonly #workspaces: Workspaces;
  readonly #documents: Documents;
  readonly #textDocuments = new TextDocuments(editedDocuments);
  readonly #problems: Problems;
  readonly #statuses: StatusSender;
  readonly #completionRegistration: CompletionRegistration;
  #watchedFiles: WatchedFiles | undefined;
  #features: ClientFeatures = clientFeatures({});
  #clientLocale: string | undefined;
  #workInHand = this.#workInHandFor(undefined);
  #settings: Settings = readSettings(undefined, undefined);
  #rulePages: string;
  #showsPacks = false;
  #installsPacks = false;
  readonly #packDocuments: PackDocuments;
  #folders: readonly string[] = [];
  #stage: Stage = 'new';
  /** What is heard between `initialize` and `shutdown` alone. */
  readonly #serving: Disposable[] = [];

  constructor(
    private readonly connection: Connection,
    private readonly runtime: Runtime,
  ) {
    this.#guard = new Guard(connection.console);
    this.#rulePages = runtime.rulePages;
    this.#files = new BufferedFiles(runtime.files);
    this.#workspaces = new Workspaces(
      this.#files,
      runtime.shippedPacks,
      {
        on: (folders, work) => this.#workInHand.on(folders, true, work),
        leavesAlone: (folder) => this.#workInHand.leavesAlone(folder),
      },
      (change) => this.#guard.run('workspaces', () => this.#workspacesChanged(change)),
      (error) => this.#guard.log('workspaces', error),
    );
    this.#packDocuments = new PackDocuments(runtime.shippedPacks, () => this.#showsPacks);
    this.#documents = new Documents(
      this.#workspaces,
      () => this.#settings,
      () => runtime.today(),
      (uri) => this.#isEnabled(uri),
      (uris, first, work) => this.#workInHand.on(uris, first, work),
    );
    this.#problems = new Problems((params) => this.#send('diagnostics', connection.sendDiagnostics(params)));
    this.#statuses = new StatusSender((status) =>
      this.#send('status', connection.sendNotification(statusNotification, status)),
    );
    this.#completionRegistration = new CompletionRegistration(connection);
  }

  listen(): void {
    const { connection } = this;
    connection.onInitialize((params) => {
      if (this.#stage !== 'new') throw invalidRequest('The server is initialized already.');
      this.#stage = 'answering';
      return this.#initialize(params);
    });
    connection.onInitialized(() => this.#guard.run('initialized', () => this.#initialized()));
    connection.onShutdown(() => {
      if (this.#stage === 'new' || this.#stage === 'shut down') throw this.#refusal('shutdown');
      this.#stage = 'shut down';
      for (const heard of this.#serving.splice(0)) heard.dispose();
      this.#workspaces.dispose();
    });
    connection.onRequest((method) => {
      throw this.#refusal(method);
    });
    connection.listen();
  }

  /** Why a request that nothing answers is not answered. */
  #refusal(method: string): ResponseError {
    if (this.#stage === 'new') {
      return new ResponseError(ErrorCodes.ServerNotInitialized, 'The server is not initialized yet.');
    }
    if (this.#stage === 'shut down') return invalidRequest('The server is shut down.');
    return new ResponseError(ErrorCodes.MethodNotFound, `There is no method ${method}.`);
  }

  async #initialize(params: InitializeParams): Promise<InitializeResult> {
    this.#features = clientFeatures(params.capabilities);
    this.#clientLocale = params.locale;
    this.#settings = readSettings(params.initializationOptions, params.locale);
    this.#workInHand = this.#workInHandFor(params.initializationOptions);
    const options = params.initializationOptions as InitializationOptions | null | undefined;
    this.#workspaces.trusted = options?.trusted !== false;
    const { watchedFiles, relativePatterns } = this.#features;
    this.#workspaces.looksItself = !watchedFiles || !relativePatterns;
    this.#rulePages = options?.rulePages ?? this.runtime.rulePages;
    this.#showsPacks = options?.packDocuments === true;
    this.#installsPacks = options?.installsPacks === true;
    const root = params.rootUri ?? undefined;
    this.#folders = (params.workspaceFolders?.map(({ uri }) => uri) ?? (root === undefined ? [] : [root])).map(
      normalizeUri,
    );
    this.#serve();
    return {
      serverInfo: { name: 'plumbline', version },
      capabilities: serverCapabilities(this.#features, await this.#triggers()),
    };
  }

  /** For a client that must be told at once; to any other nothing is told before its packs are loaded, nor must it wait. */
  async #triggers(): Promise<string[] | undefined> {
    if (this.#features.dynamicCompletion) return undefined;
    await this.#workspaces.setFolders(this.#folders);
    return triggersOf(await this.#workspaces.inForce());
  }

  #serve(): void {
    const { connection } = this;
    this.#serving.push(
      connection.onDidChangeConfiguration((params) =>
        this.#guard.run('configuration', () => this.#configurationChanged(params?.settings)),
      ),
      connection.onDidChangeWatchedFiles((params) =>
        this.#guard.run('watched files', () => this.#filesChanged(params.changes.map(({ uri }) => uri))),
      ),
      connection.onNotification(sampleNotification, ({ uri }: SampleParams) =>
        this.#guard.run('sample', () => this.#workspaces.holdToShipped(uri)),
      ),
      connection.onRequest(pingRequest, () => null),
      ...this.#hearOfDocuments(),
      ...this.#answerRequests(),
    );
  }

  async #initialized(): Promise<void> {
    if (this.#stage !== 'answering') return;
    this.#stage = 'ready';
    const { connection } = this;
    const loaded = this.#features.dynamicCompletion ? this.#workspaces.setFolders(this.#folders) : undefined;
    if (this.#features.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
        this.#guard.run('folders', () => {
          const gone = new Set(removed.map(({ uri }) => normalizeUri(uri)));
          const kept = this.#folders.filter((folder) => !gone.has(folder));
          this.#folders = [...kept, ...added.map(({ uri }) => normalizeUri(uri))];
          return this.#workspaces.setFolders(this.#folders);
        }),
      );
    }
    if (this.#features.watchedFiles) {
      this.#watchedFiles = new WatchedFiles(connection, this.#features.relativePatterns, this.runtime.shippedPacks);
      this.#guard.run('watchers', () => this.#watchedFiles?.watchFolders());
    }
    if (this.#features.dynamicConfiguration) {
      const section = { section: 'plumbline' };
      this.#guard.run('configuration', () =>
        connection.client.register(DidChangeConfigurationNotification.type, section),
      );
    }
    if (this.#features.configuration) await this.#configurationChanged(undefined);
    await loaded;
    await this.#workspacesChanged({ documents: new Set() });
    // What was opened before the client was ready.
    for (const { document } of this.#documents.all()) this.#push(document.uri);
  }

  /** `pushed`: the settings as an older client sends them, unasked. */
  async #configurationChanged(pushed: unknown): Promise<void> {
    const section = this.#features.configuration
      ? await this.connection.workspace.getConfiguration('plumbline')
      : (pushed as { plumbline?: unknown } | null | undefined)?.plumbline;
    const settings = readSettings(section, this.#clientLocale);
    const isSame = JSON.stringify(settings) === JSON.stringify(this.#settings);
    if (!isSame) this.#settings = settings;
    if ((await this.#documents.settingsChanged()) || !isSame) await this.#showAnew();
  }

  /** What the settings of the document's folder say, where the client knows any. */
  async #isEnabled(scopeUri: string): Promise<boolean> {
    if (!this.#features.configuration) return this.#settings.enable;
    try {
      const section = await this.connection.workspace.getConfiguration({ scopeUri, section: 'plumbline' });
      return readSettings(section, undefined).enable;
    } catch (error) {
      this.#guard.log('configuration', error);
      return true;
    }
  }

  /** On opening and saving, for a client that does not tell of changes on disk. */
  async #lookForChanges(): Promise<void> {
    if (this.#workspaces.looksItself) this.#filesChanged(await this.#workspaces.changedOnDisk());
  }

  /** An open document counts as the editor has it, whatever happens on disk. */
  #filesChanged(uris: readonly string[]): void {
    this.#workspaces.filesChanged(uris.filter((uri) => !this.#files.isOpen(uri)));
  }

  #hearOfDocuments(): Disposable[] {
    // Each opening is told of as a change too, right after it.
    let opened: TextDocument | undefined;
    this.#textDocuments.onDidOpen(({ document }) => {
      opened = document;
      this.#files.open(document);
      if (isEligible(document) && !this.#workInHand.leavesAlone(document.uri)) this.#documents.open(document);
      this.#guard.run('open', async () => {
        // Their problems are shown whichever document of the workspace is open.
        if (isEligible(document) || isOfPacks(document.uri)) await this.#workspaces.contextOf(document.uri);
        const isOther = this.#files.differsFromReading(document) || (await this.#files.differsFromDisk(document));
        if (isOther) this.#workspaces.filesChanged([document.uri]);
        await this.#lookForChanges();
      });
    });
    this.#textDocuments.onDidSave(() => this.#guard.run('save', () => this.#lookForChanges()));
    this.#textDocuments.onDidChangeContent(({ document }) => {
      if (opened === document) opened = undefined;
      else {
        this.#documents.get(document.uri)?.changed();
        this.#workspaces.filesChanged([document.uri]);
      }
      this.#push(document.uri);
    });
    this.#textDocuments.onDidSave(({ document }) => {
      if (this.#documents.get(document.uri)?.settle() === true) this.#guard.run('save', () => this.#showAnew());
    });
    this.#textDocuments.onDidClose(({ document }) => {
      this.#files.close(document);
      this.#documents.close(document.uri);
      this.#workInHand.closed(document.uri);
      this.#statuses.forget(document.uri);
      this.#workspaces.release(document.uri);
      this.#guard.run('close', async () => {
        if (!this.#features.pullDiagnostics && isEligible(document)) {
          await this.connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
        }
        if (await this.#files.differsFromDisk(document)) this.#workspaces.filesChanged([document.uri]);
      });
    });
    return [this.#textDocuments.listen(this.connection)];
  }

  async #codeActions(params: CodeActionParams) {
    const { uri } = params.textDocument;
    const { locale } = this.#settings;
    if (Utils.basename(URI.parse(uri)) !== configName)
      return codeActions(this.#documents, params, this.#features, locale, this.#packGround());
    const canInstall = this.#installsPacks && this.#features.codeActionLiterals;
    return canInstall ? installActions(uri, params.context.diagnostics, locale) : null;
  }

  #answerRequests(): Disposable[] {
    const { connection } = this;
    return [
      connection.languages.diagnostics.on((params, token) =>
        this.#guard.request('textDocument/diagnostic', token, keepDiagnostics, async () => {
          const { uri } = params.textDocument;
          const shown = () => this.#shown();
          const report = await pullDiagnostics(this.#documents, uri, params.previousResultId, token, shown);
          this.#tellStatus(uri);
          return report;
        }),
      ),
      connection.onCompletion((params, token) =>
        this.#guard.request('textDocument/completion', token, null, () =>
          completion(this.#documents, params, this.#settings.locale, this.#features),
        ),
      ),
      connection.onHover(({ textDocument, position }, token) =>
        this.#guard.request('textDocument/hover', token, null, () =>
          hover(this.#documents, textDocument.uri, position, this.#settings.locale, this.#features),
        ),
      ),
      connection.onDefinition(({ textDocument, position }, token) =>
        this.#guard.request('textDocument/definition', token, null, () =>
          definition(this.#documents, textDocument.uri, position, this.#features.definitionLinks, this.#packDocuments),
        ),
      ),
      connection.onCodeAction((params, token) =>
        this.#guard.request('textDocument/codeAction', token, null, () => this.#codeActions(params)),
      ),
      connection.onExecuteCommand(({ command, arguments: [argument] = [] }, token) =>
        this.#guard.request('workspace/executeCommand', token, null, () => this.#execute(command, argument)),
      ),
      connection.onRequest(TextDocumentContentRequest.type, ({ uri }, token) =>
        this.#guard.request(TextDocumentContentRequest.method, token, { text: '' }, () => this.#content(uri)),
      ),
      connection.onRequest(packEntriesRequest, (params: PackEntriesParams, token) =>
        this.#guard.request(packEntriesRequest, token, [], async () =>
          packEntries(await this.#workspaces.inForce(), this.#packDocuments, params.uri),
        ),
      ),
      connection.onRequest(firstConfigRequest, (params: FirstConfigParams, token) =>
        this.#guard.request(firstConfigRequest, token, '', () => this.#firstConfig(params)),
      ),
      connection.onRequest(newReportsRequest, (params: NewReportsParams, token) =>
        this.#guard.request(newReportsRequest, token, [], () => this.#newReports(params)),
      ),
      connection.onRequest(copyEntryRequest, (params: CopyEntryParams, token) =>
        this.#guard.request(copyEntryRequest, token, null, () => this.#copyEntry(params)),
      ),
    ];
  }

  async #execute(command: string, argument: unknown): Promise<unknown> {
    if (command === checkFileCommand && typeof argument === 'string') return this.#checkFile(argument);
    if (command === applyFixCommand && isFixToApply(argument)) return this.#applyFix(argument);
    if (command === fixRuleCommand && isRuleToFix(argument)) {
      const { documentChanges } = this.#features;
      return this.#edit(argument, (snapshot) => fixRuleEdit(snapshot, argument.rule, documentChanges));
    }
    if (command === explainCommand && isPlaceToExplain(argument)) return this.#show(explanationOf(argument));
    const page = command === openRuleCommand && rulePage(argument, this.#rulePages, this.#settings.locale);
    if (page) return this.#show(page);
    if (command === addToPackCommand && isAdditionToPack(argument)) return this.#addToPack(argument);
    throw new ResponseError(
      ErrorCodes.InvalidParams,
      serverCommands.includes(command)
        ? `${command} does not take these arguments.`
        : `There is no command ${command}.`,
    );
  }

  /** For a client that takes commands in place of code actions. */
  #applyFix(fix: FixToApply): Promise<null> {
    return this.#edit(fix, () => workspaceEdit(fix, fix.edits, this.#features.documentChanges));
  }

  /** Has the client edit what an action was offered for: refused once the text is another. */
  async #edit(
    { uri, version }: { readonly uri: string; readonly version: number },
    editOf: (snapshot: ReportSnapshot) => WorkspaceEdit,
  ): Promise<null> {
    const snapshot = await this.#documents.snapshot(uri);
    if (snapshot?.version !== version || this.#documents.get(uri)?.version !== version) {
      throw new ResponseError(LSPErrorCodes.ContentModified, 'The document was edited meanwhile.');
    }
    await this.connection.workspace.applyEdit(editOf(snapshot));
    return null;
  }

  /** A stranger's folders have no pack to write to. */
  #packGround(): PackGround {
    const folders = this.#workspaces.trusted ? this.#folders : [];
    return { files: this.#files, folders, packDocuments: this.#packDocuments };
  }

  async #addToPack(argument: AdditionToPack): Promise<null> {
    const { workspace } = await this.#workspaces.contextOf(argument.uri);
    const { locale } = this.#settings;
    const writing = await additionEdit(argument, workspace, this.#packGround(), this.#features, locale);
    if (writing === undefined) return null;
    if ('edit' in writing) await this.connection.workspace.applyEdit(writing.edit);
    else this.#say(MessageType.Warning, writing.message);
    return null;
  }

  async #show(document: ShowDocumentParams): Promise<null> {
    await this.connection.window.showDocument(document);
    return null;
  }

  /** The text of a document of ours: of the report as it is now. */
  async #content(document: string): Promise<TextDocumentContentResult> {
    const place = placeExplainedBy(document);
    const snapshot = place && (await this.#documents.snapshot(place.uri));
    return {
      text: snapshot === undefined ? '' : explanation(snapshot, place as PlaceToExplain, this.#settings.locale),
    };
  }

  #say(type: MessageType, message: string): void {
    this.#send('message', this.connection.sendNotification(ShowMessageNotification.type, { type, message }));
  }

  /** As `plumbline init` writes it. */
  async #firstConfig({ folder }: FirstConfigParams): Promise<string> {
    const trusted = this.#workspaces.trusted ? normalizeUri(folder) : undefined;
    const { byDefault } = await packChoice(this.#files, trusted, this.runtime.shippedPacks);
    return firstConfig(byDefault, this.#settings.locale);
  }

  async #newReports({ folder }: NewReportsParams): Promise<NewReportType[]> {
    const config = folder === undefined ? `untitled:${configName}` : Utils.joinPath(URI.parse(folder), configName);
    const { workspace } = await this.#workspaces.contextOf(config.toString());
    return newReports(workspace, this.runtime.today(), this.#settings.locale);
  }

  async #copyEntry({ name, folder }: CopyEntryParams): Promise<CopiedEntry | null> {
    const config = Utils.joinPath(URI.parse(folder), configName).toString();
    const { workspace } = await this.#workspaces.contextOf(config);
    const { locale } = this.#settings;
    const copied = await copyEntry(this.#files, workspace, this.#packDocuments, normalizeUri(folder), name, locale);
    return copied ?? null;
  }

  /** Has a document judged as a report, or no longer, and tells the writer what came of it. */
  async #checkFile(uri: string): Promise<CheckFileAnswer | null> {
    const session = this.#documents.get(uri) ?? this.#documents.all().find((each) => isSameUri(each.document.uri, uri));
    const before = session && (await this.#documents.snapshot(session.document.uri, true));
    if (session === undefined || before === undefined) return null;
    session.settle();
    session.asked = !session.asked && !before.isReport;
    await this.#showAnew();
    const snapshot = await this.#documents.snapshot(session.document.uri, true);
    const answer = snapshot && checkFileAnswer(snapshot);
    if (answer !== undefined) {
      this.#say(MessageType.Info, checkFileMessage(answer, this.#settings.locale));
    }
    return answer ?? null;
  }

  async #workspacesChanged({ documents }: WorkspacesChange): Promise<void> {
    if (this.#stage !== 'ready') return;
    const workspaces = await this.#workspaces.inForce();
    this.#problems.update(workspaces, this.#settings.locale);
    for (const { document } of this.#documents.all()) this.#tellStatus(document.uri);
    if ([...documents].some((uri) => this.#documents.get(uri) !== undefined)) await this.#showAnew();
    if (this.#features.dynamicCompletion) await this.#completionRegistration.update(workspaces);
    await this.#watchedFiles?.watchPacks(workspaces, this.#folders);
  }

  /** Has what is shown of all documents computed anew. */
  async #showAnew(): Promise<void> {
    if (this.#stage !== 'ready') return;
    this.#problems.update(await this.#workspaces.inForce(), this.#settings.locale);
    for (const { document } of this.#documents.all()) {
      this.#tellStatus(document.uri);
      this.#push(document.uri);
    }
    if (this.#features.pullDiagnostics && this.#features.refreshDiagnostics) {
      await this.connection.languages.diagnostics.refresh();
    }
  }

  /** Publishes the diagnostics of a document to a client that cannot pull. */
  #push(uri: string): void {
    if (this.#features.pullDiagnostics || this.#stage !== 'ready') return;
    this.#guard.run('diagnostics', async () => {
      const params = await pushedDiagnostics(this.#documents, uri, () => this.#shown());
      if (params !== undefined) await this.connection.sendDiagnostics(params);
    });
  }

  #tellStatus(uri: string): void {
    this.#guard.run('status', async () => {
      const context = this.#documents.get(uri) && (await this.#workspaces.contextOf(uri));
      const session = this.#documents.get(uri);
      if (context === undefined || session === undefined || !(await session.enabled)) return;
      if (session.mayBeReport(context) || session.wasRead) {
        this.#statuses.update(statusOf(session, context, this.#settings.locale, this.#packDocuments));
      }
    });
  }

  #workInHandFor(initializationOptions: unknown): WorkInHand {
    return new WorkInHand(initializationOptions, (reading) =>
      this.#send('reading', this.connection.sendNotification(readingNotification, reading)),
    );
  }

  #shown(): DiagnosticsOptions {
    const { codeDescriptions, relatedInformation, deprecatedTag } = this.#features;
    return {
      locale: this.#settings.locale,
      relatedInformation,
      rulePages: codeDescriptions ? this.#rulePages : undefined,
      packDocuments: this.#packDocuments,
      deprecatedTag,
    };
  }

  #send(what: string, sent: Promise<void>): void {
    this.#guard.run(what, () => sent);
  }
}

/** How far the session is: nothing is shown before the client is `ready`. */
type Stage = 'new' | 'answering' | 'ready' | 'shut down';

function invalidRequest(message: string): ResponseError {
  return new ResponseError(ErrorCodes.InvalidRequest, message);
}

/** The client keeps the diagnostics that it shows. */
const keepDiagnostics = new ResponseError(LSPErrorCodes.ServerCancelled, 'The document could not be read.', {
  retriggerRequest: false,
});

function isSameUri(a: string, b: string): boolean {
  return normalizeUri(a) === normalizeUri(b);
}
