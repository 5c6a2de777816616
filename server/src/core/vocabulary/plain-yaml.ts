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

const namesOfAllObjects: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** What a node is, as its place tells. */
const scalarNode = 0;
const mapNode = 1;
const listNode = 2;

/** The numbers in the places of a node: its start, its end, the node after all that it holds, what it is. */
const placeLength = 4;
/** Collections with more in them are looked up in an index. */
const fewChildren = 16;

class PlainYaml implements YamlTree {
  readonly #source: string;
  /** Of each node in the order of the file, keys too; values are made when somebody asks, since a large file has many. */
  #places: Int32Array;
  #placesEnd = 0;
  /** The values in large maps by their keys. */
  readonly #valuesOf = new Map<number, ReadonlyMap<string, number>>();
  /** The last value that was found in a large map, and that map. */
  #lastMap = -1;
  #lastValue = -1;
  /** The items of large lists that were looked into. */
  readonly #itemsOf = new Map<number, readonly number[]>();
  /** The keys of the maps that are being read. */
  readonly #keys: string[] = [];

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
    this.#places = new Int32Array(source.length);
    this.#nextContent();
    this.#blockNode(this.#column, -1);
    if (this.#column !== -1 || this.#kindOf(0) === scalarNode) throw notPlain;
  }

  keys(path: YamlPath): readonly string[] | undefined {
    const node = this.#find(path);
    if (node === undefined || this.#kindOf(node) !== mapNode) return undefined;
    const values = this.#valuesOf.get(node);
    return values === undefined ? this.#childrenOf(node).map((value) => this.#keyOf(value)) : [...values.keys()];
  }

  value(path: YamlPath): unknown {
    const node = this.#find(path);
    return node === undefined ? undefined : this.#valueOf(node);
  }

  written(path: YamlPath): string | undefined {
    const node = this.#find(path);
    return node === undefined || this.#kindOf(node) !== scalarNode ? undefined : this.#textAt(node);
  }

  span(path: YamlPath): Span | undefined {
    const node = this.#find(path);
    return node === undefined ? undefined : this.#spanOf(node);
  }

  keySpan(path: YamlPath): Span | undefined {
    const map = path.length > 0 ? this.#find(path, path.length - 1) : undefined;
    if (map === undefined || this.#kindOf(map) !== mapNode) return undefined;
    const node = this.#childOf(map, path.at(-1) as string | number);
    return node === undefined ? undefined : this.#spanOf(node - placeLength);
  }

  #find(path: YamlPath, length = path.length): number | undefined {
    let node: number | undefined = 0;
    for (let i = 0; i < length && node !== undefined; i++) node = this.#childOf(node, path[i] as string | number);
    return node;
  }

  #childOf(node: number, step: string | number): number | undefined {
    switch (this.#kindOf(node)) {
      case mapNode: {
        const key = String(step);
        const values = this.#valuesOf.get(node);
        return values === undefined ? this.#valueIn(node, key) : this.#valueAmong(node, values, key);
      }
      case listNode:
        return this.#itemsIn(node)[Number(step)];
      default:
        return undefined;
    }
  }

  /** The value of a key in a large map: most are asked for twice, what it is and where, and then the next is. */
  #valueAmong(map: number, values: ReadonlyMap<string, number>, key: string): number | undefined {
    const last = this.#lastValue;
    if (this.#lastMap === map) {
      if (this.#isText(last - placeLength, key)) return last;
      const next = this.#after(last);
      if (next < this.#after(map) && this.#isText(next, key)) {
        this.#lastValue = next + placeLength;
        return this.#lastValue;
      }
    }
    const value = values.get(key);
    if (value === undefined) return undefined;
    this.#lastMap = map;
    this.#lastValue = value;
    return value;
  }

  /** The value of a key in a small map. */
  #valueIn(map: number, text: string): number | undefined {
    const end = this.#after(map);
    for (let key = map + placeLength; key < end; key = this.#after(key + placeLength)) {
      if (this.#isText(key, text)) return key + placeLength;
    }
    return undefined;
  }

  #isText(scalar: number, text: string): boolean {
    const start = this.#places[scalar] as number;
    return isQuote(this.#source.charCodeAt(start))
      ? this.#textAt(scalar) === text
      : this.#places[scalar + 1] === start + text.length && this.#source.startsWith(text, start);
  }

  #itemsIn(list: number): readonly number[] {
    const known = this.#itemsOf.get(list);
    if (known !== undefined) return known;
    const items = this.#childrenOf(list);
    if (items.length > fewChildren) this.#itemsOf.set(list, items);
    return items;
  }

  /** The values of a map, each after its key, or the items of a list. */
  #childrenOf(node: number): number[] {
    const children: number[] = [];
    const key = this.#kindOf(node) === mapNode ? placeLength : 0;
    const end = this.#after(node);
    for (let child = node + placeLength + key; child < end; child = this.#after(child) + key) children.push(child);
    return children;
  }

  #valueOf(node: number): unknown {
    switch (this.#kindOf(node)) {
      case mapNode: {
        const map: Record<string, unknown> = {};
        const end = this.#after(node);
        for (let key = node + placeLength; key < end; key = this.#after(key + placeLength)) {
          map[this.#textAt(key)] = this.#valueOf(key + placeLength);
        }
        return map;
      }
      case listNode:
        return this.#childrenOf(node).map((item) => this.#valueOf(item));
      default:
        return resolve(this.#textAt(node), this.#source.charCodeAt(this.#places[node] as number));
    }
  }

  #kindOf(node: number): number {
    return this.#places[node + 3] as number;
  }

  /** The node after one and all that it holds. */
  #after(node: number): number {
    return this.#places[node + 2] as number;
  }

  #spanOf(node: number): Span {
    return { start: this.#places[node] as number, end: this.#places[node + 1] as number };
  }

  #textAt(node: number): string {
    return textOf(this.#source.slice(this.#places[node], this.#places[node + 1]));
  }

  /** A key stands right before its value. */
  #keyOf(value: number): string {
    return this.#textAt(value - placeLength);
  }

  #add(kind: number, start: number, end: number): number {
    const node = this.#placesEnd;
    if (node + placeLength > this.#places.length) {
      const places = this.#places;
      this.#places = new Int32Array(2 * node + placeLength);
      this.#places.set(places);
    }
    this.#placesEnd = node + placeLength;
    this.#places[node] = start;
    this.#places[node + 1] = end;
    this.#places[node + 2] = this.#placesEnd;
    this.#places[node + 3] = kind;
    return node;
  }

  #addScalar(): void {
    this.#add(scalarNode, this.#scalarStart, this.#scalarEnd);
  }

  /** Adds a collection, which is closed when all that it holds is read. */
  #open(kind: number, start: number): number {
    if (++this.#depth > maxDepth) throw notPlain;
    return this.#add(kind, start, start);
  }

  #close(node: number, end: number): void {
    this.#depth--;
    this.#places[node + 1] = end;
    this.#places[node + 2] = this.#placesEnd;
  }

  /** What begins a line or follows a hyphen, at its column; `indent` is the column of the collection around it. */
  #blockNode(column: number, indent: number): void {
    if (this.#isItem()) this.#blockList(column);
    else if (this.#isBracket()) this.#inlineNode(indent);
    else {
      this.#scalar(false);
      if (this.#code() === colon) this.#blockMap(column);
      else this.#scalarOnLine();
    }
  }

  /** What follows a colon on its line. */
  #inlineNode(indent: number): void {
    if (this.#isBracket()) {
      this.#flowNode(indent);
      this.#endLine();
    } else {
      this.#scalar(false);
      this.#scalarOnLine();
    }
  }

  #scalarOnLine(): void {
    this.#addScalar();
    this.#endLine();
  }

  /** A map whose first key is the last scalar. */
  #blockMap(column: number): void {
    const node = this.#open(mapNode, this.#scalarStart);
    const keys = this.#keys.length;
    for (;;) {
      this.#addKey(node, keys);
      const colonEnd = this.#at;
      this.#skipSpaces();
      if (this.#isLineEnd()) {
        this.#endLine();
        // A list may stand at the column of its key.
        if (this.#column <= column && !(this.#column === column && this.#isItem())) throw notPlain;
        this.#blockNode(this.#column, column);
      } else {
        if (this.#at === colonEnd) throw notPlain;
        this.#inlineNode(column);
      }
      if (this.#column > column) throw notPlain;
      if (this.#column < column) break;
      this.#scalar(false);
    }
    this.#keys.length = keys;
    this.#close(node, this.#lineEnd);
  }

  #blockList(column: number): void {
    const node = this.#open(listNode, this.#at);
    do {
      const start = this.#at++;
      this.#skipSpaces();
      this.#blockNode(column + this.#at - start, column);
      if (this.#column > column) throw notPlain;
    } while (this.#column === column && this.#isItem());
    this.#close(node, this.#lineEnd);
  }

  #flowNode(indent: number): void {
    if (!this.#isBracket()) {
      this.#scalar(true);
      this.#addScalar();
    } else if (this.#code() === openBrace) this.#flowMap(indent);
    else this.#flowList(indent);
  }

  #flowMap(indent: number): void {
    const node = this.#open(mapNode, this.#at++);
    const keys = this.#keys.length;
    this.#skipInFlow(indent);
    while (this.#code() !== closeBrace) {
      this.#scalar(true);
      this.#addKey(node, keys);
      this.#skipInFlow(indent);
      this.#flowNode(indent);
      this.#endItem(indent, closeBrace);
    }
    this.#keys.length = keys;
    this.#close(node, ++this.#at);
  }

  #flowList(indent: number): void {
    const node = this.#open(listNode, this.#at++);
    this.#skipInFlow(indent);
    while (this.#code() !== closeBracket) {
      this.#flowNode(indent);
      this.#endItem(indent, closeBracket);
    }
    this.#close(node, ++this.#at);
  }

  #endItem(indent: number, close: number): void {
    this.#skipInFlow(indent);
    if (this.#code() === comma) {
      this.#at++;
      this.#skipInFlow(indent);
    } else if (this.#code() !== close) throw notPlain;
  }

  /** The last scalar is a key of a map, whose keys before it begin at `firstKey`; goes past its colon. */
  #addKey(map: number, firstKey: number): void {
    if (this.#code() !== colon || this.#at - this.#scalarStart > maxKeyLength) throw notPlain;
    const key = textOf(this.#source.slice(this.#scalarStart, this.#scalarEnd));
    // A name that all objects have; or a number, say, in other digits than JavaScript's.
    const value = resolve(key, this.#source.charCodeAt(this.#scalarStart));
    if (namesOfAllObjects.has(key) || key === '<<' || value === null || String(value) !== key) throw notPlain;
    if (this.#isKnown(key, map, firstKey)) throw notPlain;
    this.#addScalar();
    this.#at++;
  }

  /** Whether a map has a key already; if not, it has it now. */
  #isKnown(key: string, map: number, firstKey: number): boolean {
    const keys = this.#keys;
    let values = this.#valuesOf.get(map) as Map<string, number> | undefined;
    if (values === undefined && keys.length - firstKey < fewChildren) {
      if (keys.indexOf(key, firstKey) !== -1) return true;
      keys.push(key);
      return false;
    }
    if (values === undefined) {
      this.#places[map + 2] = this.#placesEnd;
      values = new Map(this.#childrenOf(map).map((value) => [this.#keyOf(value), value]));
      this.#valuesOf.set(map, values);
    }
    const { size } = values;
    // Its value is what is added after it.
    values.set(key, this.#placesEnd + placeLength);
    return values.size === size;
  }

  /** Reads a scalar, up to its last character that is no space. */
  #scalar(inFlow: boolean): void {
    const start = this.#at;
    const code = this.#code();
    if (isQuote(code)) {
      const quoted = code === singleQuote ? singleQuoted : doubleQuoted;
      if (!this.#matches(quoted)) throw notPlain;
      this.#at = quoted.lastIndex;
    } else {
      if (!isLetterOrDigit(code) && !this.#matches(plainStart)) throw notPlain;
      this.#at = this.#plainEnd(start, inFlow);
    }
    this.#scalarStart = start;
    this.#scalarEnd = this.#at;
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

/** The value of a scalar's text; `code` is the first character that is written. */
function resolve(text: string, code: number): unknown {
  if (isWord(code, text.length) || isQuote(code) || !maybeTyped.test(text)) return text;
  const type = types.find(({ test }) => test.test(text));
  const value = type === undefined ? text : type.resolve(text, () => {}, {});
  return isScalar(value) ? value.value : value;
}

/** The letters that truth values and null begin with, and the tilde. */
const typedStarts = new Set([...'FNTfnt~'].map((letter) => letter.charCodeAt(0)));
const isWord = (code: number, length: number) => code > 64 && (length > 'false'.length || !typedStarts.has(code));
const isLetterOrDigit = (code: number) =>
  (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58);
const isQuote = (code: number) => code === singleQuote || code === doubleQuote;
const isLineBreak = (code: number) => code === newline || code === carriageReturn || Number.isNaN(code);
const isFlowIndicator = (code: number) =>
  code === comma || code === openBracket || code === closeBracket || code === openBrace || code === closeBrace;
