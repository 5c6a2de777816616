import { addDuration, endOfPeriod } from '../language/calendar.js';
import { kindTraits } from '../vocabulary/kinds.js';
import type { YamlPath } from '../vocabulary/yaml-tree.js';
import type { CheckContext } from './check-context.js';

/** Dates the wrong way round, entries that have run out, and facts that nobody has looked at for long. */
export function checkDates(context: CheckContext): void {
  const { pack, surroundings } = context;
  const today = surroundings.date;
  for (const entry of pack.entries) {
    const check = (from: string | undefined, to: string | undefined, path: YamlPath): void => {
      if (isReversed(from, to))
        context.add(entry, path, 'error', 'pack.dates-reversed', { from: `${from}`, to: `${to}` });
    };
    check(entry.validFrom, entry.validTo, ['validFrom']);
    for (const form of entry.forms) check(form.validFrom, form.validTo, [form.role]);
    if (entry.kind === 'events' && entry.date !== undefined)
      check(...(entry.date.split('/') as [string, string?]), ['date']);
    if (entry.kind === 'people') {
      for (const [index, { from, to }] of entry.roles.entries()) check(from, to, ['roles', index]);
    }
    if (today === undefined || entry.validTo === undefined || entry.replacedBy !== undefined) continue;
    if (kindTraits[entry.kind].expires && (endOfPeriod(entry.validTo) ?? today) < today) {
      context.add(entry, ['validTo'], 'warning', 'pack.expired', { date: entry.validTo });
    }
  }
  const asOf = pack.factsAsOf === undefined ? undefined : endOfPeriod(pack.factsAsOf);
  if (today === undefined || asOf === undefined || pack.staleAfter === undefined) return;
  if ((addDuration(asOf, pack.staleAfter) ?? today) < today) {
    context.addToManifest(['factsAsOf'], 'warning', 'pack.stale', { date: pack.factsAsOf as string });
  }
}

function isReversed(from: string | undefined, to: string | undefined): boolean {
  if (from === undefined || to === undefined || to === '..') return false;
  const length = Math.min(from.length, to.length);
  return from.slice(0, length) > to.slice(0, length);
}
