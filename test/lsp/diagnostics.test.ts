import assert from 'node:assert/strict';
import { type Diagnostic, DiagnosticSeverity, LSPErrorCodes, ResponseError } from 'vscode-languageserver-protocol';
import { URI } from 'vscode-uri';
import { type CheckFileAnswer, checkFileCommand, reportLanguageIds } from '../../server/src/lsp/protocol.js';
import { LibraryFolder } from '../workspace/library-folder.js';
import { editorCapabilities, plainCapabilities, Session, type SessionOptions } from './session.js';

const text = '# Spring\n\nThe study hall opens at nine.\n';

describe('diagnostics over LSP', () => {
  let folder: LibraryFolder;
  let session: Session;
  const start = async (options: Partial<SessionOptions> = {}) => {
    session = await Session.start({ folders: [folder.path], shippedPacks: folder.shippedPacks, ...options });
    return session;
  };

  beforeEach(() => {
    folder = new LibraryFolder();
  });
  afterEach(async () => {
    await session.stop();
    folder.remove();
  });

  describe('pulled', () => {
    it('has positions in UTF-16 and says so', async () => {
      await start();
      assert.equal(session.initialized.capabilities.positionEncoding, 'utf-16');
      assert.equal(session.initialized.capabilities.diagnosticProvider?.workspaceDiagnostics, false);
      const uri = session.open(folder.report, '# 春\n\n𠮷 study hall\n');
      const [diagnostic] = await session.diagnostics(uri);
      assert.deepEqual(diagnostic?.range, { start: { line: 2, character: 3 }, end: { line: 2, character: 13 } });
    });

    it('gives rule, severity, words, source and the entry’s place in the pack', async () => {
      await start();
      const uri = session.open(folder.report, text);
      const diagnostics = await session.diagnostics(uri);
      assert.equal(diagnostics.length, 1);
      const [diagnostic] = diagnostics as [Diagnostic];
      assert.equal(session.marked(uri, diagnostic), 'study hall');
      assert.equal(diagnostic.code, 'term-deprecated');
      assert.equal(diagnostic.source, 'plumbline');
      assert.equal(diagnostic.severity, DiagnosticSeverity.Warning);
      assert.match(
        session.message(diagnostic),
        /“study hall”.*“reading room”.*\nBasis: Ministry of Culture, Libraries Act, 1 May 2020/,
      );
      const [related] = diagnostic.relatedInformation ?? [];
      assert.equal(related?.location.uri, URI.file(folder.pack).toString());
      assert.equal(related?.location.range.start.line, 8);
    });

    it('leads from the name of a rule to its page in the client’s language, where the client shows such links', async () => {
      const linking = {
        ...editorCapabilities,
        textDocument: { ...editorCapabilities.textDocument, publishDiagnostics: { codeDescriptionSupport: true } },
      };
      const hrefs: (string | undefined)[] = [];
      for (const options of [
        {},
        { capabilities: linking },
        { capabilities: linking, locale: 'zh-cn' },
        { capabilities: linking, initializationOptions: { rulePages: 'plumbline-rule:/' } },
      ]) {
        if (hrefs.length > 0) await session.stop();
        await start(options);
        const [diagnostic] = await session.diagnostics(session.open(folder.report, text));
        hrefs.push(diagnostic?.codeDescription?.href);
      }
      assert.deepEqual(hrefs, [
        undefined,
        'file:///plumbline/rules/term-deprecated.md',
        'file:///plumbline/rules/term-deprecated.zh.md',
        'plumbline-rule:/term-deprecated.md',
      ]);
    });

    it('speaks the client’s language', async () => {
      await start({ locale: 'zh-cn' });
      const uri = session.open(folder.report, '# 春\n\n读书间九点开门。\n');
      const [diagnostic] = (await session.diagnostics(uri)) as [Diagnostic];
      assert.equal(session.marked(uri, diagnostic), '读书间');
      assert.match(session.message(diagnostic), /“阅览室”\n/);
    });

    it('answers unchanged until the text is another', async () => {
      await start();
      const uri = session.open(folder.report, text);
      const first = await session.pull(uri);
      assert.ok(first.kind === 'full' && first.resultId !== undefined);
      assert.deepEqual(await session.pull(uri, first.resultId), { kind: 'unchanged', resultId: first.resultId });
      session.edit(uri, 'study hall', 'reading room');
      const second = await session.pull(uri, first.resultId);
      assert.ok(second.kind === 'full');
      assert.deepEqual(second.items, []);
      assert.notEqual(second.resultId, first.resultId);
    });

    it('answers anew when settings, vocabulary or the day are others', async () => {
      await start();
      const uri = session.open(folder.report, text);
      const id = async (previous?: string) => {
        const report = await session.pull(uri, previous);
        assert.equal(report.kind, 'full');
        return report.resultId;
      };
      const first = await id();
      session.settings = { locale: 'zh' };
      await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await session.next('workspace/diagnostic/refresh');
      const second = await id(first);
      session.today = '2024-03-02';
      const third = await id(second);
      folder.write('packs/libraries/more.yaml', 'terms:\n  shelf: {preferred: shelf, deprecated: [nine]}\n');
      session.filesChanged(`${folder.path}/packs/libraries/more.yaml`);
      await session.next('workspace/diagnostic/refresh');
      const fourth = await id(third);
      assert.equal(new Set([first, second, third, fourth]).size, 4);
      assert.equal((await session.diagnostics(uri)).length, 2);
    });

    it('never takes a result of an earlier life of the document for one of this', async () => {
      await start();
      const uri = session.open(folder.report, text);
      const { resultId } = await session.pull(uri);
      session.close(uri);
      session.open(folder.report, text);
      assert.equal((await session.pull(uri, resultId)).kind, 'full');
    });

    it('cancels a pull that an edit overtook, to be asked again', async () => {
      await start();
      const uri = session.open(folder.report, text);
      await session.pull(uri);
      session.edit(uri, 'nine', 'ten');
      const overtaken = session.pull(uri);
      session.edit(uri, 'study hall', 'reading room');
      const error = await overtaken.then(
        () => undefined,
        (reason: unknown) => reason,
      );
      assert.ok(error instanceof ResponseError);
      assert.equal(error.code, LSPErrorCodes.ServerCancelled);
      assert.deepEqual(error.data, { retriggerRequest: true });
      assert.deepEqual(await session.diagnostics(uri), []);
    });

    it('has a pull asked for again whose document was closed, since it may be opened at once in another language', async () => {
      await start();
      const uri = session.open(folder.report, text, 'plaintext');
      session.edit(uri, 'nine', 'ten');
      const overtaken = session.pull(uri);
      session.close(uri);
      session.open(folder.report, text);
      await assert.rejects(overtaken, ({ code, data }: ResponseError<unknown>) => {
        assert.equal(code, LSPErrorCodes.ServerCancelled);
        assert.deepEqual(data, { retriggerRequest: true });
        return true;
      });
      assert.equal((await session.diagnostics(uri)).length, 1);
    });

    it('cancels a pull whose document was edited while it was read', async () => {
      await start();
      const uri = session.open(folder.report, text);
      await session.pull(uri);
      // Read anew although nothing was typed, so that the pull does not wait for the document to rest.
      session.today = '2024-03-02';
      const overtaken = session.pull(uri);
      session.edit(uri, 'nine', 'ten');
      await assert.rejects(overtaken, (error: ResponseError<unknown>) => error.code === LSPErrorCodes.ServerCancelled);
    });

    it('gives nothing for a document that is not open', async () => {
      await start();
      assert.deepEqual(await session.diagnostics('file:///nowhere/a.md'), []);
    });
  });

  describe('which documents', () => {
    const cases: readonly [name: string, path: string, text: string, findings: number][] = [
      ['a file that the config lists', 'reports/a.md', text, 1],
      ['a README', 'README.md', text, 0],
      ['a file that the config excludes', 'reports/old/a.md', text, 0],
      ['a file that git ignores', 'reports/ignored.md', text, 0],
      ['a file whose front matter names a report type', 'README.md', `---\nreport: memo\n---\n\n${text}`, 1],
    ];
    for (const [name, path, content, findings] of cases) {
      it(`${findings > 0 ? 'judges' : 'leaves alone'} ${name}`, async () => {
        folder.write('.gitignore', 'ignored.md\n');
        await start();
        const uri = session.open(`${folder.path}/${path}`, content);
        const found = (await session.diagnostics(uri)).filter(({ code }) => code === 'term-deprecated');
        assert.equal(found.length, findings);
        const status = await session.next('plumbline/status', (params) => params.uri === uri);
        assert.equal(status.isReport, findings > 0);
      });
    }

    it('judges a new document that belongs to the folder', async () => {
      await start();
      const uri = session.open('untitled:Untitled-1', `---\nreport: memo\n---\n\n${text}`);
      assert.ok((await session.diagnostics(uri)).some(({ code }) => code === 'term-deprecated'));
    });

    it('leaves the old side of a diff alone, and judges a virtual document', async () => {
      await start();
      const content = `---\nreport: memo\n---\n\n${text}`;
      const path = folder.report;
      for (const scheme of ['git', 'gitfs', 'gitlens-git', 'vscode-scm', 'review', 'output']) {
        const uri = session.open(`${scheme}:${path}?%7B%22ref%22%3A%22~%22%7D`, content);
        assert.deepEqual(await session.diagnostics(uri), [], scheme);
      }
      for (const scheme of ['vscode-vfs', 'vscode-test-web', 'vscode-remote', 'projects']) {
        const uri = session.open(`${scheme}://host/a.md`, `${content}\nA [report](x).\n`);
        await session.next('plumbline/status', (status) => status.uri === uri && status.isReport);
      }
    });

    it('leaves other languages alone', async () => {
      await start();
      const uri = session.open(`${folder.path}/reports/a.txt`, text, 'plaintext');
      assert.deepEqual(await session.diagnostics(uri), []);
    });

    for (const id of ['quarto', 'rmd', 'mdx']) {
      it(`takes ${id} as it takes Markdown (trial 4.3)`, async () => {
        await start();
        const listed = session.open(`${folder.path}/reports/a.${id}`, text, id);
        assert.equal((await session.diagnostics(listed)).length, 1);
        const named = session.open(`${folder.path}/a.page`, `---\nreport: memo\n---\n\n${text}`, id);
        assert.ok((await session.diagnostics(named)).some(({ code }) => code === 'term-deprecated'));
        const other = session.open(`${folder.path}/b.${id}`, text, id);
        assert.deepEqual(await session.diagnostics(other), []);
        const position = session.positionOf(other, 'study hall', 2);
        assert.ok(
          await session.connection.sendRequest('textDocument/hover', { textDocument: { uri: other }, position }),
        );
      });
    }

    it('judges a file of any ending that the config names, as long as it does (trial 4.3)', async () => {
      folder.write('plumbline.yaml', 'packs: [libraries]\nfiles: ["reports/*.txt", "**/*.qmd"]\n');
      await start();
      const hoverOf = (uri: string) =>
        session.connection.sendRequest('textDocument/hover', {
          textDocument: { uri },
          position: session.positionOf(uri, 'study hall', 2),
        });
      const uri = session.open(`${folder.path}/reports/a.txt`, text, 'plaintext');
      assert.equal((await session.diagnostics(uri)).length, 1);
      assert.equal((await session.next('plumbline/status', (params) => params.uri === uri)).isReport, true);
      assert.notEqual(await hoverOf(uri), null);
      const strange = session.open(`${folder.path}/a.qmd`, text, 'another');
      assert.equal((await session.diagnostics(strange)).length, 1);
      const other = session.open(`${folder.path}/a.txt`, `---\nreport: memo\n---\n\n${text}`, 'plaintext');
      assert.deepEqual(await session.diagnostics(other), []);
      assert.equal(await hoverOf(other), null);
      folder.write('plumbline.yaml', 'packs: [libraries]\nfiles: [reports]\n');
      session.filesChanged(folder.config);
      assert.equal((await session.next('plumbline/status', (params) => params.uri === uri)).isReport, false);
      assert.deepEqual(await session.diagnostics(uri), []);
      assert.equal(await hoverOf(uri), null);
    });

    for (const [id, ending] of [
      ['asciidoc', 'adoc'],
      ['latex', 'tex'],
      ['restructuredtext', 'rst'],
      ['typst', 'typ'],
      ['org', 'org'],
    ]) {
      it(`takes ${id} where the config names it, and no other (trial 4.3)`, async () => {
        folder.write('plumbline.yaml', `packs: [libraries]\nfiles: ["reports/**/*.${ending}"]\n`);
        await start();
        const listed = session.open(`${folder.path}/reports/a.${ending}`, text, id);
        assert.equal((await session.diagnostics(listed)).length, 1);
        const other = session.open(`${folder.path}/a.${ending}`, text, id);
        assert.deepEqual(await session.diagnostics(other), []);
      });
    }

    it('takes back what it published of a file that the config no longer names', async () => {
      folder.write('plumbline.yaml', 'packs: [libraries]\nfiles: ["*.txt"]\n');
      await start({ capabilities: plainCapabilities });
      const uri = session.open(`${folder.path}/a.txt`, text, 'text');
      await session.published(uri, (all) => all.length === 1);
      folder.write('plumbline.yaml', 'packs: [libraries]\n');
      session.filesChanged(folder.config);
      await session.published(uri, (all) => all.length === 0);
    });

    it('judges a plain text that the writer asks to be checked', async () => {
      await start();
      const uri = session.open('untitled:Untitled-1', text, 'plaintext');
      await session.connection.sendRequest('workspace/executeCommand', { command: checkFileCommand, arguments: [uri] });
      assert.equal((await session.diagnostics(uri)).length, 1);
    });

    it('has the editor ask of Markdown in all its ids, and of plain text', async () => {
      await start();
      const ids = (selector: { language: string }[]) => selector.map(({ language }) => language);
      const expected = [...reportLanguageIds];
      for (const id of ['markdown', 'quarto', 'rmd', 'mdx', 'plaintext', 'asciidoc', 'latex'])
        assert.ok(expected.includes(id));
      const { diagnosticProvider } = session.initialized.capabilities;
      assert.ok(diagnosticProvider && 'documentSelector' in diagnosticProvider);
      assert.deepEqual(ids(diagnosticProvider.documentSelector as { language: string }[]), expected);
      const { registrations } = await session.next('client/registerCapability', (params) =>
        params.registrations.some(({ method }: { method: string }) => method === 'textDocument/completion'),
      );
      assert.deepEqual(ids(registrations[0].registerOptions.documentSelector), expected);
    });

    const check = (of: string): Promise<CheckFileAnswer | null> =>
      session.connection.sendRequest('workspace/executeCommand', { command: checkFileCommand, arguments: [of] });
    const told = async () => (await session.next('window/showMessage')).message;

    it('judges what the writer asks to be checked, until it is closed', async () => {
      await start();
      const readme = `${folder.path}/README.md`;
      const uri = session.open(readme, text);
      const before = await session.pull(uri);
      assert.deepEqual(await check(uri), { isReport: true, findings: 1, sections: 1, unread: 0 });
      await session.next('workspace/diagnostic/refresh');
      const after = await session.pull(uri, before.kind === 'full' ? before.resultId : undefined);
      assert.equal(after.kind === 'full' && after.items.length, 1);
      session.close(uri);
      session.open(readme, text);
      assert.deepEqual(await session.diagnostics(uri), []);
      assert.equal(await check('file:///nowhere/a.md'), null);
    });

    it('tells the writer what came of a check, and checks no longer when asked again', async () => {
      await start();
      const uri = session.open(`${folder.path}/README.md`, '# Spring\n\n## One\n\nIt opens.\n\n## Two\n\n## Three\n');
      assert.equal((await check(uri))?.isReport, true);
      assert.equal(await told(), 'No findings in 3 sections');
      assert.equal((await check(uri))?.isReport, false);
      assert.equal(await told(), 'This file is no longer checked.');
      session.change(uri, [{ text: 'The study hall of the reading room.\n' }]);
      assert.equal((await check(uri))?.isReport, true);
      assert.equal(await told(), '1 finding');
      const listed = session.open(folder.report, '# Spring\n\nThe study hall and a loan counter.\n');
      for (const _ of ['once', 'twice']) {
        assert.equal((await check(listed))?.isReport, true);
        assert.equal(await told(), '2 findings in 1 section');
      }
    });

    it('tells it in Chinese', async () => {
      await start({ locale: 'zh-cn' });
      const uri = session.open(folder.report, '# 春季\n\n## 一、开放\n\n阅览室开放。\n\n## 二、其他\n');
      await check(uri);
      assert.equal(await told(), '2个章节未发现问题');
      session.change(uri, [{ text: '读书间开放。\n' }]);
      await check(uri);
      assert.equal(await told(), '有1处问题');
    });

    it('reads nothing in a folder whose settings say so, and all of it when they say otherwise', async () => {
      await start({ settings: { enable: false } });
      await session.next('workspace/diagnostic/refresh');
      const uri = session.open(folder.report, text);
      assert.deepEqual(await session.diagnostics(uri), []);
      assert.deepEqual(await session.completions(uri, 'study'), []);
      assert.equal(await check(uri), null);
      session.settings = { enable: true };
      await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await session.next('workspace/diagnostic/refresh');
      assert.equal((await session.diagnostics(uri)).length, 1);
    });
  });

  describe('of texts that are hard to read', () => {
    it('has the places of CRLF, lone CR and a byte order mark right', async () => {
      await start();
      const uri = session.open(folder.report, '\uFEFFstudy hall\r\n\r\nA study hall.\rOne study hall.\r\n');
      const diagnostics = await session.diagnostics(uri);
      assert.deepEqual(
        diagnostics.map((diagnostic) => [session.marked(uri, diagnostic), diagnostic.range.start]),
        [
          ['study hall', { line: 0, character: 1 }],
          ['study hall', { line: 2, character: 2 }],
          ['study hall', { line: 3, character: 4 }],
        ],
      );
    });

    it('leaves a text over the limit alone and says so at its start', async () => {
      await start({ settings: { maxFileLength: 50 } });
      const uri = session.open(folder.report, `${text}${'x'.repeat(50)}`);
      await session.next('workspace/diagnostic/refresh');
      const [diagnostic, ...others] = (await session.diagnostics(uri)) as [Diagnostic];
      assert.deepEqual(others, []);
      assert.equal(diagnostic.severity, DiagnosticSeverity.Information);
      assert.match(session.message(diagnostic), /longer than 50 characters/);
      assert.deepEqual(diagnostic.range.start, { line: 0, character: 0 });
      assert.ok(diagnostic.range.end.line === 0);
    });

    it('says which part it left unread', async () => {
      await start();
      const uri = session.open(folder.report, `${'a*b_c '.repeat(20_000)}\n\n${text}`);
      const diagnostics = await session.diagnostics(uri);
      assert.deepEqual(
        diagnostics.map(({ severity, code }) => [severity, code]),
        [
          [DiagnosticSeverity.Information, 'too-dense'],
          [DiagnosticSeverity.Warning, 'term-deprecated'],
        ],
      );
      assert.equal(diagnostics[0]?.range.start.line, 0);
    });

    it('says at its opener what never closes', async () => {
      await start();
      const uri = session.open(folder.report, `${text}\n$$\nx = 1\n\nThe study hall.\n`);
      assert.deepEqual(
        (await session.diagnostics(uri)).map(({ severity, code, source, message, range }) => [
          severity,
          code,
          source,
          message,
          range,
        ])[0],
        [
          DiagnosticSeverity.Information,
          'unclosed',
          'plumbline',
          'Not read: an equation that never closes.',
          { start: { line: 4, character: 0 }, end: { line: 4, character: 2 } },
        ],
      );
    });

    for (const [locale, message] of [
      ['en', 'Not read: no pack in force has forms in traditional Chinese, so nothing was looked for.'],
      ['zh', '未读取：现用词库没有繁体写法，未作核对。'],
    ] as const) {
      it(`says at its start that no pack has a report's script (trial 1.16, ${locale})`, async () => {
        await start({ locale });
        const uri = session.open(folder.report, '圖書館的閱覽室開放時間有變動。\n\n歡迎讀者來訪。\n');
        const [diagnostic, ...others] = (await session.diagnostics(uri)) as [Diagnostic];
        assert.deepEqual(others, []);
        const { severity, code, source, range } = diagnostic;
        assert.deepEqual([severity, code, source], [DiagnosticSeverity.Information, 'foreign-script', 'plumbline']);
        assert.deepEqual(range, { start: { line: 0, character: 0 }, end: { line: 0, character: 15 } });
        assert.equal(session.message(diagnostic), message);
        session.edit(uri, '圖書館的閱覽室開放時間有變動', '图书馆的读书间开放时间有变动');
        session.edit(uri, '歡迎讀者來訪', '欢迎来访');
        assert.deepEqual(
          (await session.diagnostics(uri)).map(({ code }) => code),
          ['term-deprecated'],
        );
      });
    }
  });

  describe('pushed', () => {
    it('comes unasked to a client that cannot pull, and goes with the document', async () => {
      await start({ capabilities: plainCapabilities });
      assert.equal(session.initialized.capabilities.diagnosticProvider, undefined);
      const uri = session.open(folder.report, text);
      const [diagnostic] = (await session.published(uri, (all) => all.length === 1)) as [Diagnostic];
      assert.equal(session.marked(uri, diagnostic), 'study hall');
      session.edit(uri, 'study hall', 'reading room');
      const params = await session.next('textDocument/publishDiagnostics', (published) => published.uri === uri);
      assert.equal(params.version, 2);
      assert.deepEqual(params.diagnostics, []);
      session.edit(uri, 'reading room', 'study hall');
      await session.published(uri, (all) => all.length === 1);
      session.close(uri);
      await session.published(uri, (all) => all.length === 0);
    });

    it('publishes for the last of a burst of edits alone', async () => {
      await start({ capabilities: plainCapabilities });
      const uri = session.open(folder.report, text);
      await session.published(uri, (all) => all.length === 1);
      for (let i = 0; i < 5; i++) session.edit(uri, 'opens', 'opens soon,');
      session.edit(uri, 'study hall', 'reading room');
      const params = await session.next('textDocument/publishDiagnostics', (published) => published.uri === uri);
      assert.equal(params.version, 7);
      assert.deepEqual(params.diagnostics, []);
    });

    it('comes anew when the vocabulary is another', async () => {
      await start({ capabilities: plainCapabilities });
      const uri = session.open(folder.report, text);
      await session.published(uri, (all) => all.length === 1);
      folder.write(
        'packs/libraries/pack.yaml',
        'schema: 1\nname: libraries\nversion: 2.0.0\ntitle: L\nlanguages: [en]\n',
      );
      session.filesChanged(folder.pack);
      await session.published(uri, (all) => all.length === 0);
    });

    it('is not sent to a client that pulls', async () => {
      await start({ capabilities: editorCapabilities });
      const uri = session.open(folder.report, text);
      await session.pull(uri);
      session.edit(uri, 'nine', 'ten');
      await session.pull(uri);
      assert.deepEqual(session.untaken('textDocument/publishDiagnostics'), []);
    });
  });
});
