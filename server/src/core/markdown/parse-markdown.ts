import type { Nodes, Root } from 'mdast';
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown';
import type { Span } from '../text/span.js';
import { frontMatterIn, unclosedFrontMatter } from './boundaries.js';
import { AskedLabels, DefinedLabels } from './defined-labels.js';
import { closedAt } from './dialects/any-lines.js';
import { type Constructs, lineStart } from './dialects/constructs.js';
import { readConstructs } from './dialects/lines.js';
import { hasDenseStretch, maskBlocks, maskLines } from './mask-costly.js';
import { cutPieces } from './pieces.js';
import { processor } from './processor.js';
import { type SyntaxExtension, type Tokenizer, TreeParser } from './tree-parser.js';
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

/** One for the text, one for the places of its blocks. */
const parsersOf = (extensions: readonly SyntaxExtension[]) => ({
  ofText: new TreeParser(extensions, toTree),
  ofPlaces: new TreeParser([...extensions, withoutInline], toTree),
});
const parsers = { withFront: parsersOf(allSyntax), withoutFront: parsersOf(syntax) };

/** More paragraphs, headings, list items and definitions than a report has: each costs the parser a tenth of a millisecond. */
const blockCap = 25_000;
/** More cells than a report's tables have. */
const cellCap = 100_000;
const blockStart = /^[ \t]*(?:[-+*]|#{1,6}|\d{1,9}[.)])[ \t]|^ {0,3}\[[^\]\n]+\]:|^[ \t]*\r?\n[ \t]*\S/gm;

/**
 * Parses a report, in pieces: micromark slows down with the length of what it is given, and in some ways with the square
 * of its blocks. What would take quadratic time is left unread and named; nothing throws. `boundaries` is where pieces may
 * begin, if not at every place that a piece may begin at.
 */
export function parseMarkdown(text: string, boundaries?: readonly number[]): MarkdownReading {
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
    const pieces = parsePieces(masked, front?.end ?? 0, boundaries);
    const root: Root = { type: 'root', children: [] };
    for (const piece of pieces) for (const child of piece.root.children) root.children.push(child);
    return {
      root,
      readable,
      constructs,
      unread: [
        ...lines,
        ...pieces.flatMap((piece) => piece.unread),
        ...constructs.unread,
        ...unclosedHtml(root, masked),
      ].sort((a, b) => a.span.start - b.span.start),
    };
  } catch {
    // Markup nested deeper than the stack.
    return unreadWhole(text, 'too-deep');
  }
}

/** HTML such as `<?php` that never ends took the rest of the text with it. */
function unclosedHtml({ children }: Root, text: string): readonly Unread[] {
  const last = children.at(-1);
  if (last?.type !== 'html') return [];
  const span = spanOfNode(last);
  const isClosed = closedAt(text, lineStart(text, span.start)) !== Number.POSITIVE_INFINITY;
  return isClosed ? [] : [{ span, reason: 'unclosed', construct: 'html' }];
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

interface Piece {
  readonly span: Span;
  readonly root: Root;
  readonly unread: readonly Unread[];
  readonly asked: AskedLabels;
}

/** A piece is parsed again where it asked for a label that only looked defined. */
function parsePieces(text: string, front: number, boundaries: readonly number[] | undefined): readonly Piece[] {
  const guessed = new DefinedLabels();
  guessed.guess(text);
  const pieces = cutPieces(text, front, (span) => parsePiece(text, span, front, guessed), boundaries);
  const defined = new DefinedLabels();
  for (const { root } of pieces) defined.collect(root);
  return pieces.map((piece) =>
    piece.asked.isSameFor(guessed, defined) ? piece : parsePiece(text, piece.span, front, defined),
  );
}

function parsePiece(text: string, span: Span, front: number, labels: DefinedLabels): Piece {
  const { ofText, ofPlaces } = span.start < front ? parsers.withFront : parsers.withoutFront;
  const source = text.slice(span.start, span.end);
  const masked: Unread[] = [];
  const asked = new AskedLabels();
  const readable = hasDenseStretch(source)
    ? maskBlocks(source, inlineSpans(ofPlaces.parse(source, 0, asked.known(labels))), masked)
    : source;
  const unread = masked.map(({ span: { start, end }, ...why }): Unread => {
    return { span: { start: span.start + start, end: span.start + end }, ...why };
  });
  return { span, root: ofText.parse(readable, span.start, asked.known(labels)), unread, asked };
}

/** The spans of all nodes that hold phrasing content, in document order. */
function inlineSpans(root: Root): Span[] {
  const spans: Span[] = [];
  const pending: Nodes[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') spans.push(spanOfNode(node));
    else if ('children' in node) for (const child of [...node.children].reverse()) pending.push(child);
  }
  return spans;
}

/** Where a node stands; a node that the parser gave no place is empty at the start. */
export function spanOfNode(node: Nodes): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
