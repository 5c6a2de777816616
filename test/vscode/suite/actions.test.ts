import assert from 'node:assert/strict';
import { type CodeAction, CodeActionKind, commands, Range, Selection, type Uri, window, workspace } from 'vscode';
import { closeEditors, eventually, file, findings, findingsBecome, open, plumbline } from './editor.js';

const text = `# Moorings

Each ship keeps its docking slot.

Each docking slot is free, and cold ironing is cheap.
`;

describe('actions', () => {
  const report = file('reports/moorings.md');
  const pack = file('packs/harbour/terms.yaml');
  const write = (uri: Uri, content: string) => workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  const found = ['term-deprecated: docking slot', 'term-deprecated: docking slot', 'term-deprecated: cold ironing'];
  before(plumbline);
  beforeEach(async () => {
    await write(report, text);
    await open(report);
    await findingsBecome(report, found);
  });
  afterEach(async () => {
    await closeEditors();
    await workspace.fs.delete(report);
  });
  /** The action of the first finding that is called so. */
  const actionCalled = async (title: RegExp): Promise<CodeAction> => {
    const [finding] = findings(report);
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      report,
      finding?.range ?? new Range(0, 0, 0, 0),
      CodeActionKind.QuickFix.value,
    );
    const action = actions.find((each) => title.test(each.title));
    assert.ok(action, `no ${title} in ${actions.map((each) => each.title).join('; ')}`);
    return action;
  };
  const run = ({ command }: CodeAction) =>
    commands.executeCommand(command?.command ?? '', ...(command?.arguments ?? []));

  it('fixes all that is safe when the document is saved, which one undo takes back', async () => {
    const editor = await open(report);
    const settings = workspace.getConfiguration('editor', report);
    await settings.update('codeActionsOnSave', { 'source.fixAll.plumbline': 'explicit' });
    try {
      let unsaved = '';
      // An editor saves without its actions where they take longer than it waits.
      while (!editor.document.getText().includes('berthing window')) {
        await editor.edit((edit) => edit.insert(editor.document.positionAt(text.length), 'End.\n'));
        unsaved = editor.document.getText();
        await editor.document.save();
      }
      assert.match(editor.document.getText(), /keeps its berthing window\.\n/);
      assert.match(editor.document.getText(), /shore power is cheap/);
      await commands.executeCommand('undo');
      assert.equal(editor.document.getText(), unsaved);
    } finally {
      await settings.update('codeActionsOnSave', undefined);
    }
  });

  it('fixes all of a rule by one action', async () => {
    const editor = await open(report);
    const changed = eventually(workspace.onDidChangeTextDocument, () =>
      /shore power/.test(editor.document.getText()) ? true : undefined,
    );
    await run(await actionCalled(/^Fix all of term-deprecated/));
    await changed;
    assert.match(editor.document.getText(), /keeps its berthing window\.\n/);
  });

  it('disables a rule on a line, with the reason selected to be written over', async () => {
    const editor = await open(report);
    const { edit } = await actionCalled(/^Disable term-deprecated here/);
    assert.ok(edit && (await workspace.applyEdit(edit)));
    assert.equal(editor.document.lineAt(2).text, '<!-- plumbline-disable-next-line term-deprecated -- [why] -->');
    assert.equal(editor.document.getText(editor.selection), '[why]');
    await findingsBecome(report, found.slice(1));
  });

  it('adds an exception to the vocabulary, in the file that it names', async () => {
    const before = new TextDecoder().decode(await workspace.fs.readFile(pack));
    await run(await actionCalled(/“its docking slot” as an exception .*\(packs\/harbour\/terms\.yaml\)/));
    await findingsBecome(report, found.slice(1));
    const document = await workspace.openTextDocument(pack);
    const lines = document.getText().split('\n');
    assert.deepEqual(
      lines.filter((line) => !before.split('\n').includes(line)),
      ['    exceptions: {en: [its docking slot]}'],
    );
    await open(pack);
    await commands.executeCommand('workbench.action.files.revert');
    await findingsBecome(report, found);
  });

  it('records a figure in a pack, by an extension of another pack’s metric', async () => {
    await write(
      report,
      '---\ndate: 2023-10-01\nregion: CN\n---\n\n# Output\n\nIn 2021 industrial added value was 33.3 trillion yuan.\n',
    );
    await findingsBecome(report, ['metric-value: 33.3 trillion yuan']);
    const action = await actionCalled(/^Record this figure .*\(packs\/harbour\/\w+\.yaml\)/);
    await run(action);
    const added = eventually(workspace.onDidChangeTextDocument, () =>
      workspace.textDocuments.find((each) => /value: 33\.3e12, vintage: 2023-10-01/.test(each.getText())),
    );
    const document = await added;
    assert.match(document.getText(), /extends: new-industrialization\/metrics\/industrial-added-value\n/);
    assert.ok(action.title.includes(`(${workspace.asRelativePath(document.uri)})`), action.title);
    await open(document.uri);
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('says why something was found, in a document of its own', async () => {
    const shown = eventually(window.onDidChangeActiveTextEditor, () =>
      window.activeTextEditor?.document.uri.scheme === 'plumbline-explain' ? window.activeTextEditor : undefined,
    );
    await run(await actionCalled(/^Why was this found/));
    const { document } = await shown;
    assert.match(document.getText(), /^reports\/moorings\.md:3:21\n.*“docking slot” is a deprecated form.*harbour/s);
    await commands.executeCommand('workbench.action.closeActiveEditor');
    const editor = await open(report);
    editor.selection = new Selection(0, 0, 0, 0);
    await findingsBecome(report, found);
    const page = eventually(window.onDidChangeActiveTextEditor, () =>
      window.activeTextEditor?.document.uri.scheme === 'plumbline-rule' ? window.activeTextEditor : undefined,
    );
    await run(await actionCalled(/^Open the page of term-deprecated/));
    assert.match((await page).document.getText(), /^# term-deprecated/);
  });
});
