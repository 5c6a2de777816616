import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Range, type TextDocument, WorkspaceEdit, window, workspace } from 'vscode';
import { closeEditors, eventually, file, findingsBecome, open, plumbline } from './editor.js';

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
