/**
 * npm run expressions: asks recheck of every expression of server/src and client/src that has no verdict yet, takes away
 * the verdicts of those that are gone, and keeps them in verdicts.json. `-- --all` asks of all anew (ten minutes).
 * Ends with 1 where one is exponential, or one that is not safe has no `bound`.
 */
import { collectExpressions } from './collect.js';
import { hashOf, isOpen, judge, type Verdict } from './recheck.js';
import { readVerdicts, writeVerdicts } from './verdicts.js';

const timeout = 10_000;
const atOnce = 2;

const { expressions, unmade } = collectExpressions();
const known = readVerdicts();
const isAll = process.argv.includes('--all');
const verdicts = new Map<string, Verdict>();
const waiting = expressions.filter((expression) => {
  const hash = hashOf(expression);
  const verdict = known.get(hash);
  if (verdict !== undefined) verdicts.set(hash, { ...verdict, files: expression.files });
  return isAll || verdict === undefined;
});
console.log(`${expressions.length} expressions, ${waiting.length} to ask recheck about`);
async function ask(): Promise<void> {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const hash = hashOf(next);
    const { bound } = known.get(hash) ?? {};
    const verdict = await judge(next, timeout);
    verdicts.set(hash, verdict.verdict === 'safe' || bound === undefined ? verdict : { ...verdict, bound });
  }
}
await Promise.all(Array.from({ length: atOnce }, ask));
writeVerdicts(verdicts);

const counts = new Map<string, number>();
for (const { verdict } of verdicts.values()) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
for (const [verdict, count] of [...counts].sort()) console.log(`${String(count).padStart(5)} ${verdict}`);
const open = [...verdicts.values()].filter(isOpen);
for (const { files, expression, verdict, attack } of open)
  console.log(`\n${files.join(', ')}\n  ${verdict}, and no bound: ${expression}\n  ${attack ?? ''}`);
for (const site of unmade) console.log(`\n${site}: its expression is not made on loading, so nobody can check it`);
// recheck leaves its worker at work.
process.exit(open.length + unmade.length === 0 ? 0 : 1);
