import type { Values } from '../messages/message.js';
import type { Span } from '../text/span.js';

/** What is wrong with YAML, in words: `detail` is the id of a message. */
export interface YamlMistake {
  readonly span: Span;
  readonly values: Values & { readonly detail: string };
  /** The text below it cannot be trusted. */
  readonly breaks: boolean;
}

/** What the library says of a mistake. */
export interface LibraryError {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

/** Mistakes that cost what they stand in, and no more. */
const harmless: ReadonlySet<string> = new Set(['MULTIPLE_DOCS', 'TAG_RESOLVE_FAILED', 'DUPLICATE_KEY', 'BAD_ALIAS']);

/** What the library says, in the order of the text. */
export function yamlMistakes(errors: readonly LibraryError[], source: string): readonly YamlMistake[] {
  const open = new OpenMarks(source);
  return errors.toSorted((a, b) => a.pos[0] - b.pos[0]).map((error) => yamlMistake(error, source, open));
}

/** What the library says, at the place that is to be mended: an unclosed bracket or quotation mark where it opens. */
export function yamlMistake(
  { code, message, pos }: LibraryError,
  source: string,
  open = new OpenMarks(source),
): YamlMistake {
  const span = { start: pos[0], end: Math.max(...pos) };
  const breaks = !harmless.has(code);
  const at = (start: number, detail: string, values: Values = {}) => ({
    span: start === span.start ? span : { start, end: start + 1 },
    values: { ...values, detail },
    breaks,
  });
  const character = source[span.start] ?? '';
  const unexpected = /^Unexpected flow-(?:map|seq)-end/.test(message);
  if (unexpected) return at(span.start, 'yaml.bracket-extra', { character });
  const isFlow = /^Flow (?:map|sequence)|flow collection|and end with a [\]}]/i.test(message);
  const isQuote = /^Missing closing ["']/.test(message);
  const { bracket, quote } =
    isFlow || isQuote || code === 'BLOCK_IN_FLOW' ? open.before(span.start) : { bracket: -1, quote: -1 };
  // A bracket before an open quotation mark is closed behind it.
  if (isQuote || quote > bracket) return at(quote < 0 ? span.start : quote, 'yaml.quote-open');
  if (bracket >= 0) return at(bracket, 'yaml.bracket-open', { character: source[bracket] ?? '' });
  switch (code) {
    case 'TAB_AS_INDENT':
      return at(span.start, 'yaml.tab');
    case 'BLOCK_AS_IMPLICIT_KEY':
      // An item that stands less far in than the one above it has no second colon.
      return at(span.start, colonsInLine(source, span.start) < 2 ? 'yaml.indent' : 'yaml.colon');
    case 'BAD_INDENT':
      return at(span.start, 'yaml.indent');
    case 'BAD_SCALAR_START':
      return at(span.start, 'yaml.start', { character });
    case 'MULTILINE_IMPLICIT_KEY':
      return at(span.start, 'yaml.no-colon');
    case 'BAD_DQ_ESCAPE':
      return at(span.start, 'yaml.escape', { character: source.slice(span.start, span.start + 2) });
    case 'MULTIPLE_DOCS':
      return at(span.start, 'yaml.documents');
    case 'DUPLICATE_KEY':
      return at(span.start, 'yaml.duplicate', { key: source.slice(span.start, span.end) });
    case 'TAG_RESOLVE_FAILED':
      return at(span.start, 'yaml.tag', { tag: source.slice(span.start, span.end) });
    case 'UNEXPECTED_TOKEN':
      return at(span.start, 'yaml.unexpected');
    case 'MISSING_CHAR':
      return at(span.start, /map values/.test(message) ? 'yaml.no-colon' : 'yaml.missing');
    default:
      return at(span.start, 'yaml.other');
  }
}

/** What is open before offsets of a source, which are asked for in order: brackets outside quotation marks, and the last mark that its line does not close. */
class OpenMarks {
  readonly #source: string;
  readonly #brackets: number[] = [];
  #quote: number | undefined;
  #unclosed: number | undefined;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** -1 where none is open. */
  before(end: number): { readonly bracket: number; readonly quote: number } {
    for (; this.#at < end; this.#at++) this.#read(this.#source[this.#at] as string);
    return { bracket: this.#brackets.at(-1) ?? -1, quote: this.#quote ?? this.#unclosed ?? -1 };
  }

  #read(character: string): void {
    const source = this.#source;
    if (character === '\n') {
      this.#unclosed = this.#quote ?? this.#unclosed;
      this.#quote = undefined;
    } else if (this.#quote !== undefined) {
      const mark = source[this.#quote];
      if (character === '\\' && mark === '"') this.#at++;
      else if (character === mark) this.#quote = undefined;
    } else if (character === '"' || character === "'") {
      // Within a word it is an apostrophe.
      if (' \t\n[{,:-'.includes(source[this.#at - 1] ?? '\n')) this.#quote = this.#at;
    } else if (character === '#' && ' \t\n'.includes(source[this.#at - 1] ?? '\n')) {
      const end = source.indexOf('\n', this.#at);
      this.#at = (end < 0 ? source.length : end) - 1;
    } else if (character === '[' || character === '{') this.#brackets.push(this.#at);
    else if (character === ']' || character === '}') this.#brackets.pop();
  }
}

function colonsInLine(source: string, at: number): number {
  const start = source.lastIndexOf('\n', at - 1) + 1;
  const end = source.indexOf('\n', at);
  return source.slice(start, end < 0 ? undefined : end).split(':').length - 1;
}
