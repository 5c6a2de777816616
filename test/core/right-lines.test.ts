import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { lintReport, mergePacks, type ReportSettings, readReport } from '../../server/src/core/index.js';
import { readPackFrom } from './packs.js';

/** What one rule finds in a text, by the words that it marks. */
function foundBy(rule: string, pack: string, text: string, settings: ReportSettings = {}): readonly string[] {
  const { vocabulary } = mergePacks([readPackFrom({ 'pack.yaml': pack })]);
  const report = readReport(text, vocabulary, { date: '2024-06-01', ...settings });
  return lintReport(report)
    .filter((finding) => finding.rule === rule)
    .map(({ span }) => report.text.slice(span.start, span.end));
}

describe('titles that a pack gives whole (trial 3.24)', () => {
  const university = `
name: university
languages: [en, zh]
organizations:
  school: {preferred: {en: Quayside University, zh: 码头大学}}
people:
  ruiz:
    preferred: {en: Ana Ruiz, zh: 安娜·鲁伊斯}
    roles: [{title: {en: vice-chancellor, zh: 校长}, organization: school, from: 2020-01-01, to: 2026-12-31}]
  moor:
    preferred: {en: Tom Moor, zh: 汤姆·莫尔}
    roles: [{title: {en: deputy vice-chancellor, zh: 副校长}, organization: school, from: 2020-01-01, to: 2026-12-31}]
  bell:
    preferred: {en: Ida Bell, zh: 艾达·贝尔}
    roles: [{title: {en: acting registrar, zh: 代理教务长}, organization: school, from: 2020-01-01, to: 2026-12-31}]
`;
  const wrong = [
    ['Ana Ruiz, president of Quayside University, spoke.', 'president of Quayside University'],
    ['Tom Moor, vice-chancellor of Quayside University, spoke.', 'vice-chancellor of Quayside University'],
    [
      'Ana Ruiz, deputy vice-chancellor of Quayside University, spoke.',
      'deputy vice-chancellor of Quayside University',
    ],
    ['Ida Bell, vice chancellor of Quayside University, spoke.', 'vice chancellor of Quayside University'],
    ['码头大学副校长安娜·鲁伊斯讲话。', '码头大学副校长'],
    ['码头大学校长汤姆·莫尔讲话。', '码头大学校长'],
  ] as const;
  for (const [text, at] of wrong)
    it(`finds ${text}`, () => assert.deepEqual(foundBy('person-title', university, text), [at]));
  const right = [
    'Ana Ruiz, vice-chancellor of Quayside University, spoke.',
    'Vice Chancellor Ana Ruiz met Deputy Vice-Chancellor Tom Moor.',
    'The acting registrar, Ida Bell, signed.',
    '码头大学校长安娜·鲁伊斯讲话，副校长汤姆·莫尔出席。',
    '代理教务长艾达·贝尔签字。',
  ];
  for (const text of right) it(`leaves ${text}`, () => assert.deepEqual(foundBy('person-title', university, text), []));
});

describe('the member of a list alone (trial 3.12)', () => {
  const lamps = `
name: lamps
languages: [en, zh]
formulations:
  three:
    preferred: {en: three lamps, zh: 三灯}
    closed: true
    members:
      - {preferred: {en: red, zh: 红灯}}
      - {preferred: {en: green, zh: 绿灯}}
      - {preferred: {en: white, zh: 白灯}}
`;
  const lines = [
    ['有人提出红灯、绿灯、蓝灯的“三灯”。', '蓝灯'],
    ['有人提出红灯、绿灯和蓝灯等“三灯”。', '蓝灯'],
    ['红灯、绿灯、蓝灯构成“三灯”。', '蓝灯'],
    ['“三灯”即红灯、绿灯和蓝灯的组合。', '蓝灯'],
    ['“三灯”即红灯、蓝灯、绿灯。', '蓝灯'],
    ['The three lamps are red, green and amber in all harbours.', 'amber'],
    ['Red, green and amber form the “three lamps”.', 'amber'],
    ['Red, green and amber form the "three lamps".', 'amber'],
    ['The three lamps are red, amber and green.', 'amber'],
  ] as const;
  for (const [text, at] of lines)
    it(`finds ${at} in ${text}`, () => assert.deepEqual(foundBy('formulation-foreign', lamps, text), [at]));
  for (const text of ['红灯、绿灯、白灯的“三灯”。', 'The three lamps are red, green and white in all harbours.'])
    it(`leaves ${text}`, () => assert.deepEqual(foundBy('formulation-foreign', lamps, text), []));
});

describe('a member whose own first character is a word for "and"', () => {
  const duties = `
name: duties
languages: [en, zh]
formulations:
  four:
    preferred: {en: four duties, zh: 四项义务}
    closed: true
    members:
      - {preferred: {en: fair prices, zh: 价格公平}}
      - {preferred: {en: safe grids, zh: 电网安全}}
      - {preferred: {en: prompt repairs, zh: 及时抢修}}
      - {preferred: {en: open data, zh: 数据公开}}
`;
  const right = [
    '四项义务是价格公平、电网安全、及时抢修和数据公开。',
    '四项义务是价格公平、及时抢修、数据公开、电网安全。',
    '四项义务是及时抢修、价格公平、电网安全及数据公开。',
    '四项义务是价格公平、电网安全、数据公开，及及时抢修。',
  ];
  for (const text of right)
    it(`leaves ${text}`, () => assert.deepEqual(foundBy('formulation-foreign', duties, text), []));
  it('finds a stranger beside it', () =>
    assert.deepEqual(foundBy('formulation-foreign', duties, '四项义务是价格公平、及时抢修、热情服务、数据公开。'), [
      '热情服务',
    ]));
});

describe('a task in the passive, or with an adverb in it (trial 3.17)', () => {
  const harbour = `
name: harbour
languages: [en, zh]
tasks:
  dredge: {preferred: {en: dredge the fairway, zh: 疏浚主航道}}
  link: {preferred: {en: integrate rail freight with coastal shipping, zh: 推动铁路货运与沿海航运深度衔接}}
taskLists:
  spring: {preferred: {en: tasks of the spring meeting, zh: 春季会议任务}, tasks: [dredge, link]}
`;
  const covered = [
    'The fairway is being dredged. Rail freight is being closely integrated with coastal shipping.',
    'We go on dredging the fairway, further integrating rail freight, in all ports, with coastal shipping.',
    'The fairway will soon be dredged again.\n\n- Rail freight: it has been integrated more and more with coastal shipping.',
    '主航道正在疏浚。进一步推动铁路货运与沿海航运加快深度衔接。',
    '继续疏浚港区主航道，铁路货运正在同沿海航运深度衔接，并推动共享。',
  ];
  for (const text of covered)
    it(`leaves ${text}`, () => assert.deepEqual(foundBy('task-missing', harbour, text, { tasks: 'spring' }), []));
  const missing = [
    ['The fairway is being dredged. Rail freight grew, and coastal shipping too.', 1],
    ['The fairway is long, and the basin was dredged. Rail freight is integrated with coastal shipping.', 1],
    ['主航道正在疏浚。铁路货运增长，沿海航运持平。', 1],
  ] as const;
  for (const [text, count] of missing)
    it(`finds ${count} in ${text}`, () =>
      assert.equal(foundBy('task-missing', harbour, text, { tasks: 'spring' }).length, count));
});

describe('acronyms that are not the pack’s to explain', () => {
  const harbour = `
name: harbour
languages: [en, zh]
terms:
  service:
    preferred: {en: vessel traffic service, zh: 船舶交管}
    admitted: {en: [{form: VTS, class: short}], zh: [{form: VTS, class: short}]}
organizations:
  league: {preferred: {en: League of Ports, zh: 港口联盟}, admitted: {en: [{form: LOP, class: short}]}, exempt: true}
`;
  const elsewhere = [
    'A Volunteer Training Scheme (VTS) is open. The VTS has ten places.',
    'The VTS has ten places. Ask for the Volunteer Training Scheme (“VTS”).',
    'The VTS <abbr title="Volunteer Training Scheme">VTS</abbr> has ten places.',
    '- **VTS** - Volunteer training scheme. It has ten places.',
    '*[VTS]: Volunteer Training Scheme\n\nThe VTS has ten places.',
    '| Short | Long |\n| --- | --- |\n| VTS | Volunteer Training Scheme |',
    'Volunteer training schemes, or VTSs, have ten places.',
    'The Vessel & Traffic Service (VTS) has ten places.',
    '「志願培訓」（VTS）招收十人，VTS免費。',
    'VTS是指志愿培训计划，VTS免费。',
    'VTS（志愿培训计划）免费。',
  ];
  for (const text of elsewhere)
    it(`leaves ${text} (trial 3.18)`, () => assert.deepEqual(foundBy('acronym-undefined', harbour, text), []));
  const unexplained = [
    'The VTS (in the tower) answers. The vessel traffic service (VTS) never sleeps.',
    'The tower (VTS) answers.',
    'Visit the VTS, the tower and the quay.',
    'VTS（见附件）昼夜值守。',
    'VTS昼夜值守。船舶交管（VTS）从不休息。',
  ];
  for (const text of unexplained)
    it(`finds ${text}`, () => assert.deepEqual(foundBy('acronym-undefined', harbour, text), ['VTS']));
  it('leaves an acronym of any entry that is exempt (trial 3.19)', () =>
    assert.deepEqual(foundBy('acronym-undefined', harbour, 'The LOP met.'), []));
});

describe('numbers that announce no list (trial 3.10)', () => {
  const nothing = 'name: nothing\nlanguages: [en, zh]\n';
  const right = [
    '## Play 3 Reflection Questions\n\n- Who asks?\n- Who answers?',
    'Sprint 3 goals: tests, docs, release and rest.',
    'Most of us know five habits but miss these four:\n\n- sleep\n- walk\n- eat\n- rest',
    'WCAG 2 criteria:\n\n- a\n- b\n- c',
    'COVID-19 measures: masks, tests and air.',
    'On 5 May actions were taken: lamps, chains and gates.',
    'Choose two options:\n\n- lamps\n- chains\n- gates',
    '请任选两项：换灯、加链、修闸。',
    'Question 1 (3 points): name the lamp, the chain, the gate and the tug.',
    'The plan has two targets: 1,000 homes and 2,000 jobs.',
    'There are two goals: cut waste by half, from 10 to 5 tonnes, and grow trade.',
    'Three results: one gate and two lamps.',
    '设奖项3个：一等奖1个、二等奖2个。',
    '上午8点：签到、开会、散会。',
    'There are 2-3 options: lamps, chains, gates and tugs.',
    'Two to three reasons: fog, ice, wind and tide.',
    'The two year goals: lamps, chains and gates.',
    'week 2 tasks: lamps, chains and gates',
    'Two reasons: fog – thick, cold and wet – and ice.',
    'The two strands have one aim each: lamps.',
    'Sprint Three goals: tests, docs, release and rest.',
    'In 2023 five goals were set by the board, and these remain: lamps, chains.',
  ];
  for (const text of right) it(`leaves ${text}`, () => assert.deepEqual(foundBy('count-mismatch', nothing, text), []));
  const wrong = [
    'Our three goals: lamps, chains, gates and tugs.',
    'The 3 goals: lamps, chains, gates and tugs.',
    'Take three steps: lamps, chains, gates and tugs.',
    'The Ministry set 3 goals: lamps, chains, gates and tugs.',
    '提出三点：换灯、加链、修闸、清淤。',
    'Three measures were taken: new lamps, longer chains, wider gates and a second tug.',
  ];
  for (const text of wrong) it(`finds ${text}`, () => assert.equal(foundBy('count-mismatch', nothing, text).length, 1));
});

describe('a body that meets again and again (trial 3.11)', () => {
  const board = `
name: board
languages: [en, zh]
organizations:
  board: {preferred: {en: Harbour Board, zh: 港务委员会}}
events:
  meeting:
    preferred:
      en: {form: meeting of the Harbour Board, near: [night pilotage]}
      zh: {form: 港务委员会会议, near: [夜间引航]}
    date: 2023-09-20
    by: board
`;
  const right = [
    '夜间引航方案公布，8月31日的港务委员会会议研究了其他事项。',
    '8月31日的港务委员会会议研究了船闸，未涉及夜间引航。',
    '港务委员会会议9月20日研究夜间引航，10月9日的港务委员会会议通过预算。',
    '> 港务委员会会议8月31日研究夜间引航。',
    '9月6日召开的港务委员会会议听取防汛汇报，与夜间引航会议不是同一次。',
    'The meeting of the Harbour Board of 13 September dealt with prices, a week before night pilotage was taken up.',
    'The meeting of the Harbour Board of 13 September dealt with prices a week before night pilotage was taken up.',
    'On 31 August a meeting of the Harbour Board discussed other matters, then night pilotage in brief.',
    'Night pilotage was late, so on 31 August a meeting of the Harbour Board discussed locks.',
    'A meeting of the Harbour Board on 31 August discussed locks, and one on 20 September night pilotage.',
    'A meeting of the Harbour Board on 31 August discussed locks; night pilotage came next.',
    '- On 5 October a regular meeting of the Harbour Board heard of night pilotage again.',
  ];
  for (const text of right) it(`leaves ${text}`, () => assert.deepEqual(foundBy('event-date', board, text), []));
  const wrong = [
    ['8月31日的港务委员会会议研究了夜间引航。', '8月31日'],
    ['港务委员会会议于9月15日召开，审议夜间引航方案。', '9月15日'],
    ['On 31 August 2023 a meeting of the Harbour Board discussed night pilotage.', '31 August 2023'],
    ['- A meeting of the Harbour Board on 21 September was about night pilotage.', '21 September'],
  ] as const;
  for (const [text, at] of wrong) it(`finds ${text}`, () => assert.deepEqual(foundBy('event-date', board, text), [at]));
});

describe('brackets that ask for nothing (trial 1.13)', () => {
  const nothing = 'name: nothing\nlanguages: [en, zh]\n';
  const right = [
    'You can have parcels sent to [your name], Quay 5; press [enter] or choose [yes/no].',
    '您可以在信封上写[您的姓名]。',
    'Hughes, K. Ports of the north [electronic resource]. 2nd ed. [place of publication not identified], 2011.',
    'Moor, T. (2021) Dredging in winter [online]. Quay Press [accessed 3 May 2022].',
    'dredge, v. [adj.] deep; n. [plural] dredgers.',
    'Let $P$ be P = [v_1, v_2] beside the text, in the range = [lower, upper].',
    'See [the tide table][tides] and [tides].\n\n[tides]: {{ site.url }}/tides',
    "The harbour was quiet [author's translation]; the author is [unknown].",
    'A [newly-built]{.smallcaps} quay.',
    'Cargo rose.[citation needed] The quay [figure 2] is long.',
    '## Letter template\n\nDear [name], your berth is [berth number].',
    'You can copy this template.\n\nThe berth of [ship name] is free on [date].',
    '1. For example: I am away; write to [email address].',
    'Call `/berths/[id]` or /berths/[number]/free.',
    '[abstract] The harbour grew.',
    '港口年鉴[电子版]于5月出版，[摘要]本文介绍港口。',
    '港口吞吐量增长[1]，[作者简介]王某。',
    'The lecture notes are old [in Chinese], by Wu [preprint].',
    'Obsidian links to [[the tide table]] and ![[quay plan]].',
    'plumbline check [options] runs.',
    'Write the TODO list, and the TBD column.',
  ];
  for (const text of right)
    it(`leaves ${text}`, () => assert.deepEqual(foundBy('placeholder-unfilled', nothing, text), []));
  const wrong = [
    'The lock opens on [day].',
    'The berth is held by [your name].',
    'Source: [paper or book]',
    'The harbour of [town] grew.',
    '| Berth | [berth] |\n| --- | --- |\n| Ship | [ship name] |',
    '船闸于[某月某日]启用。',
    '单位：[填写单位]',
    'The budget is £[amount]m.',
    '- [project name] is late.',
    'The harbour master is [full name here].',
  ];
  for (const text of wrong)
    it(`finds ${text}`, () => assert.ok(foundBy('placeholder-unfilled', nothing, text).length > 0));
});

describe('days of the week (trial 9.5)', () => {
  const fixed = [
    ['On Monday, 27 September 2023 it rained.', 'On Wednesday, 27 September 2023 it rained.'],
    ['On Mon 27 Sept 2023 it rained.', 'On Wed 27 Sept 2023 it rained.'],
    ['MONDAY 27 SEPTEMBER 2023', 'WEDNESDAY 27 SEPTEMBER 2023'],
    ['2023年9月27日（星期一）有雨。', '2023年9月27日（星期三）有雨。'],
    ['2023年9月27日（周天）有雨。', '2023年9月27日（周三）有雨。'],
  ] as const;
  for (const [text, right] of fixed) {
    it(`offers ${right} without any pack, and never applies it`, () => {
      const report = readReport(text, mergePacks([]).vocabulary, {});
      const [finding] = lintReport(report);
      assert.equal(finding?.rule, 'date-impossible');
      const [fix] = finding.fixes;
      assert.equal(fix?.safe, false);
      const [edit] = fix.edits;
      assert.ok(edit);
      assert.equal(text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end), right);
    });
  }
  it('has no fix for a date that does not exist', () => {
    const [finding] = lintReport(readReport('It rained on 31 June 2023.', mergePacks([]).vocabulary, {}));
    assert.deepEqual([finding?.rule, finding?.fixes], ['date-impossible', []]);
  });
});

describe('stretches of time that a month ends', () => {
  const hospital = `
name: hospital
languages: [en, zh]
region: GB
fiscalYear: '04-01'
sources:
  accounts: {title: Annual accounts, publisher: Trust Board, date: 2025-05-20}
metrics:
  agency:
    preferred: {en: agency spending, zh: 临时用工支出}
    measure: {kind: amount, unit: GBP, of: flow}
    observations:
      - {period: 2023/24, value: 16.1e6, source: accounts}
      - {period: 2024/25, value: 14.7e6, source: accounts}
      - {period: 2025-03, value: 1.1e6, source: accounts}
`;
  const found = (text: string) => foundBy('metric-value', hospital, text, { date: '2025-06-10' });
  const wrong = [
    ['Agency spending was £18.2 million in the year to March 2025.', '£18.2 million'],
    ['In the 12-month period ended 31 March 2025 agency spending was £18.2 million.', '£18.2 million'],
    ['Agency spending was £9.2 million in March 2025.', '£9.2 million'],
    ['截至2025年3月的12个月，临时用工支出为1820万英镑。', '1820万英镑'],
    ['| Item | Year to March 2025 |\n| --- | --- |\n| Agency spending | £18.2 million |\n', '£18.2 million'],
  ] as const;
  for (const [text, at] of wrong) it(`finds ${at} in ${text.slice(0, 50)}`, () => assert.deepEqual(found(text), [at]));
  const right = [
    'Agency spending was £14.7 million in the year to March 2025.',
    'From last year to March 2025 agency spending was £18.2 million.',
    'In the run-up to March 2025 agency spending was £18.2 million.',
    'Over the years to March 2025 agency spending was £180 million.',
    'Agency spending was £18.2 million in the year to May 2025.',
    '截至2025年3月的12个月，临时用工支出为1470万英镑。',
  ];
  for (const text of right) it(`leaves ${text}`, () => assert.deepEqual(found(text), []));
});
