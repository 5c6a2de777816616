import { isScalar, Schema } from 'yaml';
import type { Span } from '../text/span.js';
import type { YamlPath, YamlTree } from './yaml-tree.js';

/**
 * Reads the YAML that packs are written in, in one pass: maps and lists in blocks or brackets, scalars on one line,
 * comments. Undefined for anything else, right or wrong (anchors, tags, scalars over several lines, tabs, a key twice,
 * a value left out, indentation that is off): that is for the library, which knows all of YAML and what is wrong with
 * it. What is read here has the values and places that the library gives it, many times faster.
 */
export function readPlainYaml(source: string): YamlTree | undefined {
  if (/^\uFEFF|\t|\r(?!\n)/.test(source)) return undefined;
  try {
    return new PlainYaml(source);
  } catch (error) {
    // A scalar can be too long for an expression, whose stack has an end.
    if (error === notPlain || error instanceof RangeError) return undefined;
    throw error;
  }
}

const notPlain = Symbol('not plain');
const maxDepth = 50;
/** YAML allows 1024 characters before the colon. */
const maxKeyLength = 1000;

const newline = 10;
const carriageReturn = 13;
const space = 32;
const doubleQuote = 34;
const hash = 35;
const singleQuote = 39;
const comma = 44;
const hyphen = 45;
const colon = 58;
const openBracket = 91;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

const singleQuoted = /'(?:[^'\r\n]|'')*'/y;
/** With the escapes that JSON has too. */
const doubleQuoted = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"/uy;
/** What begins a scalar without quotes. */
const plainStart = /[^-?:,[\]{}#&*!|>'"%@`\s]|-[.\d]/y;

/** What may be a number, a truth value or null; all else is text. */
const maybeTyped = /^(?:[-+.~\d]|(?:true|false|null)$)/i;
const types = new Schema({ schema: 'core' }).tags.flatMap((tag) =>
  !tag.collection && tag.test !== undefined && tag.default === true ? [{ ...tag, test: tag.test }] : [],
);

class PlainYaml implements YamlTree {
  readonly #source: string;
  readonly #root: unknown;
  /** Of each node in the order of the file, keys too: its start, its end, and the index here of what follows it. */
  #places: Int32Array;
  #placesEnd = 0;
  /** The nodes in those collections that were looked into, by key or index. */
  readonly #children = new Map<number, ReadonlyMap<string, number>>();

  /** The offset that is read next. */
  #at = 0;
  /** After a line: the column of the next content, or -1 at the end. */
  #column = 0;
  /** The end of the last line that had content. */
  #lineEnd = 0;
  #depth = 0;
  /** The last scalar, from its first quote to its last. */
  #scalarStart = 0;
  #scalarEnd = 0;

  constructor(source: string) {
    this.#source = source;
    this.#places = new Int32Array(source.length >> 1);
    this.#nextContent();
    this.#root = this.#blockNode(this.#column, -1);
    if (this.#column !== -1 || !isCollection(this.#root)) throw notPlain;
  }

  keys(path: YamlPath): readonly string[] | undefined {
    const found = this.#find(path);
    if (found === undefined || !isMap(found.value)) return undefined;
    return [...this.#childrenOf(found.node, found.value).keys()];
  }

  value(path: YamlPath): unknown {
    return this.#find(path)?.value;
  }

  written(path: YamlPath): string | undefined {
    const found = this.#find(path);
    return found === undefined || isCollection(found.value) ? undefined : this.#textAt(found.node);
  }

  span(path: YamlPath): Span | undefined {
    const found = this.#find(path);
    return found && this.#spanOf(found.node);
  }

  keySpan(path: YamlPath): Span | undefined {
    const found = path.length > 0 && isMap(this.value(path.slice(0, -1))) ? this.#find(path) : undefined;
    // A key stands right before its value.
    return found && this.#spanOf(found.node - 3);
  }

  #find(path: YamlPath): { readonly value: unknown; readonly node: number } | undefined {
    let value = this.#root;
    let node: number | undefined = 0;
    for (const step of path) {
      if (!isCollection(value)) return undefined;
      node = this.#childrenOf(node, value).get(String(step));
      if (node === undefined) return undefined;
      value = (value as Record<string, unknown>)[step];
    }
    return { value, node };
  }

  #childrenOf(node: number, value: object): ReadonlyMap<string, number> {
    const known = this.#children.get(node);
    if (known !== undefined) return known;
    const children = new Map<string, number>();
    const end = this.#places[node + 2] as number;
    for (let child = node + 3; child < end; child = this.#places[child + 2] as number) {
      if (Array.isArray(value)) children.set(String(children.size), child);
      else {
        const key = this.#textAt(child);
        child += 3;
        children.set(key, child);
      }
    }
    this.#children.set(node, children);
    return children;
  }

  #spanOf(node: number): Span {
    return { start: this.#places[node] as number, end: this.#places[node + 1] as number };
  }

  #textAt(node: number): string {
    const { start, end } = this.#spanOf(node);
    return textOf(this.#source.slice(start, end));
  }

  #add(start: number, end: number): number {
    const node = this.#placesEnd;
    if (node + 3 > this.#places.length) {
      const places = this.#places;
      this.#places = new Int32Array(2 * node + 3);
      this.#places.set(places);
    }
    this.#places[node] = start;
    this.#places[node + 1] = end;
    this.#placesEnd = node + 3;
    this.#places[node + 2] = this.#placesEnd;
    return node;
  }

  #addScalar(): void {
    this.#add(this.#scalarStart, this.#scalarEnd);
  }

  /** Adds a collection, which is closed when all that it holds is read. */
  #open(start: number): number {
    if (++this.#depth > maxDepth) throw notPlain;
    return this.#add(start, start);
  }

  #close(node: number, end: number): void {
    this.#depth--;
    this.#places[node + 1] = end;
    this.#places[node + 2] = this.#placesEnd;
  }

  /** What begins a line or follows a hyphen, at its column; `indent` is the column of the collection around it. */
  #blockNode(column: number, indent: number): unknown {
    if (this.#isItem()) return this.#blockList(column);
    if (this.#isBracket()) return this.#inlineNode(indent);
    const text = this.#scalar(false);
    return this.#code() === colon ? this.#blockMap(column, text) : this.#scalarOnLine(text);
  }

  /** What follows a colon on its line. */
  #inlineNode(indent: number): unknown {
    if (!this.#isBracket()) return this.#scalarOnLine(this.#scalar(false));
    const value = this.#flowNode(indent);
    this.#endLine();
    return value;
  }

  #scalarOnLine(text: string): unknown {
    this.#addScalar();
    const value = this.#resolve(text);
    this.#endLine();
    return value;
  }

  #blockMap(column: number, firstKey: string): unknown {
    const node = this.#open(this.#scalarStart);
    const map: Record<string, unknown> = {};
    for (let key = firstKey; ; key = this.#scalar(false)) {
      this.#addKey(key, map);
      const colonEnd = this.#at;
      this.#skipSpaces();
      if (this.#isLineEnd()) {
        this.#endLine();
        // A list may stand at the column of its key.
        if (this.#column <= column && !(this.#column === column && this.#isItem())) throw notPlain;
        map[key] = this.#blockNode(this.#column, column);
      } else {
        if (this.#at === colonEnd) throw notPlain;
        map[key] = this.#inlineNode(column);
      }
      if (this.#column > column) throw notPlain;
      if (this.#column < column) break;
    }
    this.#close(node, this.#lineEnd);
    return map;
  }

  #blockList(column: number): unknown {
    const node = this.#open(this.#at);
    const list: unknown[] = [];
    do {
      const start = this.#at++;
      this.#skipSpaces();
      list.push(this.#blockNode(column + this.#at - start, column));
      if (this.#column > column) throw notPlain;
    } while (this.#column === column && this.#isItem());
    this.#close(node, this.#lineEnd);
    return list;
  }

  #flowNode(indent: number): unknown {
    if (this.#isBracket()) return this.#code() === openBrace ? this.#flowMap(indent) : this.#flowList(indent);
    const text = this.#scalar(true);
    this.#addScalar();
    return this.#resolve(text);
  }

  #flowMap(indent: number): unknown {
    const node = this.#open(this.#at++);
    const map: Record<string, unknown> = {};
    this.#skipInFlow(indent);
    while (this.#code() !== closeBrace) {
      const key = this.#scalar(true);
      this.#addKey(key, map);
      this.#skipInFlow(indent);
      map[key] = this.#flowNode(indent);
      this.#endItem(indent, closeBrace);
    }
    this.#close(node, ++this.#at);
    return map;
  }

  #flowList(indent: number): unknown {
    const node = this.#open(this.#at++);
    const list: unknown[] = [];
    this.#skipInFlow(indent);
    while (this.#code() !== closeBracket) {
      list.push(this.#flowNode(indent));
      this.#endItem(indent, closeBracket);
    }
    this.#close(node, ++this.#at);
    return list;
  }

  #endItem(indent: number, close: number): void {
    this.#skipInFlow(indent);
    if (this.#code() === comma) {
      this.#at++;
      this.#skipInFlow(indent);
    } else if (this.#code() !== close) throw notPlain;
  }

  /** The last scalar is a key; goes past its colon. */
  #addKey(key: string, map: object): void {
    if (this.#code() !== colon || this.#at - this.#scalarStart > maxKeyLength) throw notPlain;
    // There already, or a name that all objects have; or a number, say, in other digits than JavaScript's.
    const value = this.#resolve(key);
    if (key in map || key === '<<' || value === null || String(value) !== key) throw notPlain;
    this.#addScalar();
    this.#at++;
  }

  /** Reads a scalar, up to its last character that is no space. */
  #scalar(inFlow: boolean): string {
    const start = this.#at;
    const code = this.#code();
    if (code === singleQuote || code === doubleQuote) {
      const quoted = code === singleQuote ? singleQuoted : doubleQuoted;
      if (!this.#matches(quoted)) throw notPlain;
      this.#at = quoted.lastIndex;
    } else {
      if (!this.#matches(plainStart)) throw notPlain;
      this.#at = this.#plainEnd(start, inFlow);
    }
    this.#scalarStart = start;
    this.#scalarEnd = this.#at;
    return textOf(this.#source.slice(start, this.#at));
  }

  #plainEnd(start: number, inFlow: boolean): number {
    const source = this.#source;
    let end = start;
    for (let at = start; at < source.length; at++) {
      const code = source.charCodeAt(at);
      if (code === space) continue;
      if (code === newline || code === carriageReturn) break;
      if (code === hash && source.charCodeAt(at - 1) === space) break;
      if (code === colon && this.#endsAtColon(at + 1, inFlow)) break;
      if (inFlow && isFlowIndicator(code)) break;
      end = at + 1;
    }
    return end;
  }

  #endsAtColon(next: number, inFlow: boolean): boolean {
    const code = this.#source.charCodeAt(next);
    return isLineBreak(code) || code === space || (inFlow && isFlowIndicator(code));
  }

  #resolve(text: string): unknown {
    const code = this.#source.charCodeAt(this.#scalarStart);
    if (isWord(code) || code === singleQuote || code === doubleQuote || !maybeTyped.test(text)) return text;
    const type = types.find(({ test }) => test.test(text));
    const value = type === undefined ? text : type.resolve(text, () => {}, {});
    return isScalar(value) ? value.value : value;
  }

  /** Goes over what may end a line to the next line with content. */
  #endLine(): void {
    this.#skipSpaces();
    if (!this.#isLineEnd()) throw notPlain;
    this.#skipLine();
    this.#lineEnd = this.#at;
    this.#nextContent();
  }

  /** Goes to the next line with content; a comment that is deeper than it may belong to what goes before. */
  #nextContent(): void {
    let deepestComment = 0;
    for (;;) {
      const start = this.#at;
      this.#skipSpaces();
      const column = this.#at - start;
      if (this.#code() === hash) deepestComment = Math.max(deepestComment, column);
      else if (this.#at === this.#source.length || !isLineBreak(this.#code())) {
        this.#column = this.#at === this.#source.length ? -1 : column;
        if (deepestComment > Math.max(this.#column, 0)) throw notPlain;
        return;
      }
      this.#skipLine();
    }
  }

  /** Goes over white space and comments between brackets; what begins a line must be deeper than `indent`. */
  #skipInFlow(indent: number): void {
    this.#skipSpaces();
    while (this.#isLineEnd() && this.#at < this.#source.length) {
      this.#skipLine();
      const start = this.#at;
      this.#skipSpaces();
      if (this.#at - start <= indent && !isLineBreak(this.#code())) throw notPlain;
    }
  }

  #skipSpaces(): void {
    while (this.#code() === space) this.#at++;
  }

  #skipLine(): void {
    const end = this.#source.indexOf('\n', this.#at);
    this.#at = end === -1 ? this.#source.length : end + 1;
  }

  /** At the end of a line or at a comment. */
  #isLineEnd(): boolean {
    if (this.#code() === hash) return this.#source.charCodeAt(this.#at - 1) === space;
    return isLineBreak(this.#code());
  }

  #isItem(): boolean {
    return this.#code() === hyphen && this.#source.charCodeAt(this.#at + 1) === space;
  }

  #isBracket(): boolean {
    return this.#code() === openBrace || this.#code() === openBracket;
  }

  #matches(sticky: RegExp): boolean {
    sticky.lastIndex = this.#at;
    return sticky.test(this.#source);
  }

  /** The character that is read next; NaN at the end. */
  #code(): number {
    return this.#source.charCodeAt(this.#at);
  }
}

/** The text of a scalar as it stands. */
function textOf(written: string): string {
  const code = written.charCodeAt(0);
  if (code === singleQuote) return written.slice(1, -1).replaceAll("''", "'");
  if (code !== doubleQuote) return written;
  return written.includes('\\') ? JSON.parse(written) : written.slice(1, -1);
}

/** The letters that truth values and null begin with, and the tilde. */
const typedStarts = new Set([...'FNTfnt~'].map((letter) => letter.charCodeAt(0)));
const isWord = (code: number) => code > 64 && !typedStarts.has(code);
const isLineBreak = (code: number) => code === newline || code === carriageReturn || Number.isNaN(code);
const isFlowIndicator = (code: number) =>
  code === comma || code === openBracket || code === closeBracket || code === openBrace || code === closeBrace;
const isCollection = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isMap = (value: unknown): value is object => isCollection(value) && !Array.isArray(value);
