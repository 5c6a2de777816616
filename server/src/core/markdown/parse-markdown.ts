import type { Nodes, Root } from 'mdast';
import { type Extension as FromMarkdownExtension, fromMarkdown } from 'mdast-util-from-markdown';
import type { Span } from '../text/span.js';
import { boundariesOf, frontMatterIn, unclosedFrontMatter } from './boundaries.js';
import { DefinedLabels, type SyntaxExtension, type Tokenizer } from './defined-labels.js';
import { type Constructs, lineStart } from './dialects/constructs.js';
import { readConstructs } from './dialects/lines.js';
import { hasDenseStretch, maskBlocks, maskLines } from './mask-costly.js';
import { processor } from './processor.js';
import type { Unread } from './unread.js';

export interface MarkdownReading {
  /** mdast with GFM and front matter. Of positions only the offsets are those of the text. */
  readonly root: Root;
  /** The text as it was parsed: of the same length, the constructs of dialects masked. */
  readonly readable: string;
  readonly constructs: Constructs;
  /** In the order of the text. */
  readonly unread: readonly Unread[];
}

/** Inside an array of extensions, arrays of them. */
type Nested<T> = readonly (T | Nested<T>)[];
const flat = <T>(nested: Nested<T> | undefined): T[] =>
  (nested ?? []).flatMap((each) => (Array.isArray(each) ? flat<T>(each) : [each as T]));

const allSyntax = flat<SyntaxExtension>(processor.data('micromarkExtensions') as Nested<SyntaxExtension>);
/** The opening fences of front matter. */
const frontCodes = ['-', '+'].map((mark) => String(mark.charCodeAt(0)));
const isFrontMatter = ({ flow }: SyntaxExtension) =>
  flow !== undefined && Object.keys(flow).every((code) => frontCodes.includes(code));
// Given a rule at the start for a fence that is never closed, it would see no list and no quotation.
const syntax = allSyntax.filter((extension) => !isFrontMatter(extension));

// The transform of literal addresses makes nodes without positions; the tokenizer has marked them already.
const toTree = flat<FromMarkdownExtension>(
  processor.data('fromMarkdownExtensions') as Nested<FromMarkdownExtension>,
).map(({ transforms: _, ...extension }) => extension);

/** The code of a tab; those of line endings are below it. */
const tab = -2;

/** Nothing inside paragraphs: only their places are wanted. A line is one token, however many marks it has. */
const withoutInline: SyntaxExtension = {
  text: {
    null: {
      tokenize: (effects, ok) => {
        const inLine: ReturnType<Tokenizer> = (code) => {
          if (code === null || code < tab) {
            effects.exit('escapeMarker');
            return ok(code);
          }
          effects.consume(code);
          return inLine;
        };
        return (code) => {
          effects.enter('escapeMarker');
          return inLine(code);
        };
      },
    },
  },
  disable: {
    null: [
      'attention',
      'autolink',
      'characterEscape',
      'characterReference',
      'codeText',
      'emailAutolink',
      'gfmFootnoteCall',
      'gfmPotentialFootnoteCall',
      'hardBreakEscape',
      'htmlText',
      'labelEnd',
      'labelStartImage',
      'labelStartLink',
      'protocolAutolink',
      'strikethrough',
      'wwwAutolink',
    ],
  },
};

/**
 * A text is parsed in pieces of about this many UTF-16 units, or this many places where it may be cut: micromark slows
 * down with the length of what it is given, and in some ways with the square of its blocks.
 */
export interface PieceSize {
  readonly length: number;
  readonly boundaries: number;
}
const pieceSize: PieceSize = { length: 30_000, boundaries: 200 };

/** More paragraphs, headings, list items and definitions than a report has: each costs the parser a tenth of a millisecond. */
const blockCap = 25_000;
/** More cells than a report's tables have. */
const cellCap = 100_000;
const blockStart = /^[ \t]*(?:[-+*]|#{1,6}|\d{1,9}[.)])[ \t]|^ {0,3}\[[^\]\n]+\]:|^[ \t]*\r?\n[ \t]*\S/gm;

/** Parses a report. What would take quadratic time is left unread and named; nothing throws. */
export function parseMarkdown(text: string, size: PieceSize = pieceSize): MarkdownReading {
  if ((text.match(blockStart)?.length ?? 0) > blockCap || (text.match(/\|/g)?.length ?? 0) > cellCap) {
    return unreadWhole(text, 'too-many');
  }
  try {
    // The parser replaces NUL too, and then loses its place beside emphasis.
    const source = text.replaceAll('\0', '\uFFFD');
    const front = frontMatterIn(source);
    const unclosed = front === undefined ? unclosedFrontMatter(source) : undefined;
    const { found: constructs, readable } = readConstructs(front?.text ?? source, front?.end ?? unclosed?.end ?? 0);
    if (unclosed !== undefined) {
      constructs.unread.push({ span: unclosed, reason: 'unclosed', construct: 'frontMatter' });
    }
    const lines: Unread[] = [];
    const masked = maskLines(unclosed === undefined ? readable : blanked(readable, unclosed), lines);
    const guessed = new DefinedLabels();
    guessed.guess(masked);
    const defined = new DefinedLabels();
    let { root, unread } = parsePieces(masked, front?.end ?? 0, guessed, size);
    defined.collect(root);
    if (!defined.equals(guessed)) ({ root, unread } = parsePieces(masked, front?.end ?? 0, defined, size));
    return {
      root,
      readable,
      constructs,
      unread: [...lines, ...unread, ...constructs.unread, ...unclosedHtml(root)].sort(
        (a, b) => a.span.start - b.span.start,
      ),
    };
  } catch {
    // Markup nested deeper than the stack.
    return unreadWhole(text, 'too-deep');
  }
}

/** What ends HTML that no blank line ends, by how it begins. */
const htmlEnds: readonly (readonly [beginning: RegExp, end: string])[] = [
  [/^ {0,3}<\?/, '?>'],
  [/^ {0,3}<!\[CDATA\[/, ']]>'],
  [/^ {0,3}<![a-z]/i, '>'],
];

/** HTML such as `<?php` that never ends took the rest of the text with it. */
function unclosedHtml({ children }: Root): readonly Unread[] {
  const last = children.at(-1);
  if (last?.type !== 'html') return [];
  const end = htmlEnds.find(([beginning]) => beginning.test(last.value))?.[1];
  return end === undefined || last.value.includes(end)
    ? []
    : [{ span: spanOfNode(last), reason: 'unclosed', construct: 'html' }];
}

function blanked(text: string, { start, end }: Span): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\r\n\uFEFF]/g, ' ') + text.slice(end);
}

function unreadWhole(text: string, reason: 'too-many' | 'too-deep'): MarkdownReading {
  const { found: constructs } = readConstructs('', 0);
  return {
    root: { type: 'root', children: [] },
    readable: text,
    constructs,
    unread: [{ span: { start: 0, end: text.length }, reason }],
  };
}

/**
 * The tree of a whole text from pieces that are parsed alone. A piece ends where no block goes on; whether one that
 * may hold any line (code, HTML) is still open there, its tree says: the next piece then begins with it.
 */
function parsePieces(
  text: string,
  front: number,
  defined: DefinedLabels,
  size: PieceSize,
): { root: Root; unread: Unread[] } {
  const root: Root = { type: 'root', children: [] };
  const unread: Unread[] = [];
  const boundaries = boundariesOf(text, front);
  let start = leadingMarks(text);
  let boundary = 0;
  /** What a piece must have at least, once a block was seen to go on. */
  let least = 0;
  while (start < text.length) {
    const first = boundary;
    while (
      boundary < boundaries.length &&
      (boundaries[boundary] as number) - start < Math.max(size.length, least) &&
      (boundary - first < size.boundaries || (boundaries[boundary] as number) - start < least)
    ) {
      boundary++;
    }
    const end = boundaries[boundary] ?? text.length;
    const piece = parsePiece(text, { start, end }, start < front ? allSyntax : syntax, defined);
    const { children } = piece.root;
    const last = children.at(-1);
    const isOpen = end < text.length && last !== undefined && ['code', 'html'].includes(last.type);
    if (isOpen && children.length === 1) {
      least = 2 * (end - start);
      continue;
    }
    if (isOpen) children.pop();
    for (const child of children) root.children.push(child);
    unread.push(...piece.unread);
    start = isOpen ? lineStart(text, spanOfNode(last).start) : end;
    least = 0;
  }
  return { root, unread };
}

function parsePiece(text: string, piece: Span, extensions: readonly SyntaxExtension[], defined: DefinedLabels) {
  const source = text.slice(piece.start, piece.end);
  const unread: Unread[] = [];
  const readable = hasDenseStretch(source) ? maskBlocks(source, inlineSpans(source, extensions), unread) : source;
  const root = fromMarkdown(readable, { extensions: [...extensions, defined.extension()], mdastExtensions: toTree });
  shift(root, piece.start);
  return {
    root,
    unread: unread.map(({ span, ...why }): Unread => {
      return { span: { start: span.start + piece.start, end: span.end + piece.start }, ...why };
    }),
  };
}

/** Byte order marks, which the parser drops without counting them. */
function leadingMarks(text: string): number {
  let length = 0;
  while (text[length] === '\uFEFF') length++;
  return length;
}

/** The spans of all nodes that hold phrasing content, in document order. */
function inlineSpans(source: string, extensions: readonly SyntaxExtension[]): Span[] {
  const root = fromMarkdown(source, { extensions: [...extensions, withoutInline], mdastExtensions: toTree });
  const spans: Span[] = [];
  const pending: Nodes[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') spans.push(spanOfNode(node));
    else if ('children' in node) for (const child of [...node.children].reverse()) pending.push(child);
  }
  return spans;
}

/** Moves a tree to where its text stands. */
function shift(root: Root, by: number): void {
  if (by === 0) return;
  const pending: Nodes[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.position !== undefined) {
      node.position.start.offset = (node.position.start.offset ?? 0) + by;
      node.position.end.offset = (node.position.end.offset ?? 0) + by;
    }
    if ('children' in node) for (const child of node.children) pending.push(child);
  }
}

/** Where a node stands; a node that the parser gave no place is empty at the start. */
export function spanOfNode(node: Nodes): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
