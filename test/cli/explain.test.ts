import assert from 'node:assert/strict';
import { displayWidth } from '../../server/src/layout/display-width.js';
import { type Folder, makeHarbour } from './folder.js';
import { plumbline } from './plumbline.js';

const report = `---
report: bulletin
date: 2024-02-01
---
The quay current and the “quay current” of old.

<!-- plumbline-disable-next-line term-deprecated -- a name -->
The quay current.

The dock duty was 30 dollars in 2023.

\`\`\`
quay current
\`\`\`

The slot was free. Nobody minded.
`;

describe('plumbline explain', () => {
  let folder: Folder;
  before(() => {
    folder = makeHarbour({
      'a.md': report,
      'plumbline.yaml':
        'packs: [./packs/harbour, ./packs/docks]\nregion: NZ\nrules: {section-missing: off}\noverrides: [{files: [b.md], language: zh}]\n',
      'b.md': 'The quay current.\n',
      'bare.yaml': '',
      'packs/docks/pack.yaml': `name: docks
languages: [en]
terms:
  berth:
    preferred: berth
    deprecated: [{form: slot, near: [ship]}, {form: duty}]
  pilotage: {preferred: pilot service}
metrics:
  cargo:
    preferred: {en: cargo volume}
    measure: {kind: amount, unit: t}
    region: NZ
    observations: [{period: 2022, value: 40.2e6}]
`,
      'numbers.md': `In 2022 cargo volume was 40.2 million tonnes.

If cargo volume reaches 50 million tonnes, we build.

Cargo volume of small docks was 3 million tonnes in 2022.

In 2022 Norway's cargo volume was 9 million tonnes.

Cargo volume was 40.2 million tonnes.

He said, "In 2022 the cargo volume of all ports was 45 million tonnes."

| Year | Cargo volume (million tonnes) | Sum |
| --- | --- | --- |
| 2022 | 45 | 12 |

## 300 ships
`,
    });
  });
  after(() => folder.remove());
  const run = (...args: string[]) => plumbline(['explain', ...args], { cwd: folder.path });
  const explained = async (...args: string[]) => {
    const { code, stdout, stderr } = await run(...args);
    assert.deepEqual([code, stderr], [0, '']);
    return stdout;
  };
  /** The lines under a heading. */
  const part = (text: string, heading: string) => new RegExp(`^${heading}\n((?: .*\n)+)`, 'm').exec(text)?.[1] ?? '';

  describe('a rule', () => {
    it('shows its page without a mark of Markdown', async () => {
      const page = await explained('term-deprecated');
      assert.match(page, /^term-deprecated\n\nWhat\n\nFinds a form that a pack lists as “deprecated”/);
      assert.match(page, /\n {2}wrong\n {4}The north quay has two/);
      assert.match(page, /\n {2}right\n/);
      assert.doesNotMatch(page, /^#|\]\(|\*\*|^```/m);
      for (const line of page.split('\n')) assert.ok(line.startsWith('    ') || line.length <= 80, line);
    });

    it('shows the page of a rule in Chinese where messages are', async () => {
      const page = await explained('term-deprecated', '--locale', 'zh');
      assert.match(page, /^term-deprecated\n\n检查内容\n\n查出词库列为/);
      assert.match(page, /\n {2}错误\n {4}新码头设有/);
      for (const line of page.split('\n')) assert.ok(line.startsWith('    ') || displayWidth(line) <= 80, line);
    });
  });

  describe('an entry', () => {
    it('shows what the vocabulary knows and where it stands', async () => {
      const text = await explained('shore-power');
      assert.match(text, /^shore power · 岸电 — term\n\nNot: quay current\n/);
      assert.match(text, /\n {2}zh {2}deprecated form {2}码头电\n/);
      assert.match(text, /\nharbour\/terms\/shore-power\nat packs\/harbour\/pack\.yaml:10\n$/);
      assert.equal(await explained('terms/shore-power'), text);
      assert.equal(await explained('harbour/terms/shore-power'), text);
    });

    it('shows every entry of that name', async () => {
      const text = await explained('pilotage');
      assert.match(text, /harbour\/terms\/pilotage\n[\s\S]+docks\/terms\/pilotage\n/);
      assert.doesNotMatch(await explained('docks/terms/pilotage'), /harbour/);
    });

    it('shows the conditions of its forms', async () => {
      assert.match(await explained('berth'), /slot \(counts only with one of these in its sentence: ship\)/);
    });

    it('speaks Chinese', async () => {
      assert.match(
        await explained('shore-power', '--locale', 'zh'),
        /^岸电 · shore power — 术语\n[\s\S]+\n位置：packs\/harbour/,
      );
    });
  });

  describe('a line', () => {
    it('says why something was found', async () => {
      const found = part(await explained('a.md:5'), 'Found here');
      assert.match(found, /^ {2}5:5 {2}error {2}“quay current” .+ term-deprecated\n/);
      assert.match(
        found,
        /\n {4}entry: harbour\/terms\/shore-power\n {4}basis: Port Office, Harbour Gazette, 15 January 2024\n/,
      );
      assert.match(found, /\n {4}fix: Replace with “shore power”\n/);
    });

    it('says what was read, and in what role', async () => {
      const read = part(await explained('a.md:5'), 'Read here');
      assert.match(read, /^ {2}5:5 +“quay current” +harbour\/terms\/shore-power; deprecated form\n/);
      assert.match(read, /\n {2}5:27 +“quay current” +harbour\/terms\/shore-power; deprecated form; quoted/);
    });

    it('says what a number is held against, or why nothing', async () => {
      const lines: readonly (readonly [number, RegExp])[] = [
        [
          1,
          /“40\.2 million tonnes” +read as 40\.15–40\.25 million tonnes; docks\/metrics\/cargo, 2022, NZ; agrees with the record: 40\.2 million tonnes\n/,
        ],
        [
          3,
          /“cargo volume” +docks\/metrics\/cargo; preferred form; no value read: the sentence does not state it as a fact .*\n.*“50 million tonnes” +read as 50 million tonnes; not taken for “cargo volume”: the sentence does not state it as a fact/,
        ],
        [5, /“Cargo volume” .*; no value read: /],
        [7, /“cargo volume” .*; no value read: the sentence is about another region/],
        [9, /“40\.2 million tonnes” .*; no period, so no record to compare it with\n/],
        [
          11,
          /“45 million tonnes” .*; not taken for the value of a metric: it is quoted, and not the report’s own word\n/,
        ],
        [
          15,
          /“45” +read as 44\.5–45\.5 million tonnes; .*; contradicts the record: 40\.2 million tonnes\n.*“12” .*; not taken for the value of a metric: a cell needs a metric/,
        ],
        [17, /“300” .*; not taken for the value of a metric: it stands in a heading\n/],
      ];
      for (const [line, expected] of lines)
        assert.match(part(await explained(`numbers.md:${line}`), 'Read here'), expected);
      assert.match(
        await explained('numbers.md:15', '--locale', 'zh'),
        /“12” .*未对应任何指标：单元格须由行、列或表题给出指标、单位和时期，且周围没有提到其他地区\n/,
      );
    });

    it('says what a number was read as', async () => {
      assert.match(
        part(await explained('a.md:10'), 'Read here'),
        /“30 dollars” +read as 30 .+; not taken for the value of a metric: none of the packs’ metrics is mentioned beside it/,
      );
    });

    it('says which days a period has', async () => {
      folder.write(
        'dates.md',
        `It ran in 2022, in Q3 2022, in May 2022, on 25 September 2022, from 2021 to 2025, on 25 May, in January-June, in 2022/23, in the 1990s.

It closed on the 25th.
`,
      );
      const read = part(await explained('dates.md:1'), 'Read here');
      const rows: readonly (readonly [string, string])[] = [
        ['2022', '1 January to 31 December 2022'],
        ['Q3 2022', '1 July to 30 September 2022'],
        ['May 2022', '1–31 May 2022'],
        ['25 September 2022', '25 September 2022'],
        ['2021 to 2025', '1 January 2021 to 31 December 2025'],
        ['25 May', '25 May, without a year'],
        ['January-June', 'January to June, without a year'],
        ['2022/23', 'fiscal year 2022/23'],
        ['1990s', '1990s'],
      ];
      assert.deepEqual(
        [...read.matchAll(/“(.+)” +read as (.+)\n/g)].map(([, found, as]) => [found, as]),
        rows,
      );
      assert.match(part(await explained('dates.md:3'), 'Read here'), /read as day 25, without a month\n/);
      folder.write('dates-zh.md', '2022年三季度、5月25日、9月22日至23日、上半年、2022/23财年和2022年2月。\n');
      const chinese = part(await explained('dates-zh.md:1', '--locale', 'zh'), '此处读到');
      for (const as of [
        '2022年7月1日至9月30日',
        '5月25日，没有年份',
        '9月22日至23日，没有年份',
        '1月至6月，没有年份',
        '2022/23财年',
        '2022年2月1日至28日',
      ])
        assert.match(chinese, new RegExp(`读作${as}\n`));
    });

    it('says why a date or a number was not read', async () => {
      folder.write(
        'unread.md',
        `On 31 September 2022 cargo volume was 40 million tonnes.

Cargo volume was ${'7'.repeat(400)} tonnes in 2022.

In May 35 people read section 2.30 of version 1.13.

2022年2月30日和2022年第五季度，${'七'.repeat(50)}吨。
`,
      );
      const first = part(await explained('unread.md:1'), 'Read here');
      assert.match(first, /“31 September 2022” +not read: there is no such date\n/);
      assert.match(first, /“cargo volume” .*; no value read: its sentence has a date that does not exist\n/);
      assert.match(
        part(await explained('unread.md:3'), 'Read here'),
        / … 7*\D+tonnes” +not read: 400 digits are too many\n/,
      );
      assert.doesNotMatch(await explained('unread.md:5'), /not read/);
      const chinese = part(await explained('unread.md:7', '--locale', 'zh'), '此处读到');
      assert.match(chinese, /“2022年2月30日” +未读取：此日期不存在\n/);
      assert.match(chinese, /“2022年第五季度” +未读取：此日期不存在\n/);
      assert.match(chinese, /” +未读取：长达50位，过长\n/);
    });

    it('keeps to a column', async () => {
      assert.match(part(await explained('a.md:5:30'), 'Found here'), /Nothing\./);
      assert.match(part(await explained('a.md:5:30'), 'Read here'), /^ {2}5:27 .*\n$/);
      assert.match(part(await explained('a.md:5:8'), 'Found here'), /term-deprecated/);
    });

    it('says where each setting comes from', async () => {
      const held = part(await explained('a.md:5'), 'Checked against');
      assert.match(held, /^ {2}packs +harbour 1\.0\.0 \(packs\/harbour\), docks 0\.0\.0 \(packs\/docks\)\n/);
      assert.match(held, /\n {2}config +plumbline\.yaml\n/);
      assert.match(held, /\n {2}date +2024-02-01 \(front matter\)\n/);
      assert.match(held, /\n {2}language +en \(detected\)\n/);
      assert.match(held, /\n {2}region +NZ \(plumbline\.yaml\)\n/);
      assert.match(held, /\n {2}report type +bulletin \(front matter\)\n/);
      assert.match(held, /\n {2}task list +none\n/);
      assert.match(held, /\n {2}rules +section-missing: off \(plumbline\.yaml\)\n/);
      const other = part(await explained('b.md:1', '--report', 'note', '--region', 'AU'), 'Checked against');
      assert.match(other, /\n {2}date +\S+ \(today, since none is given\)\n/);
      assert.match(other, /\n {2}language +zh \(plumbline\.yaml, overrides\)\n/);
      assert.match(other, /\n {2}region +AU \(--region\)\n/);
      assert.match(other, /\n {2}report type +note \(--report\)\n/);
      const bare = part(
        await explained('b.md:1', '--pack', 'packs/harbour', '--config', 'bare.yaml'),
        'Checked against',
      );
      assert.match(bare, /\n {2}region +NZ \(from the first pack\)\n/);
    });

    it('says what a comment keeps back, and a rule that is off', async () => {
      const line = await explained('a.md:8');
      assert.match(part(line, 'Found here'), /Nothing\./);
      assert.match(
        part(line, 'Hidden here'),
        /^ {2}8:5 .* term-deprecated\n {4}by the comment at 7:1: <!-- plumbline-disable/,
      );
      const file = await explained('a.md');
      assert.match(
        part(file, 'Hidden here'),
        /section-missing\n {7}The report type “port bulletin” requires it\.\n {4}the rule is off in plumbline\.yaml\n/,
      );
      assert.equal(part(await explained('a.md:5'), 'Hidden here'), '');
    });

    it('says why a form was nearly read: its near words, a longer form', async () => {
      assert.match(
        part(await explained('a.md:16'), 'Nearly recognized'),
        /^ {2}16:5 +“slot” +docks\/terms\/berth; deprecated form; counts only with one of these in its sentence: ship\n$/,
      );
      assert.match(
        part(await explained('a.md:10'), 'Nearly recognized'),
        /“duty” +docks\/terms\/berth; deprecated form; part of the longer “dock duty” \(harbour\/terms\/berth-fee\)/,
      );
    });

    it('says that a line is no prose, or in a language that no pack speaks', async () => {
      assert.match(part(await explained('a.md:13'), 'Read here'), /Not prose/);
      assert.match(
        part(await explained('a.md:5', '--language', 'fr'), 'Read here'),
        /No pack in force has the language “fr”/,
      );
    });

    it('says what was left unread', async () => {
      folder.write('dense.md', `One.\n\n${'a*b_c '.repeat(60_000)}\n`);
      assert.match(part(await explained('dense.md:1'), 'Parts not read'), /^ {2}3:1 {2}Not read: a paragraph/);
    });

    it('speaks Chinese', async () => {
      const text = await explained('a.md:5', '--locale', 'zh');
      assert.match(part(text, '此处读到'), /“quay current” +harbour\/terms\/shore-power；不宜写法/);
      assert.match(part(text, '核对依据'), /\n {2}日期 +2024-02-01（文首元数据）\n/);
      assert.match(part(text, '此处问题'), /\n {4}依据：Port Office，Harbour Gazette，2024年1月15日\n/);
    });
  });

  describe('words that a writer sees (issue 12)', () => {
    let fleet: Folder;
    before(() => {
      fleet = makeHarbour({
        'plumbline.yaml': 'packs: [./packs/harbour, ./packs/fleet]\n',
        'a.md': 'A new landing plan for tugs.\n\n新登陆计划书已定。\n\nThe landing plan.\n',
        'packs/fleet/pack.yaml': `name: fleet
version: 2.1.0
languages: [en, zh]
title: {en: The fleet, zh: 船队}
factsAsOf: 2024-05-01
sources:
  log:
    title: {en: Log of the tugs, zh: 拖轮日志}
    publisher: {en: Tug Office, zh: 拖轮办公室}
    date: 2024-03-02
    url: https://example.org/log
terms:
  landing:
    preferred: {en: berthing plan, zh: 靠泊计划}
    deprecated: {en: [landing plan], zh: [登陆计划]}
    exceptions: {en: [new landing plan for], zh: [登陆计划书]}
    basis: log
metrics:
  tugs: {preferred: {en: number of tugs, zh: 拖轮数量}, measure: {kind: count}, observations: [{period: 2022, value: 4, source: log}, {period: 2023, value: 5, source: log}]}
tasks: {tow: {preferred: {en: tow the barges, zh: 拖带驳船}}, moor: {preferred: {en: moor the barges}}, paint: {preferred: {en: paint the barges}}, wash: {preferred: {en: wash the barges}}}
taskLists: {spring: {preferred: {en: spring works}, tasks: [tow, moor]}}
targets: {ten: {preferred: {en: ten tugs}, milestones: [{due: 2030, value: 10}]}}
formulations: {four: {preferred: {en: four duties}, members: [number of tugs, watch]}}
reports:
  log-note:
    preferred: {en: log note, zh: 日志札记}
    sections: [{id: tugs, heading: {en: [Tugs], zh: [拖轮]}, required: true}]
    tasks: spring
    metrics: [tugs]
    targets: [ten]
`,
      });
    });
    after(() => fleet.remove());
    const told = async (...args: string[]) => {
      const { code, stdout, stderr } = await plumbline(['explain', ...args], { cwd: fleet.path });
      assert.deepEqual([code, stderr], [0, ''], args.join(' '));
      return stdout;
    };

    it('lead to their entry: a form, in quotation marks, inflected, of a set, a title, a name of a pack', async () => {
      const subjects: readonly (readonly [words: string, entries: readonly string[]])[] = [
        ['berthing plan', ['fleet/terms/landing']],
        ['“landing plan”', ['fleet/terms/landing']],
        ['“登陆计划”，', ['fleet/terms/landing']],
        ['Landing Plans', ['fleet/terms/landing']],
        ['靠泊计划', ['fleet/terms/landing']],
        ['watch', ['fleet/formulations/four']],
        ['the quay current at night', ['harbour/terms/shore-power']],
        ['number of tugs', ['fleet/metrics/tugs', 'fleet/formulations/four']],
        ['拖轮日志', ['fleet/sources/log']],
        ['Harbour Gazette', ['harbour/sources/gazette']],
        ['拖轮办公室', ['fleet/sources/log']],
        ['日志札记', ['fleet/reports/log-note']],
      ];
      for (const [words, entries] of subjects) {
        const found = (await told(...words.split(' '))).match(/^(?:fleet|harbour)\/\w+\/[\w-]+$/gm);
        assert.deepEqual(found, entries, words);
      }
    });

    it('that many entries share are listed with their ids', async () => {
      const said = await told('tow the barges, moor the barges, paint the barges, wash the barges');
      assert.match(said, /^4 entries/);
      for (const id of ['tow', 'moor', 'paint', 'wash'])
        assert.match(said, new RegExp(`^ +fleet/tasks/${id} +${id} the barges`, 'm'));
    });

    it('of a report type show its sections, tasks, metrics and targets', async () => {
      const said = await told('log note');
      for (const line of [
        'Sections: Tugs',
        'Key tasks: tow the barges; moor the barges',
        'Metrics: number of tugs',
        'Targets: ten tugs',
      ])
        assert.ok(said.includes(`\n${line}\n`), said);
      assert.match(await told('log-note', '--locale', 'zh'), /\n章节：拖轮\n/);
    });

    it('of a source show what it is and how much rests on it', async () => {
      const said = await told('Log of the tugs');
      assert.match(said, /^Log of the tugs/);
      assert.match(said, /Tug Office.*2 March 2024.*https:\/\/example\.org\/log/);
      assert.match(said, /rests on it +2 records, 1 entry/);
      assert.match(await told('sources/log', '--locale', 'zh'), /以此为据 +2条记录，1个词条/);
    });

    it('of a pack show what it has and where it is', async () => {
      const said = await told('fleet');
      assert.match(said, /^fleet — The fleet\n/);
      for (const row of [
        /version +2\.1\.0/,
        /languages +en, zh/,
        /facts as of +2024-05-01/,
        /tasks 4/,
        /^number 2 of the packs/m,
      ])
        assert.match(said, row);
      assert.match(said, /^at packs\/fleet$/m);
    });

    it('that an exception keeps from being found say which', async () => {
      assert.match(await told('a.md:1'), /“landing plan”.*part of the exception “new landing plan for”/);
      assert.match(await told('a.md:3', '--locale', 'zh'), /“登陆计划”.*属于例外“登陆计划书”/);
      assert.match(await told('landing'), /Exceptions: .*\n *en +new landing plan for\n *zh +登陆计划书/);
    });

    it('and nothing has are answered with what was likely meant', async () => {
      const { code, stderr } = await plumbline(['explain', 'berthing', 'plann'], { cwd: fleet.path });
      assert.match(stderr, /^plumbline: berthing plann: .*\(Did you mean berthing plan\?\)\n$/);
      assert.equal(code, 2);
    });
  });

  const wrong: [string, RegExp][] = [
    ['term-deprecatd', /^plumbline: term-deprecatd: No such rule, entry or file \(Did you mean term-deprecated\?\)\n$/],
    ['terms/shore-powr', /\(Did you mean terms\/shore-power\?\)\n$/],
    ['qqqqqqqqqqqq', /; see “plumbline list rules” and “plumbline list entries”\n$/],
    ['a.md:99', /^plumbline: a\.md: There is no line 99; the file has 16\.\n$/],
    ['a.md:0', /There is no line 0/],
    ['none.md:3', /^plumbline: none\.md: Cannot be read: no such file or directory\.\n$/],
  ];
  for (const [subject, message] of wrong) {
    it(`fails on ${subject}`, async () => {
      const { code, stdout, stderr } = await run(subject);
      assert.match(stderr, message);
      assert.deepEqual([code, stdout], [2, '']);
    });
  }
});
