import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { applyEdits, type Finding, lintReport, readReport } from '../../server/src/core/index.js';
import { type PackName, vocabularyOf } from './packs.js';

const settings = {
  'new-industrialization': { date: '2023-10-10', region: 'CN' },
  'uk-clean-power': { date: '2025-05-31', region: 'GB' },
} as const;

/** A text with one finding of a rule, and what each of its fixes makes of it. */
type Case = readonly [pack: PackName, rule: string, text: string, ...fixed: readonly string[]];

const CN = 'new-industrialization';
const GB = 'uk-clean-power';

const cases: readonly Case[] = [
  [
    CN,
    'target-date',
    'By 2040, new industrialization is to be basically realized.',
    'By 2035, new industrialization is to be basically realized.',
  ],
  [
    CN,
    'target-date',
    'New industrialization is to be basically realized by the end of the decade.',
    'New industrialization is to be basically realized by 2035.',
  ],
  [
    CN,
    'task-missing',
    '---\nreport: briefing\n---\n\n## Key tasks\n\n### 1. Improve the resilience and security of industrial and supply chains\n\nDone.\n\n- a\n- b\n\n### 2. Accelerate the improvement of industrial innovation capacity\n\nDone.\n\n- a\n- b\n\n### 3. Promote the deep integration of digital technology and the real economy\n\nDone.\n\n- a\n- b\n\n### Outlook\n\nGood.\n',
    '---\nreport: briefing\n---\n\n## Key tasks\n\n### 1. Improve the resilience and security of industrial and supply chains\n\nDone.\n\n- a\n- b\n\n### 2. Accelerate the improvement of industrial innovation capacity\n\nDone.\n\n- a\n- b\n\n### 3. Promote the deep integration of digital technology and the real economy\n\nDone.\n\n- a\n- b\n\n### 4. Promote the green development of industry\n\n[measures, bodies, dates]\n\n### Outlook\n\nGood.\n',
  ],
  [
    CN,
    'task-missing',
    '---\nreport: briefing\n---\n\n## 重点任务\n\n### （一）提升产业链供应链韧性和安全水平\n\n完成。\n\n### （二）加快提升产业创新能力\n\n完成。\n\n### （三）推动数字技术与实体经济深度融合\n\n完成。\n',
    '---\nreport: briefing\n---\n\n## 重点任务\n\n### （一）提升产业链供应链韧性和安全水平\n\n完成。\n\n### （二）加快提升产业创新能力\n\n完成。\n\n### （三）推动数字技术与实体经济深度融合\n\n完成。\n\n### （四）推动工业绿色发展\n\n【待补充】\n',
  ],
  [
    CN,
    'task-missing',
    '---\nreport: briefing\n---\n\n## 重点任务\n\n一、提升产业链供应链韧性和安全水平。\n\n二、加快提升产业创新能力。\n\n三、推动数字技术与实体经济深度融合。\n',
    '---\nreport: briefing\n---\n\n## 重点任务\n\n一、提升产业链供应链韧性和安全水平。\n\n二、加快提升产业创新能力。\n\n三、推动数字技术与实体经济深度融合。\n\n四、推动工业绿色发展：【待补充】\n',
  ],
  [
    CN,
    'task-missing',
    '---\nreport: briefing\n---\n\n## Key tasks\n\n1. Improve the resilience and security of industrial and supply chains:\n   - one\n   - two\n2. Accelerate the improvement of industrial innovation capacity:\n   - one\n   - two\n3. Promote the deep integration of digital technology and the real economy:\n   - one\n   - two\n',
    '---\nreport: briefing\n---\n\n## Key tasks\n\n1. Improve the resilience and security of industrial and supply chains:\n   - one\n   - two\n2. Accelerate the improvement of industrial innovation capacity:\n   - one\n   - two\n3. Promote the deep integration of digital technology and the real economy:\n   - one\n   - two\n4. Promote the green development of industry: [measures, bodies, dates]\n',
  ],
  // Trial 2.6.
  [
    CN,
    'task-missing',
    '---\nreport: briefing\n---\n\n## 重点任务\n\n一是提升产业链供应链韧性和安全水平。\n\n二是加快提升产业创新能力。\n\n三是推动数字技术与实体经济深度融合。\n',
    '---\nreport: briefing\n---\n\n## 重点任务\n\n一是提升产业链供应链韧性和安全水平。\n\n二是加快提升产业创新能力。\n\n三是推动数字技术与实体经济深度融合。\n\n四是推动工业绿色发展：【待补充】\n',
  ],
  [
    CN,
    'task-missing',
    '---\nreport: briefing\n---\n\n## 重点任务\n\n**一是提升产业链供应链韧性和安全水平。**落实到位。\n\n**二是加快提升产业创新能力。**落实到位。\n\n**三是推动数字技术与实体经济深度融合。**落实到位。\n\n## 展望\n\n好。\n',
    '---\nreport: briefing\n---\n\n## 重点任务\n\n**一是提升产业链供应链韧性和安全水平。**落实到位。\n\n**二是加快提升产业创新能力。**落实到位。\n\n**三是推动数字技术与实体经济深度融合。**落实到位。\n\n四是推动工业绿色发展：【待补充】\n\n## 展望\n\n好。\n',
  ],
  [
    CN,
    'task-missing',
    '---\nreport: briefing\n---\n\n## 重点任务\n\n一是提升产业链供应链韧性和安全水平；二是加快提升产业创新能力；三是推动数字技术与实体经济深度融合。\n',
    '---\nreport: briefing\n---\n\n## 重点任务\n\n一是提升产业链供应链韧性和安全水平；二是加快提升产业创新能力；三是推动数字技术与实体经济深度融合。四是推动工业绿色发展：【待补充】。\n',
  ],
  [
    CN,
    'task-missing',
    '---\nreport: briefing\n---\n\n## 重点任务\n\n第一，提升产业链供应链韧性和安全水平。\n\n第二，加快提升产业创新能力。\n\n第三，推动数字技术与实体经济深度融合。\n',
    '---\nreport: briefing\n---\n\n## 重点任务\n\n第一，提升产业链供应链韧性和安全水平。\n\n第二，加快提升产业创新能力。\n\n第三，推动数字技术与实体经济深度融合。\n\n第四，推动工业绿色发展：【待补充】\n',
  ],
  [
    CN,
    'task-missing',
    '---\nreport: briefing\n---\n\n## Key tasks\n\nFirst, improve the resilience and security of industrial and supply chains.\n\nSecond, accelerate the improvement of industrial innovation capacity.\n\nThird, promote the deep integration of digital technology and the real economy.\n',
    '---\nreport: briefing\n---\n\n## Key tasks\n\nFirst, improve the resilience and security of industrial and supply chains.\n\nSecond, accelerate the improvement of industrial innovation capacity.\n\nThird, promote the deep integration of digital technology and the real economy.\n\nFourth, Promote the green development of industry: [measures, bodies, dates]\n',
  ],
  [CN, 'target-date', '到本世纪中叶基本实现新型工业化。', '到2035年基本实现新型工业化。'],
  [CN, 'target-date', '到二〇三〇年基本实现新型工业化。', '到2035年基本实现新型工业化。'],
  [GB, 'target-date', '到2028年光伏装机达到45至47吉瓦。', '到2030年光伏装机达到45至47吉瓦。'],
  [
    CN,
    'target-degree',
    'New industrialization is to be completely realized by 2035.',
    'New industrialization is to be basically realized by 2035.',
  ],
  [
    CN,
    'target-degree',
    'The goal is the full realization of new industrialization by 2035.',
    'The goal is the basic realization of new industrialization by 2035.',
  ],
  // No one word stands for "in full".
  [CN, 'target-degree', 'The country will achieve new industrialization in full by 2035.'],
  [CN, 'target-degree', '- Realize new industrialization by 2035', '- Basically realize new industrialization by 2035'],
  [CN, 'target-degree', '到2035年，新型工业化全面实现。', '到2035年，新型工业化基本实现。'],
  [CN, 'target-degree', '确保2035年如期实现新型工业化。', '确保2035年如期基本实现新型工业化。'],
  [
    GB,
    'target-degree',
    'By 2030, up to 95% clean generation is the aim.',
    'By 2030, at least 95% clean generation is the aim.',
  ],
  [GB, 'target-degree', '到2030年清洁发电占比最多达到95%。', '到2030年清洁发电占比至少达到95%。'],
  [
    GB,
    'target-value',
    'The plan wants 60 to 70 GW of offshore wind by 2030.',
    'The plan wants 43 to 50 GW of offshore wind by 2030.',
  ],
  // The unit stays as it is written, and in the header where it stands there.
  [GB, 'target-value', '到2030年海上风电达到60至70吉瓦。', '到2030年海上风电达到43至50吉瓦。'],
  [
    GB,
    'target-value',
    '| Target | 2030 |\n| --- | --- |\n| Offshore wind (GW) | 60 |',
    '| Target | 2030 |\n| --- | --- |\n| Offshore wind (GW) | 43 to 50 |',
  ],
  [
    CN,
    'event-date',
    'The National Conference on the Promotion of New Industrialization was held in Beijing from September 21 to 22, 2023.',
    'The National Conference on the Promotion of New Industrialization was held in Beijing from September 22 to 23, 2023.',
  ],
  [
    CN,
    'event-date',
    'The National Conference on the Promotion of New Industrialization was held in Shanghai.',
    'The National Conference on the Promotion of New Industrialization was held in Beijing.',
  ],
  [CN, 'event-date', '全国新型工业化推进大会于22日至23日召开。', '全国新型工业化推进大会于9月22日至23日召开。'],
  [
    CN,
    'event-date',
    '9月22日，国务院常务会议研究加快推进新型工业化。',
    '9月20日，国务院常务会议研究加快推进新型工业化。',
  ],
  [GB, 'event-date', '第六轮分配结果于2024年9月5日公布。', '第六轮分配结果于2024年9月3日公布。'],
  // A title of a body runs into no name.
  [
    CN,
    'person-title',
    'MIIT minister Wang Weiming said that the goal stands.',
    'Department of Equipment Industry I director Wang Weiming said that the goal stands.',
    'MIIT minister Jin Zhuanglong said that the goal stands.',
  ],
  [
    CN,
    'person-title',
    'Zhang Guoqing, Premier of the State Council, gave a speech.',
    'Zhang Guoqing, Vice Premier of the State Council, gave a speech.',
    'Li Qiang, Premier of the State Council, gave a speech.',
  ],
  [CN, 'person-title', '装备工业一司副司长王卫明介绍了情况。', '装备工业一司司长王卫明介绍了情况。'],
  [GB, 'person-title', '能源大臣沙普斯本周表示欢迎。', '能源大臣埃德·米利班德本周表示欢迎。'],
  [CN, 'person-name', 'SINOMACH chairman Xiaolun Zhang took part.', 'SINOMACH chairman Zhang Xiaolun took part.'],
  [CN, 'person-name', '金壮龙主持会议。随后，金状龙作了总结。', '金壮龙主持会议。随后，金壮龙作了总结。'],
  [GB, 'person-name', 'Miliband Ed opened the farm.', 'Ed Miliband opened the farm.'],
  [
    CN,
    'formulation-incomplete',
    'The four advantage chains are NEVs, photovoltaics and mobile communications.',
    'The four advantage chains are NEVs, photovoltaics, mobile communications and power equipment.',
  ],
  [CN, 'formulation-incomplete', '“新四化”是知识化、信息化、全球化。', '“新四化”是知识化、信息化、全球化、生态化。'],
  [GB, 'term-misspelt', 'Two offshor wind farms were built.', 'Two offshore wind farms were built.'],
  [GB, 'term-misspelt', '## Strike Prcies in May', '## Strike Prices in May'],
  [GB, 'term-misspelt', 'The national energy systme operator met.', 'The National Energy System Operator met.'],
  [
    CN,
    'acronym-undefined',
    'SMEs grow. SMEs are many.',
    'Small and medium-sized enterprises (SMEs) grow. SMEs are many.',
  ],
  [GB, 'acronym-undefined', 'LDES grows. It is cheap.', 'Long-duration electricity storage (LDES) grows. It is cheap.'],
  [
    GB,
    'suppression-unused',
    'The sea windmill park is a café. <!-- plumbline-disable-line term-deprecated, count-mismatch -- café -->',
    'The sea windmill park is a café. <!-- plumbline-disable-line term-deprecated -- café -->',
  ],
  [CN, 'formulation-order', '“新四化”即信息化、知识化、全球化和生态化。', '“新四化”即知识化、信息化、全球化和生态化。'],
  [
    CN,
    'formulation-order',
    'Forging new strengths, shoring up weak links and strengthening existing strengths go together.',
    'Shoring up weak links, strengthening existing strengths and forging new strengths go together.',
  ],
  [
    GB,
    'formulation-incomplete',
    'The energy trilemma is energy security and energy equity.',
    'The energy trilemma is energy security, energy equity and environmental sustainability.',
  ],
];

describe('fixes of targets, events, people and formulations', () => {
  for (const [pack, rule, text, ...fixed] of cases) {
    it(`${rule}: ${text.replaceAll('\n', ' ')}`, () => {
      const before = findings(pack, text);
      const own = before.filter((finding) => finding.rule === rule);
      assert.equal(own.length, 1, `${own.length} findings of ${rule}`);
      const texts = (own[0] as Finding).fixes.map(({ edits, safe }) => {
        assert.equal(safe, rule === 'suppression-unused');
        return applyEdits(text, edits);
      });
      assert.deepEqual(texts, fixed);
      for (const after of texts) {
        const left = findings(pack, after).map((finding) => finding.rule);
        assert.equal(left.includes(rule), false, after);
        assert.deepEqual(
          left.filter((each) => !before.some((finding) => finding.rule === each)),
          // A stub is there to be filled.
          rule === 'task-missing' ? ['placeholder-unfilled'] : [],
          after,
        );
      }
    });
  }
});

it('a new footnote follows the blank line that is there, whatever ends the lines', () => {
  const text = '2024年9月，海上风电执行价格为58.87英镑/兆瓦时，其中重新投标者为54.23英镑/兆瓦时。';
  for (const [ending, gap] of [
    ['\n\n', ''],
    ['\r\n\r\n', ''],
    ['\r\n', '\n'],
    ['', '\n\n'],
  ] as const) {
    const report = text + ending;
    const notes = findings(GB, report).flatMap(({ fixes }) =>
      fixes.flatMap(({ edits }) => edits.filter((edit) => edit.text.includes(']: '))),
    );
    assert.ok(notes.length > 0);
    for (const note of notes) assert.ok(note.text.startsWith(`${gap}[^`), JSON.stringify([ending, note.text]));
  }
});

it('a name that is one character and one word off at once is one finding', () => {
  for (const text of ['各地推进数字技术和实体经济深度融和。', '各地推进数字技术与实体经济深度融和。']) {
    const rules = findings(CN, text).map(({ rule }) => rule);
    assert.deepEqual(rules, ['term-misspelt'], text);
  }
});

function findings(pack: PackName, text: string): readonly Finding[] {
  return lintReport(readReport(text, vocabularyOf(pack), settings[pack]));
}
