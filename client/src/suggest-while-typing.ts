import { commands, type Position, type TextDocument, type TextDocumentChangeEvent, window, workspace } from 'vscode';
import { type BaseLanguageClient, CompletionRequest, CompletionTriggerKind } from 'vscode-languageclient';
import { mayBeReport } from './documents.js';

/** A change of more than this is pasted, not typed. UTF-16 units. */
const longestTyped = 40;

/**
 * Opens the list of suggestions where the editor itself does not: VS Code has quick suggestions off in Markdown, and
 * lets trigger characters pass at the end of a word, since it takes quick suggestions to serve there. So the server is
 * asked first, and the list is opened only when there is something to offer.
 */
export class SuggestWhileTyping {
  /** What was typed last offered something: the list is open, or the writer has closed it. */
  #offered = false;

  constructor(private readonly client: () => BaseLanguageClient) {}

  /** Called once the server has heard of the change. */
  async afterChange({ document, contentChanges, reason }: TextDocumentChangeEvent): Promise<void> {
    const [change] = contentChanges;
    const isTyped = contentChanges.length === 1 && reason === undefined && change && isTypedText(change.text);
    if (!isTyped || !mayBeReport(document) || document !== window.activeTextEditor?.document) return;
    const position = document.positionAt(change.rangeOffset + change.text.length);
    if (!endsWord(document, position) || !isLeftToExtensions(document)) {
      this.#offered = false;
      return;
    }
    const { version } = document;
    const offers = await this.#offersAt(document, position, change.text.at(-1) ?? '');
    if (document.version !== version || document !== window.activeTextEditor?.document) return;
    if (offers && !this.#offered) await commands.executeCommand('editor.action.triggerSuggest', { auto: true });
    this.#offered = offers;
  }

  async #offersAt(document: TextDocument, position: Position, triggerCharacter: string): Promise<boolean> {
    const client = this.client();
    const answer = await client.sendRequest(CompletionRequest.type, {
      ...client.code2ProtocolConverter.asTextDocumentPositionParams(document, position),
      context: { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter },
    });
    return ((Array.isArray(answer) ? answer : answer?.items) ?? []).length > 0;
  }
}

function isTypedText(text: string): boolean {
  return text.length > 0 && text.length <= longestTyped && !/[\r\n]/.test(text);
}

function endsWord(document: TextDocument, position: Position): boolean {
  return document.getWordRangeAtPosition(position)?.end.isEqual(position) === true;
}

/** Whether the writer has left quick suggestions off, and not asked for silence. */
function isLeftToExtensions(document: TextDocument): boolean {
  const editor = workspace.getConfiguration('editor', document);
  const quick = editor.get<boolean | { other?: boolean | string }>('quickSuggestions');
  const isOn = typeof quick === 'object' ? quick.other === true || quick.other === 'on' : quick === true;
  return !isOn && editor.get('suggestOnTriggerCharacters') !== false;
}
