import { stubText } from '../messages/render.js';
import type { Report } from '../report/report.js';
import { startingIn } from '../text/ordered-spans.js';
import type { Span } from '../text/span.js';
import type { ReportRule } from './rule.js';

/** A section of the report's type holds nothing that a reader sees, its subsections included. */
export const sectionEmpty: ReportRule<number> = {
  id: 'section-empty',
  severity: 'warning',
  reads: 'document',
  awaits: true,

  *check(report) {
    const hidden = [...report.prose.blocks.filter(({ kind }) => kind === 'heading'), ...report.prose.comments]
      .map(({ span }) => span)
      .sort((a, b) => a.start - b.start);
    for (const section of report.sections) {
      const heading = report.prose.blocks[section.heading];
      if (section.role === undefined || heading === undefined) continue;
      if (
        showsText(
          report,
          startingIn(hidden, ({ start }) => start, section.span),
          section.span,
        )
      )
        continue;
      yield {
        messageId: 'section-empty',
        values: { section: heading.text.trim() },
        span: heading.span,
        ...(report.type !== undefined && { entry: report.type, basis: [] }),
        detail: heading.span.end,
      };
    }
  },

  fix({ detail: end }, report) {
    const text = `\n\n${stubText('section', report.language)}`;
    return [{ messageId: 'fix.add-stub', values: {}, safe: false, edits: [{ span: { start: end, end }, text }] }];
  },
};

/** A space, a rule or an empty item alone on its line, and the address of a link. */
const nothing = /&(?:nbsp|#160|#xa0);|^[ \t]*(?:[-*+_>][ \t]*)+$|^ {0,3}\[(?!\^)[^\]\r\n\u2028\u2029]+\]:.*$/gim;

/** Whether a reader sees anything in a span but what is hidden there. */
function showsText({ text }: Report, hidden: readonly Span[], { start, end }: Span): boolean {
  let at = start;
  for (const gap of [...hidden, { start: end, end }]) {
    if (text.slice(at, gap.start).replace(nothing, '').trim() !== '') return true;
    at = Math.max(at, gap.end);
  }
  return false;
}
