import { type Document, isCollection, isMap, isScalar, LineCounter, type Node, type Pair, parseDocument } from 'yaml';
import type { Values } from '../messages/message.js';
import { LineMap, type Range } from '../text/line-map.js';
import type { Span } from '../text/span.js';
import type { Problem } from './problem.js';
import type { SchemaError } from './schemas.generated.js';

/** A step into a YAML document: keys and indexes from its root. */
export type YamlPath = readonly (string | number)[];

/** More of a YAML file than this is not read, in UTF-16 units. */
const maxLength = 20_000_000;

/** A YAML file read once, with the place of everything in it. */
export class YamlFile {
  readonly path: string;
  readonly problems: Problem[] = [];
  readonly #document: Document;
  readonly #lines: LineMap;
  readonly #source: string;
  /** Where the YAML is broken: what holds one of these offsets is not to be trusted. */
  readonly #broken: number[] = [];

  constructor(path: string, text: string) {
    this.path = path;
    const tooLong = text.length > maxLength;
    this.#source = tooLong ? '' : text;
    this.#lines = new LineMap(this.#source);
    this.#document = parseDocument(this.#source, { lineCounter: new LineCounter(), prettyErrors: false });
    if (tooLong) this.addAt({ start: 0, end: 0 }, 'error', 'pack.file-too-long', { length: text.length });
    for (const error of [...this.#document.errors, ...this.#document.warnings]) {
      const [start, end] = error.pos;
      this.addAt({ start, end: Math.max(start, end) }, 'error', 'pack.yaml-invalid', {
        detail: firstLine(error.message),
      });
      this.#broken.push(start);
    }
  }

  /** The keys at a path, each with whether its value can be trusted; empty where there is no map. */
  keys(path: YamlPath = []): readonly string[] {
    const node = this.#node(path);
    if (!isMap(node)) return [];
    return node.items.map((pair) => keyText(pair)).filter((key) => key !== undefined);
  }

  isMap(path: YamlPath): boolean {
    return isMap(this.#node(path));
  }

  isEmpty(): boolean {
    return this.#document.contents === null;
  }

  /** The plain value at a path; undefined where aliases are abused or nothing is there. */
  value(path: YamlPath): unknown {
    const node = this.#node(path);
    if (node === undefined || node === null) return undefined;
    try {
      return isCollection(node) || isScalar(node) ? node.toJS(this.#document, { maxAliasCount: 50 }) : undefined;
    } catch {
      this.add(path, 'error', 'pack.alias-abuse', {});
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
    return this.#broken.some((offset) => span.start <= offset && offset <= span.end);
  }

  /** The place of a value; of the nearest collection that has one, where there is none. */
  span(path: YamlPath): Span {
    for (let length = path.length; length >= 0; length--) {
      const range = (this.#node(path.slice(0, length)) as Node | null | undefined)?.range;
      if (range) return { start: range[0], end: range[1] };
    }
    return { start: 0, end: 0 };
  }

  /** The place of the last key of a path. */
  keySpan(path: YamlPath): Span {
    const parent = this.#node(path.slice(0, -1));
    const key = path.at(-1);
    if (isMap(parent)) {
      const pair = parent.items.find((item) => keyText(item) === String(key));
      const range = (pair?.key as Node | null | undefined)?.range;
      if (range) return { start: range[0], end: range[1] };
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
            expected: expectation(error),
          });
      }
    }
    return holds;
  }

  addAt(span: Span, severity: Problem['severity'], messageId: string, values: Values): void {
    this.problems.push({ severity, messageId, values, path: this.path, range: this.rangeOf(span) });
  }

  #node(path: YamlPath): unknown {
    return path.length === 0 ? this.#document.contents : this.#document.getIn(path, true);
  }
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

/** What the schema wants, as a key of the messages or as its own values. */
function expectation(error: SchemaError): string {
  switch (error.keyword) {
    case 'type':
      return [error.params.type].flat().join('|');
    case 'enum':
      return (error.params.allowedValues as unknown[]).filter((value) => value !== false).join('|');
    case 'const':
      return String(error.params.allowedValue);
    case 'pattern':
      return String(error.params.pattern);
    default:
      return error.message ?? error.keyword;
  }
}
