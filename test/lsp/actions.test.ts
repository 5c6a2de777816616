import assert from 'node:assert/strict';
import type { CodeAction, TextDocumentEdit, TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LibraryFolder } from '../workspace/library-folder.js';
import { editorCapabilities, Session, type SessionOptions } from './session.js';

const text = '# Spring\n\nThe study hall and the loan counter.\n\n- The study hall opens.\n';

describe('actions over LSP', () => {
  let folder: LibraryFolder;
  let session: Session;
  beforeEach(() => {
    folder = new LibraryFolder();
  });
  afterEach(async () => {
    await session.stop();
    folder.remove();
  });
  const capabilities = {
    ...editorCapabilities,
    textDocument: { ...editorCapabilities.textDocument, publishDiagnostics: { tagSupport: { valueSet: [1, 2] } } },
    workspace: {
      ...editorCapabilities.workspace,
      applyEdit: true,
      workspaceEdit: { documentChanges: true, resourceOperations: ['create'], snippetEditSupport: true },
    },
    window: { showDocument: { support: true } },
  } satisfies SessionOptions['capabilities'];
  const start = async (options: Partial<SessionOptions> = {}) => {
    session = await Session.start({
      folders: [folder.path],
      shippedPacks: folder.shippedPacks,
      capabilities,
      ...options,
    });
  };
  /** The actions on the first finding in some words. */
  const actionsOn = async (uri: string, words: string, only?: string[]) => {
    const diagnostic = (await session.diagnostics(uri)).findLast((each) => session.marked(uri, each) === words);
    assert.ok(diagnostic, `nothing is found in ${words}`);
    return session.codeActions(uri, diagnostic, only);
  };
  const titled = (actions: readonly CodeAction[], title: string): CodeAction => {
    const action = actions.find((each) => each.title === title);
    assert.ok(action, `no ${title} in ${actions.map((each) => each.title).join('; ')}`);
    return action;
  };
  /** The document after the edits of an action, or of what its command asks for. */
  const after = (uri: string, edits: TextEdit[]) => TextDocument.applyEdits(session.document(uri), edits);
  const editsOf = ({ edit }: Pick<CodeAction, 'edit'>) =>
    (edit?.documentChanges ?? []).flatMap((change) => (change as TextDocumentEdit).edits) as TextEdit[];
  const run = async ({ command }: CodeAction) => {
    assert.ok(command);
    await session.connection.sendRequest('workspace/executeCommand', {
      command: command.command,
      arguments: command.arguments,
    });
    return (await session.next('workspace/applyEdit')) as Pick<CodeAction, 'edit'>;
  };

  for (const [locale, title] of [
    ['en', 'Fix all of term-deprecated in this file'],
    ['zh-cn', '修正本文件中所有 term-deprecated 问题'],
  ] as const) {
    it(`fix all of one rule (${locale})`, async () => {
      await start({ locale });
      const uri = session.open(folder.report, text);
      const action = titled(await actionsOn(uri, 'loan counter'), title);
      assert.equal(action.kind, 'quickfix');
      const applied = await run(action);
      assert.equal(
        after(uri, editsOf(applied)),
        '# Spring\n\nThe reading room and the lending desk.\n\n- The reading room opens.\n',
      );
      assert.equal(editsOf(applied).length, 2);
      // An edit of the document refuses it.
      session.edit(uri, '# Spring', '# Summer');
      await assert.rejects(run(action), /edited meanwhile/);
    });
  }

  it('fix all that is safe as one edit, for those alone who ask for it', async () => {
    await start();
    const uri = session.open(folder.report, text);
    for (const only of ['source.fixAll.plumbline', 'source.fixAll', 'source']) {
      const [action, ...others] = await actionsOn(uri, 'loan counter', [only]);
      assert.deepEqual(others, []);
      assert.equal(action?.kind, 'source.fixAll.plumbline');
      assert.equal(action?.edit?.documentChanges?.length, 1);
      assert.match(after(uri, editsOf(action)), /The reading room and the lending desk/);
    }
    assert.deepEqual(await actionsOn(uri, 'loan counter', ['source.fixAll.other']), []);
    assert.deepEqual(await actionsOn(uri, 'loan counter', ['source.organizeImports']), []);
    const all = await actionsOn(uri, 'loan counter');
    assert.ok(all.every(({ kind }) => kind === 'quickfix'));
  });

  it('fix nothing of a report with nothing safe to fix', async () => {
    await start();
    const uri = session.open(folder.report, '# Spring\n\nA room.\n');
    const params = { textDocument: { uri }, context: { diagnostics: [], only: ['source.fixAll'] } };
    const range = { start: { line: 0, character: 0 }, end: { line: 2, character: 0 } };
    assert.deepEqual(await session.connection.sendRequest('textDocument/codeAction', { ...params, range }), []);
  });

  describe('disable a rule', () => {
    it('above the line, with a gap for the reason', async () => {
      await start();
      const uri = session.open(folder.report, text);
      const action = titled(await actionsOn(uri, 'loan counter'), 'Disable term-deprecated here, with a reason');
      const [edit] = editsOf(action) as unknown as { range: unknown; snippet: { value: string } }[];
      const start_ = { line: 2, character: 0 };
      assert.deepEqual(edit?.range, { start: start_, end: start_ });
      assert.equal(edit?.snippet.value, `<!-- plumbline-disable-next-line term-deprecated -- \${1:[why]} -->\n`);
    });

    it('as plain text for a client without snippets, in Chinese too', async () => {
      await start({ capabilities: editorCapabilities, locale: 'zh-cn' });
      const uri = session.open(folder.report, '---\nlanguage: zh\n---\n\n# 春\n\n读书间开放。\n');
      const actions = await actionsOn(uri, '读书间');
      const here = titled(actions, '在此处屏蔽 term-deprecated，并说明理由');
      const comment = '<!-- plumbline-disable-next-line term-deprecated -- 【说明理由】 -->\n';
      assert.ok(after(uri, editsOf(here)).endsWith(`\n\n${comment}读书间开放。\n`));
      const inFile = titled(actions, '在本文件屏蔽 term-deprecated，并说明理由');
      const atTop = after(uri, editsOf(inFile));
      assert.ok(
        atTop.startsWith(
          '---\nlanguage: zh\n---\n\n<!-- plumbline-disable-file term-deprecated -- 【说明理由】 -->\n\n# 春',
        ),
      );
      session.change(uri, [{ text: atTop }]);
      assert.deepEqual(await session.diagnostics(uri), []);
    });

    it('at the end of the line of a list, and as MDX writes comments', async () => {
      await start({ capabilities: editorCapabilities });
      const uri = session.open(folder.report, text);
      const inList = titled(await actionsOn(uri, 'study hall'), 'Disable term-deprecated here, with a reason');
      assert.match(
        after(uri, editsOf(inList)),
        /\n- The study hall opens\. <!-- plumbline-disable-line term-deprecated -- \[why\] -->\n$/,
      );
      folder.write('plumbline.yaml', 'packs: [libraries]\nfiles: [reports/*.mdx]\n');
      session.filesChanged(folder.config);
      const mdx = session.open(`${folder.path}/reports/a.mdx`, text, 'mdx');
      const inMdx = titled(await actionsOn(mdx, 'loan counter'), 'Disable term-deprecated here, with a reason');
      const changed = after(mdx, editsOf(inMdx));
      assert.match(changed, /\n\{\/\* plumbline-disable-next-line term-deprecated -- \[why\] \*\/\}\nThe study/);
      session.change(mdx, [{ text: changed }]);
      const left = await session.diagnostics(mdx);
      assert.deepEqual(
        left.map((each) => session.marked(mdx, each)),
        ['study hall'],
      );
    });
  });

  it('are struck out where a form is deprecated, for a client that does that', async () => {
    await start();
    const uri = session.open(folder.report, text);
    assert.deepEqual(
      (await session.diagnostics(uri)).map(({ tags }) => tags),
      [[2], [2], [2]],
    );
    await session.stop();
    await start({ capabilities: editorCapabilities });
    session.open(folder.report, text);
    assert.deepEqual(
      (await session.diagnostics(uri)).map(({ tags }) => tags),
      [undefined, undefined, undefined],
    );
  });
});
