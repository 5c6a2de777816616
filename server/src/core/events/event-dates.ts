import { hanWordsOf } from '../claims/han-words.js';
import { contextOf } from '../claims/sentence-context.js';
import { addDuration } from '../language/calendar.js';
import type { Notion } from '../language/words/notions.js';
import { readWords, says } from '../language/words/words.js';
import { rowWith } from '../markdown/blocks.js';
import type { Period } from '../quantities/index.js';
import type { Mention, Report } from '../report/report.js';
import { ownSentenceOf } from '../sentences/own-sentences.js';
import { quantitiesIn } from '../sentences/quantities-in-block.js';
import { quantitiesOf, type Sentence } from '../sentences/sentence.js';
import { onceWith } from '../text/once.js';
import { itemHolding, startingIn } from '../text/ordered-spans.js';
import { overlaps, type Span } from '../text/span.js';
import type { EntryOf } from '../vocabulary/model.js';
import { chineseCity } from './event-places.js';
import { daysOfPeriod, inYear, isBareDay } from './written-dates.js';

/** An event that a sentence tells of, with what the sentence says of its date and place. Spans are of the block's text. */
export interface EventInText {
  readonly event: EntryOf<'events'>;
  readonly mention: Mention;
  readonly sentence: Span;
  /** By its name, or by its body and what kind of meeting it held; false where its body "held a meeting" on some day. */
  readonly isNamed: boolean;
  /** The words that tell that its body held it, where it was not named: "held a meeting". */
  readonly held?: Span;
  /** In another block in a table. */
  readonly dates: readonly (Period & { readonly block?: number })[];
  readonly place: { readonly text: string; readonly at: Span; readonly block?: number } | undefined;
}

const verbs = String.raw`(?:held|convened|opened|opens|took\s+place|takes\s+place|will\s+take\s+place|met|meets|sat|ran|began|begins|started|starts|kicked\s+off|launched|came\s+out|ended|ends|closed|closes|concluded|published|(?<!\bfirst\s)announced|released|hosted|happened|occurred|called|gathered|appeared|came|followed)`;
const be = String.raw`(?:was|were|is|are|will\s+be|had\s+been|has\s+been|have\s+been|being)`;
const where = String.raw`(?:\s+(?:in|at)\s+(?:the\s+)?(?:[\p{L}.'’-]+,?\s+){0,5}[\p{L}.'’-]+)?`;
/** ", the first on this theme," and "(the first of its kind)": what is said beside an event's name, before its verb. */
const beside = new RegExp(
  String.raw`^(?:\s*,\s[^,.;:()]{1,80},|\s*[(][^().;]{1,80}[)]|\s*[–—]\s?[^–—.;]{1,80}[–—])(?=\s*${be}\s)`,
  'iu',
);
const besideHan =
  /^(?:（[^（）。；]{1,40}）|，[^，。；（）]{1,30}(?:会议|大会|盛会|论坛|峰会|活动)，)(?=[已正首成]?\p{Script=Han}?[于在自])/u;
/** "Was followed on 25 September by": the date is the other's. */
const wasFollowed = /\b(?:was|were|is|are)\s{1,20}followed\b/i;
/** "At the conference, officials, …": whose verb it is, is not told. */
const notSubject = /\b(?:at|in|during|under|within|via|through)\s+(?:the\s+)?$/i;
/** Between an event and its date: nothing but that it was held, somewhere, on. */
const heldThen = new RegExp(
  String.raw`^(?:\s+(?:on|about|for)\s+(?:[\p{L}-]+\s+){1,6}?(?=${be}|${verbs}))?\s*,?\s*(?:(?:which|that)\s+)?(?:${be}\s+)?(?:first\s+|formally\s+|successfully\s+|finally\s+)?(?:${verbs})?${where},?\s*(?:(?:on|in|from|between|over|during|as\s+of|of|dated)\s+)?(?:the\s+)?(?:morning\s+of\s+|afternoon\s+of\s+)?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)?,?\s*(?:[([](?:\p{Lu}[\p{L} ]{1,30},\s*)?)?$`,
  'iu',
);
const heldThenHan =
  /^(?:已|正式|首次|成功)?(?:于|在|自|定于)?$|^（(?:\p{Script=Han}{1,8}[，、])?$|^[，,]?(?:于|在)$|^在[\p{Script=Han}]{1,12}?(?:召开|举行|举办|开幕)[，,]?(?:时间为)?$|^(?:的)?(?:召开|举行|举办|开幕|闭幕)?(?:时间|日期)?(?:是|为|在|：)$/u;
/** Between a date and the event behind it: "On 25 September the". */
const thenEvent =
  /^(?:\s*,?\s+(?:(?:the|a)\s+)?(?:[\p{L}.-]+\s+){1,6}?(?:attended|opened|addressed|chaired|hosted|joined|spoke\s+at|took\s+part\s+in)\s+(?:the\s+)?|\s*[,:：–—-]?\s*(?:(?:in\s+\p{Lu}\p{L}+|at)\s*,?\s+)?(?:the|a|an|this|that|its|China's)?\s*|['’]s?\s+)$/iu;
const thenEventHan =
  /^[，,：:\s]*(?:上午|下午|晚)?(?:[）)])?(?:，)?(?:在(?:(?!召开|举行|举办|开幕)\p{Script=Han}){1,10}?)?(?:召开|举行|举办|开幕|闭幕|召开的|举行的|举办的|的|，)?[“《]?$|^[，,]?\p{Script=Han}{0,12}?(?:公布|发布|揭晓)了?[“《]?$/u;

/** Before an event: the sentence tells of something else that has to do with it, or of another of its kind. */
const another =
  /\b(?:on|about|of|after|before|since|following|to|from|for|(?<!\b(?:beg[au]n|begins|opened|started|ended|closed|concluded|on)\s+)with|by|until|ahead\s+of|than|report|reports|commentary|second|third|next|previous|first|another|every|each|annual|last|later|earlier|(?!(?:attended|opened|hosted|held|convened|organi[sz]ed|joined|addressed|chaired|launched|announced|published|released|called|closed|named|recorded|scheduled|featured|included|that)\b)\w+ed)\s+(?:the\s+)?$|(?:关于|有关|对|在|自|从|继|第[一二三四五\d]+届|下一?届|上届|新一届|历届|根据|按照|落实|贯彻|学习|宣传|解读|评论)$/i;
/** "The 2019 forum": the edition of a year. */
const ofYear = /(?:^|\b(?:the|an?|its|this|that|at|of|for)\s+)((?:19|20)\d\d)\s+$/i;
/** Behind it: "the conference's communiqué", "after the conference", 大会精神. */
const ofIt =
  /^(?:['’]s?\s|\s+(?:report|communiqu|minutes|document|website|resolution|agenda|press)|(?:成果|报告|纪要|名单|议程|日程|宣言|筹备|预备|组委会|执委会|秘书处|新闻发布会|分会|分论坛|后|前|以来|之后|之前|闭幕后|精神|公报|文件|要求|部署|以后|的(?!召开|举行|举办|开幕|闭幕|公布|发布|时间|日期)))/i;
/** Whether the sentence says that it was to be, or was not. */
function isNotHeld({ text, language }: Sentence): boolean {
  return says(text, language, 'denies', 'notYet', 'doubts', 'supposes', 'hearsay', 'putOff');
}

/** The events of a report's own words, with the dates and places that are said of them. */
export function readEvents(report: Report): readonly EventInText[] {
  const found: EventInText[] = [];
  for (const mention of report.mentions) {
    const { entry } = mention;
    if (entry.kind === 'events') {
      const event = readNamed(report, mention, entry);
      if (event !== undefined) found.push(event);
    } else if (entry.kind === 'organizations') {
      found.push(...readHeld(report, mention, entry));
    }
  }
  return found;
}

function readNamed(report: Report, mention: Mention, event: EntryOf<'events'>): EventInText | undefined {
  const own = ownSentenceOf(report, mention);
  if (own === undefined || isNotHeld(own)) return undefined;
  const {
    block: { text, kind },
    span: sentence,
  } = own;
  const { at } = mention;
  const before = text.slice(sentence.start, at.start);
  const after = text.slice(at.end, sentence.end);
  const periods = periodsIn(report, own);
  const aside = asideOf(text, at, before);
  const near = periods.filter(
    (period) => binds(text, period.span, at, aside) || leadsTo(report, own, mention, period.span, event),
  );
  const isOther =
    another.test(before.slice(-60)) &&
    !/^\s*[(（]/.test(after) &&
    !near.some((period) => isRightBefore(text, period.span, at) || period.span.end <= at.start);
  const edition = ofYear.exec(before.slice(-20))?.[1];
  const isOtherEdition = edition !== undefined && event.date?.includes(edition) !== true;
  if (isOther || isOtherEdition || ofIt.test(after.slice(0, 60)) || isRemembered(after, own.language)) return undefined;
  const row = kind === 'cell' ? rowOf(report, mention) : undefined;
  if (row !== undefined) return { event, mention, sentence, isNamed: true, ...row };
  return { event, mention, sentence, isNamed: true, dates: near, place: placeIn(report, text, at, sentence) };
}

/** The periods of a sentence, whatever other date in it does not exist. */
function periodsIn(report: Report, { block, span }: Sentence): readonly Period[] {
  return startingIn(quantitiesOf(report, block).periods, (period) => period.span.start, span);
}

/** Whether a date is right before an event, so that whatever stands before the date is not said of the event. */
function isRightBefore(text: string, date: Span, at: Span): boolean {
  return date.end <= at.start && binds(text, date, at);
}

/** Further than this from an event no date is its own, in UTF-16 units. */
const reach = 120;

/** "…, Beijing, 20-21 September 2023": a title with its place and date. */
const listed = /^\s*[:：–—]\s*$|^\s*,\s*(?:\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?,\s*){0,2}$/u;

/** Where what is said beside an event's name ends: ", the first on this theme," before "was held". */
function asideOf(text: string, at: Span, before: string): number {
  const after = text.slice(at.end, at.end + reach);
  const found = notSubject.test(before.slice(-20)) ? null : (beside.exec(after) ?? besideHan.exec(after));
  return at.end + (found?.[0].length ?? 0);
}

function binds(text: string, date: Span, at: Span, aside = at.end): boolean {
  if (overlaps(date, at) || date.start - aside > reach || at.start - date.end > reach) return false;
  const isBefore = date.end <= at.start;
  const between = isBefore ? text.slice(date.end, at.start) : text.slice(Math.min(aside, date.start), date.start);
  if (/\p{Script=Han}/u.test(between) || /\p{Script=Han}/u.test(text.slice(at.start, at.end))) {
    return (isBefore ? thenEventHan : heldThenHan).test(between.replace(/\s/g, ''));
  }
  if (isBefore) return thenEvent.test(between);
  return (heldThen.test(between) && !wasFollowed.test(between)) || listed.test(between);
}

/**
 * 今年7月1日，我国将对…恢复行使主权, 1993年7月成立…: in Chinese, whether between a date and an event nothing stands but who and how,
 * and that it came about; 3月5日在…上, on its own first day or out of its time.
 */
function leadsTo(report: Report, own: Sentence, { at, block, form }: Mention, date: Span, event: Event): boolean {
  const { text } = own.block;
  const gap = text.slice(date.end, at.start);
  if (date.end > at.start || gap.length > reach / 3 || /[。；！？]/.test(gap) || form.language !== 'zh') return false;
  if (own.periods.some(({ span }) => span.start >= date.end && span.end <= at.start)) return false;
  if (readWords(gap, 'zh').first('timeOrder') !== undefined || isOfLonger(text, at, own.span.end)) return false;
  // 发生震惊世界的…: what is said of it.
  const last = readWords(gap, 'zh').of('takesPlace').at(-1);
  const isSaid = last !== undefined && /^[^，、]{0,14}的["“《]?$/.test(gap.slice(last.end));
  const end = isSaid ? date.end + last.end : at.start;
  if (hanWordsOf(contextOf(report, own, block)).unknown(besideEvent, date.end, end) !== undefined) return false;
  return !/在["“《]?$/.test(gap) || !mayGoOn(own.periods.find(({ span }) => span === date)?.period, event);
}

/** What may stand between a date and the event that is on it. */
const besideEvent: readonly Notion[] = ['whole', 'wholeOf', 'howOrWhen', 'toCome', 'heldOn', 'takesPlace', 'timeNoun'];

/** 灾后重建, 十周年: what stands right behind an event and tells of a later day. */
const isRemembered = (after: string, language: string) => readWords(after, language).first('afterEvent') !== undefined;

/** Whether a Chinese name goes on into another behind a date: 2008年9月23日公布海湾大地震灾后规划. */
function isOfLonger(text: string, at: Span, end: number): boolean {
  const behind = text.slice(at.end, end);
  if (!/^\p{Script=Han}/u.test(behind) || !/\p{Script=Han}/u.test(text.slice(at.start, at.end))) return false;
  const goesOn = ['howOrWhen', 'toCome', 'heldOn', 'takesPlace', 'states'] as const;
  return !/^[的上中]/.test(behind) && readWords(behind, 'zh').first(...goesOn) === undefined;
}

/** So many days after its recorded day a meeting may still go on. */
const longestMeeting = 21;

/** Whether a day may be a later one of a meeting of which the pack has the first. */
function mayGoOn(period: string | undefined, { date }: Event): boolean {
  const days = daysOfPeriod(inYear(period ?? '', date?.slice(0, 4) ?? ''));
  const recorded = daysOfPeriod(date ?? '');
  if (days === undefined || recorded === undefined) return true;
  const last = addDuration(recorded.last, `P${longestMeeting}D`);
  return last === undefined || (days.first > recorded.last && days.first <= last);
}

/** What the cells of a row say of an event in one of them. */
interface Row {
  readonly dates: readonly (Period & { readonly block: number })[];
  readonly places: readonly { readonly text: string; readonly at: Span; readonly block: number }[];
}

/** The one date, and what stands in a column of places, in the other cells of a row of which an event is the whole of a cell. */
function rowOf(report: Report, { block, at }: Mention): Pick<EventInText, 'dates' | 'place'> | undefined {
  const cell = report.prose.blocks[block];
  if (cell === undefined || at.end - at.start < cell.text.trim().length - 6) return undefined;
  const table = itemHolding(report.prose.tables, cell.span.start);
  const cells = table && rowWith(table, block);
  if (table === undefined || cells === undefined || cells === table.rows[0]) return { dates: [], place: undefined };
  const row = readRow(cells, report);
  const own = quantitiesIn(report, block).periods.filter(({ span }) => isWhole(report, block, span)).length;
  const date = row.dates.length - own === 1 ? row.dates.find((each) => each.block !== block) : undefined;
  const place = row.places.find((each) => each.block !== block);
  return {
    dates: date === undefined ? [] : [date],
    place: place !== undefined && /^\p{L}[\p{L}\s'’-]{0,30}$/u.test(place.text) ? place : undefined,
  };
}

const readRow = onceWith((cells: readonly number[], report: Report): Row => {
  const { blocks, tables } = report.prose;
  const table = itemHolding(tables, blocks[cells[0] ?? -1]?.span.start ?? -1);
  const [header = []] = table?.rows ?? [];
  const dates = cells.flatMap((block) =>
    quantitiesIn(report, block)
      .periods.filter(({ span }) => isWhole(report, block, span))
      .map((date) => ({ ...date, block })),
  );
  const places = cells.flatMap((block, column) => {
    const head = blocks[header[column] ?? -1]?.text ?? '';
    const text = blocks[block]?.text ?? '';
    return ofPlaces.test(head) ? [{ text, at: { start: 0, end: text.length }, block }] : [];
  });
  return { dates, places };
});

const ofPlaces = /^\W*(?:place|venue|location|city|where)\W*$|^(?=\W*$)\W*?(?:地点|地址|城市|举办地|会址)/i;

function isWhole(report: Report, block: number, span: Span): boolean {
  return span.end - span.start >= (report.prose.blocks[block]?.text.trim().length ?? 0) - 2;
}

/** "Held an executive meeting", 召开常务会议: with what tells the kind. */
const meeting =
  /\b(?:held|convened|called|had)\s+(?:a|an|its|another)\s+((?:[\p{L}-]+\s+){0,2}?)(?:meeting|conference|session)\b|\bmet\b|召开了?(\p{Script=Han}{0,6}?)(?:会议|大会|专题会)/iu;
const isMeeting = /\b(?:meeting|conference|session)\b|会/i;
/** Between a meeting that was held and its date: "on industry in Beijing on". */
const meetingThen =
  /^(?:\s+(?:on|about|to|for|at|in)\s+(?:[\p{L}'’-]+\s+){1,10}?|\s+)(?:on|in)\s+(?:the\s+)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?$|^\s+(?:on|in)\s+(?:the\s+)?$/iu;
/** Between a body and a date before its verb: 港务局于9月24日召开. */
const bodyThen = /^\s*,?\s*(?:(?:on|in)\s+)?(?:the\s+)?$|^(?:已|又)?(?:于|在)?$/i;

type Event = EntryOf<'events'>;

/** "On the 25th the Party Group held a meeting": a known meeting of a body, by the body and the kind alone. */
function* readHeld(report: Report, mention: Mention, body: EntryOf<'organizations'>): Iterable<EventInText> {
  const events = report.vocabulary
    .ofKind('events')
    .filter(
      ({ by, pack, forms }) => by === body.id && pack === body.pack && forms.some(({ text }) => isMeeting.test(text)),
    );
  const own = events.length === 0 ? undefined : ownSentenceOf(report, mention);
  if (own === undefined) return;
  const {
    block: { text },
    span: sentence,
  } = own;
  const { at } = mention;
  const held = meeting.exec(text.slice(at.end, sentence.end));
  if (held === null) return;
  const periods = periodsIn(report, own);
  const bare = periods.filter(({ period }) => isBareDay(period));
  const [event] = events;
  if (event !== undefined && bare.length > 0)
    yield { event, mention, sentence, isNamed: false, dates: bare, place: undefined };
  if (isNotHeld(own)) return;
  const verb = { start: at.end + held.index, end: at.end + held.index + held[0].length };
  const dates = periods.filter(({ period, span }) => !isBareDay(period) && isOfMeeting(text, span, at, verb));
  const kind = (held[1] ?? held[2] ?? '').trim().toLowerCase();
  const ofKind = events.filter((each) => kindsOf(each, body).has(kind));
  const [known] = ofKind;
  if (known !== undefined && ofKind.length === 1 && dates.length > 0)
    yield { event: known, mention, sentence, isNamed: true, held: verb, dates, place: undefined };
}

/** Whether a date is that of a meeting: before its body, between the body and the verb, or behind the meeting. */
function isOfMeeting(text: string, date: Span, body: Span, verb: Span): boolean {
  if (date.end <= body.start) return binds(text, date, body);
  if (date.start >= verb.end) return meetingThen.test(text.slice(verb.end, Math.min(date.start, verb.end + reach)));
  return date.end <= verb.start && bodyThen.test(text.slice(body.end, date.start)) && verb.start - date.end < 4;
}

/** What tells a known meeting from others of its body, in the names that hold the body's: "executive", 常务, nothing. */
function kindsOf(event: Event, body: EntryOf<'organizations'>): ReadonlySet<string> {
  const kinds = new Set<string>();
  for (const { text } of event.forms) {
    const name = text.toLowerCase();
    const own = body.forms
      .map((form) => form.text.toLowerCase())
      .filter((form) => name.includes(form))
      .sort((a, b) => b.length - a.length)[0];
    if (own === undefined) continue;
    const rest = name.replace(own, ' ').replace(/\b(?:of|the|an?)\b/g, ' ');
    kinds.add(rest.replace(/\b(?:meeting|conference|session)s?\b|(?:会议|大会|会)\s*$/, ' ').trim());
  }
  return kinds;
}

const heldIn =
  /^[^.;]{0,40}?\b(?:held|convened|hosted|opened|took\s+place|met|gathered)\s+(?:[^.;,\d]{0,40}?\s)??in\s+(?:the\s+city\s+of\s+)?(\p{Lu}[\p{Ll}'’-]+(?:\s\p{Lu}[\p{Ll}'’-]+)?)|^\s+in\s+(\p{Lu}[\p{Ll}'’-]+(?:\s\p{Lu}[\p{Ll}'’-]+)?)/u;
const notPlaces = new Set(
  'January February March April May June July August September October November December Spring Summer Autumn Winter Parliament Congress English Chinese Mandarin'.split(
    ' ',
  ),
);
const heldInHan = /^[^，。；]{0,10}?在(\p{Script=Han}{1,6}?)(?:市)?(?:隆重|正式|胜利)?(?:召开|举行|举办|开幕|闭幕)/u;

const heldInHanBefore = /在(\p{Script=Han}{1,6}?)(?:市)?(?:隆重|正式|胜利)?(?:召开|举行|举办)的?[“《]?$/u;

/** Where the sentence says that the event was held. */
function placeIn(report: Report, text: string, at: Span, sentence: Span): EventInText['place'] {
  const isCity = (named: string) => chineseCity(named) !== undefined || isKnownPlace(report, named);
  const before = heldInHanBefore.exec(text.slice(sentence.start, at.start));
  if (before !== null) {
    const named = before[1] as string;
    const start = sentence.start + before.index + 1;
    return isCity(named) ? { text: named, at: { start, end: start + named.length } } : undefined;
  }
  const opening = /(?:^|[,;]\s*)In\s+(\p{Lu}[\p{Ll}'’-]+(?:\s\p{Lu}[\p{Ll}'’-]+)?),\s+(?:the\s+)?$/u.exec(
    text.slice(sentence.start, at.start).slice(-60),
  )?.[1];
  if (opening !== undefined && !notPlaces.has(opening.split(' ')[0] as string)) {
    const start = text.lastIndexOf(opening, at.start);
    return { text: opening, at: { start, end: start + opening.length } };
  }
  const rest = text.slice(at.end, sentence.end);
  const han = heldInHan.exec(rest);
  if (han !== null) {
    const named = han[1] as string;
    if (!isCity(named)) return undefined;
    const start = at.end + han.index + han[0].indexOf(named);
    return { text: named, at: { start, end: start + named.length } };
  }
  const match = heldIn.exec(rest);
  const named = match?.[1] ?? match?.[2];
  if (match === null || named === undefined || notPlaces.has(named.split(' ')[0] as string)) return undefined;
  const start = at.end + match.index + match[0].lastIndexOf(named);
  return { text: named, at: { start, end: start + named.length } };
}

/** Whether any event of the packs has a place of this name. */
function isKnownPlace(report: Report, named: string): boolean {
  return report.vocabulary
    .ofKind('events')
    .some(({ place }) => Object.values(place).some((names) => names.includes(named) || names.includes(`${named}市`)));
}
