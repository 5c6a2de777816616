import {
  Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml';
import type { Values } from '../messages/message.js';
import { LineMap, type Range } from '../text/line-map.js';
import type { Span } from '../text/span.js';
import { maxFileLength, type Problem } from './problem.js';
import { expectationOf } from './schema-expectation.js';
import type { SchemaError } from './schemas.generated.js';

/** A step into a YAML document: keys and indexes from its root. */
export type YamlPath = readonly (string | number)[];

/** A YAML file read once, with the place of everything in it. */
export class YamlFile {
  readonly path: string;
  readonly problems: Problem[] = [];
  readonly #document: Document;
  readonly #lines: LineMap;
  readonly #source: string;
  /** Where the YAML is broken, in order: what holds one of these offsets is not to be trusted. */
  readonly #broken: number[] = [];
  /** The pairs of each map by their keys, the first of those with the same key. */
  readonly #pairs = new Map<YAMLMap, ReadonlyMap<string, Pair>>();

  constructor(path: string, text: string) {
    this.path = path;
    const tooLong = text.length > maxFileLength;
    this.#source = tooLong ? '' : text;
    this.#lines = new LineMap(this.#source);
    if (tooLong) this.addAt({ start: 0, end: 0 }, 'error', 'pack.file-too-long', { length: text.length });
    this.#document = this.#parse();
    for (const error of [...this.#document.errors, ...this.#document.warnings]) {
      const [start, end] = error.pos;
      this.#addBroken({ start, end: Math.max(start, end) }, error.message);
    }
    this.#broken.sort((a, b) => a - b);
  }

  #parse(): Document {
    try {
      // The parser would compare every key with every other.
      const document = parseDocument(this.#source, { uniqueKeys: false, prettyErrors: false });
      visit(document, { Map: (_, map) => void this.#pairs.set(map, this.#indexKeys(map)) });
      return document;
    } catch (error) {
      // Collections nested deeper than the stack.
      this.#pairs.clear();
      this.#addBroken({ start: 0, end: 0 }, error instanceof Error ? error.message : String(error));
      return new Document(null);
    }
  }

  #indexKeys(map: YAMLMap): ReadonlyMap<string, Pair> {
    const pairs = new Map<string, Pair>();
    for (const pair of map.items) {
      const key = keyText(pair);
      if (key === undefined) continue;
      if (!pairs.has(key)) pairs.set(key, pair);
      else this.#addBroken(spanOf(pair.key) ?? { start: 0, end: 0 }, 'Map keys must be unique');
    }
    return pairs;
  }

  #addBroken(span: Span, message: string): void {
    this.addAt(span, 'error', 'pack.yaml-invalid', { detail: firstLine(message) });
    this.#broken.push(span.start);
  }

  /** The keys at a path, each once; empty where there is no map. */
  keys(path: YamlPath = []): readonly string[] {
    const node = this.#node(path);
    return isMap(node) ? [...(this.#pairs.get(node)?.keys() ?? [])] : [];
  }

  isMap(path: YamlPath): boolean {
    return isMap(this.#node(path));
  }

  isEmpty(): boolean {
    return this.#document.contents === null;
  }

  /** The plain value at a path; undefined where nothing is there, or, with a problem, where aliases cannot be followed. */
  value(path: YamlPath): unknown {
    const node = this.#node(path);
    if (node === undefined || node === null) return undefined;
    try {
      return isCollection(node) || isScalar(node) ? node.toJS(this.#document, { maxAliasCount: 50 }) : undefined;
    } catch (error) {
      const detail = firstLine(error instanceof Error ? error.message : String(error));
      if (/excessive/i.test(detail)) this.add(path, 'error', 'pack.alias-abuse', {});
      else this.add(path, 'error', 'pack.yaml-invalid', { detail });
      return undefined;
    }
  }

  /** The digits of a number as the file has them: `37.3e12`. */
  written(path: YamlPath): string | undefined {
    const node = this.#node(path);
    if (!isScalar(node)) return undefined;
    return node.source ?? (node.value === undefined ? undefined : String(node.value));
  }

  /** Whether the YAML breaks inside the value at a path. */
  isBroken(path: YamlPath): boolean {
    if (this.#broken.length === 0) return false;
    const span = this.span(path);
    let low = 0;
    let high = this.#broken.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#broken[middle] as number) < span.start) low = middle + 1;
      else high = middle;
    }
    return (this.#broken[low] ?? Number.POSITIVE_INFINITY) <= span.end;
  }

  /** The place of a value; of the nearest collection that has one, where there is none. */
  span(path: YamlPath): Span {
    for (let length = path.length; length >= 0; length--) {
      const span = spanOf(this.#node(path.slice(0, length)));
      if (span !== undefined) return span;
    }
    return { start: 0, end: 0 };
  }

  /** The place of the last key of a path. */
  keySpan(path: YamlPath): Span {
    const parent = this.#node(path.slice(0, -1));
    const key = path.at(-1);
    if (isMap(parent)) {
      const span = spanOf(this.#pairs.get(parent)?.get(String(key))?.key);
      if (span !== undefined) return span;
    }
    return this.span(path);
  }

  rangeOf(span: Span): Range {
    return this.#lines.rangeOf(span);
  }

  add(path: YamlPath, severity: Problem['severity'], messageId: string, values: Values): void {
    this.addAt(this.span(path), severity, messageId, values);
  }

  addAtKey(path: YamlPath, severity: Problem['severity'], messageId: string, values: Values): void {
    this.addAt(this.keySpan(path), severity, messageId, values);
  }

  /** Reports what a schema has against the value at `path`; true if only unknown fields stand against it. */
  report(path: YamlPath, errors: readonly SchemaError[]): boolean {
    let holds = true;
    for (const error of errors) {
      const at = [...path, ...pointer(error.instancePath)];
      const field = at.slice(path.length).join('.');
      switch (error.keyword) {
        case 'if':
        case 'not':
        case 'propertyNames':
          holds = holds && error.keyword === 'if';
          if (error.keyword === 'propertyNames') {
            const language = String(error.params.propertyName);
            this.addAtKey([...at, language], 'error', 'pack.wrong-type', {
              field: [field, language].filter(Boolean).join('.'),
              expected: 'language',
            });
          }
          break;
        case 'additionalProperties': {
          const unknown = String(error.params.additionalProperty);
          this.addAtKey([...at, unknown], 'warning', 'pack.unknown-field', { field: unknown });
          break;
        }
        case 'required':
          holds = false;
          this.addAtKey(at, 'error', 'pack.missing-field', { field: String(error.params.missingProperty) });
          break;
        default:
          // The pattern of a key of languages is reported under `propertyNames`.
          if ('propertyName' in error.params || (error as { propertyName?: string }).propertyName !== undefined) break;
          holds = false;
          this.add(at, 'error', 'pack.wrong-type', {
            field: field || String(path.at(-1) ?? this.path),
            expected: expectationOf(error),
          });
      }
    }
    return holds;
  }

  addAt(span: Span, severity: Problem['severity'], messageId: string, values: Values): void {
    this.problems.push({ severity, messageId, values, path: this.path, range: this.rangeOf(span) });
  }

  #node(path: YamlPath): unknown {
    let node: unknown = this.#document.contents;
    for (const step of path) {
      if (isMap(node)) node = this.#pairs.get(node)?.get(String(step))?.value;
      else if (isSeq(node)) node = node.items[Number(step)];
      else return undefined;
    }
    return node;
  }
}

function spanOf(node: unknown): Span | undefined {
  const range = (node as Node | null | undefined)?.range;
  return range ? { start: range[0], end: range[1] } : undefined;
}

function keyText(pair: Pair): string | undefined {
  const key = pair.key;
  if (isScalar(key)) return String(key.source ?? key.value);
  return typeof key === 'string' ? key : undefined;
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] as string;
}

function pointer(path: string): (string | number)[] {
  return path
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}
