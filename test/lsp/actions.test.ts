import assert from 'node:assert/strict';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { CodeAction, CreateFile, TextDocumentEdit, TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { LibraryFolder, libraryPack } from '../workspace/library-folder.js';
import { editorCapabilities, Session, type SessionOptions } from './session.js';

const text = '# Spring\n\nThe study hall and the loan counter.\n\n- The study hall opens.\n';

const shippedPack = `${libraryPack}metrics:
  spending:
    preferred: {en: library spending, zh: 图书馆支出}
    measure: {kind: amount, unit: GBP, of: flow}
    observations: [{period: 2022, value: 1.94e6, source: act}]
`;

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
      textDocumentContent: { dynamicRegistration: true },
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
    ['zh-cn', '修正本文件中所有term-deprecated问题'],
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

  it('are the fixes alone where many findings are selected', async () => {
    await start();
    const uri = session.open(folder.report, `# Spring\n\n${'The study hall and the loan counter.\n\n'.repeat(30)}`);
    const range = { start: { line: 0, character: 0 }, end: { line: 90, character: 0 } };
    const actions = await session.codeActions(uri, { range } as never, ['quickfix']);
    assert.equal(actions.length, 60);
    assert.ok(actions.every(({ title }) => title.startsWith('Replace with')));
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
      const here = titled(actions, '在此处屏蔽term-deprecated，并说明理由');
      const comment = '<!-- plumbline-disable-next-line term-deprecated -- 【说明理由】 -->\n';
      assert.ok(after(uri, editsOf(here)).endsWith(`\n\n${comment}读书间开放。\n`));
      const inFile = titled(actions, '在本文件屏蔽term-deprecated，并说明理由');
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

  describe('explain', () => {
    const ask = async ({ command }: CodeAction) => {
      await session.connection.sendRequest('workspace/executeCommand', {
        command: command?.command,
        arguments: command?.arguments,
      });
      return (await session.next('window/showDocument')).uri as string;
    };
    const content = async (uri: string): Promise<string> => {
      const { text } = (await session.connection.sendRequest('workspace/textDocumentContent', { uri })) as {
        text: string;
      };
      return text;
    };

    for (const [locale, title, found] of [
      [
        'en',
        'Why was this found?',
        /^reports\/spring\.md:3:24\n.*\n\nFound\b.*\n.*“loan counter” is a deprecated form.*\n/s,
      ],
      ['zh-cn', '为什么指出此处？', /^reports\/spring\.md:3:24\n.*“loan counter”.*\n/s],
    ] as const) {
      it(`why something was found, as plumbline explain does (${locale})`, async () => {
        await start({ locale });
        const uri = session.open(folder.report, text);
        const shown = await ask(titled(await actionsOn(uri, 'loan counter'), title));
        assert.match(shown, /^plumbline-explain:\/spring\.md%3A3\.txt\?/);
        assert.match(await content(shown), found);
        assert.match(await content(shown), /libraries|词库/);
      });
    }

    it('why nothing was, where somebody asks at a place without a finding', async () => {
      await start();
      const uri = session.open(folder.report, text);
      const here = { range: { start: { line: 0, character: 3 }, end: { line: 0, character: 3 } } } as never;
      const shown = await ask(titled(await session.codeActions(uri, here), 'Why was this not checked?'));
      assert.match(await content(shown), /^reports\/spring\.md:1\n/);
      assert.deepEqual(await session.codeActions(uri, here, ['quickfix.other']), []);
      for (const other of ['plumbline-explain:/x', 'plumbline-explain:/x?{}', 'file:///x', `${shown.split('?')[0]}?7`])
        assert.equal(await content(other), '');
      session.close(uri);
      assert.equal(await content(shown), '');
    });

    for (const [locale, title, page] of [
      ['en', 'Open the page of term-deprecated', 'file:///plumbline/rules/term-deprecated.md'],
      ['zh-cn', '打开term-deprecated的说明页', 'file:///plumbline/rules/term-deprecated.zh.md'],
    ] as const) {
      it(`the rule, by its page (${locale})`, async () => {
        await start({ locale });
        const uri = session.open(folder.report, text);
        const action = titled(await actionsOn(uri, 'loan counter'), title);
        assert.equal(await ask(action), page);
        await assert.rejects(
          session.connection.sendRequest('workspace/executeCommand', {
            command: 'plumbline.server.openRule',
            arguments: ['../../etc/passwd'],
          }),
          /does not take these arguments/,
        );
      });
    }

    it('is not offered to a client that shows no such documents', async () => {
      await start({ capabilities: editorCapabilities });
      const uri = session.open(folder.report, text);
      const titles = (await actionsOn(uri, 'loan counter')).map((each) => each.title);
      assert.ok(titles.every((title) => !/Why|page/.test(title)));
    });
  });

  describe('add to the vocabulary', () => {
    const ours = 'name: ours\nlanguages: [en, zh]\n';
    const withOurs = () => {
      folder.write('plumbline.yaml', 'packs: [ours, libraries]\nfiles: [reports]\n');
      folder.write('packs/ours/pack.yaml', ours);
      folder.remove('packs/libraries');
      folder.write('shipped/libraries/pack.yaml', shippedPack);
    };
    /** What an editor does with the edit that it is asked to make: files that are open change there, others on disk. */
    const applied = async (action: CodeAction): Promise<ReadonlyMap<string, string>> => {
      const { edit } = await run(action);
      const texts = new Map<string, string>();
      for (const change of edit?.documentChanges ?? []) {
        if ('kind' in change) {
          assert.equal(change.kind, 'create');
          assert.equal(existsSync(URI.parse((change as CreateFile).uri).fsPath), false);
          continue;
        }
        const { uri, version } = change.textDocument;
        const { fsPath } = URI.parse(uri);
        const before =
          version === null ? (existsSync(fsPath) ? readFileSync(fsPath, 'utf8') : '') : session.document(uri).getText();
        const text = TextDocument.applyEdits(TextDocument.create(uri, 'yaml', 0, before), change.edits as TextEdit[]);
        const path = relative(folder.path, fsPath);
        if (version === null) {
          folder.write(path, text);
          session.filesChanged(fsPath);
        } else session.change(uri, [{ text }]);
        texts.set(path, text);
      }
      return texts;
    };
    const remaining = async (uri: string, count: number) => {
      for (;;) {
        const found = (await session.diagnostics(uri)).map((each) => session.marked(uri, each));
        if (found.length === count) return found;
      }
    };

    it('as a form, in one’s own pack by an extension', async () => {
      withOurs();
      await start();
      const uri = session.open(folder.report, text);
      const title = 'Add “loan counter” as a form of “lending desk” to the vocabulary (packs/ours/pack.yaml)';
      const action = titled(await actionsOn(uri, 'loan counter'), title);
      assert.equal(action.kind, 'quickfix');
      const texts = await applied(action);
      assert.deepEqual(
        [...texts],
        [
          [
            'packs/ours/pack.yaml',
            `${ours}terms:\n  lending:\n    extends: libraries/terms/lending\n    add:\n      admitted: {en: [loan counter]}\n`,
          ],
        ],
      );
      assert.deepEqual(await remaining(uri, 2), ['study hall', 'study hall']);
    });

    it('as a form of one’s own entry, which deprecates it no more', async () => {
      await start();
      const uri = session.open(folder.report, text);
      const texts = await applied(
        titled(
          await actionsOn(uri, 'loan counter'),
          'Add “loan counter” as a form of “lending desk” to the vocabulary (packs/libraries/pack.yaml)',
        ),
      );
      assert.equal(
        texts.get('packs/libraries/pack.yaml'),
        libraryPack.replace(
          '    deprecated: {en: [loan counter]}\n    basis: act\n',
          '    basis: act\n    admitted: {en: [loan counter]}\n',
        ),
      );
      assert.deepEqual(await remaining(uri, 2), ['study hall', 'study hall']);
    });

    it('as an exception: the selection, or the words with the next one; in a file that is open and not saved', async () => {
      withOurs();
      await start({ locale: 'zh-cn' });
      const unsaved = `# 未保存\r\n${ours.replaceAll('\n', '\r\n')}`;
      const pack = session.open(`${folder.path}/packs/ours/pack.yaml`, unsaved, 'yaml');
      const uri = session.open(folder.report, '# 春\n\n读书间规则不变。\n');
      const action = titled(
        await actionsOn(uri, '读书间'),
        '将“读书间规则”加入词库，作为“阅览室”的例外（packs/ours/pack.yaml）',
      );
      await applied(action);
      assert.equal(
        session.document(pack).getText(),
        `${unsaved}terms:\r\n  reading-room:\r\n    extends: libraries/terms/reading-room\r\n    add:\r\n      exceptions: {zh: [读书间规则]}\r\n`,
      );
      await remaining(uri, 0);
      const diagnostic = { range: { start: { line: 2, character: 0 }, end: { line: 2, character: 7 } } };
      const report = session.open(`${folder.path}/reports/b.md`, '# 春\n\n读书间今日开放。\n');
      const chosen = await session.codeActions(report, diagnostic as never);
      titled(chosen, '将“读书间今日开放”加入词库，作为“阅览室”的例外（packs/ours/pack.yaml）');
    });

    it('as a new term: a selection, when somebody asks', async () => {
      withOurs();
      folder.write('packs/ours/words.yaml', '# Words.\nterms:\n    shelf: {preferred: shelf} # new\n\n# End.\n');
      await start();
      const uri = session.open(folder.report, '# Spring\n\nThe help point opens.\n');
      const range = { start: session.positionOf(uri, 'help'), end: session.positionOf(uri, 'point', 5) };
      const action = titled(
        await session.codeActions(uri, { range } as never, ['refactor']),
        'Add “help point” as a term to the vocabulary (packs/ours/words.yaml)',
      );
      assert.equal(action.kind, 'refactor');
      const texts = await applied(action);
      assert.equal(
        texts.get('packs/ours/words.yaml'),
        '# Words.\nterms:\n    shelf: {preferred: shelf} # new\n    help-point: {preferred: {en: help point}}\n\n# End.\n',
      );
      const automatic = await session.connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri },
        range,
        context: { diagnostics: [], triggerKind: 2 },
      });
      assert.deepEqual(automatic, []);
    });

    it('makes a pack, and names it, where there is none of one’s own', async () => {
      folder.remove('packs/libraries');
      folder.write('shipped/libraries/pack.yaml', shippedPack);
      folder.write('plumbline.yaml', '# Ours.\npacks: [libraries]\nfiles: [reports]\n');
      await start();
      const uri = session.open(folder.report, text);
      const action = titled(
        await actionsOn(uri, 'loan counter'),
        'Add “loan counter” as a form of “lending desk” to the vocabulary (packs/ours/pack.yaml)',
      );
      const texts = await applied(action);
      assert.equal(texts.get('plumbline.yaml'), '# Ours.\npacks: [ours, libraries]\nfiles: [reports]\n');
      assert.match(
        texts.get('packs/ours/pack.yaml') ?? '',
        /^schema: 1\nname: ours\n.*\n {6}admitted: \{en: \[loan counter\]\}\n$/s,
      );
      await remaining(uri, 2);
    });

    it('makes the config too, where there is none', async () => {
      folder.remove('packs');
      folder.remove('plumbline.yaml');
      folder.write('shipped/libraries/pack.yaml', shippedPack);
      await start();
      const uri = session.open(folder.report, `---\nreport: x\n---\n\n${text}`);
      const actions = await actionsOn(uri, 'loan counter');
      const texts = await applied(actions.find(({ command }) => command?.command.endsWith('addToPack')) as CodeAction);
      assert.match(texts.get('plumbline.yaml') ?? '', /\npacks:\n {2}- ours\n {2}- libraries\n/);
      assert.ok(texts.has('packs/ours/pack.yaml'));
    });

    it('record a figure that contradicts, with the day of the report, and one that nobody has', async () => {
      withOurs();
      await start();
      const uri = session.open(
        folder.report,
        '---\ndate: 2024-02-01\n---\n\n# Spring\n\nIn 2022 library spending was £2.70 million.\n\nIn 2023 library spending was £3.1 million.\n',
      );
      const wrong = titled(
        await actionsOn(uri, '£2.70 million'),
        'Record this figure for “library spending”, 2022 (packs/ours/pack.yaml)',
      );
      assert.equal(wrong.kind, 'quickfix');
      const once = await applied(wrong);
      assert.match(
        once.get('packs/ours/pack.yaml') ?? '',
        /\n {6}observations: \[\{period: 2022, value: 2\.70e6, vintage: 2024-02-01\}\]\n$/,
      );
      await remaining(uri, 2);
      const range = { start: session.positionOf(uri, '£3.1'), end: session.positionOf(uri, '£3.1') };
      const unknown = titled(
        await session.codeActions(uri, { range } as never, ['refactor']),
        'Record this figure for “library spending”, 2023 (packs/ours/pack.yaml)',
      );
      const twice = await applied(unknown);
      assert.match(
        twice.get('packs/ours/pack.yaml') ?? '',
        /vintage: 2024-02-01\}, \{period: 2023, value: 3\.1e6\}\]\n$/,
      );
    });

    it('says why where the file cannot be written', async () => {
      withOurs();
      folder.write(
        'packs/ours/pack.yaml',
        `${ours}x: &a {en: [y]}\nterms:\n  own: {extends: libraries/terms/lending, add: {admitted: *a}}\n`,
      );
      await start();
      const uri = session.open(folder.report, text);
      const actions = await actionsOn(uri, 'loan counter');
      const { command } = actions.find(({ command }) => command?.command.endsWith('addToPack')) as CodeAction;
      await session.connection.sendRequest('workspace/executeCommand', {
        command: command?.command,
        arguments: command?.arguments,
      });
      const { message } = await session.next('window/showMessage');
      assert.equal(
        message,
        'packs/ours/pack.yaml was not changed: what stands there holds for other places too (an anchor or a merge key).',
      );
      assert.deepEqual(session.untaken('workspace/applyEdit'), []);
    });

    describe('never writes outside the folder, nor into a pack that is not one’s own', () => {
      const offered = async () => {
        const uri = session.open(folder.report, text);
        return (await actionsOn(uri, 'loan counter')).filter(({ command }) => command?.command.endsWith('addToPack'));
      };
      const titlesOf = (actions: readonly CodeAction[]) => actions.map(({ title }) => /\((.*)\)$/.exec(title)?.[1]);

      it('of node_modules, of .plumbline, of a dependency or beside the folder', async () => {
        const elsewhere = new LibraryFolder();
        try {
          folder.remove('packs');
          folder.write('node_modules/one/pack.yaml', shippedPack.replace('libraries', 'one'));
          folder.write('.plumbline/packs/two/pack.yaml', shippedPack.replace('libraries', 'two'));
          folder.write('vendor/three/pack.yaml', shippedPack.replace('libraries', 'three'));
          const four = relative(folder.path, join(elsewhere.path, 'packs/libraries'));
          folder.write(
            'plumbline.yaml',
            `packs: [one, ./.plumbline/packs/two, three, ${four}]\ndependencies: {three: 'file:./vendor/three'}\nfiles: [reports]\n`,
          );
          await start();
          assert.deepEqual(new Set(titlesOf(await offered())), new Set(['packs/ours/pack.yaml']));
        } finally {
          elsewhere.remove();
        }
      });

      it('in a folder that is not trusted, or for a client that makes no files or edits', async () => {
        withOurs();
        await start({ initializationOptions: { trusted: false } });
        const uri = session.open(folder.report, `---\nreport: x\n---\n\n${text}`);
        assert.ok(
          (await actionsOn(uri, 'loan counter')).every(({ command }) => !command?.command.endsWith('addToPack')),
        );
        await session.stop();
        await start({ capabilities: editorCapabilities });
        assert.deepEqual(await offered(), []);
      });

      it('through a link', async () => {
        withOurs();
        const elsewhere = new LibraryFolder();
        try {
          folder.remove('packs/ours');
          elsewhere.write('ours/pack.yaml', ours);
          symlinkSync(join(elsewhere.path, 'ours'), join(folder.path, 'packs/ours'));
          await start();
          const [action] = await offered();
          const { command } = action as CodeAction;
          await session.connection.sendRequest('workspace/executeCommand', {
            command: command?.command,
            arguments: command?.arguments,
          });
          const { message } = await session.next('window/showMessage');
          assert.match(message, /^packs\/ours\/pack\.yaml was not changed: a link leads out/);
          assert.equal(readFileSync(join(elsewhere.path, 'ours/pack.yaml'), 'utf8'), ours);
          assert.deepEqual(session.untaken('workspace/applyEdit'), []);
        } finally {
          elsewhere.remove();
        }
      });

      it('by a command that nobody was offered', async () => {
        withOurs();
        await start();
        const uri = session.open(folder.report, text);
        const ask = (argument: unknown) =>
          session.connection.sendRequest('workspace/executeCommand', {
            command: 'plumbline.server.addToPack',
            arguments: [argument],
          });
        for (const addition of [
          undefined,
          7,
          { as: 'term' },
          { as: 'admitted', entry: '../x', language: 'en', text: 'x' },
        ])
          await assert.rejects(ask({ uri, addition }), /does not take these arguments/);
        await ask({ uri: 'file:///elsewhere.md', addition: { as: 'term', language: 'en', text: 'x' } });
        assert.deepEqual(session.untaken('workspace/applyEdit'), []);
      });
    });
  });
});
