import { type Block, toSource } from '../markdown/blocks.js';
import { blockOf } from '../report/report.js';
import { readTargetRows } from '../targets/target-rows.js';
import { dueYears, inForce, readTargetStatements } from '../targets/target-statements.js';
import { readTargetValues } from '../targets/target-values.js';
import { datesOf } from '../targets/target-years.js';
import { nameOf } from '../vocabulary/preferred-form.js';
import type { ReportRule } from './rule.js';

interface WrongYear {
  readonly instead: string | undefined;
}

/** A known target with another year. */
export const targetDate: ReportRule<WrongYear> = {
  id: 'target-date',
  severity: 'error',
  reads: 'block',

  *check(report) {
    const values = readTargetValues(report).filter(({ holds }) => holds);
    for (const statement of [...readTargetStatements(report), ...values]) {
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
    for (const { target, statement, due, values } of readTargetRows(report)) {
      const targets = inForce(statement?.targets ?? [target], report.date?.day);
      const years = [...new Set(targets.flatMap(dueYears))];
      // By its subject alone a row may be about another target of it.
      const isKnown = statement !== undefined ? values.every(({ holds }) => holds) : values.some(({ holds }) => holds);
      if (
        due === undefined ||
        years.length === 0 ||
        years.includes(due.year) ||
        !isKnown ||
        due.year <= (report.date?.day ?? '').slice(0, 4)
      )
        continue;
      yield {
        messageId: 'target-date',
        values: { found: due.year, target: nameOf(target, report.language), expected: years },
        span: toSource(report.prose.blocks[due.block] as Block, due.at),
        entry: target,
        detail: { instead: years.length === 1 ? years[0] : undefined },
      };
    }
  },

  fix({ span, detail: { instead } }) {
    if (instead === undefined) return [];
    const values = { expected: instead };
    return [{ messageId: 'fix.replace', values, safe: false, edits: [{ span, text: instead }] }];
  },
};
