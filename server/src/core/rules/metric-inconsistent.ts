import type { Claim } from '../claims/claim.js';
import { type Interval, intersects } from '../claims/interval.js';
import { readClaims } from '../claims/read-claims.js';
import { readLooseClaims } from '../claims/read-loose-claims.js';
import { nameOf } from '../vocabulary/preferred-form.js';
import type { Rule } from './rule.js';

/** Different values of one thing that are kept to compare with, so that a long table stays linear. */
const mostKept = 16;

const isSame = (a: Interval, b: Interval) => a.low === b.low && a.high === b.high;

/** Two values that cannot both hold for one subject, period and region of one report, whether a pack knows it or not. */
export const metricInconsistent: Rule<undefined> = {
  id: 'metric-inconsistent',
  severity: 'warning',
  reads: 'document',

  *check(report) {
    const first = new Map<string, Claim[]>();
    const claims = [...readClaims(report).claims, ...readLooseClaims(report)].sort(
      (a, b) => a.span.start - b.span.start,
    );
    for (const claim of claims) {
      if (claim.period === undefined) continue;
      const key = [claim.subject, claim.period, claim.unit].join('\u0000');
      const earlier = first.get(key);
      if (earlier === undefined) {
        first.set(key, [claim]);
        continue;
      }
      const other = earlier.find(({ interval }) => !intersects(interval, claim.interval));
      if (earlier.length < mostKept && !earlier.some(({ interval }) => isSame(interval, claim.interval)))
        earlier.push(claim);
      if (other === undefined) continue;
      const text = ({ block, at }: Claim) => (report.prose.blocks[block]?.text ?? '').slice(at.start, at.end);
      const line = report.lines.positionAt(other.span.start).line + 1;
      yield {
        messageId: 'metric-inconsistent',
        values: {
          found: text(claim),
          other: text(other),
          metric: claim.metric === undefined ? claim.subject : nameOf(claim.metric, claim.language),
          period: claim.period,
          line: String(line),
        },
        span: claim.span,
        ...(claim.metric !== undefined && { entry: claim.metric, basis: [] }),
        detail: undefined,
      };
    }
  },
};
