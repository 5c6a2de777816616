import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Nodes, Parents, PhrasingContent, Root } from 'mdast';
import { itemHolding, startingIn } from '../text/ordered-spans.js';
import type { Span } from '../text/span.js';
import { spanOfNode } from './parse-markdown.js';
import { quotationsIn } from './quotations.js';

/**
 * A run of text that a reader sees as one: a paragraph, a heading or a table cell.
 * `text` is what is seen: markup is gone, references are decoded, and content that is not prose (code, math, pictures,
 * addresses) is one U+FFFC. Spans of `text` and spans of the report are different: `toSource` leads back.
 */
export interface Block {
  readonly kind: 'paragraph' | 'heading' | 'cell';
  readonly text: string;
  /** Place in the report. */
  readonly span: Span;
  /** 1 to 6 of a heading, else 0. */
  readonly depth: number;
  /** In a block quote: the words are somebody else's. */
  readonly quoted: boolean;
  /** The footnote definition that it stands in, by its identifier. */
  readonly footnote: string | undefined;
  /** Quotations in `text`, with their marks, as spans of `text`. */
  readonly quotations: readonly Span[];
  /** Whether it holds a link or emphasis, as references to literature do. */
  readonly hasLinkOrEmphasis: boolean;
  /** Where links and footnote references end, as offsets into `text`. */
  readonly references: readonly number[];
  readonly pieces: readonly Piece[];
}

/** A stretch of a block's text and the stretch of the report that shows as it. */
interface Piece {
  readonly text: number;
  readonly length: number;
  readonly source: number;
  readonly sourceLength: number;
}

export interface List {
  readonly span: Span;
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
}

export interface ListItem {
  readonly span: Span;
  /** Blocks of the item itself and of lists inside it: indexes from `first` up to `end`. */
  readonly first: number;
  readonly end: number;
}

/** A table: `rows[0]` is its header; cells are indexes into the blocks. */
export interface Table {
  readonly span: Span;
  readonly rows: readonly (readonly number[])[];
  /** The paragraph or heading right before the table, as an index into the blocks: a caption, if anything is. */
  readonly caption: number | undefined;
  /** The paragraph right after it, where a source stands. */
  readonly legend: number | undefined;
}

/** An HTML node: `value` as it stands in the source. */
export interface Html {
  readonly value: string;
  readonly span: Span;
}

export interface Prose {
  readonly blocks: readonly Block[];
  readonly lists: readonly List[];
  /** The list below a paragraph or heading that stands right before it in the same container, by that block's index. */
  readonly introduced: ReadonlyMap<number, List>;
  readonly tables: readonly Table[];
  readonly html: readonly Html[];
  /** The YAML between the front matter's fences, with the place of that YAML. */
  readonly frontMatter: { readonly value: string; readonly span: Span; readonly node: Span } | undefined;
}

/** Stands in a block's text for content that is not prose. */
export const objectReplacement = '\uFFFC';

/** The span of the report that shows as the given span of a block's text. */
export function toSource(block: Block, span: Span): Span {
  if (block.pieces.length === 0) return { start: block.span.start, end: block.span.start };
  const start = sourceOffset(block.pieces, span.start, false);
  if (span.end <= span.start) return { start, end: start };
  return { start, end: sourceOffset(block.pieces, span.end, true) };
}

function sourceOffset(pieces: readonly Piece[], offset: number, asEnd: boolean): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const from = (pieces[middle] as Piece).text;
    if (asEnd ? from < offset : from <= offset) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low] as Piece;
  const into = Math.min(offset - piece.text, piece.length);
  if (piece.length === piece.sourceLength) return piece.source + into;
  // A part of what one reference shows is the whole of it.
  return (asEnd ? into > 0 : into === piece.length) ? piece.source + piece.sourceLength : piece.source;
}

interface Context {
  readonly quoted: boolean;
  readonly footnote: string | undefined;
}

/** The table that holds a place of the source. */
export function tableAt(prose: Prose, { start }: Span): Table | undefined {
  return itemHolding(prose.tables, start);
}

/** Whether a link or footnote reference of a block ends in a span, its end included. */
export function refersIn({ references }: Block, { start, end }: Span): boolean {
  return startingIn(references, (at) => at, { start: start + 1, end: end + 1 }).length > 0;
}

/** Reads what may be checked from the tree, in document order. */
export function readProse(source: string, root: Root): Prose {
  const blocks: Block[] = [];
  const lists: List[] = [];
  const introduced = new Map<number, List>();
  const tables: Table[] = [];
  const html: Html[] = [];
  let frontMatter: Prose['frontMatter'];

  const walk = (node: Nodes, context: Context, previous: Nodes | undefined): void => {
    switch (node.type) {
      case 'yaml': {
        const span = spanOfNode(node);
        const fence = /^[^\r\n]*(?:\r\n?|\n)/.exec(source.slice(span.start, span.end));
        const start = span.start + (fence?.[0].length ?? 0);
        frontMatter = { value: node.value, span: { start, end: start + node.value.length }, node: span };
        return;
      }
      case 'html':
        html.push({ value: node.value, span: spanOfNode(node) });
        return;
      case 'paragraph':
      case 'heading':
      case 'tableCell':
        blocks.push(readBlock(source, node, context, html));
        return;
      case 'list': {
        const items: ListItem[] = [];
        const list = { span: spanOfNode(node), ordered: node.ordered === true, items };
        lists.push(list);
        if (previous?.type === 'paragraph' || previous?.type === 'heading') introduced.set(blocks.length - 1, list);
        for (const item of node.children) {
          const first = blocks.length;
          children(item, context);
          items.push({ span: spanOfNode(item), first, end: blocks.length });
        }
        return;
      }
      case 'table': {
        const caption = previous?.type === 'paragraph' || previous?.type === 'heading' ? blocks.length - 1 : undefined;
        const rows = node.children.map((row) =>
          row.children.map((cell) => {
            walk(cell, context, undefined);
            return blocks.length - 1;
          }),
        );
        tables.push({ span: spanOfNode(node), rows, caption, legend: blocks.length });
        return;
      }
      case 'blockquote':
        children(node, { ...context, quoted: true });
        return;
      case 'footnoteDefinition':
        children(node, { ...context, footnote: node.identifier });
        return;
      default:
        if ('children' in node) children(node, context);
    }
  };
  const children = (node: Parents, context: Context): void => {
    let previous: Nodes | undefined;
    for (const child of node.children) {
      walk(child, context, previous);
      previous = child;
    }
  };

  children(root, { quoted: false, footnote: undefined });
  // What was taken for a legend is one only if a paragraph came.
  const withLegends = tables.map((table) =>
    blocks[table.legend as number]?.kind === 'paragraph' ? table : { ...table, legend: undefined },
  );
  return { blocks, lists, introduced, tables: withLegends, html, frontMatter };
}

function readBlock(
  source: string,
  node: Extract<Nodes, { type: 'paragraph' | 'heading' | 'tableCell' }>,
  context: Context,
  html: Html[],
): Block {
  const builder = new BlockText(source);
  let hasLinkOrEmphasis = false;
  const references: number[] = [];

  const walk = (inline: PhrasingContent): void => {
    const span = spanOfNode(inline);
    switch (inline.type) {
      case 'text':
        builder.addText(inline.value, span);
        return;
      case 'break':
        builder.addReplacement('\n', span);
        return;
      case 'html':
        html.push({ value: inline.value, span });
        if (/^<br\b/i.test(inline.value)) builder.addReplacement('\n', span);
        return;
      case 'footnoteReference':
        references.push(builder.text.length);
        return;
      case 'link': {
        hasLinkOrEmphasis = true;
        const only = inline.children.length === 1 ? inline.children[0] : undefined;
        // An address that shows as itself: <https://…>, www.….
        if (only?.type === 'text' && !source.startsWith('[', span.start))
          builder.addReplacement(objectReplacement, span);
        else for (const child of inline.children) walk(child);
        references.push(builder.text.length);
        return;
      }
      case 'emphasis':
      case 'strong':
      case 'linkReference':
        hasLinkOrEmphasis ||= inline.type !== 'strong';
        for (const child of inline.children) walk(child);
        if (inline.type === 'linkReference') references.push(builder.text.length);
        return;
      default:
        // Code, math, pictures, deleted text.
        builder.addReplacement(objectReplacement, span);
    }
  };
  for (const child of node.children) walk(child);

  return {
    kind: node.type === 'tableCell' ? 'cell' : node.type,
    text: builder.text,
    span: spanOfNode(node),
    depth: node.type === 'heading' ? node.depth : 0,
    quoted: context.quoted,
    footnote: context.footnote,
    quotations: quotationsIn(builder.text),
    hasLinkOrEmphasis,
    references,
    pieces: builder.pieces,
  };
}

/** Builds a block's text and remembers where each stretch of it stands in the source. */
class BlockText {
  text = '';
  readonly pieces: Piece[] = [];
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  addReplacement(text: string, span: Span): void {
    this.#add(text, span.start, span.end - span.start);
  }

  /**
   * Text as the parser gives it, aligned with its source: escapes and references show as one character, and what
   * begins a line of a container as none.
   */
  addText(value: string, span: Span): void {
    let at = span.start;
    let i = 0;
    while (i < value.length && at < span.end) {
      const shown = this.#shownAt(value, i, at, span.end);
      if (shown === undefined) break;
      this.#add(shown.text, at, shown.sourceLength);
      at += shown.sourceLength;
      i += shown.length;
    }
    // What cannot be aligned is not judged.
    if (i < value.length) this.addReplacement(objectReplacement, { start: at, end: Math.max(at, span.end) });
  }

  /** What shows of a value from a place of the source on, its length in the value and in the source. */
  #shownAt(
    value: string,
    i: number,
    at: number,
    end: number,
  ): { text: string; length: number; sourceLength: number } | undefined {
    const source = this.#source;
    const lineEnding = value.startsWith('\r\n', i) ? 2 : value[i] === '\n' || value[i] === '\r' ? 1 : 0;
    if (lineEnding > 0) {
      return { text: '\n', length: lineEnding, sourceLength: this.#lineBreak(value, i + lineEnding, at, end) };
    }
    if (source[at] === '\\' && asciiPunctuation.test(source[at + 1] ?? '')) {
      const text = source[at + 1] as string;
      return text === value[i] ? { text, length: 1, sourceLength: 2 } : undefined;
    }
    const reference = source[at] === '&' ? referenceAt(source, at) : undefined;
    if (reference !== undefined) {
      const text = value.startsWith(reference.text, i) ? reference.text : '\uFFFD';
      return value.startsWith(text, i) ? { text, length: text.length, sourceLength: reference.length } : undefined;
    }
    // The parser replaces NUL.
    if (source[at] === '\0') return value[i] === '\uFFFD' ? { text: '\uFFFD', length: 1, sourceLength: 1 } : undefined;
    let length = 0;
    while (
      i + length < value.length &&
      at + length < end &&
      source[at + length] === value[i + length] &&
      (length === 0 || !/[\\&\r\n]/.test(value[i + length] as string))
    ) {
      length++;
    }
    return length === 0 ? undefined : { text: value.slice(i, i + length), length, sourceLength: length };
  }

  /** The length of a line ending with the white space around it and the marks of block quotes after it. */
  #lineBreak(value: string, next: number, at: number, end: number): number {
    const source = this.#source;
    const isOneOf = (offset: number, characters: string) =>
      offset < end && characters.includes(source[offset] as string);
    let to = at;
    while (isOneOf(to, ' \t')) to++;
    to += source.startsWith('\r\n', to) ? 2 : 1;
    while (isOneOf(to, ' \t>')) to++;
    // A line that is indented far enough begins with `>` itself.
    let own = next;
    while (own < value.length && ' \t>'.includes(value[own] as string)) own++;
    const marks = value.slice(next, own);
    return (isOneOf(to, '&\\') || !source.slice(at, to).endsWith(marks) ? to : to - marks.length) - at;
  }

  #add(text: string, source: number, sourceLength: number): void {
    const last = this.pieces.at(-1);
    const identical = text.length === sourceLength;
    if (
      last !== undefined &&
      identical &&
      last.length === last.sourceLength &&
      last.source + last.sourceLength === source
    ) {
      this.pieces[this.pieces.length - 1] = {
        ...last,
        length: last.length + text.length,
        sourceLength: last.sourceLength + sourceLength,
      };
    } else {
      this.pieces.push({ text: this.text.length, length: text.length, source, sourceLength });
    }
    this.text += text;
  }
}

const asciiPunctuation = /[!-/:-@[-`{-~]/;
const referencePattern = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([\da-z]{1,31}));/iy;

/** The character reference at a place, if one stands there, and what it shows. */
function referenceAt(source: string, at: number): { text: string; length: number } | undefined {
  referencePattern.lastIndex = at;
  const match = referencePattern.exec(source);
  if (match === null) return undefined;
  const [{ length }, hexadecimal, decimal, name] = match;
  if (name !== undefined) {
    const text = decodeNamedCharacterReference(name);
    return text === false ? undefined : { text, length };
  }
  const point = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  return { text: point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD', length };
}
