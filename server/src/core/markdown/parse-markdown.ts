import type { Nodes, Root } from 'mdast';
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown';
import { ownCopy } from '../text/own-copy.js';
import { isSameData } from '../text/same-data.js';
import type { Span } from '../text/span.js';
import { frontMatterIn, unclosedFrontMatter } from './boundaries.js';
import { AskedLabels, DefinedLabels, type Labels, labelsDefinedIn } from './defined-labels.js';
import { closedAt } from './dialects/any-lines.js';
import { type Constructs, lineStart } from './dialects/constructs.js';
import { type PartsOfText, readConstructs } from './dialects/lines.js';
import { LeftOver } from './left-over.js';
import { hasDenseStretch, maskBlocks, maskLines } from './mask-costly.js';
import { cutPieces, type LastNode, lastNodeOf, type PieceSource, spanOfNode } from './pieces.js';
import { processor } from './processor.js';
import { type SyntaxExtension, type Tokenizer, TreeParser } from './tree-parser.js';
import type { Unread } from './unread.js';

/** What a later reading is spared. */
export interface KeptReading<Content> {
  readonly pieces: readonly PlacedPiece<Content>[];
  readonly dialects: PartsOfText;
}

export interface MarkdownReading<Content> extends KeptReading<Content> {
  /** The text as it was parsed: of the same length, the constructs of dialects masked. */
  readonly readable: string;
  readonly constructs: Constructs;
  /** In the order of the text. */
  readonly unread: readonly Unread[];
}

/** What is known of a piece when it is parsed; offsets are of the piece. */
interface PieceFacts {
  readonly source: PieceSource;
  readonly last: LastNode | undefined;
  readonly unread: readonly Unread[];
  readonly asked: AskedLabels;
  readonly defines: Labels;
}

/** A piece as it was read. It knows no place: where all that it was read from is the same, it is the same. */
export interface ReadPiece<Content> extends PieceFacts {
  readonly content: Content;
}

/** A piece of a text, and where it begins. */
export interface PlacedPiece<Content> {
  readonly start: number;
  readonly piece: ReadPiece<Content>;
}

/**
 * Reads the tree of a piece: mdast with GFM and front matter; of positions only the offsets are those of the piece.
 * `replaced` is what was read of the pieces of an earlier reading that are no more: the same array for all of them.
 */
export type ReadTree<Content> = (root: Root, source: PieceSource, replaced: readonly Content[]) => Content;

export interface ParseOptions<Content> {
  /** An earlier reading: what is the same in this one is not read again. */
  readonly before?: KeptReading<Content> | undefined;
  /** Where pieces may begin, if not at every place that a piece may begin at. */
  readonly boundaries?: readonly number[];
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
 * of its blocks. What would take quadratic time is left unread and named; nothing throws. A reading with an earlier one
 * gives what a reading without it gives.
 */
export function parseMarkdown<Content>(
  text: string,
  read: ReadTree<Content>,
  { before, boundaries }: ParseOptions<Content> = {},
): MarkdownReading<Content> {
  if ((text.match(blockStart)?.length ?? 0) > blockCap || (text.match(/\|/g)?.length ?? 0) > cellCap) {
    return unreadWhole(text, 'too-many');
  }
  try {
    // The parser replaces NUL too, and then loses its place beside emphasis.
    const source = text.replaceAll('\0', '\uFFFD');
    const front = frontMatterIn(source);
    const unclosed = front === undefined ? unclosedFrontMatter(source) : undefined;
    const end = front?.end ?? unclosed?.end ?? 0;
    const { found: constructs, readable, parts } = readConstructs(front?.text ?? source, end, before?.dialects);
    const lines: Unread[] = [];
    if (unclosed !== undefined) lines.push({ span: unclosed, reason: 'unclosed', construct: 'frontMatter' });
    const masked = maskLines(unclosed === undefined ? readable : blanked(readable, unclosed), lines);
    const sourceOf = ({ start, end }: Span): PieceSource => ({
      text: masked.slice(start, end),
      readable: readable.slice(start, end),
      constructs: constructs.within({ start, end }),
      isFront: start < (front?.end ?? 0),
    });
    const found = parsePieces(masked, sourceOf, front?.end ?? 0, before?.pieces ?? [], boundaries);
    const kept = new Set(found.map(({ piece }) => piece));
    const replaced = (before?.pieces ?? []).flatMap(({ piece }) => (kept.has(piece) ? [] : [piece.content]));
    const pieces = found.map(({ start, piece }) => ({ start, piece: asRead(piece, read, replaced) }));
    const unread = pieces.flatMap(({ start, piece }) => piece.unread.map((part) => moved(part, start)));
    return {
      pieces,
      dialects: parts,
      readable,
      constructs,
      unread: [...lines, ...unread, ...constructs.unread, ...unclosedHtml(pieces.at(-1), masked)].sort(
        (a, b) => a.span.start - b.span.start,
      ),
    };
  } catch {
    // Markup nested deeper than the stack.
    return unreadWhole(text, 'too-deep');
  }
}

function moved({ span: { start, end }, ...why }: Unread, by: number): Unread {
  return { span: { start: by + start, end: by + end }, ...why };
}

/** HTML such as `<?php` that never ends took the rest of the text with it. */
function unclosedHtml(placed: PlacedPiece<unknown> | undefined, text: string): readonly Unread[] {
  const { start = 0, piece } = placed ?? {};
  if (piece?.last?.type !== 'html') return [];
  const { span } = piece.last;
  const isClosed = closedAt(text, lineStart(text, start + span.start)) !== Number.POSITIVE_INFINITY;
  return isClosed ? [] : [moved({ span, reason: 'unclosed', construct: 'html' }, start)];
}

function blanked(text: string, { start, end }: Span): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\r\n\uFEFF]/g, ' ') + text.slice(end);
}

function unreadWhole(text: string, reason: 'too-many' | 'too-deep'): MarkdownReading<never> {
  const { found: constructs, parts } = readConstructs('', 0);
  return {
    pieces: [],
    dialects: parts,
    readable: text,
    constructs,
    unread: [{ span: { start: 0, end: text.length }, reason }],
  };
}

interface ParsedPiece extends PieceFacts {
  readonly root: Root;
}

/** A piece where it stands, read before or parsed now. */
interface FoundPiece<Content> {
  readonly start: number;
  readonly piece: ReadPiece<Content> | ParsedPiece;
}

/** A piece is parsed again where it asked for a label that only looked defined, or was when it was read. */
function parsePieces<Content>(
  text: string,
  sourceOf: (span: Span) => PieceSource,
  front: number,
  before: readonly PlacedPiece<Content>[],
  boundaries: readonly number[] | undefined,
): readonly FoundPiece<Content>[] {
  const guessed = new DefinedLabels();
  guessed.guess(text);
  const known = new LeftOver(
    before.map(({ piece }) => piece),
    ({ source }) => source.text,
  );
  const find = (span: Span) => {
    const source = sourceOf(span);
    const readBefore = known.take(source.text, (piece) => isSameData(piece.source, source));
    const piece: ReadPiece<Content> | ParsedPiece = readBefore ?? parsePiece(withOwnText(source), guessed);
    return { start: span.start, last: piece.last, piece };
  };
  const pieces = cutPieces(text, front, find, boundaries);
  const defined = new DefinedLabels();
  for (const { piece } of pieces) defined.add(piece.defines);
  return pieces.map(({ start, piece }) => ({
    start,
    piece: piece.asked.holdFor(defined) ? piece : parsePiece(piece.source, defined),
  }));
}

function withOwnText(source: PieceSource): PieceSource {
  const text = ownCopy(source.text);
  return { ...source, text, readable: source.readable === source.text ? text : ownCopy(source.readable) };
}

function parsePiece(source: PieceSource, labels: DefinedLabels): ParsedPiece {
  const { text, isFront } = source;
  const { ofText, ofPlaces } = isFront ? parsers.withFront : parsers.withoutFront;
  const unread: Unread[] = [];
  const asked = new AskedLabels();
  const readable = hasDenseStretch(text)
    ? maskBlocks(text, inlineSpans(ofPlaces.parse(text, asked.known(labels))), unread)
    : text;
  const root = ofText.parse(readable, asked.known(labels));
  return { source, root, last: lastNodeOf(root), unread, asked, defines: labelsDefinedIn(root) };
}

function asRead<Content>(
  piece: ReadPiece<Content> | ParsedPiece,
  read: ReadTree<Content>,
  replaced: readonly Content[],
): ReadPiece<Content> {
  if (!('root' in piece)) return piece;
  const { root, ...facts } = piece;
  return { ...facts, content: read(root, facts.source, replaced) };
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
