import type { Span } from './span.js';

/**
 * A stretch of a text that begins at `offset`, with places of the text blanked out: every other place stays where it
 * is. Spans may overlap, and pass the stretch.
 */
export function blankOut(stretch: string, offset: number, spans: readonly Span[], sign = ' '): string {
  let rest = '';
  let from = 0;
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const start = Math.max(from, span.start - offset);
    const end = Math.min(stretch.length, span.end - offset);
    if (end <= start) continue;
    rest += stretch.slice(from, start) + sign.repeat(end - start);
    from = end;
  }
  return rest + stretch.slice(from);
}
