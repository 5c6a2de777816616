import { toSource } from '../markdown/blocks.js';
import { blockOf } from '../report/report.js';
import { dueYears, inForce, readTargetStatements } from '../targets/target-statements.js';
import { readTargetValues } from '../targets/target-values.js';
import { nameOf } from '../vocabulary/preferred-form.js';
import type { ReportRule } from './rule.js';

/** A target is reported as reached before its year. */
export const targetAchieved: ReportRule<undefined> = {
  id: 'target-achieved',
  severity: 'information',
  reads: 'block',

  *check(report) {
    const date = report.date?.day;
    if (date === undefined) return;
    const values = readTargetValues(report).filter(({ holds }) => holds);
    for (const { targets, goal, verb, tense, language } of [...readTargetStatements(report), ...values]) {
      const [target] = inForce(targets, date);
      const due = target === undefined ? undefined : dueYears(target)[0];
      if (tense !== 'done' || target === undefined || due === undefined || due <= date.slice(0, 4)) continue;
      const block = blockOf(report, goal);
      const at = { start: Math.min(verb.start, goal.at.start), end: Math.max(verb.end, goal.at.end) };
      yield {
        messageId: 'target-achieved',
        values: {
          found: block.text.slice(at.start, at.end).replace(/\s+/g, ' '),
          target: nameOf(target, language),
          due,
          date,
        },
        span: toSource(block, at),
        entry: target,
        detail: undefined,
      };
    }
  },
};
