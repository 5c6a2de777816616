import { allRules, type Finding, nearest } from '../core/index.js';
import { UsageError } from './usage-error.js';
import type { Wording } from './wording.js';

/** Whether a finding is of the rules that `--rule` names; every one is where it names none. Throws a UsageError for a rule that is none. */
export function chosenRules(ids: readonly string[] | undefined, wording: Wording): (finding: Finding) => boolean {
  if (ids === undefined) return () => true;
  const known = allRules.map(({ id }) => id);
  for (const id of ids) {
    if (!known.includes(id)) throw new UsageError(`--rule ${id}: ${wording.noRule(nearest(id, known))}`);
  }
  return ({ rule }) => ids.includes(rule);
}
