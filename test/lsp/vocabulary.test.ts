import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { URI } from 'vscode-uri';
import { version } from '../../server/src/core/index.js';
import { LibraryFolder, libraryPack } from '../workspace/library-folder.js';
import { editorCapabilities, Session, type SessionOptions } from './session.js';

const text = '# Spring\n\nThe study hall, once a book store, has a shelf.\n';
const refresh = 'workspace/diagnostic/refresh';

describe('packs and configs followed over LSP', () => {
  let folder: LibraryFolder;
  let session: Session;
  let report: string;
  const uriOf = (path: string) => URI.file(path).toString();
  const marked = async () => (await session.diagnostics(report)).map((each) => session.marked(report, each));
  const start = async (options: Partial<SessionOptions> = {}) => {
    session = await Session.start({ folders: [folder.path], shippedPacks: folder.shippedPacks, ...options });
    report = session.open(folder.report, text);
    assert.deepEqual(await marked(), ['study hall']);
  };
  const withBookStore = libraryPack.replace('[study hall]', '[book store]');

  beforeEach(() => {
    folder = new LibraryFolder();
  });
  afterEach(async () => {
    await session.stop();
    folder.remove();
  });

  it('follows a pack that is edited and not saved, and goes back to the disk when it is closed', async () => {
    await start();
    const pack = session.open(folder.pack, libraryPack, 'yaml');
    session.edit(pack, '[study hall]', '[book store]');
    await session.next(refresh);
    assert.deepEqual(await marked(), ['book store']);
    session.close(pack);
    await session.next(refresh);
    assert.deepEqual(await marked(), ['study hall']);
  });

  it('follows a pack on disk', async () => {
    await start();
    folder.write('packs/libraries/pack.yaml', withBookStore);
    session.filesChanged(folder.pack);
    await session.next(refresh);
    assert.deepEqual(await marked(), ['book store']);
  });

  it('puts the open buffer before the disk', async () => {
    await start();
    const pack = session.open(folder.pack, libraryPack, 'yaml');
    session.edit(pack, '[study hall]', '[shelf]');
    await session.next(refresh);
    folder.write('packs/libraries/pack.yaml', withBookStore);
    session.filesChanged(folder.pack, `${folder.path}/plumbline.yaml`);
    session.edit(pack, '[shelf]', '[study hall, shelf]');
    await session.next(refresh);
    assert.deepEqual(await marked(), ['study hall', 'shelf']);
  });

  it('follows a new file of a pack, and its end', async () => {
    await start();
    const more = folder.write('packs/libraries/more.yaml', 'terms:\n  s: {preferred: stand, deprecated: [shelf]}\n');
    session.filesChanged(more);
    await session.next(refresh);
    assert.deepEqual(await marked(), ['study hall', 'shelf']);
    folder.remove('packs/libraries/more.yaml');
    session.filesChanged(more);
    await session.next(refresh);
    assert.deepEqual(await marked(), ['study hall']);
  });

  it('follows a config that comes, changes and goes', async () => {
    await start();
    folder.write(
      'shipped/museums/pack.yaml',
      libraryPack.replace('name: libraries', 'name: museums').replace('study hall', 'shelf'),
    );
    const nearer = folder.write('reports/plumbline.yaml', 'packs: [museums]\nfiles: ["*.md"]\n');
    session.filesChanged(nearer);
    await session.next(refresh);
    assert.deepEqual(await marked(), ['shelf']);
    folder.write('reports/plumbline.yaml', 'packs: [museums]\nfiles: []\n');
    session.filesChanged(nearer);
    await session.next(refresh);
    assert.deepEqual(await marked(), []);
    folder.remove('reports/plumbline.yaml');
    session.filesChanged(nearer);
    await session.next(refresh);
    assert.deepEqual(await marked(), ['study hall']);
  });

  it('follows a pack that the config named before it was there', async () => {
    folder.write('plumbline.yaml', 'packs: [libraries, museums]\nfiles: [reports]\n');
    await start();
    await session.published(uriOf(folder.config), (all) => all.length === 1);
    const museums = folder.write(
      'packs/museums/pack.yaml',
      libraryPack
        .replace('libraries', 'museums')
        .replace('study hall', 'shelf')
        .replace(/reading room|lending desk|loan counter|阅览室|读书间|借阅服务台/g, 'M$&'),
    );
    session.filesChanged(museums);
    await session.next(refresh);
    assert.deepEqual(await marked(), ['study hall', 'shelf']);
    await session.published(uriOf(folder.config), (all) => all.length === 0);
  });

  it('follows what git ignores', async () => {
    await start();
    const ignore = folder.write('.gitignore', 'spring.md\n');
    session.filesChanged(ignore);
    await session.next(refresh);
    assert.deepEqual(await marked(), []);
  });

  describe('by loads that are few', () => {
    /** How often the pack was loaded, by a file of it that is never open. */
    const loads = () => session.reads.get(uriOf(`${folder.path}/packs/libraries/more.yaml`));

    beforeEach(async () => {
      folder.write('packs/libraries/more.yaml', 'terms:\n  s: {preferred: stand}\n');
      await start();
      assert.equal(loads(), 1);
    });

    it('makes one of a burst of changes', async () => {
      const pack = session.open(folder.pack, libraryPack, 'yaml');
      for (let i = 0; i < 10; i++) session.edit(pack, 'Libraries Act', `Libraries Act ${i}`);
      session.filesChanged(folder.config);
      session.edit(pack, '[study hall]', '[book store]');
      await session.next(refresh);
      assert.deepEqual(await marked(), ['book store']);
      assert.equal(loads(), 2);
    });

    it('makes none when a pack is opened or saved as it is, or a report edited', async () => {
      session.open(folder.pack, libraryPack, 'yaml');
      session.filesChanged(folder.pack);
      session.edit(report, 'Spring', 'Summer');
      // Something else, in the same burst, that is seen when it is done.
      session.filesChanged(folder.write('.gitignore', 'spring.md\n'));
      await session.next(refresh);
      assert.deepEqual(await marked(), []);
      assert.equal(loads(), 1);
    });

    it('makes one for all documents of a config', async () => {
      const second = session.open(`${folder.path}/reports/summer.md`, text);
      const readme = session.open(`${folder.path}/README.md`, text);
      await session.diagnostics(second);
      await session.diagnostics(readme);
      assert.equal(loads(), 1);
    });
  });

  it('shows a broken pack’s problem at its line, and the rest of the pack works', async () => {
    await start();
    const pack = session.open(folder.pack, libraryPack, 'yaml');
    session.edit(pack, 'preferred: {en: lending desk, zh: 借阅服务台}', 'preferred: {en: [7]}');
    const [problem] = (await session.published(pack, (all) => all.length > 0)) as [Diagnostic];
    assert.equal(problem.source, 'plumbline');
    const { line } = session.positionOf(pack, 'preferred: {en: [7]}');
    assert.equal(problem.range.start.line, line);
    assert.deepEqual(await marked(), ['study hall']);
    session.edit(pack, '[7]', 'lending desk');
    await session.published(pack, (all) => all.length === 0);
  });

  it('shows that a pack is for a later version, and works without it', async () => {
    folder.write('packs/libraries/pack.yaml', `${libraryPack}engine: '>=99'\n`);
    session = await Session.start({ folders: [folder.path], shippedPacks: folder.shippedPacks });
    report = session.open(folder.report, text);
    assert.deepEqual(await marked(), []);
    const problems = await session.published(uriOf(folder.pack), (all) => all.length > 0);
    assert.deepEqual(
      problems.map(({ message, range }) => [message, range.start.line]),
      [
        [
          `This pack needs Plumbline >=99, and this is ${version}\nThe pack is not loaded.`,
          libraryPack.split('\n').length - 1,
        ],
      ],
    );
  });

  it('shows the problems of plumbline.yaml', async () => {
    await start();
    const config = session.open(folder.config, 'packs: [libraries]\nfiles: [reports]\n', 'yaml');
    session.edit(config, '[reports]', '7');
    const [problem] = (await session.published(config, (all) => all.length > 0)) as [Diagnostic];
    assert.equal(problem.range.start.line, 1);
    // The last good reading stands.
    assert.deepEqual(await marked(), ['study hall']);
    session.edit(config, '7', '[reports]');
    await session.published(config, (all) => all.length === 0);
  });

  it('shows the problems of a pack that is open while no report is', async () => {
    folder.write('packs/libraries/pack.yaml', `${libraryPack}  broken: {preferred: 7}\n`);
    session = await Session.start({ shippedPacks: folder.shippedPacks });
    const pack = session.open(folder.pack, `${libraryPack}  broken: {preferred: 7}\n`, 'yaml');
    await session.published(pack, (all) => all.length === 1);
    session.close(pack);
    await session.published(pack, (all) => all.length === 0);
  });

  it('has the nearest config for each folder', async () => {
    const other = new LibraryFolder();
    try {
      other.write('packs/libraries/pack.yaml', withBookStore);
      await start({ folders: [folder.path, other.path] });
      const otherReport = session.open(other.report, text);
      const found = await session.diagnostics(otherReport);
      assert.deepEqual(
        found.map((each) => session.marked(otherReport, each)),
        ['book store'],
      );
      assert.deepEqual(await marked(), ['study hall']);
    } finally {
      other.remove();
    }
  });

  it('looks for changes itself, on opening and saving, where the client watches nothing (trial 5.9)', async () => {
    const { workspace, ...others } = editorCapabilities;
    const { didChangeWatchedFiles: _, ...rest } = workspace ?? {};
    await start({ capabilities: { ...others, workspace: rest } });
    const save = (uri: string) =>
      session.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
    folder.write('packs/libraries/pack.yaml', `${withBookStore}# ${'x'.repeat(20)}\n`);
    await save(report);
    await session.next(refresh);
    assert.deepEqual(await marked(), ['book store']);
    folder.write('packs/libraries/more.yaml', 'terms:\n  shelf: {preferred: rack, deprecated: [shelf]}\n');
    session.open(folder.write('reports/summer.md', 'Summer.\n'), 'Summer.\n');
    await session.next(refresh);
    assert.deepEqual(await marked(), ['book store', 'shelf']);
    folder.write('reports/plumbline.yaml', 'packs: []\nfiles: ["**"]\n');
    await save(report);
    await session.next(refresh);
    assert.deepEqual(await marked(), []);
  });

  it('keeps the last good reading of a pack in force while it is broken, and the status says so (trial 5.7)', async () => {
    await start();
    const pack = session.open(folder.pack, libraryPack, 'yaml');
    session.edit(pack, 'deprecated: {en: [study hall]', 'deprecated: {{en: [study hall]');
    const problems = await session.published(pack, (all) => all.length > 0);
    assert.deepEqual(
      problems.map(({ message }) => message),
      ['Not valid YAML: a “{” that is not closed'],
    );
    await session.next('plumbline/status', ({ uri, kept }) => uri === report && kept.includes(pack));
    assert.deepEqual(await marked(), ['study hall']);
    session.edit(pack, 'deprecated: {{en: [study hall]', 'deprecated: {en: [book store]');
    await session.published(pack, (all) => all.length === 0);
    await session.next('plumbline/status', ({ uri, kept }) => uri === report && kept.length === 0);
    assert.deepEqual(await marked(), ['book store']);
  });

  it('tells the client which packs are in force for a document', async () => {
    await start();
    const status = await session.next('plumbline/status', ({ uri }) => uri === report);
    assert.deepEqual(status, {
      uri: report,
      packs: [
        {
          name: 'libraries',
          version: '1.2.0',
          title: 'Public libraries',
          folder: uriOf(`${folder.path}/packs/libraries`),
        },
      ],
      problems: 0,
      kept: [],
      configUri: uriOf(folder.config),
      leftAlone: [],
      isReport: true,
    });
    folder.write('packs/libraries/pack.yaml', libraryPack.replace('1.2.0', '1.3.0'));
    session.filesChanged(folder.pack);
    const next = await session.next('plumbline/status', ({ uri }) => uri === report);
    assert.equal(next.packs[0].version, '1.3.0');
  });

  it('follows the config that one extends: in its folder or above, in a buffer or on disk, as it comes, changes and goes', async () => {
    folder.write('team/plumbline.yaml', 'extends: ../plumbline.yaml\n');
    const team = `${folder.path}/team`;
    session = await Session.start({ folders: [team], shippedPacks: folder.shippedPacks });
    report = session.open(`${team}/reports/spring.md`, text);
    folder.write('plumbline.yaml', 'packs: [libraries]\nfiles: ["**/*.md"]\n');
    session.filesChanged(folder.config);
    await session.next(refresh);
    assert.deepEqual(await marked(), ['study hall']);
    const levels = 'packs: [libraries]\nfiles: ["**/*.md"]\nrules: {term-deprecated: error}\n';
    const base = session.open(folder.config, levels, 'yaml');
    await session.next(refresh);
    assert.deepEqual(
      (await session.diagnostics(report)).map(({ severity }) => severity),
      [1],
    );
    session.edit(base, 'error', 'off');
    await session.next(refresh);
    assert.deepEqual(await marked(), []);
    session.edit(base, 'term-deprecated', 'term-depracated');
    const problems = await session.published(base, (all) => all.length === 1);
    assert.equal(session.marked(base, problems[0] as Diagnostic), 'term-depracated');
    session.close(base);
    await session.next(refresh);
    assert.deepEqual(await marked(), ['study hall']);
    folder.remove('plumbline.yaml');
    session.filesChanged(folder.config);
    const [missing] = await session.published(uriOf(`${team}/plumbline.yaml`), (all) => all.length === 1);
    assert.equal(missing?.code, 'config.base-missing');
    folder.write('plumbline.yaml', 'packs: [libraries]\nfiles: ["**/*.md"]\n');
    session.filesChanged(folder.config);
    await session.published(uriOf(`${team}/plumbline.yaml`), (all) => all.length === 0);
    assert.deepEqual(await marked(), ['study hall']);
  });

  describe('by what the client is asked to watch', () => {
    const watched = async () => {
      const params = await session.next(
        'client/registerCapability',
        ({ registrations }) => registrations[0].method === 'workspace/didChangeWatchedFiles',
      );
      const watchers = params.registrations[0].registerOptions.watchers as { globPattern: unknown }[];
      return watchers.map(({ globPattern }) => globPattern);
    };

    it('has the files of the workspace, and the folders of its packs', async () => {
      await start();
      assert.deepEqual(await watched(), [
        '**/*.{yaml,yml,csv,md,txt,code-snippets}',
        '**/.gitignore',
        '**/plumbline.lock',
      ]);
      const baseUri = uriOf(folder.path);
      assert.deepEqual(await watched(), [
        { baseUri, pattern: 'packs' },
        { baseUri, pattern: 'packs/libraries' },
      ]);
      folder.remove('packs');
      session.filesChanged(`${folder.path}/packs`);
      await session.next(refresh);
      assert.deepEqual(await marked(), []);
      await session.published(uriOf(folder.config), (all) => all.length === 1);
    });

    it('has the files of packs elsewhere', async () => {
      const elsewhere = new LibraryFolder();
      try {
        folder.write('plumbline.yaml', `packs: [${elsewhere.path}/packs/libraries]\nfiles: [reports]\n`);
        await start();
        await watched();
        assert.deepEqual(await watched(), [
          { baseUri: uriOf(`${elsewhere.path}/packs/libraries`), pattern: '**/*.{yaml,yml,csv,md,txt,code-snippets}' },
          { baseUri: uriOf(`${elsewhere.path}/packs`), pattern: 'libraries' },
        ]);
        elsewhere.write('packs/libraries/pack.yaml', withBookStore);
        session.filesChanged(elsewhere.pack);
        await session.next(refresh);
        assert.deepEqual(await marked(), ['book store']);
      } finally {
        elsewhere.remove();
      }
    });

    it('has the configs that others extend, elsewhere by their names', async () => {
      folder.write('plumbline.yaml', 'packs: [libraries]\nfiles: ["**/*.md"]\n');
      folder.write('team/shared/style.yaml', 'language: en\n');
      folder.write('team/plumbline.yaml', 'extends: [../plumbline.yaml, ../later.yaml, shared/style.yaml]\n');
      session = await Session.start({ folders: [`${folder.path}/team`], shippedPacks: folder.shippedPacks });
      await watched();
      const baseUri = uriOf(folder.path);
      assert.deepEqual((await watched()).slice(-3), [
        { baseUri, pattern: 'later.yaml' },
        { baseUri, pattern: 'plumbline.yaml' },
        { baseUri: uriOf(`${folder.path}/team`), pattern: 'shared' },
      ]);
    });
  });
});
