import { headingsOf } from '../lists/section-stub.js';
import type { Section } from '../markdown/sections.js';
import type { Report } from '../report/report.js';
import type { Span } from '../text/span.js';
import type { ReportRule } from './rule.js';

/** Sections of the report's type stand in another order than the type gives. */
export const sectionOrder: ReportRule<undefined> = {
  id: 'section-order',
  severity: 'warning',
  reads: 'document',

  *check(report) {
    const order = report.type?.sections ?? [];
    const sections = firstOfEach(report.sections).map((section) => ({
      section,
      rank: order.findIndex(({ id }) => id === section.role?.id),
    }));
    const kept = longestRise(sections.map(({ rank }) => rank));
    for (const [i, { section, rank }] of sections.entries()) {
      if (kept.has(i)) continue;
      // The nearest section that is in its place and belongs before this one, or else after it.
      const neighbours = sections.filter((_, j) => kept.has(j));
      const previous = neighbours.findLast((other) => other.rank < rank);
      const next = neighbours.find((other) => other.rank > rank);
      const name = ({ section }: { section: Section }) => headingText(report, section);
      const other = previous ?? next;
      yield {
        messageId: previous === undefined ? 'section-order.before' : 'section-order.after',
        values: {
          section: headingText(report, section),
          other: other === undefined ? '' : name(other),
          order: order.map((each) => headingsOf(each, report)[0] as string),
        },
        span: headingSpan(report, section),
        related: other === undefined ? [] : [headingSpan(report, other.section)],
        ...(report.type !== undefined && { entry: report.type, basis: [] }),
        detail: undefined,
      };
    }
  },
};

function headingSpan(report: Report, section: Section): Span {
  return report.prose.blocks[section.heading]?.span ?? section.span;
}

function headingText(report: Report, section: Section): string {
  return report.prose.blocks[section.heading]?.text.trim() ?? '';
}

/** Of each role the first section at its least depth: "### Risks" in another section of the type is a part of that. */
function firstOfEach(sections: readonly Section[]): readonly Section[] {
  const first = new Map<string, Section>();
  const within = sections.map(() => false);
  for (const [i, section] of sections.entries()) {
    const { role, parent } = section;
    within[i] = parent !== undefined && (within[parent] === true || sections[parent]?.role !== undefined);
    const depth = first.get(role?.id ?? '')?.depth ?? Number.POSITIVE_INFINITY;
    if (role !== undefined && !within[i] && section.depth < depth) first.set(role.id, section);
  }
  return sections.filter((section) => section.role !== undefined && first.get(section.role.id) === section);
}

/** Positions of a longest rising run of ranks: what it leaves out is out of place. */
function longestRise(ranks: readonly number[]): ReadonlySet<number> {
  const lengths: number[] = [];
  const from: number[] = [];
  let end = -1;
  for (const [i, rank] of ranks.entries()) {
    lengths[i] = 1;
    from[i] = -1;
    for (let j = 0; j < i; j++) {
      if ((ranks[j] as number) < rank && (lengths[j] as number) + 1 > (lengths[i] as number)) {
        lengths[i] = (lengths[j] as number) + 1;
        from[i] = j;
      }
    }
    if (end < 0 || (lengths[i] as number) >= (lengths[end] as number)) end = i;
  }
  const kept = new Set<number>();
  for (let i = end; i >= 0; i = from[i] as number) kept.add(i);
  return kept;
}
