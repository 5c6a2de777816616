import { readMiscalculations } from '../claims/arithmetic.js';
import { toSource } from '../markdown/blocks.js';
import type { Report } from '../report/report.js';
import type { Detection, Rule } from './rule.js';

/** Growth, a difference, a sum or a share that does not follow from the numbers beside it. */
export const metricArithmetic: Rule<undefined> = {
  id: 'metric-arithmetic',
  severity: 'warning',
  reads: 'block',
  check: (report) => miscalculations(report, ['growth', 'difference', 'share', 'sum', 'ratio'], 'metric-arithmetic'),
};

export function* miscalculations(
  report: Report,
  kinds: readonly string[],
  rule: string,
): Iterable<Detection<undefined>> {
  for (const { kind, block: index, span, scale, decimals, expected, from } of readMiscalculations(report)) {
    const block = report.prose.blocks[index];
    if (block === undefined || !kinds.includes(kind)) continue;
    const value = expected / scale;
    yield {
      messageId: `${rule}.${kind}`,
      values: {
        found: block.text.slice(span.start, span.end),
        from,
        expected: Number(value.toFixed(Math.max(decimals, Math.abs(value) < 10 ? 1 : 0))),
      },
      span: toSource(block, span),
      detail: undefined,
    };
  }
}
