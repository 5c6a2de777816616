import { editDistance } from '../language/edit-distance.js';
import type { LineMap } from '../text/line-map.js';
import { lowerBound } from '../text/ordered-spans.js';
import type { Span } from '../text/span.js';
import type { Comment } from './dialects/constructs.js';

/** A comment of any dialect that keeps findings back: `<!-- plumbline-disable-next-line term-deprecated -- why -->`. */
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

/** A comment's first word, what parts it from the next, and that: "plumblin-disable", "plumbline disable", "Plumb-line_enable". */
const directivePattern = /^[\s-]*(plumb[-_]?line|[a-z]{7,11}(?=[-_:\s‐-―－—：]))([-_:\s‐-―－—：]{0,3})([\w-]*)/i;
const prefix = 'plumbline';

/** A Plumbline comment as written, whether it means anything or not. */
export interface Directive {
  /** What follows `plumbline-`; all of it where that is written in another way. */
  readonly directive: string;
  /** What follows the name and its hyphen, however these are written. */
  readonly words: string;
  /** From `plumbline` on. */
  readonly directiveSpan: Span;
  readonly rules: Suppression['rules'];
  readonly span: Span;
}

/** All Plumbline comments of a report, in order. */
export function readDirectives(text: string, comments: readonly Comment[]): readonly Directive[] {
  return comments.flatMap(({ span, content: { start, end } }): Directive[] => {
    const match = directivePattern.exec(text.slice(start, Math.min(end, start + 200)));
    if (match === null) return [];
    const [whole, name, gap, rest] = match as unknown as [string, string, string, string];
    const follows = text.slice(start + whole.length, Math.min(end, start + whole.length + 1)).trim();
    const isOurs = name.toLowerCase() === prefix && gap === '-' && rest + follows !== '';
    if (!isOurs && !isSlip(name, gap, rest)) return [];
    const named = start + whole.length - rest.length - gap.length - name.length;
    return [
      {
        directive: isOurs && name === prefix ? rest : name + gap + rest,
        words: rest,
        directiveSpan: { start: named, end: start + whole.length },
        rules: rulesOf(text, { start: start + whole.length, end }),
        span,
      },
    ];
  });
}

/**
 * Whether a comment that begins like this was to be one of ours. "plumbline enabled", "plumbing: disable the valve" and
 * "markdownlint-disable" are somebody's own words.
 */
function isSlip(name: string, gap: string, rest: string): boolean {
  const isHyphenated = /^[^\s:：]$/.test(gap);
  const slips = editDistance(name.toLowerCase().replace(/[-_]/, ''), prefix, 2);
  if (slips > (isHyphenated ? 2 : 1)) return false;
  const [verb = ''] = rest.toLowerCase().split(/[-_]/, 1);
  if (verb === 'disable' || verb === 'enable') return true;
  if (slips > 1 || /^(?:dis|en)abl(?:e?[ds]|ers?|ing)$/.test(verb)) return false;
  const most = isHyphenated ? 2 : 1;
  return ['disable', 'enable'].some((known) => verb[0] === known[0] && editDistance(verb, known, most) <= most);
}

type Growing = Suppression & { scope: { start: number; end: number } };

/** The suppressions of a report, in order. Directives that are none are left to suppression-invalid. */
export function readSuppressions(text: string, comments: readonly Comment[], lines: LineMap): readonly Suppression[] {
  const found: Growing[] = [];
  const enabled = new Map<string, number[]>();
  let open: Growing[] = [];
  const add = (directive: Suppression['directive'], rules: Suppression['rules'], span: Span, scope: Span): void => {
    const suppression = { directive, rules, span, scope: { ...scope }, enabled };
    found.push(suppression);
    if (directive === 'disable') open.push(suppression);
  };
  for (const { directive, rules, span } of readDirectives(text, comments)) {
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
function rulesOf(text: string, { start, end }: Span): Suppression['rules'] {
  const rest = text.slice(start, end);
  const why = /(?:^|\s)--?(?:\s|$)|[–—]|(?<=[\w-])[:：（(]/.exec(rest);
  const list = why === null ? rest : rest.slice(0, why.index);
  return [...list.matchAll(/[^\s,，、]+/g)].map((id) => ({
    id: id[0],
    span: { start: start + id.index, end: start + id.index + id[0].length },
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
