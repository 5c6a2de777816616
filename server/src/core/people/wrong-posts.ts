import { isOwnWords } from '../report/own-words.js';
import { blockOf, type Report } from '../report/report.js';
import { dateAt } from '../sentences/sentence.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { EntryOf } from '../vocabulary/model.js';
import { type PostInText, postsOf } from './posts-in-text.js';
import {
  type DatedRole,
  datedRoles,
  hasEnded,
  hasNotBegun,
  holdsThroughout,
  isBodyOf,
  isRelated,
  mayHold,
  titlesOf,
} from './roles.js';
import { isShared, isSoleOffice, names, readTitle } from './titles.js';

/** A post that the record does not bear out on the day of its sentence. */
export interface WrongPost {
  readonly post: PostInText;
  /** A day, month or year. */
  readonly date: string;
  /** It was another's (`holder`), had been left, or was not yet held; else the person had another one. */
  readonly why: 'other' | 'holder' | 'ended' | 'not-begun';
  /** The post that the person had, as far as one is known. */
  readonly expected?: DatedRole | undefined;
  /** Whose post it was. */
  readonly holder?: DatedRole;
  /** The role of the record that says so. */
  readonly resting: DatedRole;
}

/** The first wrong post of each mention of a person. Nothing is said outside the dated roles, but that a post was someone else's. */
export function* readWrongPosts(report: Report): Iterable<WrongPost> {
  const roles = datedRoles(report.vocabulary);
  if (roles.length === 0) return;
  for (const mention of report.mentions) {
    if (mention.entry.kind !== 'people' || !isOwnWords(report, mention)) continue;
    const date = dateAt(report, blockOf(report, mention), mention.at.start);
    if (date === undefined) continue;
    for (const post of postsOf(report, mention)) {
      const wrong = judge(report, post, date, roles);
      if (wrong === undefined) continue;
      yield wrong;
      break;
    }
  }
}

function judge(report: Report, post: PostInText, date: string, roles: readonly DatedRole[]): WrongPost | undefined {
  const { title, organization } = post;
  const wrong = (why: WrongPost['why'], expected: DatedRole): WrongPost => ({
    post,
    date,
    why,
    expected,
    resting: expected,
  });
  const person = post.person.entry as EntryOf<'people'>;
  const own = roles.filter((each) => each.person === person);
  const held = own.filter(({ term }) => mayHold(term, date));
  const here = (role: DatedRole) => organization === undefined || isBodyOf(report.vocabulary, role, organization);
  const isSame = (role: DatedRole) => titlesOf(role).some((wanted) => names(title, wanted, report.vocabulary));
  const surely = own.filter(({ term }) => holdsThroughout(term, date));
  // The body's part is named for it, unless the body itself knows the person by another post.
  const isOfPart = (role: DatedRole) =>
    isRelated(report.vocabulary, role, organization) &&
    (isShared(title) || !surely.some((each) => each !== role && here(each)));
  if (held.some((role) => isSame(role) && (here(role) || isOfPart(role)))) return undefined;
  // In a year that two held it in turn a post is either's, but not one's who held it in another.
  const isNotOwn = held.length === 0 && own.some((role) => isSame(role) && isOutside(role, date));
  const holder = roles.find(
    (role) =>
      role.person !== person &&
      !isShared(title) &&
      (isNotOwn ? mayHold(role.term, date) : holdsThroughout(role.term, date)) &&
      isSame(role) &&
      (organization === undefined
        ? isTelling(role, title.text, roles)
        : isBodyOf(report.vocabulary, role, organization)),
  );
  if (holder !== undefined) return { post, date, why: 'holder', expected: held[0], holder, resting: holder };
  // The post that it should have been: in the same body, or the one known.
  const before = organization === undefined ? undefined : held.find((role) => here(role) && role.isLeft);
  const expected = surely.find(here) ?? (surely.length === 1 || isSoleOffice(title) ? surely[0] : undefined) ?? before;
  if (expected === undefined) {
    // Nothing is known of the day but that the post had been left.
    const left = organization === undefined ? undefined : own.find((role) => isSame(role) && here(role));
    return left?.role.to !== undefined && hasEnded(left, date)
      ? { post, date, why: 'ended', resting: left }
      : undefined;
  }
  const other = own.find((role) => isSame(role) && here(role));
  if (other !== undefined) {
    const why = hasEnded(other, date)
      ? 'ended'
      : hasNotBegun(other, date) || (before !== undefined && !mayHold(other.term, date))
        ? 'not-begun'
        : undefined;
    return why === undefined ? undefined : wrong(why, expected);
  }
  if (surely.some((role) => here(role) && isOtherRank(report.vocabulary, role, title))) return wrong('other', expected);
  if (organization === undefined && surely.some((role) => isOtherPortfolio(role, post, report)))
    return wrong('other', expected);
  // A country has one of them, and the record knows what else the person was.
  if (
    organization === undefined &&
    isSoleOffice(title) &&
    surely.some((role) => !titlesOf(role).every((each) => isShared(readTitle(each, report.vocabulary))))
  )
    return wrong('other', expected);
  if (organization === undefined || isShared(title)) return undefined;
  const inBody = surely.some(
    (role) =>
      isBodyOf(report.vocabulary, role, organization) &&
      !titlesOf(role).every((each) => isShared(readTitle(each, report.vocabulary))),
  );
  const elsewhere = surely.some(isSame) && !surely.some((role) => isRelated(report.vocabulary, role, organization));
  return inBody || elsewhere ? wrong('other', expected) : undefined;
}

function isOutside(role: DatedRole, date: string): boolean {
  return hasEnded(role, date) || hasNotBegun(role, date);
}

/** "Secretary of State for Trade" of one who is Secretary of State for something else. */
function isOtherPortfolio(role: DatedRole, { title, titleAt, person }: PostInText, report: Report): boolean {
  const rest = blockOf(report, person).text.slice(titleAt.end);
  const business = /^\s+(?:of|for)\s+(?:the\s+)?(\p{Lu}[\p{L}-]+)/u.exec(rest)?.[1];
  const own = titlesOf(role).filter(
    (each) =>
      /^ (?:of|for) /.test(each.slice(title.text.length)) && each.toLowerCase().startsWith(title.text.toLowerCase()),
  );
  return business !== undefined && own.length > 0 && own.every((each) => !each.includes(business));
}

/** Deputy for head, or head for deputy: "vice premier" of a premier. */
function isOtherRank(vocabulary: Vocabulary, role: DatedRole, title: PostInText['title']): boolean {
  return titlesOf(role).some((wanted) => {
    const other = readTitle(wanted, vocabulary);
    return other.head === title.head && other.deputy !== title.deputy;
  });
}

/** Whether a title alone tells the body: it has words of its own, and one body alone has it. */
function isTelling({ role }: DatedRole, title: string, roles: readonly DatedRole[]): boolean {
  const words =
    title.split(/\s+/).length > 1 || title.length > 3 || isSoleOffice({ text: title, head: title, deputy: false });
  const isExact = (other: DatedRole) => titlesOf(other).some((each) => each.toLowerCase() === title.toLowerCase());
  return (
    words &&
    roles.filter(isExact).length > 0 &&
    roles.filter(isExact).every((other) => other.role.organization === role.organization)
  );
}
