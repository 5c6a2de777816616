import assert from 'node:assert/strict';
import {
  type CodeAction,
  CodeActionKind,
  commands,
  type Hover,
  type Location,
  type LocationLink,
  MarkdownString,
  Range,
  workspace,
} from 'vscode';
import {
  acceptSuggestion,
  closeEditors,
  cursorAfter,
  file,
  findings,
  findingsBecome,
  open,
  plumbline,
  positionIn,
  type,
} from './editor.js';

const english = file('reports/harbour.md');
const chinese = file('reports/harbour-zh.md');

describe('writing', () => {
  before(plumbline);
  afterEach(closeEditors);

  it('completes a term typed in the middle of an English line', async () => {
    const editor = await open(english);
    await findingsBecome(english, ['term-deprecated: docking slot', 'term-deprecated: cold ironing']);
    const { line } = cursorAfter(editor, 'keep their ');
    await type('berth');
    await acceptSuggestion(editor);
    assert.equal(editor.document.lineAt(line).text, 'Ships on time keep their berthing window for the day.');
  });

  it('completes a term typed in the middle of a Han sentence', async () => {
    const editor = await open(chinese);
    await findingsBecome(chinese, ['term-deprecated: 停船时段']);
    const { line } = cursorAfter(editor, '应当遵守的');
    await type('靠泊');
    await acceptSuggestion(editor);
    assert.equal(editor.document.lineAt(line).text, '船舶应当遵守的靠泊窗口安排不变。');
  });

  it('completes a term typed at the end of a Han line', async () => {
    const editor = await open(chinese);
    await findingsBecome(chinese, ['term-deprecated: 停船时段']);
    const { line } = cursorAfter(editor, '应当遵守的安排不变。');
    await type('本港使用岸电，并公布靠泊');
    await acceptSuggestion(editor);
    assert.equal(editor.document.lineAt(line).text, '船舶应当遵守的安排不变。本港使用岸电，并公布靠泊窗口');
  });

  it('replaces a deprecated term by a quick fix', async () => {
    const editor = await open(english);
    await findingsBecome(english, ['term-deprecated: docking slot', 'term-deprecated: cold ironing']);
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      english,
      findings(english)[0]?.range ?? new Range(0, 0, 0, 0),
      CodeActionKind.QuickFix.value,
      1,
    );
    const fix = actions.find(({ title }) => title.includes('berthing window'));
    assert.ok(fix?.edit, `no fix among: ${actions.map(({ title }) => title).join(', ')}`);
    await workspace.applyEdit(fix.edit);
    assert.equal(
      editor.document.lineAt(2).text,
      'Each ship keeps its berthing window. Most berths offer cold ironing.',
    );
    await findingsBecome(english, ['term-deprecated: cold ironing']);
  });

  it('explains a term under the pointer', async () => {
    const editor = await open(english);
    const place = positionIn(editor, 'docking slot');
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', english, place);
    const words = hovers.flatMap(({ contents }) =>
      contents.map((part) => (part instanceof MarkdownString ? part.value : part)),
    );
    assert.match(words.join('\n'), /The hours in which a ship may lie alongside/);
  });

  it("goes to the entry in the pack's file", async () => {
    const editor = await open(english);
    const place = positionIn(editor, 'docking slot');
    const found = await commands.executeCommand<(Location | LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      english,
      place,
    );
    const targets = found.map((target) =>
      'targetUri' in target ? { uri: target.targetUri, range: target.targetRange } : target,
    );
    assert.deepEqual(
      targets.map(({ uri }) => uri.toString()),
      [file('packs/harbour/terms.yaml').toString()],
    );
    const pack = await workspace.openTextDocument(file('packs/harbour/terms.yaml'));
    assert.match(pack.lineAt(targets[0]?.range.start.line ?? 0).text, /berth-window/);
  });
});
