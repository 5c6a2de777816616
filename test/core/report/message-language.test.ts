import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  type Finding,
  findingMessage,
  type Locale,
  lintReport,
  mergePacks,
  type ReportSettings,
  readPack,
  readReport,
} from '../../../server/src/core/index.js';

const { pack, problems } = readPack(
  new Map([
    [
      'pack.yaml',
      `name: harbour
languages: [en, zh]
sources:
  yearbook: {title: {en: Harbour Yearbook, zh: 港口年鉴}, publisher: {en: Port Office, zh: 港务局}, date: 2024-03-01}
  gazette: {title: {en: Harbour Gazette, zh: 港口公报}, date: 2023-03-01}
  minutes: {title: Minutes, text: 港口将在秋季风暴到来之前建成两个新泊位。}
terms: {berth: {preferred: {en: berth, zh: 泊位}, deprecated: {en: [{form: parking place, reason: {en: ships do not park, zh: 船舶不称“停车”}}, {form: boat slot, reason: a slot is a time}], zh: [停船位]}, basis: yearbook}}
events:
  spring: {preferred: {en: Spring Meeting, zh: 春季会议}}
  autumn: {preferred: {en: Autumn Meeting, zh: 秋季会议}}
tasks:
  dredge: {preferred: {en: dredge the fairway, zh: 疏浚航道}}
  cranes: {preferred: {en: train crane drivers, zh: 培训吊车司机}}
taskLists:
  spring: {preferred: {en: tasks of the spring, zh: 春季清单}, setAt: events/spring, tasks: [dredge]}
  autumn: {preferred: {en: tasks of the autumn, zh: 秋季清单}, setAt: events/autumn, tasks: [cranes]}
reports:
  bulletin:
    preferred: {en: bulletin, zh: 通报}
    tasks: spring
    sections:
      - {id: work, heading: {en: [Work in hand], zh: [在办工作]}, required: true, holds: tasks}
metrics:
  cargo:
    preferred: {en: cargo handled, zh: 货物吞吐量}
    measure: {kind: amount, unit: t}
    observations:
      - {period: 2022, value: 46.8e6, source: gazette}
      - {period: 2023, value: 48.2e6, source: yearbook}
`,
    ],
  ]),
);
assert.deepEqual(problems, []);
assert.ok(pack);
const { vocabulary } = mergePacks([pack]);

function saidOf(text: string, rule: string, locale: Locale, settings: ReportSettings = {}): string {
  const finding = lintReport(readReport(text, vocabulary, settings)).find((each) => each.rule === rule);
  assert.ok(finding, `${rule}: ${text}`);
  return findingMessage(finding as Finding, locale);
}

/** Right words of a message in each language, about a report in English and one in Chinese; the form is the report's. */
const cases: readonly {
  readonly rule: string;
  readonly en: string;
  readonly zh: string;
  readonly says: Readonly<Record<Locale, string>>;
  readonly report?: string;
}[] = [
  {
    rule: 'term-deprecated',
    en: 'The parking place is free.',
    zh: '停船位空闲。',
    says: { en: 'Port Office', zh: '港务局' },
  },
  {
    rule: 'metric-value',
    en: 'In 2023 cargo handled was 12.1 million tonnes.',
    zh: '2023年货物吞吐量为1210万吨。',
    says: { en: 'Port Office', zh: '港务局' },
  },
  {
    rule: 'metric-value',
    en: 'In 2022 cargo handled was 12.1 million tonnes.',
    zh: '2022年货物吞吐量为1210万吨。',
    says: { en: 'Harbour Gazette', zh: '港口公报' },
  },
  {
    rule: 'task-missing',
    en: '## Work in hand\n\nThe locks are open.',
    zh: '## 在办工作\n\n船闸已启用。',
    says: { en: 'tasks of the spring', zh: '春季清单' },
    report: 'bulletin',
  },
  {
    rule: 'section-missing',
    en: '# May\n\nThe locks are open.',
    zh: '# 五月\n\n船闸已启用。',
    says: { en: '“bulletin”', zh: '“通报”' },
    report: 'bulletin',
  },
  {
    rule: 'task-foreign',
    en: 'The Spring Meeting set one key task, to train crane drivers.',
    zh: '春季会议部署的任务是培训吊车司机。',
    says: { en: 'tasks of the autumn', zh: '秋季清单' },
  },
];

describe('the language of a message (trial 6)', () => {
  for (const { rule, en, zh, says, report } of cases) {
    const settings = { date: '2024-05-01', ...(report !== undefined && { report }) };
    it(`${rule} names sources, lists and types in its own language: ${says.en}`, () => {
      for (const text of [en, zh])
        for (const locale of ['en', 'zh'] as const) {
          const said = saidOf(text, rule, locale, settings);
          assert.ok(said.includes(says[locale]), `${locale}: ${said}`);
          const other = says[locale === 'en' ? 'zh' : 'en'];
          assert.ok(!said.includes(other), `${locale}: ${said}`);
        }
    });
  }

  it('a reason is in that of the message, and in its own where it has one alone (issue 12)', () => {
    const said = (text: string, locale: Locale) => saidOf(text, 'term-deprecated', locale, { language: 'en' });
    assert.match(said('The parking place is free.', 'en'), /^Reason: ships do not park\.$/m);
    assert.match(said('The parking place is free.', 'zh'), /^理由：船舶不称“停车”。$/m);
    for (const locale of ['en', 'zh'] as const)
      assert.match(said('The boat slot is free.', locale), /a slot is a time/);
  });

  it('gives the form to write in the language of the report', () => {
    assert.match(saidOf('停船位空闲。', 'term-deprecated', 'en'), /“泊位”/);
    assert.match(saidOf('The parking place is free.', 'term-deprecated', 'zh'), /“berth”/);
    assert.match(saidOf('# 五月\n\n船闸已启用。', 'section-missing', 'en', { report: 'bulletin' }), /“在办工作”/);
  });

  it('names a source that has no words in its language in those that it has', () => {
    const text = '《Minutes》写道：“港口将在冬季风暴到来之前建成两个新泊位。”';
    assert.match(saidOf(text, 'quote-altered', 'zh'), /Minutes/);
  });
});
