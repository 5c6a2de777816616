import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import {
  applyEdits,
  completionsAt,
  type Finding,
  findingMessage,
  findingVerdict,
  fixTitle,
  lintReport,
  mergePacks,
  type ReportSettings,
  readReport,
  type Vocabulary,
} from '../../server/src/core/index.js';
import { readPackFrom, vocabularyOf } from './packs.js';

const CN = vocabularyOf('new-industrialization');
const GB = vocabularyOf('uk-clean-power');

function find(text: string, vocabulary: Vocabulary, settings: ReportSettings = {}): readonly Finding[] {
  return lintReport(readReport(text, vocabulary, { date: '2023-10-10', ...settings }));
}

/** `rule severity words`, one a line. */
function shown(text: string, vocabulary: Vocabulary, settings: ReportSettings = {}): readonly string[] {
  return find(text, vocabulary, settings).map(
    ({ rule, severity, span }) => `${rule} ${severity} ${text.slice(span.start, span.end)}`,
  );
}

/** The text after a fix of its one finding of a rule. */
function fixed(text: string, vocabulary: Vocabulary, rule: string, fix = 0): string {
  const findings = find(text, vocabulary).filter((finding) => finding.rule === rule);
  assert.equal(findings.length, 1);
  return applyEdits(text, findings[0]?.fixes[fix]?.edits ?? []);
}

describe('a list of what is missing', () => {
  it('is cut where the first line has no room for it, and told whole below', () => {
    const text = (language: string, heading: string) =>
      `---\nreport: briefing\nlanguage: ${language}\n---\n\n# A\n\n## ${heading}\n\n${language === 'zh' ? '工作已于五月启动。' : 'The work began in May.'}\n`;
    const told = (body: string, locale: 'en' | 'zh') =>
      find(body, CN).flatMap((finding) =>
        ['section-missing', 'task-missing'].includes(finding.rule) ? [findingMessage(finding, locale).split('\n')] : [],
      );
    for (const locale of ['en', 'zh'] as const)
      for (const body of [text('en', 'Key tasks'), text('zh', '重点任务')])
        for (const [verdict = ''] of told(body, locale)) assert.ok(verdict.length <= 110, verdict);
    const [sections, tasks] = told(text('en', 'Key tasks'), 'en');
    assert.match(sections?.[0] ?? '', /^5 sections are missing: “Summary”, .* and “Sources”$/);
    assert.doesNotMatch(sections?.[1] ?? '', /^All/);
    assert.match(tasks?.[0] ?? '', / and 3 more$/);
    assert.match(tasks?.[1] ?? '', /^All: (?:“[^”]+”(?:, | and |\.$)){4}/);
    const [, ofChinese] = told(text('zh', '重点任务'), 'zh');
    assert.match(ofChinese?.[0] ?? '', /^缺少4项重点任务：“[^”]+”.*等$/);
    assert.match(ofChinese?.[1] ?? '', /^全部：(?:“[^”]+”){4}。$/);
  });
});

describe('a report that tells no language yet', () => {
  it('gets headings and places in the language of the messages (issue 12)', () => {
    const empty = '---\nreport: briefing\n---\n';
    const headings = (text: string, settings: ReportSettings) => {
      const [fix] = find(text, CN, settings)[0]?.fixes ?? [];
      return applyEdits(text, fix?.edits ?? [])
        .match(/^## .*|【待补充】|\[to be written\]/gm)
        ?.slice(0, 2);
    };
    assert.deepEqual(headings(empty, { likelyLanguage: 'zh' }), ['## 摘要', '【待补充】']);
    assert.deepEqual(headings(empty, { likelyLanguage: 'en' }), ['## Summary', '[to be written]']);
    // Whatever tells the language goes first: the text, front matter, a config; and a pack that speaks it.
    assert.deepEqual(headings(`${empty}\nThe conference was held.\n`, { likelyLanguage: 'zh' })?.[0], '## Summary');
    const zh = '---\nreport: briefing\nlanguage: zh\n---\n';
    assert.deepEqual(headings(zh, { likelyLanguage: 'en' })?.[0], '## 摘要');
    assert.deepEqual(headings(empty, { likelyLanguage: 'en', language: 'zh' })?.[0], '## 摘要');
    assert.deepEqual(headings(empty, { likelyLanguage: 'fr' })?.[0], '## Summary');
  });
});

describe('a type that is typed by hand (trial 5.3)', () => {
  const lines = [
    ['briefing', 'en', CN, 6],
    ['briefing', 'zh', CN, 6],
    ['progress-report', 'en', CN, 3],
    ['progress-report', 'zh', CN, 3],
    ['delivery-note', 'en', GB, 4],
    ['delivery-note', 'zh', GB, 4],
  ] as const;
  for (const [type, language, vocabulary, sections] of lines) {
    const text = `---\nlanguage: ${language}\nreport: ${type}\n---\n`;
    it(`is one finding of ${sections} sections: ${type}, ${language}`, () => {
      assert.deepEqual(shown(text, vocabulary), [`section-missing warning ${type}`]);
      assert.match(findingVerdict(find(text, vocabulary)[0] as Finding, 'en'), new RegExp(`^${sections} sections are`));
      assert.match(findingVerdict(find(text, vocabulary)[0] as Finding, 'zh'), new RegExp(`^缺少${sections}个章节：`));
    });

    it(`has one fix that adds all in order, and that is one information: ${type}, ${language}`, () => {
      const finding = find(text, vocabulary)[0] as Finding;
      assert.deepEqual(
        finding.fixes.map((fix) => fixTitle(fix, 'en')),
        [`Add all ${sections} sections`],
      );
      const after = fixed(text, vocabulary, 'section-missing');
      const required = vocabulary.find('reports', type)?.sections.filter((section) => section.required) ?? [];
      assert.deepEqual(
        after.match(/^## .*$/gm),
        required.map(({ heading }) => `## ${heading[language]?.[0]}`),
      );
      const left = find(after, vocabulary);
      assert.deepEqual(
        left.map(({ rule, severity }) => [rule, severity]),
        [['placeholder-unfilled', 'information']],
      );
      assert.equal((left[0]?.related.length ?? 0) + 1, (after.match(/\[[a-z, ]+\]|【待补充】/g) ?? []).length);
    });
  }

  it('and where one section is missing, that one is named', () => {
    const text = '---\nreport: market-watch\n---\n\n## Outlook\n\nFair.\n';
    assert.match(findingVerdict(find(text, GB)[0] as Finding, 'en'), /“Prices”/);
    assert.equal(
      fixed(text, GB, 'section-missing'),
      '---\nreport: market-watch\n---\n\n## Prices\n\n[to be written]\n\n## Outlook\n\nFair.\n',
    );
  });

  it('puts each section where the order wants it', () => {
    const text =
      '---\nreport: briefing\n---\n\n# T\n\n### Background\n\nFair.\n\n#### Risks of ice\n\nNone.\n\n### Metrics\n\nNone.';
    assert.deepEqual(fixed(text, CN, 'section-missing').match(/^#+ .*$/gm), [
      '# T',
      '### Summary',
      '### Background',
      '#### Risks of ice',
      '### Key tasks',
      '### Metrics',
      '### Sources',
    ]);
  });
});

describe('tasks are judged once their section has text of its own (trial 5.3)', () => {
  const harbour = mergePacks([
    readPackFrom({
      'pack.yaml': `
name: harbour
languages: [en, zh]
tasks:
  dredge: {preferred: {en: dredge the fairway, zh: 疏浚航道}}
  lights: {preferred: {en: renew the leading lights, zh: 更换导标灯}}
  cranes: {preferred: {en: train crane drivers, zh: 培训吊车司机}}
  quay: {preferred: {en: lengthen the east quay, zh: 延长东码头}}
taskLists:
  spring: {preferred: {en: tasks of the spring meeting, zh: 春季会议任务}, tasks: [dredge, lights, cranes, quay]}
reports:
  bulletin:
    preferred: {en: bulletin, zh: 通报}
    sections: [{id: work, heading: {en: Work in hand, zh: 在办工作}, required: true, holds: tasks}]
    tasks: spring
  letter:
    preferred: {en: letter, zh: 函}
    sections: []
    tasks: spring
`,
    }),
  ]).vocabulary;
  const quiet = [
    ['bulletin', ''],
    [
      'bulletin',
      '## Work in hand\n\n- [first task]: [measures]\n- [second task]: [measures]\n- [third task]: [dates]\n',
    ],
    ['bulletin', '## 在办工作\n\n【待补充】\n'],
    ['bulletin', '## Work in hand\n\n| Task | State |\n| --- | --- |\n| [task] | [state] |\n'],
    ['letter', ''],
    ['letter', '# [title]\n\n[to be written]\n'],
    ['letter', '# 标题\n\n【待补充】\n'],
  ] as const;
  for (const [report, text] of quiet)
    it(`not yet in ${report} ${JSON.stringify(text)}`, () => {
      const found = find(text, harbour, { report }).map(({ rule }) => rule);
      assert.equal(found.includes('task-missing'), false);
    });
  it('not while the section itself is missing', () => {
    const text = '# Work\n\nThe ice is off the basin.\n';
    assert.deepEqual(
      find(text, harbour, { report: 'bulletin' }).map(({ rule }) => rule),
      ['section-missing'],
    );
  });
  it('where the type asks for no such section, once the report says anything', () => {
    const [finding] = find('The ice is off the basin.', harbour, { report: 'letter' });
    assert.match(findingVerdict(finding as Finding, 'en'), /^4 key tasks are missing: “dredge the fairway”, /);
  });

  const added = [
    [
      '## Work in hand\n\nThe ice is off the basin.\n\n1. Dredge the fairway: two dredgers.\n',
      '1. Dredge the fairway: two dredgers.\n2. Renew the leading lights: [measures, bodies, dates]\n3. Train crane drivers: [measures, bodies, dates]\n4. Lengthen the east quay: [measures, bodies, dates]\n',
    ],
    [
      '## Work in hand\n\nWe dredge the fairway.\n',
      'We dredge the fairway.\n\n- Renew the leading lights: [measures, bodies, dates]\n- Train crane drivers: [measures, bodies, dates]\n- Lengthen the east quay: [measures, bodies, dates]\n',
    ],
    [
      '## 在办工作\n\n### （一）疏浚航道\n\n两船作业。\n\n### （二）更换导标灯\n\n六月完成。\n',
      '六月完成。\n\n### （三）培训吊车司机\n\n【待补充】\n\n### （四）延长东码头\n\n【待补充】\n',
    ],
    [
      '## 在办工作\n\n一是疏浚航道；二是更换导标灯。\n',
      '二是更换导标灯。三是培训吊车司机：【待补充】。四是延长东码头：【待补充】。\n',
    ],
    [
      '## 在办工作\n\n* 延长东码头：完成。\n* 更换导标灯：完成。\n',
      '完成。\n* 疏浚航道：【待补充】\n* 培训吊车司机：【待补充】\n',
    ],
  ] as const;
  for (const [text, end] of added)
    it(`all are one finding, with one fix for all and one for each: ${text.replaceAll('\n', '⏎')}`, () => {
      const report = `---\nreport: bulletin\n---\n\n${text}`;
      const [finding] = find(report, harbour).filter(({ rule }) => rule === 'task-missing');
      const count = finding?.values['count'] as number;
      assert.equal(finding?.fixes.length, count + 1);
      const after = fixed(report, harbour, 'task-missing');
      assert.ok(after.endsWith(end), after);
      assert.deepEqual(
        find(after, harbour).filter(({ rule }) => rule !== 'placeholder-unfilled'),
        [],
      );
      if (text.includes('；')) return; // One paragraph, which is being filled now.
      const one = fixed(report, harbour, 'task-missing', 1);
      assert.equal(find(one, harbour).filter(({ rule }) => rule === 'task-missing').length, 1);
    });

  it('each keeps the level and the status that its pack gives it', () => {
    const levels = `
name: harbour
languages: [en]
tasks:
  dredge: {preferred: {en: dredge the fairway}}
  lights: {preferred: {en: renew the leading lights}}
  cranes: {preferred: {en: train crane drivers}, level: error}
  quay: {preferred: {en: lengthen the east quay}, level: off}
  pilots: {preferred: {en: hire pilots}, status: unverified}
taskLists:
  spring: {preferred: {en: tasks of the spring meeting}, tasks: [dredge, lights, cranes, quay, pilots]}
`;
    const { vocabulary } = mergePacks([readPackFrom({ 'pack.yaml': levels })]);
    assert.deepEqual(
      find('The ice is off.', vocabulary, { tasks: 'spring' }).map(({ severity, values }) => [
        severity,
        values['tasks'] ?? values['task'],
      ]),
      [
        ['warning', ['dredge the fairway', 'renew the leading lights']],
        ['error', 'train crane drivers'],
        ['information', 'hire pilots'],
      ],
    );
  });

  const announced = [
    '## Work in hand\n\nFour tasks were set:\n\n- Dredge the fairway: begun.\n- Renew the leading lights: begun.\n- Train crane drivers: begun.\n',
    '## Work in hand\n\nThe four things in hand are: dredge the fairway, renew the leading lights and train crane drivers.\n',
    '## 在办工作\n\n春季部署四项任务：一是疏浚航道；二是更换导标灯；三是培训吊车司机。\n',
    '## 在办工作\n\n四项重点：疏浚航道、更换导标灯、延长东码头。\n',
  ];
  for (const text of announced)
    it(`one mistake, one finding: ${text.replaceAll('\n', '⏎')}`, () => {
      assert.deepEqual(
        find(text, harbour, { report: 'bulletin' }).map(({ rule }) => rule),
        ['task-missing'],
      );
    });
  it('a count of anything else is still told', () => {
    const text =
      '## Work in hand\n\nFour steps were taken: maps, ropes and lamps.\n\n- Dredge the fairway: begun.\n- Renew the leading lights: begun.\n- Train crane drivers: begun.\n';
    assert.deepEqual(
      find(text, harbour, { report: 'bulletin' }).map(({ rule }) => rule),
      ['task-missing', 'count-mismatch'],
    );
  });
});

describe('places left to fill (trial 5.3)', () => {
  it('up to three in a report that says something are a warning each', () => {
    assert.deepEqual(shown('The lock opens on [insert date].\n\nIt cost XX million yuan.\n\n费用【待补充】。', GB), [
      'placeholder-unfilled warning [insert date]',
      'placeholder-unfilled warning XX',
      'placeholder-unfilled warning 【待补充】',
    ]);
  });

  it('more are one information on the first, with the count and the other places', () => {
    const text =
      'Open on [insert date].\n\nCost: TBD.\n\n- [insert name]\n\n## TODO\n\n| a | b |\n| --- | --- |\n| XX% | 5 |\n';
    const [finding, ...others] = find(text, GB);
    assert.deepEqual([finding?.severity, others.length], ['information', 0]);
    assert.deepEqual(
      finding?.related.map(({ start, end }) => text.slice(start, end)),
      ['TBD', '[insert name]', 'TODO', 'XX'],
    );
    assert.equal(
      findingMessage(finding as Finding, 'en'),
      '5 places are left to fill; the first is “[insert date]”\nTheir lines: 1, 3, 5, 7 and 11.',
    );
    assert.equal(
      findingMessage(finding as Finding, 'zh'),
      '有5处尚未填写，首处为“[insert date]”\n所在行：1、3、5、7、11。',
    );
  });

  it('two in a report of nothing else are one', () => {
    assert.deepEqual(shown('# 标题\n\n## 摘要\n\n【待补充】\n\n## 来源\n\n【待补充】\n', GB), [
      'placeholder-unfilled information 【待补充】',
    ]);
  });

  it('that a comment says are meant do not count, and their block is judged', () => {
    const text =
      '<!-- plumbline-disable placeholder-unfilled -->\nNew racetracks [insert name], [insert date].\n<!-- plumbline-enable -->\n\nTBD: [insert name] came.\n';
    assert.deepEqual(shown(text, CN), [
      'term-deprecated warning New racetracks',
      'placeholder-unfilled warning TBD',
      'placeholder-unfilled warning [insert name]',
    ]);
  });

  const unfinished = [
    'New racetracks open on [insert date].',
    '- New racetracks: TBD',
    '## New racetracks [insert name]\n\nThey opened.',
    '| New racetracks | 5 |\n| --- | --- |\n| New racetracks | [insert value] |'.replace(
      '| New racetracks | 5 |',
      '| Name | Value |',
    ),
    '2022年，工业增加值达45万亿元【待核实】，新工业化。',
    '新赛道{{名称}}，新工业化。',
  ];
  for (const text of unfinished)
    it(`of their block no other rule speaks: ${text.replaceAll('\n', '⏎')}`, () => {
      assert.deepEqual([...new Set(find(text, CN).map(({ rule }) => rule))], ['placeholder-unfilled']);
      assert.ok(
        find(text, CN, { rules: { 'placeholder-unfilled': 'off' } }).length > 0,
        'nothing was wrong with it but the place',
      );
    });
  it('of another block they do', () => {
    const text =
      'The lock opens on [insert date].\n\nNew racetracks opened.\n\n| a | b |\n| --- | --- |\n| TBD | x |\n| New racetracks | 5 |\n';
    assert.deepEqual(
      find(text, CN).map(({ rule }) => rule),
      ['placeholder-unfilled', 'term-deprecated', 'placeholder-unfilled', 'term-deprecated'],
    );
  });
});

describe('a skeleton of every report type in force (trials 5.3, 5.4)', () => {
  const packs = [
    ['the pack that ships', CN, ['briefing', 'progress-report', 'note']],
    ['another pack', GB, ['delivery-note', 'market-watch']],
  ] as const;
  const offered = (text: string, vocabulary: Vocabulary, settings: ReportSettings = {}, locale: 'en' | 'zh' = 'en') =>
    completionsAt(readReport(text, vocabulary, { date: '2023-10-10', ...settings }), text.length, locale).filter(
      ({ kind }) => kind === 'reports',
    );
  for (const [title, vocabulary, ids] of packs)
    for (const language of ['en', 'zh'] as const) {
      it(`is offered once, in ${language}: ${title}`, () => {
        for (const skeletons of [offered('', vocabulary, { language }), offered('\n', vocabulary, {}, language)]) {
          assert.deepEqual(
            skeletons.map(({ entry }) => entry?.split('/').at(-1)),
            ids,
          );
          for (const { label } of skeletons) assert.equal(/\p{Script=Han}/u.test(label), language === 'zh', label);
        }
      });

      it(`has every section in order, and is one information, in ${language}: ${title}`, () => {
        for (const { text, snippet = '', entry } of offered('', vocabulary, { language })) {
          const type = vocabulary.ofKind('reports').find(({ fullName }) => fullName === entry);
          assert.deepEqual(
            text.match(/^## .*$/gm),
            type?.sections.map(({ heading }) => `## ${heading[language]?.[0]}`),
          );
          assert.match(
            text,
            new RegExp(
              `^---\\ntitle: "[^"\\n]+"\\ndate: 2023-10-10\\nlanguage: ${language}\\nreport: ${type?.id}\\n(?:[a-z]+: .+\\n)*---\\n\\n# `,
            ),
          );
          const [finding, ...others] = find(text, vocabulary);
          assert.deepEqual(
            [finding?.rule, finding?.severity, others.length],
            ['placeholder-unfilled', 'information', 0],
          );
          // The title stands in the front matter too, as the same stop.
          const stops = new Set(snippet.replace(/^author: .*$/m, '').match(/\$\{\d+:/g));
          assert.equal(stops.size, 1 + (finding?.related.length ?? 0));
        }
      });
    }

  it('goes by what was typed, in the language that it was typed in', () => {
    const typed = (text: string) =>
      offered(text, GB).map(({ label, span }) => [label, text.slice(span.start, span.end)]);
    assert.deepEqual(typed('delivery'), [['delivery note', 'delivery']]);
    assert.deepEqual(typed('进展'), [['进展札记', '进展']]);
    assert.deepEqual(typed('\nMarket-w'), [['market watch', 'Market-w']]);
    assert.deepEqual(typed('delivery of goods'), []);
    assert.deepEqual(typed('# 进展'), []);
    assert.deepEqual(typed('It opened.\n\ndelivery'), []);
  });

  it('is of the type that the front matter names, and where that names none, names it', () => {
    const named = offered('---\nreport: market-watch\nlanguage: zh\n---\n\n', GB);
    assert.deepEqual(
      named.map(({ text }) => text),
      [
        '# 【填写标题】\n\n## 价格\n\n| 指标 | 时期 | 数值 | 来源 |\n| --- | --- | --- | --- |\n' +
          '| 能源价格上限 | 【填写时期】 | 【填写数值】 | 【填写来源】 |\n\n## 展望\n\n【待补充，本章节可不写】\n',
      ],
    );
    const text = '---\nlanguage: zh\n---\n';
    const [first] = offered(text, GB);
    assert.ok(first !== undefined);
    const after = applyEdits(text, [{ span: first.span, text: first.text }, ...first.additionalEdits]);
    assert.ok(after.startsWith('---\nreport: delivery-note\nlanguage: zh\n---\n# '), after);
    assert.deepEqual(
      find(after, GB).map(({ severity }) => severity),
      ['information'],
    );
    assert.deepEqual(offered('---\nreport: market-watch\n---', GB), []);
    assert.deepEqual(offered('---\nreport: nope\n---\n', GB), []);
  });

  it('lists the tasks that the type owes', () => {
    const [briefing] = offered('', CN, { language: 'zh' });
    assert.equal(briefing?.text.match(/^- .*：【待补充】$/gm)?.length, 4);
  });
});

it('clean samples have no findings', () => {
  const samples = [
    ['examples/progress-report.md', CN],
    ['examples/conference.md', CN],
    ['test/fixtures/clean/new-industrialization.zh.md', CN],
    ['test/fixtures/clean/uk-clean-power.en.md', GB],
    ['test/fixtures/clean/uk-clean-power.zh.md', GB],
  ] as const;
  for (const [path, vocabulary] of samples) {
    const text = readFileSync(join(import.meta.dirname, '../..', path), 'utf8');
    const region = vocabulary === GB ? 'GB' : 'CN';
    assert.deepEqual(shown(text, vocabulary, { region }), [], path);
    // There is something to judge in each.
    assert.ok(readReport(text, vocabulary, { region }).mentions.length > 5, path);
  }
});
