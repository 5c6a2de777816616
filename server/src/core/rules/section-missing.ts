import { headingsOf, sectionStub } from '../lists/section-stub.js';
import { frontMatterSpan } from '../markdown/front-matter.js';
import { outermostOfType } from '../markdown/sections.js';
import type { Fix } from '../report/finding.js';
import type { Report } from '../report/report.js';
import type { Span } from '../text/span.js';
import { gapAtEnd, type TextEdit } from '../text/text-edit.js';
import type { ReportSection } from '../vocabulary/model.js';
import { namesOf } from '../vocabulary/preferred-form.js';
import type { ReportRule } from './rule.js';

/** Required sections of the report's type have no heading in any of their forms. */
export const sectionMissing: ReportRule<readonly ReportSection[]> = {
  id: 'section-missing',
  severity: 'warning',
  reads: 'document',
  misses: true,

  *check(report) {
    const { type } = report;
    if (type === undefined || report.unread.some(({ reason }) => reason !== 'too-dense' && reason !== 'grid-table'))
      return;
    const present = new Set(report.sections.map(({ role }) => role?.id));
    const missing = type.sections.filter(({ id, required }) => required && !present.has(id));
    const [first] = missing;
    if (first === undefined) return;
    const name = namesOf([type]);
    const span = placeOfReport(report);
    const headings = headingsOf(first, report);
    yield missing.length === 1
      ? {
          messageId: 'section-missing',
          values: { section: headings[0] as string, others: headings.slice(1), type: name },
          span,
          entry: type,
          basis: [],
          detail: missing,
        }
      : {
          messageId: 'section-missing.several',
          values: {
            count: missing.length,
            sections: missing.map((section) => headingsOf(section, report)[0] as string),
            type: name,
          },
          span,
          entry: type,
          basis: [],
          detail: missing,
        };
  },

  fix({ detail: missing, values }, report): readonly Fix[] {
    const { section, count } = values;
    return [
      {
        ...(section === undefined
          ? { messageId: 'fix.add-sections', values: { count: count as number } }
          : { messageId: 'fix.add-section', values: { section } }),
        safe: false,
        edits: additionsOf(report, missing),
      },
    ];
  },
};

/** Headings with stubs, each before the first section that the type's order wants behind it, or else at the end. */
function additionsOf(report: Report, missing: readonly ReportSection[]): readonly TextEdit[] {
  const { type, sections, text } = report;
  const order = new Map(type?.sections.map(({ id }, rank) => [id, rank]));
  const rankOf = ({ id }: ReportSection) => order.get(id) ?? 0;
  const standing = outermostOfType(sections);
  const depth = standing[0]?.depth ?? 2;
  /** By the place where they go in. */
  const added = new Map<number, string[]>();
  for (const section of missing) {
    const next = standing.find(({ role }) => role !== undefined && rankOf(role) > rankOf(section));
    const at = next?.span.start ?? text.length;
    added.set(at, [...(added.get(at) ?? []), sectionStub(section, report, depth)]);
  }
  return [...added].map(([at, lines]) => ({
    span: { start: at, end: at },
    text: at === text.length ? gapAtEnd(text) + lines.join('\n') : `${lines.join('\n')}\n`,
  }));
}

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
