import { foldedTokens } from '../language/tokens.js';
import { lastStartingBy } from '../text/ordered-spans.js';
import type { Span } from '../text/span.js';
import type { EntryOf, ReportSection } from '../vocabulary/model.js';
import type { Block } from './blocks.js';

/** A heading with all that stands under it, its subsections included. */
export interface Section {
  /** Index of the heading's block. */
  readonly heading: number;
  readonly depth: number;
  /** The section that it is a part of, as an index into the sections. */
  readonly parent: number | undefined;
  /** From the heading to the next of its depth or above. */
  readonly span: Span;
  /** The section of the report's type that its heading names. */
  readonly role: ReportSection | undefined;
  /** What it holds, by the report's type or, where that does not name it, by any type of the vocabulary. */
  readonly holds: ReportSection['holds'];
}

/** The sections of a report, in order. Headings in block quotes and footnotes make none. */
export function readSections(
  blocks: readonly Block[],
  end: number,
  type: EntryOf<'reports'> | undefined,
  types: readonly EntryOf<'reports'>[],
): readonly Section[] {
  const own = headingForms(type?.sections ?? []);
  const telling = headingForms(types.flatMap((each) => each.sections).filter(({ holds }) => holds !== undefined));
  const headings = blocks.flatMap((block, index) =>
    block.kind === 'heading' && !block.quoted && block.footnote === undefined ? [{ block, index }] : [],
  );
  const { ends, parents } = nest(
    headings.map(({ block }) => block),
    end,
  );
  return headings.map(({ block, index }, position): Section => {
    const role = roleOf(block.text, own, block.depth > 1);
    return {
      heading: index,
      depth: block.depth,
      parent: parents[position],
      span: { start: block.span.start, end: ends[position] as number },
      role,
      holds: role === undefined ? roleOf(block.text, telling, block.depth > 1)?.holds : role.holds,
    };
  });
}

/** The sections that a place of the report stands in, the innermost first. */
export function sectionsAround(sections: readonly Section[], { start }: Span): readonly Section[] {
  const around: Section[] = [];
  let section = sections[lastStartingBy(sections, ({ span }) => span.start, start)];
  while (section !== undefined) {
    around.push(section);
    section = section.parent === undefined ? undefined : sections[section.parent];
  }
  return around;
}

/** The sections of the type that stand in no other of them: "### Risks" under "## Outlook" is a part of that. */
export function outermostOfType(sections: readonly Section[]): readonly Section[] {
  const within: boolean[] = [];
  return sections.filter(({ role, parent }, i) => {
    within[i] = parent !== undefined && (within[parent] === true || sections[parent]?.role !== undefined);
    return role !== undefined && !within[i];
  });
}

/** Where each section ends, at the next heading that is not deeper, and which it is a part of. */
function nest(headings: readonly Block[], end: number) {
  const ends = headings.map(() => end);
  const open: number[] = [];
  const parents = headings.map((heading, position) => {
    while (open.length > 0 && (headings[open.at(-1) as number] as Block).depth >= heading.depth) {
      ends[open.pop() as number] = heading.span.start;
    }
    const parent = open.at(-1);
    open.push(position);
    return parent;
  });
  return { ends, parents };
}

/** `1.2 `, `一、`, `第三章 `, `Part 2: ` before a heading's own words. */
const numbering =
  /^\s*(?:(?:part|section|chapter)\s+)?(?:\d+(?:\.\d+)*|[ivxlc]+(?=[.)])|[（(]?[一二三四五六七八九十]+[）)]?(?=[、.．\s）)])|第[一二三四五六七八九十\d]+[章节部篇])[.)、．:：]?\s*/i;

/** A form of a section's heading, as folded words. */
interface HeadingForm {
  readonly section: ReportSection;
  readonly words: readonly string[];
}

function headingForms(sections: readonly ReportSection[]): readonly HeadingForm[] {
  return sections.flatMap((section) =>
    Object.values(section.heading)
      .flat()
      .map((form) => ({ section, words: foldedTokens(form) }))
      .filter(({ words }) => words.length > 0),
  );
}

/**
 * The section of a type that a heading names: word for word, else by its first words, else by its last. A title
 * ("Key tasks of the year") names one word for word or not at all.
 */
function roleOf(heading: string, forms: readonly HeadingForm[], byPart: boolean): ReportSection | undefined {
  const words = foldedTokens(heading.replace(numbering, '')).filter((token) => !/^[\p{P}\p{S}]+$/u.test(token));
  let first: ReportSection | undefined;
  let last: ReportSection | undefined;
  for (const { section, words: wanted } of forms) {
    if (wanted.length > words.length) continue;
    if (wanted.every((word, i) => words[i] === word)) {
      if (wanted.length === words.length) return section;
      // "Sources of growth" gives no sources.
      if (section.holds !== 'sources' || words[wanted.length] !== 'of') first ??= section;
    } else if (wanted.every((word, i) => words[words.length - wanted.length + i] === word)) {
      last ??= section;
    }
  }
  return byPart ? (first ?? last) : undefined;
}
