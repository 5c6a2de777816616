import * as core from '../server/src/core/index.ts';
import { allRules } from '../server/src/core/index.ts';
import { vocabularyOf } from './core/packs.ts';
const v = vocabularyOf('new-industrialization');
const texts: Record<string,string> = { mentions: 'new racetracks and the weak board, industrial added value of 40 trillion yuan in 2022. '.repeat(1000), paras: 'New racetracks and the weak board, industrial added value of 40 trillion yuan in 2022.\n\n'.repeat(1500), han: '新工业化新型工业化推动数字技术与实体经济深度融合，'.repeat(3000), persons: 'Li Hongwei, director of the New Industrialization Research Institute, and Zhang Xiaolun met. '.repeat(1000), headings: '## Key tasks\n\ntext of MIIT Party Group key tasks resilience\n\n'.repeat(2000), lists: 'the new four modernizations are knowledge, information, ecology and globalization, '.repeat(800), items: '- a\n'.repeat(20000), quotes:'"a said b" '.repeat(10000) };
for (const [name,text] of Object.entries(texts)) {
  let t=performance.now(); const report = core.readReport(text, v, { date: '2023-10-10', region: 'CN' }); console.log(name, 'read', (performance.now()-t).toFixed(0));
  for (const r of allRules) { t=performance.now(); const d=[...r.check(report)]; const t1=performance.now(); for (const x of d) r.fix?.(x as never, report); const a=t1-t, b=performance.now()-t1; if (a+b>30) console.log('   ', r.id, a.toFixed(0), 'fix', b.toFixed(0), d.length); }
}
