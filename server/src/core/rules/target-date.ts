import { toSource } from '../markdown/blocks.js';
import { blockOf } from '../report/report.js';
import { readTargetStatements } from '../targets/target-statements.js';
import { readTargetValues } from '../targets/target-values.js';
import { datesOf } from '../targets/target-years.js';
import { nameOf } from '../vocabulary/preferred-form.js';
import type { Rule } from './rule.js';

interface WrongYear {
  readonly instead: string | undefined;
}

/** A known target with another year. */
export const targetDate: Rule<WrongYear> = {
  id: 'target-date',
  severity: 'error',
  reads: 'block',

  *check(report) {
    for (const statement of [...readTargetStatements(report), ...readTargetValues(report)]) {
      const wrong = datesOf(report, statement);
      if (wrong === undefined) continue;
      const block = blockOf(report, statement.goal);
      yield {
        messageId: 'target-date',
        values: {
          found: block.text.slice(wrong.at.start, wrong.at.end),
          target: nameOf(wrong.target, statement.language),
          expected: wrong.years,
        },
        span: toSource(block, wrong.at),
        entry: wrong.target,
        detail: { instead: wrong.years.length === 1 ? wrong.years[0] : undefined },
      };
    }
  },

  fix({ span, detail: { instead } }) {
    if (instead === undefined) return [];
    const values = { expected: instead };
    return [{ messageId: 'fix.replace', values, safe: false, edits: [{ span, text: instead }] }];
  },
};
