import { readWords } from '../language/words/words.js';
import { tokensIn } from '../markdown/block-words.js';
import { onceABlockWith } from '../markdown/blocks.js';
import type { Facts } from '../report/facts.js';
import { mentionsIn } from '../report/mentions-in.js';
import { blockOf, type Mention, type Report } from '../report/report.js';
import { regionsIn } from '../sentences/regions.js';
import { sentenceHolding } from '../sentences/sentence.js';
import { startingIn } from '../text/ordered-spans.js';
import { overlaps, type Span } from '../text/span.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { EntryOf } from '../vocabulary/model.js';
import { type Title, type TitleInText, titlesIn } from './titles.js';

/** A post that a sentence gives a known person now: neither a former one nor one to come. Spans are of the block's text. */
export interface PostInText {
  readonly person: Mention;
  readonly title: Title;
  readonly titleAt: Span;
  /** The body, where it stands beside the title. */
  readonly organization: EntryOf<'organizations'> | undefined;
  readonly organizationAt: Span | undefined;
}

/** Before a title or its body: the post is another day's, or stands in for one. */
const anotherDay =
  /(?:\b(?:then|former|formerly|ex|then-?|one-time|onetime|late|retired|previous|previously|outgoing|incoming|future|next|designate|acting|interim|honorary|elect|first|second|(?<!\b(?:serves|acts|works|serving|acting|working)\s)as|new|newly[\s-]appointed|was|were|became|become|becomes|been|named|appointed|elected|promoted|made|succeed(?:s|ed)?|replac(?:e|es|ed|ing)|under)(?:\s+(?:the|a|an|its|their|his|her))?[\s-]*|(?:时任|原|前|曾任|曾|历任|候任|拟任|前任|代|代理|名誉|当时的?|升任|出任|当选|首任)(?:为)?)$/i;
/** Behind a title: "general manager until 2019", "chairman-elect", "director at the time". */
const anotherDayAfter =
  /^(?:['’]s\s|助理|秘书|办公室|一职|职务|-elect|[-\s]designate|\s+(?:until|at\s+the\s+time|from\s+\d|in\s+\d|since|between|to\s+be)\b|(?:期间|时期?|之前|以前))/i;

const determiners = String.raw`(?:\s*\b(?:the|a|an|its|his|her|currently|now|also|both)\b)*\s*`;
/** Between a name and the title behind it. */
const apposition = new RegExp(
  String.raw`^\s*(?:[,(（—–]|\s-\s)${determiners}$|^\s*,?\s*(?:who\s+)?(?:is|serves\s+as|remains|is\s+currently|acts\s+as)${determiners}$|^(?:，|（|是|任|现任|担任|现为|系)(?:现任|是)?$`,
  'i',
);
/** Between a title, or the body behind it, and the name. */
const adjacent = /^\s*$/;
const afterBody = /^\s*,?\s*$/;
const possessive = /^(?:['’]s?)?\s*(?:的)?\s*$/;
const ofBody = /^\s+(?:of|at|for|with|in)\s+(?:the\s+)?$|^,\s+(?:the\s+)?$/i;

/** Further than this from a name no post is looked for, in UTF-16 units. */
const reach = 240;

/** The posts that a report's own words give to the people that it names. */
export function postsOf(report: Report, person: Mention): readonly PostInText[] {
  const block = blockOf(report, person);
  const sentence = sentenceHolding(report, block, person.at.start)?.span;
  if (sentence === undefined) return [];
  // A post stands beside its name.
  const near = {
    start: Math.max(sentence.start, person.at.start - reach),
    end: Math.min(sentence.end, person.at.end + reach),
  };
  const titles = startingIn(titlesOf(block, report.facts), ({ at }) => at.start, near).filter(
    ({ at }) => !overlaps(at, person.at),
  );
  const bodies = mentionsIn(report, person.block, near).filter(({ entry }) => entry.kind === 'organizations');
  const context = { report, text: block.text, person, bodies, titles };
  return titles.flatMap((found) => {
    const post = found.at.end <= person.at.start ? postBefore(context, found) : postAfter(context, found);
    return post === undefined ? [] : [post];
  });
}

type Organization = EntryOf<'organizations'>;

interface Context {
  readonly report: Report;
  readonly text: string;
  readonly person: Mention;
  readonly bodies: readonly Mention[];
  readonly titles: readonly TitleInText[];
}

interface Body {
  readonly organization: Organization;
  readonly at: Span;
  readonly before: boolean;
}

/** The body of a title: right before it ("Harbour Works'"), or behind it ("of Harbour Works"). */
function bodyOf({ report, text, bodies }: Context, at: Span): Body | undefined {
  for (const mention of bodies) {
    const organization = mention.entry as Organization;
    if (mention.at.end <= at.start && possessive.test(text.slice(mention.at.end, at.start)))
      return { organization, at: mention.at, before: true };
    if (mention.at.start >= at.end && ofBody.test(text.slice(at.end, mention.at.start)))
      return { organization, at: mention.at, before: false };
  }
  return portfolioOf(report.vocabulary, text, at);
}

const portfolios = new WeakMap<
  Vocabulary,
  readonly { readonly words: string; readonly organization: Organization }[]
>();

/** The body whose business stands behind a title: "minister of trade" is of the Ministry of Trade. */
function portfolioOf(vocabulary: Vocabulary, text: string, at: Span): Body | undefined {
  let known = portfolios.get(vocabulary);
  if (known === undefined) {
    known = vocabulary.ofKind('organizations').flatMap((organization) =>
      organization.forms.flatMap((form) => {
        const words =
          /^(?:Ministry|Department|Office|Bureau|Commission|Committee|Administration)\s+((?:of|for)\s.+)$/i.exec(
            form.text,
          )?.[1];
        return words === undefined || form.role === 'deprecated' ? [] : [{ words: words.toLowerCase(), organization }];
      }),
    );
    portfolios.set(vocabulary, known);
  }
  const rest = text.slice(at.end, at.end + 120);
  const lead = /^\s+/.exec(rest)?.[0].length ?? 0;
  const behind = rest.slice(lead).replace(/\s+/g, ' ').toLowerCase();
  for (const { words, organization } of lead === 0 ? [] : known) {
    const next = behind[words.length] ?? '';
    if (!behind.startsWith(words) || /[\p{L}\p{N}]/u.test(next)) continue;
    return { organization, at: { start: at.end + lead, end: at.end + lead + words.length }, before: false };
  }
  return undefined;
}

/** "chairman and CEO of": the titles that one body is said for. */
function lastOfChain({ text, titles }: Context, at: Span): Span {
  const next = titles.find(
    (other) => other.at.start >= at.end && /^\s*(?:(?:and|,|、|兼|和|&)\s*)+$/.test(text.slice(at.end, other.at.start)),
  );
  return next?.at ?? at;
}

function postBefore(context: Context, { title, at }: TitleInText): PostInText | undefined {
  const { report, text, person } = context;
  // 林海主任和副主任吴平: a title behind a name is that one's.
  const isOwned = ({ entry, at: own }: Mention) => entry.kind === 'people' && own.end === at.start;
  if (mentionsIn(report, person.block, { start: at.start - reach, end: at.start }).some(isOwned)) return undefined;
  const last = lastOfChain(context, at);
  const behind = bodyOf(context, last);
  const body = bodyOf(context, at) ?? behind;
  const end = body !== undefined && !body.before ? body.at.end : portfolioEnd(text, last.end, person.at.start);
  const gap = text.slice(end, person.at.start);
  // "The Secretary of State for Trade, Ana Ruiz,": the title says its body itself.
  const isWhole = end > last.end || /\s(?:of|for)\s/.test(text.slice(last.start, last.end));
  const isEnclosed =
    /^\s*,\s*$/.test(gap) &&
    /^\s*[,.;)—]/.test(text.slice(person.at.end)) &&
    (body?.before === true || /\b(?:the|its|their|our)\s+$/i.test(text.slice(0, at.start).slice(-8)));
  const isBeside = isWhole || isEnclosed ? afterBody.test(gap) : adjacent.test(gap);
  if (/^\s*[(（]\s*$/.test(gap)) return accepted(context, title, at, body);
  if (!isBeside || end > person.at.start) return undefined;
  return accepted(context, title, at, body);
}

function postAfter(context: Context, { title, at }: TitleInText): PostInText | undefined {
  const { report, text, person } = context;
  const body = bodyOf(context, at) ?? bodyOf(context, lastOfChain(context, at));
  const start = body?.before === true ? body.at.start : at.start;
  if (start < person.at.end) return undefined;
  const gap = withoutCountry(report, text.slice(person.at.end, start));
  const isHanPair = /\p{Script=Han}$/u.test(justBefore(text, person.at.end)) && gap === '';
  if (!isHanPair && !apposition.test(gap) && !isAs(text, person.at, gap)) return undefined;
  // "Chen Shulan, a minister in the church": one of many, of a body that no pack knows.
  if (body === undefined && /\ban?\s+$/i.test(gap) && /^\s+(?:in|at|of|for|with|from)\s/i.test(text.slice(at.end)))
    return undefined;
  // "Chen Shulan, director Wu Ping and others": the title is the next one's.
  if (/^\s+\p{Lu}\p{Ll}+/u.test(text.slice(at.end)) && !/^\s+\p{Lu}\p{Ll}+\s+(?:of|for)\b/u.test(text.slice(at.end)))
    return undefined;
  if (/^\p{Script=Han}/u.test(text.slice(at.end)) && namesAnother(context, at)) return undefined;
  return accepted(context, title, at, body);
}

/** 以江某同志为总书记: between name and title 为, with 以 before the name. */
function isAs(text: string, { start }: Span, gap: string): boolean {
  const rest = gap.slice(readWords(gap, 'zh').first('courtesy')?.end ?? 0);
  return text[start - 1] === '以' && rest === '为';
}

/** "China's vice premier": a country holds no post of its own. */
function withoutCountry(report: Report, gap: string): string {
  const possessor = /(\p{Lu}[\p{L}\s]*|the\s+(?:country|nation))['’]s?\s*$/u.exec(gap);
  if (possessor === null) return gap;
  const isCountry =
    /^the/.test(possessor[1] as string) || regionsIn(possessor[1] as string, report.vocabulary).length > 0;
  return isCountry ? gap.slice(0, possessor.index) : gap;
}

function namesAnother({ text, person }: Context, at: Span): boolean {
  // 陈淑兰、所长吴平: a comma parts the list.
  return /、$/.test(text.slice(person.at.end, at.start));
}

function justBefore(text: string, offset: number): string {
  return text.slice(Math.max(0, offset - 40), offset);
}

function accepted(context: Context, title: Title, at: Span, body: Body | undefined): PostInText | undefined {
  const { text, person } = context;
  const start = body?.before === true ? Math.min(body.at.start, at.start) : at.start;
  if (anotherDay.test(justBefore(text, start)) || anotherDay.test(justBefore(text, at.start))) return undefined;
  const end = body !== undefined && !body.before ? body.at.end : at.end;
  if (anotherDayAfter.test(text.slice(at.end, at.end + 40)) || anotherDayAfter.test(text.slice(end, end + 40)))
    return undefined;
  return {
    person,
    title,
    titleAt: at,
    organization: body?.organization,
    organizationAt: body?.at,
  };
}

/** Where "of industry and information technology" ends before a name: no body by its name, and yet a part of the title. */
function portfolioEnd(text: string, from: number, limit: number): number {
  const match = /^\s+(?:of|for)\s+[\p{L}\s-]+?(?=,\s*$|\s*$)/u.exec(text.slice(from, limit));
  return match === null ? from : from + match[0].length;
}

const titlesOf = onceABlockWith((block, { vocabulary }: Facts) => titlesIn(block.text, vocabulary, tokensIn(block)));

/** The title with its body, in the text of the block. */
export function spanOfPost({ titleAt, organizationAt }: PostInText): Span {
  if (organizationAt === undefined) return titleAt;
  return { start: Math.min(titleAt.start, organizationAt.start), end: Math.max(titleAt.end, organizationAt.end) };
}
