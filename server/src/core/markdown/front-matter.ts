import { parse as parseTomlText, TomlDate, TomlError } from 'smol-toml';
import { Document, isMap, isScalar, parseDocument, YAMLParseError } from 'yaml';
import { daysInMonth } from '../language/calendar.js';
import { editDistance } from '../language/edit-distance.js';
import type { Values } from '../messages/message.js';
import { once } from '../text/once.js';
import type { Span } from '../text/span.js';
import { readPlainYaml } from '../vocabulary/plain-yaml.js';
import { yamlMistake } from '../vocabulary/yaml-mistake.js';
import type { Prose } from './blocks.js';

/** What a report says of itself. Other keys of the front matter are nobody's business. */
export interface FrontMatter {
  readonly title?: string;
  /** `2023-10-10`, `2023-10` or `2023`. */
  readonly date?: string;
  readonly language?: string;
  readonly region?: string;
  /** A report type's id. */
  readonly report?: string;
  /** A task list's id. */
  readonly tasks?: string;
}

/** What is wrong with front matter. */
export type FrontMatterProblem = ValueProblem | MisnamedKey;

/** A key that was to be another one; `span` is its own place. */
export interface MisnamedKey {
  readonly meantKey: ReadKey;
  readonly found: string;
  readonly span: Span;
}

/** What is wrong with the whole of front matter (`key` undefined), or with one value. */
export interface ValueProblem {
  readonly key: ReadKey | undefined;
  /** The value as written. */
  readonly found: string;
  /** What is wrong with the whole, as `front-matter-invalid.yaml` takes it. */
  readonly words?: Values;
  /** The value, where it is text. */
  readonly value?: string | undefined;
  readonly span: Span;
}

const readKeys = ['date', 'language', 'region', 'report', 'tasks'] as const;
export type ReadKey = (typeof readKeys)[number];

/** Whether there is such a report type, task list, region or language. */
type IsKnown = (key: Exclude<ReadKey, 'date'>, value: string) => boolean;

/** Whether a value is one that a key takes, or near enough to show that the key was meant. */
type IsLikely = (key: ReadKey, value: string) => boolean;

/** What does not parse or cannot be used, and keys that were likely to be ours; keys of other tools are passed over. */
export function readFrontMatterProblems(
  front: NonNullable<Prose['frontMatter']>,
  isKnown: IsKnown,
  isLikely: IsLikely,
): readonly FrontMatterProblem[] {
  if (front.format === 'toml') return readTomlProblems(front, isKnown, isLikely);
  const yaml = yamlOf(front);
  const spanOf = ({ start, end }: Span): Span => {
    const from = front.span.start + start;
    return { start: from, end: Math.max(from, front.span.start + end) };
  };
  if (yaml.mistake !== undefined) {
    const { words, span } = yaml.mistake;
    return [{ key: undefined, found: '', words, span: spanOf(span) }];
  }
  const slips = slipsIn(new Map(yaml.keys.map(({ name }) => [name, yaml.value(name)])), isLikely);
  const misnamed = yaml.keys.flatMap(({ name, span }): FrontMatterProblem[] => {
    const key = slips.get(name);
    return key === undefined ? [] : [{ meantKey: key, found: name, span: spanOf(span) }];
  });
  const unusable = readKeys.flatMap((key): FrontMatterProblem[] => {
    const at = yaml.valueSpan(key);
    if (at === undefined) return [];
    const value = yaml.value(key);
    if (value === undefined) return [{ key, found: front.value.slice(at.start, at.end), span: spanOf(at) }];
    const text = value.trim();
    if (text === '' || isUsable(key, text, isKnown)) return [];
    return [{ key, found: front.value.slice(at.start, at.end), value: text, span: spanOf(at) }];
  });
  return [...unusable, ...misnamed];
}

/**
 * Keys that were to be one of ours, by a slip that no other key's name is made of, with a value that ours could take.
 * `data: 2023-10-10` is Italian for a date, `langs: en` and `udate:` are keys of other tools, `reason: flood` is a word.
 */
function slipsIn(values: ReadonlyMap<string, unknown>, isLikely: IsLikely): ReadonlyMap<string, ReadKey> {
  const slips = new Map<string, ReadKey>();
  for (const [name, value] of values) {
    if (typeof value !== 'string' || value.trim() === '') continue;
    const key = readKeys.find((each) => !values.has(each) && isSlipOf(name, each));
    if (key !== undefined && isLikely(key, value.trim())) slips.set(name, key);
  }
  return slips;
}

/** Two letters off in a word of eight; one, in one of six; in a shorter one two letters swapped, one inside left out, or one written twice. */
function isSlipOf(name: string, key: ReadKey): boolean {
  const written = name.toLowerCase();
  if (written === key) return key === 'report' || key === 'tasks';
  // One of several, and several of one, are keys of their own.
  if ((written === `${key}s` && !key.endsWith('s')) || `${written}s` === key) return false;
  const isSwapped = written.length === key.length && [...written].sort().join() === [...key].sort().join();
  // "legion" is a word.
  if (written.length === key.length && written[0] !== key[0] && !isSwapped) return false;
  const most = Math.floor(key.length / 4);
  if (key.length >= 6) return editDistance(written, key, most) <= most;
  const isDoubled = written.length === key.length + 1 && written.replace(/(.)\1/, '$1') === key;
  const isShort = written.length === key.length - 1 && written[0] === key[0] && written.at(-1) === key.at(-1);
  return (isSwapped || isDoubled || isShort) && editDistance(written, key, 1) === 1;
}

function isUsable(key: ReadKey, value: string, isKnown: IsKnown): boolean {
  return key === 'date' ? isDate(value) || isFilledIn(value) : isKnown(key, value);
}

/** Whether a tool that shows the report puts a value there: Quarto's words for a date, code in R Markdown, a template. */
function isFilledIn(value: string): boolean {
  return /^(?:today|now|last-modified)$|^`[a-z]+ [^`]+`$|^\{\{.*\}\}$|^<%.*%>$/.test(value);
}

const keys = ['title', 'date', 'language', 'region', 'report', 'tasks'] as const;

/** What YAML says at its top, spans being of the YAML as written; nothing where it is no map. */
interface YamlMap {
  /** Its first mistake, as `front-matter-invalid.yaml` takes it. */
  readonly mistake?: { readonly words: Values; readonly span: Span };
  readonly keys: readonly { readonly name: string; readonly span: Span }[];
  /** A value that is text, as all scalars are: "2023", not the number. */
  value(key: string): string | undefined;
  /** Undefined where a value is left out. */
  valueSpan(key: string): Span | undefined;
}

/** Read once: by the reader of plain YAML, which is many times faster, where that can; else by the library. */
const yamlOf = once(({ value: yaml }: NonNullable<Prose['frontMatter']>): YamlMap => {
  const tree = readPlainYaml(yaml);
  if (tree === undefined) return readAnyYaml(yaml);
  return {
    keys: (tree.keys([]) ?? []).map((name) => ({ name, span: tree.keySpan([name]) as Span })),
    value: (key) => (tree.isMap([]) ? tree.written([key]) : undefined),
    valueSpan: (key) => (tree.isMap([]) ? tree.span([key]) : undefined),
  };
});

/** With \n alone: the parser ends no line at a lone \r, and places a mistake at \r\n elsewhere than at \n. */
function readAnyYaml(yaml: string): YamlMap {
  const returns = [...yaml.matchAll(/\r\n/g)].map(({ index }, i) => index - i);
  const source = yaml.replace(/\r\n?/g, '\n');
  const document = parseLines(source);
  const asWritten = (offset: number) => Math.min(offset + returns.filter((at) => at < offset).length, yaml.length);
  const spanOf = ([start, end]: readonly [number, number, ...unknown[]]): Span => {
    return { start: asWritten(start), end: asWritten(end) };
  };
  const [error] = document.errors;
  const mistake = error === undefined ? undefined : yamlMistake(error, source);
  const contents = isMap(document.contents) ? document.contents : undefined;
  return {
    ...(mistake !== undefined && {
      mistake: { words: mistake.values, span: spanOf([mistake.span.start, mistake.span.end]) },
    }),
    keys: (contents?.items ?? []).flatMap(({ key }) =>
      isScalar(key) && typeof key.value === 'string' ? [{ name: key.value, span: spanOf(key.range ?? [0, 0]) }] : [],
    ),
    value: (key) => {
      const value: unknown = contents?.get(key);
      return typeof value === 'string' ? value : undefined;
    },
    valueSpan: (key) => {
      const node: unknown = contents?.get(key, true);
      if (node === undefined || node === null) return undefined;
      return spanOf((node as { range?: readonly [number, number, number] | null }).range ?? [0, 0]);
    },
  };
}

function parseLines(yaml: string): Document {
  try {
    // The parser would compare every key with every other.
    const document = parseDocument(yaml, { schema: 'failsafe', prettyErrors: false, uniqueKeys: false });
    const seen = new Set<string>();
    for (const { key } of isMap(document.contents) ? document.contents.items : []) {
      if (!isScalar(key) || typeof key.value !== 'string') continue;
      const [start, end] = key.range ?? [0, 0];
      if (seen.has(key.value)) {
        document.errors.push(new YAMLParseError([start, end], 'DUPLICATE_KEY', 'Map keys must be unique'));
      }
      seen.add(key.value);
    }
    return document;
  } catch (error) {
    // Collections nested deeper than the stack.
    const document = new Document(null);
    document.errors.push(new YAMLParseError([0, 0], 'RESOURCE_EXHAUSTION', String(error)));
    return document;
  }
}

type Toml = Readonly<Record<string, unknown>> | { readonly problem: string; readonly at: number };
const tomlOf = once(({ value }: NonNullable<Prose['frontMatter']>): Toml => parseToml(value));

/** The keys of TOML, or its first mistake with its place in the text. */
function parseToml(toml: string): Toml {
  try {
    return parseTomlText(toml);
  } catch (error) {
    const { line = 1, column = 1 } = error instanceof TomlError ? error : {};
    const start = toml.split('\n', line - 1).reduce((sum, { length }) => sum + length + 1, 0);
    const problem = (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] as string;
    return { problem: problem.replace(/^Invalid TOML document: /, ''), at: start + column - 1 };
  }
}

function readTomlProblems(
  front: NonNullable<Prose['frontMatter']>,
  isKnown: IsKnown,
  isLikely: IsLikely,
): readonly FrontMatterProblem[] {
  const parsed = tomlOf(front);
  if (isBroken(parsed)) {
    const start = front.span.start + Math.min(parsed.at, front.value.length);
    return [
      { key: undefined, found: '', words: { detail: 'yaml.toml', said: parsed.problem }, span: { start, end: start } },
    ];
  }
  const slips = slipsIn(new Map(Object.keys(parsed).map((name) => [name, tomlText(parsed, name)])), isLikely);
  const misnamed = [...slips].flatMap(([name, key]): FrontMatterProblem[] => {
    const span = spanOfKey(front, name);
    return span === undefined ? [] : [{ meantKey: key, found: name, span }];
  });
  const unusable = readKeys.flatMap((key): FrontMatterProblem[] => {
    const value = tomlText(parsed, key);
    if (!Object.hasOwn(parsed, key) || (value !== undefined && (value === '' || isUsable(key, value, isKnown))))
      return [];
    const span = spanOfValue(front, key) ?? front.node;
    const found = front.value.slice(span.start - front.span.start, span.end - front.span.start);
    return [{ key, found, value, span }];
  });
  return [...unusable, ...misnamed];
}

function isBroken(parsed: Toml): parsed is { readonly problem: string; readonly at: number } {
  return typeof parsed.problem === 'string' && typeof parsed.at === 'number';
}

/** A value that is text or a date, as text. */
function tomlText(toml: Readonly<Record<string, unknown>>, key: string): string | undefined {
  const value = Object.hasOwn(toml, key) ? toml[key] : undefined;
  if (value instanceof TomlDate) return value.toISOString();
  return typeof value === 'string' ? value.trim() : undefined;
}

/** The front matter's values; one that is not text, and a date that is none, is left out. */
export function readFrontMatter(prose: Prose): FrontMatter {
  if (prose.frontMatter === undefined) return {};
  const read = valuesOf(prose.frontMatter);
  const found: Record<string, string> = {};
  for (const key of keys) {
    const value = read(key);
    if (value === undefined || value.trim() === '') continue;
    if (key === 'date' && !isDate(value.trim())) continue;
    // “English” is told, and the text itself tells its language.
    if (key === 'language' && !/^[a-z]{2,3}(?:-[a-z0-9]+)*$/i.test(value.trim())) continue;
    found[key] = value.trim();
  }
  return found;
}

function valuesOf(front: NonNullable<Prose['frontMatter']>): (key: string) => string | undefined {
  if (front.format === 'toml') {
    const parsed = tomlOf(front);
    return isBroken(parsed) ? () => undefined : (key) => tomlText(parsed, key);
  }
  return yamlOf(front).value;
}

/** Whether a day, month or year of the calendar is written as ISO 8601 has it. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:[T ].*)?$/.exec(text);
  if (match === null) return false;
  const month = Number(match[2] ?? 1);
  const day = Number(match[3] ?? 1);
  return day >= 1 && day <= daysInMonth(month, Number(match[1]));
}

/** The place of a key's value in the report, or of the whole front matter where the key is missing. */
export function frontMatterSpan(prose: Prose, key: string): Span | undefined {
  const front = prose.frontMatter;
  return front === undefined ? undefined : (spanOfValue(front, key) ?? front.node);
}

const keyed = /^([\w-]+)[ \t]*([:=])(.*)$/gm;

function spanOfValue(front: NonNullable<Prose['frontMatter']>, key: string): Span | undefined {
  const sign = front.format === 'toml' ? '=' : ':';
  for (const { index, 0: line, 1: name, 2: mark, 3: rest = '' } of front.value.matchAll(keyed)) {
    if (name !== key || mark !== sign) continue;
    const written = rest.trimStart();
    const value = (front.format === 'toml' ? (tomlValue.exec(written)?.[0] ?? '') : written).trimEnd();
    if (value === '') return undefined;
    const start = front.span.start + index + line.length - written.length;
    return { start, end: start + value.length };
  }
  return undefined;
}

function spanOfKey(front: NonNullable<Prose['frontMatter']>, key: string): Span | undefined {
  for (const { index, 1: name, 2: mark } of front.value.matchAll(keyed)) {
    const start = front.span.start + index;
    if (name === key && mark === (front.format === 'toml' ? '=' : ':')) return { start, end: start + key.length };
  }
  return undefined;
}

/** What stands before a comment. */
const tomlValue = /^(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^#]*)/;

/** A value as front matter takes it: in YAML one word stands without marks. */
export function writtenValue(value: string, format: 'yaml' | 'toml'): string {
  return format === 'yaml' && /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(value) ? value : JSON.stringify(value);
}
