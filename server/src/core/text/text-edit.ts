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

/** Edits that make one text of another: of each line that differs, where both have as many, else one. */
export function editsBetween(before: string, after: string): readonly TextEdit[] {
  const lines = [before, after].map((text) => text.split(/(?<=\n)/)) as [string[], string[]];
  const [old, fresh] = lines[0].length === lines[1].length ? lines : [[before], [after]];
  let at = 0;
  return old.flatMap((line, i) => {
    const start = at;
    at += line.length;
    return line === fresh[i] ? [] : [editBetween(line, fresh[i] as string, start)];
  });
}

/** What differs of two texts, without what they begin and end with alike; `at`: where the first one begins. */
function editBetween(before: string, after: string, at: number): TextEdit {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  // Never between the halves of a character, nor of a line end.
  if (/[\uD800-\uDBFF\r]/.test(before[head - 1] ?? '')) head--;
  if (/[\uDC00-\uDFFF\n]/.test(before[before.length - tail] ?? '')) tail--;
  return {
    span: { start: at + head, end: at + before.length - Math.max(0, tail) },
    text: after.slice(head, after.length - Math.max(0, tail)),
  };
}

/** What parts a new last block of a Markdown text from what stands before it. */
export function gapAtEnd(text: string): string {
  if (text.trim() === '') return '';
  return /\n[ \t]*\r?\n$/.test(text) ? '' : /\n$/.test(text) ? '\n' : '\n\n';
}
