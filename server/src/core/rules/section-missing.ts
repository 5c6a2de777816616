import { frontMatterSpan } from '../markdown/front-matter.js';
import { escapeProse } from '../markdown/shown-text.js';
import { stubText } from '../messages/render.js';
import type { Fix } from '../report/finding.js';
import type { Report } from '../report/report.js';
import type { Span } from '../text/span.js';
import { gapAtEnd } from '../text/text-edit.js';
import type { ReportSection } from '../vocabulary/model.js';
import { inLanguage, nameOf } from '../vocabulary/preferred-form.js';
import type { Rule } from './rule.js';

/** A required section of the report's type has no heading in any of its forms. */
export const sectionMissing: Rule<ReportSection> = {
  id: 'section-missing',
  severity: 'warning',
  reads: 'document',

  *check(report) {
    const { type } = report;
    if (type === undefined || report.unread.some(({ reason }) => reason !== 'too-dense' && reason !== 'grid-table'))
      return;
    const present = new Set(report.sections.map(({ role }) => role?.id));
    for (const section of type.sections) {
      if (!section.required || present.has(section.id)) continue;
      const headings = inLanguage(section.heading, report.language) ?? [section.id];
      yield {
        messageId: 'section-missing',
        values: { section: headings[0] as string, others: headings.slice(1), type: nameOf(type, report.language) },
        span: placeOfReport(report),
        entry: type,
        detail: section,
      };
    }
  },

  fix({ detail: section, values }, report): readonly Fix[] {
    const order = report.type?.sections ?? [];
    const later = new Set(order.slice(order.indexOf(section) + 1).map(({ id }) => id));
    const next = report.sections.find(({ role }) => role !== undefined && later.has(role.id));
    const depth = report.sections.find(({ role }) => role !== undefined)?.depth ?? 2;
    const lines = `${'#'.repeat(depth)} ${escapeProse(String(values.section))}\n\n${stubText('section', report.language)}\n`;
    const edit =
      next === undefined
        ? { span: { start: report.text.length, end: report.text.length }, text: `${gapAtEnd(report.text)}${lines}` }
        : { span: { start: next.span.start, end: next.span.start }, text: `${lines}\n` };
    return [
      { messageId: 'fix.add-section', values: { section: values.section as string }, safe: false, edits: [edit] },
    ];
  },
};

/** Where a finding on the report as a whole is shown: the type in its front matter, else its first heading or words. */
export function placeOfReport(report: Report): Span {
  const named = report.frontMatter.report === undefined ? undefined : frontMatterSpan(report.prose, 'report');
  const first = report.prose.blocks.find(({ quoted, footnote }) => !quoted && footnote === undefined);
  if (named !== undefined) return named;
  if (first === undefined) return { start: 0, end: 0 };
  const lineEnd = report.text.indexOf('\n', first.span.start);
  const end = lineEnd < 0 ? first.span.end : Math.min(first.span.end, lineEnd);
  return { start: first.span.start, end: report.text[end - 1] === '\r' ? end - 1 : end };
}
