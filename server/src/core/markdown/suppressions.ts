import type { LineMap } from '../text/line-map.js';
import { lowerBound } from '../text/ordered-spans.js';
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
  /** Where each rule was enabled again by its name, in the whole report: one map for all suppressions. */
  readonly enabled: ReadonlyMap<string, readonly number[]>;
}

/** What follows `plumbline-`, or `plumbline` and any slip for the hyphen: "plumbline disable", "Plumb-line_enable". */
const comment = /<!--\s*(plumbline-(?=\S)|plumb-?line[-_:\s]*(?=(?:dis|en)able(?![a-z])))([\w-]*)\s*([\s\S]*?)-->/gi;

/** A Plumbline comment as written, whether it means anything or not. */
export interface Directive {
  /** What follows `plumbline-`; all of it where that is written in another way. */
  readonly directive: string;
  /** From `plumbline` on. */
  readonly directiveSpan: Span;
  readonly rules: Suppression['rules'];
  readonly span: Span;
}

/** All Plumbline comments of a report, in order. */
export function readDirectives(html: readonly Html[]): readonly Directive[] {
  const found: Directive[] = [];
  for (const { value, span: node } of html) {
    // A comment that nothing closes goes on to the end of the report, and is none of ours.
    for (const match of value.slice(0, value.lastIndexOf('-->') + 3).matchAll(comment)) {
      const start = node.start + match.index;
      const [, lead, rest] = match as unknown as [string, string, string];
      const named = start + match[0].indexOf(lead);
      found.push({
        directive: lead === 'plumbline-' ? rest : lead + rest,
        directiveSpan: { start: named, end: named + lead.length + rest.length },
        rules: rulesOf(match, start),
        span: { start, end: start + match[0].length },
      });
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

type Growing = Suppression & { scope: { start: number; end: number } };

/** The suppressions of a report, in order. Directives that are none are left to suppression-invalid. */
export function readSuppressions(text: string, html: readonly Html[], lines: LineMap): readonly Suppression[] {
  const found: Growing[] = [];
  const enabled = new Map<string, number[]>();
  let open: Growing[] = [];
  const add = (directive: Suppression['directive'], rules: Suppression['rules'], span: Span, scope: Span): void => {
    const suppression = { directive, rules, span, scope: { ...scope }, enabled };
    found.push(suppression);
    if (directive === 'disable') open.push(suppression);
  };
  for (const { directive, rules, span } of readDirectives(html)) {
    const line = lines.positionAt(span.start).line;
    switch (directive) {
      case 'disable-file':
        add('disable-file', rules, span, { start: 0, end: text.length + 1 });
        break;
      case 'disable-line':
        add('disable-line', rules, span, lines.lineSpan(line));
        break;
      case 'disable-next-line': {
        let next = lines.positionAt(span.end).line + 1;
        while (next < lines.lineCount - 1 && isBlank(text, lines.lineSpan(next))) next++;
        add('disable-next-line', rules, span, lines.lineSpan(next));
        break;
      }
      case 'disable':
        add('disable', rules, span, { start: span.end, end: text.length + 1 });
        break;
      case 'enable':
        for (const { id } of rules) {
          const places = enabled.get(id);
          if (places === undefined) enabled.set(id, [span.start]);
          else places.push(span.start);
        }
        if (rules.length > 0) break;
        for (const { scope } of open) scope.end = span.start;
        open = [];
        break;
    }
  }
  return found;
}

function isBlank(text: string, span: Span): boolean {
  return text.slice(span.start, span.end).trim() === '';
}

/** The ids before ` -- why` (or a dash of another kind, a colon, a bracket), parted by spaces or commas. */
function rulesOf(match: RegExpExecArray, start: number): Suppression['rules'] {
  const rest = match[3] as string;
  const why = /(?:^|\s)--?(?:\s|$)|[–—]|(?<=[\w-])[:：（(]/.exec(rest);
  const list = why === null ? rest : rest.slice(0, why.index);
  const listStart = start + match[0].length - '-->'.length - rest.length;
  return [...list.matchAll(/[^\s,，、]+/g)].map((id) => ({
    id: id[0],
    span: { start: listStart + id.index, end: listStart + id.index + id[0].length },
  }));
}

/** Where a suppression keeps a rule's findings back, by where they begin; undefined where it does not speak of the rule. */
export function scopeFor({ directive, rules, scope, enabled }: Suppression, rule: string): Span | undefined {
  // What finds idle suppressions can itself be kept back by its name alone.
  if (rules.length === 0 ? rule === 'suppression-unused' : rules.every(({ id }) => id !== rule)) return undefined;
  const places = directive === 'disable' ? enabled.get(rule) : undefined;
  const end = places?.[lowerBound(places, (place) => place, scope.start)];
  return end === undefined ? scope : { start: scope.start, end: Math.min(end, scope.end) };
}
