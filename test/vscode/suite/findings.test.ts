import assert from 'node:assert/strict';
import { ConfigurationTarget, commands, DiagnosticSeverity, languages, Position, Uri, window, workspace } from 'vscode';
import { closeEditors, eventually, file, findings, findingsBecome, open, openUntitled, plumbline } from './editor.js';

const report = file('reports/harbour.md');
const planted = ['term-deprecated: docking slot', 'term-deprecated: cold ironing'];

describe('findings', () => {
  before(plumbline);
  afterEach(closeEditors);

  it('stand in an opened report, with reason and rule', async () => {
    await open(report);
    await findingsBecome(report, planted);
    const [first] = findings(report);
    assert.match(first?.message ?? '', /berthing window/);
    assert.notEqual(first?.severity, DiagnosticSeverity.Hint);
  });

  it('lead from the name of the rule to its page, which is no file to be changed', async () => {
    await open(report);
    await findingsBecome(report, planted);
    const code = findings(report)[0]?.code;
    assert.ok(typeof code === 'object');
    assert.notEqual(code.target.scheme, 'file');
    const page = await workspace.openTextDocument(code.target);
    assert.match(page.getText(), /^# term-deprecated\n/);
  });

  it('stand in a Chinese report', async () => {
    const chinese = file('reports/harbour-zh.md');
    await open(chinese);
    await findingsBecome(chinese, ['term-deprecated: 停船时段']);
  });

  it('stand in a plain text file that the config names, and follow it (trial 4.3)', async () => {
    const { api } = await plumbline();
    const notice = file('reports/notice.txt');
    const editor = await open(notice);
    assert.equal(editor.document.languageId, 'plaintext');
    await findingsBecome(notice, ['term-deprecated: docking slot']);
    assert.equal(api.vocabularyStatus(notice)?.isReport, true);
    await editor.edit((edit) => edit.insert(new Position(0, 0), 'Cold ironing. '));
    await findingsBecome(notice, ['term-deprecated: Cold ironing', 'term-deprecated: docking slot']);
  });

  it('stand in plain text that the writer asks to be checked', async () => {
    const { document: untitled } = await openUntitled('No docking slot is left.\n', 'txt');
    await commands.executeCommand('plumbline.checkFile');
    await findingsBecome(untitled.uri, ['term-deprecated: docking slot']);
  });

  it('stand in a new file whose front matter says that it is a report', async () => {
    const content = '---\nreport: briefing\n---\n\nNo docking slot is left.\n';
    const { document: untitled } = await openUntitled(content);
    const found = await eventually(languages.onDidChangeDiagnostics, () =>
      findings(untitled.uri).find(({ range }) => untitled.getText(range) === 'docking slot'),
    );
    assert.match(found.message, /berthing window/);
  });

  it('stay away from a Markdown file that is no report, until it is asked for', async () => {
    const { api } = await plumbline();
    const readme = file('README.md');
    await open(readme);
    const status = await eventually(api.onDidChangeVocabularyStatus, () => api.vocabularyStatus(readme));
    assert.equal(status.isReport, false);
    await open(report);
    await findingsBecome(report, planted);
    assert.deepEqual(findings(readme), []);

    await open(readme);
    await commands.executeCommand('plumbline.checkFile');
    await findingsBecome(readme, ['term-deprecated: docking slot']);
    await commands.executeCommand('plumbline.checkFile');
    await findingsBecome(readme, []);
  });

  it('stand in the sample, which is held to what ships, whatever folder is open', async () => {
    await commands.executeCommand('plumbline.trySample');
    const sample = window.activeTextEditor?.document;
    assert.equal(sample?.languageId, 'markdown');
    await findingsBecome(sample.uri, [
      'term-deprecated: new development concept',
      'metric-value: 33.1 trillion yuan',
      'target-date: 2030',
      'formulation-incomplete: 新四化',
      'event-date: 2023年9月25日',
    ]);
  });

  it('go while the settings of the folder say so', async () => {
    await open(report);
    await findingsBecome(report, planted);
    const settings = workspace.getConfiguration('plumbline', report);
    await settings.update('enable', false, ConfigurationTarget.WorkspaceFolder);
    try {
      await findingsBecome(report, []);
    } finally {
      await settings.update('enable', undefined, ConfigurationTarget.WorkspaceFolder);
    }
    await findingsBecome(report, planted);
  });

  it("stay away from git's side of a comparison", async () => {
    const old = Uri.parse('git:/reports/harbour.md');
    const provider = workspace.registerTextDocumentContentProvider('git', {
      provideTextDocumentContent: () => 'Each ship keeps its docking slot.\n',
    });
    const document = await languages.setTextDocumentLanguage(await workspace.openTextDocument(old), 'markdown');
    await window.showTextDocument(document);
    await open(report);
    await findingsBecome(report, planted);
    assert.deepEqual(findings(old), []);
    provider.dispose();
  });
});
