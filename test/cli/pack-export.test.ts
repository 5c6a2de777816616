// biome-ignore-all lint/suspicious/noTemplateCurlyInString: bodies of snippets have these
import assert from 'node:assert/strict';
import { type Folder, makeFolder } from './folder.js';
import { plumbline } from './plumbline.js';

const pack = `name: tram
version: 1.0.0
languages: [en, zh]
sources:
  yearbook: {title: {en: Yearbook, zh: 年鉴}, publisher: {en: Tram Office, zh: 电车局}, date: 2023-02-28}
metrics:
  fare:
    preferred: {en: tram fare, zh: 电车票价}
    measure: {kind: amount, unit: GBP}
    observations: [{period: 2021, value: 3.1, source: yearbook}, {period: 2022, value: 3.2, source: yearbook}]
snippets:
  fare-line:
    prefix: [fare, 票价]
    description: {en: The fare, zh: 票价}
    section: metrics
    body:
      en: 'In \${metric:fare.period} the fare was \${metric:fare.value}, \${1:[why]}.\${metric:fare.source}'
      zh: 票价\${metric:fare}。
reports: {note: {sections: [{id: figures, heading: Figures, holds: metrics}]}}
`;

describe('plumbline pack export (issue 13, section 1)', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = makeFolder();
    folder.write('packs/tram/pack.yaml', pack);
  });
  afterEach(() => folder.remove());
  const run = (...args: string[]) => plumbline(['pack', 'export', 'packs/tram', ...args], { cwd: folder.path });

  const itemOf = (path: string) => JSON.parse(folder.read(path).replace(/^\/\/.*\n/, ''))['fare-line'];

  it('writes a file for each language, entries as of a day', async () => {
    const { code, stdout, stderr } = await run('--code-snippets', '--date', '2024-05-01');
    assert.deepEqual([code, stdout, stderr], [0, 'tram.en.code-snippets\ntram.zh.code-snippets\n', '']);
    assert.match(folder.read('tram.en.code-snippets'), /^\/\/ plumbline pack export: tram 1\.0\.0, 2024-05-01\n/);
    assert.deepEqual(itemOf('tram.en.code-snippets'), {
      scope: 'markdown',
      prefix: ['fare', '票价'],
      description: 'The fare',
      body: [
        'In 2022 the fare was 3.2 pounds, ${1:[why]}.[^yearbook]',
        '',
        '[^yearbook]: Tram Office, Yearbook, 2023-02-28.',
      ],
      section: 'metrics',
    });
    assert.deepEqual(itemOf('tram.zh.code-snippets').body, [
      '票价${1|2022年为3.2英镑（电车局，2023年）,2021年为3.1英镑（电车局，2023年）|}。',
    ]);
    // What was public by then.
    assert.equal((await run('--code-snippets', '--date', '2023-01-01')).code, 0);
    assert.match(itemOf('tram.en.code-snippets').body[0], /\[insert tram fare\]/);
  });

  it('leaves a file of somebody else as it is, and writes nothing then', async () => {
    folder.write('.vscode/tram.zh.code-snippets', '{}');
    const { code, stderr } = await run('--code-snippets', '--out', '.vscode');
    assert.equal(code, 2);
    assert.match(stderr, /\.vscode\/tram\.zh\.code-snippets: The file is somebody’s own/);
    assert.equal(folder.read('.vscode/tram.zh.code-snippets'), '{}');
    assert.throws(() => folder.read('.vscode/tram.en.code-snippets'));
  });

  it('says what is wrong: nothing to export, no such pack, no such folder', async () => {
    assert.match((await run()).stderr, /--code-snippets/);
    assert.equal((await run()).code, 2);
    const none = await plumbline(['pack', 'export', 'packs/none', '--code-snippets'], { cwd: folder.path });
    assert.equal(none.code, 2);
    const nowhere = await run('--code-snippets', '--out', 'none/here');
    assert.equal(nowhere.code, 2);
    assert.match(nowhere.stderr, /none\/here\/tram\.en\.code-snippets: Cannot be written/);
  });
});
