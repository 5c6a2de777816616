import { overlapping, startingIn } from '../../text/ordered-spans.js';
import { ownCopy } from '../../text/own-copy.js';
import type { Span } from '../../text/span.js';
import type { Unread } from '../unread.js';

/** What a mark of a dialect does to the text around it, beside showing as nothing or as something that is no prose. */
export type Role =
  /** A source is named there: a citation, the mark of a note. */
  | 'reference'
  /** The block ends there, and another begins: `<td>`. */
  | 'cut'
  /** The rest of its line is a title: the block ends with the line. */
  | 'title'
  /** The words up to the next `end` stand elsewhere on the page, or are somebody else's. */
  | 'note-start'
  | 'quote-start'
  | 'end'
  /** A value that a program fills in: `{{ total }}`. */
  | 'expression';

/** A stretch of a report that a dialect of Markdown gives a meaning, so that it does not show as it is written. */
export interface Construct {
  readonly span: Span;
  /** `object`: something that is no prose (an equation, an address, a value). */
  readonly shows: 'nothing' | 'object';
  readonly role?: Role;
}

/** A comment of any dialect: `<!-- … -->`, `{/* … *\/}`, `%% … %%`, `{% comment %} … {% endcomment %}`, `{# … #}`. */
export interface Comment {
  readonly span: Span;
  /** What stands between its marks. */
  readonly content: Span;
}

/** An HTML or JSX tag, as written. */
export interface Tag {
  readonly value: string;
  readonly span: Span;
}

/** What stands in a piece of a text, with offsets from where that begins. */
export interface ConstructsOfPiece {
  /** In order, none in another; those that fill a line alone are gone. */
  readonly sorted: readonly Construct[];
  readonly tags: readonly Tag[];
  /** What is somebody else's, in order: `<blockquote>`. */
  readonly quoted: readonly Span[];
  /** The offsets of `[!note]`, in order: the block quote that begins there is the writer's own. */
  readonly callouts: readonly number[];
  /** In order, where lists begin that are none: the body of `!!! note`, a definition. */
  readonly containers: readonly number[];
}

const noConstructs: ConstructsOfPiece = { sorted: [], tags: [], quoted: [], callouts: [], containers: [] };

/**
 * What a text holds of dialects. Gathered while the text is read forward, and in order once it is finished.
 */
export class Constructs {
  readonly comments: Comment[] = [];
  readonly tags: Tag[] = [];
  readonly quoted: Span[] = [];
  readonly callouts: number[] = [];
  readonly containers: number[] = [];
  readonly unread: Unread[] = [];
  /** Whether a program fills in values: other tags of templates stand in the text. */
  isTemplate = false;
  readonly #constructs: Construct[] = [];
  readonly #blanks: Span[] = [];
  readonly #replaced: { readonly span: Span; readonly by: string }[] = [];

  add(start: number, end: number, shows: Construct['shows'], role?: Role): void {
    if (end > start) this.#constructs.push({ span: { start, end }, shows, ...(role !== undefined && { role }) });
  }

  /** Lines, or what is left of them, that show as nothing. */
  blank(start: number, end: number): void {
    if (end > start) this.#blanks.push({ start, end });
  }

  /** Marks of a dialect that stand for marks of Markdown of the same length. */
  replace(start: number, by: string): void {
    this.#replaced.push({ span: { start, end: start + by.length }, by });
  }

  within(piece: Span): ConstructsOfPiece {
    const { start, end } = piece;
    const spanOf = ({ span }: { readonly span: Span }) => span;
    const constructs = overlapping(this.#constructs, spanOf, piece);
    const quoted = overlapping(this.quoted, (span) => span, piece);
    const tags = startingIn(this.tags, ({ span }) => span.start, piece);
    const callouts = startingIn(this.callouts, (at) => at, piece);
    const containers = startingIn(this.containers, (at) => at, piece);
    if ([constructs, quoted, tags, callouts, containers].every(({ length }) => length === 0)) return noConstructs;
    const placed = (span: Span): Span => ({ start: span.start - start, end: span.end - start });
    const clipped = (span: Span) => placed({ start: Math.max(span.start, start), end: Math.min(span.end, end) });
    return {
      sorted: constructs.map((construct) => ({ ...construct, span: clipped(construct.span) })),
      tags: tags.map(({ value, span }) => ({ value: ownCopy(value), span: placed(span) })),
      quoted: quoted.map(clipped),
      callouts: callouts.map((at) => at - start),
      containers: containers.map((at) => at - start),
    };
  }

  /** The text as the parser is to see it: of the same length, with the same line endings. */
  finish(text: string): string {
    this.#constructs.sort(bySpan);
    dropOverlapping(this.#constructs);
    this.comments.sort(bySpan);
    this.tags.sort(bySpan);
    join(this.quoted);
    const edits = [
      ...this.#blanks.map((span) => ({ span, by: undefined, fill: ' ' })),
      ...this.#replaced.map(({ span, by }) => ({ span, by, fill: '' })),
      ...this.#constructs.map(({ span }) => ({ span, by: undefined, fill: objectReplacement })),
    ].sort((a, b) => a.span.start - b.span.start);
    let readable = '';
    let at = 0;
    for (const { span, by, fill } of edits) {
      if (span.end <= at) continue;
      const start = Math.max(at, span.start);
      readable += text.slice(at, start) + (by ?? filled(text, start, span.end, fill));
      at = span.end;
    }
    readable += text.slice(at);
    return this.#withoutEmptyLines(readable);
  }

  /** A line on which nothing shows is blank: a paragraph ends there. */
  #withoutEmptyLines(readable: string): string {
    const empty: Span[] = [];
    /** Where the last line ends that was looked at. */
    let last = -1;
    for (const { span } of this.#constructs) {
      if (span.end <= last) continue;
      let start = span.start <= last ? nextLine(readable, last) : lineStart(readable, span.start);
      while (start < span.end) {
        last = lineEnd(readable, start);
        if (this.#showsNothing(readable, start, last)) empty.push({ start, end: last });
        start = nextLine(readable, last);
      }
    }
    if (empty.length === 0) return readable;
    let result = '';
    let at = 0;
    for (const { start, end } of empty) {
      result += readable.slice(at, start) + readable.slice(start, end).replaceAll(objectReplacement, ' ');
      at = end;
    }
    const kept = this.#constructs.filter(({ span }) => !isWithin(empty, span));
    this.#constructs.length = 0;
    this.#constructs.push(...kept);
    return result + readable.slice(at);
  }

  #showsNothing(readable: string, start: number, end: number): boolean {
    if (!emptyLine.test(readable.slice(start, end))) return false;
    let index = firstEndingAfter(this.#constructs, start);
    for (let c = this.#constructs[index]; c !== undefined && c.span.start < end; c = this.#constructs[++index]) {
      if (c.shows === 'object' || c.role === 'reference') return false;
    }
    return true;
  }
}

/** Stands for constructs in what the parser sees, and in a block's text for what is no prose. */
export const objectReplacement = '\uFFFC';

const emptyLine = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(?:\uFFFC[ \t\uFFFC]*)?$/;

function filled(text: string, start: number, end: number, fill: string): string {
  const source = text.slice(start, end);
  if (fill === ' ' && text.slice(lineStart(text, start), start).includes('>'))
    return source.replace(/(^|[\r\n])([ \t>]*)([^\r\n]*)/g, keepPrefix);
  return source.replace(/[^\r\n]/g, fill);
}

/** The marks of block quotes before a blank line stay: the quotation goes on. */
function keepPrefix(_: string, ending: string, prefix: string, rest: string): string {
  return ending + (ending === '' ? ' '.repeat(prefix.length) : prefix) + ' '.repeat(rest.length);
}

function bySpan(a: { readonly span: Span }, b: { readonly span: Span }): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}

/** Puts spans in order, and makes one of those that touch. */
function join(spans: Span[]): void {
  spans.sort((a, b) => a.start - b.start);
  let kept = 0;
  for (const span of spans) {
    const last = spans[kept - 1];
    if (kept === 0 || last === undefined || last.end < span.start) spans[kept++] = span;
    else if (last.end < span.end) spans[kept - 1] = { start: last.start, end: span.end };
  }
  spans.length = kept;
}

/** Of constructs in one another the outer stays. */
function dropOverlapping(sorted: Construct[]): void {
  let kept = 0;
  let end = 0;
  for (const construct of sorted) {
    if (construct.span.start < end) continue;
    end = construct.span.end;
    sorted[kept++] = construct;
  }
  sorted.length = kept;
}

function firstEndingAfter(constructs: readonly Construct[], offset: number): number {
  let low = 0;
  let high = constructs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((constructs[middle] as Construct).span.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isWithin(spans: readonly Span[], { start }: Span): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).end <= start) low = middle + 1;
    else high = middle;
  }
  const span = spans[low];
  return span !== undefined && span.start <= start;
}

export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return start;
}

/** Where the line at an offset ends, before its line ending. */
export function lineEnd(text: string, offset: number): number {
  lineBreak.lastIndex = offset;
  const found = lineBreak.exec(text);
  return found === null ? text.length : found.index;
}

/** Where the line begins whose predecessor ends at an offset; past the text where there is none. */
export function nextLine(text: string, end: number): number {
  if (end >= text.length) return text.length + 1;
  return end + (text.startsWith('\r\n', end) ? 2 : 1);
}

const lineBreak = /[\r\n]/g;
