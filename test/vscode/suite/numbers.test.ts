import assert from 'node:assert/strict';
import { commands, type Hover, languages, MarkdownString, type TextEditor, workspace } from 'vscode';
import {
  acceptSuggestion,
  closeEditors,
  cursorAfter,
  eventually,
  findings,
  openUntitled,
  plumbline,
  positionIn,
  type,
} from './editor.js';

const english = `---
report: note
region: CN
---

In 2022 industrial added value was 45.2 trillion yuan (NBS, 2023).

In 2022 industrial added value was 40.2 trillion yuan (NBS, 2023).
`;

const chinese = `---
report: note
region: CN
---

国家统计局数据显示，2022年全部工业增加值为45.2万亿元。

国家统计局数据显示，2022年全部工业增加值为40.2万亿元。
`;

describe('numbers', () => {
  before(plumbline);
  afterEach(closeEditors);

  it('say how an English figure was read, what is recorded and whether it holds, under the pointer where no finding does', async () => {
    const editor = await openUntitled(english);
    await wrongFigures(editor, ['45.2 trillion yuan']);
    saysOfWrong(
      editor,
      /^“45\.2 trillion yuan” contradicts the record: 40\.1644 trillion yuan\n/,
      /\nMetric: industrial added value, 2022\.\n/,
      /National Bureau of Statistics, .*, 28 February 2023/,
    );
    // The finding has said the rest.
    assert.equal(await hoverOver(editor, '45.2'), 'Read as 45.15–45.25 trillion yuan.');
    const right = await hoverOver(editor, '40.2');
    assert.match(right, /Read as 40\.15–40\.25 trillion yuan\./);
    assert.match(right, /Agrees with the record: 40\.1644 trillion yuan\./);
  });

  it('say the same within a Han sentence', async () => {
    const editor = await openUntitled(chinese);
    await wrongFigures(editor, ['45.2万亿元']);
    saysOfWrong(
      editor,
      /^“45\.2万亿元” contradicts the record: “40\.1644万亿元”\n/,
      /\nMetric: industrial added value, 2022\.\n/,
      /National Bureau of Statistics/,
    );
    assert.equal(await hoverOver(editor, '45.2'), 'Read as 45.15–45.25 trillion yuan.');
    assert.match(await hoverOver(editor, '40.2'), /Agrees with the record: 40\.1644 trillion yuan\./);
  });

  it('are completed after a metric from the record, with the footnote of their source', async () => {
    const editor = await openUntitled('---\nreport: note\nregion: CN\n---\n\nIndustrial added value was \n');
    const { line } = cursorAfter(editor, 'value was ');
    await commands.executeCommand('editor.action.triggerSuggest');
    await acceptSuggestion(editor);
    await eventually(workspace.onDidChangeTextDocument, () =>
      editor.document.lineAt(line).text.endsWith(']') ? true : undefined,
    );
    assert.equal(
      editor.document.lineAt(line).text,
      'Industrial added value was 39.9 trillion yuan in 2023[^zhejiang-daily-2024]',
    );
    assert.match(editor.document.getText(), /\]\n\n\[\^zhejiang-daily-2024\]: Zhejiang Daily, .*, 2024-07-06\.\n$/);
  });

  it('are completed at the end of a Han text for the year that its sentence names, the footnote behind the cursor', async () => {
    const editor = await openUntitled('---\nreport: note\nregion: CN\n---\n\n2022年工业增加值为');
    cursorAfter(editor, '增加值为');
    await commands.executeCommand('editor.action.triggerSuggest');
    await acceptSuggestion(editor);
    await eventually(workspace.onDidChangeTextDocument, () =>
      editor.document.getText().endsWith('。\n') ? true : undefined,
    );
    await type('。');
    assert.match(
      editor.document.getText(),
      /\n2022年工业增加值为40\.1644万亿元\[\^nbs-2022\]。\n\n\[\^nbs-2022\]: 国家统计局，.*，2023-02-28。\n$/,
    );
  });
});

/** What the finding over a wrong figure says: how it was read, what is recorded, and by which source. */
function saysOfWrong({ document }: TextEditor, ...expected: readonly RegExp[]): void {
  const [found] = findings(document.uri).filter(({ range }) => document.getText(range).startsWith('45.2'));
  for (const words of expected) assert.match(found?.message ?? '', words);
}

/** Waits for the finding of each wrong figure: from then on the server knows the document. */
async function wrongFigures({ document }: TextEditor, expected: readonly string[]): Promise<void> {
  const read = () =>
    findings(document.uri)
      .filter(({ code }) => (typeof code === 'object' ? code.value : code) === 'metric-value')
      .map(({ range }) => document.getText(range));
  await eventually(languages.onDidChangeDiagnostics, () => (read().length > 0 ? true : undefined));
  assert.deepEqual(read(), expected);
}

/** What Plumbline says of the first place that has `text`. */
async function hoverOver(editor: TextEditor, text: string): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>(
    'vscode.executeHoverProvider',
    editor.document.uri,
    positionIn(editor, text),
  );
  return hovers
    .flatMap(({ contents }) => contents.map((part) => (part instanceof MarkdownString ? part.value : part)))
    .join('\n');
}
