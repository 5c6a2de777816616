import type { CodeAction, Command, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { editsBetween, type Finding } from '../core/index.js';
import { type ActionContext, fixAllKind, workspaceEdit } from './action-context.js';
import { actionTitles } from './action-titles.js';
import { fixRuleCommand } from './protocol.js';
import type { ReportSnapshot } from './report-snapshot.js';
import { spanToRange } from './to-lsp.js';

/** The argument of `fixRuleCommand`. */
export interface RuleToFix {
  readonly uri: string;
  readonly version: number;
  readonly rule: string;
}

export function isRuleToFix(argument: unknown): argument is RuleToFix {
  const { uri, version, rule } = (argument ?? {}) as Partial<Record<keyof RuleToFix, unknown>>;
  return typeof uri === 'string' && typeof version === 'number' && typeof rule === 'string';
}

/** All that is safe to fix as one edit, which one undo takes back; none where nothing is. */
export function fixAllActions({ snapshot, features, locale }: ActionContext): CodeAction[] {
  const edits = fixingEdits(snapshot);
  if (edits.length === 0) return [];
  const edit = workspaceEdit(snapshot, edits, features.documentChanges);
  return [{ title: actionTitles(locale).fixAll, kind: fixAllKind, edit }];
}

/** The safe fixes of the rule of a finding, where there are more than one; read only when somebody wants them. */
export function fixRuleActions({ snapshot, features, locale }: ActionContext, { rule }: Finding): CodeAction[] {
  const { uri, version, findings } = snapshot;
  const fixable = findings.filter((each) => each.rule === rule && each.fixes.some(({ safe }) => safe));
  if (fixable.length < 2 || !features.applyEdit) return [];
  const title = actionTitles(locale).fixRule(rule);
  const argument: RuleToFix = { uri, version, rule };
  const command: Command = { title, command: fixRuleCommand, arguments: [argument] };
  return [{ title, command }];
}

/** The edit of `fixRuleCommand`. */
export function fixRuleEdit(snapshot: ReportSnapshot, rule: string, withVersion: boolean): WorkspaceEdit {
  return workspaceEdit(snapshot, fixingEdits(snapshot, rule), withVersion);
}

function fixingEdits(snapshot: ReportSnapshot, rule?: string): TextEdit[] {
  const { report, places } = snapshot;
  return editsBetween(report.text, snapshot.fixed(rule)).map(({ span, text }) => ({
    range: spanToRange(places, span),
    newText: text,
  }));
}
