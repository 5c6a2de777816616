import { type CodeAction, type SnippetTextEdit, StringValue, type TextEdit } from 'vscode-languageserver';
import { escapeSnippet, type Finding, type SuppressionComment, suppressionComment } from '../core/index.js';
import { type ActionContext, workspaceEdit } from './action-context.js';
import { actionTitles } from './action-titles.js';
import { spanToRange } from './to-lsp.js';

/** The comments that keep a finding back, with a gap for the reason where the client fills gaps. */
export function suppressActions(context: ActionContext, finding: Finding): CodeAction[] {
  const { snapshot, features, locale } = context;
  const titles = actionTitles(locale);
  const isMdx = /\.mdx$/i.test(snapshot.uri);
  return (['line', 'file'] as const).flatMap((where) => {
    const comment = suppressionComment(snapshot.report, finding, where, isMdx);
    if (comment === undefined) return [];
    const title = where === 'line' ? titles.disableOnLine(finding.rule) : titles.disableInFile(finding.rule);
    return [{ title, edit: workspaceEdit(snapshot, [editOf(context, comment)], features.documentChanges) }];
  });
}

function editOf(
  { snapshot: { places }, features }: ActionContext,
  { at, before, reason, behind }: SuppressionComment,
): TextEdit | SnippetTextEdit {
  const range = spanToRange(places, { start: at, end: at });
  if (!features.snippetEdits) return { range, newText: before + reason + behind };
  const snippet = `${escapeSnippet(before)}\${1:${escapeSnippet(reason)}}${escapeSnippet(behind)}`;
  return { range, snippet: StringValue.createSnippet(snippet) };
}
