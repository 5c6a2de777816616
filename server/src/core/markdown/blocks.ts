import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Blockquote, Nodes, Parents, PhrasingContent } from 'mdast';
import { once, onceWith } from '../text/once.js';
import { indexHolding, itemHolding, lastStartingBy, lowerBound, startingIn } from '../text/ordered-spans.js';
import type { Span } from '../text/span.js';
import { type Comment, type Construct, type Constructs, objectReplacement } from './dialects/constructs.js';
import { isCalloutTitle } from './note-titles.js';
import { type MarkdownReading, spanOfNode } from './parse-markdown.js';
import { outermost, quotationsIn } from './quotations.js';

export { objectReplacement } from './dialects/constructs.js';

/**
 * A run of text that a reader sees as one: a paragraph, a heading or a table cell, wherever it stands. It is immutable and
 * knows no place, so that it can outlive an edit elsewhere; what is read of it alone is remembered by it (`onceABlock`).
 * `text` is what is seen: markup and what has no width are gone, references are decoded, and content that is not prose
 * (code, math, pictures, addresses) is one U+FFFC. Of white space, commas and semicolons in a row 20 are kept. Spans of
 * `text`, of the block's source and of the report are different: `toSource` leads from the first to the last.
 */
export interface BlockContent {
  readonly kind: 'paragraph' | 'heading' | 'cell';
  readonly text: string;
  /** Of its source, in UTF-16 units. */
  readonly sourceLength: number;
  /** 1 to 6 of a heading, else 0. */
  readonly depth: number;
  /** In a block quote that is no callout: the words are somebody else's. */
  readonly quoted: boolean;
  /** The footnote definition that it stands in, by its identifier. */
  readonly footnote: string | undefined;
  /** Quotations in `text`, with their marks, as spans of `text`. */
  readonly quotations: readonly Span[];
  /** What is a link or emphasis in `text`, as titles are in references to literature. */
  readonly titles: readonly Span[];
  /** Where links, citations and the marks of notes end, as offsets into `text`. */
  readonly references: readonly number[];
  /** Reference links whose text is their label too, `[text]` and `[text][]`: spans of the block's source. */
  readonly labels: readonly Span[];
  readonly pieces: readonly Piece[];
}

/** A block where it stands in a report. */
export interface Block extends BlockContent {
  readonly content: BlockContent;
  /** Place in the report. */
  readonly span: Span;
}

/** A stretch of a block's text and the stretch of the block's source that shows as it. */
interface Piece {
  readonly text: number;
  readonly length: number;
  readonly source: number;
  readonly sourceLength: number;
}

class PlacedBlock implements Block {
  readonly content: BlockContent;
  readonly span: Span;

  constructor(content: BlockContent, start: number) {
    this.content = content;
    this.span = { start, end: start + content.sourceLength };
  }

  get kind() {
    return this.content.kind;
  }
  get text() {
    return this.content.text;
  }
  get sourceLength() {
    return this.content.sourceLength;
  }
  get depth() {
    return this.content.depth;
  }
  get quoted() {
    return this.content.quoted;
  }
  get footnote() {
    return this.content.footnote;
  }
  get quotations() {
    return this.content.quotations;
  }
  get titles() {
    return this.content.titles;
  }
  get references() {
    return this.content.references;
  }
  get labels() {
    return this.content.labels;
  }
  get pieces() {
    return this.content.pieces;
  }
}

/** A function whose answer for what a block shows is worked out once, wherever it stands and is moved to. */
export function onceABlock<Answer>(read: (block: BlockContent) => Answer): (block: BlockContent) => Answer {
  const known = once(read);
  return (block) => known(contentOf(block));
}

/** The same where the answer depends on something else too: see `onceWith`. */
export function onceABlockWith<With extends object, Answer>(
  read: (block: BlockContent, given: With) => Answer,
): (block: BlockContent, given: With) => Answer {
  const known = onceWith(read);
  return (block, given) => known(contentOf(block), given);
}

const contentOf = (block: BlockContent): BlockContent => (block as Partial<Block>).content ?? block;

export interface List {
  readonly span: Span;
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
}

export interface ListItem {
  readonly span: Span;
  /** Blocks of the item itself and of lists inside it: indexes from `first` up to `end`. */
  readonly first: number;
  readonly end: number;
}

/** A table: `rows[0]` is its header; cells are indexes into the blocks. */
export interface Table {
  readonly span: Span;
  readonly rows: readonly (readonly number[])[];
  /** The paragraph or heading right before the table, as an index into the blocks: a caption, if anything is. */
  readonly caption: number | undefined;
  /** The paragraph right after it, where a source stands. */
  readonly legend: number | undefined;
}

/** The row that a cell of a table, or a note in one, stands in, by their indexes into the blocks. */
export function rowWith({ rows }: Table, cell: number): readonly number[] | undefined {
  return rows[lastStartingBy(rows, ([first = 0]) => first, cell)];
}

/** A tag or another node of HTML, or a component's tag: `value` as it stands in the source. Comments are apart. */
export interface Html {
  readonly value: string;
  readonly span: Span;
}

export interface Prose {
  readonly blocks: readonly Block[];
  readonly lists: readonly List[];
  /** The list below a paragraph or heading that stands right before it in the same container, by that block's index. */
  readonly introduced: ReadonlyMap<number, List>;
  readonly tables: readonly Table[];
  readonly html: readonly Html[];
  /** The comments of any dialect, in order. */
  readonly comments: readonly Comment[];
  /** Whether a program fills in values of this text: tags of a template stand in it. */
  readonly isTemplate: boolean;
  /** What stands between the front matter's fences, with its place; `node` has the fences too. */
  readonly frontMatter:
    | { readonly format: 'yaml' | 'toml'; readonly value: string; readonly span: Span; readonly node: Span }
    | undefined;
}

/** The span of the report that shows as the given span of a block's text. */
export function toSource({ pieces, span: { start: from } }: Block, span: Span): Span {
  if (pieces.length === 0) return { start: from, end: from };
  const start = from + sourceOffset(pieces, span.start, false);
  if (span.end <= span.start) return { start, end: start };
  return { start, end: from + sourceOffset(pieces, span.end, true) };
}

function sourceOffset(pieces: readonly Piece[], offset: number, asEnd: boolean): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const from = (pieces[middle] as Piece).text;
    if (asEnd ? from < offset : from <= offset) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low] as Piece;
  const into = Math.min(offset - piece.text, piece.length);
  if (piece.length === piece.sourceLength) return piece.source + into;
  // A part of what one reference shows is the whole of it.
  return (asEnd ? into > 0 : into === piece.length) ? piece.source + piece.sourceLength : piece.source;
}

interface Context {
  readonly quoted: boolean;
  readonly footnote: string | undefined;
}

/** The table that holds a place of the source. */
export function tableAt(prose: Prose, { start }: Span): Table | undefined {
  return itemHolding(prose.tables, start);
}

/** Whether a link or footnote reference of a block ends in a span, its end included. */
export function refersIn({ references }: BlockContent, { start, end }: Span): boolean {
  return startingIn(references, (at) => at, { start: start + 1, end: end + 1 }).length > 0;
}

/** Reads what may be checked of a parsed report, in document order. */
export function readProse({ root, readable, constructs }: MarkdownReading): Prose {
  const source = readable;
  const blocks: Block[] = [];
  const lists: List[] = [];
  const introduced = new Map<number, List>();
  const tables: Table[] = [];
  const html: Html[] = [...constructs.tags];
  let frontMatter: Prose['frontMatter'];

  const walk = (node: Nodes, context: Context, previous: Nodes | undefined): void => {
    switch (node.type) {
      case 'yaml':
      // @ts-expect-error mdast has no node for TOML.
      case 'toml': {
        const span = spanOfNode(node);
        const fence = /^[^\r\n]*(?:\r\n?|\n)/.exec(source.slice(span.start, span.end));
        const start = span.start + (fence?.[0].length ?? 0);
        const { type: format, value } = node as { type: 'yaml' | 'toml'; value: string };
        frontMatter = { format, value, span: { start, end: start + value.length }, node: span };
        return;
      }
      case 'html':
        html.push({ value: node.value, span: spanOfNode(node) });
        return;
      case 'paragraph':
      case 'heading':
      case 'tableCell':
        blocks.push(...readBlocks(source, node, context, html, constructs));
        return;
      case 'list': {
        const items: ListItem[] = [];
        const list = { span: spanOfNode(node), ordered: node.ordered === true, items };
        const introducedBy = previous?.type === 'paragraph' || previous?.type === 'heading' ? blocks.length - 1 : -1;
        for (const item of node.children) {
          const span = spanOfNode(item);
          const first = blocks.length;
          children(item, context);
          if (!constructs.containers.has(span.start)) items.push({ span, first, end: blocks.length });
        }
        if (items.length === 0) return;
        lists.push(list);
        if (introducedBy >= 0) introduced.set(introducedBy, list);
        return;
      }
      case 'table': {
        const caption = previous?.type === 'paragraph' || previous?.type === 'heading' ? blocks.length - 1 : undefined;
        const rows = node.children.map((row) =>
          row.children.map((cell) => {
            const first = blocks.length;
            walk(cell, context, undefined);
            return first;
          }),
        );
        tables.push({ span: spanOfNode(node), rows, caption, legend: blocks.length });
        return;
      }
      case 'blockquote':
        children(node, { ...context, quoted: context.quoted || !isCallout(node, constructs, source) });
        return;
      case 'footnoteDefinition':
        children(node, { ...context, footnote: node.identifier });
        return;
      default:
        if ('children' in node) children(node, context);
    }
  };
  const children = (node: Parents, context: Context): void => {
    let previous: Nodes | undefined;
    for (const child of node.children) {
      walk(child, context, previous);
      previous = child;
    }
  };

  children(root, { quoted: false, footnote: undefined });
  // What was taken for a legend is one only if a paragraph came.
  const withLegends = tables.map((table) =>
    blocks[table.legend as number]?.kind === 'paragraph' ? table : { ...table, legend: undefined },
  );
  const { isTemplate } = constructs;
  const comments = constructs.comments.toSorted((a, b) => a.span.start - b.span.start);
  html.sort((a, b) => a.span.start - b.span.start);
  return { blocks, lists, introduced, tables: withLegends, html, comments, isTemplate, frontMatter };
}

/** A block quote that begins with `[!note]`, or with a word for a note set strong, is the writer's own. */
function isCallout(node: Blockquote, { callouts }: Constructs, source: string): boolean {
  const { start } = spanOfNode(node);
  const marked = callouts[lowerBound(callouts, (offset) => offset, start)];
  if (marked !== undefined && /^>[ \t]*$/.test(source.slice(start, Math.min(marked, start + 20)))) return true;
  const [first] = node.children;
  const opening = first?.type === 'paragraph' ? first.children[0] : undefined;
  const words = opening?.type === 'strong' && opening.children.length === 1 ? opening.children[0] : undefined;
  return words?.type === 'text' && isCalloutTitle(words.value);
}

/**
 * The block of a paragraph, heading or cell; more of them where constructs part it (`<td>`, the title of a callout), and
 * those of the notes that are written inside it.
 */
function readBlocks(
  source: string,
  node: Extract<Nodes, { type: 'paragraph' | 'heading' | 'tableCell' }>,
  context: Context,
  html: Html[],
  constructs: Constructs,
): readonly Block[] {
  const span = spanOfNode(node);
  const builder = new BlockBuilder(source, constructs, span.start);

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
      quoted: context.quoted || indexHolding(constructs.quoted, unfinished.start) >= 0,
      footnote: unfinished.isNote ? '' : context.footnote,
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
      pieces: unfinished.pieces,
    };
  };
  return builder
    .finish(span.end)
    .map((unfinished, index) => new PlacedBlock(contentOf(unfinished, index), unfinished.start));
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
  readonly pieces: Piece[];
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

  constructor(source: string, { sorted }: Constructs, start: number) {
    this.#source = source;
    this.#constructs = sorted;
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
    const { pieces } = this.unfinished;
    const source = at - this.unfinished.start;
    const last = pieces.at(-1);
    const identical = text.length === sourceLength;
    if (
      last !== undefined &&
      identical &&
      last.length === last.sourceLength &&
      last.source + last.sourceLength === source
    ) {
      pieces[pieces.length - 1] = {
        ...last,
        length: last.length + text.length,
        sourceLength: last.sourceLength + sourceLength,
      };
    } else {
      pieces.push({ text: this.unfinished.text.length, length: text.length, source, sourceLength });
    }
    this.unfinished.text += text;
  }
}

function newBlock(start: number, isNote: boolean): UnfinishedBlock {
  return {
    text: '',
    pieces: [],
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
