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

/** What the library says, at the place that is to be mended: an unclosed bracket or quotation mark where it opens. */
export function yamlMistake({ code, message, pos }: LibraryError, source: string): YamlMistake {
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
  const { brackets = [], quote = -1 } =
    isFlow || isQuote || code === 'BLOCK_IN_FLOW' ? openMarks(source, span.start) : {};
  const bracket = brackets.at(-1) ?? -1;
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

/** What is open before an offset: brackets outside quotation marks, and the last mark that its line does not close. */
function openMarks(source: string, end: number): { readonly brackets: readonly number[]; readonly quote?: number } {
  const brackets: number[] = [];
  let quote: number | undefined;
  let unclosed: number | undefined;
  for (let i = 0; i < end; i++) {
    const character = source[i] as string;
    if (character === '\n') {
      unclosed = quote ?? unclosed;
      quote = undefined;
    } else if (quote !== undefined) {
      if (character === '\\' && source[quote] === '"') i++;
      else if (character === source[quote]) quote = undefined;
    } else if (character === '"' || character === "'") {
      // Within a word it is an apostrophe.
      if (i === 0 || ' \t\n[{,:-'.includes(source[i - 1] as string)) quote = i;
    } else if (character === '#' && ' \t\n'.includes(source[i - 1] ?? '\n')) {
      while (i + 1 < end && source[i + 1] !== '\n') i++;
    } else if (character === '[' || character === '{') brackets.push(i);
    else if (character === ']' || character === '}') brackets.pop();
  }
  const last = quote ?? unclosed;
  return { brackets, ...(last !== undefined && { quote: last }) };
}

function colonsInLine(source: string, at: number): number {
  const start = source.lastIndexOf('\n', at - 1) + 1;
  const end = source.indexOf('\n', at);
  return source.slice(start, end < 0 ? undefined : end).split(':').length - 1;
}
