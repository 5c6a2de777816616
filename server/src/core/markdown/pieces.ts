import type { Nodes, Root } from 'mdast';
import type { Span } from '../text/span.js';
import { boundariesOf } from './boundaries.js';
import { blankBehind, closedAt } from './dialects/any-lines.js';
import { lineStart } from './dialects/constructs.js';

/**
 * Parses a text in pieces, in order. Where a piece begins depends on the text behind the start of the piece before it and
 * on nothing else: at the first boundary at which nothing goes on that may hold any line, or where such a thing begins.
 * So cutting anew from the start of any piece gives the same pieces.
 *
 * `front` is where the front matter ends; `parse` gives the tree of a span of the text, with offsets of the text.
 */
export function cutPieces<Piece extends { readonly span: Span; readonly root: Root }>(
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
    const { children } = piece.root;
    const last = children.at(-1);
    const line = lineStart(text, last?.position?.start.offset ?? 0);
    const closed = heldUntil(text, line, last);
    if (closed > end && end < text.length) {
      if (children.length === 1) {
        least = closed;
        continue;
      }
      // It begins the next piece.
      children.pop();
      pieces.push({ ...piece, span: { start, end: line } });
      start = line;
    } else {
      pieces.push(piece);
      start = end;
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
function heldUntil(text: string, line: number, node: Nodes | undefined): number {
  switch (node?.type) {
    case 'code':
      return closedAt(text, line) ?? line;
    case 'html':
      return closedAt(text, line) ?? blankBehind(text, line);
    default:
      return line;
  }
}
