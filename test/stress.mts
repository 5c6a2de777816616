import { readFileSync } from 'node:fs';
import * as core from '../server/src/core/index.ts';
import { vocabularyOf } from './core/packs.ts';
const v = vocabularyOf('new-industrialization');
const S = '../shared/corpus/speed/';
const cases: Record<string, () => string> = {
  '10k': () => readFileSync(S+'report-10k.md','utf8'),
  '100k': () => readFileSync(S+'report-100k.md','utf8'),
  'a*b_c x60000': () => 'a*b_c '.repeat(60000),
  'line 10MB': () => 'x'.repeat(10_000_000),
  'sentence 50k': () => 'In 2022 industrial added value was 40 trillion yuan and '.repeat(900)+'.',
  'sentence 50k zh': () => '2022年工业增加值为40万亿元，'.repeat(3000)+'。',
  'table 5000': () => '| Year | Industrial added value (trillion yuan) |\n| --- | --- |\n'+Array.from({length:5000},(_,i)=>`| ${1900+i%120} | 40.${i} |`).join('\n'),
  'tiny blocks': () => 'a\n\n'.repeat(130_000),
  'list items': () => '- a\n'.repeat(100_000),
  'numbers': () => '12,345 trillion yuan in 2022, '.repeat(8000),
  '400 digits': () => `Industrial added value was ${'9'.repeat(400)} yuan in 2022. `.repeat(500),
  'brackets': () => '('.repeat(20000)+'40 trillion yuan'+')'.repeat(20000),
  'mentions': () => 'new racetracks and the weak board, industrial added value of 40 trillion yuan in 2022. '.repeat(Number(process.env.N ?? 4000)),
  'para mentions': () => 'New racetracks and the weak board, industrial added value of 40 trillion yuan in 2022.\n\n'.repeat(6000),
  'headings': () => '## Key tasks\n\ntext of MIIT Party Group key tasks resilience\n\n'.repeat(10000),
  'quotes': () => '“'.repeat(50000)+'"'.repeat(50001),
  'quotes2': () => '"a said b" '.repeat(50000),
  'lists of members': () => 'the new four modernizations are knowledge, information, ecology and globalization, '.repeat(5000),
  'han': () => '新工业化新型工业化推动数字技术与实体经济深度融合，'.repeat(20000),
  'persons': () => 'Li Hongwei, director of the New Industrialization Research Institute, and Zhang Xiaolun met. '.repeat(5000),
  'suppressions': () => '<!-- plumbline-disable-next-line term-deprecated -->\nnew racetracks\n\n'.repeat(5000),
};
const only = process.argv[2];
for (const [name, make] of Object.entries(cases)) {
  if (only && !name.includes(only)) continue;
  const text = make(); const t = performance.now();
  const report = core.readReport(text, v, { date: '2023-10-10', region: 'CN' }); const t1 = performance.now();
  const f = core.lintReport(report); const t2 = performance.now();
  console.log(name.padEnd(18), `${(text.length/1000).toFixed(0)}K`, `read ${(t1-t).toFixed(0)} lint ${(t2-t1).toFixed(0)} ms`, f.length, 'findings', report.unread.length, 'unread');
}
