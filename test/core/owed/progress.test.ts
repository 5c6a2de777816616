import assert from 'node:assert/strict';
import { hoverAt, lintReport, owedAt, progressOf, progressText, readReport } from '../../../server/src/core/index.js';
import { vocabularyFrom } from '../packs.js';
import { schoolMeals, streetTrees } from './packs.js';

const date = '2024-05-02';
const english = `---
report: kitchen-letter
---

# Kitchens

## In short

Good meals.

## Kitchen work

- Cut the salt in soups: done in May.
- Weigh plate waste: [measures, bodies, dates]

## The year in figures

Meals served: 4.35 million in 2023. Meals served: 4.1 million in 2022. Spending on food was 13.9 million euros in 2023.

## Further reading

[to be written]
`;
const chinese = `---
report: monthly
---

# 行道树月报

## 本月工作

一是补植缺株，已补120株；二是修剪枯枝，完成八成。

## 数据

2023年，行道树数量为86.2万株，新植成活率为95%。
`;
const empty = { tasks: undefined, sections: undefined, figures: undefined };

describe('how far a report is', () => {
  it('counts tasks and sections that say something of their own, and figures that the record can judge', () => {
    const progress = progressOf(readReport(english, schoolMeals, { date }));
    assert.deepEqual(progress, {
      tasks: { done: 1, all: 4 },
      sections: { done: 3, all: 4 },
      // That of 2022 is right, though there is a newer one.
      figures: { done: 2, all: 3 },
    });
    assert.equal(progressText(progress, 'en'), '1 of 4 key tasks, 3 of 4 sections, 2 of 3 figures hold');
  });
  it('says it in Chinese', () => {
    const progress = progressOf(readReport(chinese, streetTrees, { date }));
    assert.equal(progressText(progress, 'zh'), '重点任务2/3，章节2/2，数据相符1/2');
  });
  it('says nothing of what is not owed', () => {
    assert.deepEqual(progressOf(readReport('# Kitchens\n\nSome text.\n', schoolMeals, { date })), empty);
    assert.equal(progressText(empty, 'en'), '');
    const foreign = '---\nlanguage: fr\nreport: kitchen-letter\n---\n\n# Cuisines\n';
    assert.equal(progressOf(readReport(foreign, schoolMeals, { date })).tasks, undefined);
  });
  it('is told on the title, and nowhere else', () => {
    const report = readReport(english, schoolMeals, { date });
    const title = hoverAt(report, english.indexOf('Kitchens') + 2, 'en');
    assert.equal(title?.markdown, '1 of 4 key tasks, 3 of 4 sections, 2 of 3 figures hold');
    assert.equal(hoverAt(report, english.indexOf('Good'), 'en'), undefined);
    assert.equal(hoverAt(report, english.indexOf('In short'), 'en'), undefined);
    const untyped = english.replace(/^---[\s\S]*?---\n/, '');
    assert.equal(hoverAt(readReport(untyped, schoolMeals, { date }), untyped.indexOf('Kitchens'), 'en'), undefined);
  });
  it('stands below what the title names', () => {
    const text = english.replace('# Kitchens', '# Meals served');
    const hover = hoverAt(readReport(text, schoolMeals, { date }), text.indexOf('Meals'), 'en');
    assert.match(hover?.markdown ?? '', /\*\*meals served\*\*[\s\S]*\n\n---\n\n1 of 4 key tasks/);
  });

  const hives = vocabularyFrom({
    'pack.yaml': `name: hives
languages: [en, zh]
tasks:
  mites: {preferred: {en: treat colonies for mites, zh: 防治蜂螨}}
  forage: {preferred: {en: widen the forage strips, zh: 扩大蜜源带}, validTo: 2026-05-31}
  census: {preferred: {en: count the hives, zh: 清点蜂箱}, validFrom: 2026-07-01}
taskLists: {season: {preferred: {en: season plan, zh: 本季计划}, tasks: [mites, forage, census]}}
reports:
  visit:
    preferred: {en: visit, zh: 巡查}
    tasks: season
    sections: [{id: work, heading: {en: [Work], zh: [工作]}, holds: tasks}]
`,
  });
  for (const [language, text, names] of [
    ['en', '# June\n\n## Work\n\n- Queens were marked.\n- ', ['Treat colonies for mites', 'Widen the forage strips']],
    ['zh', '# 六月\n\n## 工作\n\n- 已标记蜂王。\n- ', ['防治蜂螨', '扩大蜜源带']],
  ] as const)
    it(`asks for no task that has ended or has not begun on the day of the report (${language})`, () => {
      const on = (day: string) => {
        const report = readReport(text, hives, { date: day, language, report: 'visit' });
        return {
          all: progressOf(report).tasks?.all,
          owed: owedAt(report, text.length).offers.map(({ label }) => label),
          missing: lintReport(report).filter(({ rule }) => rule === 'task-missing').length,
        };
      };
      assert.deepEqual(on('2026-05-31'), { all: 2, owed: names, missing: 1 });
      assert.deepEqual(on('2026-06-30'), { all: 1, owed: names.slice(0, 1), missing: 1 });
    });
});
