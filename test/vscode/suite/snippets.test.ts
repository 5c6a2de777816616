// biome-ignore-all lint/suspicious/noTemplateCurlyInString: bodies of snippets have these
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { type CompletionList, commands, SnippetString, type TextEditor, workspace } from 'vscode';
import {
  acceptSuggestion,
  closeEditors,
  cursorAfter,
  eventually,
  file,
  openUntitled,
  plumbline,
  type,
} from './editor.js';

const desk = file('packs/harbour/snippets/desk.code-snippets');
const frontMatter = '---\nreport: note\n---\n\n';

/** The snippet of the desk at a place, as the editor has it. */
async function offered(editor: TextEditor, find: string): Promise<readonly string[]> {
  const { items } = await commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    editor.document.uri,
    cursorAfter(editor, find),
  );
  return items.flatMap(({ label, insertText }) =>
    label === 'cargoline' && insertText instanceof SnippetString ? [insertText.value] : [],
  );
}

describe('a snippet of a team’s pack (issue 13, section 1)', () => {
  before(plumbline);
  afterEach(closeEditors);

  it('is offered as one types, and goes in with the figures of the record and a footnote', async () => {
    const editor = await openUntitled(`${frontMatter}So far: \n\nLast.\n`);
    const { line } = cursorAfter(editor, 'far: ');
    await type('cargoli');
    await acceptSuggestion(editor);
    await eventually(workspace.onDidChangeTextDocument, () =>
      editor.document.getText().includes('[^yearbook]:') ? true : undefined,
    );
    assert.equal(
      editor.document.lineAt(line).text,
      'So far: Cargo handled was 48.2 million tonnes in 2023 (Harbour Office, 2024), more than [year].[^yearbook]',
    );
    assert.match(
      editor.document.getText(),
      /\n\nLast\.\n\n\[\^yearbook\]: Harbour Office, Harbour Yearbook, 2024-03-01\.\n$/,
    );
    // Past the record and the word to choose, to the place to fill.
    await commands.executeCommand('jumpToNextSnippetPlaceholder');
    await commands.executeCommand('jumpToNextSnippetPlaceholder');
    await type('2022');
    assert.equal(
      editor.document.lineAt(line).text,
      'So far: Cargo handled was 48.2 million tonnes in 2023 (Harbour Office, 2024), more than 2022.[^yearbook]',
    );
  });

  it('is offered once, and follows its file while that is edited', async () => {
    const before = readFileSync(desk.fsPath, 'utf8');
    const editor = await openUntitled(`${frontMatter}So far: cargol\n`);
    assert.deepEqual(await offered(editor, 'cargol'), [
      'Cargo handled was ${1|48.2 million tonnes in 2023 (Harbour Office\\, 2024),46.8 million tonnes in 2022 (Harbour Office\\, 2024)|}, ${2|more,less|} than ${3:[year]}.[^yearbook]',
    ]);
    try {
      writeFileSync(desk.fsPath, before.replace('Cargo handled was', 'The port handled'));
      let now = await offered(editor, 'cargol');
      while (!now[0]?.startsWith('The port handled')) now = await offered(editor, 'cargol');
      assert.equal(now.length, 1);
    } finally {
      writeFileSync(desk.fsPath, before);
    }
  });
});
