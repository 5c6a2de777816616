import { isScalar, Schema } from 'yaml';
import { SliceNumbers } from '../text/slice-numbers.js';
import type { Span } from '../text/span.js';
import type { TextVisitor, YamlPath, YamlTree } from './yaml-tree.js';

/**
 * Reads the YAML that packs are written in, in one pass: maps and lists in blocks or brackets, scalars on one line,
 * comments. Undefined for anything else, right or wrong (anchors, tags, scalars over several lines, tabs, a key twice,
 * a value left out, indentation that is off): that is for the library, which knows all of YAML and what is wrong with
 * it. What is read here has the values and places that the library gives it, many times faster.
 */
export function readPlainYaml(source: string): YamlTree | undefined {
  if (/^\uFEFF|[\t\r]/.test(source)) return undefined;
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

const singleQuoted = /'(?:[^'\n]|'')*'/y;
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
/** What a text and a name of all objects may have in common without a look at the whole. */
const outlineOf = (length: number, code: number) => 0x10000 * length + code;
const outlinesOfNames: ReadonlySet<number> = new Set(
  [...namesOfAllObjects].map((name) => outlineOf(name.length, name.charCodeAt(0))),
);

/** What a node is, as its place tells. */
const scalarNode = 0;
const mapNode = 1;
const listNode = 2;

/** The numbers in the places of a node: its start, its end, the node after all that it holds, what it is. */
const placeLength = 4;
/** Collections with more in them are looked up in an index. */
const fewChildren = 16;

/** The values of a map with many keys, by the numbers of these. */
interface LargeMap {
  readonly keys: SliceNumbers;
  readonly values: number[];
}

class PlainYaml implements YamlTree {
  readonly #source: string;
  /** Of each node in the order of the file, keys too; values are made when somebody asks, since a large file has many. */
  #places: Int32Array;
  #placesEnd = 0;
  readonly #largeMaps = new Map<number, LargeMap>();
  /** The first step of the last path, and where it leads. */
  #lastFirst: string | number | undefined;
  #lastFirstNode: number | undefined;
  /** The last value that was found in a large map, and that map. */
  #lastMap = -1;
  #lastValue = -1;
  /** The items of large lists that were looked into. */
  readonly #itemsOf = new Map<number, readonly number[]>();
  /** The keys of the small maps that are being read. */
  readonly #keys: number[] = [];
  #keyCount = 0;
  /** Keys as last made, by their first unit: most come again and again. */
  readonly #keyTexts: (string | undefined)[] = [];

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

  isMap(path: YamlPath): boolean {
    const node = this.#find(path);
    return node !== undefined && this.#kindOf(node) === mapNode;
  }

  keys(path: YamlPath): readonly string[] | undefined {
    const node = this.#find(path);
    if (node === undefined || this.#kindOf(node) !== mapNode) return undefined;
    return this.#childrenOf(node).map((value) => this.#textAt(value - placeLength));
  }

  value(path: YamlPath): unknown {
    const node = this.#find(path);
    return node === undefined ? undefined : this.#valueOf(node);
  }

  written(path: YamlPath): string | undefined {
    const node = this.#find(path);
    return node === undefined || this.#kindOf(node) !== scalarNode ? undefined : this.#textAt(node);
  }

  texts(path: YamlPath, visit: TextVisitor): boolean {
    const map = this.#find(path);
    if (map === undefined || this.#kindOf(map) !== mapNode) return false;
    const end = this.#after(map);
    for (let key = map + placeLength; key < end; key = this.#after(key + placeLength)) {
      if (!this.#visitTexts(key + placeLength, visit, this.#keyAt(key), undefined)) return false;
    }
    return true;
  }

  /** A text, a list of texts, or, under a key of the map alone, a map of these. */
  #visitTexts(node: number, visit: TextVisitor, key: string, innerKey: string | undefined): boolean {
    const kind = this.#kindOf(node);
    const end = this.#after(node);
    if (kind !== scalarNode && end === node + placeLength) return false;
    switch (kind) {
      case mapNode:
        if (innerKey !== undefined) return false;
        for (let inner = node + placeLength; inner < end; inner = this.#after(inner + placeLength)) {
          if (!this.#visitTexts(inner + placeLength, visit, key, this.#keyAt(inner))) return false;
        }
        return true;
      case listNode:
        for (let item = node + placeLength; item < end; item = this.#after(item)) {
          if (this.#kindOf(item) !== scalarNode || !this.#visitTexts(item, visit, key, innerKey)) return false;
        }
        return true;
      default: {
        const value = this.#valueOf(node);
        if (typeof value !== 'string') return false;
        visit(value, key, innerKey);
        return true;
      }
    }
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
    if (length === 0) return 0;
    // Most paths begin as the last did.
    const first = path[0] as string | number;
    if (first !== this.#lastFirst) {
      this.#lastFirst = first;
      this.#lastFirstNode = this.#childOf(0, first);
    }
    let node = this.#lastFirstNode;
    for (let i = 1; i < length && node !== undefined; i++) node = this.#childOf(node, path[i] as string | number);
    return node;
  }

  #childOf(node: number, step: string | number): number | undefined {
    switch (this.#kindOf(node)) {
      case mapNode: {
        const key = String(step);
        const near = node === this.#lastMap ? this.#nearLast(key) : undefined;
        if (near !== undefined) return near;
        const large = this.#largeMaps.get(node);
        return large === undefined ? this.#valueIn(node, key) : this.#valueAmong(node, large, key);
      }
      case listNode:
        return this.#itemsIn(node)[Number(step)];
      default:
        return undefined;
    }
  }

  /** The value of a key in the last large map: most are asked for twice, what it is and where, and then the next is. */
  #nearLast(key: string): number | undefined {
    const last = this.#lastValue;
    if (this.#isText(last - placeLength, key)) return last;
    const next = this.#after(last);
    if (next === this.#after(this.#lastMap) || !this.#isText(next, key)) return undefined;
    this.#lastValue = next + placeLength;
    return this.#lastValue;
  }

  /** The value of a key in a large map. */
  #valueAmong(map: number, { keys, values }: LargeMap, key: string): number | undefined {
    const value = values[keys.find(key, 0, key.length)];
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
          set(map, this.#keyAt(key), this.#valueOf(key + placeLength));
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

  #keyAt(key: number): string {
    const start = this.#places[key] as number;
    const code = this.#source.charCodeAt(start);
    const known = this.#keyTexts[code];
    if (known !== undefined && !isQuote(code) && this.#isText(key, known)) return known;
    const text = this.#textAt(key);
    if (code < 0x80) this.#keyTexts[code] = text;
    return text;
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
    const keys = this.#keyCount;
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
    this.#keyCount = keys;
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
    const keys = this.#keyCount;
    this.#skipInFlow(indent);
    while (this.#code() !== closeBrace) {
      this.#scalar(true);
      this.#addKey(node, keys);
      this.#skipInFlow(indent);
      this.#flowNode(indent);
      this.#endItem(indent, closeBrace);
    }
    this.#keyCount = keys;
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
    const length = this.#at - this.#scalarStart;
    if (this.#code() !== colon || length > maxKeyLength) throw notPlain;
    const code = this.#source.charCodeAt(this.#scalarStart);
    const key = this.#placesEnd;
    this.#addScalar();
    if (outlinesOfNames.has(outlineOf(length, code)) || !isWord(code, length)) {
      const text = this.#textAt(key);
      // A name that all objects have; or a number, say, in other digits than JavaScript's.
      const value = resolve(text, code);
      if (namesOfAllObjects.has(text) || text === '<<' || value === null || String(value) !== text) throw notPlain;
    }
    if (this.#isKnown(key, map, firstKey)) throw notPlain;
    this.#at++;
  }

  /** Whether a map has a key already; if not, it has it now. */
  #isKnown(key: number, map: number, firstKey: number): boolean {
    const keys = this.#keys;
    const count = this.#keyCount;
    if (count - firstKey < fewChildren) {
      for (let i = firstKey; i < count; i++) if (this.#isSame(key, keys[i] as number)) return true;
      keys[count] = key;
      this.#keyCount++;
      return false;
    }
    let large = this.#largeMaps.get(map);
    if (large === undefined) {
      large = { keys: new SliceNumbers(), values: [] };
      for (let i = firstKey; i < count; i++) this.#addTo(large, keys[i] as number);
      this.#largeMaps.set(map, large);
    }
    return !this.#addTo(large, key);
  }

  /** Adds a key to a map; false if it has it. */
  #addTo({ keys, values }: LargeMap, key: number): boolean {
    const start = this.#places[key] as number;
    const end = this.#places[key + 1] as number;
    const isSlice = !isQuote(this.#source.charCodeAt(start));
    const text = isSlice ? this.#source : this.#textAt(key);
    const number = isSlice ? keys.numberOf(text, start, end) : keys.numberOf(text, 0, text.length);
    if (number < values.length) return false;
    // A key stands right before its value.
    values.push(key + placeLength);
    return true;
  }

  #isSame(key: number, other: number): boolean {
    const source = this.#source;
    const start = this.#places[key] as number;
    const length = (this.#places[key + 1] as number) - start;
    const otherStart = this.#places[other] as number;
    if (isQuote(source.charCodeAt(start)) || isQuote(source.charCodeAt(otherStart))) {
      return this.#textAt(key) === this.#textAt(other);
    }
    if ((this.#places[other + 1] as number) - otherStart !== length) return false;
    for (let i = 0; i < length; i++) {
      if (source.charCodeAt(start + i) !== source.charCodeAt(otherStart + i)) return false;
    }
    return true;
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
      if (code === newline) break;
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

/** As the library does: `__proto__` is a key like any other, and not what would be set by assigning to it. */
function set(map: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true });
  else map[key] = value;
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
const isLineBreak = (code: number) => code === newline || Number.isNaN(code);
const isFlowIndicator = (code: number) =>
  code === comma || code === openBracket || code === closeBracket || code === openBrace || code === closeBrace;
