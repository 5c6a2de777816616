import type { Nodes, Root } from 'mdast';
import type { Span } from '../text/span.js';
import { boundariesOf } from './boundaries.js';
import { blankBehind, closedAt } from './dialects/any-lines.js';
import { type ConstructsOfPiece, lineStart } from './dialects/constructs.js';

/** The text of a piece, with all that its reading depends on but for the labels that other pieces define. */
export interface PieceSource {
  /** As the parser is to see it: without lines that it cannot afford. */
  readonly text: string;
  /** Of the same length, the constructs of dialects masked. */
  readonly readable: string;
  readonly constructs: ConstructsOfPiece;
  /** Whether it begins with front matter. */
  readonly isFront: boolean;
}

/** The last node of a piece, by which the next one is cut; offsets are of the piece. */
export interface LastNode {
  readonly type: Nodes['type'];
  readonly span: Span;
  readonly isOnly: boolean;
}

export function lastNodeOf({ children }: Root): LastNode | undefined {
  const last = children.at(-1);
  return last && { type: last.type, span: spanOfNode(last), isOnly: children.length === 1 };
}

/** Where a node stands; a node that the parser gave no place is empty at the start. */
export function spanOfNode(node: Nodes): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

/**
 * Cuts a text into pieces, in order. Where a piece begins depends on the text behind the start of the piece before it and
 * on nothing else: at the first boundary at which nothing goes on that may hold any line, or where such a thing begins.
 * So cutting anew from the start of any piece gives the same pieces.
 *
 * `front` is where the front matter ends; `parse` reads a span of the text.
 */
export function cutPieces<Piece extends { readonly last: LastNode | undefined }>(
  text: string,
  front: number,
  parse: (span: Span) => Piece,
  boundaries = boundariesOf(text, front),
): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = leadingMarks(text);
  let next = 0;
  let least = start + 1;
  while (start < text.length) {
    least = Math.max(least, start + 1, closedAt(text, start) ?? 0);
    while ((boundaries[next] ?? text.length) < least && next < boundaries.length) next++;
    const end = boundaries[next] ?? text.length;
    const piece = parse({ start, end });
    const { last } = piece;
    const line = lineStart(text, start + (last?.span.start ?? 0));
    const closed = heldUntil(text, line, last?.type);
    if (last === undefined || closed <= end || end >= text.length) {
      pieces.push(piece);
      start = end;
    } else if (last.isOnly) least = closed;
    else {
      // It begins the next piece.
      pieces.push(parse({ start, end: line }));
      start = line;
    }
  }
  return pieces;
}

/** Byte order marks, which the parser drops without counting them. */
function leadingMarks(text: string): number {
  let length = 0;
  while (text[length] === '\uFEFF') length++;
  return length;
}

/** Where a node ends that may hold any line and begins on this one; the line itself for any other. */
function heldUntil(text: string, line: number, type: Nodes['type'] | undefined): number {
  switch (type) {
    case 'code':
      return closedAt(text, line) ?? line;
    case 'html':
      return closedAt(text, line) ?? blankBehind(text, line);
    default:
      return line;
  }
}
