import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LocationLink } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import {
  type CopiedEntry,
  copyEntryRequest,
  firstConfigRequest,
  type PackEntry,
  packEntriesRequest,
} from '../../server/src/lsp/protocol.js';
import { loadWorkspace } from '../../server/src/workspace/load-workspace.js';
import { nodeFiles } from '../../server/src/workspace/node-files.js';
import { LibraryFolder, libraryPack } from '../workspace/library-folder.js';
import { Session } from './session.js';

const shipped = URI.file(fileURLToPath(new URL('../../packs', import.meta.url))).toString();

describe('the entries of packs that ship (trial 5.5)', () => {
  let folder: LibraryFolder;
  let session: Session;
  beforeEach(() => {
    folder = new LibraryFolder();
    folder.remove('packs');
    folder.remove('plumbline.yaml');
    folder.write('shipped/libraries/pack.yaml', libraryPack);
  });
  afterEach(async () => {
    await session.stop();
    folder.remove();
  });
  const start = async (
    initializationOptions: unknown = { packDocuments: true },
    shippedPacks = folder.shippedPacks,
  ) => {
    session = await Session.start({ folders: [folder.path], shippedPacks, initializationOptions });
  };
  const report = () => session.open(folder.report, '---\nreport: x\n---\n\nThe study hall opens.\n');
  const definition = async (uri: string): Promise<string | undefined> => {
    const position = session.positionOf(uri, 'study hall', 3);
    const links = await session.connection.sendRequest('textDocument/definition', { textDocument: { uri }, position });
    return (links as LocationLink[])[0]?.targetUri;
  };
  const copy = async (name: string, of = folder.path): Promise<CopiedEntry | null> =>
    session.connection.sendRequest(copyEntryRequest, { name, folder: URI.file(of).toString() });
  /** Does what the client does. */
  const write = ({ insertions }: CopiedEntry) => {
    for (const { uri, position, text } of insertions) {
      const { fsPath } = URI.parse(uri);
      mkdirSync(dirname(fsPath), { recursive: true });
      let before = '';
      try {
        before = readFileSync(fsPath, 'utf8');
      } catch {}
      const document = TextDocument.create(uri, 'yaml', 1, before);
      writeFileSync(
        fsPath,
        TextDocument.applyEdits(document, [{ range: { start: position, end: position }, newText: text }]),
      );
    }
  };
  const loaded = () =>
    loadWorkspace({
      files: nodeFiles(),
      configUri: URI.file(folder.config).toString(),
      shippedPacks: URI.file(folder.shippedPacks).toString(),
    });
  const written = (path: string) => readFileSync(join(folder.path, path), 'utf8');
  /** The line that is shown afterwards. */
  const shownLine = ({ uri, range }: CopiedEntry) =>
    readFileSync(URI.parse(uri).fsPath, 'utf8').split('\n')[range.start.line];

  it('are read-only documents to a client that shows such, and files to any other', async () => {
    await start();
    const uri = report();
    assert.equal(await definition(uri), 'plumbline-pack:/libraries/pack.yaml');
    const [found] = await session.diagnostics(uri);
    assert.equal(
      found?.relatedInformation?.[0]?.location.uri ?? 'plumbline-pack:/libraries/pack.yaml',
      'plumbline-pack:/libraries/pack.yaml',
    );
    const status = await session.next('plumbline/status', (params) => params.uri === uri);
    assert.equal(status.packs[0].folder, 'plumbline-pack:/libraries');
    const entries: PackEntry[] = await session.connection.sendRequest(packEntriesRequest, {
      uri: 'plumbline-pack:/libraries/pack.yaml',
    });
    assert.deepEqual(
      entries.map(({ name, range }) => [name, libraryPack.split('\n')[range.start.line]?.trim()]),
      [
        ['libraries/sources/act', 'act: {title: Libraries Act, publisher: Ministry of Culture, date: 2020-05-01}'],
        ['libraries/terms/reading-room', 'reading-room:'],
        ['libraries/terms/lending', 'lending:'],
      ],
    );
    await session.stop();
    await start({});
    assert.match((await definition(report())) ?? '', /^file:.*shipped\/libraries\/pack\.yaml$/);
  });

  it('of one’s own are files to every client', async () => {
    folder.write('plumbline.yaml', 'packs: [ours]\n');
    folder.write('packs/ours/pack.yaml', libraryPack.replace('libraries', 'ours'));
    await start();
    assert.match((await definition(report())) ?? '', /^file:.*packs\/ours\/pack\.yaml$/);
  });

  it('are copied into a first pack of one’s own, with a first config that names it', async () => {
    await start();
    const copied = await copy('libraries/terms/reading-room');
    assert.ok(copied);
    assert.equal(copied.newFiles.length, 2);
    write(copied);
    assert.match(written('plumbline.yaml'), /packs:\n {2}- ours\n {2}- libraries\n/);
    assert.match(
      written('packs/ours/pack.yaml'),
      /^terms:\n {2}reading-room:\n {4}# Only .*\n {4}extends: libraries\/terms\/reading-room\n {4}preferred: \{en: reading room, zh: 阅览室\}\n {4}deprecated: \{en: \[study hall\], zh: \[读书间\]\}\n {4}basis: act\n$/m,
    );
    assert.equal(shownLine(copied), '  reading-room:');
    const workspace = await loaded();
    assert.deepEqual(workspace.problems, []);
    assert.deepEqual(
      workspace.vocabulary.packs.map(({ name }) => name),
      ['ours', 'libraries'],
    );
  });

  const configs: readonly [config: string, expected: string][] = [
    ['packs: [libraries]\n', 'packs: [ours, libraries]\n'],
    [
      '# Ours.\npacks:\n  # The shipped one.\n  - libraries # all\n',
      '# Ours.\npacks:\n  # The shipped one.\n  - ours\n  - libraries # all\n',
    ],
    ["files: ['*.md']\n", "packs: [ours, libraries]\nfiles: ['*.md']\n"],
    ["# Said of files.\n\nfiles: ['*.md']\n", "# Said of files.\n\npacks: [ours, libraries]\nfiles: ['*.md']\n"],
    ['', 'packs: [ours, libraries]\n'],
    ['# Nothing yet.', '# Nothing yet.\npacks: [ours, libraries]\n'],
    ['{packs: [\n  libraries]}\n', '{packs: [\n  ours,\n  libraries]}\n'],
    ['---\r\nfiles: [a.md]\r\n', '---\r\npacks: [ours, libraries]\r\nfiles: [a.md]\r\n'],
  ];
  for (const [config, expected] of configs) {
    it(`have the new pack named in ${JSON.stringify(config)}`, async () => {
      folder.write('plumbline.yaml', config);
      await start();
      const copied = await copy('libraries/terms/lending');
      assert.ok(copied);
      write(copied);
      assert.equal(written('plumbline.yaml'), expected);
      assert.deepEqual((await loaded()).problems, []);
    });
  }

  it('go behind the others of their kind in a pack that is there, once', async () => {
    folder.write('plumbline.yaml', 'packs: [ours, libraries]\n');
    folder.write('packs/ours/pack.yaml', 'name: ours\nlanguages: [en, zh]\n');
    const words = '# Words.\nterms:\n    shelf: {preferred: shelf} # new\n\n# End.\n';
    folder.write('packs/ours/words.yaml', words);
    await start();
    const copied = await copy('libraries/terms/lending');
    assert.ok(copied);
    assert.deepEqual(copied.newFiles, []);
    write(copied);
    assert.match(
      written('packs/ours/words.yaml'),
      /^# Words\.\nterms:\n {4}shelf: .*# new\n {4}lending:\n {6}# Only .*\n {6}extends: libraries\/terms\/lending\n(?: {6}.*\n)+\n# End\.\n$/,
    );
    assert.equal(shownLine(copied), '    lending:');
    session.filesChanged(join(folder.path, 'packs/ours/words.yaml'));
    const uri = report();
    await session.diagnostics(uri);
    let again = await copy('libraries/terms/lending');
    while (again?.insertions.length !== 0) again = await copy('libraries/terms/lending');
    assert.deepEqual([again.uri, again.range.start], [copied.uri, copied.range.start]);
    // Of another kind: a file of its own.
    const source = await copy('libraries/sources/act');
    assert.match(source?.newFiles[0] ?? '', /packs\/ours\/sources\.yaml$/);
  });

  it('have another id where one’s own pack has that one', async () => {
    folder.write('plumbline.yaml', 'packs: [mine, libraries]\n');
    const mine = 'name: mine\nlanguages: [en]\nterms:\n  lending: {preferred: shelf}\n';
    folder.write('packs/mine/pack.yaml', mine);
    await start();
    const copied = await copy('libraries/terms/lending');
    assert.ok(copied);
    write(copied);
    assert.equal(shownLine(copied), '  lending-2:');
    const workspace = await loaded();
    assert.deepEqual(workspace.problems, []);
    assert.equal(workspace.vocabulary.packs[0]?.extensions[0]?.target, 'libraries/terms/lending');
  });

  it('are not copied where their pack is not in force', async () => {
    folder.write('plumbline.yaml', 'packs: []\n');
    await start();
    assert.equal(await copy('libraries/terms/lending'), null);
    assert.equal(await copy('nothing'), null);
  });

  it('are not copied over files of a folder that is not trusted', async () => {
    folder.write('plumbline.yaml', 'packs: [ours]\n');
    await start({ packDocuments: true, trusted: false });
    assert.equal(await copy('libraries/terms/lending'), null);
  });

  it('say all that they said before, whichever entry of those that ship is copied', async () => {
    await start({ packDocuments: true }, URI.parse(shipped).fsPath);
    const configUri = URI.file(folder.config).toString();
    const all = await loadWorkspace({ files: nodeFiles(), configUri: undefined, shippedPacks: shipped });
    const names = all.vocabulary.entries.map(({ fullName }) => fullName);
    assert.ok(names.length > 100);
    let pack = 'name: ours\nlanguages: [en, zh]\n';
    const byKind = new Map<string, string[]>();
    for (const name of names) {
      const copied = await copy(name);
      assert.ok(copied, name);
      const [{ text }] = copied.insertions as [CopiedEntry['insertions'][number]];
      const [, kind = '', entry = ''] =
        /^(\w+):\n((?: {2}.*\n|\n)+)$/m.exec(text.slice(text.lastIndexOf('\n\n') + 2)) ?? [];
      assert.notEqual(entry, '', name);
      byKind.set(kind, [...(byKind.get(kind) ?? []), entry]);
    }
    for (const [kind, entries] of byKind) pack += `${kind}:\n${entries.join('')}`;
    folder.write('packs/ours/pack.yaml', pack);
    folder.write('plumbline.yaml', `packs: [ours, ${all.vocabulary.packs.map(({ name }) => name).join(', ')}]\n`);
    const copied = await loadWorkspace({ files: nodeFiles(), configUri, shippedPacks: shipped });
    assert.deepEqual(copied.problems, []);
    assert.equal(copied.vocabulary.packs[0]?.extensions.length, names.length);
    for (const name of names) {
      const [before, after] = [all, copied].map(({ vocabulary }) => {
        const entry = vocabulary.entry(name);
        return { ...entry, forms: entry?.forms.map((form) => JSON.stringify(form)).sort() };
      });
      assert.deepEqual(after, before, name);
    }
  });

  it('begins a config as plumbline init does: with the packs of the folder, else the one that ships', async () => {
    const packs = async () => {
      const params = { folder: URI.file(folder.path).toString() };
      const text: string = await session.connection.sendRequest(firstConfigRequest, params);
      return /^packs:\n((?: {2}- .+\n)+)\n/m.exec(text)?.[1];
    };
    await start();
    assert.equal(await packs(), '  - libraries\n');
    folder.write('packs/ours/pack.yaml', libraryPack.replace('name: libraries', 'name: ours'));
    assert.equal(await packs(), '  - ours\n');
    await session.stop();
    await start({ trusted: false });
    assert.equal(await packs(), '  - libraries\n');
  });
});
