import type { Suppression } from '../markdown/suppressions.js';
import type { Rule } from './rule.js';

/**
 * A suppression that hides no finding. It needs the findings of all other rules, so the engine, which keeps count of
 * what each suppression held back, makes these detections: see `unusedSuppressions` in lint.ts.
 */
export const suppressionUnused: Rule<Suppression> = {
  id: 'suppression-unused',
  severity: 'warning',
  reads: 'document',
  *check() {},

  fix({ detail: suppression, span }, report) {
    const whole = suppression.rules.length <= 1 || span.start === suppression.span.start;
    const removed = whole
      ? wholeLine(report.text, suppression.span)
      : { start: span.start, end: span.end + spaceAfter(report.text, span.end) };
    return [{ messageId: 'fix.remove-suppression', values: {}, safe: true, edits: [{ span: removed, text: '' }] }];
  },
};

function spaceAfter(text: string, offset: number): number {
  return /^[\s,]*/.exec(text.slice(offset, offset + 8))?.[0].length ?? 0;
}

/** The comment with its line where nothing else stands on it, and one blank line that it leaves behind. */
function wholeLine(text: string, span: { start: number; end: number }): { start: number; end: number } {
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const lineBreak = /\r?\n|$/.exec(text.slice(span.end));
  const lineEnd = span.end + (lineBreak?.index ?? 0);
  const alone = text.slice(lineStart, span.start).trim() === '' && text.slice(span.end, lineEnd).trim() === '';
  if (!alone) {
    const before = /[ \t]*$/.exec(text.slice(0, span.start))?.[0].length ?? 0;
    return { start: span.start - (lineStart === span.start ? 0 : before), end: span.end };
  }
  let end = lineEnd + (lineBreak?.[0].length ?? 0);
  const followedByBlank = /^[ \t]*\r?\n/.exec(text.slice(end));
  const afterBlank = lineStart === 0 || /\n[ \t]*\r?\n$/.test(text.slice(0, lineStart));
  if (followedByBlank !== null && afterBlank) end += followedByBlank[0].length;
  return { start: lineStart, end };
}
