import { PassThrough } from 'node:stream';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  CodeActionTriggerKind,
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  CompletionTriggerKind,
  createMessageConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  FileChangeType,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type MessageConnection,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { startServer } from '../../server/src/lsp/start-server.js';
import type { Files } from '../../server/src/workspace/files.js';
import { nodeFiles } from '../../server/src/workspace/node-files.js';

export const editorCapabilities: ClientCapabilities = {
  textDocument: {
    diagnostic: { dynamicRegistration: true, relatedInformation: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: { dynamicRegistration: true, completionItem: { documentationFormat: ['markdown', 'plaintext'] } },
    definition: { linkSupport: true },
    codeAction: {
      isPreferredSupport: true,
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix'] } },
    },
  },
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
    workspaceFolders: true,
  },
};

/** A client that can nothing that is optional. */
export const plainCapabilities: ClientCapabilities = {};

export interface SessionOptions {
  /** Folders of the file system that are open in the editor. */
  readonly folders?: readonly string[];
  readonly shippedPacks: string;
  readonly capabilities?: ClientCapabilities;
  readonly locale?: string;
  readonly settings?: unknown;
  readonly initializationOptions?: unknown;
}

interface Message {
  readonly method: string;
  // biome-ignore lint/suspicious/noExplicitAny: each test knows the shape of the message that it waits for.
  readonly params: any;
}

interface Waiter {
  matches(message: Message): boolean;
  resolve(message: Message): void;
}

/** An editor talking to the server over a real connection in this process. It waits for messages, never for time. */
export class Session {
  readonly #messages: Message[] = [];
  readonly #waiters: Waiter[] = [];
  readonly #texts = new Map<string, TextDocument>();
  /** How often each file was read, by URI. */
  readonly reads = new Map<string, number>();
  settings: unknown;
  today = '2024-03-01';
  initialized!: InitializeResult;

  private constructor(readonly connection: MessageConnection) {}

  static async start(options: SessionOptions): Promise<Session> {
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    const connection = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    const session = new Session(connection);
    session.settings = options.settings;
    connection.onNotification((method, params) => session.#receive({ method, params }));
    connection.onRequest((method, params) => {
      session.#receive({ method, params });
      return method === 'workspace/configuration' ? [session.settings ?? null] : null;
    });
    connection.listen();
    const server = createConnection(
      ProposedFeatures.all,
      new StreamMessageReader(toServer),
      new StreamMessageWriter(toClient),
    );
    startServer(server, {
      files: session.#counting(nodeFiles(1_000_000)),
      shippedPacks: URI.file(options.shippedPacks).toString(),
      rulePages: 'file:///plumbline/rules',
      today: () => session.today,
    });
    session.initialized = await connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities: options.capabilities ?? editorCapabilities,
      ...(options.locale !== undefined && { locale: options.locale }),
      ...(options.initializationOptions !== undefined && { initializationOptions: options.initializationOptions }),
      workspaceFolders: (options.folders ?? []).map((folder) => ({ uri: URI.file(folder).toString(), name: folder })),
    });
    await connection.sendNotification(InitializedNotification.type, {});
    return session;
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest(ShutdownRequest.type);
    this.connection.dispose();
  }

  /** The first message of this kind that no test has taken yet, or the next one to come. */
  async next(method: string, matches: (params: Message['params']) => boolean = () => true): Promise<Message['params']> {
    const isWanted = (message: Message) => message.method === method && matches(message.params);
    const at = this.#messages.findIndex(isWanted);
    if (at >= 0) return (this.#messages.splice(at, 1)[0] as Message).params;
    const message = await new Promise<Message>((resolve) => this.#waiters.push({ matches: isWanted, resolve }));
    return message.params;
  }

  /** The messages of this kind that came and no test has taken. */
  untaken(method: string): readonly Message['params'][] {
    return this.#messages.filter((message) => message.method === method).map(({ params }) => params);
  }

  /** What was published last for a file, once it meets the condition. */
  async published(uri: string, matches: (diagnostics: Diagnostic[]) => boolean): Promise<Diagnostic[]> {
    const params = await this.next(
      'textDocument/publishDiagnostics',
      (published) => published.uri === uri && matches(published.diagnostics),
    );
    return params.diagnostics;
  }

  open(path: string, text: string, languageId = 'markdown'): string {
    const uri = path.includes(':') ? path : URI.file(path).toString();
    this.#texts.set(uri, TextDocument.create(uri, languageId, 1, text));
    void this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version: 1, text },
    });
    return uri;
  }

  /** Replaces the first `find` in the document by `text`, as an incremental change. */
  edit(uri: string, find: string, text: string): void {
    const document = this.document(uri);
    const start = document.getText().indexOf(find);
    if (start < 0) throw new Error(`No “${find}” in ${uri}`);
    const range = { start: document.positionAt(start), end: document.positionAt(start + find.length) };
    this.change(uri, [{ range, text }]);
  }

  change(uri: string, contentChanges: TextDocumentContentChangeEvent[]): void {
    const document = this.document(uri);
    const version = document.version + 1;
    this.#texts.set(uri, TextDocument.update(document, contentChanges, version));
    void this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  save(uri: string): void {
    void this.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
  }

  close(uri: string): void {
    this.#texts.delete(uri);
    void this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  document(uri: string): TextDocument {
    const document = this.#texts.get(uri);
    if (document === undefined) throw new Error(`${uri} is not open`);
    return document;
  }

  filesChanged(...paths: string[]): void {
    void this.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: paths.map((path) => ({ uri: URI.file(path).toString(), type: FileChangeType.Changed })),
    });
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      ...(previousResultId !== undefined && { previousResultId }),
    });
  }

  /** The diagnostics of a full report. */
  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const report = await this.pull(uri);
    if (report.kind !== 'full') throw new Error(`The report is ${report.kind}`);
    return report.items;
  }

  /** The words of a diagnostic. */
  message({ message }: Diagnostic): string {
    return typeof message === 'string' ? message : message.value;
  }

  /** The document's text that a diagnostic marks. */
  marked(uri: string, { range }: Diagnostic): string {
    return this.document(uri).getText(range);
  }

  /** The position of `at` characters into the first `find`. */
  positionOf(uri: string, find: string, at = 0) {
    const document = this.document(uri);
    const start = document.getText().indexOf(find);
    if (start < 0) throw new Error(`No “${find}” in ${uri}`);
    return document.positionAt(start + at);
  }

  /** The completions after the first `find`: as if its last character had just been typed, or the writer asks. */
  async completions(uri: string, find: string, by: 'typing' | 'asking' = 'typing'): Promise<CompletionItem[]> {
    const list = (await this.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position: this.positionOf(uri, find, find.length),
      context:
        by === 'typing'
          ? { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: find.slice(-1) }
          : { triggerKind: CompletionTriggerKind.Invoked },
    })) as CompletionList | null;
    return list?.items ?? [];
  }

  async codeActions(uri: string, diagnostic: Diagnostic, only?: string[]): Promise<CodeAction[]> {
    const actions = await this.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: diagnostic.range,
      context: {
        diagnostics: [diagnostic],
        triggerKind: CodeActionTriggerKind.Invoked,
        ...(only !== undefined && { only }),
      },
    });
    return (actions ?? []) as CodeAction[];
  }

  #receive(message: Message): void {
    const at = this.#waiters.findIndex((waiter) => waiter.matches(message));
    if (at >= 0) (this.#waiters.splice(at, 1)[0] as Waiter).resolve(message);
    else this.#messages.push(message);
  }

  #counting(files: Files): Files {
    return {
      ...files,
      read: (uri) => {
        this.reads.set(uri, (this.reads.get(uri) ?? 0) + 1);
        return files.read(uri);
      },
    };
  }
}
