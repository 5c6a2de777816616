import type { Span } from '../text/span.js';

/**
 * What a new block begins with: after a blank line, all but what is indented or may be one more item of a list; after
 * any line, a heading and the definition of a footnote that begins with no list.
 */
const boundary =
  /(?:^\uFEFF*|\r\n|\r(?!\n)|\n)(?:[ \t]*(?:\r\n|\r(?!\n)|\n)(?=[^\s\uFEFF])(?![-+*]\s|\d{1,9}[.)]\s)|(?=#{1,6}(?:[ \t]|\r|\n|$)|\[\^[^\s[\]\\]{1,999}\]:[ \t]*[^\s\-+*\d]))/g;

/**
 * Offsets at which a block begins and none that was open goes on, but for code and HTML, which may hold any line.
 * All are at the left margin and after the front matter.
 */
export function boundariesOf(text: string, front: number): readonly number[] {
  const found: number[] = [];
  for (const match of text.matchAll(boundary)) {
    const offset = match.index + match[0].length;
    if (offset > front) found.push(offset);
  }
  return found;
}

/** The YAML or TOML between fences at the very start of a text. */
export interface FrontMatterFences {
  readonly format: 'yaml' | 'toml';
  /** What stands between the fences, with its last line ending. */
  readonly value: Span;
  /** Where the closing fence ends. */
  readonly end: number;
  /** The text with a closing `...` as `---`, as the parser knows it. */
  readonly text: string;
}

/** The front matter of a text: `---` to `---` or `...`, `+++` to `+++`. */
export function frontMatterIn(text: string): FrontMatterFences | undefined {
  const opening = /^\uFEFF*(---|\+\+\+)[ \t]*(?:\r\n?|\n)/.exec(text);
  if (opening === null) return undefined;
  const start = opening[0].length;
  const format = opening[1] === '---' ? 'yaml' : 'toml';
  const closing =
    format === 'yaml' ? /(?<=[\r\n])(---|\.\.\.)[ \t]*(?=[\r\n]|$)/g : /(?<=[\r\n])(\+\+\+)[ \t]*(?=[\r\n]|$)/g;
  closing.lastIndex = start;
  const found = closing.exec(text);
  if (found === null) return undefined;
  const readable = found[1] === '...' ? `${text.slice(0, found.index)}---${text.slice(found.index + 3)}` : text;
  return { format, value: { start, end: found.index }, end: closing.lastIndex, text: readable };
}

/** A fence at the very start with a key below it, that nothing closes: the lines up to a blank one. */
export function unclosedFrontMatter(text: string): Span | undefined {
  const opening =
    /^\uFEFF*(?:---|\+\+\+)[ \t]*(?:\r\n?|\n)(?=["']?[A-Za-z][\w-]*["']?[ \t]*[:=])(?:[^\r\n]+(?:\r\n?|\n|$))*/.exec(
      text,
    );
  return opening === null ? undefined : { start: 0, end: opening[0].trimEnd().length };
}
