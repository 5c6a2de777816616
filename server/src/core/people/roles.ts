import { addDuration, endOfPeriod } from '../language/calendar.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { EntryOf, Role } from '../vocabulary/model.js';

/** The first and the last day on which a role is known to hold. */
export interface Term {
  readonly first: string;
  readonly last: string;
}

/**
 * A role holds from `from` to `to`, between the days on which it was seen, and for the pack's `staleAfter` after the
 * last of them. Undefined for a role without a date.
 */
function termOf(role: Role, staleAfter: string | undefined): Term | undefined {
  const seen = [...role.seen].sort();
  const first = role.from ?? seen[0] ?? (role.to === undefined ? undefined : role.to);
  if (first === undefined) return undefined;
  if (role.to !== undefined) return { first, last: endOfPeriod(role.to) ?? role.to };
  const latest = endOfPeriod([first, ...seen].sort().at(-1) as string);
  if (latest === undefined) return undefined;
  const last = staleAfter === undefined ? latest : (addDuration(latest, staleAfter) ?? latest);
  return { first, last };
}

/** A day, month or year as the days that it holds. */
function daysOf(date: string): Term {
  return { first: date, last: endOfPeriod(date) ?? date };
}

/** Whether a role may hold at some time of a day, month or year. */
export function mayHold(term: Term, date: string): boolean {
  const { first, last } = daysOf(date);
  return term.first <= last && first <= term.last;
}

/** Whether it holds through the whole of it. */
export function holdsThroughout(term: Term, date: string): boolean {
  const { first, last } = daysOf(date);
  return term.first <= first && last <= term.last;
}

/** Whether a role ended before, or began after: what the pack says outright, and not for want of having seen more. */
export function hasEnded(role: Role, date: string): boolean {
  return role.to !== undefined && (endOfPeriod(role.to) ?? role.to) < daysOf(date).first;
}

export function hasNotBegun(role: Role, date: string): boolean {
  return role.from !== undefined && role.from > daysOf(date).last;
}

/** A role with its term and whose it is. */
export interface DatedRole {
  readonly person: EntryOf<'people'>;
  readonly role: Role;
  readonly term: Term;
}

const rolesOf = new WeakMap<Vocabulary, readonly DatedRole[]>();

/** Every dated role of a vocabulary. */
export function datedRoles(vocabulary: Vocabulary): readonly DatedRole[] {
  let roles = rolesOf.get(vocabulary);
  if (roles === undefined) {
    roles = vocabulary.ofKind('people').flatMap((person) => {
      const staleAfter = vocabulary.packs.find(({ name }) => name === person.pack)?.staleAfter;
      return person.roles.flatMap((role) => {
        const term = termOf(role, staleAfter);
        return term === undefined ? [] : [{ person, role, term }];
      });
    });
    rolesOf.set(vocabulary, roles);
  }
  return roles;
}
