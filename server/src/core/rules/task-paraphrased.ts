import { readParaphrases } from '../lists/task-cues.js';
import { toSource } from '../markdown/blocks.js';
import { capitalize } from '../report/adapt-replacement.js';
import { replacementFix } from '../report/finding.js';
import { misspeltFormsIn } from '../report/misspelt-forms.js';
import { isCitation } from '../report/report.js';
import { overlaps } from '../text/span.js';
import { nameOf } from '../vocabulary/preferred-form.js';
import type { ReportRule } from './rule.js';

/** A key task is given in words that share most of its key words and are none of its forms. */
export const taskParaphrased: ReportRule<string | undefined> = {
  id: 'task-paraphrased',
  severity: 'information',
  names: true,
  reads: 'document',

  *check(report) {
    const items = new Set(report.prose.lists.flatMap((list) => list.items.map(({ first }) => first)));
    const misspelt = misspeltFormsIn(report);
    for (const { task, block: index, at } of readParaphrases(report)) {
      const block = report.prose.blocks[index];
      if (block === undefined || isCitation(report, index)) continue;
      if (misspelt.some((each) => each.block === index && each.entry === task && overlaps(each.at, at))) continue;
      const found = block.text.slice(at.start, at.end).replace(/\s+/g, ' ');
      const expected = nameOf(task, report.language);
      // An item that is nothing but the task can be put in its words.
      const whole = items.has(index) && found === block.text.trim().replace(/\s+/g, ' ');
      yield {
        messageId: 'task-paraphrased',
        values: { found, expected },
        span: toSource(block, at),
        entry: task,
        detail: whole ? capitalize(expected) + (/[.。;；]$/.exec(found)?.[0] ?? '') : undefined,
      };
    }
  },

  fix({ detail: text, span }) {
    return text === undefined ? [] : [replacementFix(span, text)];
  },
};
