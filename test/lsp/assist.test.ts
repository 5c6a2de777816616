import assert from 'node:assert/strict';
import { type Diagnostic, MarkupContent, type TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { LibraryFolder } from '../workspace/library-folder.js';
import { editorCapabilities, plainCapabilities, Session, type SessionOptions } from './session.js';

describe('help with writing over LSP', () => {
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

  describe('completion', () => {
    /** The text after accepting the item with this label. */
    const accept = async (uri: string, find: string, label: string) => {
      const items = await session.completions(uri, find);
      const item = items.find((each) => each.label === label);
      assert.ok(item?.textEdit && 'range' in item.textEdit, `no ${label} in ${items.map((each) => each.label)}`);
      const document = session.document(uri);
      const typed = document.getText(item.textEdit.range);
      assert.ok(find.endsWith(typed));
      assert.ok(item.filterText?.toLowerCase().startsWith(typed.toLowerCase()), item.filterText);
      return TextDocument.applyEdits(document, [item.textEdit]);
    };

    it('offers a form in the middle of an English line', async () => {
      await start();
      const uri = session.open(folder.report, '# Spring\n\nVisit the read on Monday.\n');
      assert.equal(await accept(uri, 'the read', 'reading room'), '# Spring\n\nVisit the reading room on Monday.\n');
    });

    it('offers a form in the middle of a Han sentence', async () => {
      await start();
      const uri = session.open(folder.report, '# 春\n\n请到借阅等候。\n');
      assert.equal(await accept(uri, '到借阅', '借阅服务台'), '# 春\n\n请到借阅服务台等候。\n');
    });

    it('offers the preferred form for a deprecated one that was begun, in a README too', async () => {
      await start();
      const uri = session.open(`${folder.path}/README.md`, 'The loan cou\n');
      assert.equal(await accept(uri, 'loan cou', 'lending desk'), 'The lending desk\n');
    });

    it('says of an item what it is, in the client’s language', async () => {
      await start({ locale: 'zh-tw' });
      const uri = session.open(folder.report, 'The read\n');
      const [item] = await session.completions(uri, 'read');
      assert.equal(item?.detail, '术语');
      assert.ok(MarkupContent.is(item?.documentation) && item.documentation.value.includes('阅览室'));
    });

    it('offers more to a writer who asks than to one who types', async () => {
      await start();
      const uri = session.open(folder.report, 'Visit the r\n');
      assert.deepEqual(await session.completions(uri, 'the r'), []);
      const items = await session.completions(uri, 'the r', 'asking');
      assert.deepEqual(
        items.map(({ label }) => label),
        ['reading room'],
      );
    });

    it('offers nothing in code', async () => {
      await start();
      const uri = session.open(folder.report, 'Type `the read` here\n');
      assert.deepEqual(await session.completions(uri, 'read'), []);
    });

    it('is registered with the triggers of the vocabulary, and anew when they change', async () => {
      await start();
      const registration = (params: { registrations: { method: string }[] }) =>
        params.registrations.some(({ method }) => method === 'textDocument/completion');
      const triggers = async () => {
        const params = await session.next('client/registerCapability', registration);
        const { registerOptions } = params.registrations[0];
        assert.deepEqual(registerOptions.documentSelector, [{ language: 'markdown' }]);
        return registerOptions.triggerCharacters as string[];
      };
      assert.equal(session.initialized.capabilities.completionProvider, undefined);
      const before = await triggers();
      assert.ok(before.includes('d') && before.includes('览') && !before.includes('架'));
      folder.write('packs/libraries/more.yaml', 'terms:\n  shelf: {preferred: {zh: 书架}}\n');
      session.filesChanged(`${folder.path}/packs/libraries/more.yaml`);
      await session.next('client/unregisterCapability');
      assert.ok((await triggers()).includes('架'));
    });

    it('has its triggers from the start for a client that registers nothing', async () => {
      await start({ capabilities: plainCapabilities });
      assert.ok(session.initialized.capabilities.completionProvider?.triggerCharacters?.includes('览'));
    });
  });

  describe('hover', () => {
    const hover = (uri: string, find: string) =>
      session.connection.sendRequest<{ contents: MarkupContent; range: Diagnostic['range'] } | null>(
        'textDocument/hover',
        { textDocument: { uri }, position: session.positionOf(uri, find, 1) },
      );

    it('shows the entry under the cursor, in a README too', async () => {
      await start();
      const uri = session.open(`${folder.path}/README.md`, 'A large reading room.\n');
      const found = await hover(uri, 'reading room');
      assert.equal(found?.contents.kind, 'markdown');
      assert.match(found?.contents.value ?? '', /阅览室/);
      assert.equal(found && session.document(uri).getText(found.range), 'reading room');
    });

    it('has the place right after a byte order mark', async () => {
      await start();
      const uri = session.open(folder.report, '\uFEFFA reading room.\n');
      assert.equal(await hover(uri, 'A reading'), null);
      const found = await session.connection.sendRequest<{ range: Diagnostic['range'] } | null>('textDocument/hover', {
        textDocument: { uri },
        position: { line: 0, character: 3 },
      });
      assert.equal(found && session.document(uri).getText(found.range), 'reading room');
    });

    it('shows nothing elsewhere', async () => {
      await start();
      const uri = session.open(folder.report, 'A large reading room.\n');
      assert.equal(await hover(uri, 'large'), null);
    });
  });

  describe('definition', () => {
    const definition = (uri: string, find: string) =>
      session.connection.sendRequest('textDocument/definition', {
        textDocument: { uri },
        position: session.positionOf(uri, find, 1),
      });

    it('leads into the pack’s YAML', async () => {
      await start();
      const uri = session.open(folder.report, 'The study hall.\n');
      const range = { start: { line: 8, character: 2 }, end: { line: 8, character: 14 } };
      assert.deepEqual(await definition(uri, 'study hall'), [
        {
          originSelectionRange: { start: { line: 0, character: 4 }, end: { line: 0, character: 14 } },
          targetUri: URI.file(folder.pack).toString(),
          targetRange: range,
          targetSelectionRange: range,
        },
      ]);
      assert.deepEqual(await definition(uri, 'The'), []);
    });

    it('is a plain location for a client without links', async () => {
      await start({ capabilities: plainCapabilities });
      const uri = session.open(folder.report, 'The study hall.\n');
      const [location] = (await definition(uri, 'study hall')) as [unknown];
      assert.deepEqual(location, {
        uri: URI.file(folder.pack).toString(),
        range: { start: { line: 8, character: 2 }, end: { line: 8, character: 14 } },
      });
    });
  });

  describe('quick fixes', () => {
    const text = '# Spring\n\nThe study hall and the loan counter.\n';

    it('give clean text, for the version that is shown', async () => {
      await start();
      const uri = session.open(folder.report, text);
      session.edit(uri, 'Spring', 'Summer');
      const [diagnostic] = (await session.diagnostics(uri)) as [Diagnostic];
      const [action, ...others] = await session.codeActions(uri, diagnostic);
      assert.deepEqual(others, []);
      assert.equal(action?.title, 'Replace with “reading room”');
      assert.equal(action?.kind, 'quickfix');
      assert.equal(action?.isPreferred, true);
      assert.deepEqual(action?.diagnostics, [diagnostic]);
      const [change] = action?.edit?.documentChanges ?? [];
      assert.ok(change && 'textDocument' in change);
      assert.deepEqual(change.textDocument, { uri, version: 2 });
      const edits = change.edits as TextEdit[];
      for (const edit of edits) session.change(uri, [{ range: edit.range, text: edit.newText }]);
      assert.equal(
        session.document(uri).getText(),
        text.replace('Spring', 'Summer').replace('study hall', 'reading room'),
      );
      assert.deepEqual(
        (await session.diagnostics(uri)).map((each) => session.marked(uri, each)),
        ['loan counter'],
      );
    });

    it('are plain changes for a client without versions', async () => {
      const { workspace: _, ...capabilities } = editorCapabilities;
      await start({ capabilities });
      const uri = session.open(folder.report, text);
      const [diagnostic] = (await session.diagnostics(uri)) as [Diagnostic];
      const [action] = await session.codeActions(uri, diagnostic);
      assert.equal(action?.edit?.documentChanges, undefined);
      assert.equal(action?.edit?.changes?.[uri]?.[0]?.newText, 'reading room');
    });

    it('are offered for their kind alone', async () => {
      await start();
      const uri = session.open(folder.report, text);
      const [diagnostic] = (await session.diagnostics(uri)) as [Diagnostic];
      assert.equal((await session.codeActions(uri, diagnostic, ['quickfix'])).length, 1);
      assert.deepEqual(await session.codeActions(uri, diagnostic, ['refactor']), []);
    });

    it('are not offered for a place that an edit has moved', async () => {
      await start();
      const uri = session.open(folder.report, text);
      const [diagnostic] = (await session.diagnostics(uri)) as [Diagnostic];
      const asked = session.codeActions(uri, diagnostic);
      session.edit(uri, '# Spring\n', '# A long spring\n\nAnd a summer.\n');
      for (const action of await asked) {
        const [change] = action.edit?.documentChanges ?? [];
        assert.ok(change && 'textDocument' in change && change.textDocument.version === 1);
      }
    });

    it('are not offered in a document that is no report', async () => {
      await start();
      const uri = session.open(folder.report, text);
      const [diagnostic] = (await session.diagnostics(uri)) as [Diagnostic];
      const readme = session.open(`${folder.path}/README.md`, text);
      assert.deepEqual(await session.codeActions(readme, diagnostic), []);
    });
  });
});
