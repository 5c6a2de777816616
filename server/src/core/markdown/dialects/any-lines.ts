import { lineEnd } from './constructs.js';

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
const blankLine = /(?:\r\n|\r(?!\n)|\n)[ \t]*(?=[\r\n]|$)/g;

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

/** Where the next blank line begins behind an offset: any other HTML ends there. */
export function blankBehind(text: string, start: number): number {
  return endOf(blankLine, text, start);
}

function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : Number.POSITIVE_INFINITY;
}
