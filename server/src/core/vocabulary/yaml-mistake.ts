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
  const open = isFlow || code === 'BLOCK_IN_FLOW' ? openBracket(source, span.start) : undefined;
  if (open !== undefined) return at(open, 'yaml.bracket-open', { character: source[open] ?? '' });
  if (/^Missing closing ["']/.test(message)) return at(openQuote(source, span.start) ?? span.start, 'yaml.quote-open');
  switch (code) {
    case 'TAB_AS_INDENT':
      return at(span.start, 'yaml.tab');
    case 'BLOCK_AS_IMPLICIT_KEY':
      return at(span.start, 'yaml.colon');
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

/** The last bracket before an offset that nothing closes, strings aside. */
function openBracket(source: string, end: number): number | undefined {
  const open: number[] = [];
  for (const { index, 0: piece } of source
    .slice(0, end)
    .matchAll(/"(?:[^"\\\n]|\\.)*"|(?<![^\s[{,(])'[^'\n]*'|#.*|[[{\]}]/g)) {
    if (piece === '[' || piece === '{') open.push(index);
    else if (piece === ']' || piece === '}') open.pop();
  }
  return open.at(-1);
}

/** The last quotation mark before an offset that begins a value and is not closed on its line. */
function openQuote(source: string, end: number): number | undefined {
  const marks = [...source.slice(0, end).matchAll(/(?<=(?:^|[\s[{,:-]))(["'])(?![^\n]*\1)/gm)];
  return marks.at(-1)?.index;
}
