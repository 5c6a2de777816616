import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
  commands,
  type Diagnostic,
  type Event,
  extensions,
  languages,
  Position,
  Selection,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { PlumblineApi } from '../../../client/src/client.js';

/** The installed extension, activated. */
export async function plumbline(): Promise<{ api: PlumblineApi; folder: string }> {
  const extension = extensions.getExtension<PlumblineApi>('plumbline.plumbline-vscode');
  assert.ok(extension, 'the extension is not installed');
  return { api: await extension.activate(), folder: extension.extensionPath };
}

/** @param path within the workspace folder of the tests */
export function file(path: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  return Uri.joinPath(folder.uri, path);
}

export async function open(uri: Uri): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(uri));
}

/** Resolves with the first value that `read` has, asked now and at each event. Mocha's limit ends a vain wait. */
export function eventually<T>(event: Event<unknown>, read: () => T | undefined): Promise<T> {
  return new Promise((resolve) => {
    const look = () => {
      const value = read();
      if (value === undefined) return;
      listener.dispose();
      resolve(value);
    };
    const listener = event(look);
    look();
  });
}

export function findings(uri: Uri): Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'plumbline');
}

/** The findings as `rule: text`, in the order of the document, once they are the ones expected. */
export async function findingsBecome(uri: Uri, expected: readonly string[]): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const read = () =>
    findings(uri)
      .sort((left, right) => left.range.start.compareTo(right.range.start))
      .map(({ code, range }) => `${ruleOf(code)}: ${document.getText(range)}`);
  const wait = eventually(languages.onDidChangeDiagnostics, () => (same(read(), expected) ? true : undefined));
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, 15_000);
  });
  await Promise.race([wait, limit]);
  clearTimeout(timer);
  assert.deepEqual(read(), expected);
}

function ruleOf(code: Diagnostic['code']) {
  return typeof code === 'object' ? code.value : code;
}

function same(left: readonly string[], right: readonly string[]) {
  return left.length === right.length && left.every((value, index) => value === right[index]);
}

/** Puts the cursor after the first place that has `text`. */
export function cursorAfter(editor: TextEditor, text: string): Position {
  const position = editor.document.positionAt(offsetOf(editor, text) + text.length);
  editor.selection = new Selection(position, position);
  return position;
}

/** Within the first place that has `text`. */
export function positionIn(editor: TextEditor, text: string): Position {
  return editor.document.positionAt(offsetOf(editor, text) + 1);
}

function offsetOf(editor: TextEditor, text: string) {
  const offset = editor.document.getText().indexOf(text);
  assert.notEqual(offset, -1, `"${text}" is not in the document`);
  return offset;
}

/** As from the keyboard, a character at a time. */
export async function type(text: string): Promise<void> {
  for (const character of text) await commands.executeCommand('type', { text: character });
}

/** Takes the selected suggestion as soon as the list is there; the editor tells nobody when that is. */
export async function acceptSuggestion(editor: TextEditor): Promise<void> {
  const { version } = editor.document;
  while (editor.document.version === version) await commands.executeCommand('acceptSelectedSuggestion');
}

/**
 * A new document of the folder that has no file, in the language of its ending. Its name is its own: where an "Untitled-1" was closed
 * the editor gives that name again, and for a while the text that it had backed up of the earlier one with it.
 */
export async function openUntitled(content: string, ending = 'md'): Promise<TextEditor> {
  const editor = await open(file(`${randomUUID()}.${ending}`).with({ scheme: 'untitled' }));
  assert.ok(await editor.edit((edit) => edit.insert(new Position(0, 0), content)));
  return editor;
}

/** Leaves no editor and no unsaved change behind. */
export async function closeEditors(): Promise<void> {
  while (window.activeTextEditor) await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}
