import { isFigure, otherValue, supports } from '../claims/figures-of-summary.js';
import { bodyOf, isInSummary } from '../claims/summary-and-body.js';
import { type JudgedClaim, readVerdicts } from '../claims/verdicts.js';
import { toSource } from '../markdown/blocks.js';
import { isCitation, isQuoted, type Report } from '../report/report.js';
import { quantitiesIn } from '../sentences/quantities-in-block.js';
import { contains, overlaps, type Span } from '../text/span.js';
import type { ReportRule } from './rule.js';

/** A figure in the summary of a typed report that the body does not hold, or holds with another value. */
export const summaryUnsupported: ReportRule<undefined> = {
  id: 'summary-unsupported',
  severity: 'warning',
  asks: true,
  reads: 'document',

  *check(report) {
    const summary = report.type === undefined ? undefined : report.sections.find(({ holds }) => holds === 'summary');
    if (summary === undefined) return;
    const blocks = report.prose.blocks.map((block, number) => ({ block, number }));
    const inSummary = blocks.filter(
      ({ block, number }) => number !== summary.heading && contains(summary.span, block.span),
    );
    const body = blocks.filter(
      ({ block, number }) =>
        block.kind !== 'heading' && !contains(summary.span, block.span) && !isCitation(report, number),
    );
    // A report that is nothing but its summary has nothing to hold it to.
    if (body.length === 0) return;
    const figures = body.flatMap(({ block, number }) =>
      quantitiesIn(report, number).quantities.map((quantity) => ({
        quantity,
        text: block.text,
        isCell: block.kind === 'cell',
      })),
    );
    const years = new Set(
      blocks
        .filter(({ block }) => !contains(summary.span, block.span))
        .flatMap(({ number }) =>
          quantitiesIn(report, number).periods.flatMap(({ period }) => period.match(/\d{4}/g) ?? []),
        ),
    );
    const told = new Map<number, JudgedClaim[]>();
    for (const judged of readVerdicts(report)) {
      if (!isInSummary(report, judged.claim.block)) continue;
      const others = told.get(judged.claim.block);
      if (others === undefined) told.set(judged.claim.block, [judged]);
      else others.push(judged);
    }
    for (const { block, number } of inSummary) {
      if (block.footnote !== undefined || block.kind !== 'paragraph') continue;
      const { quantities, periods } = quantitiesIn(report, number);
      for (const quantity of quantities) {
        if (!isFigure(quantity, block.text) || isQuoted(block, quantity.span)) continue;
        if (figures.some((figure) => supports(report, quantity, figure))) continue;
        if (isMistakenInBody(report, told.get(number) ?? [], quantity.span)) continue;
        const found = block.text.slice(quantity.span.start, quantity.span.end).replace(/\s+/g, ' ');
        const other = otherValue(quantity, figures);
        yield {
          messageId: other === undefined ? 'summary-unsupported' : 'summary-unsupported.other',
          values: { found, ...(other !== undefined && { expected: other }) },
          span: toSource(block, quantity.span),
          detail: undefined,
        };
      }
      for (const { period, span, by } of periods) {
        // The year of a target is a figure too; the day of a meeting is none.
        if (!by || !/^\d{4}$/.test(period) || years.has(period) || !isToCome(report, period)) continue;
        yield {
          messageId: 'summary-unsupported',
          values: { found: block.text.slice(span.start, span.end).replace(/\s+/g, ' ') },
          span: toSource(block, span),
          detail: undefined,
        };
      }
    }
  },
};

/** Whether the body has another value for a figure, and that is the wrong one. */
function isMistakenInBody(report: Report, told: readonly JudgedClaim[], at: Span): boolean {
  const own = told.find(({ claim }) => overlaps(claim.at, at));
  if (own?.claim.metric === undefined || own.verdict.verdict === 'wrong') return false;
  return bodyOf(report, own.claim.metric, own.claim.period).claims.some(({ verdict }) => verdict.verdict === 'wrong');
}

function isToCome(report: Report, year: string): boolean {
  return report.date === undefined || year > report.date.day.slice(0, 4);
}
