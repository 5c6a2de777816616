import type { Span } from '../text/span.js';
import type { Unread } from './unread.js';

/** micromark is quadratic in the delimiters of one paragraph: a thousand cost about ten milliseconds. */
const delimiterCap = 1_000;
/** It is quadratic in the lines of one paragraph as well. */
const lineCap = 2_000;
/** Containers in containers on one line (`> > >`, `- - -`) cost their square. */
const depthCap = 100;
/** Headings by underlines, without a blank line among them, cost their square. */
const underlineCap = 500;

/** So do list items in list items, without a paragraph or heading at the margin among them. */
const nestedItemCap = 1_000;

const delimiter = /[*_~`[\]<&!:@\\]|\bwww\./gi;

/** How many characters of a text may be markup inside a paragraph. */
function delimitersIn(text: string): number {
  return text.match(delimiter)?.length ?? 0;
}

/** `>`, list marks and white space at a line's start, more than a hundred of them. */
const deepLine = new RegExp(`^(?:[ \\t]*(?:>|[-+*][ \\t]|\\d{1,9}[.)][ \\t])){${depthCap}}`);
const nestedItem = /^(?:[ \t]|[-+*>]|\d{1,9}[.)])[ \t>]*(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)|^(?:[-+*]|\d{1,9}[.)])[ \t]+>/;
const atMargin = /^[^\s\-+*\d>]/;
const underline = /^[ \t>]*(?:=+|-+)[ \t]*$/;

/** Blanks lines that no document needs and the parser cannot afford; lengths and line endings stay. */
export function maskLines(text: string, unread: Unread[]): string {
  const blanked: Unread[] = [];
  let underlines = 0;
  let nestedItems = 0;
  for (const span of linesOf(text)) {
    const line = text.slice(span.start, span.end);
    const isBlank = /^[ \t]*$/.test(line);
    if (isBlank) underlines = 0;
    else if (underline.test(line)) underlines++;
    if (atMargin.test(line)) nestedItems = 0;
    else if (nestedItem.test(line)) nestedItems++;
    if (!isBlank && (underlines > underlineCap || nestedItems > nestedItemCap)) extend(blanked, span, 'too-dense');
    else if (deepLine.test(line)) extend(blanked, span, 'too-deep');
  }
  unread.push(...blanked);
  return replaceSpans(text, blanked, (source) => source.replace(/[^\r\n]/g, ' '));
}

/** Adds a line, to the last part where it follows on that. */
function extend(parts: Unread[], span: Span, reason: 'too-dense' | 'too-deep'): void {
  const last = parts.at(-1);
  if (last !== undefined && last.reason === reason && span.start - last.span.end <= 2) {
    parts[parts.length - 1] = { span: { start: last.span.start, end: span.end }, reason };
  } else {
    parts.push({ span, reason });
  }
}

/** An item that ends whatever paragraph stands before it. */
const item = /^ {0,3}[-+*][ \t]+\S/;

/** Whether any stretch of lines that may be one block holds more than one may. */
export function hasDenseStretch(text: string): boolean {
  let delimiters = 0;
  let lines = 0;
  for (const { start, end } of linesOf(text)) {
    const line = text.slice(start, end);
    const isBlank = /^[ \t]*$/.test(line);
    if (isBlank || item.test(line)) {
      delimiters = 0;
      lines = 0;
    }
    if (isBlank) continue;
    delimiters += delimitersIn(line);
    lines++;
    if (delimiters > delimiterCap || lines > lineCap) return true;
  }
  return false;
}

/**
 * Leaves one word and blanks of the paragraphs, headings and cells (their spans, in order) that hold more markup or
 * more lines than one may; lengths, line endings and what stands before a line stay.
 */
export function maskBlocks(text: string, blocks: readonly Span[], unread: Unread[]): string {
  const masked = blocks.filter(({ start, end }) => {
    const source = text.slice(start, end);
    return delimitersIn(source) > delimiterCap || (source.match(/\r\n?|\n/g)?.length ?? 0) >= lineCap;
  });
  for (const span of masked) unread.push({ span, reason: 'too-dense' });
  return replaceSpans(text, masked, (source) => {
    const firstLine = /^[^\r\n]*/.exec(source)?.[0].length ?? 0;
    const rest = source.slice(firstLine).replace(/[^\s>][^\r\n]*/g, (words) => ' '.repeat(words.length));
    return 'x'.repeat(firstLine) + rest;
  });
}

function replaceSpans(text: string, parts: readonly (Span | Unread)[], replace: (source: string) => string): string {
  let result = '';
  let at = 0;
  for (const part of parts) {
    const { start, end } = 'span' in part ? part.span : part;
    result += text.slice(at, start) + replace(text.slice(start, end));
    at = end;
  }
  return result + text.slice(at);
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
