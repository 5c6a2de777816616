import { stubText } from '../messages/render.js';
import { contains, overlaps } from '../text/span.js';
import type { Rule } from './rule.js';

/** A section of the report's type holds nothing that a reader sees, its subsections included. */
export const sectionEmpty: Rule<number> = {
  id: 'section-empty',
  severity: 'warning',
  reads: 'document',

  *check(report) {
    for (const section of report.sections) {
      const heading = report.prose.blocks[section.heading];
      if (section.role === undefined || heading === undefined) continue;
      let rest = report.text.slice(section.span.start, section.span.end);
      const hidden = [
        ...report.prose.blocks.filter(({ kind, span }) => kind === 'heading' && contains(section.span, span)),
        ...report.prose.html.filter(({ value, span }) => value.startsWith('<!--') && overlaps(section.span, span)),
      ].sort((a, b) => b.span.start - a.span.start);
      for (const { span } of hidden) {
        rest = rest.slice(0, span.start - section.span.start) + rest.slice(span.end - section.span.start);
      }
      if (rest.replace(/&(?:nbsp|#160|#xa0);/gi, '').trim() !== '') continue;
      yield {
        messageId: 'section-empty',
        values: { section: heading.text.trim() },
        span: heading.span,
        ...(report.type !== undefined && { entry: report.type }),
        detail: heading.span.end,
      };
    }
  },

  fix({ detail: end }, report) {
    const text = `\n\n${stubText('section', report.language)}`;
    return [{ messageId: 'fix.add-stub', values: {}, safe: false, edits: [{ span: { start: end, end }, text }] }];
  },
};
