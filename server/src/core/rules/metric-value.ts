import { readWrongParts } from '../claims/read-part-claims.js';
import { toSource } from '../markdown/blocks.js';
import { namesOf } from '../vocabulary/preferred-form.js';
import { judgedClaimRule } from './judged-claim.js';
import type { Detection, ReportRule } from './rule.js';

const judged = judgedClaimRule('metric-value', 'error');

/** A value that no record of its metric, period and region admits; a number of a fixed set of counts that is another. */
export const metricValue: ReportRule = {
  ...judged,

  *check(report) {
    yield* judged.check(report);
    for (const { metric, part, block: index, quantity, expected, language } of readWrongParts(report)) {
      const block = report.prose.blocks[index];
      if (block === undefined) continue;
      const forms = metric.partForms[part] ?? [];
      yield {
        messageId: 'metric-value.part',
        values: {
          found: block.text.slice(quantity.span.start, quantity.span.end),
          metric: namesOf([metric]),
          part: (forms.find((form) => form.language === language) ?? forms[0])?.text ?? part,
          expected,
        },
        span: toSource(block, quantity.span),
        entry: metric,
        detail: { digits: toSource(block, quantity.written.span), text: String(expected) },
      } satisfies Detection;
    }
  },

  fix(detection, report) {
    if (detection.messageId !== 'metric-value.part') return judged.fix?.(detection as never, report) ?? [];
    const { digits, text } = detection.detail as { digits: { start: number; end: number }; text: string };
    return [{ messageId: 'fix.replace', values: { expected: text }, safe: false, edits: [{ span: digits, text }] }];
  },
};
