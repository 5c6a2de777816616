import { applyEdits, type Finding, LineMap, type Span, type TextEdit } from '../core/index.js';

/** One replacement that was made. */
export interface Change {
  readonly rule: string;
  /** From 1, in the text as it was when the change was made. */
  readonly line: number;
  readonly column: number;
  readonly before: string;
  readonly after: string;
}

export interface FixedText {
  readonly text: string;
  readonly changes: readonly Change[];
  /** Whether the last pass found nothing more to do. */
  readonly settled: boolean;
}

export const mostPasses = 10;

/** Applies the safe fixes of a text until none is left, ten times at most: a fix may bring out what it hid. */
export function fixText(original: string, findingsIn: (text: string) => readonly Finding[]): FixedText {
  const lineEnding = original.includes('\r\n') ? '\r\n' : '\n';
  const changes: Change[] = [];
  let text = original;
  for (let pass = 0; pass < mostPasses; pass++) {
    const lines = new LineMap(text);
    /** By place. */
    const edits: TextEdit[] = [];
    for (const { rule, fixes } of findingsIn(text)) {
      const wanted = (fixes.find(({ safe }) => safe)?.edits ?? [])
        .map((edit) => ({ span: edit.span, text: edit.text.replace(/\r?\n/g, lineEnding) }))
        .filter(({ span, text: after }) => text.slice(span.start, span.end) !== after);
      // All edits of a fix or none; what overlaps an earlier fix waits for the next pass.
      if (wanted.length === 0 || wanted.some(({ span }) => collides(edits, span))) continue;
      for (const edit of wanted) edits.splice(indexFrom(edits, edit.span.start), 0, edit);
      for (const { span, text: after } of wanted) {
        const { line, character } = lines.positionAt(span.start);
        const before = text.slice(span.start, span.end);
        changes.push({ rule, line: line + 1, column: character + 1, before, after });
      }
    }
    if (edits.length === 0) return { text, changes, settled: true };
    text = applyEdits(text, edits);
  }
  return { text, changes, settled: false };
}

/** Two edits at one place have no order, so they collide even where both insert. `edits` is sorted and free of collisions. */
function collides(edits: readonly TextEdit[], { start, end }: Span): boolean {
  const index = indexFrom(edits, start);
  const before = edits[index - 1]?.span;
  const after = edits[index]?.span;
  return (
    (before !== undefined && before.end > start) ||
    (after !== undefined && (after.start === start || after.start < end))
  );
}

/** The index of the first edit at or after an offset. */
function indexFrom(edits: readonly TextEdit[], offset: number): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle] as TextEdit).span.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
