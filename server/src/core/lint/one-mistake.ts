import type { Report } from '../report/report.js';
import { blocksHolding } from '../report/unfilled-places.js';
import type { Detection, Rule } from '../rules/rule.js';
import { overlaps } from '../text/span.js';

/** What a rule has seen, of which a finding may come. */
interface Seen {
  readonly rule: Rule;
  readonly detection: Detection;
}

/**
 * One mistake is spoken of once: what asks for a source, a date or an explanation is left out where a rule that judges
 * speaks of the same words, or one that asks and comes before it; what says the same of the same words as one before it
 * is left out too. `seen` is in the order of the rules.
 */
export function withoutEchoes<T extends Seen>(seen: readonly T[]): readonly T[] {
  const asks = ({ rule }: T) => rule.asks === true;
  const besideJudged = without(saidOnce(seen), (a, b) => asks(a) !== asks(b));
  return without(besideJudged, (a, b) => asks(a) && asks(b));
}

/** Two entries may hold one wrong form, and the same right one. */
function saidOnce<T extends Seen>(seen: readonly T[]): readonly T[] {
  const said = new Set<string>();
  return seen.filter(({ rule, detection: { messageId, values, span } }) => {
    const words = JSON.stringify([rule.id, span.start, span.end, messageId, values]);
    return said.size !== said.add(words).size;
  });
}

/** Of a part of the report that is not written yet nothing is said but that. */
export function withoutExcused<T extends Seen>(seen: readonly T[], report: Report): readonly T[] {
  const excusing = seen.filter(({ rule }) => rule.excuses === true);
  if (excusing.length === 0) return seen;
  const places = excusing.map(({ detection }) => detection.span);
  const unwritten = blocksHolding(report, places);
  return seen.filter(({ rule, detection }) => {
    if (rule.excuses === true || rule.misses === true) return true;
    return [...blocksHolding(report, [detection.span])].every((block) => !unwritten.has(block));
  });
}

/** Those that no other silences: of two on the same words that `vie`, one that asks loses, and the later of two. */
function without<T extends Seen>(seen: readonly T[], vie: (a: T, b: T) => boolean): readonly T[] {
  const lost = new Set<T>();
  const ranks = new Map(seen.map((each, rank) => [each, rank]));
  const rankOf = (each: T) => ranks.get(each) ?? 0;
  let open: T[] = [];
  for (const current of seen.toSorted((a, b) => a.detection.span.start - b.detection.span.start)) {
    open = open.filter(({ detection }) => detection.span.end > current.detection.span.start);
    for (const other of open) {
      if (!vie(current, other) || !isOfOneThing(current.detection, other.detection)) continue;
      const isOther =
        current.rule.asks === other.rule.asks ? rankOf(other) > rankOf(current) : other.rule.asks === true;
      lost.add(isOther ? other : current);
    }
    open.push(current);
  }
  return lost.size === 0 ? seen : seen.filter((each) => !lost.has(each));
}

/** Whether two speak of the same words, or of the same entry in words that overlap: "MIIT" in "head of MIIT" is another. */
function isOfOneThing({ span: a, entry }: Detection, { span: b, entry: other }: Detection): boolean {
  if (!overlaps(a, b)) return false;
  return (a.start === b.start && a.end === b.end) || entry === undefined || other === undefined || entry === other;
}
