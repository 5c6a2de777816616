import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Nodes, PhrasingContent } from 'mdast';
import { indexHolding, itemHolding } from '../text/ordered-spans.js';
import type { Span } from '../text/span.js';
import type { BlockContent, Html, Stretch } from './blocks.js';
import { type Construct, objectReplacement } from './dialects/constructs.js';
import { type PieceSource, spanOfNode } from './pieces.js';
import { outermost, quotationsIn } from './quotations.js';

/** What a block stands in. */
export interface Container {
  readonly quoted: boolean;
  readonly footnote: string | undefined;
}

/** A block as it is read, and where it begins in its piece. */
export interface BlockOfPiece {
  readonly content: BlockContent;
  readonly start: number;
}

/**
 * The block of a paragraph, heading or cell; more of them where constructs part it (`<td>`, the title of a callout), and
 * those of the notes that are written inside it.
 */
export function readBlocks(
  piece: PieceSource,
  node: Extract<Nodes, { type: 'paragraph' | 'heading' | 'tableCell' }>,
  container: Container,
  html: Html[],
): readonly BlockOfPiece[] {
  const { readable: source, constructs } = piece;
  const span = spanOfNode(node);
  const builder = new BlockBuilder(piece, span.start);

  const walk = (inline: PhrasingContent): void => {
    const span = spanOfNode(inline);
    switch (inline.type) {
      case 'text':
        builder.addText(inline.value, span);
        return;
      case 'break':
        builder.addReplacement('\n', span);
        return;
      case 'html':
        html.push({ value: inline.value, span });
        if (/^<br\b/i.test(inline.value)) builder.addReplacement('\n', span);
        return;
      case 'footnoteReference':
        builder.refer();
        return;
      case 'link': {
        if (isNoteMark(inline)) {
          builder.refer();
          return;
        }
        const { unfinished } = builder;
        const start = unfinished.text.length;
        const only = inline.children.length === 1 ? inline.children[0] : undefined;
        // An address that shows as itself: <https://…>, www.….
        if (only?.type === 'text' && !source.startsWith('[', span.start))
          builder.addReplacement(objectReplacement, span);
        else for (const child of inline.children) walk(child);
        builder.refer();
        unfinished.titles.push({ start, end: unfinished.text.length });
        return;
      }
      case 'emphasis':
      case 'strong':
      case 'linkReference': {
        if (isNoteMark(inline)) {
          builder.refer();
          return;
        }
        const { unfinished } = builder;
        const start = unfinished.text.length;
        for (const child of inline.children) walk(child);
        if (inline.type === 'linkReference') {
          builder.refer();
          if (inline.referenceType !== 'full') builder.unfinished.labels.push(span);
        }
        if (inline.type !== 'strong') unfinished.titles.push({ start, end: unfinished.text.length });
        return;
      }
      default:
        // Code, pictures, deleted text.
        builder.addReplacement(objectReplacement, span);
    }
  };
  for (const child of node.children) walk(child);

  const contentOf = (unfinished: UnfinishedBlock, index: number): BlockContent => {
    const first = index === 0 && !unfinished.isNote;
    return {
      kind: node.type === 'tableCell' ? 'cell' : first ? node.type : 'paragraph',
      text: unfinished.text,
      sourceLength: unfinished.end - unfinished.start,
      depth: first && node.type === 'heading' ? node.depth : 0,
      quoted: container.quoted || indexHolding(constructs.quoted, unfinished.start) >= 0,
      footnote: unfinished.isNote ? '' : container.footnote,
      quotations:
        unfinished.quotations.length === 0
          ? quotationsIn(unfinished.text)
          : outermost([...quotationsIn(unfinished.text), ...unfinished.quotations]),
      titles: unfinished.titles,
      references: unfinished.references,
      labels: unfinished.labels.map((label) => ({
        start: label.start - unfinished.start,
        end: label.end - unfinished.start,
      })),
      stretches: unfinished.stretches,
    };
  };
  return builder
    .finish(span.end)
    .map((unfinished, index) => ({ content: contentOf(unfinished, index), start: unfinished.start }));
}

/** `[1]` of `[1]: https://…`, `[1](#note-1)`, `[[1]](#source-1)`: the mark of a note, that shows as no text. */
function isNoteMark(inline: PhrasingContent): boolean {
  if (inline.type !== 'linkReference' && (inline.type !== 'link' || !inline.url.startsWith('#'))) return false;
  const [only, ...others] = inline.children;
  return others.length === 0 && only?.type === 'text' && /^\[?\d{1,3}\]?$/.test(only.value);
}

/** A block while it is read. */
interface UnfinishedBlock {
  text: string;
  readonly stretches: Stretch[];
  readonly start: number;
  end: number;
  readonly isNote: boolean;
  /** Its first line is a title, and it ends there. */
  isTitle: boolean;
  readonly titles: Span[];
  readonly references: number[];
  readonly labels: Span[];
  readonly quotations: Span[];
}

/** Builds the text of blocks and remembers where each stretch of it stands in the source. */
class BlockBuilder {
  unfinished: UnfinishedBlock;
  readonly #source: string;
  readonly #constructs: readonly Construct[];
  readonly #done: UnfinishedBlock[] = [];
  readonly #notes: UnfinishedBlock[] = [];
  /** What the next `end` ends: a note with the block around it, or a quotation from an offset of the text on. */
  readonly #open: (UnfinishedBlock | number)[] = [];
  /** The construct that was entered last. */
  #entered: Construct | undefined;

  constructor({ readable, constructs }: PieceSource, start: number) {
    this.#source = readable;
    this.#constructs = constructs.sorted;
    this.unfinished = newBlock(start, false);
  }

  /** The blocks that hold any text, or the one that does not; those of notes last. */
  finish(end: number): readonly UnfinishedBlock[] {
    while (this.#open.length > 0) this.#endInner(end);
    this.#finishBlock(end);
    const parted = this.#done.filter(({ text }, index) => index === 0 || text.trim() !== '');
    const [first, second] = parted;
    if (second !== undefined && first?.text.trim() === '') parted.shift();
    return [...parted, ...this.#notes];
  }

  refer(): void {
    this.unfinished.references.push(this.unfinished.text.length);
  }

  addReplacement(text: string, span: Span): void {
    this.#add(text, span.start, span.end - span.start);
  }

  /**
   * Text as the parser gives it, aligned with its source: escapes and references show as one character, and what
   * begins a line of a container as none.
   */
  addText(value: string, span: Span): void {
    let { at, i } = this.#textBegins(value, span);
    while (i < value.length && at < span.end) {
      const masked = value[i] === objectReplacement ? this.#constructAt(at) : undefined;
      if (masked !== undefined) {
        let length = 1;
        const end = Math.min(masked.span.end, span.end);
        while (at + length < end && value[i + length] === objectReplacement) length++;
        this.#enter(masked, { start: at, end: at + length });
        at += length;
        i += length;
        continue;
      }
      const shown = this.#shownAt(value, i, at, span.end);
      if (shown === undefined) break;
      if (shown.text === '\n' && this.unfinished.isTitle) this.#part(at, at + shown.sourceLength);
      else this.#add(shown.text, at, shown.sourceLength);
      at += shown.sourceLength;
      i += shown.length;
    }
    // What cannot be aligned is not judged.
    if (i < value.length) this.addReplacement(objectReplacement, { start: at, end: Math.max(at, span.end) });
  }

  /**
   * Where a text begins. Behind the box of a task that has a line to itself the parser takes one character for the
   * line ending, and the next line's indentation and marks for the text's source: `- [ ]`, then `  Text`.
   */
  #textBegins(value: string, span: Span): { at: number; i: number } {
    const source = this.#source;
    let at = span.start;
    let i = 0;
    if (this.unfinished.text !== '' || !/[\r\n]/.test(source[at - 1] ?? '')) return { at, i };
    if (value[0] === '\n' && source[at] === '\n') [at, i] = [at + 1, 1];
    while (at < span.end && source[at] !== value[i] && ' \t>'.includes(source[at] as string)) at++;
    return { at, i };
  }

  #constructAt(offset: number): Construct | undefined {
    return itemHolding(this.#constructs, offset);
  }

  /** A masked stretch: what its construct does happens where it begins. */
  #enter(construct: Construct, span: Span): void {
    if (this.#entered === construct) return;
    this.#entered = construct;
    if (construct.shows === 'object') this.addReplacement(objectReplacement, span);
    switch (construct.role) {
      case 'reference':
        this.refer();
        return;
      case 'cut':
        this.#part(span.start, span.end);
        return;
      case 'title':
        this.unfinished.isTitle = true;
        return;
      case 'quote-start':
        this.#open.push(this.unfinished.text.length);
        return;
      case 'note-start':
        this.#open.push(this.unfinished);
        this.unfinished = newBlock(span.end, true);
        return;
      case 'end':
        this.#endInner(span.start);
        return;
    }
  }

  #endInner(end: number): void {
    const opened = this.#open.pop();
    if (typeof opened === 'number') {
      this.unfinished.quotations.push({ start: opened, end: this.unfinished.text.length });
    } else if (opened !== undefined) {
      this.unfinished.end = end;
      this.#notes.push(this.unfinished);
      this.unfinished = opened;
      this.refer();
    }
  }

  /** The block ends, and the next one begins. */
  #part(end: number, start: number): void {
    if (this.#open.length > 0) return;
    this.#finishBlock(end);
    this.unfinished = newBlock(start, false);
  }

  #finishBlock(end: number): void {
    this.unfinished.end = end;
    this.#done.push(this.unfinished);
  }

  /** What shows of a value from a place of the source on, its length in the value and in the source. */
  #shownAt(
    value: string,
    i: number,
    at: number,
    end: number,
  ): { text: string; length: number; sourceLength: number } | undefined {
    const source = this.#source;
    const lineEnding = value.startsWith('\r\n', i) ? 2 : value[i] === '\n' || value[i] === '\r' ? 1 : 0;
    if (lineEnding > 0) {
      return { text: '\n', length: lineEnding, sourceLength: this.#lineBreak(value, i + lineEnding, at, end) };
    }
    if (source[at] === '\\' && asciiPunctuation.test(source[at + 1] ?? '')) {
      const text = source[at + 1] as string;
      return text === value[i] ? { text, length: 1, sourceLength: 2 } : undefined;
    }
    const reference = source[at] === '&' ? referenceAt(source, at) : undefined;
    if (reference !== undefined) {
      const text = value.startsWith(reference.text, i) ? reference.text : '\uFFFD';
      if (!value.startsWith(text, i)) return undefined;
      return { text: noWidth.test(text) ? '' : text, length: text.length, sourceLength: reference.length };
    }
    if (noWidth.test(value[i] as string) && source[at] === value[i]) return { text: '', length: 1, sourceLength: 1 };
    // The parser replaces NUL.
    if (source[at] === '\0') return value[i] === '\uFFFD' ? { text: '\uFFFD', length: 1, sourceLength: 1 } : undefined;
    let length = 0;
    while (
      i + length < value.length &&
      at + length < end &&
      source[at + length] === value[i + length] &&
      (length === 0 || !endsRun.test(value[i + length] as string))
    ) {
      length++;
    }
    return length === 0 ? undefined : { text: value.slice(i, i + length), length, sourceLength: length };
  }

  /** The length of a line ending with the white space around it and the marks of block quotes after it. */
  #lineBreak(value: string, next: number, at: number, end: number): number {
    const source = this.#source;
    const isOneOf = (offset: number, characters: string) =>
      offset < end && characters.includes(source[offset] as string);
    let to = at;
    while (isOneOf(to, ' \t')) to++;
    to += source.startsWith('\r\n', to) ? 2 : 1;
    while (isOneOf(to, ' \t>')) to++;
    // A line that is indented far enough begins with `>` itself.
    let own = next;
    while (own < value.length && ' \t>'.includes(value[own] as string)) own++;
    const marks = value.slice(next, own);
    return (isOneOf(to, '&\\') || !source.slice(at, to).endsWith(marks) ? to : to - marks.length) - at;
  }

  #add(text: string, source: number, sourceLength: number): void {
    let run = separator.test(text[0] ?? '') ? this.#openRun() : 0;
    if (run + text.length <= longestRun || (run === 0 && !tooLongRun.test(text))) {
      this.#append(text, source, sourceLength);
      return;
    }
    let kept = 0;
    for (let i = 0; i <= text.length; i++) {
      run = separator.test(text[i] ?? '') ? run + 1 : 0;
      if (i < text.length && run <= longestRun) continue;
      // What shows otherwise than it is written is one character.
      this.#append(text.slice(kept, i), source + kept, text.length === sourceLength ? i - kept : sourceLength);
      kept = i + 1;
    }
  }

  /** How many separators the text ends with, as far as it matters. */
  #openRun(): number {
    const { text } = this.unfinished;
    let run = 0;
    while (run < longestRun && separator.test(text[text.length - 1 - run] ?? '')) run++;
    return run;
  }

  #append(text: string, at: number, sourceLength: number): void {
    if (text === '') return;
    const { stretches } = this.unfinished;
    const source = at - this.unfinished.start;
    const last = stretches.at(-1);
    const identical = text.length === sourceLength;
    if (
      last !== undefined &&
      identical &&
      last.length === last.sourceLength &&
      last.source + last.sourceLength === source
    ) {
      stretches[stretches.length - 1] = {
        ...last,
        length: last.length + text.length,
        sourceLength: last.sourceLength + sourceLength,
      };
    } else {
      stretches.push({ text: this.unfinished.text.length, length: text.length, source, sourceLength });
    }
    this.unfinished.text += text;
  }
}

function newBlock(start: number, isNote: boolean): UnfinishedBlock {
  return {
    text: '',
    stretches: [],
    start,
    end: start,
    isNote,
    isTitle: false,
    titles: [],
    references: [],
    labels: [],
    quotations: [],
  };
}

/** More of them in a row than a writer means: every expression that repeats them would be as slow as they are many. */
const longestRun = 20;
const separator = /^[\s,，、;；]/;
const tooLongRun = /[\s,，、;；]{21}/;

/** Soft hyphens, joiners, selectors of variants: a reader sees none of them. */
const noWidth = /^(?:[\u00AD\u200B\u200C\u2060\uFEFF]|\u200D|[\uFE00-\uFE0F])$/;
/** What may show otherwise than it is written. */
const endsRun = /[\\&\r\n\u00AD\u200B\u200C\u2060\uFEFF\uFFFC]|\u200D|[\uFE00-\uFE0F]/;

const asciiPunctuation = /[!-/:-@[-`{-~]/;
const referencePattern = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([\da-z]{1,31}));/iy;

/** The character reference at a place, if one stands there, and what it shows. */
function referenceAt(source: string, at: number): { text: string; length: number } | undefined {
  referencePattern.lastIndex = at;
  const match = referencePattern.exec(source);
  if (match === null) return undefined;
  const [{ length }, hexadecimal, decimal, name] = match;
  if (name !== undefined) {
    const text = decodeNamedCharacterReference(name);
    return text === false ? undefined : { text, length };
  }
  const point = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  return { text: point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD', length };
}
