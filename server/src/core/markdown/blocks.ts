import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Nodes, Parents, PhrasingContent, Root } from 'mdast';
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
  /** The paragraph or heading that stands right before the list in the same container, as an index into the blocks. */
  readonly introducedBy: number | undefined;
}

export interface ListItem {
  readonly span: Span;
  /** Blocks of the item itself and of lists inside it: indexes from `first` up to `end`. */
  readonly first: number;
  readonly end: number;
}

/** An HTML node: `value` as it stands in the source. */
export interface Html {
  readonly value: string;
  readonly span: Span;
}

export interface Prose {
  readonly blocks: readonly Block[];
  readonly lists: readonly List[];
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
  return into > 0 ? piece.source + piece.sourceLength : piece.source;
}

interface Context {
  readonly quoted: boolean;
  readonly footnote: string | undefined;
}

/** Reads what may be checked from the tree, in document order. */
export function readProse(source: string, root: Root): Prose {
  const blocks: Block[] = [];
  const lists: List[] = [];
  const html: Html[] = [];
  let frontMatter: Prose['frontMatter'];

  const walk = (node: Nodes, context: Context, previous: Nodes | undefined): void => {
    switch (node.type) {
      case 'yaml': {
        const span = spanOfNode(node);
        const start = span.start + source.slice(span.start, span.end).indexOf('\n') + 1;
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
        const introducedBy =
          previous?.type === 'paragraph' || previous?.type === 'heading' ? blocks.length - 1 : undefined;
        const items: ListItem[] = [];
        const list = { span: spanOfNode(node), ordered: node.ordered === true, items, introducedBy };
        lists.push(list);
        for (const item of node.children) {
          const first = blocks.length;
          children(item, context);
          items.push({ span: spanOfNode(item), first, end: blocks.length });
        }
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
  return { blocks, lists, html, frontMatter };
}

function readBlock(
  source: string,
  node: Extract<Nodes, { type: 'paragraph' | 'heading' | 'tableCell' }>,
  context: Context,
  html: Html[],
): Block {
  const builder = new BlockText(source);
  let hasLinkOrEmphasis = false;

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
        return;
      case 'link': {
        hasLinkOrEmphasis = true;
        const only = inline.children.length === 1 ? inline.children[0] : undefined;
        // An address that shows as itself: <https://…>, www.….
        if (only?.type === 'text' && !source.startsWith('[', span.start))
          builder.addReplacement(objectReplacement, span);
        else for (const child of inline.children) walk(child);
        return;
      }
      case 'emphasis':
      case 'strong':
      case 'linkReference':
        hasLinkOrEmphasis ||= inline.type !== 'strong';
        for (const child of inline.children) walk(child);
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

  /** Text as the parser gives it, aligned with its source: escapes, references and line prefixes are skipped there. */
  addText(value: string, span: Span): void {
    const source = this.#source;
    let at = span.start;
    let i = 0;
    while (i < value.length && at < span.end) {
      const character = value[i] as string;
      if (character === '\n') {
        let end = at;
        while (end < span.end && (source[end] === ' ' || source[end] === '\t')) end++;
        if (source[end] === '\r' && source[end + 1] === '\n') end += 2;
        else if (source[end] === '\n' || source[end] === '\r') end++;
        // Indentation and the marks of block quotes, which a line of text cannot begin with.
        while (end < span.end && (source[end] === ' ' || source[end] === '\t' || source[end] === '>')) end++;
        this.#add('\n', at, end - at);
        at = end;
        i++;
      } else if (source[at] === character && !(character === '&' && this.#isReference(at, value, i))) {
        let length = 1;
        while (
          i + length < value.length &&
          at + length < span.end &&
          source[at + length] === value[i + length] &&
          !/[\\&\n]/.test(value[i + length] as string)
        ) {
          length++;
        }
        this.#add(value.slice(i, i + length), at, length);
        at += length;
        i += length;
      } else if (source[at] === '\\' && source[at + 1] === character) {
        this.#add(character, at, 2);
        at += 2;
        i++;
      } else if (source[at] === '&') {
        const end = source.indexOf(';', at) + 1;
        const decoded = end > 0 && end <= span.end ? decodeReference(source.slice(at + 1, end - 1)) : undefined;
        if (decoded === undefined || !value.startsWith(decoded, i)) break;
        this.#add(decoded, at, end - at);
        at = end;
        i += decoded.length;
      } else if (character === '\uFFFD') {
        // NUL, which Markdown replaces.
        this.#add(character, at, 1);
        at++;
        i++;
      } else {
        break;
      }
    }
    // What cannot be aligned is not judged.
    if (i < value.length) this.addReplacement(objectReplacement, { start: at, end: Math.max(at, span.end) });
  }

  #isReference(at: number, value: string, i: number): boolean {
    return this.#source.startsWith('&amp;', at) && !value.startsWith('&amp;', i);
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

function decodeReference(name: string): string | undefined {
  if (name.startsWith('#')) {
    const hex = /^#x/i.test(name);
    const point = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
    if (!(point > 0 && point <= 0x10ffff) || (point >= 0xd800 && point <= 0xdfff)) return '\uFFFD';
    return String.fromCodePoint(point);
  }
  return decodeNamedCharacterReference(name) || undefined;
}
