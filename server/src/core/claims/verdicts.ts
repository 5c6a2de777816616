import type { Report } from '../report/report.js';
import type { Claim } from './claim.js';
import { judge, type Verdict } from './judge.js';
import { readClaims } from './read-claims.js';

export interface JudgedClaim {
  readonly claim: Claim;
  readonly verdict: Verdict;
}

const verdictsOf = new WeakMap<Report, readonly JudgedClaim[]>();

/** Every claim of a report with what the records say of it; judged once. */
export function readVerdicts(report: Report): readonly JudgedClaim[] {
  let verdicts = verdictsOf.get(report);
  if (verdicts === undefined) {
    verdicts = readClaims(report).claims.map((claim) => ({ claim, verdict: judge(claim, report) }));
    verdictsOf.set(report, verdicts);
  }
  return verdicts;
}

/** Whether a rule that is on calls a value wrong. */
export function isSpokenOf({ verdict }: JudgedClaim, { rules }: Report): boolean {
  return verdict.verdict === 'wrong' && rules[verdict.rule] !== 'off';
}
