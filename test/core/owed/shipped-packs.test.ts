import assert from 'node:assert/strict';
import { completionsAt, mergePacks, readReport, type Vocabulary } from '../../../server/src/core/index.js';
import { packFromDisk, vocabularyOf } from '../packs.js';

const power = mergePacks([packFromDisk('gb-clean-power')]).vocabulary;
const industry = vocabularyOf('new-industrialization');
const note = '---\nreport: progress-note\ndate: 2026-03-01\n---\n\n# Note on the grid\n\n';
const brief = '---\nreport: briefing\ndate: 2024-03-01\nlanguage: zh\n---\n\n# 关于工业的简报\n\n';

/** Anything at all. */
const something = Symbol('something');
const nothing = Symbol('nothing');

/** Marked before the first run. The bar is the cursor; the label is what comes first. */
const rows: readonly (readonly [text: string, vocabulary: Vocabulary, first: string | symbol])[] = [
  [`${note}## Actions\n\n- ‸`, power, something],
  [`${note}## 3. Work in hand\n\n* ‸\n`, power, something],
  [`${note}## Actions\r\n\r\n1) ‸\r\n`, power, something],
  [`${note}## Actions\n\nSecondly, ‸\n`, power, something],
  [`${note}## Actions\n\n(1) ‸\n`, power, something],
  [`${note}## Actions\n\n> - ‸\n`, power, nothing],
  [`${note}## Actions\n\n    - ‸\n`, power, nothing],
  [`${note}## Actions\n\n~~~md\n- ‸\n~~~\n`, power, nothing],
  [`${note}## Risks\n\n- ‸\n`, power, nothing],
  [`${note}## Figures\n\n- ‸\n`, power, something],
  [`${note}## Figures\n\n| Indicator | Value | Period |\n|---|---|---|\n| ‸ | | |\n`, power, something],
  [`${note}## Targets\n\n- ‸\n`, power, something],
  [`${note}##‸`, power, 'In brief'],
  [`${note}## In brief\n\nGood.\n\n##  ‸\n\n## Sources\n`, power, 'Actions'],
  [`${note}## In brief\n\nGood.\n\n## Fig‸`, power, 'Figures'],
  [`${note}## In brief\n\nWork goes on as the ministry plans it, according to ‸`, power, something],
  [`${note}## In brief\n\nAccording to the Department ‸`, power, something],
  [`${brief}## 重点任务\n\n一是‸\n`, industry, something],
  [`${brief}## 重点任务\n\n第一，‸\n`, industry, something],
  [`${brief}## 重点工作\n\n（一）‸`, industry, something],
  [`${brief}## 重点任务\n\n1.‸\n`, industry, something],
  [`${brief}## 一、重点任务\n\n- ‸\n`, industry, something],
  [`${brief}## 主要指标\n\n- ‸\n`, industry, '工业增加值'],
  [`${brief}## 主要指标\n\n|指标|时期|数值|来源|\n|-|-|-|-|\n|‸\n`, industry, '工业增加值'],
  [`${brief}##‸\n`, industry, '摘要'],
  [`${brief}## 摘要\n\n据‸\n`, industry, something],
  [`${brief}## 摘要\n\n工业向好，据国家‸\n`, industry, something],
  [`${brief}## 摘要\n\n有据可‸\n`, industry, nothing],
  [`${brief}## 摘要\n\n大数据‸\n`, industry, nothing],
  ['---\nreport: ‸\n---\n', industry, 'briefing'],
  ['---\nreport: br‸\n---\n', industry, 'briefing'],
  ["---\nreport: '‸'\n---\n", industry, 'briefing'],
  ['---\nreport: briefing\ntasks: ‸\n---\n', industry, 'miit-party-group-four'],
  ['---\nreport: briefing\nregion: C‸\n---\n', industry, 'CN'],
  ['+++\nlanguage = ‸\n+++\n', industry, something],
  [`${brief}{# plumbline-disable-next-line ‸ #}\n\n工业增加值2022年为41万亿元。\n`, industry, something],
  [`${note}<!-- plumbline-disable-line\tter‸ -->`, power, 'term-deprecated'],
  [`${note}<!--plumbline-disable ‸-->`, power, something],
];

describe('what is owed by the packs that ship', () => {
  for (const [text, vocabulary, first] of rows)
    it(JSON.stringify(text.slice(text.lastIndexOf('\n\n', text.indexOf('‸') - 3)).trim()), () => {
      const report = readReport(text.replace('‸', ''), vocabulary, { date: '2026-03-01' });
      const labels = completionsAt(report, text.indexOf('‸'), 'en', 'typed').map(({ label }) => label);
      if (first === nothing) assert.deepEqual(labels, []);
      else if (first === something) assert.ok(labels.length > 0);
      else assert.equal(labels[0], first);
    });
});
