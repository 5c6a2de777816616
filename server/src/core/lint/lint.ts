import { type Suppression, scopeFor } from '../markdown/suppressions.js';
import { sourcesOf } from '../report/citations.js';
import type { Finding, Fix } from '../report/finding.js';
import type { Report } from '../report/report.js';
import { allRules } from '../rules/all-rules.js';
import type { Detection, Rule } from '../rules/rule.js';
import { suppressionUnused } from '../rules/suppression-unused.js';
import { lowerBound } from '../text/ordered-spans.js';
import type { Span } from '../text/span.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { Basis, Entry, Level, Severity } from '../vocabulary/model.js';
import { type LintOptions, withoutBeingTyped } from './being-typed.js';
import { detectionsOf } from './detections.js';
import { withoutEchoes, withoutExcused } from './one-mistake.js';

/** The rule ids that each suppression held back; `*` where it names none. */
type Used = ReadonlyMap<Suppression, Set<string>>;

interface Seen {
  readonly rule: Rule;
  readonly detection: Detection;
  readonly severity: Severity;
  readonly start: number;
}

/** All findings of a report, by their place; suppressions and levels are applied. */
export function lintReport(report: Report, { edited }: LintOptions = {}): readonly Finding[] {
  const used: Used = new Map(report.suppressions.map((suppression) => [suppression, new Set()]));
  const unnamed = report.suppressions.filter(({ rules }) => rules.length === 0);
  const naming = new Map<string, Suppression[]>();
  for (const suppression of report.suppressions) {
    for (const id of new Set(suppression.rules.map((rule) => rule.id))) {
      const own = naming.get(id);
      if (own === undefined) naming.set(id, [suppression]);
      else own.push(suppression);
    }
  }
  const seenBy = (rule: Rule, detections: Iterable<Detection>): readonly Seen[] =>
    [...detections].flatMap((detection) => {
      const severity = severityOf(rule, detection, report);
      return severity === 'off' ? [] : [{ rule, detection, severity, start: detection.span.start }];
    });
  const notSuppressed = (rule: Rule, seen: readonly Seen[]): readonly Seen[] => {
    const held = heldBack(rule, seen, [...unnamed, ...(naming.get(rule.id) ?? [])], used);
    return seen.filter((each) => !held.has(each));
  };
  const gathered = (rule: Rule, seen: readonly Seen[]): readonly Seen[] => {
    const detections = seen.map(({ detection }) => detection);
    return rule.gather === undefined ? seen : seenBy(rule, rule.gather(detections, report));
  };
  const on = allRules.filter(({ id }) => report.rules[id] !== 'off');
  const heard = new Map<Rule, Seen[]>(on.map((rule) => [rule, []]));
  // Before suppressions: what is held back does not come up in the words of another rule.
  for (const seen of withoutEchoes(on.flatMap((rule) => seenBy(rule, detectionsOf(rule, report)))))
    heard.get(seen.rule)?.push(seen);
  const said = [...heard].flatMap(([rule, seen]) => notSuppressed(rule, seen));
  if (on.includes(suppressionUnused)) {
    // Those that hold back the findings of this very rule are looked at last.
    const last = new Set(naming.get(suppressionUnused.id));
    const first = [...used.keys()].filter((suppression) => !last.has(suppression));
    for (const suppressions of [first, [...last]]) {
      said.push(
        ...notSuppressed(
          suppressionUnused,
          seenBy(suppressionUnused, unusedSuppressions(suppressions, used, report, edited)),
        ),
      );
    }
  }
  const written = withoutExcused(said, report);
  const left = edited === undefined ? written : withoutBeingTyped(written, report, edited);
  const kept = new Map<Rule, Seen[]>(on.map((rule) => [rule, []]));
  for (const seen of left) kept.get(seen.rule)?.push(seen);
  const findings = [...kept].flatMap(([rule, seen]) =>
    gathered(rule, seen).map(({ detection, severity }) => toFinding(rule, detection, severity, report)),
  );
  const order = new Map(allRules.map((rule, i) => [rule.id, i]));
  return findings.sort(
    (a, b) =>
      a.span.start - b.span.start || a.span.end - b.span.end || (order.get(a.rule) ?? 0) - (order.get(b.rule) ?? 0),
  );
}

/** Those of a rule's detections that begin in the scope of a suppression. Thousands may stand in thousands of scopes. */
function heldBack<T extends { readonly start: number }>(
  rule: Rule,
  detections: readonly T[],
  suppressions: readonly Suppression[],
  used: Used,
): ReadonlySet<T> {
  const sorted = [...detections].sort((a, b) => a.start - b.start);
  /** How many scopes begin before a detection, less those that end before it. */
  const change = new Array<number>(sorted.length + 1).fill(0);
  for (const suppression of sorted.length === 0 ? [] : suppressions) {
    const scope = scopeFor(suppression, rule.id);
    if (scope === undefined) continue;
    const first = lowerBound(sorted, ({ start }) => start, scope.start);
    const end = lowerBound(sorted, ({ start }) => start, scope.end, first);
    if (first === end) continue;
    used.get(suppression)?.add(suppression.rules.length === 0 ? '*' : rule.id);
    (change[first] as number)++;
    (change[end] as number)--;
  }
  let open = 0;
  return new Set(
    sorted.filter((_, i) => {
      open += change[i] as number;
      return open > 0;
    }),
  );
}

/** The comments that hid nothing, whole or by the rule that they name in vain. */
function* unusedSuppressions(
  suppressions: readonly Suppression[],
  used: Used,
  report: Report,
  edited: Span | undefined,
): Iterable<Detection> {
  for (const suppression of suppressions) {
    const rules = used.get(suppression) as Set<string>;
    // What it is for may be being written.
    if (edited !== undefined && isBeingWritten(suppression, report.text, edited.end)) continue;
    // A rule that does not exist is suppression-invalid's to speak of.
    const named = suppression.rules.filter(({ id }) => allRules.some((rule) => rule.id === id));
    if (rules.size === 0 && (named.length > 0 || suppression.rules.length === 0)) {
      yield { messageId: 'suppression-unused', values: {}, span: suppression.span, detail: suppression };
    } else {
      for (const { id, span } of named) {
        if (!rules.has(id)) {
          yield { messageId: 'suppression-unused.rule', values: { rule: id }, span, detail: suppression };
        }
      }
    }
  }
}

/** Whether a place is in what a suppression is for, or right behind it. */
function isBeingWritten({ span, scope }: Suppression, text: string, at: number): boolean {
  return span.start <= at && (at <= scope.end || text.slice(span.end, at).trim() === '');
}

/**
 * The config's word, else the form's, the entry's, the rule's. An entry that is off stays off, and what is not
 * verified is never more than information.
 */
function severityOf(rule: Rule, detection: Detection, report: Report): Level {
  const { entry, form } = detection;
  const own = form?.level ?? entry?.level;
  if (own === 'off') return 'off';
  const level: Level = report.rules[rule.id] ?? own ?? detection.severity ?? rule.severity;
  if (level === 'off' || entry === undefined) return level;
  const verified =
    entry.status === 'verified' &&
    (form?.status ?? 'verified') === 'verified' &&
    (detection.status ?? 'verified') === 'verified' &&
    restsOnVerified(entry, detection.basis ?? entry.basis, report.vocabulary);
  return verified ? level : 'information';
}

/** False where every source of a basis is itself unverified or provisional. */
function restsOnVerified(entry: Entry, basis: readonly Basis[], vocabulary: Vocabulary): boolean {
  if (basis.length === 0) return true;
  return basis.some(
    ({ source }) => (vocabulary.find('sources', source, entry.pack)?.status ?? 'verified') === 'verified',
  );
}

function toFinding(rule: Rule, detection: Detection, severity: Severity, report: Report): Finding {
  let fixes: readonly Fix[] | undefined;
  return {
    rule: rule.id,
    messageId: detection.messageId,
    values: detection.values,
    severity,
    span: detection.span,
    related: detection.related ?? [],
    ...(detection.entry !== undefined && { entry: detection.entry.fullName }),
    ...(detection.form?.role === 'deprecated' && { deprecated: true }),
    basis: detection.entry === undefined ? [] : sourcesOf(detection.entry, report.vocabulary, detection.basis),
    // Made when somebody asks, which an editor does for the few that are looked at.
    get fixes() {
      fixes ??= rule.fix?.(detection, report) ?? [];
      return fixes;
    },
  };
}
