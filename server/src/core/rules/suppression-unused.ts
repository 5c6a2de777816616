import type { Suppression } from '../markdown/suppressions.js';
import type { Span } from '../text/span.js';
import type { ReportRule } from './rule.js';

/**
 * A suppression that hides no finding. It needs the findings of all other rules, so the engine, which keeps count of
 * what each suppression held back, makes these detections: see `unusedSuppressions` in lint.ts.
 */
export const suppressionUnused: ReportRule<Suppression> = {
  id: 'suppression-unused',
  severity: 'warning',
  reads: 'document',
  *check() {},

  fix({ detail: suppression, span }, report) {
    const whole = suppression.rules.length <= 1 || span.start === suppression.span.start;
    const removed = whole ? wholeLine(report.text, suppression.span) : ruleWithItsComma(suppression.rules, span);
    return [{ messageId: 'fix.remove-suppression', values: {}, safe: true, edits: [{ span: removed, text: '' }] }];
  },
};

/** With what parts it from the rule before it, or, for the first, from the one behind. */
function ruleWithItsComma(rules: Suppression['rules'], span: Span): Span {
  const at = rules.findIndex(({ span: { start } }) => start === span.start);
  const before = rules[at - 1];
  return before === undefined
    ? { start: span.start, end: rules[at + 1]?.span.start ?? span.end }
    : { start: before.span.end, end: span.end };
}

/** The comment with its line where nothing else stands on it, and one blank line that it leaves behind. */
function wholeLine(text: string, span: { start: number; end: number }): { start: number; end: number } {
  const start = skipBlanks(text, span.start, -1);
  const end = skipBlanks(text, span.end, 1);
  const lineStart = start === 0 || text[start - 1] === '\n';
  const lineEnd = afterBreak(text, end);
  if (!lineStart || (lineEnd === undefined && end < text.length)) {
    return { start: lineStart ? span.start : start, end: span.end };
  }
  if (lineEnd === undefined) return { start, end };
  const afterBlank = start === 0 || /\n[ \t]*\r?\n$/.test(text.slice(Math.max(0, start - reach), start));
  return { start, end: (afterBlank ? afterBreak(text, skipBlanks(text, lineEnd, 1)) : undefined) ?? lineEnd };
}

/** No blank line is looked for further than this, in UTF-16 units: a report may have thousands of such comments. */
const reach = 80;

function skipBlanks(text: string, from: number, step: 1 | -1): number {
  let at = from;
  for (let n = 0; n < reach && /[ \t]/.test(text[step > 0 ? at : at - 1] ?? ''); n++) at += step;
  return at;
}

/** Behind the line break at an offset; undefined where there is none. */
function afterBreak(text: string, at: number): number | undefined {
  return text[at] === '\n' ? at + 1 : text.startsWith('\r\n', at) ? at + 2 : undefined;
}
