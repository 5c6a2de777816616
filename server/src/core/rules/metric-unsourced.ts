import { readClaims } from '../claims/read-claims.js';
import { readRankClaims } from '../claims/read-rank-claims.js';
import { isSourced } from '../claims/sourcing.js';
import { toSource } from '../markdown/blocks.js';
import { nameOf } from '../vocabulary/preferred-form.js';
import type { Rule } from './rule.js';

/** A figure of a known metric with no link, footnote or attribution in its sentence, paragraph or table. */
export const metricUnsourced: Rule<undefined> = {
  id: 'metric-unsourced',
  severity: 'warning',
  reads: 'document',

  *check(report) {
    const told = new Set<unknown>();
    for (const { metric, block: index, span, language, inTable, sentence } of readClaims(report).claims) {
      if (metric === undefined || isSourced(report, index)) continue;
      // One finding a table, and one for all the values of a metric in a sentence.
      const place = inTable
        ? report.prose.tables.find((each) => each.span.start <= span.start && span.end <= each.span.end)
        : `${index} ${sentence.start} ${metric.fullName}`;
      if (told.has(place)) continue;
      told.add(place);
      yield {
        messageId: 'metric-unsourced',
        values: { metric: nameOf(metric, language) },
        span,
        entry: metric,
        basis: [],
        detail: undefined,
      };
    }
    for (const { metric, streak, block: index, language } of readRankClaims(report)) {
      const block = report.prose.blocks[index];
      if (block === undefined || streak === undefined || isSourced(report, index)) continue;
      yield {
        messageId: 'metric-unsourced',
        values: { metric: nameOf(metric, language) },
        span: toSource(block, streak.span),
        entry: metric,
        basis: [],
        detail: undefined,
      };
    }
  },
};
