import type { CancellationToken, TextDocumentsConfiguration } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { isReport, type Progress, readReport, type Span } from '../core/index.js';
import { isMarkdownPath } from '../workspace/report-files.js';
import { markdownLanguageIds } from './protocol.js';
import { ReportSnapshot } from './report-snapshot.js';
import type { Settings } from './settings.js';
import type { WorkOn } from './work-in-hand.js';
import type { DocumentContext, Workspaces } from './workspaces.js';

/** Schemes of documents that nobody writes: old sides of a diff, what others changed, output. */
const readOnlySchemes =
  /^(?:git|gitfs|git-\w+|gitlens[\w-]*|vscode-scm|scm|svn|hg|pr|review|github(?:pr|commit)|merge-conflict[\w.-]*|chat-[\w-]+|vscode-(?:chat|local-history)[\w-]*|timeline|output|debug)$/i;

/** Whether somebody writes the document, and it is none of those that configs and packs are made of. */
export function isEligible({ uri, languageId }: TextDocument): boolean {
  const { scheme } = URI.parse(uri);
  return languageId !== 'yaml' && !isOfPacks(uri) && !readOnlySchemes.test(scheme);
}

/** Whether a file may be one that configs and packs are made of. */
export function isOfPacks(uri: string): boolean {
  return /\.(?:ya?ml|code-snippets)$/i.test(URI.parse(uri).path);
}

function isMarkdown({ uri, languageId }: TextDocument): boolean {
  return markdownLanguageIds.includes(languageId) || isMarkdownPath(URI.parse(uri).path);
}

/** No document is read again sooner than this after an edit, or than its last reading took. */
const quietMilliseconds = 80;
const longestQuietMilliseconds = 1000;

/** What the last edit of a document wrote, as offsets into it; none once it was saved, or where the client sent it whole. */
const edits = new WeakMap<TextDocument, Span>();

/** Documents that remember where they were edited last. */
export const editedDocuments: TextDocumentsConfiguration<TextDocument> = {
  create: TextDocument.create,
  update(before, changes, version) {
    const document = TextDocument.update(before, changes, version);
    const last = changes.at(-1);
    if (last !== undefined && 'range' in last) {
      const start = document.offsetAt(last.range.start);
      edits.set(document, { start, end: start + last.text.length });
    } else edits.delete(document);
    return document;
  },
};

interface Inputs {
  readonly version: number;
  readonly edited: Span | undefined;
  readonly context: DocumentContext;
  readonly settings: Settings;
  readonly today: string;
  readonly asked: boolean;
}

/** An open document. The one place where the state of a document lives. */
export class DocumentSession {
  #last: { readonly inputs: Inputs; readonly snapshot: ReportSnapshot } | undefined;
  #changedAt: number | undefined;
  #readingTook = 0;
  readonly #onChange = new Set<() => void>();
  /** The writer asked to judge it, whatever the config says. */
  asked = false;
  isClosed = false;

  constructor(
    readonly document: TextDocument,
    /** Whether the settings of its folder have it read. */
    public enabled: Promise<boolean>,
    private readonly workOn: WorkOn,
    private readonly nextResultId: () => string,
  ) {}

  get version(): number {
    return this.document.version;
  }

  changed(): void {
    this.#changedAt = performance.now();
    for (const listener of [...this.#onChange]) listener();
  }

  /** What was being written is to be judged as it is. Returns whether anything of it was held back. */
  settle(): boolean {
    const isHeldBack = this.#last?.snapshot.holdsBack === true;
    if (isHeldBack) edits.delete(this.document);
    return isHeldBack;
  }

  close(): void {
    this.isClosed = true;
    for (const listener of [...this.#onChange]) listener();
  }

  /** Resolves when the document has rested for a moment; at once when it is edited meanwhile, closed, or cancelled. */
  async quiet(token?: CancellationToken): Promise<void> {
    if (this.#changedAt === undefined || token?.isCancellationRequested) return;
    const rest = Math.min(Math.max(quietMilliseconds, this.#readingTook), longestQuietMilliseconds);
    const wait = this.#changedAt + rest - performance.now();
    if (wait <= 0) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#onChange.delete(done);
        cancellation?.dispose();
        resolve();
      };
      const timer = setTimeout(done, wait);
      this.#onChange.add(done);
      const cancellation = token?.onCancellationRequested(done);
    });
  }

  /** Whether it is Markdown, or a text that the config names or the writer asked for. Any other is none of ours. */
  mayBeReport(context: DocumentContext): boolean {
    return this.asked || context.listed || isMarkdown(this.document);
  }

  isReport(context: DocumentContext): boolean {
    if (this.asked || context.listed) return true;
    return isMarkdown(this.document) && (context.listedAsMarkdown || isReport(this.document.getText()));
  }

  /** Whether any version of it was read. */
  get wasRead(): boolean {
    return this.#last !== undefined;
  }

  /** How far the version was that was read last. */
  get progress(): Progress | undefined {
    return this.#last?.snapshot.progress;
  }

  /** Reads the newest version, once for the same inputs. */
  snapshot(context: DocumentContext, settings: Settings, today: string): ReportSnapshot {
    const edited = edits.get(this.document);
    const inputs: Inputs = { version: this.version, edited, context, settings, today, asked: this.asked };
    if (this.#last !== undefined && isSame(this.#last.inputs, inputs)) return this.#last.snapshot;
    const start = performance.now();
    const text = this.document.getText();
    const first = !this.wasRead;
    const work = <T>(task: () => T) => this.workOn([this.document.uri], first, task);
    const { vocabulary } = context.workspace;
    const own = {
      date: today,
      maxLength: settings.maxFileLength,
      likelyLanguage: settings.locale,
      ...context.settings,
    };
    const report = work(() => readReport(text, vocabulary, own, this.#last?.snapshot.report));
    const snapshot = new ReportSnapshot(
      this.document.uri,
      inputs.version,
      report,
      context.workspace,
      this.isReport(context),
      text.length - report.text.length,
      edited,
      work,
      (source) => readReport(source, vocabulary, own, report),
      this.nextResultId(),
    );
    this.#readingTook = performance.now() - start;
    this.#last = { inputs, snapshot };
    return snapshot;
  }
}

function isSame(a: Inputs, b: Inputs): boolean {
  return (
    a.version === b.version &&
    a.edited === b.edited &&
    a.context === b.context &&
    a.settings === b.settings &&
    a.today === b.today &&
    a.asked === b.asked
  );
}

/** The open documents, but for those that nobody writes and those of configs and packs. */
export class Documents {
  readonly #sessions = new Map<string, DocumentSession>();
  // A result of an earlier life of the server, or of the document, is never taken for one of this.
  readonly #life = Math.random().toString(36).slice(2);
  #results = 0;

  constructor(
    private readonly workspaces: Workspaces,
    private readonly settings: () => Settings,
    private readonly today: () => string,
    private readonly isEnabled: (uri: string) => Promise<boolean>,
    private readonly workOn: WorkOn,
  ) {}

  open(document: TextDocument): DocumentSession {
    const enabled = this.isEnabled(document.uri);
    const session = new DocumentSession(document, enabled, this.workOn, () => `${this.#life}-${++this.#results}`);
    this.#sessions.set(document.uri, session);
    return session;
  }

  close(uri: string): void {
    this.#sessions.get(uri)?.close();
    this.#sessions.delete(uri);
  }

  /** Asks the settings anew; tells whether any document is enabled now that was not, or the other way round. */
  async settingsChanged(): Promise<boolean> {
    const changes = this.all().map(async (session) => {
      const before = session.enabled;
      session.enabled = this.isEnabled(session.document.uri);
      return (await before) !== (await session.enabled);
    });
    return (await Promise.all(changes)).includes(true);
  }

  get(uri: string): DocumentSession | undefined {
    return this.#sessions.get(uri);
  }

  all(): readonly DocumentSession[] {
    return [...this.#sessions.values()];
  }

  /**
   * The newest version of a document, with what is in force now; none for one that is not open, not enabled, or cannot
   * be a report. `asked`: it is read whatever it is.
   */
  async snapshot(uri: string, asked = false): Promise<ReportSnapshot | undefined> {
    if (!(await this.#sessions.get(uri)?.enabled)) return undefined;
    const context = await this.workspaces.contextOf(uri);
    const session = this.#sessions.get(uri);
    if (session === undefined || !(asked || session.mayBeReport(context))) return undefined;
    return session.snapshot(context, this.settings(), this.today());
  }

  /** The same for a request that names places: none when the text has changed since it was asked. */
  async snapshotAsAsked(uri: string): Promise<ReportSnapshot | undefined> {
    const asked = this.#sessions.get(uri)?.version;
    const snapshot = await this.snapshot(uri);
    return snapshot?.version === asked ? snapshot : undefined;
  }
}
