import { dateAt } from '../markdown/block-sentences.js';
import { toSource } from '../markdown/blocks.js';
import { postInWords } from '../people/post-in-words.js';
import { type PostInText, postsOf } from '../people/posts-in-text.js';
import { type DatedRole, datedRoles, hasEnded, hasNotBegun, holdsThroughout, mayHold } from '../people/roles.js';
import { isShared, names, readTitle } from '../people/titles.js';
import { replacementFix } from '../report/finding.js';
import { isOwnWords } from '../report/own-words.js';
import { blockOf, type Report } from '../report/report.js';
import type { Span } from '../text/span.js';
import type { EntryOf } from '../vocabulary/model.js';
import { inLanguage, nameOf } from '../vocabulary/preferred-form.js';
import type { Detection, Rule } from './rule.js';

/** What may be written instead: other words at a place of the report. */
interface Instead {
  readonly span: Span;
  readonly text: string;
}

interface WrongPost {
  readonly instead: readonly Instead[];
}

type Organization = EntryOf<'organizations'>;

/**
 * A known person with another title or body than on the day of the sentence or report. Nothing is said outside the
 * dated roles, but that a post was someone else's on that day.
 */
export const personTitle: Rule<WrongPost> = {
  id: 'person-title',
  severity: 'error',
  reads: 'document',

  *check(report) {
    const roles = datedRoles(report.vocabulary);
    if (roles.length === 0) return;
    for (const mention of report.mentions) {
      if (mention.entry.kind !== 'people' || !isOwnWords(report, mention)) continue;
      const date = dateAt(blockOf(report, mention), mention.at.start, report.date);
      if (date === undefined) continue;
      for (const post of postsOf(report, mention)) {
        const finding = judge(report, post, date, roles);
        if (finding === undefined) continue;
        yield finding;
        break;
      }
    }
  },

  fix({ detail: { instead } }) {
    return instead.map(({ span, text }) => replacementFix(span, text));
  },
};

function judge(
  report: Report,
  post: PostInText,
  date: string,
  roles: readonly DatedRole[],
): Detection<WrongPost> | undefined {
  const { title, organization } = post;
  const person = post.person.entry as EntryOf<'people'>;
  const own = roles.filter((each) => each.person === person);
  const held = own.filter(({ term }) => mayHold(term, date));
  const here = (role: DatedRole) => organization === undefined || isBodyOf(report, role, organization);
  const isSame = (role: DatedRole) => titlesOf(role).some((wanted) => names(title, wanted, report.vocabulary));
  const surely = own.filter(({ term }) => holdsThroughout(term, date));
  // The body's part is named for it, unless the body itself knows the person by another post.
  const isOfPart = (role: DatedRole) =>
    isRelated(report, role, organization) && (isShared(title) || !surely.some((each) => each !== role && here(each)));
  if (held.some((role) => isSame(role) && (here(role) || isOfPart(role)))) return undefined;
  // In a year that two held it in turn a post is either's, but not one's who held it in another.
  const isNotOwn = held.length === 0 && own.some((role) => isSame(role) && isOutside(role, date));
  const holder = roles.find(
    (role) =>
      role.person !== person &&
      !isShared(title) &&
      (isNotOwn ? mayHold(role.term, date) : holdsThroughout(role.term, date)) &&
      isSame(role) &&
      (organization === undefined ? isTelling(role, title.text, roles) : isBodyOf(report, role, organization)),
  );
  if (holder !== undefined) return wrong(report, post, date, 'person-title.holder', held[0], holder);
  // The post that it should have been: in the same body, or the one known.
  const before = organization === undefined ? undefined : held.find((role) => here(role) && role.isLeft);
  const expected = surely.find(here) ?? (surely.length === 1 ? surely[0] : undefined) ?? before;
  if (expected === undefined) {
    // Nothing is known of the day but that the post had been left.
    const left = organization === undefined ? undefined : own.find((role) => isSame(role) && here(role));
    return left?.role.to !== undefined && hasEnded(left, date)
      ? wrong(report, post, date, 'person-title.ended-only', undefined, undefined, left)
      : undefined;
  }
  const other = own.find((role) => isSame(role) && here(role));
  if (other !== undefined) {
    const messageId = hasEnded(other, date)
      ? 'person-title.ended'
      : hasNotBegun(other, date) || (before !== undefined && !mayHold(other.term, date))
        ? 'person-title.not-begun'
        : undefined;
    return messageId === undefined ? undefined : wrong(report, post, date, messageId, expected);
  }
  if (surely.some((role) => here(role) && isOtherRank(report, role, title)))
    return wrong(report, post, date, 'person-title', expected);
  if (organization === undefined && surely.some((role) => isOtherPortfolio(role, post, report)))
    return wrong(report, post, date, 'person-title', expected);
  if (organization === undefined || isShared(title)) return undefined;
  const inBody = surely.some(
    (role) =>
      isBodyOf(report, role, organization) &&
      !titlesOf(role).every((each) => isShared(readTitle(each, report.vocabulary))),
  );
  const elsewhere = surely.some(isSame) && !surely.some((role) => isRelated(report, role, organization));
  return inBody || elsewhere ? wrong(report, post, date, 'person-title', expected) : undefined;
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

function titlesOf({ role }: DatedRole): readonly string[] {
  return Object.values(role.title).flat();
}

/** Deputy for head, or head for deputy: "vice premier" of a premier. */
function isOtherRank(report: Report, role: DatedRole, title: PostInText['title']): boolean {
  return titlesOf(role).some((wanted) => {
    const other = readTitle(wanted, report.vocabulary);
    return other.head === title.head && other.deputy !== title.deputy;
  });
}

function isBodyOf(report: Report, { person, role }: DatedRole, organization: Organization): boolean {
  return (
    role.organization !== undefined &&
    report.vocabulary.find('organizations', role.organization, person.pack) === organization
  );
}

/** Whether a role's body is, is part of, or holds a body. */
function isRelated(report: Report, { person, role }: DatedRole, organization: Organization | undefined): boolean {
  if (organization === undefined || role.organization === undefined) return false;
  const own = report.vocabulary.find('organizations', role.organization, person.pack);
  return own !== undefined && (isPartOf(report, own, organization) || isPartOf(report, organization, own));
}

function isPartOf(report: Report, part: Organization, whole: Organization): boolean {
  let at: Organization | undefined = part;
  for (let depth = 0; at !== undefined && depth < 8; depth++) {
    if (at === whole) return true;
    at = at.parent === undefined ? undefined : report.vocabulary.find('organizations', at.parent, at.pack);
  }
  return false;
}

/** Whether a title alone tells the body: it has words of its own, and one body alone has it. */
function isTelling({ role }: DatedRole, title: string, roles: readonly DatedRole[]): boolean {
  const words = title.split(/\s+/).length > 1 || title.length > 3;
  const isExact = (other: DatedRole) => titlesOf(other).some((each) => each.toLowerCase() === title.toLowerCase());
  return (
    words &&
    roles.filter(isExact).length > 0 &&
    roles.filter(isExact).every((other) => other.role.organization === role.organization)
  );
}

/** A finding that rests on whose post it was, on what the person was, or on the post that was left. */
function wrong(
  report: Report,
  post: PostInText,
  date: string,
  messageId: string,
  expected: DatedRole | undefined,
  holder?: DatedRole,
  resting = holder ?? (expected as DatedRole),
): Detection<WrongPost> {
  const block = blockOf(report, post.person);
  const language = post.person.form.language;
  const person = post.person.entry as EntryOf<'people'>;
  const at = spanOfPost(post);
  const right = expected === undefined ? undefined : postInWords(report.vocabulary, expected, language);
  const instead: Instead[] = [];
  if (expected !== undefined) {
    const title = titleLike(report, post, expected, language);
    const sameBody = post.organization === undefined || isBodyOf(report, expected, post.organization);
    if (sameBody && title !== undefined)
      instead.push({ span: toSource(block, post.titleAt), text: likeFound(block.text, post.titleAt, title) });
    else if (right !== undefined) {
      // "Harbour Works chairman" before a name, where "chairman of Harbour Works" would run into it.
      const isBefore = language === 'en' && /^\s*$/.test(block.text.slice(at.end, post.person.at.start));
      const body = expected.role.organization;
      const [, name] = / of (?:the )?(.+)$/.exec(right) ?? [];
      const isLoose = isBefore && title !== undefined && body !== undefined && right.startsWith(`${title} of `);
      instead.push({ span: toSource(block, at), text: isLoose ? `${name} ${title}` : right });
    }
  }
  if (holder !== undefined) instead.push({ span: post.person.span, text: nameOf(holder.person, language) });
  return {
    messageId: messageId === 'person-title.holder' && right === undefined ? 'person-title.holder-only' : messageId,
    values: {
      person: nameOf(person, language),
      found: block.text.slice(at.start, at.end).replace(/\s+/g, ' '),
      date,
      ...(right !== undefined && { expected: right }),
      ...(holder !== undefined && { holder: nameOf(holder.person, language) }),
      ...(resting.role.to !== undefined && { until: resting.role.to }),
    },
    span: toSource(block, at),
    entry: resting.person,
    basis: resting.role.source.map((source) => ({ source })),
    status: resting.role.status,
    detail: { instead },
  };
}

/** The title with its body. */
function spanOfPost({ titleAt, organizationAt }: PostInText): Span {
  if (organizationAt === undefined) return titleAt;
  return { start: Math.min(titleAt.start, organizationAt.start), end: Math.max(titleAt.end, organizationAt.end) };
}

/** The role's title, with its body's name in it where the title found has one. */
function titleLike(
  report: Report,
  post: PostInText,
  { person, role }: DatedRole,
  language: string,
): string | undefined {
  const titles = inLanguage(role.title, language) ?? [];
  const organization =
    role.organization === undefined
      ? undefined
      : report.vocabulary.find('organizations', role.organization, person.pack);
  const body = organization === undefined ? '' : nameOf(organization, language);
  const isFull = (title: string) => body !== '' && title.includes(body);
  return titles.find((title) => isFull(title) === isFull(post.title.text)) ?? titles[0];
}

/** A capital at the start where the title found has one. */
function likeFound(text: string, at: Span, title: string): string {
  return /^\p{Lu}/u.test(text.slice(at.start, at.end)) ? (title[0] ?? '').toUpperCase() + title.slice(1) : title;
}
