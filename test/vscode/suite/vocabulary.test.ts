import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CodeLens, commands, Position, Range, type TextDocument, WorkspaceEdit, window, workspace } from 'vscode';
import { closeEditors, cursorAfter, eventually, file, findingsBecome, open, plumbline } from './editor.js';

const report = file('reports/harbour.md');
const terms = file('packs/harbour/terms.yaml');
const planted = ['term-deprecated: docking slot', 'term-deprecated: cold ironing'];

describe('the vocabulary', () => {
  before(plumbline);
  afterEach(closeEditors);

  it('is told of each document', async () => {
    const { api } = await plumbline();
    await open(report);
    const status = await eventually(api.onDidChangeVocabularyStatus, () => api.vocabularyStatus(report));
    assert.deepEqual(
      status.packs.map(({ name }) => name),
      ['harbour', 'new-industrialization'],
    );
    assert.equal(status.isReport, true);
    assert.equal(status.problems, 0);
  });

  it('follows a pack as it is edited, saved, and changed on disk', async () => {
    const onDisk = readFileSync(terms.fsPath, 'utf8');
    try {
      await open(report);
      await findingsBecome(report, planted);

      const pack = await workspace.openTextDocument(terms);
      await replace(pack, '[docking slot]', '[docking slot, most berths]');
      assert.equal(pack.isDirty, true);
      await findingsBecome(report, [planted[0] ?? '', 'term-deprecated: Most berths', planted[1] ?? '']);

      await replace(pack, '[docking slot, most berths]', '[most berths]');
      await pack.save();
      await findingsBecome(report, ['term-deprecated: Most berths', 'term-deprecated: cold ironing']);

      await window.showTextDocument(pack);
      await closeEditors();
      writeFileSync(terms.fsPath, onDisk);
      await open(report);
      await findingsBecome(report, planted);
    } finally {
      writeFileSync(terms.fsPath, onDisk);
    }
  });

  it('that ships is read, not changed, and an entry of it changed in a pack of one’s own (trial 5.5)', async () => {
    const onDisk = readFileSync(terms.fsPath, 'utf8');
    try {
      const editor = await open(report);
      await findingsBecome(report, planted);
      await editor.edit((edit) => edit.insert(new Position(2, 0), 'Of new industrialization.\n\n'));
      cursorAfter(editor, 'Of new indus');
      await commands.executeCommand('editor.action.revealDefinition');
      const shown = await eventually(window.onDidChangeActiveTextEditor, () =>
        window.activeTextEditor?.document.uri.scheme === 'plumbline-pack' ? window.activeTextEditor : undefined,
      );
      assert.equal(shown.document.uri.toString(), 'plumbline-pack:/new-industrialization/terms.yaml');
      assert.equal(shown.document.languageId, 'yaml');
      const line = shown.selection.active.line;
      assert.equal(shown.document.lineAt(line).text, '  new-industrialization:');
      await commands.executeCommand('type', { text: 'x' });
      assert.equal(shown.document.isDirty, false);
      const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', shown.document.uri);
      const lens = lenses.find(({ range }) => range.start.line === line);
      assert.equal(lens?.command?.title, 'Change this entry in your own pack');
      await commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
      assert.equal(window.activeTextEditor?.document.uri.toString(), terms.toString());
      assert.equal(window.activeTextEditor.document.isDirty, false);
      assert.match(
        readFileSync(terms.fsPath, 'utf8'),
        /^ +extends: new-industrialization\/terms\/new-industrialization$/m,
      );
    } finally {
      await closeEditors();
      writeFileSync(terms.fsPath, onDisk);
    }
  });

  it('is back after the server was killed', async () => {
    const { api, folder } = await plumbline();
    await open(report);
    await findingsBecome(report, planted);
    const killed = serverProcess(folder);
    const gone = eventually(api.onDidChangeVocabularyStatus, () => (api.vocabularyStatus(report) ? undefined : true));
    process.kill(killed, 'SIGKILL');
    await gone;
    await eventually(api.onDidChangeVocabularyStatus, () => api.vocabularyStatus(report));
    await findingsBecome(report, planted);
    assert.notEqual(serverProcess(folder), killed);
  });

  it('is back after the server gave no sign of life', async () => {
    const { api, folder } = await plumbline();
    await open(report);
    await findingsBecome(report, planted);
    const hung = serverProcess(folder);
    const gone = eventually(api.onDidChangeVocabularyStatus, () => (api.vocabularyStatus(report) ? undefined : true));
    process.kill(hung, 'SIGSTOP');
    await gone;
    await eventually(api.onDidChangeVocabularyStatus, () => api.vocabularyStatus(report));
    await findingsBecome(report, planted);
    assert.notEqual(serverProcess(folder), hung);
  }).timeout(60_000);
});

async function replace(document: TextDocument, text: string, by: string) {
  const start = document.getText().indexOf(text);
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(document.positionAt(start), document.positionAt(start + text.length)), by);
  await workspace.applyEdit(edit);
}

/** The one process that runs the extension's server. */
function serverProcess(extension: string): number {
  const server = join(extension, 'server/dist/lsp.js');
  const lines = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  const pids = lines.filter((line) => line.includes(server)).map((line) => Number.parseInt(line, 10));
  assert.equal(pids.length, 1, `${pids.length} servers run`);
  return pids[0] ?? 0;
}
