import { readClaims } from '../claims/read-claims.js';
import { readRankClaims } from '../claims/read-rank-claims.js';
import { stalenessOf } from '../claims/staleness.js';
import { toSource } from '../markdown/blocks.js';
import { namesOf } from '../vocabulary/preferred-form.js';
import { shownRecord, unitWords } from '../wording/shown-value.js';
import type { ReportRule } from './rule.js';

/** A figure that is given as the present one, with a later record or older than the pack's `staleAfter`. */
export const metricStale: ReportRule<undefined> = {
  id: 'metric-stale',
  severity: 'information',
  asks: true,
  reads: 'document',

  *check(report) {
    for (const claim of readClaims(report).claims) {
      const { metric, period, span, language, inTable } = claim;
      if (metric === undefined || period === undefined || inTable) continue;
      const stale = stalenessOf(report, metric, period, claim);
      if (stale === undefined) continue;
      const { later } = stale;
      yield {
        messageId: later === undefined ? 'metric-stale.old' : 'metric-stale',
        values: {
          metric: namesOf([metric]),
          period,
          ...(later !== undefined && {
            later: later.period,
            expected: shownRecord(later, metric.measure.unit, language, unitWords(metric, report.vocabulary)),
          }),
        },
        span,
        entry: metric,
        ...(later?.source !== undefined && { basis: [{ source: later.source }] }),
        detail: undefined,
      };
    }
    for (const rank of readRankClaims(report)) {
      const { metric, year, streak, block: index } = rank;
      const block = report.prose.blocks[index];
      if (block === undefined || year === undefined || streak === undefined) continue;
      if (stalenessOf(report, metric, String(year), rank) === undefined) continue;
      yield {
        messageId: 'metric-stale.old',
        values: { metric: namesOf([metric]), period: String(year) },
        span: toSource(block, streak.span),
        entry: metric,
        detail: undefined,
      };
    }
  },
};
