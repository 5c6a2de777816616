import { endOfPeriod } from '../language/calendar.js';
import type { EntryOf, Role } from '../vocabulary/model.js';
import { startOfPeriod } from '../vocabulary/start-of-period.js';
import type { CheckContext } from './check-context.js';

interface Held {
  readonly person: EntryOf<'people'>;
  readonly index: number;
  /** First and last day on which the role surely holds. */
  readonly from: string;
  readonly to: string;
}

/** Two people in one post on one day, or one person's role given twice for it. */
export function checkRoles(context: CheckContext): void {
  const posts = new Map<string, Held[]>();
  for (const person of context.pack.entries) {
    if (person.kind !== 'people') continue;
    for (const [index, role] of person.roles.entries()) {
      const held = certain(role);
      if (held === undefined || role.organization === undefined) continue;
      const overlapping = new Set<EntryOf<'people'>>();
      for (const title of Object.values(role.title).flat()) {
        const post = `${role.organization}\u0000${title.toLowerCase()}`;
        const others = posts.get(post) ?? [];
        for (const other of others) {
          if (held.from <= other.to && other.from <= held.to) {
            if (other.person !== person || other.index !== index) overlapping.add(other.person);
          }
        }
        posts.set(post, [...others, { person, index, ...held }]);
      }
      for (const other of overlapping) {
        context.add(person, ['roles', index], 'warning', 'pack.roles-overlap', { entry: other.fullName });
      }
    }
  }
}

/**
 * A role surely holds from its beginning, or the first day it was seen, to the day before its end, when the next may
 * take it up, or the last day it was seen.
 */
function certain({ from, to, seen }: Role): { readonly from: string; readonly to: string } | undefined {
  const days = seen.toSorted();
  const first = (from === undefined ? undefined : endOfPeriod(from)) ?? days[0];
  const last = to === undefined ? (days.at(-1) ?? first) : dayBefore(startOfPeriod(to));
  return first === undefined || last === undefined || last < first ? undefined : { from: first, to: last };
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
