import type { Blockquote, Nodes, Parents, Root } from 'mdast';
import { once } from '../text/once.js';
import { lowerBound } from '../text/ordered-spans.js';
import { isSameData } from '../text/same-data.js';
import { type Container, readBlocks } from './block-builder.js';
import type { BlockContent, FrontMatterSource, Html, List, ListItem, Table } from './blocks.js';
import { LeftOver } from './left-over.js';
import { isCalloutTitle } from './note-titles.js';
import { type PieceSource, spanOfNode } from './pieces.js';

/**
 * What a piece of a report holds. It is immutable and knows no place, so that it can outlive an edit elsewhere: offsets
 * are from its own start, indexes of blocks from its first one. Index -1 is the block before it.
 */
export interface Piece {
  readonly blocks: readonly BlockContent[];
  /** Where each of the blocks begins. */
  readonly starts: readonly number[];
  readonly lists: readonly List[];
  /** The legend of each is the block right behind it, whatever that is. */
  readonly tables: readonly Table[];
  readonly html: readonly Html[];
  readonly frontMatter: FrontMatterSource | undefined;
  /** Whether its last node is a paragraph or a heading, which introduces what comes next; undefined where it has no node. */
  readonly introduces: boolean | undefined;
}

/** Of pieces that are no more, their blocks. */
const blocksLeft = once(
  (replaced: readonly Piece[]) =>
    new LeftOver(
      replaced.flatMap(({ blocks }) => blocks),
      ({ text }) => text,
    ),
);

/** Reads what may be checked of a piece, in document order. A block that one of the replaced pieces had stays that block. */
export function readPiece(root: Root, source: PieceSource, replaced: readonly Piece[]): Piece {
  const { readable, constructs } = source;
  const left = blocksLeft(replaced);
  const blocks: BlockContent[] = [];
  const starts: number[] = [];
  const lists: List[] = [];
  const tables: Table[] = [];
  const html: Html[] = [...constructs.tags];
  let frontMatter: FrontMatterSource | undefined;

  /** `introducer` is the paragraph or heading right before the node. */
  const walk = (node: Nodes, container: Container, introducer: number | undefined): void => {
    switch (node.type) {
      case 'yaml':
      // @ts-expect-error mdast has no node for TOML.
      case 'toml': {
        const span = spanOfNode(node);
        const fence = /^[^\r\n]*(?:\r\n?|\n)/.exec(readable.slice(span.start, span.end));
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
        for (const { content, start } of readBlocks(source, node, container, html)) {
          blocks.push(left.take(content.text, (block) => isSameData(block, content)) ?? content);
          starts.push(start);
        }
        return;
      case 'list': {
        const items: ListItem[] = [];
        for (const item of node.children) {
          const span = spanOfNode(item);
          const first = blocks.length;
          children(item, container, undefined);
          if (!isIn(constructs.containers, span.start)) items.push({ span, first, end: blocks.length });
        }
        if (items.length === 0) return;
        const shown = items.map(({ first, end }) => blocks.slice(first, end));
        const content = { ordered: node.ordered === true, items: shown };
        lists.push({ content, span: spanOfNode(node), items, introducer });
        return;
      }
      case 'table': {
        const rows = node.children.map((row) =>
          row.children.map((cell) => {
            const first = blocks.length;
            walk(cell, container, undefined);
            return first;
          }),
        );
        const content = { rows: rows.map((row) => row.map((cell) => blocks[cell] as BlockContent)) };
        tables.push({ content, span: spanOfNode(node), rows, caption: introducer, legend: blocks.length });
        return;
      }
      case 'blockquote':
        children(node, { ...container, quoted: container.quoted || !isCallout(node, source) }, undefined);
        return;
      case 'footnoteDefinition':
        children(node, { ...container, footnote: node.identifier }, undefined);
        return;
      default:
        if ('children' in node) children(node, container, undefined);
    }
  };
  const children = (node: Parents, container: Container, before: number | undefined): void => {
    let introducer = before;
    for (const child of node.children) {
      walk(child, container, introducer);
      introducer = isIntroducer(child) ? blocks.length - 1 : undefined;
    }
  };

  children(root, { quoted: false, footnote: undefined }, -1);
  html.sort((a, b) => a.span.start - b.span.start);
  const last = root.children.at(-1);
  return { blocks, starts, lists, tables, html, frontMatter, introduces: last && isIntroducer(last) };
}

function isIn(offsets: readonly number[], offset: number): boolean {
  return offsets[lowerBound(offsets, (at) => at, offset)] === offset;
}

function isIntroducer({ type }: Nodes): boolean {
  return type === 'paragraph' || type === 'heading';
}

/** A block quote that begins with `[!note]`, or with a word for a note set strong, is the writer's own. */
function isCallout(node: Blockquote, { readable, constructs: { callouts } }: PieceSource): boolean {
  const { start } = spanOfNode(node);
  const marked = callouts[lowerBound(callouts, (offset) => offset, start)];
  if (marked !== undefined && /^>[ \t]*$/.test(readable.slice(start, Math.min(marked, start + 20)))) return true;
  const [first] = node.children;
  const opening = first?.type === 'paragraph' ? first.children[0] : undefined;
  const words = opening?.type === 'strong' && opening.children.length === 1 ? opening.children[0] : undefined;
  return words?.type === 'text' && isCalloutTitle(words.value);
}
