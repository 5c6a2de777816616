import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  Scalar,
  stringify,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { LineMap } from '../text/line-map.js';
import { applyEdits, type TextEdit } from '../text/text-edit.js';
import { maxFileLength } from './problem.js';
import type { YamlPath } from './yaml-tree.js';

/** A number with the digits that are to stand for it: `2.70e6`. */
export class YamlNumber {
  constructor(readonly digits: string) {}
}

/** What is to stand in a YAML file. A name from outside is a key of a `Map`. */
export type YamlValue =
  | string
  | number
  | boolean
  | YamlNumber
  | readonly YamlValue[]
  | ReadonlyMap<string, YamlValue>
  | { readonly [field: string]: YamlValue };

/**
 * An item of the list at a path, put before the one with an index or at the end; or a value at a path, where nothing or
 * another scalar stands: a key that is made goes behind the others, or before them. What is missing on the way is made;
 * a list may be written as its one item alone.
 */
export type YamlChange =
  | { readonly path: YamlPath; readonly item: YamlValue; readonly before?: number }
  | {
      readonly path: YamlPath;
      readonly value: YamlValue;
      /** The key in the outermost map behind which a new one is put; else it goes to the end. */
      readonly behind?: string;
      /** A new key goes before the others. */
      readonly before?: 0;
    }
  /** What stands at the path goes, an item of a list or a key with its value; with the last of a collection, that too. */
  | { readonly path: YamlPath; readonly removes: true };

/**
 * Why nothing can be written without a change to something else: the file is broken; what is there is another kind of
 * thing; it stands for something else too (an alias, an anchor, a merge key); or it is written as this writer does not.
 */
export type YamlRefusal = 'unparsable' | 'other-value' | 'shared' | 'unusual';

export type YamlWriting = { readonly edits: readonly TextEdit[] } | { readonly refused: YamlRefusal };

/**
 * The edits that write a change at its own place, in the way of the file: what stands around it tells indentation,
 * blocks or brackets, and the ends of lines. Every other line stays as it is.
 */
export function writeYaml(text: string, change: YamlChange): YamlWriting {
  if (text.length > maxFileLength) return { refused: 'unusual' };
  // As files are read; no line or column changes.
  const source = text.replace(/\r\n?/g, '\n');
  try {
    const before = parse(source);
    const edits = new YamlWriter(source, before).write(change);
    if (!isSame(contentOf(parse(applyEdits(source, edits))), changed(contentOf(before), change.path, change))) {
      return { refused: 'unusual' };
    }
    return { edits: source === text ? edits : edits.map((edit) => asIn(text, source, edit)) };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.reason };
    // Nested deeper than the stack, or too many aliases.
    return { refused: 'unparsable' };
  }
}

class Refusal extends Error {
  constructor(readonly reason: YamlRefusal) {
    super(reason);
  }
}

function parse(source: string): Document {
  const document = parseDocument(source, { uniqueKeys: false, prettyErrors: false, logLevel: 'error' });
  if (document.errors.length > 0) throw new Refusal('unparsable');
  return document;
}

function contentOf(document: Document): unknown {
  return document.toJS({ mapAsMap: true, maxAliasCount: 50 });
}

/** An edit of a text with other line ends. */
function asIn(text: string, source: string, { span, text: written }: TextEdit): TextEdit {
  const range = new LineMap(source).rangeOf(span);
  const lines = new LineMap(text);
  const eol = /\r\n?|\n/.exec(text)?.[0] ?? '\n';
  return {
    span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
    text: written.replaceAll('\n', eol),
  };
}

/** How a collection is to be written, as another one like it is. */
type Style = 'flow' | 'block';

class YamlWriter {
  readonly #source: string;
  readonly #document: Document;
  readonly #aliased = new Set<string>();
  /** Columns from the key of a map to what stands in it. */
  #step = 2;
  #dashStep = 2;
  #padsBraces = false;
  #quote: 'single' | 'double' = 'single';

  constructor(source: string, document: Document) {
    this.#source = source;
    this.#document = document;
    const steps: number[] = [];
    const dashSteps: number[] = [];
    const quotes = { single: 0, double: 0 };
    const braces = { padded: 0, tight: 0 };
    visit(document, {
      Alias: (_, alias) => void this.#aliased.add(alias.source),
      Scalar: (_, { type }) => {
        if (type === 'QUOTE_SINGLE') quotes.single++;
        if (type === 'QUOTE_DOUBLE') quotes.double++;
      },
      Map: (_, map) => {
        if (map.flow && map.items.length > 0 && map.range) {
          if (/\s/.test(source[map.range[0] + 1] ?? '')) braces.padded++;
          else braces.tight++;
        }
        if (map.flow) return;
        for (const { key, value } of map.items) {
          if (!isCollection(value) || value.flow || value.items.length === 0) continue;
          (isSeq(value) ? dashSteps : steps).push(this.#columnOf(value) - this.#columnAt(startOf(key)));
        }
      },
    });
    this.#step = commonest(steps) ?? 2;
    this.#dashStep = commonest(dashSteps) ?? this.#step;
    this.#padsBraces = braces.padded > braces.tight;
    this.#quote = quotes.double > quotes.single ? 'double' : 'single';
  }

  write(change: YamlChange): TextEdit[] {
    const { path } = change;
    if ('removes' in change) return this.#remove(path);
    const made = 'item' in change ? [change.item] : change.value;
    let node: unknown = this.#document.contents;
    for (const [depth, step] of path.entries()) {
      this.#mayChange(node);
      if (isEmpty(node)) {
        const value = nested(path.slice(depth), made);
        return depth === 0 ? this.#writeFirst(value) : this.#fill(path, depth, value);
      }
      if (isSeq(node)) {
        node = node.items[Number(step)];
        if (node === undefined) throw new Refusal('other-value');
        continue;
      }
      if (!isMap(node)) throw new Refusal('other-value');
      const pair = pairIn(node, String(step));
      if (pair === undefined) {
        if (pairIn(node, '<<') !== undefined) throw new Refusal('shared');
        const behind = depth === 0 && 'value' in change ? change.behind : undefined;
        const isFirst = 'value' in change && change.before === 0;
        return this.#addPair(node, path.slice(0, depth + 1), nested(path.slice(depth + 1), made), isFirst ? 0 : behind);
      }
      node = pair.value;
    }
    this.#mayChange(node);
    if (isEmpty(node)) return path.length === 0 ? this.#writeFirst(made) : this.#fill(path, path.length, made);
    if ('item' in change) {
      if (isSeq(node)) return this.#addItem(node, path, change.item, change.before ?? node.items.length);
      return this.#makeList(node as Node, change.item, change.before);
    }
    if (!isScalar(node) || isBlockScalar(node) || isCompound(change.value)) throw new Refusal('other-value');
    const [start, end] = rangeOf(node);
    return [{ span: { start, end }, text: this.#inline(change.value, this.#isInFlow(path)) }];
  }

  #remove(path: YamlPath): TextEdit[] {
    for (const depth of path.keys()) this.#mayChange(this.#nodeAt(path.slice(0, depth)));
    const at = withoutEmptied(path, (above) => this.#nodeAt(above));
    const collection = this.#nodeAt(at.slice(0, -1));
    const step = at.at(-1);
    if (!isCollection(collection) || !collection.range) throw new Refusal('other-value');
    const { items } = collection as YAMLMap | YAMLSeq;
    const index = isSeq(collection) ? Number(step) : items.indexOf(pairIn(collection as YAMLMap, String(step)) as Pair);
    const item = items[index];
    if (item === undefined) throw new Refusal('other-value');
    this.#mayChange(isPair(item) ? item.value : item);
    if (collection.flow) {
      const [start, end] = [items[index - 1], items[index + 1]];
      if (end !== undefined) return [{ span: { start: startOf(item), end: startOf(end) }, text: '' }];
      const from = start === undefined ? startOf(item) : this.#endOf(start);
      return [{ span: { start: from, end: this.#endOf(item) }, text: '' }];
    }
    const mark = isSeq(collection) ? this.#dashBefore(item).start : startOf(item);
    const lineStart = this.#source.lastIndexOf('\n', mark - 1) + 1;
    if (this.#source.slice(lineStart, mark).trim() !== '') throw new Refusal('unusual');
    const lineEnd = lineEndBehind(this.#source, this.#endOf(item));
    // The last line goes with the line end before it.
    const isLast = lineEnd === this.#source.length;
    const span = { start: lineStart - (isLast && lineStart > 0 ? 1 : 0), end: lineEnd + (isLast ? 0 : 1) };
    return [{ span, text: '' }];
  }

  #mayChange(node: unknown): void {
    if (isAlias(node)) throw new Refusal('shared');
    const anchor = isCollection(node) || isScalar(node) ? node.anchor : undefined;
    if (anchor !== undefined && this.#aliased.has(anchor)) throw new Refusal('shared');
  }

  /** What a file that holds nothing yet begins with. */
  #writeFirst(value: YamlValue): TextEdit[] {
    const source = this.#source;
    const at = /^\.\.\.\s*$/m.exec(source)?.index ?? source.length;
    const lead = at > 0 && source[at - 1] !== '\n' && source.trim() !== '' ? '\n' : '';
    return [{ span: { start: at, end: at }, text: `${lead}${this.#block(value, 0, []).join('\n')}\n` }];
  }

  /** Behind a key with nothing behind it, at the first steps of a path. */
  #fill(path: YamlPath, depth: number, value: YamlValue): TextEdit[] {
    const at = path.slice(0, depth);
    const map = this.#nodeAt(at.slice(0, -1));
    const pair = isMap(map) ? pairIn(map, String(at.at(-1))) : undefined;
    if (!isMap(map) || pair === undefined) throw new Refusal('unusual');
    // Tags and anchors stand there.
    const { tag, anchor } = (pair.value ?? {}) as { readonly tag?: string; readonly anchor?: string };
    if (tag !== undefined || anchor !== undefined) throw new Refusal('unusual');
    const written = isScalar(pair.value) && pair.value.source !== '' ? pair.value : undefined;
    if (written !== undefined && written.source !== undefined && rangeOf(written)[1] > rangeOf(written)[0]) {
      // `null` and `~`.
      const [start, end] = rangeOf(written);
      return [{ span: { start, end }, text: this.#inline(value, true) }];
    }
    const colon = /\s*:/y;
    colon.lastIndex = rangeOf(pair.key as Node)[1];
    if (!colon.test(this.#source)) throw new Refusal('unusual');
    const end = colon.lastIndex;
    if (map.flow || this.#styleOf(value, at) === 'flow' || !isCompound(value)) {
      return [{ span: { start: end, end }, text: ` ${this.#inline(value, map.flow === true)}` }];
    }
    const column = this.#columnOf(map) + (Array.isArray(value) ? this.#dashStep : this.#step);
    return [this.#linesBehind(end, this.#block(value, column, at))];
  }

  /** `path`: of the new key; `where`: first, or behind another key. */
  #addPair(map: YAMLMap, path: YamlPath, value: YamlValue, where?: 0 | string): TextEdit[] {
    const key = String(path.at(-1));
    if (map.flow) {
      const text = isInJson(map.items.at(-1)?.key)
        ? pairInJson(key, value)
        : `${this.#inline(key, true)}: ${this.#inline(value, true)}`;
      return this.#addInFlow(map, text, where === 0 ? 0 : map.items.length);
    }
    const last = (typeof where === 'string' ? pairIn(map, where) : undefined) ?? map.items.at(-1);
    if (last === undefined) throw new Refusal('unusual');
    const column = this.#columnOf(map);
    const lines = this.#pair(key, value, column, path);
    if (where === 0) return [this.#linesBefore(startOf(map.items[0]), lines)];
    const end = this.#endOf(last);
    const gap = this.#hasEmptyLinesBetween(map) ? [''] : [];
    return [this.#linesBehind(end, [...gap, ...lines], column)];
  }

  #addItem(list: YAMLSeq, path: YamlPath, item: YamlValue, before: number): TextEdit[] {
    const { items } = list;
    const index = Math.min(before, items.length);
    if (list.flow) {
      const { contents } = this.#document;
      const isJson = isMap(contents) && contents.flow === true && isInJson(contents.items[0]?.key);
      return this.#addInFlow(list, isJson ? json(item) : this.#inline(item, true), index);
    }
    const like = items[Math.max(0, index - 1)];
    if (like === undefined) throw new Refusal('unusual');
    const dash = this.#dashBefore(like);
    const column = this.#columnAt(dash.start);
    const width = dash.width;
    const ordered = isMap(like) ? inOrderOf(like, item) : item;
    const isBlock = isMap(like) && like.flow !== true && isCompound(item);
    const inner = isBlock ? this.#block(ordered, column + width, [...path, 0]) : [this.#inline(ordered, false)];
    const margin = ' '.repeat(column);
    const lines = inner.map((line, i) => (i === 0 ? `${margin}-${' '.repeat(width - 1)}${line.trimStart()}` : line));
    if (index > 0) return [this.#linesBehind(this.#endOf(like), lines, column)];
    return [this.#linesBefore(dash.start, lines)];
  }

  /** A value that stands for a list of one, with another. */
  #makeList(node: Node, item: YamlValue, before: number | undefined): TextEdit[] {
    if (!isScalar(node) && !(isMap(node) && node.flow)) throw new Refusal('other-value');
    if (isScalar(node) && isBlockScalar(node)) throw new Refusal('unusual');
    if (node.anchor !== undefined || node.tag !== undefined) throw new Refusal('unusual');
    const [start, end] = rangeOf(node);
    const there = this.#source.slice(start, end);
    const plain = isScalar(node) && node.type === Scalar.PLAIN && /[[\]{},]/.test(there);
    const first = plain ? this.#inline(node.value as YamlValue, true) : there;
    const written = this.#inline(item, true);
    const list = before === 0 ? [written, first] : [first, written];
    return [{ span: { start, end }, text: `[${list.join(', ')}]` }];
  }

  /** An item or pair between brackets. */
  #addInFlow(collection: YAMLMap | YAMLSeq, text: string, index: number): TextEdit[] {
    const source = this.#source;
    const [start, end] = rangeOf(collection);
    const { items } = collection;
    const insert = (at: number, written: string): TextEdit => ({ span: { start: at, end: at }, text: written });
    if (items.length === 0) {
      const pad = isMap(collection) && this.#padsBraces ? ' ' : '';
      if (source.slice(start + 1, end - 1).trim() === '')
        return [{ span: { start: start + 1, end: end - 1 }, text: pad + text + pad }];
      return [insert(start + 1, text)];
    }
    const starts = items.map(startOf);
    const ownLine = (i: number) => {
      const lineStart = source.lastIndexOf('\n', (starts[i] as number) - 1) + 1;
      return lineStart > start && source.slice(lineStart, starts[i]).trim() === '' ? lineStart : undefined;
    };
    if (index === 0) {
      const lineStart = ownLine(0);
      const at = starts[0] as number;
      if (lineStart !== undefined) return [insert(lineStart, `${source.slice(lineStart, at)}${text},\n`)];
      return [insert(at, text + this.#separatorIn(collection))];
    }
    const last = items[index - 1];
    const behind = this.#endOf(last);
    const comma = /\s*,/y;
    comma.lastIndex = behind;
    const hasComma = comma.test(source);
    const lineStart = ownLine(index - 1);
    if (lineStart === undefined) {
      if (index < items.length) return [insert(behind, this.#separatorIn(collection) + text)];
      return [insert(hasComma ? comma.lastIndex : behind, `${hasComma ? ' ' : this.#separatorIn(collection)}${text}`)];
    }
    const margin = source.slice(lineStart, starts[index - 1]);
    const line = `\n${margin}${text}${hasComma ? ',' : ''}`;
    const lineEnd = lineEndBehind(source, hasComma ? comma.lastIndex : behind);
    // The bracket, or the next item, stands in the same line.
    if (!isOnlyComment(source.slice(hasComma ? comma.lastIndex : behind, lineEnd))) {
      if (index < items.length) return [insert(behind, this.#separatorIn(collection) + text)];
      return [insert(hasComma ? comma.lastIndex : behind, `${hasComma ? ' ' : ', '}${text}`)];
    }
    if (hasComma) return [insert(lineEnd, line)];
    return lineEnd === behind ? [insert(behind, `,${line}`)] : [insert(behind, ','), insert(lineEnd, line)];
  }

  /** What parts the last two, where it is one line. */
  #separatorIn({ items }: YAMLMap | YAMLSeq): string {
    if (items.length < 2) return ', ';
    const between = this.#source.slice(this.#endOf(items.at(-2)), startOf(items.at(-1)));
    return /^ *, *$/.test(between) ? between : ', ';
  }

  /** Lines before the one that begins, but for its margin, at an offset. */
  #linesBefore(offset: number, lines: readonly string[]): TextEdit {
    const mark = this.#source.startsWith('\uFEFF') ? 1 : 0;
    const at = Math.max(mark, this.#source.lastIndexOf('\n', offset - 1) + 1);
    if (this.#source.slice(at, offset).trim() !== '') throw new Refusal('unusual');
    return { span: { start: at, end: at }, text: lines.map((line) => `${line}\n`).join('') };
  }

  /** Lines behind the one that holds the end of what stands before them, and behind comments that are part of it. */
  #linesBehind(end: number, lines: readonly string[], column = Number.POSITIVE_INFINITY): TextEdit {
    const source = this.#source;
    let at = lineEndBehind(source, end);
    for (let next = at; next < source.length; ) {
      next = lineEndBehind(source, at + 1);
      const line = source.slice(at + 1, next);
      if (!line.trimStart().startsWith('#') || line.length - line.trimStart().length <= column) break;
      at = next;
    }
    return { span: { start: at, end: at }, text: lines.map((line) => `\n${line}`).join('') };
  }

  #pair(key: string, value: YamlValue, column: number, path: YamlPath): string[] {
    const lead = `${' '.repeat(column)}${this.#key(key)}:`;
    if (!isCompound(value) || this.#styleOf(value, path) === 'flow') return [`${lead} ${this.#inline(value, false)}`];
    return [lead, ...this.#block(value, column + (Array.isArray(value) ? this.#dashStep : this.#step), path)];
  }

  #block(value: YamlValue, column: number, path: YamlPath): string[] {
    if (Array.isArray(value)) {
      return value.map((item) => `${' '.repeat(column)}- ${this.#inline(item, false)}`);
    }
    return fieldsOf(value).flatMap(([key, inner]) => this.#pair(key, inner, column, [...path, key]));
  }

  /** One line; in brackets where it is a collection. */
  #inline(value: YamlValue, inFlow: boolean): string {
    if (Array.isArray(value)) return `[${value.map((item) => this.#inline(item, true)).join(', ')}]`;
    if (isCompound(value)) {
      const pad = this.#padsBraces ? ' ' : '';
      const pairs = fieldsOf(value).map(([key, inner]) => `${this.#inline(key, true)}: ${this.#inline(inner, true)}`);
      return `{${pad}${pairs.join(', ')}${pad}}`;
    }
    if (value instanceof YamlNumber) return value.digits;
    return this.#scalar(value as string | number | boolean, inFlow);
  }

  /** In quotes where YAML needs them. */
  #scalar(value: string | number | boolean, inFlow: boolean): string {
    if (typeof value === 'string' && /[\p{Cc}\p{Zl}\p{Zp}]/u.test(value)) return JSON.stringify(value);
    const options = {
      lineWidth: 0,
      blockQuote: false,
      singleQuote: this.#quote === 'single',
      collectionStyle: inFlow ? 'flow' : 'block',
      flowCollectionPadding: false,
    } as const;
    const written = stringify([value], options).trimEnd();
    return inFlow ? written.slice(1, -1) : written.slice(2);
  }

  #key(key: string): string {
    const options = { lineWidth: 0, singleQuote: this.#quote === 'single' };
    const written = stringify(new Map([[key, 0]]), options);
    return written.slice(0, written.lastIndexOf(': 0'));
  }

  /** As another entry of the kind, or another item, has it; else lines of their own for what holds more than lists. */
  #styleOf(value: YamlValue, path: YamlPath): Style {
    const like = this.#likeAt(path);
    if (isCollection(like) && like.items.length > 0 && isSeq(like) === Array.isArray(value)) {
      return like.flow ? 'flow' : 'block';
    }
    if (path.length < 3 && !Array.isArray(value)) return 'block';
    return depthOf(value) <= 2 ? 'flow' : 'block';
  }

  /** What stands at a path in another entry of the kind, the last that has it. */
  #likeAt([kind, id, ...rest]: YamlPath): unknown {
    const { contents } = this.#document;
    const entries = isMap(contents) && kind !== undefined ? pairIn(contents, String(kind))?.value : undefined;
    if (id === undefined || !isMap(entries)) return undefined;
    for (const { value } of entries.items.toReversed()) {
      const found = descend(value, rest);
      if (isCollection(found) && found.items.length > 0) return found;
    }
    return undefined;
  }

  #nodeAt(path: YamlPath): unknown {
    return descend(this.#document.contents, path);
  }

  #isInFlow(path: YamlPath): boolean {
    return path.some((_, depth) => {
      const node = this.#nodeAt(path.slice(0, depth));
      return isCollection(node) && node.flow === true;
    });
  }

  /** Whether the last two pairs of a map, a comment before the second or not, have an empty line between them. */
  #hasEmptyLinesBetween({ items }: YAMLMap): boolean {
    const [previous, last] = items.slice(-2);
    if (previous === undefined || last === undefined) return false;
    return /\n[ \t]*\n/.test(this.#source.slice(lineEndBehind(this.#source, this.#endOf(previous)), startOf(last)));
  }

  /** The dash of an item, and its width with the spaces behind it. */
  #dashBefore(item: unknown): { readonly start: number; readonly width: number } {
    const at = startOf(item);
    const lineStart = this.#source.lastIndexOf('\n', at - 1) + 1;
    const dash = this.#source.lastIndexOf('-', at - 1);
    if (dash < lineStart || this.#source.slice(dash + 1, at).trim() !== '') throw new Refusal('unusual');
    return { start: dash, width: at - dash };
  }

  #columnOf(collection: YAMLMap | YAMLSeq): number {
    const first = collection.items[0];
    if (!isSeq(collection) || collection.flow) return this.#columnAt(startOf(first));
    const at = startOf(first);
    const dash = this.#source.lastIndexOf('-', at - 1);
    return this.#columnAt(dash);
  }

  /** Where the last character of a node, or of a pair, ends. */
  #endOf(node: unknown): number {
    if (isPair(node)) return isEmpty(node.value) ? endOfEmpty(node) : this.#endOf(node.value);
    if (isCollection(node) && !node.flow && node.items.length > 0) return this.#endOf(node.items.at(-1));
    const end = rangeOf(node as Node)[1];
    // A text over lines ends behind a line end.
    return isScalar(node) && isBlockScalar(node) && this.#source[end - 1] === '\n' ? end - 1 : end;
  }

  #columnAt(offset: number): number {
    const lineStart = this.#source.lastIndexOf('\n', offset - 1) + 1;
    return offset - lineStart - (lineStart === 0 && this.#source.startsWith('\uFEFF') ? 1 : 0);
  }
}

/** The way to what is to go: a collection that would be left empty goes too, but for entries and kinds. */
function withoutEmptied(path: YamlPath, nodeAt: (path: YamlPath) => unknown): YamlPath {
  const above = path.slice(0, -1);
  const collection = nodeAt(above);
  if (above.length < 3 || !isCollection(collection) || collection.items.length !== 1) return path;
  return withoutEmptied(above, nodeAt);
}

function descend(node: unknown, path: YamlPath): unknown {
  let found = node;
  for (const step of path) {
    if (isMap(found)) found = pairIn(found, String(step))?.value;
    else if (isSeq(found)) found = found.items[Number(step)];
    else return undefined;
  }
  return found;
}

function commonest(numbers: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const each of numbers) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

function isEmpty(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && node.value === null);
}

function isBlockScalar({ type }: Scalar): boolean {
  return type === Scalar.BLOCK_LITERAL || type === Scalar.BLOCK_FOLDED;
}

function isCompound(value: YamlValue): value is Exclude<YamlValue, string | number | boolean | YamlNumber> {
  return typeof value === 'object' && !(value instanceof YamlNumber);
}

function fieldsOf(value: YamlValue): readonly (readonly [string, YamlValue])[] {
  return value instanceof Map ? [...value] : Object.entries(value as object);
}

function depthOf(value: YamlValue): number {
  if (!isCompound(value)) return 0;
  const inner = Array.isArray(value) ? value : fieldsOf(value).map(([, each]) => each);
  return 1 + Math.max(0, ...inner.map(depthOf));
}

/** The first with a key, as packs are read. */
function pairIn(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find(({ key: each }) => (isScalar(each) ? String(each.source ?? each.value) : each) === key);
}

function nested(path: YamlPath, value: YamlValue): YamlValue {
  return path.reduceRight<YamlValue>((inner, step) => new Map([[String(step), inner]]), value);
}

/** The fields in the order of a map that has the same. */
function inOrderOf(map: YAMLMap, item: YamlValue): YamlValue {
  if (!isCompound(item) || Array.isArray(item)) return item;
  const order = map.items.map(({ key }) => (isScalar(key) ? String(key.value) : ''));
  const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  return new Map([...fieldsOf(item)].sort(([a], [b]) => rank(a) - rank(b)));
}

function rangeOf(node: Node): readonly [number, number] {
  if (!node.range) throw new Refusal('unusual');
  return [node.range[0], node.range[1]];
}

function startOf(node: unknown): number {
  return rangeOf((isPair(node) ? node.key : node) as Node)[0];
}

function isPair(node: unknown): node is Pair {
  return typeof node === 'object' && node !== null && 'key' in node;
}

/** The end of `key:`, or of the `null` behind it. */
function endOfEmpty({ key, value }: Pair): number {
  const end = rangeOf(key as Node)[1];
  const range = (value as Node | null)?.range;
  return range && range[1] > range[0] ? range[1] : end;
}

function lineEndBehind(source: string, offset: number): number {
  const end = source.indexOf('\n', offset);
  return end < 0 ? source.length : end;
}

function isOnlyComment(text: string): boolean {
  return /^[ \t]*(?:#.*)?$/.test(text);
}

/** JSON puts keys in quotes. */
function isInJson(key: unknown): boolean {
  return isScalar(key) && key.type === Scalar.QUOTE_DOUBLE;
}

/** JSON in one line, with a space behind each mark, as people write it. */
function json(value: YamlValue): string {
  if (Array.isArray(value)) return `[${value.map(json).join(', ')}]`;
  if (isCompound(value))
    return `{${fieldsOf(value)
      .map(([key, inner]) => pairInJson(key, inner))
      .join(', ')}}`;
  return value instanceof YamlNumber ? value.digits : JSON.stringify(value);
}

function pairInJson(key: string, value: YamlValue): string {
  return `${JSON.stringify(key)}: ${json(value)}`;
}

/** The value of a file once the change is made; throws where it has no place for it. */
function changed(value: unknown, path: YamlPath, change: YamlChange): unknown {
  if ('removes' in change) return without(value, change.path, 0);
  const [step, ...rest] = path;
  if (step === undefined) {
    if (!('item' in change)) return plain(change.value);
    const item = plain(change.item);
    if (value === null || value === undefined) return [item];
    const list = Array.isArray(value) ? value : [value];
    return list.toSpliced(change.before ?? list.length, 0, item);
  }
  if (Array.isArray(value)) return value.with(Number(step), changed(value[Number(step)], rest, change));
  const map = new Map(value instanceof Map ? value : undefined);
  const key = [...map.keys()].find((each) => String(each) === String(step)) ?? step;
  return map.set(key, changed(map.get(key), rest, change));
}

function without(value: unknown, path: YamlPath, depth: number): unknown {
  const step = path[depth];
  const isLast = depth === path.length - 1;
  if (Array.isArray(value)) {
    const rest = isLast ? undefined : without(value[Number(step)], path, depth + 1);
    if (rest !== undefined) return value.with(Number(step), rest);
    return value.length === 1 && depth >= 3 ? undefined : value.toSpliced(Number(step), 1);
  }
  if (!(value instanceof Map)) return value;
  const key = [...value.keys()].find((each) => String(each) === String(step));
  const rest = isLast ? undefined : without(value.get(key), path, depth + 1);
  if (rest !== undefined) return new Map(value).set(key, rest);
  if (value.size === 1 && depth >= 3) return undefined;
  return new Map([...value].filter(([each]) => each !== key));
}

function plain(value: YamlValue): unknown {
  if (value instanceof YamlNumber) return Number(value.digits);
  if (Array.isArray(value)) return value.map(plain);
  return isCompound(value) ? new Map(fieldsOf(value).map(([key, inner]) => [key, plain(inner)])) : value;
}

/** Keys may change their order. */
function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((each, i) => isSame(each, b[i]));
  if (a instanceof Map && b instanceof Map) {
    const text = new Map([...b].map(([key, value]) => [String(key), value]));
    return (
      a.size === b.size && [...a].every(([key, value]) => text.has(String(key)) && isSame(value, text.get(String(key))))
    );
  }
  return Object.is(a, b) || (a instanceof Date && b instanceof Date && a.getTime() === b.getTime());
}
