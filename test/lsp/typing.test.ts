import assert from 'node:assert/strict';
import { LibraryFolder } from '../workspace/library-folder.js';
import { plainCapabilities, Session, type SessionOptions } from './session.js';

describe('typing over LSP (trials 5.3, 5.10)', () => {
  let folder: LibraryFolder;
  let session: Session;
  const start = async (options: Partial<SessionOptions> = {}) => {
    session = await Session.start({ folders: [folder.path], shippedPacks: folder.shippedPacks, ...options });
  };
  /** Types a text at the place of `|` in the document, which it takes out, letter by letter. */
  async function* type(uri: string, text: string) {
    session.edit(uri, '|', '');
    let at = { ...place };
    for (const letter of text) {
      session.change(uri, [{ range: { start: at, end: at }, text: letter }]);
      at =
        letter === '\n'
          ? { line: at.line + 1, character: 0 }
          : { line: at.line, character: at.character + letter.length };
      yield letter;
    }
  }
  let place = { line: 0, character: 0 };
  const open = (text: string) => {
    const uri = session.open(folder.report, text);
    place = session.positionOf(uri, '|');
    return uri;
  };

  beforeEach(() => {
    folder = new LibraryFolder();
    folder.write(
      'packs/libraries/more.yaml',
      `organizations:
  library: {preferred: {en: Central Harbour Library, zh: 中央港口图书馆}, deprecated: {en: [Harbour], zh: [港口图书]}}
`,
    );
  });
  afterEach(async () => {
    await session.stop();
    folder.remove();
  });

  for (const [before, text] of [
    ['# Spring\n\n|\n', 'The Central Harbour Library has a reading room.'],
    ['# Spring\n\nIt opened. | All came.\n', 'The lending desk is there.'],
    ['# 春\n\n|\n', '中央港口图书馆设阅览室。'],
  ] as const)
    it(`shows nothing while a right text is typed: ${text}`, async () => {
      await start();
      const uri = open(before);
      for await (const letter of type(uri, text)) assert.deepEqual(await session.diagnostics(uri), [], letter);
    }).timeout(60_000);

  it('shows a word that is wrong once it is written, and where it is right the next letter takes it back', async () => {
    await start();
    const uri = open('# Spring\n\nThe |.\n');
    const shown: number[] = [];
    for await (const _ of type(uri, 'study hall is')) shown.push((await session.diagnostics(uri)).length);
    assert.deepEqual(shown, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1]);
  });

  it('shows what is being typed once the file is saved', async () => {
    await start();
    const uri = open('# Spring\n\nThe |\n');
    for await (const _ of type(uri, 'study hall')) assert.deepEqual(await session.diagnostics(uri), []);
    session.save(uri);
    await session.next('workspace/diagnostic/refresh');
    assert.equal((await session.diagnostics(uri)).length, 1);
  });

  it('and so where diagnostics are pushed', async () => {
    await start({ capabilities: plainCapabilities });
    const uri = open('# Spring\n\nThe |\n');
    await session.published(uri, (diagnostics) => diagnostics.length === 0);
    for await (const _ of type(uri, 'study hall'));
    await session.published(uri, (diagnostics) => diagnostics.length === 0);
    session.save(uri);
    await session.published(uri, (diagnostics) => diagnostics.length === 1);
  });

  it('shows what is put in whole at once', async () => {
    await start();
    const uri = session.open(folder.report, '# Spring\n\nThe room.\n');
    await session.diagnostics(uri);
    session.edit(uri, 'room', 'study hall');
    assert.equal((await session.diagnostics(uri)).length, 1);
  });

  it('marks nothing in a Markdown file that is no report', async () => {
    await start();
    const text =
      '# Readme\n\nThe study hall: see [guide] and [insert date], TODO, XX%, 读书间【待补充】。\n\n```js\n{{x}}\n';
    const uri = session.open(folder.write('README.md', text), text);
    assert.deepEqual(await session.diagnostics(uri), []);
    assert.equal(session.initialized.capabilities.semanticTokensProvider, undefined);
    assert.equal(session.initialized.capabilities.documentHighlightProvider, undefined);
    assert.equal(session.initialized.capabilities.inlayHintProvider, undefined);
  });
});
