import { toSource } from '../markdown/blocks.js';
import { blockOf } from '../report/report.js';
import { baselineOf, shownMilestone } from '../targets/milestones.js';
import { dueYears } from '../targets/target-statements.js';
import { readTargetValues } from '../targets/target-values.js';
import { nameOf } from '../vocabulary/preferred-form.js';
import type { Rule } from './rule.js';

interface WrongValue {
  readonly instead: string | undefined;
}

/** A known target, by its year, with another value, range or baseline. */
export const targetValue: Rule<WrongValue> = {
  id: 'target-value',
  severity: 'error',
  reads: 'block',

  *check(report) {
    for (const statement of readTargetValues(report)) {
      const { targets, goal, quantity, rangeEnd, milestone, holds, periods, language } = statement;
      const [target] = targets;
      const due = new Set(target === undefined ? [] : dueYears(target));
      // With another year it is another target, or target-date's.
      if (target === undefined || !periods.some(({ period }) => due.has(period))) continue;
      const block = blockOf(report, goal);
      const common = { entry: target } as const;
      const name = nameOf(target, language);
      if (!holds) {
        const ends = [quantity.span, rangeEnd?.span ?? quantity.span];
        const at = { start: Math.min(...ends.map(({ start }) => start)), end: Math.max(...ends.map(({ end }) => end)) };
        const text = block.text.slice(at.start, at.end);
        const digits = rangeEnd === undefined && milestone.range === undefined;
        yield {
          ...common,
          messageId: 'target-value',
          values: { found: text.replace(/\s+/g, ' '), target: name, expected: shownMilestone(milestone, language) },
          span: toSource(block, digits ? quantity.written.span : at),
          detail: {
            instead: digits ? milestone.written : shownMilestone({ ...milestone, comparator: undefined }, language),
          },
        };
        continue;
      }
      const baseline = baselineOf(block.text, statement);
      if (baseline !== undefined)
        yield {
          ...common,
          messageId: 'target-value.baseline',
          values: {
            found: block.text.slice(baseline.start, baseline.end),
            target: name,
            expected: milestone.baseline ?? '',
          },
          span: toSource(block, baseline),
          detail: { instead: milestone.baseline },
        };
    }
  },

  fix({ span, detail: { instead } }) {
    if (instead === undefined) return [];
    const values = { expected: instead };
    return [{ messageId: 'fix.replace', values, safe: false, edits: [{ span, text: instead }] }];
  },
};
