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

/** What stands in a stretch of a text, in order; offsets are from where that begins. */
export interface Found {
  /** None in another; those that fill a line alone are gone. */
  readonly constructs: readonly Construct[];
  readonly comments: readonly Comment[];
  readonly tags: readonly Tag[];
  /** What is somebody else's: `<blockquote>`. */
  readonly quoted: readonly Span[];
  /** The offsets of `[!note]`: the block quote that begins there is the writer's own. */
  readonly callouts: readonly number[];
  /** Where lists begin that are none: the body of `!!! note`, a definition. */
  readonly containers: readonly number[];
  readonly unread: readonly Unread[];
  /** Whether a program fills in values: other tags of templates stand in the text. */
  readonly isTemplate: boolean;
}

/** What a text holds of dialects, in order. */
export class Constructs {
  readonly comments: readonly Comment[];
  readonly unread: readonly Unread[];
  readonly isTemplate: boolean;
  readonly #constructs: readonly Construct[];
  readonly #tags: readonly Tag[];
  readonly #quoted: readonly Span[];
  readonly #callouts: readonly number[];
  readonly #containers: readonly number[];

  constructor(parts: readonly { readonly start: number; readonly part: { readonly found: Found } }[]) {
    const all = parts.flatMap(({ start, part: { found } }) => (found === nothing ? [] : [moved(found, start)]));
    this.#constructs = all.flatMap(({ constructs }) => constructs);
    this.comments = all.flatMap(({ comments }) => comments);
    this.#tags = all.flatMap(({ tags }) => tags);
    this.#quoted = joined(all.flatMap(({ quoted }) => quoted));
    this.#callouts = all.flatMap(({ callouts }) => callouts);
    this.#containers = all.flatMap(({ containers }) => containers);
    this.unread = all.flatMap(({ unread }) => unread);
    this.isTemplate = all.some(({ isTemplate }) => isTemplate);
  }

  within(piece: Span): ConstructsOfPiece {
    const { start, end } = piece;
    const spanOf = ({ span }: { readonly span: Span }) => span;
    const constructs = overlapping(this.#constructs, spanOf, piece);
    const quoted = overlapping(this.#quoted, (span) => span, piece);
    const tags = startingIn(this.#tags, ({ span }) => span.start, piece);
    const callouts = startingIn(this.#callouts, (at) => at, piece);
    const containers = startingIn(this.#containers, (at) => at, piece);
    if ([constructs, quoted, tags, callouts, containers].every(({ length }) => length === 0)) return noConstructs;
    const placed = (span: Span): Span => ({ start: span.start - start, end: span.end - start });
    const clipped = (span: Span) => placed({ start: Math.max(span.start, start), end: Math.min(span.end, end) });
    return {
      sorted: constructs.map((construct) => ({ ...construct, span: clipped(construct.span) })),
      tags: tags.map(({ value, span }) => ({ value, span: placed(span) })),
      quoted: quoted.map(clipped),
      callouts: callouts.map((at) => at - start),
      containers: containers.map((at) => at - start),
    };
  }
}

const nothing: Found = {
  constructs: [],
  comments: [],
  tags: [],
  quoted: [],
  callouts: [],
  containers: [],
  unread: [],
  isTemplate: false,
};

function moved(found: Found, by: number): Found {
  const spanOf = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  const place = <T extends { readonly span: Span }>(item: T): T => ({ ...item, span: spanOf(item.span) });
  return {
    constructs: found.constructs.map(place),
    comments: found.comments.map(({ span, content }) => ({ span: spanOf(span), content: spanOf(content) })),
    tags: found.tags.map(place),
    quoted: found.quoted.map(spanOf),
    callouts: found.callouts.map((at) => at + by),
    containers: found.containers.map((at) => at + by),
    unread: found.unread.map(place),
    isTemplate: found.isTemplate,
  };
}

/** Gathers what stands in lines that are read forward, with offsets of the whole text. */
export class Finding {
  readonly comments: Comment[] = [];
  readonly tags: Tag[] = [];
  readonly quoted: Span[] = [];
  readonly callouts: number[] = [];
  readonly containers: number[] = [];
  readonly unread: Unread[] = [];
  isTemplate = false;
  #constructs: Construct[] = [];
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

  /** What was found in the lines, and these as the parser is to see them: as long, with the same line endings. */
  finish(lines: string, from: number): { readonly found: Found; readonly readable: string } {
    const isPlain = this.#constructs.length + this.#blanks.length + this.#replaced.length === 0;
    if (isPlain && this.#isEmpty) return { found: nothing, readable: lines };
    const { constructs, ...found } = moved({ ...this, constructs: this.#constructs }, -from);
    this.#constructs = [...constructs].sort(bySpan);
    dropOverlapping(this.#constructs);
    const edits = [
      ...this.#blanks.map((span) => ({ span, by: undefined, fill: ' ' })),
      ...this.#replaced.map(({ span, by }) => ({ span, by, fill: '' })),
    ].map(({ span: { start, end }, ...edit }) => ({ span: { start: start - from, end: end - from }, ...edit }));
    const masks = this.#constructs.map(({ span }) => ({ span, by: undefined, fill: objectReplacement }));
    let readable = '';
    let at = 0;
    for (const { span, by, fill } of [...edits, ...masks].sort((a, b) => a.span.start - b.span.start)) {
      if (span.end <= at) continue;
      const start = Math.max(at, span.start);
      readable += lines.slice(at, start) + (by ?? filled(lines, start, span.end, fill));
      at = span.end;
    }
    readable = this.#withoutEmptyLines(readable + lines.slice(at));
    return {
      found: {
        ...found,
        constructs: this.#constructs,
        comments: found.comments.toSorted(bySpan),
        tags: found.tags.map(({ value, span }) => ({ value: ownCopy(value), span })).sort(bySpan),
      },
      readable,
    };
  }

  get #isEmpty(): boolean {
    const { comments, tags, quoted, callouts, containers, unread, isTemplate } = this;
    return !isTemplate && [comments, tags, quoted, callouts, containers, unread].every(({ length }) => length === 0);
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
    this.#constructs = this.#constructs.filter(({ span }) => !isWithin(empty, span));
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

/** Spans in order, those that touch as one. */
function joined(spans: readonly Span[]): readonly Span[] {
  const apart: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = apart.at(-1);
    if (last === undefined || last.end < span.start) apart.push(span);
    else if (last.end < span.end) apart[apart.length - 1] = { start: last.start, end: span.end };
  }
  return apart;
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
