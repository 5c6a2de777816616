import type { Span } from './span.js';

/**
 * A stretch of a text that begins at `offset`, with places of the text blanked out: every other place stays where it
 * is. Spans in order; they may overlap.
 */
export function blankOut(stretch: string, offset: number, spans: readonly Span[]): string {
  let rest = '';
  let from = 0;
  for (const span of spans) {
    const start = Math.max(from, span.start - offset);
    const end = Math.min(stretch.length, span.end - offset);
    if (end <= start) continue;
    rest += stretch.slice(from, start) + ' '.repeat(end - start);
    from = end;
  }
  return rest + stretch.slice(from);
}
