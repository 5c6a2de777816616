import assert from 'node:assert/strict';
import { stripVTControlCharacters } from 'node:util';
import { placedClaims } from '../../server/src/cli/claims/placed-claim.js';
import { claimsReporter } from '../../server/src/cli/claims/reporters.js';
import { outputTo } from '../../server/src/cli/output.js';
import { type Locale, mergePacks, readPack, readReport } from '../../server/src/core/index.js';
import { displayWidth } from '../../server/src/layout/display-width.js';
import { type Folder, makeFolder } from './folder.js';
import { plumbline } from './plumbline.js';

const pack = `name: figures
languages: [en, zh]
region: NZ
sources:
  office: {title: {en: 'Port statistics, all ports', zh: 港口统计}, publisher: {en: Port Office, zh: 港口局}, date: 2023-02-01, url: 'https://example.org/2022'}
metrics:
  cargo:
    preferred: {en: cargo volume, zh: 货运量}
    measure: {kind: amount, unit: t, of: flow}
    region: NZ
    observations:
      - {period: 2021, value: 37.3e6, source: office}
      - {period: 2022, value: 40.2e6, source: office}
  fleet:
    preferred: {en: tug fleet, zh: 拖轮规模}
    measure: {kind: rank, scope: world}
    region: NZ
    runs: [{rank: 1, since: 2010, source: office}]
`;
const report = `---
date: 2023-06-01
---

In 2022, cargo volume was 45.2 million tonnes (Port Office).

In 2022, cargo volume exceeded 40 million
tonnes (Port Office).

At present, cargo volume for 2021 is 37.3 million tonnes (Port Office).

In 2015, cargo volume was 20 million tonnes (Port Office).

In 2022 the tug fleet ranked first in the world for 12 consecutive years.

港口局数据显示，2022年货运量为4020万吨。
`;

describe('plumbline claims', () => {
  let folder: Folder;
  before(() => {
    folder = makeFolder({
      'plumbline.yaml': 'packs: [./packs/figures]\n',
      'packs/figures/pack.yaml': pack,
      'a.md': report,
      'none.md': 'No number.\n',
    });
  });
  after(() => folder.remove());
  const run = async (...args: string[]) => {
    const { code, stdout, stderr } = await plumbline(['claims', ...args], { cwd: folder.path });
    assert.deepEqual([code, stderr], [0, '']);
    return stdout;
  };

  it('lists each number with its reading, its verdict and its record', async () => {
    assert.equal(
      await run('a.md'),
      `a.md
  5:27   wrong    45.2 million tonnes         45.15–45.25 million tonnes    cargo volume, 2022, New Zealand  40.2 million tonnes, Port Office, 2023-02-01
  7:32   holds    exceeded 40 million tonnes  40–50 million tonnes          cargo volume, 2022, New Zealand  40.2 million tonnes, Port Office, 2023-02-01
  10:38  stale    37.3 million tonnes         37.25–37.35 million tonnes    cargo volume, 2021, New Zealand  37.3 million tonnes, Port Office, 2023-02-01
  12:27  unknown  20 million tonnes           19.5–20.5 million tonnes      cargo volume, 2015, New Zealand
  14:30  holds    first                       1                             tug fleet, 2022, New Zealand     rank 1, Port Office, 2023-02-01
  14:53  wrong    12 consecutive years        12 years                      tug fleet, 2022, New Zealand     13 years, Port Office, 2023-02-01
  16:18  holds    4020万吨                    40.195–40.205 million tonnes  货运量, 2022, New Zealand        40.2 million tonnes, Port Office, 2023-02-01

7 claims: 3 hold, 2 wrong, 1 stale, 1 unknown
`,
    );
  });

  it('speaks Chinese of a report in any language', async () => {
    const text = await run('a.md', '--locale', 'zh');
    assert.match(text, /不符 {6}45\.2 million tonnes .* cargo volume，2022年，新西兰 +4020万吨，港口局，2023-02-01\n/);
    assert.match(text, /14:53 {2}不符 .* 12年 .* 13年，港口局，2023-02-01\n/);
    assert.match(text, /\n共7项：3项相符，2项不符，1项非最新，1项无从核对\n$/);
  });

  it('says so where there is none', async () => {
    assert.equal(await run('none.md'), 'No claims about anything that the packs in force have on record\n');
  });

  it('gives every field as JSON', async () => {
    const { files, summary } = JSON.parse(await run('a.md', 'none.md', '--format', 'json'));
    assert.deepEqual(
      files.map(({ path, claims }: { path: string; claims: unknown[] }) => [path, claims.length]),
      [
        ['a.md', 7],
        ['none.md', 0],
      ],
    );
    assert.deepEqual(summary, { holds: 3, wrong: 2, stale: 1, unknown: 1 });
    assert.deepEqual(files[0].claims[0], {
      kind: 'figure',
      entry: 'figures/metrics/cargo',
      name: 'cargo volume',
      found: '45.2 million tonnes',
      value: 45_200_000,
      unit: 't',
      low: 45_150_000,
      high: 45_250_000,
      period: '2022',
      region: 'NZ',
      verdict: 'wrong',
      record: '40.2 million tonnes',
      source: {
        source: 'figures/sources/office',
        title: 'Port statistics, all ports',
        publisher: 'Port Office',
        date: '2023-02-01',
        url: 'https://example.org/2022',
      },
      range: { start: { line: 5, column: 27, offset: 52 }, end: { line: 5, column: 46, offset: 71 } },
    });
    assert.deepEqual([files[0].claims[3].record, files[0].claims[3].source], [null, null]);
  });

  it('lists the numbers that are stated of nothing where all are asked for, with why', async () => {
    folder.write('b.md', 'The error in cargo volume was 2 million tonnes in 2022.\n\n2022年货运量缺口为300万吨。\n');
    assert.equal(await run('b.md'), 'No claims about anything that the packs in force have on record\n');
    const text = await run('b.md', '--all');
    assert.match(
      text,
      /1:31 {2}unbound {2}2 million tonnes .* not taken for “cargo volume”: the sentence is about “error”\n/,
    );
    assert.match(text, /record; 2 numbers unbound\n$/);
    assert.match(
      await run('b.md', '--all', '--locale', 'zh'),
      /无所对应 {2}300万吨 .*：其间的“缺口”所述不明\n\n.*；另有2个数字无所对应\n$/,
    );
    const { version, files, summary } = JSON.parse(await run('b.md', '--all', '--format', 'json'));
    assert.equal(version, 2);
    assert.deepEqual(summary, { holds: 0, wrong: 0, stale: 0, unknown: 0, unbound: 2 });
    const [{ kind, entry, value, verdict, blocker, item }] = files[0].claims;
    assert.deepEqual(
      [kind, entry, value, verdict, blocker, item],
      ['figure', 'figures/metrics/cargo', 2e6, 'unbound', 'lead', 'error'],
    );
    assert.match(await run('b.md', '--all', '--format', 'csv'), /,unbound,.*,words,缺口\r\n/);
  });

  it('gives every field as CSV, with its quotes', async () => {
    const [header, ...rows] = (await run('a.md', '--format', 'csv')).split('\r\n');
    assert.equal(
      header,
      'path,line,column,kind,entry,name,found,value,unit,low,high,period,region,verdict,record,source,date,url,blocker,item',
    );
    assert.equal(
      rows[0],
      'a.md,5,27,figure,figures/metrics/cargo,cargo volume,45.2 million tonnes,45200000,t,45150000,45250000,2022,NZ,wrong,40.2 million tonnes,Port Office,2023-02-01,https://example.org/2022,,',
    );
    assert.equal(rows.length, 8);
    folder.write('packs/figures/pack.yaml', pack.replace('Port Office, zh', "'Port Office, Wellington', zh"));
    assert.match(await run('a.md', '--format', 'csv'), /,40\.2 million tonnes,"Port Office, Wellington",2023-02-01,/);
    folder.write('packs/figures/pack.yaml', pack);
  });

  it('puts what a number is about under it where a terminal is narrow', async () => {
    const shown = async (width: number, locale: Locale) => {
      const parts: string[] = [];
      const out = { ...outputTo(process.stdout), width, write: async (part: string) => void parts.push(part) };
      const vocabulary = mergePacks([readPack(new Map([['pack.yaml', pack]])).pack ?? assert.fail()]).vocabulary;
      const reading = readReport(report, vocabulary, {});
      const start = { line: 5, column: 27, offset: 52 };
      const claims = placedClaims(reading, locale).map((claim) => ({ ...claim, range: { start, end: start } }));
      await claimsReporter(out, { format: 'text', locale } as never).file('a.md', claims);
      return stripVTControlCharacters(parts.join('')).trimEnd().split('\n');
    };
    const narrow = await shown(60, 'en');

    assert.deepEqual(narrow.slice(0, 4), [
      'a.md',
      '  5:27  wrong    45.2 million tonnes',
      '      45.15–45.25 million tonnes  cargo volume, 2022, New',
      '      Zealand',
    ]);
    assert.ok(narrow.includes('      on record: 13 years, Port Office, 2023-02-01'));
    for (const line of [...narrow, ...(await shown(60, 'zh'))]) assert.ok(displayWidth(line) <= 60, line);
    assert.equal((await shown(200, 'zh')).length, 8);
  });
});
