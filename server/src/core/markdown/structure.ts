import type { Nodes, Root } from 'mdast';
import { parseMarkdown } from './parse-markdown.js';

/** What of a node is neither its place nor prose. A label may be written out: `[link][board]`. */
const passedOver: ReadonlySet<string> = new Set(['children', 'position', 'data', 'spread', 'referenceType', 'label']);

/** The comments of Plumbline come and go. */
const isOwnComment = (node: Nodes) => node.type === 'html' && /^<!--\s*plumbline-[^>]*-->$/.test(node.value.trim());

/**
 * All of a text but its prose, in order: its headings, lists and tables, the targets of links, code, HTML. Two texts with
 * the same list differ in nothing but words that show.
 */
export function structureOf(text: string): readonly string[] {
  return parseMarkdown(text, structureOfTree).pieces.flatMap(({ piece }) => piece.content);
}

function structureOfTree({ children }: Root): readonly string[] {
  const structure: string[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === 'text' || isOwnComment(node)) return;
    structure.push(JSON.stringify(node, (key, value) => (passedOver.has(key) ? undefined : value)));
    if ('children' in node) for (const child of node.children) walk(child);
    structure.push('/');
  };
  for (const child of children) walk(child);
  return structure;
}
