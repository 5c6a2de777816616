import {
  type ClientCapabilities,
  CodeActionKind,
  DiagnosticTag,
  InsertTextMode,
  MarkupKind,
} from 'vscode-languageserver';

/** What the client can do, as far as it changes what the server does. */
export interface ClientFeatures {
  readonly pullDiagnostics: boolean;
  readonly refreshDiagnostics: boolean;
  readonly relatedInformation: boolean;
  /** A link behind the name of a rule. */
  readonly codeDescriptions: boolean;
  readonly dynamicCompletion: boolean;
  readonly snippets: boolean;
  /** Further lines of an inserted text are indented as its first, where the server says so. */
  readonly indentsInserted: boolean;
  /** Markdown where it likes that better than plain text; by the protocol, one that says nothing shows none. */
  readonly markdownInHover: boolean;
  readonly markdownInCompletion: boolean;
  readonly watchedFiles: boolean;
  /** Watching folders outside the workspace. */
  readonly relativePatterns: boolean;
  readonly configuration: boolean;
  readonly dynamicConfiguration: boolean;
  readonly workspaceFolders: boolean;
  readonly definitionLinks: boolean;
  readonly codeActionLiterals: boolean;
  /** Edits that the server asks for, as a command does. */
  readonly applyEdit: boolean;
  readonly preferredCodeActions: boolean;
  /** Edits that name the version they are for. */
  readonly documentChanges: boolean;
  /** Edits that make files. */
  readonly createFiles: boolean;
  /** Edits with gaps to fill. */
  readonly snippetEdits: boolean;
  readonly deprecatedTag: boolean;
  readonly showDocument: boolean;
  /** Documents whose text the server gives. */
  readonly documentContent: boolean;
}

export function clientFeatures({ textDocument, workspace, window }: ClientCapabilities): ClientFeatures {
  const kinds = textDocument?.codeAction?.codeActionLiteralSupport?.codeActionKind.valueSet;
  const documentChanges = workspace?.workspaceEdit?.documentChanges === true;
  const tags = (textDocument?.diagnostic?.tagSupport ?? textDocument?.publishDiagnostics?.tagSupport)?.valueSet;
  return {
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation:
      (textDocument?.diagnostic?.relatedInformation ?? textDocument?.publishDiagnostics?.relatedInformation) === true,
    // Of pulled diagnostics a client says nothing of it before LSP 3.18.
    codeDescriptions: textDocument?.publishDiagnostics?.codeDescriptionSupport === true,
    dynamicCompletion: textDocument?.completion?.dynamicRegistration === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    indentsInserted:
      textDocument?.completion?.completionItem?.insertTextModeSupport?.valueSet.includes(
        InsertTextMode.adjustIndentation,
      ) === true,
    markdownInHover: textDocument?.hover?.contentFormat?.[0] === MarkupKind.Markdown,
    markdownInCompletion: textDocument?.completion?.completionItem?.documentationFormat?.[0] === MarkupKind.Markdown,
    watchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    relativePatterns: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    configuration: workspace?.configuration === true,
    dynamicConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    codeActionLiterals: kinds?.some((kind) => kind === '' || kind === CodeActionKind.QuickFix) === true,
    applyEdit: workspace?.applyEdit === true,
    preferredCodeActions: textDocument?.codeAction?.isPreferredSupport === true,
    documentChanges,
    createFiles: documentChanges && workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    snippetEdits: documentChanges && workspace?.workspaceEdit?.snippetEditSupport === true,
    deprecatedTag: tags?.includes(DiagnosticTag.Deprecated) === true,
    showDocument: window?.showDocument?.support === true,
    documentContent: workspace?.textDocumentContent !== undefined,
  };
}
