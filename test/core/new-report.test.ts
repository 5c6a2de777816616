import assert from 'node:assert/strict';
import {
  findingMessage,
  languagesOfType,
  lintReport,
  mergePacks,
  newReport,
  readReport,
  type Vocabulary,
} from '../../server/src/core/index.js';
import { schoolMeals, streetTrees } from './owed/packs.js';
import { packFromDisk, vocabularyFrom, vocabularyOf } from './packs.js';

const packs: readonly (readonly [string, Vocabulary])[] = [
  ['the pack that ships', vocabularyOf('new-industrialization')],
  ['the other pack that ships', mergePacks([packFromDisk('gb-clean-power')]).vocabulary],
  ['another pack', vocabularyOf('uk-clean-power')],
  ['a pack of school meals', schoolMeals],
  ['a pack of street trees', streetTrees],
];
const date = '2025-03-01';

/** What a person may write into a place to fill. */
function filled(text: string, language: string): string {
  const words = language === 'zh' ? '工作照常推进' : 'the work goes on as planned';
  return text.replace(/(?<!\\)\[(?!\^)[^\][\n]+\]|【[^【】\n]+】/g, words);
}

function make(vocabulary: Vocabulary, id: string, language: string, on = date) {
  const type = vocabulary.find('reports', id);
  assert.ok(type);
  return newReport(type, vocabulary, { language, date: on });
}

describe('a new report', () => {
  for (const [title, vocabulary] of packs)
    for (const type of vocabulary.ofKind('reports'))
      for (const language of languagesOfType(type, vocabulary)) {
        const { text } = newReport(type, vocabulary, { language, date });
        const find = (written: string) => {
          const report = readReport(written, vocabulary, { date });
          return lintReport(report).map((finding) => [finding.rule, finding.severity, findingMessage(finding, 'en')]);
        };

        it(`is one information while fresh: ${type.id} in ${language}, ${title}`, () => {
          const findings = find(text);
          assert.deepEqual(
            findings.map(([rule, severity]) => [rule, severity]),
            [['placeholder-unfilled', 'information']],
            JSON.stringify(findings),
          );
        });

        it(`has no finding once it is filled in: ${type.id} in ${language}, ${title}`, () => {
          assert.deepEqual(find(filled(text, language)), []);
        });

        it(`has every section in order: ${type.id} in ${language}, ${title}`, () => {
          assert.deepEqual(
            text.match(/^## .*$/gm),
            type.sections.map(({ heading }) => `## ${heading[language]?.[0]}`),
          );
        });
      }

  it('has front matter, title, tasks, figures with footnotes and bodies, in English', () => {
    assert.equal(
      make(vocabularyOf('uk-clean-power'), 'delivery-note', 'en').text,
      `---
title: "Delivery note on [subject]"
date: 2025-03-01
language: en
report: delivery-note
region: GB
author: "[name]"
---

# Delivery note on [subject]

## In brief

Since the launch of the National Energy System Operator on 1 October 2024, [what happened].

- At least 95% clean generation by 2030

## Functions

- Lead projects through the development stage: [measures, bodies, dates]
- Invest in energy projects alongside the private sector: [measures, bodies, dates]
- Support local energy through the Local Power Plan: [measures, bodies, dates]
- Build supply chains across the UK: [measures, bodies, dates]
- Explore the ties with Great British Nuclear: [measures, bodies, dates]

## Numbers

| Metric | Period | Value | Source |
| --- | --- | --- | --- |
| Capacity awarded | September 2024 | 9.6 GW | [^ar6] |
| Strike price of offshore wind | September 2024 | 58.87 GBP/MWh | [^ar6] |

## Milestones

- At least 95% clean generation by 2030

## Evidence

[^ar6]: Department for Energy Security and Net Zero, Contracts for Difference Allocation Round 6: results, 2024-09-03.
`,
    );
  });

  it('has them in Chinese, with what was public on the day', () => {
    const { text } = make(streetTrees, 'monthly', 'zh', '2024-02-01');
    assert.equal(
      text,
      `---
title: "【填写标题】"
date: 2024-02-01
language: zh
report: monthly
---

# 【填写标题】

## 本月工作

- 补植缺株：【待补充】
- 修剪枯枝：【待补充】
- 扩大树池：【待补充】

## 数据

| 指标 | 时期 | 数值 | 来源 |
| --- | --- | --- | --- |
| 行道树数量 | 2023年 | 86.2万株 | [^survey] |
| 新植成活率 | 2023年 | 96.2% | [^survey] |

[^survey]: 市园林局，2023年行道树普查公报，2024-01-15。
`,
    );
    assert.match(
      make(streetTrees, 'monthly', 'zh', '2023-02-01').text,
      /\| 行道树数量 \| 【填写时期】 \| 【填写数值】 \|/,
    );
  });

  it('is of the task list of its type, whatever the titles of its sources say', () => {
    const pack = `
name: lights
languages: [en, zh]
organizations: {office: {preferred: {en: Office of Lights, zh: 灯塔处}}}
sources: {letter: {title: {en: What has been built, zh: 不再新建灯塔的函}, publisher: {en: Office of Lights, zh: 灯塔处}, date: 2024-02-01}}
tasks: {paint: {preferred: {en: paint the towers, zh: 粉刷塔身}}, lamps: {preferred: {en: change the lamps, zh: 更换灯具}}}
taskLists:
  own: {preferred: {en: own list, zh: 自有清单}, tasks: [{task: paint, wording: {en: give the towers a coat, zh: 为塔身上漆}}]}
  office: {preferred: {en: list of the office, zh: 灯塔处清单}, setBy: office, tasks: [lamps]}
metrics:
  towers: {preferred: {en: towers, zh: 灯塔数量}, measure: {kind: count}, observations: [{period: 2023, value: 40, source: letter}]}
reports:
  log:
    preferred: {en: log, zh: 日志}
    sections:
      - {id: work, heading: {en: [Work], zh: [工作]}, holds: tasks}
      - {id: figures, heading: {en: [Figures], zh: [数据]}, holds: metrics}
    tasks: own
    metrics: [towers]
`;
    const vocabulary = vocabularyFrom({ 'pack.yaml': pack });
    for (const language of ['en', 'zh']) {
      const written = filled(make(vocabulary, 'log', language).text, language);
      assert.match(written, language === 'en' ? /Give the towers a coat/ : /为塔身上漆/);
      const findings = lintReport(readReport(written, vocabulary, { date }));
      assert.deepEqual(
        findings.map((finding) => findingMessage(finding, 'en')),
        [],
      );
    }
  });

  it('asks for what stands twice as one stop, and numbers the stops through', () => {
    const { snippet } = make(vocabularyOf('uk-clean-power'), 'delivery-note', 'en');
    const numbers = [...snippet.matchAll(/\$\{(\d+):/g)].map(([, number]) => Number(number));
    assert.deepEqual(numbers.slice(0, 4), [1, 2, 1, 3]);
    assert.deepEqual(new Set(numbers), new Set(numbers.map((_, i) => i + 1).slice(0, new Set(numbers).size)));
  });

  it('marks the sections that may be left out', () => {
    assert.match(
      make(schoolMeals, 'kitchen-letter', 'en').text,
      /## Guests\n\n\[to be written; the section may be left out\]/,
    );
    assert.match(make(schoolMeals, 'kitchen-letter', 'zh').text, /## 来访\n\n【待补充，本章节可不写】/);
  });

  it('keeps YAML whole whatever a title and a value say', () => {
    const pack = `
name: odd
languages: [en]
terms: {quay: {preferred: 'the "old" quay'}}
reports:
  odd:
    preferred: odd
    title: 'Say "yes": \${term:quay} # no'
    frontMatter: {region: GB, tags: '[a, b]', 'two words': 'x: y', title: never, n: 2}
    sections: [{id: one, heading: One}]
`;
    const vocabulary = vocabularyFrom({ 'pack.yaml': pack });
    const { text } = make(vocabulary, 'odd', 'en');
    const { frontMatter } = readReport(text, vocabulary, {});
    assert.equal(frontMatter.title, 'Say "yes": the "old" quay # no');
    assert.equal(frontMatter.region, 'GB');
    assert.match(text, /^tags: "\[a, b\]"\n"two words": "x: y"\nn: 2$/m);
    assert.equal(text.match(/^title:/gm)?.length, 1);
  });

  it('goes by what it holds where its body is in another language', () => {
    const pack = `
name: half
languages: [en, zh]
reports:
  half:
    preferred: {en: half, zh: 半}
    title: {en: Half a letter}
    sections: [{id: one, heading: {en: [One], zh: [一]}, body: {en: 'In English: \${1:[what]}.'}}]
`;
    const vocabulary = vocabularyFrom({ 'pack.yaml': pack });
    assert.match(make(vocabulary, 'half', 'en').text, /## One\n\nIn English: \[what\]\.\n/);
    assert.match(make(vocabulary, 'half', 'zh').text, /# 【填写标题】\n\n## 一\n\n【待补充，本章节可不写】\n/);
  });
});
