import type { Block, Prose } from '../markdown/blocks.js';
import type { FrontMatter } from '../markdown/front-matter.js';
import { type Section, sectionsAround } from '../markdown/sections.js';
import type { Report } from '../report/report.js';
import { once } from '../text/once.js';

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
  /** The blocks of a footnote, by its label in any case. */
  note(label: string): readonly Block[];
}

/** What stands around a block of a report, by the block's index. */
export function surroundingsOf({ prose, sections, frontMatter }: Report, index: number): Surroundings {
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
    note: (label) => notesOf(prose).get(label.toLowerCase()) ?? [],
  };
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
