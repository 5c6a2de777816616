import { nearest } from '../language/edit-distance.js';
import type { Values } from '../messages/message.js';
import { LineMap, type Range } from '../text/line-map.js';
import type { Span } from '../text/span.js';
import { readAnyYaml } from './any-yaml.js';
import { isCodeSnippets, languageOfFile, readCodeSnippets } from './code-snippets.js';
import { type FieldHome, homeOfField } from './field-home.js';
import { meantValue } from './meant-value.js';
import { PackPlace } from './pack-place.js';
import { numberProblem } from './plain-number.js';
import { readPlainYaml } from './plain-yaml.js';
import { maxFileLength, meaning, type Problem } from './problem.js';
import { expectationOf, wrongType } from './schema-expectation.js';
import { fields, type SchemaError } from './schemas.generated.js';
import type { YamlMistake } from './yaml-mistake.js';
import type { TextVisitor, YamlPath, YamlTree } from './yaml-tree.js';

/** A file of a pack read once, with the place of everything in it: YAML, or VS Code's snippets in JSON. */
export class YamlFile {
  readonly path: string;
  /** Whether it has VS Code's own snippets. */
  readonly isCodeSnippets: boolean;
  /** The language that its name says its plain texts are in. */
  readonly language: string | undefined;
  readonly #problems: Problem[] = [];
  /** Undefined where nothing of the file can be used. */
  readonly #tree: YamlTree | undefined;
  readonly #source: string;
  #lines: LineMap | undefined;
  /** The first mistake for which the file cannot be parsed. */
  #mistake: YamlMistake | undefined;
  /** Where the YAML is broken, in order: what holds one of these offsets is not to be trusted. */
  readonly #broken: number[] = [];

  constructor(path: string, text: string) {
    this.path = path;
    this.isCodeSnippets = isCodeSnippets(path);
    this.language = this.isCodeSnippets ? languageOfFile(path) : undefined;
    const tooLong = text.length > maxFileLength;
    // The library ends no line at a lone \r, and reads broken YAML otherwise with \r\n. No line or column changes.
    const source = tooLong ? '' : text.replace(/\r\n?/g, '\n');
    this.#source = source;
    if (tooLong) this.addAt({ start: 0, end: 0 }, 'error', 'pack.file-too-long', { length: text.length });
    const tell = (mistake: YamlMistake) => this.#addMistake(mistake);
    this.#tree = this.isCodeSnippets
      ? readCodeSnippets(source, tell)
      : (readPlainYaml(source) ?? readAnyYaml(source, tell));
    this.#broken.sort((a, b) => a - b);
  }

  #addMistake(mistake: YamlMistake): void {
    const { span, values, breaks } = mistake;
    this.#broken.push(span.start);
    if (!breaks) this.addAt(span, 'error', 'pack.yaml-invalid', values);
    else if (this.#mistake === undefined || span.start < this.#mistake.span.start) this.#mistake = mistake;
  }

  /** What is wrong with the file: one mistake where it cannot be parsed, since the others follow from it. */
  get problems(): readonly Problem[] {
    if (this.#mistake === undefined) return this.#problems;
    const { span, values } = this.#mistake;
    return [this.#problemAt(span, 'error', this.isCodeSnippets ? 'pack.json-invalid' : 'pack.yaml-invalid', values)];
  }

  /** How many problems were met, shown or not. */
  get problemCount(): number {
    return this.#problems.length;
  }

  /** Whether the file can be parsed to its end. */
  get isParsed(): boolean {
    return this.#mistake === undefined;
  }

  /** The keys at a path, each once; empty where there is no map. */
  keys(path: YamlPath = []): readonly string[] {
    return this.#tree?.keys(path) ?? [];
  }

  isMap(path: YamlPath): boolean {
    return this.#tree?.isMap(path) ?? false;
  }

  isEmpty(): boolean {
    return this.#tree !== undefined && this.#tree.span([]) === undefined;
  }

  /** The plain value at a path; undefined where nothing is there, or, with a problem, where aliases cannot be followed. */
  value(path: YamlPath): unknown {
    try {
      return this.#tree?.value(path);
    } catch (error) {
      const detail = firstLine(error instanceof Error ? error.message : String(error));
      if (/excessive/i.test(detail)) this.add(path, 'error', 'pack.alias-abuse', {});
      else this.add(path, 'error', 'pack.yaml-invalid', { detail: 'yaml.alias' });
      return undefined;
    }
  }

  /** Visits the texts of a map that holds nothing else, without a value for it; false where there may be more. */
  texts(path: YamlPath, visit: TextVisitor): boolean {
    return this.#tree?.texts(path, visit) ?? false;
  }

  /** The digits of a number as the file has them: `37.3e12`. */
  written(path: YamlPath): string | undefined {
    return this.#tree?.written(path);
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
      const span = this.#tree?.span(path.slice(0, length));
      if (span !== undefined) return span;
    }
    return { start: 0, end: 0 };
  }

  /** The place of the last key of a path. */
  keySpan(path: YamlPath): Span {
    return this.#tree?.keySpan(path) ?? this.span(path);
  }

  placeOf(span: Span): PackPlace {
    return new PackPlace(this, span);
  }

  rangeOf(span: Span): Range {
    this.#lines ??= new LineMap(this.#source);
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
              ...meaning(meantValue('language', language)),
            });
          }
          break;
        case 'additionalProperties': {
          const unknown = String(error.params.additionalProperty);
          // In braces `value: 23,000` is 23 and a field 000.
          if (/^\d+$/.test(unknown) && fieldsAt(at).includes('value')) {
            holds = false;
            this.addAtKey([...at, unknown], 'error', 'pack.number-cut', {});
            break;
          }
          this.addUnknownField([...at, unknown], fieldsAt(at.length === 0 ? [this.path] : at));
          break;
        }
        case 'required':
          holds = false;
          this.addAtKey(at, 'error', 'pack.missing-field', { field: String(error.params.missingProperty) });
          break;
        default:
          // The pattern of a key of languages is reported under `propertyNames`.
          if ('propertyName' in error.params) break;
          holds = false;
          this.#addWrongType(at, field || String(path.at(-1) ?? this.path), expectationOf(error));
      }
    }
    return holds;
  }

  #addWrongType(at: YamlPath, field: string, expected: string): void {
    const found = this.written(at) ?? this.value(at);
    if (expected === 'number' && at.at(-1) === 'value' && typeof found === 'string') {
      const { messageId, values } = numberProblem(found);
      this.add(at, 'error', messageId, values);
      return;
    }
    this.add(at, 'error', 'pack.wrong-type', wrongType(field, expected, found));
  }

  /** `known`: the fields that may stand there. */
  addUnknownField(path: YamlPath, known: readonly string[]): void {
    const field = String(path.at(-1));
    const home = homeOfField(path, this.value(path));
    if (home !== undefined) this.addMisplaced(path, home);
    else this.addAtKey(path, 'warning', 'pack.unknown-field', { field, ...meaning(nearest(field, known)) });
  }

  addMisplaced(path: YamlPath, { where, values }: FieldHome): void {
    this.addAtKey(path, 'warning', `pack.misplaced-field.${where}`, { field: String(path.at(-1)), ...values });
  }

  addAt(span: Span, severity: Problem['severity'], messageId: string, values: Values): void {
    this.#problems.push(this.#problemAt(span, severity, messageId, values));
  }

  #problemAt(span: Span, severity: Problem['severity'], messageId: string, values: Values): Problem {
    return { severity, messageId, values, path: this.path, range: this.rangeOf(span) };
  }
}

const fieldsBelow = new Map(Object.entries(fields.below));

/** The fields of a map by its path, which may end in languages and numbers: `preferred.en.0`. */
function fieldsAt(path: YamlPath): readonly string[] {
  const name = path.findLast((step) => fieldsBelow.has(String(step)));
  return name === undefined ? [] : (fieldsBelow.get(String(name)) ?? []);
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
