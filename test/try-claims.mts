import * as core from '../server/src/core/index.ts';
import { vocabularyOf } from './core/packs.ts';
import { readClaims } from '../server/src/core/claims/read-claims.ts';
import { quantitiesIn } from '../server/src/core/claims/block-quantities.ts';
for (const line of process.argv.slice(2)) {
  const report = core.readReport(line.replaceAll('\\n','\n'), vocabularyOf((process.env.PACK as any) ?? 'new-industrialization'), { date: process.env.DATE ?? '2023-10-10', region: process.env.REGION ?? 'CN' });
  console.log('—', line);
  report.prose.blocks.forEach((b,i)=>{ const r=quantitiesIn(report,i); console.log('   q', r.quantities.map(q=>`${b.text.slice(q.span.start,q.span.end)}|${q.kind}|${q.value}|${q.unit}|${q.comparator ?? ''}|step ${q.step} ${q.roundStep}|${q.direction??''}${q.consecutive?' cons':''}${q.noun?' noun:'+q.noun:''}`).join(' ; '), ' p', r.periods.map(p=>p.period+(p.partial?'~':'')).join(',')); });
  const r = readClaims(report);
  console.log('   claims', r.claims.map(c=>`${c.metric?.id} ${c.value} ${c.unit} ${c.period} [${c.interval.low},${c.interval.high}]`), 'unbound', r.unbound.map(u=>u.metric.id+':'+u.reason));
  for (const f of core.lintReport(report)) console.log('   ', f.severity, f.rule, core.findingMessage(f,'en'));
}
