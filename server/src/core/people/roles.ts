import { addDuration, endOfPeriod } from '../language/calendar.js';
import { once } from '../text/once.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { EntryOf, Role } from '../vocabulary/model.js';
import { isShared, readTitle } from './titles.js';

/** The first and the last day on which a role is known to hold. */
export interface Term {
  readonly first: string;
  readonly last: string;
}

/**
 * A role holds from `from` to `to`, between the days on which it was seen, and for the pack's `staleAfter` after the
 * last of them; one that began on a day and has no end until the pack's `factsAsOf`. Undefined for a role without a date.
 */
function termOf(role: Role, staleAfter: string | undefined, asOf: string | undefined): Term | undefined {
  const seen = [...role.seen].sort();
  const first = role.from ?? seen[0] ?? (role.to === undefined ? undefined : role.to);
  if (first === undefined) return undefined;
  if (role.to !== undefined) return { first, last: endOfPeriod(role.to) ?? role.to };
  const latest = endOfPeriod([first, ...seen].sort().at(-1) as string);
  if (latest === undefined) return undefined;
  const seenLast = staleAfter === undefined ? latest : (addDuration(latest, staleAfter) ?? latest);
  // Begun, and not told to have ended: it is held as long as the pack knows anything.
  const isOpen = role.from !== undefined && asOf !== undefined && asOf > seenLast;
  return { first, last: isOpen ? asOf : seenLast };
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

/** A role with its term and whose it is. */
export interface DatedRole {
  readonly person: EntryOf<'people'>;
  readonly role: Role;
  readonly term: Term;
  /** Whether it was left for another at the end of its term, as far as the pack tells. */
  readonly isLeft: boolean;
}

/** Whether a role ended before, or began after: what the pack says, and not for want of having seen more. */
export function hasEnded({ isLeft, term }: DatedRole, date: string): boolean {
  return isLeft && term.last < daysOf(date).first;
}

export function hasNotBegun({ role }: DatedRole, date: string): boolean {
  return role.from !== undefined && role.from > daysOf(date).last;
}

/**
 * The day by which a role without dates of its own was left: from then on its holder is seen in another post of the
 * same body, twice or more, and never again in this one. A party secretary is often chairman too.
 */
function leftBy(role: Role, { roles }: EntryOf<'people'>, vocabulary: Vocabulary): string | undefined {
  const last = [...role.seen].sort().at(-1);
  const isBesideOthers = ({ title }: Role) =>
    Object.values(title)
      .flat()
      .some((words) => isShared(readTitle(words, vocabulary)));
  if (last === undefined || role.from !== undefined || role.organization === undefined) return undefined;
  if (isBesideOthers(role)) return undefined;
  const later = roles
    .filter((each) => each.organization === role.organization && each.seen.length > 1 && !isBesideOthers(each))
    .map(({ seen }) => [...seen].sort()[0] as string)
    .filter((day) => day > last);
  return later.sort()[0];
}

/** Every dated role of a vocabulary. */
export const datedRoles = once((vocabulary: Vocabulary): readonly DatedRole[] => {
  return vocabulary.ofKind('people').flatMap((person) => {
    const { staleAfter, factsAsOf } = vocabulary.packs.find(({ name }) => name === person.pack) ?? {};
    const asOf = factsAsOf === undefined ? undefined : endOfPeriod(factsAsOf);
    return person.roles.flatMap((role) => {
      const term = termOf(role, staleAfter, asOf);
      if (term === undefined) return [];
      const left = role.to === undefined ? leftBy(role, person, vocabulary) : undefined;
      return left === undefined
        ? [{ person, role, term, isLeft: role.to !== undefined }]
        : [{ person, role, term: { ...term, last: [left, term.last].sort()[0] as string }, isLeft: true }];
    });
  });
});

/** The titles of a role, in every language. */
export function titlesOf({ role }: DatedRole): readonly string[] {
  return Object.values(role.title).flat();
}

/** Whether a role is held in a body. */
export function isBodyOf(
  vocabulary: Vocabulary,
  { person, role }: DatedRole,
  organization: EntryOf<'organizations'>,
): boolean {
  return (
    role.organization !== undefined && vocabulary.find('organizations', role.organization, person.pack) === organization
  );
}

/** Whether a role's body is, is part of, or holds a body. */
export function isRelated(
  vocabulary: Vocabulary,
  { person, role }: DatedRole,
  organization: EntryOf<'organizations'> | undefined,
): boolean {
  if (organization === undefined || role.organization === undefined) return false;
  const own = vocabulary.find('organizations', role.organization, person.pack);
  return own !== undefined && (isPartOf(vocabulary, own, organization) || isPartOf(vocabulary, organization, own));
}

function isPartOf(vocabulary: Vocabulary, part: EntryOf<'organizations'>, whole: EntryOf<'organizations'>): boolean {
  let at: EntryOf<'organizations'> | undefined = part;
  for (let depth = 0; at !== undefined && depth < 8; depth++) {
    if (at === whole) return true;
    at = at.parent === undefined ? undefined : vocabulary.find('organizations', at.parent, at.pack);
  }
  return false;
}
