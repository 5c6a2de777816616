import type { LineMap } from '../text/line-map.js';
import type { Span } from '../text/span.js';
import type { Html } from './blocks.js';

/** A comment that keeps findings back: `<!-- plumbline-disable-next-line term-deprecated -- why -->`. */
export interface Suppression {
  readonly directive: 'disable-next-line' | 'disable-line' | 'disable' | 'disable-file';
  /** Rule ids with their places; empty: every rule. */
  readonly rules: readonly { readonly id: string; readonly span: Span }[];
  /** The comment. */
  readonly span: Span;
  /** Findings that begin in it are kept back, per rule (`*` for every rule): `-enable` may end rules one by one. */
  readonly scope: Span;
  /** Where single rules were enabled again before the scope's end. */
  readonly endOf: ReadonlyMap<string, number>;
}

const comment = /<!--\s*plumbline-([\w-]*)\s*([\s\S]*?)-->/g;

/** A Plumbline comment as written, whether it means anything or not. */
export interface Directive {
  /** What follows `plumbline-`. */
  readonly directive: string;
  /** From `plumbline-` on. */
  readonly directiveSpan: Span;
  readonly rules: Suppression['rules'];
  readonly span: Span;
}

/** All Plumbline comments of a report, in order. */
export function readDirectives(html: readonly Html[]): readonly Directive[] {
  const found: Directive[] = [];
  for (const { value, span: node } of html) {
    for (const match of value.matchAll(comment)) {
      const start = node.start + match.index;
      const directive = match[1] as string;
      const named = start + match[0].indexOf('plumbline-');
      found.push({
        directive,
        directiveSpan: { start: named, end: named + 'plumbline-'.length + directive.length },
        rules: rulesOf(match, start),
        span: { start, end: start + match[0].length },
      });
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

type Growing = Suppression & { scope: { start: number; end: number }; endOf: Map<string, number> };

/** The suppressions of a report, in order. Directives that are none are left to suppression-invalid. */
export function readSuppressions(text: string, html: readonly Html[], lines: LineMap): readonly Suppression[] {
  const found: Growing[] = [];
  for (const { directive, rules, span } of readDirectives(html)) {
    const line = lines.positionAt(span.start).line;
    switch (directive) {
      case 'disable-file':
        found.push(suppression('disable-file', rules, span, { start: 0, end: text.length + 1 }));
        break;
      case 'disable-line':
        found.push(suppression('disable-line', rules, span, lines.lineSpan(line)));
        break;
      case 'disable-next-line': {
        let next = lines.positionAt(span.end).line + 1;
        while (next < lines.lineCount - 1 && isBlank(text, lines.lineSpan(next))) next++;
        found.push(suppression('disable-next-line', rules, span, lines.lineSpan(next)));
        break;
      }
      case 'disable':
        found.push(suppression('disable', rules, span, { start: span.end, end: text.length + 1 }));
        break;
      case 'enable':
        for (const open of found) {
          if (open.directive !== 'disable' || open.scope.end <= span.start) continue;
          if (rules.length === 0) open.scope.end = span.start;
          for (const { id } of rules) if (!open.endOf.has(id)) open.endOf.set(id, span.start);
        }
        break;
    }
  }
  return found;
}

function suppression(
  directive: Suppression['directive'],
  rules: Suppression['rules'],
  span: Span,
  scope: Span,
): Growing {
  return { directive, rules, span, scope: { ...scope }, endOf: new Map() };
}

function isBlank(text: string, span: Span): boolean {
  return text.slice(span.start, span.end).trim() === '';
}

/** The ids before ` -- why`, parted by spaces or commas. */
function rulesOf(match: RegExpExecArray, start: number): Suppression['rules'] {
  const rest = match[2] as string;
  const why = /(?:^|\s)--(?:\s|$)/.exec(rest);
  const list = why === null ? rest : rest.slice(0, why.index);
  const listStart = start + match[0].length - '-->'.length - rest.length;
  return [...list.matchAll(/[^\s,]+/g)].map((id) => ({
    id: id[0],
    span: { start: listStart + id.index, end: listStart + id.index + id[0].length },
  }));
}

/** Whether a suppression keeps back a finding of the rule that begins at the offset; the rule's id in it, or `*`. */
export function suppressedAs(suppression: Suppression, rule: string, offset: number): string | undefined {
  if (offset < suppression.scope.start || offset >= suppression.scope.end) return undefined;
  if (offset >= (suppression.endOf.get(rule) ?? Number.POSITIVE_INFINITY)) return undefined;
  // What finds idle suppressions can itself be kept back by its name alone.
  if (suppression.rules.length === 0) return rule === 'suppression-unused' ? undefined : '*';
  return suppression.rules.some(({ id }) => id === rule) ? rule : undefined;
}
