import type { CheckedFinding } from '../reporters/checked-file.js';

/** A finding that one version of a pack gives and the other does not, or not so. */
export interface ComparedFinding {
  readonly path: string;
  readonly what: 'appears' | 'vanishes' | 'changes';
  readonly before: CheckedFinding | undefined;
  readonly after: CheckedFinding | undefined;
}

/** What is another in the findings of a file, in their order. */
export function compareFindings(
  path: string,
  before: readonly CheckedFinding[],
  after: readonly CheckedFinding[],
): readonly ComparedFinding[] {
  const left = new Map<string, CheckedFinding[]>();
  for (const finding of before) left.set(whole(finding), [...(left.get(whole(finding)) ?? []), finding]);
  const fresh = after.filter((finding) => left.get(whole(finding))?.shift() === undefined);
  const gone = [...left.values()].flat();
  const compared: ComparedFinding[] = [];
  for (const finding of fresh) {
    const { start, end } = finding.range;
    const isThere = (other: CheckedFinding) =>
      other.range.start.offset === start.offset &&
      (other.range.end.offset === end.offset || other.rule === finding.rule);
    const at = gone.findIndex(isThere);
    const earlier = at < 0 ? undefined : gone.splice(at, 1)[0];
    compared.push({ path, what: earlier === undefined ? 'appears' : 'changes', before: earlier, after: finding });
  }
  for (const finding of gone) compared.push({ path, what: 'vanishes', before: finding, after: undefined });
  const offset = ({ before: old, after: now }: ComparedFinding) => (now ?? old)?.range.start.offset ?? 0;
  return compared.sort((a, b) => offset(a) - offset(b));
}

/** What a reader sees of it. */
function whole({ rule, severity, message, details, reason, range, fixes }: CheckedFinding): string {
  return JSON.stringify([rule, severity, message, details, reason, range.start.offset, range.end.offset, fixes]);
}
