import type { Span } from '../text/span.js';

/** A part of a report that was left unread, and why. */
export interface Unread {
  readonly span: Span;
  readonly reason: 'too-long' | 'too-dense' | 'too-deep';
}

/** micromark is quadratic in the delimiters of one paragraph: a thousand cost about ten milliseconds. */
const delimiterCap = 1_000;
/** It is quadratic in the lines of one paragraph as well. */
const lineCap = 2_000;
/** Containers in containers on one line (`> > >`, `- - -`) cost their square. */
const depthCap = 100;
/** Headings by underlines, without a blank line among them, cost their square. */
const underlineCap = 500;

const delimiter = /[*_~`[\]<&!:@\\]|\bwww\./gi;

/** How many characters of a text may be markup inside a paragraph. */
function delimitersIn(text: string): number {
  return text.match(delimiter)?.length ?? 0;
}

/** `>`, list marks and white space at a line's start, more than a hundred of them. */
const deepLine = new RegExp(`^(?:[ \\t]*(?:>|[-+*][ \\t]|\\d{1,9}[.)][ \\t])){${depthCap}}`);
const underline = /^[ \t>]*(?:=+|-+)[ \t]*$/;

/** Puts letters in the place of lines that no document needs and the parser cannot afford; lengths stay. */
export function maskLines(text: string, unread: Unread[]): string {
  let masked = '';
  let at = 0;
  let underlines = 0;
  for (const span of linesOf(text)) {
    const line = text.slice(span.start, span.end);
    if (/^[ \t]*$/.test(line)) underlines = 0;
    else if (underline.test(line)) underlines++;
    const reason = deepLine.test(line)
      ? 'too-deep'
      : underlines > underlineCap && underline.test(line)
        ? 'too-dense'
        : undefined;
    if (reason === undefined) continue;
    unread.push({ span, reason });
    masked += text.slice(at, span.start) + 'x'.repeat(line.length);
    at = span.end;
  }
  return masked + text.slice(at);
}

/** Whether any stretch of lines that are not blank holds more than one block may. */
export function hasDenseStretch(text: string): boolean {
  let delimiters = 0;
  let lines = 0;
  for (const { start, end } of linesOf(text)) {
    const line = text.slice(start, end);
    if (/^[ \t]*$/.test(line)) {
      delimiters = 0;
      lines = 0;
    } else {
      delimiters += delimitersIn(line);
      lines++;
    }
    if (delimiters > delimiterCap || lines > lineCap) return true;
  }
  return false;
}

/**
 * Puts letters in the place of the paragraphs, headings and cells (their spans, in order) that hold more markup or
 * more lines than one may; lengths, lines and what stands before a line stay.
 */
export function maskBlocks(text: string, blocks: readonly Span[], unread: Unread[]): string {
  let masked = '';
  let at = 0;
  for (const span of blocks) {
    const source = text.slice(span.start, span.end);
    if (delimitersIn(source) <= delimiterCap && (source.match(/\r\n?|\n/g)?.length ?? 0) < lineCap) continue;
    unread.push({ span, reason: 'too-dense' });
    // One word a line: the parser would stop at every other.
    masked += text.slice(at, span.start) + source.replace(/[^\s>][^\r\n]*/g, (word) => 'x'.repeat(word.length));
    at = span.end;
  }
  return masked + text.slice(at);
}

function* linesOf(text: string): Iterable<Span> {
  const ending = /\r\n?|\n/g;
  let start = 0;
  for (const match of text.matchAll(ending)) {
    yield { start, end: match.index };
    start = match.index + match[0].length;
  }
  yield { start, end: text.length };
}
