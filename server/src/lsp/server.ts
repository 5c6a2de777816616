import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { BufferedFiles } from './buffered-files.js';
import { serverCapabilities } from './capabilities.js';
import { type ClientFeatures, clientFeatures } from './client-features.js';
import { codeActions } from './code-action.js';
import { completion } from './completion.js';
import { CompletionRegistration, triggersOf } from './completion-registration.js';
import { definition } from './definition.js';
import { type DiagnosticsOptions, pullDiagnostics, pushedDiagnostics } from './diagnostics.js';
import { Documents, isEligible } from './documents.js';
import { normalizeUri } from './from-lsp.js';
import { Guard } from './guard.js';
import { hover } from './hover.js';
import { Problems } from './problems.js';
import {
  checkFileCommand,
  type InitializationOptions,
  pingRequest,
  readingNotification,
  statusNotification,
} from './protocol.js';
import { readSettings, type Settings } from './settings.js';
import type { Runtime } from './start-server.js';
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
  readonly #textDocuments = new TextDocuments(TextDocument);
  readonly #problems: Problems;
  readonly #statuses: StatusSender;
  readonly #completionRegistration: CompletionRegistration;
  #watchedFiles: WatchedFiles | undefined;
  #features: ClientFeatures = clientFeatures({});
  #clientLocale: string | undefined;
  #workInHand = this.#workInHandFor(undefined);
  #settings: Settings = readSettings(undefined, undefined);
  #folders: readonly string[] = [];

  constructor(
    private readonly connection: Connection,
    private readonly runtime: Runtime,
  ) {
    this.#guard = new Guard(connection.console);
    this.#files = new BufferedFiles(runtime.files);
    this.#workspaces = new Workspaces(
      this.#files,
      runtime.shippedPacks,
      (change) => this.#guard.run('workspaces', () => this.#workspacesChanged(change)),
      (error) => this.#guard.log('workspaces', error),
    );
    this.#documents = new Documents(
      this.#workspaces,
      () => this.#settings,
      () => runtime.today(),
      (document, first, work) => this.#workInHand.on(document, first, work),
    );
    this.#problems = new Problems((params) => this.#send('diagnostics', connection.sendDiagnostics(params)));
    this.#statuses = new StatusSender((status) =>
      this.#send('status', connection.sendNotification(statusNotification, status)),
    );
    this.#completionRegistration = new CompletionRegistration(connection);
  }

  listen(): void {
    const { connection } = this;
    connection.onInitialize((params) => this.#initialize(params));
    connection.onInitialized(() => this.#guard.run('initialized', () => this.#initialized()));
    connection.onDidChangeConfiguration((params) =>
      this.#guard.run('configuration', () => this.#configurationChanged(params?.settings)),
    );
    connection.onDidChangeWatchedFiles((params) =>
      this.#guard.run('watched files', () => this.#filesChanged(params.changes.map(({ uri }) => uri))),
    );
    connection.onRequest(pingRequest, () => null);
    connection.onShutdown(() => this.#workspaces.dispose());
    this.#listenToDocuments();
    this.#answerRequests();
    connection.listen();
  }

  async #initialize(params: InitializeParams): Promise<InitializeResult> {
    this.#features = clientFeatures(params.capabilities);
    this.#clientLocale = params.locale;
    this.#settings = readSettings(params.initializationOptions, params.locale);
    this.#workInHand = this.#workInHandFor(params.initializationOptions);
    const options = params.initializationOptions as InitializationOptions | null | undefined;
    this.#workspaces.trusted = options?.trusted !== false;
    const root = params.rootUri ?? undefined;
    this.#folders = (params.workspaceFolders?.map(({ uri }) => uri) ?? (root === undefined ? [] : [root])).map(
      normalizeUri,
    );
    await this.#workspaces.setFolders(this.#folders);
    const triggers = this.#features.dynamicCompletion ? undefined : triggersOf(await this.#workspaces.inForce());
    return {
      serverInfo: { name: 'plumbline' },
      capabilities: serverCapabilities(this.#features, triggers),
    };
  }

  async #initialized(): Promise<void> {
    const { connection } = this;
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
    await this.#workspacesChanged({ documents: new Set() });
  }

  /** `pushed`: the settings as an older client sends them, unasked. */
  async #configurationChanged(pushed: unknown): Promise<void> {
    const section = this.#features.configuration
      ? await this.connection.workspace.getConfiguration('plumbline')
      : (pushed as { plumbline?: unknown } | null | undefined)?.plumbline;
    const settings = readSettings(section, this.#clientLocale);
    if (JSON.stringify(settings) === JSON.stringify(this.#settings)) return;
    this.#settings = settings;
    await this.#showAnew();
  }

  /** An open document counts as the editor has it, whatever happens on disk. */
  #filesChanged(uris: readonly string[]): void {
    this.#workspaces.filesChanged(uris.filter((uri) => !this.#files.isOpen(uri)));
  }

  #listenToDocuments(): void {
    // Each opening is told of as a change too, right after it.
    let opened: TextDocument | undefined;
    this.#textDocuments.onDidOpen(({ document }) => {
      opened = document;
      this.#files.open(document);
      if (isEligible(document) && !this.#workInHand.leavesAlone(document.uri)) this.#documents.open(document);
      this.#guard.run('open', async () => {
        // Their problems are shown whichever document of the workspace is open.
        if (isEligible(document) || /\.ya?ml$/i.test(document.uri)) await this.#workspaces.contextOf(document.uri);
        if (await this.#files.differsFromDisk(document)) this.#workspaces.filesChanged([document.uri]);
      });
    });
    this.#textDocuments.onDidChangeContent(({ document }) => {
      if (opened === document) opened = undefined;
      else {
        this.#documents.get(document.uri)?.changed();
        this.#workspaces.filesChanged([document.uri]);
      }
      this.#push(document.uri);
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
    this.#textDocuments.listen(this.connection);
  }

  #answerRequests(): void {
    const { connection } = this;
    connection.languages.diagnostics.on((params, token) =>
      this.#guard.request('textDocument/diagnostic', keepDiagnostics, async () => {
        const { uri } = params.textDocument;
        const report = await pullDiagnostics(this.#documents, uri, params.previousResultId, token, () => this.#shown());
        this.#tellStatus(uri);
        return report;
      }),
    );
    connection.onCompletion((params) =>
      this.#guard.request('textDocument/completion', null, () =>
        completion(this.#documents, params, this.#settings.locale, this.#features.snippets),
      ),
    );
    connection.onHover(({ textDocument, position }) =>
      this.#guard.request('textDocument/hover', null, () =>
        hover(this.#documents, textDocument.uri, position, this.#settings.locale),
      ),
    );
    connection.onDefinition(({ textDocument, position }) =>
      this.#guard.request('textDocument/definition', null, () =>
        definition(this.#documents, textDocument.uri, position, this.#features.definitionLinks),
      ),
    );
    connection.onCodeAction((params) =>
      this.#guard.request('textDocument/codeAction', null, () =>
        codeActions(this.#documents, params, this.#features, this.#settings.locale),
      ),
    );
    connection.onExecuteCommand(({ command, arguments: [uri] = [] }) =>
      this.#guard.request('workspace/executeCommand', null, async () =>
        command === checkFileCommand && typeof uri === 'string' ? this.#checkFile(uri) : null,
      ),
    );
  }

  /** Whether the document is open, and so is judged from now on. */
  async #checkFile(uri: string): Promise<boolean> {
    const session = this.#documents.get(uri) ?? this.#documents.all().find((each) => isSameUri(each.document.uri, uri));
    if (session === undefined) return false;
    session.asked = true;
    await this.#showAnew();
    return true;
  }

  async #workspacesChanged({ documents }: WorkspacesChange): Promise<void> {
    const workspaces = await this.#workspaces.inForce();
    this.#problems.update(workspaces, this.#settings.locale);
    for (const { document } of this.#documents.all()) this.#tellStatus(document.uri);
    if ([...documents].some((uri) => this.#documents.get(uri) !== undefined)) await this.#showAnew();
    if (this.#features.dynamicCompletion) await this.#completionRegistration.update(workspaces);
    await this.#watchedFiles?.watchPacks(workspaces, this.#folders);
  }

  /** Has what is shown of all documents computed anew. */
  async #showAnew(): Promise<void> {
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
    if (this.#features.pullDiagnostics) return;
    this.#guard.run('diagnostics', async () => {
      const params = await pushedDiagnostics(this.#documents, uri, () => this.#shown());
      if (params !== undefined) await this.connection.sendDiagnostics(params);
    });
  }

  #tellStatus(uri: string): void {
    this.#guard.run('status', async () => {
      const context = this.#documents.get(uri) && (await this.#workspaces.contextOf(uri));
      const session = this.#documents.get(uri);
      if (context === undefined || session === undefined) return;
      if (session.mayBeReport(context) || session.wasRead) {
        this.#statuses.update(statusOf(session, context, this.#settings.locale));
      }
    });
  }

  #workInHandFor(initializationOptions: unknown): WorkInHand {
    return new WorkInHand(initializationOptions, (reading) =>
      this.#send('reading', this.connection.sendNotification(readingNotification, reading)),
    );
  }

  #shown(): DiagnosticsOptions {
    return { locale: this.#settings.locale, relatedInformation: this.#features.relatedInformation };
  }

  #send(what: string, sent: Promise<void>): void {
    this.#guard.run(what, () => sent);
  }
}

/** The client keeps the diagnostics that it shows. */
const keepDiagnostics = new ResponseError(LSPErrorCodes.ServerCancelled, 'The document could not be read.', {
  retriggerRequest: false,
});

function isSameUri(a: string, b: string): boolean {
  return normalizeUri(a) === normalizeUri(b);
}
