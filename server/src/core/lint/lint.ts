import { type Suppression, suppressedAs } from '../markdown/suppressions.js';
import { citationsOf } from '../report/citations.js';
import type { Finding } from '../report/finding.js';
import type { Report } from '../report/report.js';
import { allRules } from '../rules/all-rules.js';
import type { Detection, Rule } from '../rules/rule.js';
import { suppressionUnused } from '../rules/suppression-unused.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { Basis, Entry, Level, Severity } from '../vocabulary/model.js';

/** All findings of a report, by their place; suppressions and levels are applied. */
export function lintReport(report: Report): readonly Finding[] {
  const findings: Finding[] = [];
  /** The rule ids that each suppression held back; `*` where it names none. */
  const used = new Map<Suppression, Set<string>>(report.suppressions.map((suppression) => [suppression, new Set()]));
  const unnamed = report.suppressions.filter(({ rules }) => rules.length === 0);
  /** Those that can hold a rule's findings back, for the rules that any of them names. */
  const candidates = new Map<string, readonly Suppression[]>();
  for (const id of new Set(report.suppressions.flatMap(({ rules }) => rules.map((rule) => rule.id)))) {
    if (!allRules.some((rule) => rule.id === id)) continue;
    const own = report.suppressions.filter(({ rules }) => rules.length === 0 || rules.some((rule) => rule.id === id));
    candidates.set(id, own);
  }
  const keep = (rule: Rule, detection: Detection): void => {
    const severity = severityOf(rule, detection, report);
    if (severity === 'off') return;
    let held = false;
    for (const suppression of candidates.get(rule.id) ?? unnamed) {
      const as = suppressedAs(suppression, rule.id, detection.span.start);
      if (as === undefined) continue;
      held = true;
      used.get(suppression)?.add(as);
    }
    if (!held) findings.push(toFinding(rule, detection, severity, report));
  };
  for (const rule of allRules) {
    if (report.rules[rule.id] === 'off') continue;
    for (const detection of rule.check(report)) keep(rule, detection);
  }
  if (report.rules[suppressionUnused.id] !== 'off') {
    for (const detection of unusedSuppressions(used)) keep(suppressionUnused, detection);
  }
  const order = new Map(allRules.map((rule, i) => [rule.id, i]));
  return findings.sort(
    (a, b) =>
      a.span.start - b.span.start || a.span.end - b.span.end || (order.get(a.rule) ?? 0) - (order.get(b.rule) ?? 0),
  );
}

/** The comments that hid nothing, whole or by the rule that they name in vain. */
function* unusedSuppressions(used: ReadonlyMap<Suppression, ReadonlySet<string>>): Iterable<Detection> {
  for (const [suppression, rules] of used) {
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
  return {
    rule: rule.id,
    messageId: detection.messageId,
    values: detection.values,
    severity,
    span: detection.span,
    ...(detection.entry !== undefined && { entry: detection.entry.fullName }),
    basis:
      detection.entry === undefined
        ? []
        : citationsOf(detection.entry, report.vocabulary, report.language, detection.basis),
    fixes: rule.fix?.(detection, report) ?? [],
  };
}
