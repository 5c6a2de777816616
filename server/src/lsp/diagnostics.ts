import {
  type CancellationToken,
  type Diagnostic,
  type DiagnosticServerCancellationData,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  type PublishDiagnosticsParams,
  ResponseError,
} from 'vscode-languageserver';
import { type Locale, unreadMessage } from '../core/index.js';
import type { Documents } from './documents.js';
import type { PackDocuments } from './pack-documents.js';
import type { ReportSnapshot } from './report-snapshot.js';
import {
  entryToRelatedInformation,
  findingToDiagnostic,
  relatedPlaces,
  remarkToDiagnostic,
  spanToRange,
} from './to-lsp.js';

export interface DiagnosticsOptions {
  readonly locale: Locale;
  /** Whether the client shows further places of a finding, and where the pack has the entry behind it. */
  readonly relatedInformation: boolean;
  /** The URI of the folder of the pages that the names of rules lead to; none for a client that shows no such links. */
  readonly rulePages: string | undefined;
  readonly packDocuments: PackDocuments;
  /** Whether the client strikes out what is deprecated. */
  readonly deprecatedTag: boolean;
}

/** What is wrong with a report, and what of it was not read; nothing for a document that is no report. */
function diagnosticsOf(snapshot: ReportSnapshot, options: DiagnosticsOptions): Diagnostic[] {
  if (!snapshot.isReport) return [];
  const { places, report, workspace } = snapshot;
  const remarks = snapshot.unread.map((unread) => {
    // A mark under a million characters helps nobody: the remark stands where the unread part begins.
    const range = spanToRange(places, { start: unread.span.start, end: firstLineEnd(report.text, unread.span) });
    return remarkToDiagnostic(range, unread.reason, unreadMessage(unread, options.locale));
  });
  const findings = snapshot.findings.map((finding) => {
    const diagnostic = findingToDiagnostic(places, finding, options);
    if (!options.relatedInformation) return diagnostic;
    const entry =
      finding.entry === undefined
        ? undefined
        : entryToRelatedInformation(workspace, finding.entry, options.packDocuments);
    const related = [...relatedPlaces(snapshot, finding), ...(entry === undefined ? [] : [entry])];
    return related.length === 0 ? diagnostic : { ...diagnostic, relatedInformation: related };
  });
  return [...remarks, ...findings];
}

const longestRemark = 200;

function firstLineEnd(text: string, span: { readonly start: number; readonly end: number }): number {
  const start = text.slice(span.start, Math.min(span.end, span.start + longestRemark));
  const line = /^[^\r\n]*/.exec(start)?.[0] ?? '';
  return span.start + line.length;
}

/** Answers `textDocument/diagnostic`. Rejects with ServerCancelled when the document was edited meanwhile. */
export async function pullDiagnostics(
  documents: Documents,
  uri: string,
  previousResultId: string | undefined,
  token: CancellationToken,
  options: () => DiagnosticsOptions,
): Promise<DocumentDiagnosticReport> {
  const session = documents.get(uri);
  if (session === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
  const { version } = session;
  const isOvertaken = () => session.isClosed || session.version !== version || token.isCancellationRequested;

  await session.quiet(token);
  if (isOvertaken()) throw overtaken();
  const snapshot = await documents.snapshot(uri);
  if (isOvertaken()) throw overtaken();
  if (snapshot === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
  const { resultId } = snapshot;
  if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  const items = diagnosticsOf(snapshot, options());
  // Reading a long report takes a while; an edit that came in meanwhile is waiting in the queue and is let in first.
  await turn();
  if (isOvertaken()) throw overtaken();
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}

function overtaken(): ResponseError<DiagnosticServerCancellationData> {
  return new ResponseError(LSPErrorCodes.ServerCancelled, 'The document was edited meanwhile.', {
    // A document may be closed and opened again at once, as when its language is changed: a client that was told not to
    // ask again would not ask for the new one.
    retriggerRequest: true,
  });
}

/** Lets messages that have arrived be handled: between two timers the event loop reads and handles what waits. */
async function turn(): Promise<void> {
  for (let i = 0; i < 2; i++) await new Promise((resolve) => setTimeout(resolve, 0));
}

/** What to publish for the document as it is now; none when it is edited meanwhile, since that edit publishes. */
export async function pushedDiagnostics(
  documents: Documents,
  uri: string,
  options: () => DiagnosticsOptions,
): Promise<PublishDiagnosticsParams | undefined> {
  const session = documents.get(uri);
  if (session === undefined) return undefined;
  const { version } = session;
  await session.quiet();
  if (session.isClosed || session.version !== version) return undefined;
  const snapshot = await documents.snapshot(uri);
  if (session.isClosed || session.version !== version) return undefined;
  // What was shown of a document that is no longer named goes; of others nothing ever is.
  if (snapshot === undefined) return session.wasRead ? { uri, version, diagnostics: [] } : undefined;
  return { uri, version, diagnostics: diagnosticsOf(snapshot, options()) };
}
