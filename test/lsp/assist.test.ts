import assert from 'node:assert/strict';
import {
  CompletionItemKind,
  type Diagnostic,
  InsertTextFormat,
  MarkupContent,
  type TextEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import type { NewReportType } from '../../server/src/lsp/protocol.js';
import { LibraryFolder, libraryPack } from '../workspace/library-folder.js';
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
        assert.ok(registerOptions.documentSelector.length > 0);
        return registerOptions.triggerCharacters as string[];
      };
      assert.equal(session.initialized.capabilities.completionProvider, undefined);
      const before = await triggers();
      assert.ok(before.includes('d') && before.includes('览') && !before.includes('架'));
      folder.write('packs/libraries/more.yaml', 'terms:\n  shelf: {preferred: {zh: 书架}}\n');
      session.filesChanged(`${folder.path}/packs/libraries/more.yaml`);
      assert.ok((await triggers()).includes('架'));
      // With no provider in between an editor would close the list that a writer is looking at.
      const ofCompletion = ({ unregisterations }: { unregisterations: { method: string }[] }) =>
        unregisterations.some(({ method }) => method === 'textDocument/completion');
      assert.equal(session.untaken('client/unregisterCapability').some(ofCompletion), false);
      await session.next('client/unregisterCapability', ofCompletion);
    });

    it('has its triggers from the start for a client that registers nothing', async () => {
      await start({ capabilities: plainCapabilities });
      assert.ok(session.initialized.capabilities.completionProvider?.triggerCharacters?.includes('览'));
    });

    describe('of what is owed', () => {
      const pack = `tasks:
  shelves: {preferred: {en: mend the shelves, zh: 修理书架}}
  cards: {preferred: {en: renew the cards, zh: 换发借书证}}
taskLists:
  spring: {preferred: {en: spring list, zh: 春季清单}, tasks: [shelves, cards]}
metrics:
  loans: {preferred: {en: loans, zh: 借阅次数}, measure: {kind: count, of: flow}, observations: [{period: 2022, value: 41000, source: act}]}
reports:
  letter:
    preferred: {en: letter, zh: 通讯}
    sections:
      - {id: work, heading: {en: [Work], zh: [工作]}, required: true, holds: tasks}
      - {id: figures, heading: {en: [Figures], zh: [数据]}, required: true, holds: metrics}
    tasks: spring
    metrics: [loans]
`;
      const head = '---\nreport: letter\n---\n\n# Spring\n\n';
      const snippetClient = {
        ...editorCapabilities,
        textDocument: {
          ...editorCapabilities.textDocument,
          completion: { dynamicRegistration: true, completionItem: { snippetSupport: true } },
        },
      };
      beforeEach(() => {
        folder.write('packs/libraries/letter.yaml', pack);
      });

      it('opens on a bullet of the key tasks, as a snippet with a place to fill', async () => {
        await start({ capabilities: snippetClient });
        const uri = session.open(folder.report, `${head}## Work\n\n- \n`);
        const items = await session.completions(uri, '## Work\n\n- ');
        assert.deepEqual(
          items.map(({ label, textEdit }) => [label, textEdit?.newText]),
          [
            ['Mend the shelves', 'Mend the shelves: $' + '{1:[measures, bodies, dates]}$0'],
            ['Renew the cards', 'Renew the cards: $' + '{1:[measures, bodies, dates]}$0'],
          ],
        );
        assert.deepEqual(
          items.map(({ sortText }) => sortText),
          ['00000', '00001'],
        );
      });

      it('is plain text with its brackets for a client without snippets, in its locale', async () => {
        await start({ locale: 'zh' });
        const uri = session.open(folder.report, '---\nreport: letter\n---\n\n# 春\n\n## 工作\n\n一是\n');
        const [item] = await session.completions(uri, '一是');
        assert.equal(item?.textEdit?.newText, '修理书架：【待补充】');
        assert.equal(item?.insertTextFormat, undefined);
        assert.equal(item?.detail, '重点任务（尚缺）');
      });

      it('brings the footnote of a figure with it', async () => {
        await start();
        const uri = session.open(folder.report, `${head}## Figures\n\n- \n`);
        const [item] = await session.completions(uri, '## Figures\n\n- ');
        assert.equal(item?.textEdit?.newText, 'Loans: 41,000 in 2022.[^act]');
        assert.match(item?.additionalTextEdits?.[0]?.newText ?? '', /^\n?\[\^act\]: Ministry of Culture/);
      });

      it('follows the text', async () => {
        await start();
        const uri = session.open(folder.report, `${head}## \n`);
        const labels = async (find: string) => (await session.completions(uri, find)).map(({ label }) => label);
        assert.deepEqual(await labels('# Spring\n\n## '), ['Work', 'Figures']);
        session.edit(uri, '## ', '## Work\n\nDone.\n\n## ');
        assert.deepEqual(await labels('Done.\n\n## '), ['Figures']);
      });

      it('offers keys of a report in other Markdown only to a writer who asks', async () => {
        await start();
        const uri = session.open(`${folder.path}/README.md`, '---\nti\n---\n');
        assert.deepEqual(await session.completions(uri, 'ti'), []);
        assert.deepEqual(
          (await session.completions(uri, 'ti', 'asking')).map(({ label }) => label),
          ['title'],
        );
      });

      it('is told in all with the status, as it is written, and on the title', async () => {
        await start();
        const uri = session.open(folder.report, `${head}## Work\n\n- Mend the shelves: done.\n`);
        await session.pull(uri);
        const progress = (text: string) =>
          session.next('plumbline/status', (status) => status.uri === uri && status.progress === text);
        await progress('1 of 2 key tasks, 1 of 2 sections');
        session.edit(uri, 'done.\n', 'done.\n- Renew the cards: done.\n\n## Figures\n\nLoans: 41,000 in 2022.\n');
        await session.pull(uri);
        await progress('2 of 2 key tasks, 2 of 2 sections, 1 of 1 figures hold');
        const hover = (await session.connection.sendRequest('textDocument/hover', {
          textDocument: { uri },
          position: session.positionOf(uri, '# Spring', 4),
        })) as { contents: MarkupContent };
        assert.equal(hover.contents.value, '2 of 2 key tasks, 2 of 2 sections, 1 of 1 figures hold');
      });
    });

    describe('of recorded values', () => {
      const metrics = `sources:
  accounts-2022: {title: {en: Accounts for 2022, zh: 2022年决算}, publisher: {en: Town Treasury, zh: 市财政局}, date: 2023-03-01}
  accounts-2021: {title: {en: Accounts for 2021, zh: 2021年决算}, publisher: {en: Town Treasury, zh: 市财政局}, date: 2022-03-01}
metrics:
  library-spending:
    preferred: {en: library spending, zh: 图书馆支出}
    measure: {kind: amount, unit: GBP, of: flow}
    observations:
      - {period: 2021, value: 37.3e6, source: accounts-2021}
      - {period: 2022, value: 40.1644e6, source: accounts-2022}
      - {period: 2022, value: 40e6, comparator: above, source: accounts-2022}
`;
      /** What is offered at the bar of a line of a report. */
      const offered = async (line: string, by: 'typing' | 'asking' = 'asking') => {
        const before = line.slice(0, line.indexOf('‸'));
        const uri = session.open(folder.report, `# Spring\n\n${line.replace('‸', '')}\n`);
        const items = await session.completions(uri, before, by);
        return { uri, items: items.filter(({ kind }) => kind === CompletionItemKind.Value) };
      };
      const labels = async (line: string, by?: 'typing') =>
        (await offered(line, by)).items.map(({ label }) => label).filter((label) => !/ing$|支出$/.test(label));

      beforeEach(async () => {
        folder.write('packs/libraries/metrics.yaml', metrics);
        await start();
      });

      const lines: Readonly<Record<string, readonly string[]>> = {
        // The period that the sentence names is not said again, and no other is offered.
        'In 2021 library spending was ‸': ['37.3 million pounds'],
        'In 2022 library spending stood at ‸': ['40.1644 million pounds', 'more than 40 million pounds'],
        'Library spending reached ‸ in 2021.': ['37.3 million pounds'],
        'Library spending in 2021 ‸': ['stood at 37.3 million pounds'],
        'Library spending was ‸': [
          '40.1644 million pounds in 2022',
          'more than 40 million pounds in 2022',
          '37.3 million pounds in 2021',
        ],
        'In 2019 library spending was ‸': [],
        '2021年图书馆支出为‸': ['3730万英镑'],
        '2021年，图书馆支出达到‸。': ['3730万英镑'],
        '2021年图书馆支出‸': ['为3730万英镑'],
        '图书馆支出达‸': ['4016.44万英镑（2022年）', '超过4000万英镑（2022年）', '3730万英镑（2021年）'],
        // The hedge that stands there is not doubled, and holds.
        'In 2022 library spending exceeded ‸': ['40 million pounds'],
        'In 2021 library spending was more than ‸': ['37 million pounds'],
        '2022年图书馆支出超过‸': ['4000万英镑'],
        // As the report writes such amounts.
        'In 2022 library spending was £40.2m. In 2021 library spending was ‸': ['£37.3m'],
        // Behind the mark of a note, a sentence begins.
        'In 2022 library spending was £40.2m.[^a] In 2021 library spending was ‸\n\n[^a]: A letter.': ['£37.3m'],
        '2022年图书馆支出为4016万英镑。[^a]2021年图书馆支出为‸\n\n[^a]: 来函。': ['3730万英镑'],
        '| Year[^a] | Library spending (thousand pounds)[^a] |\n| --- | --- |\n| 2021 | ‸ |\n\n[^a]: A letter.': [
          '37300',
        ],
        // Where a number would be said of something else, nothing.
        'Library spending grew by ‸': [],
        'Library spending is a matter of taste, and ‸': [],
        '图书馆支出稳定‸': [],
        '`In 2021 library spending was ‸`': [],
        '> In 2021 library spending was ‸': [],
        // Behind a number that is being written, nothing.
        '2021年图书馆支出为3310万‸': [],
        '2021年图书馆支出为3310万英镑‸': [],
        '2021年图书馆支出约3310万英镑‸。': [],
        'In 2021 library spending was 33.1 million ‸': [],
        'In 2021 library spending was 33.1 million pounds ‸': [],
        'In 2021 library spending was £33.1m ‸ in all.': [],
        'In 2021 library spending was **33.1 million** ‸': [],
        '2022年图书馆支出达4000多万‸': [],
        '新增3个分馆，2021年图书馆支出为‸': ['3730万英镑'],
        // In the mark of a note, its label stands.
        'In 2021 library spending rose.[^‸]': [],
        'In 2021 library spending was at its highest[^‸': [],
        '- In 2021 library spending rose[^3‸]': [],
        '2021年图书馆支出有所增加[^‸]': [],
        '图书馆支出[^‸]': [],
        // A cell has the header's unit.
        '| Year | Library spending (thousand pounds) |\n| --- | --- |\n| 2021 | ‸ |': ['37300'],
        '| | 2021 | 2022 |\n| --- | --- | --- |\n| Library spending (million pounds) | ‸ | 40.2 |': ['37.3'],
        '| 年份 | 图书馆支出（万英镑） |\n| --- | --- |\n| 2021年 | ‸ |': ['3730'],
      };
      for (const [line, expected] of Object.entries(lines)) {
        it(`at ${line.replaceAll('\n', '⏎')}`, async () => assert.deepEqual(await labels(line), expected));
      }

      it('come as the digits are typed, if they are theirs', async () => {
        assert.deepEqual(await labels('In 2021 library spending was 3‸', 'typing'), ['37.3 million pounds']);
        assert.deepEqual(await labels('In 2021 library spending was 4‸', 'typing'), []);
        assert.deepEqual(await labels('2021年图书馆支出为‸', 'typing'), ['3730万英镑']);
      });

      it('take the period of the heading first', async () => {
        const [first] = await labels('## Figures of 2021\n\nLibrary spending was ‸');
        assert.equal(first, '37.3 million pounds');
      });

      /** The whole text after the first value was accepted. */
      const accepted = async (line: string) => {
        const { uri, items } = await offered(line);
        const [item] = items;
        assert.ok(item?.textEdit && 'range' in item.textEdit);
        return TextDocument.applyEdits(session.document(uri), [item.textEdit, ...(item.additionalTextEdits ?? [])]);
      };

      it('bring the footnote of their source', async () => {
        assert.equal(
          await accepted('In 2021 library spending was ‸'),
          '# Spring\n\nIn 2021 library spending was 37.3 million pounds[^accounts-2021]\n\n[^accounts-2021]: Town Treasury, Accounts for 2021, 2022-03-01.\n',
        );
        assert.match(
          await accepted('2021年图书馆支出为‸'),
          /为3730万英镑\[\^accounts-2021\]\n\n.*市财政局，2021年决算，2022-03-01。\n$/,
        );
      });

      it('use the footnote that the report has, and leave another’s label alone', async () => {
        const known = '[^7]: Town Treasury, 1 March 2022.';
        assert.match(await accepted(`In 2021 library spending was ‸\n\n${known}`), /pounds\[\^7\]\n\n.*2022\.\n$/);
        const other = '[^accounts-2021]: A letter.';
        assert.match(
          await accepted(`In 2021 library spending was ‸\n\n${other}`),
          /\[\^accounts-2021-2\]\n\n\[\^accounts-2021\]: A letter\.\n+\[\^accounts-2021-2\]: Town Treasury/,
        );
      });

      it('leave the cursor behind the value at the very end of a text', async () => {
        await session.stop();
        const completion = { ...editorCapabilities.textDocument?.completion, completionItem: { snippetSupport: true } };
        await start({
          capabilities: { ...editorCapabilities, textDocument: { ...editorCapabilities.textDocument, completion } },
        });
        const uri = session.open(folder.report, 'In 2021 library spending was ');
        const [item] = await session.completions(uri, 'was ', 'asking');
        assert.equal(item?.insertTextFormat, InsertTextFormat.Snippet);
        assert.match(
          item?.textEdit?.newText ?? '',
          /^37\.3 million pounds\[\^accounts-2021\]\$0\n\n\[\^accounts-2021\]: /,
        );
        assert.deepEqual(item?.additionalTextEdits, []);
      });
    });
  });

  describe('new reports', () => {
    const pack = `name: libraries
languages: [en, zh]
reports:
  letter:
    preferred: {en: letter, zh: 通讯}
    title: {en: 'Letter of $' + '{1:[month]}', zh: '$' + '{1:【填写月份】}通讯'}
    sections: [{id: work, heading: {en: [Work], zh: [工作]}, required: true}]
`.replaceAll("' + '", '');

    it('are the types in force in a folder, in every language of their pack, the client’s first', async () => {
      folder.write('packs/libraries/pack.yaml', pack);
      await start({ locale: 'zh' });
      const types = await session.connection.sendRequest('plumbline/newReports', {
        folder: URI.file(folder.path).toString(),
      });
      const [type] = types as NewReportType[];
      assert.deepEqual([type?.label, type?.description, type?.detail], ['通讯', 'libraries', '工作']);
      assert.deepEqual(
        type?.languages.map(({ label }) => label),
        ['中文', '英语'],
      );
      const head =
        '---\ntitle: "$' +
        '{1:【填写月份】}通讯"\ndate: 2024-03-01\nlanguage: zh\nreport: letter\n---\n\n# $' +
        '{1:【填写月份】}通讯\n';
      assert.ok(type?.languages[0]?.snippet.startsWith(head), type?.languages[0]?.snippet);
    });

    it('are beside them the snippets that are whole reports', async () => {
      const template = `snippets:
  memo:
    prefix: memo
    description: {en: Short memo, zh: 便函}
    isFileTemplate: true
    body: {en: ['# Memo on $' + '{1:[subject]}', '', 'As of \\$today.']}
`
        .replaceAll("' + '", '')
        .replace('\\$today', '$today');
      folder.write('packs/libraries/pack.yaml', pack + template);
      await start();
      const types = (await session.connection.sendRequest('plumbline/newReports', {
        folder: URI.file(folder.path).toString(),
      })) as NewReportType[];
      assert.deepEqual(
        types.map(({ label, languages }) => [label, languages.map((each) => each.label)]),
        [
          ['letter', ['English', 'Chinese']],
          ['Short memo', ['English']],
        ],
      );
      assert.equal(types[1]?.languages[0]?.snippet, '# Memo on $' + '{1:[subject]}\n\nAs of 2024-03-01.');
    });

    it('are none where no pack in force has a type', async () => {
      await start();
      const types = await session.connection.sendRequest('plumbline/newReports', {
        folder: URI.file(folder.path).toString(),
      });
      assert.deepEqual(types, []);
    });
  });

  describe('skeletons (trial 5.4)', () => {
    const reports = `reports:
  brief: {preferred: {en: shelf brief, zh: 书架简讯}, sections: [{id: in, heading: {en: News, zh: 动态}, required: true}]}
`;
    const skeletons = async (uri: string, after: string, by: 'typing' | 'asking') =>
      (await session.completions(uri, after, by)).filter(({ kind }) => kind === CompletionItemKind.Snippet);

    it('come from the packs in force, in the report’s language, with a tab stop at each place', async () => {
      folder.write('packs/libraries/reports.yaml', reports);
      const completion = { ...editorCapabilities.textDocument?.completion, completionItem: { snippetSupport: true } };
      await start({
        locale: 'zh-cn',
        capabilities: { ...editorCapabilities, textDocument: { ...editorCapabilities.textDocument, completion } },
      });
      const uri = session.open(folder.report, '\n');
      const items = await skeletons(uri, '\n', 'asking');
      assert.deepEqual(
        items.map(({ label, insertTextFormat, textEdit }) => [label, insertTextFormat, textEdit?.newText]),
        [
          [
            '书架简讯',
            InsertTextFormat.Snippet,
            // biome-ignore lint/suspicious/noTemplateCurlyInString: a snippet's.
            '---\ntitle: "${1:【填写标题】}"\ndate: 2024-03-01\nlanguage: zh\nreport: brief\n---\n\n# ${1:【填写标题】}\n\n## 动态\n\n${2:【待补充】}\n',
          ],
        ],
      );
    });

    it('are plain text for a client without snippets, and no file but a report is offered one unasked', async () => {
      folder.write('packs/libraries/reports.yaml', reports);
      await start();
      const report = session.open(folder.report, 'shelf');
      const [item] = await skeletons(report, 'shelf', 'typing');
      assert.match(item?.textEdit?.newText ?? '', /^---\n[^$]*# \[title\]\n\n## News\n\n\[to be written\]\n$/);
      const other = session.open(folder.write('README.md', 'shelf'), 'shelf');
      assert.deepEqual(await skeletons(other, 'shelf', 'typing'), []);
      assert.equal((await skeletons(other, 'shelf', 'asking')).length, 1);
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

    /** What Plumbline says itself is in the display language, names are in the report's. */
    const inBoth = {
      metrics: `regions: {GB-TOWN: {forms: {en: [the town], zh: [本市]}}}
sources:
  accounts: {title: {en: Accounts, zh: 决算}, publisher: {en: Town Treasury, zh: 市财政局}, date: 2023-03-01, url: 'https://example.org/a'}
metrics:
  spending:
    preferred: {en: library spending, zh: 图书馆支出}
    admitted: {en: [spending on libraries, library outlay], zh: [图书馆经费, 图书馆开支]}
    measure: {kind: amount, unit: GBP, of: flow}
    region: GB-TOWN
    observations: [{period: 2022-Q3, value: 40.1e6, source: accounts}]
    basis: accounts
events:
  opening: {preferred: {en: Grand Opening, zh: 开馆仪式}, date: 2023-09-22/2023-09-23, place: {en: Market Hall, zh: 集市大厅}}
people:
  head: {preferred: {en: Ann Shelf, zh: 安书架}, roles: [{title: {en: [librarian], zh: [馆长]}, from: 2020-01}]}
targets:
  loans: {preferred: {en: half a million loans, zh: 五十万次借阅}, milestones: [{due: 2030, value: 500000, comparator: at-least}]}
`,
      report:
        'In the third quarter of 2022, library spending was 40 million pounds. Ann Shelf spoke at the Grand Opening of half a million loans.\n\n2022年第三季度，图书馆支出为4010万英镑。安书架在开馆仪式上谈五十万次借阅。\n',
      expected: {
        en: [
          [
            '40 million',
            '**40 million pounds** — library spending (the third quarter of 2022, the town)\n\nRead as 39.5–40.5 million pounds. Agrees with the record: 40.1 million pounds.\n\nSource: [Town Treasury, Accounts, 1 March 2023](https://example.org/a)',
          ],
          [
            '4010万',
            '**4010万英镑** — 图书馆支出 (the third quarter of 2022, the town)\n\nRead as 40.095–40.105 million pounds. Agrees with the record: 40.1 million pounds.\n\nSource: [Town Treasury, Accounts, 1 March 2023](https://example.org/a)',
          ],
          [
            '图书馆支出为',
            '**图书馆支出** · **library spending** — metric\n\n| Period | Value |  | Source |\n| :-- | --: | :-- | :-- |\n| the third quarter of 2022 | 40.1 million pounds | ████████ | Town Treasury, 2023-03-01 |\n\nAlso: 图书馆经费; 图书馆开支\n\nSource: [Town Treasury, Accounts, 1 March 2023](https://example.org/a)',
          ],
          ['Grand', '**Grand Opening** · **开馆仪式** — event\n\n22–23 September 2023, Market Hall'],
          ['Ann', '**Ann Shelf** · **安书架** — person\n\n- librarian, since January 2020'],
          ['half a', '**half a million loans** · **五十万次借阅** — target\n\n- 2030: at least 500,000'],
        ],
        zh: [
          [
            '40 million',
            '**40 million pounds** — library spending（2022年第三季度，本市）\n\n读作3950–4050万英镑。与记录相符：4010万英镑。\n\n来源：[市财政局，决算，2023年3月1日](https://example.org/a)',
          ],
          [
            '4010万',
            '**4010万英镑** — 图书馆支出（2022年第三季度，本市）\n\n读作4009.5–4010.5万英镑。与记录相符：4010万英镑。\n\n来源：[市财政局，决算，2023年3月1日](https://example.org/a)',
          ],
          [
            'library spending',
            '**library spending** · **图书馆支出** — 指标\n\n| 时期 | 数值 |  | 来源 |\n| :-- | --: | :-- | :-- |\n| 2022年第三季度 | 4010万英镑 | ████████ | 市财政局，2023-03-01 |\n\n也可写作：spending on libraries；library outlay\n\n来源：[市财政局，决算，2023年3月1日](https://example.org/a)',
          ],
          ['开馆', '**开馆仪式** · **Grand Opening** — 会议和活动\n\n2023年9月22日至23日，集市大厅'],
          ['安书', '**安书架** · **Ann Shelf** — 人物\n\n- 馆长，2020年1月起'],
          ['五十万', '**五十万次借阅** · **half a million loans** — 目标\n\n- 2030：不少于50万'],
        ],
      } satisfies Record<string, readonly (readonly [string, string])[]>,
    };
    for (const [locale, expected] of Object.entries(inBoth.expected)) {
      it(`speaks the display language, ${locale}, of a report in any`, async () => {
        folder.write('packs/libraries/figures.yaml', inBoth.metrics.replace(/^regions.*\n/, ''));
        folder.write('packs/libraries/pack.yaml', `${libraryPack}${/^regions.*\n/.exec(inBoth.metrics)?.[0]}`);
        await start({ locale });
        const uri = session.open(folder.report, `---\nregion: GB-TOWN\n---\n${inBoth.report}`);
        for (const [find, markdown] of expected) assert.equal((await hover(uri, find))?.contents.value, markdown);
      });
    }

    it('says why a date or a number was not read', async () => {
      await start();
      const uri = session.open(
        folder.report,
        `Open since May.\n\nOn *31 September* 2022 it had ${'7'.repeat(400)} books, on 30 September 45.\n`,
      );
      const date = await hover(uri, 'September');
      assert.equal(date?.contents.value, 'There is no such date, so it is not read.');
      assert.deepEqual(date.range, { start: { line: 2, character: 4 }, end: { line: 2, character: 22 } });
      assert.equal((await hover(uri, '777'))?.contents.value, 'A number of 400 digits is too long to be read.');
      for (const right of ['May', '30 September', '45']) assert.equal(await hover(uri, right), null);
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
      assert.ok(others.every(({ title, isPreferred }) => !isPreferred && !title.startsWith('Replace')));
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
      assert.notEqual((await session.codeActions(uri, diagnostic, ['quickfix'])).length, 0);
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
