import type { Span } from './span.js';

/** Replaces `span` by `text`; an empty span inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** Applies edits that do not overlap; of two that do, the one that starts later in the text is left out. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let at = 0;
  for (const { span, text: replacement } of ordered) {
    if (span.start < at) continue;
    result += text.slice(at, span.start) + replacement;
    at = span.end;
  }
  return result + text.slice(at);
}

/** What parts a new last block of a Markdown text from what stands before it. */
export function gapAtEnd(text: string): string {
  if (text.trim() === '') return '';
  return /\n[ \t]*\r?\n$/.test(text) ? '' : /\n$/.test(text) ? '\n' : '\n\n';
}
