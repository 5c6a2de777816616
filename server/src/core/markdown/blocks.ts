import { once, onceWith } from '../text/once.js';
import { itemHolding, lastStartingBy, startingIn } from '../text/ordered-spans.js';
import type { Span } from '../text/span.js';
import type { Comment } from './dialects/constructs.js';

export { objectReplacement } from './dialects/constructs.js';

/**
 * A run of text that a reader sees as one: a paragraph, a heading or a table cell, wherever it stands. It is immutable and
 * knows no place, so that it can outlive an edit elsewhere; what is read of it alone is remembered by it (`onceABlock`).
 * `text` is what is seen: markup and what has no width are gone, references are decoded, and content that is not prose
 * (code, math, pictures, addresses) is one U+FFFC. Of white space, commas and semicolons in a row 20 are kept. Spans of
 * `text`, of the block's source and of the report are different: `toSource` leads from the first to the last.
 */
export interface BlockContent {
  readonly kind: 'paragraph' | 'heading' | 'cell';
  readonly text: string;
  /** Of its source, in UTF-16 units. */
  readonly sourceLength: number;
  /** 1 to 6 of a heading, else 0. */
  readonly depth: number;
  /** In a block quote that is no callout: the words are somebody else's. */
  readonly quoted: boolean;
  /** The footnote definition that it stands in, by its identifier. */
  readonly footnote: string | undefined;
  /** Quotations in `text`, with their marks, as spans of `text`. */
  readonly quotations: readonly Span[];
  /** What is a link or emphasis in `text`, as titles are in references to literature. */
  readonly titles: readonly Span[];
  /** Where links, citations and the marks of notes end, as offsets into `text`. */
  readonly references: readonly number[];
  /** Reference links whose text is their label too, `[text]` and `[text][]`: spans of the block's source. */
  readonly labels: readonly Span[];
  readonly stretches: readonly Stretch[];
}

/** A block where it stands in a report. */
export interface Block extends BlockContent {
  readonly content: BlockContent;
  /** Place in the report. */
  readonly span: Span;
}

/** A stretch of a block's text and the stretch of the block's source that shows as it. */
export interface Stretch {
  readonly text: number;
  readonly length: number;
  readonly source: number;
  readonly sourceLength: number;
}

class PlacedBlock implements Block {
  readonly content: BlockContent;
  readonly span: Span;

  constructor(content: BlockContent, start: number) {
    this.content = content;
    this.span = { start, end: start + content.sourceLength };
  }

  get kind() {
    return this.content.kind;
  }
  get text() {
    return this.content.text;
  }
  get sourceLength() {
    return this.content.sourceLength;
  }
  get depth() {
    return this.content.depth;
  }
  get quoted() {
    return this.content.quoted;
  }
  get footnote() {
    return this.content.footnote;
  }
  get quotations() {
    return this.content.quotations;
  }
  get titles() {
    return this.content.titles;
  }
  get references() {
    return this.content.references;
  }
  get labels() {
    return this.content.labels;
  }
  get stretches() {
    return this.content.stretches;
  }
}

/** A block at a place of a report. */
export function placedAt(content: BlockContent, start: number): Block {
  return new PlacedBlock(content, start);
}

/** A function whose answer for what a block shows is worked out once, wherever it stands and is moved to. */
export function onceABlock<Answer>(read: (block: BlockContent) => Answer): (block: BlockContent) => Answer {
  const known = once(read);
  return (block) => known(contentOf(block));
}

/** The same where the answer depends on something else too: see `onceWith`. */
export function onceABlockWith<With extends object, Answer>(
  read: (block: BlockContent, given: With) => Answer,
): (block: BlockContent, given: With) => Answer {
  const known = onceWith(read);
  return (block, given) => known(contentOf(block), given);
}

const contentOf = (block: BlockContent): BlockContent => (block as Partial<Block>).content ?? block;

/** What a list shows, wherever it stands. */
export interface ListContent {
  readonly ordered: boolean;
  /** The blocks of each item, those of lists inside it too. */
  readonly items: readonly (readonly BlockContent[])[];
}

/** A list where it stands: in a piece, or in a report. Offsets and indexes of blocks begin there. */
export interface List {
  readonly content: ListContent;
  readonly span: Span;
  readonly items: readonly ListItem[];
  /** The paragraph or heading that stands right before it in the same container, as an index into the blocks. */
  readonly introducer: number | undefined;
}

export interface ListItem {
  readonly span: Span;
  /** Blocks of the item itself and of lists inside it: indexes from `first` up to `end`. */
  readonly first: number;
  readonly end: number;
}

/** What a table shows, wherever it stands: what is read of its cells alone is remembered by this. */
export interface TableContent {
  readonly rows: readonly (readonly BlockContent[])[];
}

/**
 * A table where it stands: in a piece, or in a report. `rows[0]` is its header; cells are indexes into the blocks, as many
 * and in the same order as in its content.
 */
export interface Table {
  readonly content: TableContent;
  readonly span: Span;
  readonly rows: readonly (readonly number[])[];
  /** The paragraph or heading right before the table, as an index into the blocks: a caption, if anything is. */
  readonly caption: number | undefined;
  /** The paragraph right after it, where a source stands. */
  readonly legend: number | undefined;
}

/** The row that a cell of a table, or a note in one, stands in, by their indexes into the blocks. */
export function rowWith({ rows }: Table, cell: number): readonly number[] | undefined {
  return rows[lastStartingBy(rows, ([first = 0]) => first, cell)];
}

/** A tag or another node of HTML, or a component's tag: `value` as it stands in the source. Comments are apart. */
export interface Html {
  readonly value: string;
  readonly span: Span;
}

export interface Prose {
  readonly blocks: readonly Block[];
  readonly lists: readonly List[];
  /** The lists that have an introducer, by that block's index. */
  readonly introduced: ReadonlyMap<number, List>;
  readonly tables: readonly Table[];
  readonly html: readonly Html[];
  /** The comments of any dialect, in order. */
  readonly comments: readonly Comment[];
  /** Whether a program fills in values of this text: tags of a template stand in it. */
  readonly isTemplate: boolean;
  readonly frontMatter: FrontMatterSource | undefined;
}

/** What stands between the front matter's fences, with its place; `node` has the fences too. */
export interface FrontMatterSource {
  readonly format: 'yaml' | 'toml';
  readonly value: string;
  readonly span: Span;
  readonly node: Span;
}

/** The span of the report that shows as the given span of a block's text. */
export function toSource({ stretches, span: { start: from } }: Block, span: Span): Span {
  if (stretches.length === 0) return { start: from, end: from };
  const start = from + sourceOffset(stretches, span.start, false);
  if (span.end <= span.start) return { start, end: start };
  return { start, end: from + sourceOffset(stretches, span.end, true) };
}

function sourceOffset(stretches: readonly Stretch[], offset: number, asEnd: boolean): number {
  let low = 0;
  let high = stretches.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const from = (stretches[middle] as Stretch).text;
    if (asEnd ? from < offset : from <= offset) low = middle;
    else high = middle - 1;
  }
  const stretch = stretches[low] as Stretch;
  const into = Math.min(offset - stretch.text, stretch.length);
  if (stretch.length === stretch.sourceLength) return stretch.source + into;
  // A part of what one reference shows is the whole of it.
  return (asEnd ? into > 0 : into === stretch.length) ? stretch.source + stretch.sourceLength : stretch.source;
}

/** The table that holds a place of the source. */
export function tableAt(prose: Prose, { start }: Span): Table | undefined {
  return itemHolding(prose.tables, start);
}

/** Whether a link or footnote reference of a block ends in a span, its end included. */
export function refersIn({ references }: BlockContent, { start, end }: Span): boolean {
  return startingIn(references, (at) => at, { start: start + 1, end: end + 1 }).length > 0;
}
