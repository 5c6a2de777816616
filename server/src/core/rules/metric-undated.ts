import { readClaims } from '../claims/read-claims.js';
import { readRankClaims } from '../claims/read-rank-claims.js';
import { says } from '../language/words/words.js';
import { toSource } from '../markdown/blocks.js';
import { namesOf } from '../vocabulary/preferred-form.js';
import type { ReportRule } from './rule.js';

/** A known metric has a value and no period: not in its sentence, the one before, the heading, nor the table's header. */
export const metricUndated: ReportRule<undefined> = {
  id: 'metric-undated',
  severity: 'warning',
  asks: true,
  reads: 'document',

  *check(report) {
    for (const { metric, period, span, inTable, block, sentence, language, tier } of readClaims(report).claims) {
      if (metric === undefined || period !== undefined || inTable || tier === 'likely') continue;
      const words = report.prose.blocks[block]?.text.slice(sentence.start, sentence.end) ?? '';
      if (says(words, language, 'relativeTime')) continue;
      yield {
        messageId: 'metric-undated',
        values: { metric: namesOf([metric]) },
        span,
        entry: metric,
        basis: [],
        detail: undefined,
      };
    }
    for (const { metric, streak, dated, block: index } of readRankClaims(report)) {
      const block = report.prose.blocks[index];
      if (
        streak === undefined ||
        dated ||
        block === undefined ||
        !metric.runs.some(({ since }) => /^\d{4}/.test(since ?? ''))
      )
        continue;
      if (streak.comparator === 'above') continue;
      yield {
        messageId: 'metric-undated',
        values: { metric: namesOf([metric]) },
        span: toSource(block, streak.span),
        entry: metric,
        basis: [],
        detail: undefined,
      };
    }
  },
};
