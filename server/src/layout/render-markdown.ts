import type { List, PhrasingContent, Root, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString as textOf } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import pc from 'picocolors';
import { columns } from './columns.js';
import { wrap } from './wrap.js';

export interface Page {
  readonly width: number;
  readonly colours: ReturnType<typeof pc.createColors>;
  /** A line above a block of code, made from what stands behind the language in its fence. */
  caption?(info: string): string | undefined;
}

/** Markdown as text without colours, its lines as long as they are. */
export function plainMarkdown(markdown: string): string {
  return renderMarkdown(markdown, { width: Number.POSITIVE_INFINITY, colours: pc.createColors(false) });
}

/** Markdown as text for a terminal: what its marks mean is shown by place and colour, and no mark is left. */
export function renderMarkdown(markdown: string, page: Page): string {
  const root: Root = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return blocks(root.children, page);
}

function blocks(nodes: readonly RootContent[], page: Page): string {
  return nodes
    .map((node) => block(node, page))
    .filter((text) => text !== '')
    .join('\n\n');
}

function block(node: RootContent, page: Page): string {
  const { colours, width } = page;
  switch (node.type) {
    case 'heading':
      return colours.bold(wrap(inline(node.children, page), width).join('\n'));
    case 'paragraph':
      return wrap(inline(node.children, page), width).join('\n');
    case 'code': {
      const caption = page.caption?.(node.meta ?? '');
      const lines = node.value.split('\n').map((line) => `    ${line}`.trimEnd());
      return [...(caption === undefined ? [] : [`  ${caption}`]), ...lines].join('\n');
    }
    case 'list':
      return list(node, page);
    case 'table':
      return table(node, page);
    case 'blockquote':
      return indented(blocks(node.children, narrower(page, 2)), '  ');
    case 'thematicBreak':
      return colours.dim('─'.repeat(Math.min(width, 20)));
    case 'html':
    case 'definition':
    case 'yaml':
      return '';
    default:
      return wrap(textOf(node), width).join('\n');
  }
}

function list(node: List, page: Page): string {
  const gap = node.spread ? '\n\n' : '\n';
  return node.children
    .map((item, i) => {
      const mark = node.ordered ? `${(node.start ?? 1) + i}. ` : '- ';
      const text = item.children
        .map((child) => block(child, narrower(page, mark.length)))
        .join(item.spread ? '\n\n' : '\n');
      return mark + indented(text, ' '.repeat(mark.length)).trimStart();
    })
    .join(gap);
}

function table(node: Table, page: Page): string {
  const rows = node.children.map((row, i) =>
    row.children.map((cell) => {
      const text = inline(cell.children, page);
      return i === 0 ? page.colours.bold(text) : text;
    }),
  );
  return columns(rows, page.width).join('\n');
}

function inline(nodes: readonly PhrasingContent[], page: Page): string {
  const { colours } = page;
  return nodes
    .map((node): string => {
      switch (node.type) {
        case 'text':
          return node.value.replace(/\s*\n\s*/g, ' ');
        case 'inlineCode':
          // Without colours, marks tell the word from those around it.
          return colours.isColorSupported ? colours.cyan(node.value) : `“${node.value}”`;
        case 'strong':
          return eachWord(inline(node.children, page), colours.bold);
        case 'emphasis':
          return eachWord(inline(node.children, page), colours.italic);
        case 'delete':
          return eachWord(inline(node.children, page), colours.strikethrough);
        case 'link': {
          const text = inline(node.children, page);
          return /^https?:/.test(node.url) && textOf(node) !== node.url ? `${text} ${colours.dim(node.url)}` : text;
        }
        case 'break':
          return '\n';
        case 'image':
          return node.alt ?? '';
        case 'html':
          return '';
        default:
          return 'children' in node ? inline(node.children as PhrasingContent[], page) : textOf(node);
      }
    })
    .join('');
}

/** Colours by words, so that a broken line does not carry them over the margin. */
function eachWord(text: string, colour: (word: string) => string): string {
  return text.replace(/\S+/g, (word) => colour(word));
}

function indented(text: string, indent: string): string {
  return text.replace(/^(?=.)/gm, indent);
}

function narrower(page: Page, by: number): Page {
  return { ...page, width: page.width - by };
}
