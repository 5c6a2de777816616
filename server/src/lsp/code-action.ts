import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Command,
  type Diagnostic,
  TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { type Finding, type Fix, fixTitle, type Locale, type Span } from '../core/index.js';
import type { ClientFeatures } from './client-features.js';
import type { Documents } from './documents.js';
import { rangeToSpan } from './from-lsp.js';
import { applyFixCommand } from './protocol.js';
import type { ReportSnapshot } from './report-snapshot.js';
import { diagnosticSource, findingToDiagnostic, fixToTextEdits } from './to-lsp.js';

/** Answers `textDocument/codeAction`: the fixes of the findings at a place, for the newest version alone. */
export async function codeActions(
  documents: Documents,
  { textDocument: { uri }, range, context }: CodeActionParams,
  features: ClientFeatures,
  locale: Locale,
): Promise<(CodeAction | Command)[] | null> {
  if (!(features.codeActionLiterals || features.applyEdit) || !wantsQuickFixes(context.only)) return null;
  const snapshot = await documents.snapshotAsAsked(uri);
  if (snapshot === undefined) return null;
  const asked = rangeToSpan(snapshot.places, range);
  return snapshot.findings
    .filter((finding) => touches(finding.span, asked))
    .flatMap((finding) => actionsOf(snapshot, finding, context.diagnostics, features, locale));
}

/** Kinds are a hierarchy: who asks for `quickfix`, or for all kinds (``), gets ours. */
function wantsQuickFixes(only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix);
}

/** A cursor at either end of a finding is on it. */
function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function actionsOf(
  snapshot: ReportSnapshot,
  finding: Finding,
  shown: readonly Diagnostic[],
  features: ClientFeatures,
  locale: Locale,
): (CodeAction | Command)[] {
  if (!features.codeActionLiterals) return finding.fixes.map((fix) => commandOf(snapshot, fix, locale));
  const own = findingToDiagnostic(snapshot.places, finding, { locale });
  const diagnostic = shown.find((candidate) => isSame(candidate, own)) ?? own;
  const preferred = finding.fixes.find((fix) => fix.safe);
  return finding.fixes.map((fix) => ({
    title: fixTitle(fix, locale),
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...(features.preferredCodeActions && fix === preferred && { isPreferred: true }),
    edit: workspaceEdit(snapshot, fixToTextEdits(snapshot.places, fix), features.documentChanges),
  }));
}

function isSame(a: Diagnostic, b: Diagnostic): boolean {
  return (
    a.source === diagnosticSource &&
    a.code === b.code &&
    a.message === b.message &&
    a.range.start.line === b.range.start.line &&
    a.range.start.character === b.range.start.character &&
    a.range.end.line === b.range.end.line &&
    a.range.end.character === b.range.end.character
  );
}

/** The argument of `applyFixCommand`: a fix for one version of a document. */
export interface FixToApply {
  readonly uri: string;
  readonly version: number;
  readonly edits: TextEdit[];
}

export function isFixToApply(argument: unknown): argument is FixToApply {
  const { uri, version, edits } = (argument ?? {}) as Partial<Record<keyof FixToApply, unknown>>;
  return typeof uri === 'string' && typeof version === 'number' && Array.isArray(edits) && edits.every(TextEdit.is);
}

/** For a client that knows commands and no actions: it sends the command back, and the server asks it for the edit. */
function commandOf({ uri, version, places }: ReportSnapshot, fix: Fix, locale: Locale): Command {
  const argument: FixToApply = { uri, version, edits: fixToTextEdits(places, fix) };
  return { title: fixTitle(fix, locale), command: applyFixCommand, arguments: [argument] };
}

/** With a version, the editor refuses the edit once the text is another. */
export function workspaceEdit(
  { uri, version }: Pick<FixToApply, 'uri' | 'version'>,
  edits: TextEdit[],
  withVersion: boolean,
): WorkspaceEdit {
  return withVersion ? { documentChanges: [{ textDocument: { uri, version }, edits }] } : { changes: { [uri]: edits } };
}
