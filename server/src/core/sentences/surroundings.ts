import { type Block, type List, type Prose, toSource } from '../markdown/blocks.js';
import type { FrontMatter } from '../markdown/front-matter.js';
import { type Section, sectionsAround } from '../markdown/sections.js';
import { isCitation, type Report } from '../report/report.js';
import { once } from '../text/once.js';
import { lowerBound } from '../text/ordered-spans.js';

/** A heading that a block stands under. */
export interface HeadingAbove extends Pick<Section, 'role' | 'holds'> {
  readonly block: Block;
}

/**
 * What a reader of one block may ask about the blocks around it. All that is read of a block depends on the block, on
 * the facts of its report, and on what it asked here.
 */
export interface Surroundings {
  readonly frontMatter: FrontMatter;
  /** The headings over it, the innermost first. */
  headings(): readonly HeadingAbove[];
  /** The block right before it; the nth before. */
  before(distance?: number): Block | undefined;
  /** The block right behind it; the nth behind. */
  after(distance?: number): Block | undefined;
  /** The block whose colon introduces the innermost list that it stands in. */
  introducer(): Block | undefined;
  /** The list right below it, which it may announce. */
  introduced(): ListBelow | undefined;
  /** The blocks of a footnote, by its label in any case. */
  note(label: string): readonly Block[];
  /** Whether it gives sources: it stands in a section that holds them, or is a footnote that cites. */
  isSource(): boolean;
  /** What stands in the source right before a place of its text, and shows as no text: tags, marks of emphasis. */
  markupBefore(offset: number): string;
}

/** A list below a block. */
export interface ListBelow {
  /** The blocks of each item, those of lists in it too. */
  readonly items: readonly (readonly Block[])[];
  /** The block right behind it. */
  after(): Block | undefined;
  /** The next list that is not in this one, and the blocks that part the two. */
  next(): { readonly list: ListBelow; readonly between: readonly Block[] } | undefined;
}

/** What stands around a block of a report, by the block's index. */
export function surroundingsOf(report: Report, index: number): Surroundings {
  const { prose, sections, frontMatter } = report;
  const { blocks } = prose;
  return {
    frontMatter,
    headings: () => {
      const block = blocks[index];
      if (block === undefined) return [];
      return sectionsAround(sections, block.span).map(({ heading, role, holds }) => ({
        block: blocks[heading] as Block,
        role,
        holds,
      }));
    },
    before: (distance = 1) => blocks[index - distance],
    after: (distance = 1) => blocks[index + distance],
    introducer: () => introducersOf(prose).get(index),
    introduced: () => {
      const list = prose.introduced.get(index);
      return list === undefined ? undefined : listBelow(prose, list);
    },
    note: (label) => notesOf(prose).get(label.toLowerCase()) ?? [],
    isSource: () => isCitation(report, index),
    markupBefore: (offset) => markupBefore(report, index, offset),
  };
}

function listBelow(prose: Prose, list: List): ListBelow {
  const { blocks } = prose;
  const end = list.items.at(-1)?.end ?? 0;
  return {
    items: list.items.map((item) => blocks.slice(item.first, item.end)),
    after: () => blocks[end],
    next: () => {
      const lists = listsInOrder(prose);
      const next = lists[lowerBound(lists, firstBlock, end)];
      if (next === undefined) return undefined;
      return { list: listBelow(prose, next), between: blocks.slice(end, firstBlock(next)) };
    },
  };
}

const firstBlock = ({ items }: List): number => items[0]?.first ?? 0;

/** By their first block, a list before those in it. */
const listsInOrder = once(({ lists }: Prose): readonly List[] =>
  lists.toSorted((a, b) => firstBlock(a) - firstBlock(b) || a.span.start - b.span.start),
);

function markupBefore({ prose, text }: Report, index: number, offset: number): string {
  const block = prose.blocks[index];
  if (block === undefined) return '';
  const { start } = toSource(block, { start: offset, end: offset + 1 });
  if (offset > 0) return text.slice(toSource(block, { start: offset - 1, end: offset }).end, start);
  // At the very start of a block its own marks stand before it, on its line and behind the block before.
  const between = text.slice(Math.min(prose.blocks[index - 1]?.span.end ?? 0, start), start);
  return between.slice(Math.max(between.lastIndexOf('\n'), between.lastIndexOf('\r')) + 1);
}

const introducersOf = once(({ blocks, introduced }: Prose): ReadonlyMap<number, Block> => {
  const introducers = new Map<number, Block>();
  for (const [by, { items }] of introduced) {
    const block = blocks[by];
    if (block === undefined || !/[:：]/.test(block.text.trimEnd().at(-1) ?? '')) continue;
    for (const { first, end } of items) for (let index = first; index < end; index++) introducers.set(index, block);
  }
  return introducers;
});

const notesOf = once(({ blocks }: Prose): ReadonlyMap<string, readonly Block[]> => {
  const notes = new Map<string, Block[]>();
  for (const block of blocks) {
    const label = block.footnote?.toLowerCase();
    if (label === undefined) continue;
    const same = notes.get(label);
    if (same === undefined) notes.set(label, [block]);
    else same.push(block);
  }
  return notes;
});
