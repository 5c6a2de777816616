import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, it } from 'mocha';
import { frontMatterIn } from '../../../server/src/core/markdown/boundaries.js';
import { type MarkdownReading, parseMarkdown } from '../../../server/src/core/markdown/parse-markdown.js';
import { type Piece, readPiece } from '../../../server/src/core/markdown/piece.js';
import { cutPieces, lastNodeOf } from '../../../server/src/core/markdown/pieces.js';
import { processor } from '../../../server/src/core/markdown/processor.js';
import { readProse } from '../../../server/src/core/markdown/prose.js';
import type { Span } from '../../../server/src/core/text/span.js';
import { anyMarkdown } from './markdown-pieces.js';

const runs = Number(process.env.PLUMBLINE_RUNS ?? 1_000);

/** micromark lets an item in a quotation that is empty or HTML not interrupt indented code, as if that were a paragraph. */
function isMisread(text: string): boolean {
  const code = text.search(/^(?: {4}|\t)/m);
  return code >= 0 && /^\s*>[ \t>]*(?:[-+*]|\d{1,9}[.)])/m.test(text.slice(code));
}

describe('parsing in pieces', () => {
  it('gives the tree of the whole', () => {
    fc.assert(
      fc.property(anyMarkdown, (text) => {
        fc.pre(!isMisread(text));
        const whole = parseMarkdown(text, treeOf, { boundaries: [] });
        const pieces = parseMarkdown(text, treeOf);
        assert.deepEqual(outlineOf(pieces), outlineOf(whole));
        assert.deepEqual(pieces.unread, whole.unread);
      }),
      { numRuns: runs },
    );
  });

  it('gives the blocks, lists and tables of the whole, with what introduces them', () => {
    fc.assert(
      fc.property(anyMarkdown, (text) => {
        fc.pre(!isMisread(text));
        const whole = parseMarkdown(text, readPiece, { boundaries: [] });
        const pieces = parseMarkdown(text, readPiece);
        assert.deepEqual(proseOf(pieces), proseOf(whole));
      }),
      { numRuns: runs },
    );
  });

  it('cuts a text anew from the start of any piece as before', () => {
    fc.assert(
      fc.property(anyMarkdown, (text) => {
        const starts = startsOf(text);
        for (const from of starts) {
          assert.deepEqual(
            startsOf(text.slice(from)).map((start) => start + from),
            starts.filter((start) => start >= from),
          );
        }
      }),
      { numRuns: runs },
    );
  });

  it('gives the tree of the processor, where no dialect has a say', () => {
    let compared = 0;
    fc.assert(
      fc.property(anyMarkdown, (marked) => {
        const text = marked.replace(/^\uFEFF+/, '');
        const reading = parseMarkdown(text, treeOf);
        const { readable, constructs, unread } = reading;
        if (readable !== text.replaceAll('\0', '\uFFFD') || constructs.comments.length > 0 || unread.length > 0) return;
        // Behind a fence of front matter that never closes the processor sees no list.
        if (/^(?:---|\+\+\+)/.test(text) && frontMatterIn(text) === undefined) return;
        compared++;
        assert.deepEqual(
          outlineOf(reading, withoutLiterals),
          outline(readable, withoutLiterals(processor.parse(readable))),
        );
      }),
      { numRuns: runs },
    );
    assert.ok(compared > runs / 20, `${compared} texts were compared`);
  });
});

const treeOf = (root: Root) => root;

function outlineOf({ pieces, readable }: MarkdownReading<Root>, as = (root: Nodes) => root): readonly string[] {
  return pieces.flatMap(({ start, piece }) => outline(readable, as(piece.content), start));
}

/** HTML that is never closed takes the blank lines at the end of a piece or leaves them. */
function proseOf(reading: MarkdownReading<Piece>) {
  const { html, lists, ...prose } = readProse(reading);
  const trimmed = ({ start, end }: Span) => ({ start, end: reading.readable.slice(0, end).trimEnd().length });
  return {
    ...prose,
    html: html.map(({ value, span: { start } }) => ({ value: value.trimEnd(), start })),
    // A list that such HTML ends is as long.
    lists: lists.map((list) => ({
      ...list,
      span: trimmed(list.span),
      items: list.items.map((item) => ({ ...item, span: trimmed(item.span) })),
    })),
  };
}

/** Where the pieces of a text begin that has no front matter, as the parser sees it. */
function startsOf(text: string): readonly number[] {
  return cutPieces(text, 0, (span) => {
    return { span, last: lastNodeOf(fromMarkdown(text.slice(span.start, span.end))) };
  }).map(({ span }) => span.start);
}

/**
 * The processor finds addresses without marks in the tree, and what it finds has no place: they are text again, and
 * the places of text are left out.
 */
function withoutLiterals(node: Nodes): Nodes {
  if (!('children' in node)) return node;
  const children: Nodes[] = [];
  for (const child of node.children) {
    const [only] = child.type === 'link' && child.position === undefined ? child.children : [child];
    const last = children.at(-1);
    if (only?.type !== 'text') children.push(withoutLiterals(child));
    else if (last?.type === 'text') children[children.length - 1] = { type: 'text', value: last.value + only.value };
    else children.push({ type: 'text', value: only.value });
  }
  return { ...node, children } as Nodes;
}

/**
 * What the core reads of a tree: types, offsets and what it keeps of their fields. HTML that is never closed takes the
 * blank lines at the end of a piece or leaves them.
 */
function outline(text: string, root: Nodes, from = 0): readonly string[] {
  const lines: string[] = [];
  const walk = (node: Nodes, depth: number): void => {
    const { start: first, end: last } = node.position ?? {};
    const start = first?.offset === undefined ? -1 : from + first.offset;
    const end = start + text.slice(start, from + (last?.offset ?? 0)).trimEnd().length;
    const own = [
      'value' in node ? JSON.stringify(node.value.trimEnd()) : '',
      'identifier' in node ? node.identifier : '',
      'depth' in node ? node.depth : '',
      'ordered' in node ? node.ordered : '',
    ];
    if (depth > 0) lines.push(`${' '.repeat(depth)}${node.type} ${start}-${end} ${own.join(' ')}`);
    if ('children' in node) for (const child of node.children) walk(child, depth + 1);
  };
  walk(root, 0);
  return lines;
}
