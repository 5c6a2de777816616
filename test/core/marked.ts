import type { Span } from '../../server/src/core/index.js';

/** A text with its marks taken out. */
export interface Marked {
  readonly text: string;
  /** Where `$0` stood. */
  readonly cursor: number | undefined;
  /** What stood between `⟦` and `⟧`, in order of their starts; they may nest. */
  readonly spans: readonly Span[];
}

/** Reads a text with `$0` for the cursor and `⟦…⟧` around what is expected to be found. */
export function readMarked(marked: string): Marked {
  let text = '';
  let cursor: number | undefined;
  const open: { start: number; end: number }[] = [];
  const spans: { start: number; end: number }[] = [];
  for (const part of marked.split(/(\$0|⟦|⟧)/)) {
    if (part === '$0') cursor = text.length;
    else if (part === '⟦') {
      const span = { start: text.length, end: -1 };
      open.push(span);
      spans.push(span);
    } else if (part === '⟧') {
      const span = open.pop();
      if (span === undefined) throw new Error(`⟧ without ⟦ in ${marked}`);
      span.end = text.length;
    } else text += part;
  }
  if (open.length > 0) throw new Error(`⟦ without ⟧ in ${marked}`);
  return { text, cursor, spans };
}

/** Puts marks around the given spans of a text, so that a difference reads well; of nested ones the outer come first. */
export function showSpans(text: string, spans: readonly Span[]): string {
  const marks = spans.flatMap(({ start, end }) => [
    { at: start, mark: '⟦', order: 1 },
    { at: end, mark: '⟧', order: 0 },
  ]);
  marks.sort((a, b) => a.at - b.at || a.order - b.order);
  let shown = '';
  let at = 0;
  for (const mark of marks) {
    shown += text.slice(at, mark.at) + mark.mark;
    at = mark.at;
  }
  return shown + text.slice(at);
}
