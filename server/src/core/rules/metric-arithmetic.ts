import { readMiscalculations } from '../claims/arithmetic.js';
import { toSource } from '../markdown/blocks.js';
import type { Report } from '../report/report.js';
import type { Detection, Rule } from './rule.js';

/** Growth, a difference, a sum or a share that does not follow from the numbers beside it. */
export const metricArithmetic: Rule<undefined> = {
  id: 'metric-arithmetic',
  severity: 'warning',
  reads: 'block',
  check: (report) => miscalculations(report, ['growth', 'difference', 'share', 'sum'], 'metric-arithmetic'),
};

export function* miscalculations(
  report: Report,
  kinds: readonly string[],
  rule: string,
): Iterable<Detection<undefined>> {
  for (const { kind, block: index, quantity, expected, from } of readMiscalculations(report)) {
    const block = report.prose.blocks[index];
    if (block === undefined || !kinds.includes(kind)) continue;
    const text = ({ span }: { readonly span: { readonly start: number; readonly end: number } }) =>
      block.text.slice(span.start, span.end);
    const decimals = Math.max(
      quantity.written.digits.split('.')[1]?.length ?? 0,
      kind === 'growth' || kind === 'share' ? 0 : 0,
    );
    yield {
      messageId: `${rule}.${kind}`,
      values: {
        found: text(quantity),
        from: from.map(text),
        expected: Number(
          (expected / quantity.written.scale).toFixed(
            Math.max(decimals, Math.abs(expected / quantity.written.scale) < 10 ? 1 : 0),
          ),
        ),
      },
      span: toSource(block, quantity.span),
      detail: undefined,
    };
  }
}
