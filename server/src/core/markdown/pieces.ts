import type { Root } from 'mdast';
import type { Span } from '../text/span.js';
import { boundariesOf } from './boundaries.js';
import { lineEnd, lineStart } from './dialects/constructs.js';

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
    const closed = last?.type === 'code' || last?.type === 'html' ? heldUntil(text, line, last.type) : end;
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

/** Where the code or HTML ends that begins on a line, or the start of its next line where any line ends it. */
function heldUntil(text: string, line: number, type: 'code' | 'html'): number {
  return closedAt(text, line) ?? (type === 'html' ? endOf(beforeBlank, text, line) : line);
}

const fenceOpening = /^ {0,3}(`{3,}|~{3,})/;
const fenceClosing = / {0,3}(`{3,}|~{3,})[ \t]*(?=[\r\n]|$)/y;
/** What ends HTML that no blank line ends, by how it begins. */
const htmlEnds: readonly (readonly [beginning: RegExp, end: RegExp])[] = [
  [/^ {0,3}<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/gi],
  [/^ {0,3}<!--/, /-->/g],
  [/^ {0,3}<\?/, /\?>/g],
  [/^ {0,3}<!\[CDATA\[/, /(?<!\])\]\]>/g],
  [/^ {0,3}<![a-z]/i, />/g],
];
const beforeBlank = /(?:\r\n?|\n)[ \t]*(?=[\r\n]|$)/g;

/**
 * Where what begins on a line ends, if it may hold any line: code between fences, HTML such as a comment or `<pre>`;
 * infinite where it is never closed. Undefined for a line that begins nothing of the kind.
 */
export function closedAt(text: string, start: number): number | undefined {
  const end = lineEnd(text, start);
  const line = text.slice(start, end);
  const [before = '', fence] = fenceOpening.exec(line) ?? [];
  // ```a``` is a word of a paragraph.
  if (fence !== undefined && !(fence.startsWith('`') && line.includes('`', before.length))) {
    return endOfFence(text, end, fence);
  }
  const html = htmlEnds.find(([beginning]) => beginning.test(line));
  return html === undefined ? undefined : endOf(html[1], text, start);
}

/** A fence is closed by its own mark alone, at least as long. */
function endOfFence(text: string, from: number, opening: string): number {
  for (let end = from; end < text.length; end = lineEnd(text, end)) {
    end += text.startsWith('\r\n', end) ? 2 : 1;
    fenceClosing.lastIndex = end;
    if (fenceClosing.exec(text)?.[1]?.startsWith(opening) === true) return fenceClosing.lastIndex;
  }
  return Number.POSITIVE_INFINITY;
}

function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : Number.POSITIVE_INFINITY;
}
