import { type Block, toSource } from '../markdown/blocks.js';
import type { Quantity } from '../quantities/index.js';
import { blockOf } from '../report/report.js';
import { baselineOf, shownMilestone } from '../targets/milestones.js';
import { readTargetRows } from '../targets/target-rows.js';
import { dueYears } from '../targets/target-statements.js';
import { readTargetValues } from '../targets/target-values.js';
import type { EntryOf, Milestone } from '../vocabulary/model.js';
import { nameOf } from '../vocabulary/preferred-form.js';
import type { Detection, ReportRule } from './rule.js';

interface WrongValue {
  readonly instead: string | undefined;
}

/** A known target, by its year, with another value, range or baseline. */
export const targetValue: ReportRule<WrongValue> = {
  id: 'target-value',
  severity: 'error',
  reads: 'block',

  *check(report) {
    for (const statement of readTargetValues(report)) {
      const { targets, goal, quantity, rangeEnd, milestone, holds, year, language } = statement;
      const [target] = targets;
      const due = new Set(target === undefined ? [] : dueYears(target));
      // With another year it is another target, or target-date's.
      if (target === undefined || year === undefined || (!due.has(year) && milestone.due !== year)) continue;
      const block = blockOf(report, goal);
      const common = { entry: target } as const;
      const name = nameOf(target, language);
      if (!holds) {
        yield wrongValue(block, target, milestone, quantity, rangeEnd, language);
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
    for (const { target, values } of readTargetRows(report)) {
      for (const { block: number, quantity, rangeEnd, milestone, holds } of values) {
        const block = report.prose.blocks[number];
        if (holds || milestone === undefined || block === undefined) continue;
        yield wrongValue(block, target, milestone, quantity, rangeEnd, report.language === 'zh' ? 'zh' : 'en');
      }
    }
  },

  fix({ span, detail: { instead } }) {
    if (instead === undefined) return [];
    const values = { expected: instead };
    return [{ messageId: 'fix.replace', values, safe: false, edits: [{ span, text: instead }] }];
  },
};

function wrongValue(
  block: Block,
  target: EntryOf<'targets'>,
  milestone: Milestone,
  quantity: Quantity,
  rangeEnd: Quantity | undefined,
  language: 'en' | 'zh',
): Detection<WrongValue> {
  const ends = [quantity.span, rangeEnd?.span ?? quantity.span];
  const at = { start: Math.min(...ends.map(({ start }) => start)), end: Math.max(...ends.map(({ end }) => end)) };
  const found = block.text.slice(at.start, at.end).replace(/\s+/g, ' ');
  // The unit as it stands, and none in a cell whose header has it.
  const last = (rangeEnd ?? quantity).written.span.end;
  const isScaled = (rangeEnd ?? quantity).unit !== milestone.unit;
  const range = shownMilestone(
    { ...milestone, comparator: undefined, ...(!isScaled && { unit: undefined }) },
    language,
  );
  const digits = rangeEnd === undefined && milestone.range === undefined;
  return {
    messageId: 'target-value',
    values: { found, target: nameOf(target, language), expected: shownMilestone(milestone, language) },
    span: toSource(block, digits ? quantity.written.span : at),
    entry: target,
    detail: { instead: digits ? milestone.written : isScaled ? range : `${range}${block.text.slice(last, at.end)}` },
  };
}
