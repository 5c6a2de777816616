import {
  dictionary,
  type Finding,
  lintReport,
  type Report,
  type Span,
  type Suppression,
  scopeFor,
} from '../core/index.js';
import { touches } from './line-reading.js';

/** A finding that is not shown: a comment of the report keeps it back, or, without one, the rule is off. */
export interface HeldBack {
  readonly finding: Finding;
  readonly suppression: Suppression | undefined;
}

/** What would be found in a span of a report, were it not for its comments and for rules that are off. */
export function heldBackIn(report: Report, scope: Span): readonly HeldBack[] {
  const all = lintReport({ ...report, suppressions: [], rules: withoutOff(report.rules) });
  const shown = new Set(lintReport(report).map(keyOf));
  return all
    .filter((finding) => touches(finding.span, scope) && !shown.has(keyOf(finding)))
    .map((finding) => ({
      finding,
      suppression: report.suppressions.find((suppression) => {
        const scope = scopeFor(suppression, finding.rule);
        return scope !== undefined && finding.span.start >= scope.start && finding.span.start < scope.end;
      }),
    }));
}

function withoutOff(rules: Report['rules']): Report['rules'] {
  return dictionary(Object.fromEntries(Object.entries(rules).filter(([, level]) => level !== 'off')));
}

function keyOf({ rule, span, messageId }: Finding): string {
  return [rule, messageId, span.start, span.end].join(' ');
}
