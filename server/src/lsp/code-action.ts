import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Command,
  type Diagnostic,
  TextEdit,
} from 'vscode-languageserver';
import {
  type Finding,
  type Fix,
  fixTitle,
  type Locale,
  recordChoices,
  type Span,
  termChoice,
  type VocabularyChoice,
  wordChoices,
} from '../core/index.js';
import { type ActionContext, fixAllKind, workspaceEdit } from './action-context.js';
import type { ClientFeatures } from './client-features.js';
import type { Documents } from './documents.js';
import { whyFoundActions, whyNotFoundActions } from './explain-actions.js';
import { fixAllActions, fixRuleActions } from './fix-all-actions.js';
import { rangeToSpan } from './from-lsp.js';
import { type PackGround, packActions } from './pack-actions.js';
import { applyFixCommand } from './protocol.js';
import type { ReportSnapshot } from './report-snapshot.js';
import { suppressActions } from './suppress-actions.js';
import { diagnosticSource, findingToDiagnostic, fixToTextEdits } from './to-lsp.js';

/** A selection of more findings than these has their fixes alone. */
const mostFindings = 20;

/** Answers `textDocument/codeAction`: what can be done about the findings at a place, for the newest version alone. */
export async function codeActions(
  documents: Documents,
  { textDocument: { uri }, range, context: { diagnostics, only, triggerKind } }: CodeActionParams,
  features: ClientFeatures,
  locale: Locale,
  ground: PackGround,
): Promise<(CodeAction | Command)[] | null> {
  const asked = kindsAsked(only);
  if (!(features.codeActionLiterals || features.applyEdit) || !Object.values(asked).includes(true)) return null;
  const snapshot = await documents.snapshotAsAsked(uri);
  if (snapshot === undefined) return null;
  const context: ActionContext = { snapshot, features, locale };
  const span = rangeToSpan(snapshot.places, range);
  const findings = asked.quickFixes ? snapshot.findings.filter((finding) => touches(finding.span, span)) : [];
  if (!features.codeActionLiterals)
    return findings.flatMap(({ fixes }) => fixes.map((fix) => commandOf(snapshot, fix, locale)));
  const withDiagnostics = findings.map((finding) => {
    const own = findingToDiagnostic(snapshot.places, finding, { locale });
    return { finding, diagnostic: diagnostics.find((candidate) => isSame(candidate, own)) ?? own };
  });
  // A menu of hundreds is none, and each looks through the report.
  const ofFindings = (findings.length <= mostFindings ? withDiagnostics : []).map(async ({ finding, diagnostic }) => {
    const figures = recordChoices(snapshot.report, finding.span);
    const choices = [...wordChoices(snapshot.report, finding, span), ...figures];
    const actions = [
      ...fixRuleActions(context, finding),
      ...(await packActions(context, ground, choices)),
      ...suppressActions(context, finding),
      ...whyFoundActions(context, finding),
    ];
    return actions.map((action) => ({ ...action, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] }));
  });
  // A light bulb at every number and every selection would tell nobody anything.
  const isWanted = asked.refactorings && triggerKind !== CodeActionTriggerKind.Automatic && snapshot.isReport;
  const choices = isWanted ? placeChoices(snapshot, span, findings) : [];
  const refactorings = await packActions(context, ground, choices);
  return [
    ...(asked.fixAll ? fixAllActions(context) : []),
    ...withDiagnostics.flatMap(({ finding, diagnostic }) => fixActions(context, finding, diagnostic)),
    ...(await Promise.all(ofFindings)).flat(),
    ...refactorings.map((action) => ({ ...action, kind: CodeActionKind.Refactor })),
    ...(isWanted && asked.quickFixes && findings.length === 0 ? whyNotFoundActions(context, span) : []),
  ];
}

/** What a pack may take of a place beside its findings: the figures there, and the words that are selected. */
function placeChoices(
  { report }: ReportSnapshot,
  place: Span,
  findings: readonly Finding[],
): readonly VocabularyChoice[] {
  const figures = recordChoices(report, place).filter(
    ({ span }) => !findings.some((finding) => touches(finding.span, span)),
  );
  const term = termChoice(report, place);
  const isFound = findings.some(({ span: { start, end } }) => start === place.start && end === place.end);
  return [...figures, ...(term === undefined || isFound ? [] : [term])];
}

/** Kinds are a hierarchy: who asks for `quickfix`, or for all kinds (``), gets ours. Nobody fixes all unasked. */
function kindsAsked(only: readonly string[] | undefined) {
  return {
    quickFixes: only === undefined || only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix),
    refactorings: only === undefined || only.some((kind) => kind === '' || kind === CodeActionKind.Refactor),
    fixAll: only?.some((kind) => `${fixAllKind}.`.startsWith(`${kind}.`)) === true,
  };
}

/** A cursor at either end of a finding is on it. */
function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function fixActions(
  { snapshot, features, locale }: ActionContext,
  finding: Finding,
  diagnostic: Diagnostic,
): CodeAction[] {
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
