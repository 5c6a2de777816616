import {
  type CompletionItem,
  CompletionItemKind,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  type Hover,
  InsertTextFormat,
  InsertTextMode,
  type LocationLink,
  type MarkupContent,
  MarkupKind,
  type Position,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import { URI, Utils } from 'vscode-uri';
import type {
  Completion,
  Finding,
  Fix,
  Hover as HoverText,
  KindTraits,
  Locale,
  PackLocation,
  Report,
  Severity,
  Span,
} from '../core/index.js';
import { entryKinds, escapeSnippet, findingMessage, kindTraits, LineMap, visible } from '../core/index.js';
import { plainMarkdown } from '../layout/render-markdown.js';
import { workspaceProblemMessage } from '../workspace/problem-message.js';
import { rulePageName } from '../workspace/rule-page-name.js';
import type { Workspace, WorkspaceProblem } from '../workspace/workspace.js';
import type { ClientFeatures } from './client-features.js';
import type { PackDocuments } from './pack-documents.js';

/** Where offsets of a report stand in the document that it was read from. */
export interface Places {
  readonly lines: LineMap;
  /** The length of the byte order mark that the document has and the report has not: 1 or 0. */
  readonly mark: number;
}

export const diagnosticSource = 'plumbline';

function offsetToPosition({ lines, mark }: Places, offset: number): Position {
  const { line, character } = lines.positionAt(offset);
  return { line, character: line === 0 ? character + mark : character };
}

export function spanToRange(places: Places, span: Span): Range {
  return { start: offsetToPosition(places, span.start), end: offsetToPosition(places, span.end) };
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

/** `rulePages`: the URI of the folder of their pages, for a client that leads to them. */
export function findingToDiagnostic(
  places: Places,
  finding: Finding,
  {
    locale,
    rulePages,
    deprecatedTag = false,
  }: { readonly locale: Locale; readonly rulePages?: string | undefined; readonly deprecatedTag?: boolean },
): Diagnostic {
  return {
    range: spanToRange(places, finding.span),
    severity: severities[finding.severity],
    code: finding.rule,
    ...(rulePages !== undefined && {
      codeDescription: { href: Utils.joinPath(URI.parse(rulePages), rulePageName(finding.rule, locale)).toString() },
    }),
    source: diagnosticSource,
    message: findingMessage(finding, locale),
    ...(deprecatedTag && finding.deprecated && { tags: [DiagnosticTag.Deprecated] }),
  };
}

/** Further places that a finding speaks of, each with its words. */
export function relatedPlaces(
  { uri, places, report }: { readonly uri: string; readonly places: Places; readonly report: Report },
  { related }: Finding,
): DiagnosticRelatedInformation[] {
  return related.map((span) => ({
    location: { uri, range: spanToRange(places, span) },
    message: visible(report.text.slice(span.start, span.end)),
  }));
}

/** Where the pack has the entry behind a finding. */
export function entryToRelatedInformation(
  workspace: Workspace,
  fullName: string,
  packDocuments: PackDocuments,
): DiagnosticRelatedInformation | undefined {
  const entry = workspace.vocabulary.entry(fullName);
  if (entry === undefined) return undefined;
  const uri = packFileUri(workspace, entry.pack, entry.location, packDocuments);
  return uri === undefined ? undefined : { location: { uri, range: entry.location.range }, message: visible(fullName) };
}

/** A remark on a part of the text that was not read. */
export function remarkToDiagnostic(range: Range, code: string, message: string): Diagnostic {
  return { range, severity: DiagnosticSeverity.Information, code, source: diagnosticSource, message };
}

export function problemToDiagnostic(problem: WorkspaceProblem, locale: Locale): Diagnostic {
  return {
    range: problem.range,
    severity: severities[problem.severity],
    code: problem.messageId,
    source: diagnosticSource,
    message: workspaceProblemMessage(problem, locale),
  };
}

const icons: Readonly<Record<KindTraits['icon'], CompletionItemKind>> = {
  text: CompletionItemKind.Text,
  event: CompletionItemKind.Event,
  enum: CompletionItemKind.Enum,
  value: CompletionItemKind.Value,
  module: CompletionItemKind.Module,
  reference: CompletionItemKind.Reference,
  snippet: CompletionItemKind.Snippet,
};

const itemKinds: ReadonlyMap<Completion['kind'], CompletionItemKind> = new Map<Completion['kind'], CompletionItemKind>([
  ...entryKinds.map((kind) => [kind, icons[kindTraits[kind].icon]] as const),
  ['heading', CompletionItemKind.Struct],
  ['key', CompletionItemKind.Property],
  ['value', CompletionItemKind.EnumMember],
  ['rule', CompletionItemKind.Constant],
]);

/** Markdown for a client that shows it, else as plain text. */
function markup(value: string, asMarkdown: boolean): MarkupContent {
  return asMarkdown
    ? { kind: MarkupKind.Markdown, value }
    : { kind: MarkupKind.PlainText, value: plainMarkdown(value) };
}
/**
 * `rank`: the place in the core's order, which the editor is to keep. What goes in behind the cursor makes a snippet,
 * for a client that knows them.
 */
export function completionToItem(
  places: Places,
  completion: Completion,
  rank: number,
  { snippets, indentsInserted, markdownInCompletion }: ClientFeatures,
): CompletionItem {
  const { text, behind, stops, snippet, indentation } = completion;
  const isSnippet = snippets && (behind !== '' || stops.length > 0 || snippet !== undefined);
  const indents = indentation !== undefined && indentsInserted;
  // An editor indents what it takes for a snippet in any case.
  const lines = indentation === undefined || indents ? text : text.replaceAll('\n', `\n${indentation}`);
  let asSnippet = '';
  let at = 0;
  for (const [i, { start, end }] of stops.entries()) {
    asSnippet += `${escapeSnippet(text.slice(at, start))}\${${i + 1}:${escapeSnippet(text.slice(start, end))}}`;
    at = end;
  }
  asSnippet += `${escapeSnippet(text.slice(at))}$0${escapeSnippet(behind)}`;
  return {
    label: completion.label,
    kind: itemKinds.get(completion.kind) ?? CompletionItemKind.Text,
    detail: completion.detail,
    documentation: markup(completion.documentation, markdownInCompletion),
    filterText: completion.filterText,
    sortText: String(rank).padStart(5, '0'),
    ...(isSnippet && { insertTextFormat: InsertTextFormat.Snippet }),
    ...(indents && { insertTextMode: InsertTextMode.adjustIndentation }),
    textEdit: {
      range: spanToRange(places, completion.span),
      newText: isSnippet ? (snippet ?? asSnippet) : lines + behind,
    },
    additionalTextEdits: completion.additionalEdits.map(({ span, text }) => ({
      range: spanToRange(places, span),
      newText: text,
    })),
  };
}

export function hoverToLsp(places: Places, { markdown, span }: HoverText, { markdownInHover }: ClientFeatures): Hover {
  return { contents: markup(markdown, markdownInHover), range: spanToRange(places, span) };
}

export function fixToTextEdits(places: Places, fix: Fix): TextEdit[] {
  return fix.edits.map(({ span, text }) => ({ range: spanToRange(places, span), newText: text }));
}

/** Edits of a file that is no report, whose text has no byte order mark. */
export function editsToLsp(text: string, edits: readonly { readonly span: Span; readonly text: string }[]): TextEdit[] {
  const lines = new LineMap(text);
  return edits.map((edit) => ({ range: lines.rangeOf(edit.span), newText: edit.text }));
}

/** None where the pack is not in force any more. */
export function definitionToLink(
  places: Places,
  workspace: Workspace,
  definition: { readonly origin: Span; readonly pack: string; readonly location: PackLocation },
  packDocuments: PackDocuments,
): LocationLink | undefined {
  const targetUri = packFileUri(workspace, definition.pack, definition.location, packDocuments);
  if (targetUri === undefined) return undefined;
  const { range } = definition.location;
  return {
    originSelectionRange: spanToRange(places, definition.origin),
    targetUri,
    targetRange: range,
    targetSelectionRange: range,
  };
}

function packFileUri(
  workspace: Workspace,
  pack: string,
  location: PackLocation,
  packDocuments: PackDocuments,
): string | undefined {
  const folder = workspace.packFolders.get(pack);
  return folder && packDocuments.uriOf(Utils.joinPath(URI.parse(folder), location.path).toString());
}
