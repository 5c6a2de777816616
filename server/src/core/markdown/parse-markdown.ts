import type { Nodes, Root } from 'mdast';
import { type Extension as FromMarkdownExtension, fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mathFromMarkdown } from 'mdast-util-math';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { math } from 'micromark-extension-math';
import type { Span } from '../text/span.js';

/** A part of a report that was left unread, and why. */
export interface Unread {
  readonly span: Span;
  readonly reason: 'too-long' | 'too-dense' | 'too-deep';
}

export interface MarkdownReading {
  /** mdast with GFM, YAML front matter and math; every offset is one of the text. */
  readonly root: Root;
  readonly unread: readonly Unread[];
}

/** micromark is quadratic in the delimiters of one paragraph: a thousand cost about ten milliseconds. */
const delimiterCap = 1_000;
/** Containers in containers on one line (`> > >`, `- - -`) cost their square as well. */
const depthCap = 100;

// One tilde and one dollar are ordinary in reports ("10~20", "$40 trillion"): two are needed to mark.
const syntax = [gfm({ singleTilde: false }), frontmatter(['yaml']), math({ singleDollarTextMath: false })];

// The transform of literal addresses makes nodes without positions; the tokenizer has marked them already.
const toTree: FromMarkdownExtension[] = [
  ...gfmFromMarkdown().map(({ transforms: _, ...extension }) => extension),
  frontmatterFromMarkdown(['yaml']),
  mathFromMarkdown(),
];

/** Nothing inside paragraphs: only their places are wanted. */
const withoutInline = {
  disable: {
    null: [
      'attention',
      'autolink',
      'characterEscape',
      'characterReference',
      'codeText',
      'emailAutolink',
      'hardBreakEscape',
      'htmlText',
      'labelEnd',
      'labelStartImage',
      'labelStartLink',
      'mathText',
      'protocolAutolink',
      'strikethrough',
      'wwwAutolink',
    ],
  },
};

/** Parses a report. What would take quadratic time is left unread and named; nothing throws. */
export function parseMarkdown(text: string): MarkdownReading {
  const unread: Unread[] = [];
  try {
    const readable = maskDeepLines(text, unread);
    const masked = maskDenseBlocks(readable, unread);
    return { root: fromMarkdown(masked, { extensions: syntax, mdastExtensions: toTree }), unread };
  } catch {
    // Markup nested deeper than the stack.
    return {
      root: { type: 'root', children: [] },
      unread: [{ span: { start: 0, end: text.length }, reason: 'too-deep' }],
    };
  }
}

/** `>`, list marks and white space at a line's start, more than a hundred of them. */
const deepLine = new RegExp(`^(?:[ \\t]*(?:>|[-+*][ \\t]|\\d{1,9}[.)][ \\t])){${depthCap},}.*$`, 'gm');

function maskDeepLines(text: string, unread: Unread[]): string {
  return text.replace(deepLine, (line, offset: number) => {
    unread.push({ span: { start: offset, end: offset + line.length }, reason: 'too-deep' });
    return 'x'.repeat(line.length);
  });
}

const delimiter = /[*_~`[\]<&!:@\\]/g;

/** Puts letters in the place of a paragraph, heading or cell whose delimiters exceed the cap; lengths stay. */
function maskDenseBlocks(text: string, unread: Unread[]): string {
  if (!hasDenseStretch(text)) return text;
  const blocks = fromMarkdown(text, {
    extensions: [...syntax, withoutInline],
    mdastExtensions: toTree,
  });
  let masked = '';
  let at = 0;
  for (const span of inlineSpans(blocks)) {
    const source = text.slice(span.start, span.end);
    if (span.start < at || (source.match(delimiter)?.length ?? 0) <= delimiterCap) continue;
    unread.push({ span, reason: 'too-dense' });
    masked += text.slice(at, span.start) + source.replace(/[^\s>|]/g, 'x');
    at = span.end;
  }
  return masked + text.slice(at);
}

/** Whether any stretch of lines that are not blank holds more delimiters than one block may. */
function hasDenseStretch(text: string): boolean {
  let count = 0;
  let lineStart = 0;
  while (lineStart < text.length) {
    let lineEnd = text.indexOf('\n', lineStart);
    if (lineEnd < 0) lineEnd = text.length;
    const line = text.slice(lineStart, lineEnd);
    if (line.trim() === '') count = 0;
    else count += line.match(delimiter)?.length ?? 0;
    if (count > delimiterCap) return true;
    lineStart = lineEnd + 1;
  }
  return false;
}

/** The spans of all nodes that hold phrasing content, in document order. */
function inlineSpans(root: Root): Span[] {
  const spans: Span[] = [];
  const pending: Nodes[] = [root];
  while (pending.length > 0) {
    const node = pending.pop() as Nodes;
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') spans.push(spanOfNode(node));
    else if ('children' in node) pending.push(...[...node.children].reverse());
  }
  return spans;
}

/** Where a node stands; a node that the parser gave no place is empty at the start. */
export function spanOfNode(node: Nodes): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
