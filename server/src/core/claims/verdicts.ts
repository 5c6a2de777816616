import type { Report } from '../report/report.js';
import { once } from '../text/once.js';
import type { Claim } from './claim.js';
import { judge, type Verdict } from './judge.js';
import { readClaims } from './read-claims.js';

export interface JudgedClaim {
  readonly claim: Claim;
  readonly verdict: Verdict;
}

/** Every claim of a report with what the records say of it; judged once. */
export const readVerdicts = once((report: Report): readonly JudgedClaim[] =>
  readClaims(report).claims.map((claim) => ({ claim, verdict: judge(claim, report) })),
);

/** Whether a rule that is on calls a value wrong. */
export function isFoundWrong({ verdict }: JudgedClaim, { rules }: Report): boolean {
  return verdict.verdict === 'wrong' && rules[verdict.rule] !== 'off';
}
