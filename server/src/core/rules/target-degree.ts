import { toSource } from '../markdown/blocks.js';
import { escapeProse } from '../markdown/shown-text.js';
import { blockOf } from '../report/report.js';
import { degreeOf } from '../targets/degrees.js';
import { readTargetRows } from '../targets/target-rows.js';
import { readTargetStatements } from '../targets/target-statements.js';
import { readTargetValues } from '../targets/target-values.js';
import type { Span } from '../text/span.js';
import { nameOf } from '../vocabulary/preferred-form.js';
import type { ReportRule } from './rule.js';

interface WrongDegree {
  readonly edit: { readonly at: Span; readonly text: string } | undefined;
}

/** The degree of a target ("basically", 基本) is dropped or raised. */
export const targetDegree: ReportRule<WrongDegree> = {
  id: 'target-degree',
  severity: 'warning',
  reads: 'block',

  *check(report) {
    const rows = readTargetRows(report).flatMap(({ statement }) => statement ?? []);
    for (const statement of [...readTargetStatements(report), ...readTargetValues(report), ...rows]) {
      const wrong = degreeOf(report, statement);
      if (wrong === undefined) continue;
      const { target, degree, found, at } = wrong;
      const block = blockOf(report, statement.goal);
      yield {
        messageId: found === undefined ? 'target-degree.dropped' : 'target-degree',
        values: { ...(found !== undefined && { found }), target: nameOf(target, statement.language), expected: degree },
        span: toSource(block, at),
        entry: target,
        detail: {
          edit: wrong.edit === undefined ? undefined : { at: toSource(block, wrong.edit.at), text: wrong.edit.text },
        },
      };
    }
  },

  fix({ values, detail: { edit } }) {
    if (edit === undefined) return [];
    const { at: span, text } = edit;
    const expected = values['expected'] ?? text;
    const messageId = values['found'] === undefined ? 'fix.insert' : 'fix.replace';
    return [{ messageId, values: { expected }, safe: false, edits: [{ span, text: escapeProse(text) }] }];
  },
};
