import assert from 'node:assert/strict';
import { owedAt, readReport, type Vocabulary } from '../../../server/src/core/index.js';
import { schoolMeals, streetTrees } from './packs.js';

interface Row {
  readonly at: string;
  /** The bar is the cursor. */
  readonly text: string;
  /** The labels that come first; none: nothing is offered to a writer who types. */
  readonly first: readonly string[];
  readonly vocabulary?: Vocabulary;
}

const letter = '---\nreport: kitchen-letter\n---\n\n# Kitchens\n\n';
const monthly = '---\nreport: monthly\n---\n\n# 行道树月报\n\n';
const tasks = [
  'Cut the salt in soups',
  'Buy vegetables from local growers',
  'Weigh plate waste',
  'Renew the school kitchens',
];

/** Marked before the first run. */
const rows: readonly Row[] = [
  { at: 'bullet', text: `${letter}## Kitchen work\n\n- ‸\n`, first: tasks },
  {
    at: 'bullet behind a named task',
    text: `${letter}## Kitchen work\n\n- Cut the salt in soups: done by May.\n- ‸\n`,
    first: tasks.slice(1),
  },
  { at: 'star, bold', text: `${letter}## Kitchen work\n\n* **‸**\n`, first: tasks },
  {
    at: 'number',
    text: `${letter}## Kitchen work\n\n1. Weigh plate waste: begun.\n2. ‸\n`,
    first: [tasks[0] as string, tasks[1] as string],
  },
  { at: 'letters', text: `${letter}## Kitchen work\n\n- buy v‸\n`, first: ['Buy vegetables from local growers'] },
  { at: 'no blank line before', text: `${letter}## Kitchen work\nWe did this:\n- ‸`, first: tasks },
  { at: 'CRLF', text: `${letter}## Kitchen work\n\n- ‸\n`.replaceAll('\n', '\r\n'), first: tasks },
  { at: 'nested below a task', text: `${letter}## Kitchen work\n\n- Weigh plate waste\n  - ‸\n`, first: [] },
  { at: 'another section', text: `${letter}## Guests\n\n- ‸\n`, first: [] },
  { at: 'block quote', text: `${letter}## Kitchen work\n\n> - ‸\n`, first: [] },
  { at: 'code', text: `${letter}## Kitchen work\n\n\`\`\`\n- ‸\n\`\`\`\n`, first: [] },
  {
    at: 'table',
    text: `${letter}## Kitchen work\n\n| Task | State |\n| --- | --- |\n| Weigh plate waste | begun |\n| ‸\n`,
    first: [tasks[0] as string],
  },
  {
    at: '一是',
    text: `${monthly}## 本月工作\n\n一是‸\n`,
    first: ['补植缺株', '修剪枯枝', '扩大树池'],
    vocabulary: streetTrees,
  },
  {
    at: '二是',
    text: `${monthly}## 本月工作\n\n一是补植缺株，已补120株；二是‸\n`,
    first: ['修剪枯枝', '扩大树池'],
    vocabulary: streetTrees,
  },
  {
    at: '（二）',
    text: `${monthly}## 本月工作\n\n（一）扩大树池，完成八成。\n\n（二）‸\n`,
    first: ['补植缺株', '修剪枯枝'],
    vocabulary: streetTrees,
  },
  { at: 'subheading', text: `${monthly}## 本月工作\n\n### ‸\n`, first: ['补植缺株'], vocabulary: streetTrees },
  {
    at: '# alone',
    text: `${letter}#‸\n`,
    first: ['In short', 'Work on the menu', 'The year in figures', 'Further reading'],
  },
  {
    at: '## at the end',
    text: `${letter}## At a glance\n\nGood.\n\n## ‸`,
    first: ['Work on the menu', 'The year in figures', 'Further reading'],
  },
  {
    at: '## between',
    text: `${letter}## In short\n\nGood.\n\n## ‸\n\n## Further reading\n\nNone.\n`,
    first: ['Work on the menu', 'The year in figures'],
  },
  { at: '## in Chinese', text: `${monthly}## 数‸\n`, first: ['数据'], vocabulary: streetTrees },
  {
    at: '## with all there',
    text: `${monthly}## 本月工作\n\n好。\n\n## 数据\n\n无。\n\n## ‸\n`,
    first: [],
    vocabulary: streetTrees,
  },
  { at: 'no type', text: '# Kitchens\n\n## ‸\n', first: [] },
  { at: 'metrics', text: `${letter}## The year in figures\n\n- ‸\n`, first: ['Meals served', 'Spending on food'] },
  {
    at: 'metrics, one there',
    text: `${letter}## The year in figures\n\n- Meals served: 4.35 million in 2023.\n- ‸\n`,
    first: ['Spending on food'],
  },
  {
    at: 'metrics in a table',
    text: `${monthly}## 数据\n\n| 指标 | 时期 | 数值 | 来源 |\n| --- | --- | --- | --- |\n| ‸\n`,
    first: ['行道树数量', '新植成活率'],
    vocabulary: streetTrees,
  },
  {
    at: 'according to',
    text: `${letter}## In short\n\nAccording to ‸\n`,
    first: [
      'Office of Nutrition: School Meals in 2023',
      'Audit of Kitchens',
      'Office of Nutrition: School Meals in 2022',
    ],
  },
  { at: '据', text: `${monthly}## 数据\n\n据‸\n`, first: ['市园林局：2023年行道树普查公报'], vocabulary: streetTrees },
  { at: '数据 is no 据', text: `${monthly}## 数据\n\n这些数据‸\n`, first: [], vocabulary: streetTrees },
  { at: 'report:', text: '---\nreport: ‸\n---\n\n# Kitchens\n', first: ['kitchen-letter', 'menu-note'] },
  { at: 'report in TOML', text: '+++\nreport = "‸"\n+++\n\n# Kitchens\n', first: ['kitchen-letter', 'menu-note'] },
  { at: 'key, unclosed', text: '---\ndate: 2024-05-02\nre‸', first: ['report'] },
  {
    at: 'language',
    text: '---\nreport: monthly\nlanguage:‸\n---\n\n# 行道树月报\n',
    first: ['zh', 'en'],
    vocabulary: streetTrees,
  },
  {
    at: 'suppression',
    text: `${letter}## In short\n\n<!-- plumbline-disable-next-line ‸ -->\nMeals served: 9.9 million in 2023.\n`,
    first: ['metric-value'],
  },
  {
    at: 'suppression, open',
    text: `${letter}## In short\n\n<!-- plumbline-disable-line metric‸\n`,
    first: ['metric-arithmetic'],
  },
];

describe('what is owed, at first sight', () => {
  for (const { at, text, first, vocabulary = schoolMeals } of rows) {
    it(at, () => {
      const offset = text.indexOf('‸');
      const report = readReport(text.replace('‸', ''), vocabulary, { date: '2024-05-02' });
      const { offers, unasked } = owedAt(report, offset);
      const labels = unasked ? offers.map(({ label }) => label) : [];
      assert.deepEqual(first.length === 0 ? labels : labels.slice(0, first.length), first);
    });
  }
});
