import type { Span } from '../text/span.js';
import { type Block, type Html, type List, type Prose, placedAt, type Table } from './blocks.js';
import type { MarkdownReading } from './parse-markdown.js';
import type { Piece } from './piece.js';

/** Puts the pieces of a report at their places, in document order. */
export function readProse({ pieces, constructs }: MarkdownReading<Piece>): Prose {
  const blocks: Block[] = [];
  const lists: List[] = [];
  const introduced = new Map<number, List>();
  const tables: Table[] = [];
  const html: Html[] = [];
  let frontMatter: Prose['frontMatter'];
  /** Whether the block before the piece introduces what the piece begins with. */
  let introduces = false;
  for (const {
    start,
    piece: { content: piece },
  } of pieces) {
    const first = blocks.length;
    const spanOf = (span: Span): Span => ({ start: start + span.start, end: start + span.end });
    const indexOf = (index: number | undefined) => {
      return index === undefined || (index < 0 && !introduces) ? undefined : first + index;
    };
    for (const [i, content] of piece.blocks.entries()) {
      blocks.push(placedAt(content, start + (piece.starts[i] as number)));
    }
    for (const list of piece.lists) {
      const items = list.items.map(({ span, first: from, end }) => {
        return { span: spanOf(span), first: first + from, end: first + end };
      });
      const introducer = indexOf(list.introducer);
      const placed = { content: list.content, span: spanOf(list.span), items, introducer };
      lists.push(placed);
      if (introducer !== undefined) introduced.set(introducer, placed);
    }
    for (const { content, span, rows, caption, legend } of piece.tables) {
      tables.push({
        content,
        span: spanOf(span),
        rows: rows.map((row) => row.map((cell) => first + cell)),
        caption: indexOf(caption),
        legend: indexOf(legend),
      });
    }
    for (const { value, span } of piece.html) html.push({ value, span: spanOf(span) });
    const { frontMatter: front } = piece;
    // What is read of it is remembered by it, and it hardly ever stands elsewhere.
    if (front !== undefined) {
      frontMatter = start === 0 ? front : { ...front, span: spanOf(front.span), node: spanOf(front.node) };
    }
    introduces = piece.introduces ?? introduces;
  }
  // What stands right behind a table is its legend only if it is a paragraph.
  const withLegends = tables.map((table) =>
    blocks[table.legend as number]?.kind === 'paragraph' ? table : { ...table, legend: undefined },
  );
  const { isTemplate, comments } = constructs;
  return { blocks, lists, introduced, tables: withLegends, html, comments, isTemplate, frontMatter };
}
