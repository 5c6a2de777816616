import { createScanner, type Node, type ParseError, parseTree } from 'jsonc-parser/lib/esm/main.js';
import { dictionary } from '../text/dictionary.js';
import type { Span } from '../text/span.js';
import { languageSubtag } from './read-forms.js';
import type { YamlMistake } from './yaml-mistake.js';
import type { YamlPath, YamlTree } from './yaml-tree.js';

/** A file of VS Code's own snippets in a pack: `snippets/briefing.zh.code-snippets`. */
const snippetsFile = /^snippets\/[^/]+\.code-snippets$/;

export function isCodeSnippets(path: string): boolean {
  return snippetsFile.test(path);
}

/** The language that the name of such a file says its snippets are in. */
export function languageOfFile(path: string): string | undefined {
  const tag = /\.([a-z]{2,3}(?:-[A-Za-z0-9]+)*)\.code-snippets$/.exec(path)?.[1];
  return tag === undefined ? undefined : languageSubtag(tag);
}

/** Brackets inside one another: the library reads them by calling itself. */
const deepest = 100;

/**
 * JSON with comments as the YAML of a pack would have it: its items stand under `snippets`. Those for other languages
 * than Markdown are left out. A mistake that it breaks at is given to `tell`; then there is no tree.
 */
export function readCodeSnippets(text: string, tell: (mistake: YamlMistake) => void): YamlTree | undefined {
  const tooDeep = firstTooDeep(text);
  if (tooDeep !== undefined) {
    tell(mistakeAt(tooDeep, tooDeep + 1, 'json.deep'));
    return undefined;
  }
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  const [first] = errors;
  if (first !== undefined) {
    const character = text[first.offset] ?? '';
    const end = first.offset + Math.max(1, first.length);
    tell(
      character === ''
        ? mistakeAt(text.length, text.length, 'json.end')
        : mistakeAt(first.offset, end, 'json.other', character),
    );
    return undefined;
  }
  return new SnippetsTree(root);
}

function mistakeAt(start: number, end: number, detail: string, character?: string): YamlMistake {
  return { span: { start, end }, values: { detail, ...(character !== undefined && { character }) }, breaks: true };
}

function firstTooDeep(text: string): number | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (let token = scanner.scan(); scanner.getTokenOffset() < text.length; token = scanner.scan()) {
    // Opening brace and bracket, closing ones.
    if (token === 1 || token === 3) depth++;
    else if (token === 2 || token === 4) depth--;
    if (depth > deepest) return scanner.getTokenOffset();
  }
  return undefined;
}

class SnippetsTree implements YamlTree {
  readonly #root: Node | undefined;
  /** By name, the last of the same. */
  readonly #items: ReadonlyMap<string, Property>;

  constructor(root: Node | undefined) {
    this.#root = root;
    this.#items = new Map(propertiesOf(root).flatMap((item) => (isForMarkdown(item.value) ? [[item.key, item]] : [])));
  }

  isMap(path: YamlPath): boolean {
    // An empty file has no snippets.
    if (path.length === 0 || (path.length === 1 && this.#root === undefined)) return true;
    return this.#nodeAt(path)?.type === 'object';
  }

  keys(path: YamlPath): readonly string[] | undefined {
    if (path.length === 0) return ['snippets'];
    if (path.length === 1) return path[0] === 'snippets' ? [...this.#items.keys()] : undefined;
    const node = this.#nodeAt(path);
    return node?.type === 'object' ? [...new Set(propertiesOf(node).map(({ key }) => key))] : undefined;
  }

  value(path: YamlPath): unknown {
    const node = this.#nodeAt(path);
    return node === undefined ? undefined : plainValue(node);
  }

  written(): undefined {
    return undefined;
  }

  texts(): boolean {
    return false;
  }

  span(path: YamlPath): Span | undefined {
    const node = this.#nodeAt(path);
    return node === undefined ? undefined : spanOf(node);
  }

  keySpan(path: YamlPath): Span | undefined {
    const key = path.at(-1);
    if (path.length < 2) return this.span(path);
    if (path.length === 2) {
      const item = this.#items.get(String(key));
      return item === undefined ? undefined : spanOf(item.node);
    }
    const found = propertiesOf(this.#nodeAt(path.slice(0, -1))).findLast((property) => property.key === key);
    return found === undefined ? this.span(path) : spanOf(found.node);
  }

  #nodeAt([kind, id, ...rest]: YamlPath): Node | undefined {
    if (kind === undefined) return this.#root;
    if (kind !== 'snippets') return undefined;
    if (id === undefined) return this.#root;
    let node = this.#items.get(String(id))?.value;
    for (const step of rest) {
      if (node?.type === 'array') node = node.children?.[Number(step)];
      else node = propertiesOf(node).findLast(({ key }) => key === step)?.value;
    }
    return node;
  }
}

interface Property {
  readonly key: string;
  /** Of the key. */
  readonly node: Node;
  readonly value: Node | undefined;
}

function propertiesOf(node: Node | undefined): readonly Property[] {
  if (node?.type !== 'object') return [];
  return (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
    key === undefined ? [] : [{ key: String(key.value), node: key, value }],
  );
}

function spanOf({ offset, length }: Node): Span {
  return { start: offset, end: offset + length };
}

function plainValue(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(plainValue);
  if (node.type !== 'object') return node.value;
  return dictionary(
    Object.fromEntries(
      propertiesOf(node).flatMap(({ key, value }) => (value === undefined ? [] : [[key, plainValue(value)]])),
    ),
  );
}

/** An item without a scope is for every language. */
function isForMarkdown(item: Node | undefined): boolean {
  const scope = propertiesOf(item).findLast(({ key }) => key === 'scope')?.value?.value;
  return typeof scope !== 'string' || isMarkdownScope(scope);
}

/** Whether VS Code's `scope` of a snippet, a list with commas, holds Markdown. */
export function isMarkdownScope(scope: string): boolean {
  const languages = scope.split(',').map((each) => each.trim());
  return languages.every((each) => each === '') || languages.includes('markdown');
}
