// biome-ignore-all lint/suspicious/noTemplateCurlyInString: bodies of snippets have these
import assert from 'node:assert/strict';
import { InsertTextFormat, InsertTextMode, type TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LibraryFolder } from '../workspace/library-folder.js';
import { editorCapabilities, plainCapabilities, Session, type SessionOptions } from './session.js';

const pack = `name: libraries
languages: [en, zh]
sources:
  accounts: {title: {en: Accounts, zh: 决算}, publisher: {en: Town Treasury, zh: 市财政局}, date: 2024-02-20}
metrics:
  spending:
    preferred: {en: library spending, zh: 图书馆支出}
    measure: {kind: amount, unit: GBP}
    observations:
      - {period: 2022, value: 1.94e6, source: accounts}
      - {period: 2023, value: 2.07e6, source: accounts}
snippets:
  choice: {prefix: spending, body: 'Library spending was \${metric:spending}, \${1:[why]}.'}
  note:
    prefix: [spent, 支出]
    body:
      en: ['- Spent: \${metric:spending.value}\${metric:spending.source}', '- By: \${1:[who]}']
      zh: 支出为\${metric:spending.value}\${metric:spending.source}。
`;

const refresh = 'workspace/diagnostic/refresh';

const snippetCapabilities = {
  ...editorCapabilities,
  textDocument: {
    ...editorCapabilities.textDocument,
    completion: {
      ...editorCapabilities.textDocument?.completion,
      completionItem: {
        ...editorCapabilities.textDocument?.completion?.completionItem,
        snippetSupport: true,
        insertTextModeSupport: { valueSet: [InsertTextMode.asIs, InsertTextMode.adjustIndentation] },
      },
    },
  },
};

describe('snippets of packs over LSP (issue 13, section 1)', () => {
  let folder: LibraryFolder;
  let session: Session;
  const start = async (options: Partial<SessionOptions> = {}) => {
    session = await Session.start({
      folders: [folder.path],
      shippedPacks: folder.shippedPacks,
      capabilities: snippetCapabilities,
      ...options,
    });
  };
  const itemAt = async (uri: string, find: string, label: string) => {
    const items = await session.completions(uri, find);
    const found = items.filter((item) => item.label === label);
    assert.equal(found.length, 1, `${label} among ${items.map((item) => item.label)}`);
    return found[0] as (typeof items)[0];
  };

  beforeEach(() => {
    folder = new LibraryFolder();
    folder.write('packs/libraries/pack.yaml', pack);
  });
  afterEach(async () => {
    await session.stop();
    folder.remove();
  });

  it('go to an editor with snippets as one, with the values of the record to choose from', async () => {
    await start();
    const uri = session.open(folder.report, 'It is so: spend\n');
    const item = await itemAt(uri, 'spend', 'spending');
    assert.deepEqual(
      [item.insertTextFormat, item.insertTextMode, (item.textEdit as TextEdit).newText],
      [
        InsertTextFormat.Snippet,
        InsertTextMode.adjustIndentation,
        'Library spending was ${1|2.07 million pounds in 2023 (Town Treasury\\, 2024),1.94 million pounds in 2022 (Town Treasury\\, 2024)|}, ${2:[why]}.',
      ],
    );
    assert.deepEqual(item.additionalTextEdits, []);
  });

  it('bring the definition of a footnote, in English and in Chinese', async () => {
    await start();
    const uri = session.open(folder.report, 'So it was spent\n\nLast.\n');
    const item = await itemAt(uri, 'spent', 'spent');
    const edits = [item.textEdit as TextEdit, ...(item.additionalTextEdits ?? [])];
    assert.equal(
      TextDocument.applyEdits(session.document(uri), edits),
      'So it was - Spent: 2.07 million pounds[^accounts]\n- By: ${1:[who]}\n\nLast.\n\n[^accounts]: Town Treasury, Accounts, 2024-02-20.\n',
    );
    const chinese = session.open(`${folder.path}/reports/zh.md`, '本馆今年支出\n\n完。\n');
    const note = await itemAt(chinese, '支出', '支出');
    assert.equal(
      TextDocument.applyEdits(session.document(chinese), [
        note.textEdit as TextEdit,
        ...(note.additionalTextEdits ?? []),
      ]),
      '本馆今年支出为207万英镑[^accounts]。\n\n完。\n\n[^accounts]: 市财政局，决算，2024-02-20。\n',
    );
  });

  it('go to an editor without snippets as plain text, further lines indented, gaps in their brackets', async () => {
    await start({ capabilities: plainCapabilities });
    const uri = session.open(folder.report, '1. One\n   spent\n\nLast.\n');
    const item = await itemAt(uri, 'spent', 'spent');
    assert.equal(item.insertTextFormat, undefined);
    assert.equal(
      TextDocument.applyEdits(session.document(uri), [item.textEdit as TextEdit]),
      '1. One\n   - Spent: 2.07 million pounds[^accounts]\n   - By: [who]\n\nLast.\n',
    );
  });

  it('put the definition behind the cursor where the text ends there', async () => {
    await start();
    const uri = session.open(folder.report, 'It was spent');
    const item = await itemAt(uri, 'spent', 'spent');
    assert.deepEqual(
      [(item.textEdit as TextEdit).newText, item.additionalTextEdits],
      [
        '- Spent: 2.07 million pounds[^accounts]\n- By: ${1:[who]}$0\n\n[^accounts]: Town Treasury, Accounts, 2024-02-20.\n',
        [],
      ],
    );
  });

  it('are not offered unasked in what is no report', async () => {
    await start();
    const uri = session.open(`${folder.path}/README.md`, 'We spend\n');
    assert.deepEqual(
      (await session.completions(uri, 'spend')).filter(({ label }) => label === 'spending'),
      [],
    );
    const asked = await session.completions(uri, 'spend', 'asking');
    assert.equal(asked.filter(({ label }) => label === 'spending').length, 1);
  });

  it('are those of a .code-snippets file, and follow it as it changes', async () => {
    const file = folder.write(
      'packs/libraries/snippets/desk.en.code-snippets',
      '{"Sign off": {"prefix": "yours", "body": ["Yours,", "${1:[name]}"]}}',
    );
    await start();
    const uri = session.open(folder.report, 'And so, your\n');
    assert.equal(((await itemAt(uri, 'your', 'yours')).textEdit as TextEdit).newText, 'Yours,\n${1:[name]}');
    folder.write(
      'packs/libraries/snippets/desk.en.code-snippets',
      '{"Sign off": {"prefix": "yours", "body": "Yours ever"}}',
    );
    session.filesChanged(file);
    await session.next(refresh);
    assert.equal(((await itemAt(uri, 'your', 'yours')).textEdit as TextEdit).newText, 'Yours ever');
    // A new file is found, a broken one keeps what it had.
    const other = folder.write(
      'packs/libraries/snippets/more.code-snippets',
      '{"More": {"prefix": "yourself", "body": "x"}}',
    );
    folder.write('packs/libraries/snippets/desk.en.code-snippets', '{"Sign off": {');
    session.filesChanged(other, file);
    await session.next(refresh);
    assert.equal(((await itemAt(uri, 'your', 'yours')).textEdit as TextEdit).newText, 'Yours ever');
    await itemAt(uri, 'your', 'yourself');
    const problems = await session.published(
      session.document(session.open(file, '{"Sign off": {', 'snippets')).uri,
      (each) => each.length > 0,
    );
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['pack.json-invalid'],
    );
    // And an unsaved change counts.
    const made = session.open(other, '{"More": {"prefix": "yourself", "body": "x"}}', 'snippets');
    session.edit(made, '"x"', '"edited"');
    await session.next(refresh);
    assert.equal(((await itemAt(uri, 'your', 'yourself')).textEdit as TextEdit).newText, 'edited');
  });
});
