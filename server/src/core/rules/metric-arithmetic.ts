import { readMiscalculations } from '../claims/arithmetic.js';
import { isFoundWrong, readVerdicts } from '../claims/verdicts.js';
import { type Block, type Table, tableAt, toSource } from '../markdown/blocks.js';
import type { Report } from '../report/report.js';
import type { Detection, ReportRule } from './rule.js';

/** Growth, a difference, a sum or a share that does not follow from the numbers beside it. */
export const metricArithmetic: ReportRule<undefined> = {
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
  const wrongIn = wrongNumbers(report);
  for (const { kind, block: index, span, scale, decimals, expected, from } of readMiscalculations(report)) {
    const block = report.prose.blocks[index];
    if (block === undefined || !kinds.includes(kind)) continue;
    // What a wrong number makes is that number's mistake; "percent" for points is one of its own.
    const wrong = kind === 'points' ? undefined : wrongIn.get(tableAt(report.prose, block.span) ?? block);
    if (wrong !== undefined && [block.text.slice(span.start, span.end), ...from].some((each) => wrong.has(each)))
      continue;
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

/** The numbers that the record has found wrong, as written, by their table or paragraph. */
function wrongNumbers(report: Report): ReadonlyMap<Table | Block, ReadonlySet<string>> {
  const wrong = new Map<Table | Block, Set<string>>();
  for (const judged of readVerdicts(report)) {
    const { claim } = judged;
    const block = report.prose.blocks[claim.block];
    if (!isFoundWrong(judged, report) || block === undefined) continue;
    const place = tableAt(report.prose, block.span) ?? block;
    wrong.set(place, (wrong.get(place) ?? new Set()).add(block.text.slice(claim.at.start, claim.at.end)));
  }
  return wrong;
}
