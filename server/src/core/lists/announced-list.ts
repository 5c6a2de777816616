import { sentenceAt } from '../markdown/block-sentences.js';
import type { Block, Prose } from '../markdown/blocks.js';
import type { Span } from '../text/span.js';
import type { Match, MentionIndex } from '../vocabulary/mention-index.js';

/** A list that a name announces: "the X are a, b and c", "X: a, b", "a、b、c“X”", or the bullets below "X:". */
export interface AnnouncedList {
  readonly style: 'inline' | 'bullets';
  readonly items: readonly ListedItem[];
  /** It says itself that it is not all: "among others", "etc.", 等. */
  readonly partial: boolean;
}

export interface ListedItem {
  /** Index of the block that it stands in. */
  readonly block: number;
  /** Place in that block's text, without what leads in ("to", an article, a mark). */
  readonly at: Span;
  /** From the lead-in on. */
  readonly start: number;
  /** Index of the member of the set that it names; undefined for one that the set does not hold. */
  readonly member: number | undefined;
}

const afterName =
  /^["”’』」]?\s*(?:(?:,?\s*(?:which|that)\s+)?(?:are|were|is)(?:\s+the\s+following)?\b(?:,?\s+in\s+(?:this\s+|that\s+)?order\b,?)?\s*:?|of\b|,?\s*(?:namely|that\s+is(?:\s+to\s+say)?|i\.e\.),?|(?:mean|means|comprise|consist\s+of|includes?)\b:?|[:(]|\s[—–]|（|：|——|[，,]?(?:是指|指的是|(?:分别|依次)?(?:是|为)|即|指|包[括含])[:：]?)\s*/i;
/** An announcement of some or all. */
const announcesSome = /include|包[括含]/i;
export const leadIn =
  /^(?:\s|["'“‘「]|(?:to|the|a|an|by|its|their)\b|[一二三四五六七八九十]是|第[一二三四五六七八九十][，,]?)*/i;
export const separator =
  /^["'”’」]?\s*(?:[,;]\s*(?:and|or|as\s+well\s+as)\b|[,;]|[、，；]\s*(?:以及|还有|及)|、|，|；|(?:and|or|as\s+well\s+as)\b|&|以及|还有|和|与|及)\s*/i;
export const partialAfter =
  /^["'”’」]?\s*(?:,?\s*(?:etc\b|and\s+(?:so\s+on|others|more)\b|among\s+others\b|inter\s+alia\b)|等)/i;
const partialBefore =
  /(?:(?:^|[.;:,，。；]\s*)of|\b(?:among|within|one|two|three|four|five|six|seven|eight|nine|ten|some|most|many|several|any|each|parts?|half|none|first|last|best|worst|\w{3,}est)\s+of|\bamong|\bincluding|\bsuch\s+as)\s+(?:all\s+)?(?:the|these|those|its|our)?\s*(?:(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\s+)?["“‘]?$|\b(?:main|chief|leading|new|old|other|further|remaining|missing|some|several|many|most|few|which|what|any|\w{3,}est|first|second|third|last|final)\s+["“‘]?$/i;
const partialBeforeHan =
  /(?:其中|之一|部分)[^，。；]{0,4}$|(?:最[^，。；]{1,3}的|新的|主要|其他|其余|剩余|另外?|哪些)["“‘]?$/;
/** "Are not …", "were once …": no list of all that are. */
const notAll =
  /^(?:not|no\s+longer|once|formerly|originally|still|now\s+only|only|mainly|mostly|chiefly|largely|especially|\w+\s+by)\b/i;
/** Between a list and the name that sums it up. */
const sumUp =
  /^["'”’」]?\s*(?:[,(（—–]+\s*)?(?:(?:that\s+is,?|or|these|this|the|are|were|form|constitute|make\s+up)\s+|构成|组成|就?是)*(?:这|的|这些|这一|这个|这[两三四五六七八九十]个?)?["“‘「]?$/i;

/** Further than this from a name no list is read, in UTF-16 units. */
const reach = 800;

/** By the span of the mention, which several rules ask of, and what stands around it. */
const lists = new WeakMap<Span, { readonly prose: Prose; readonly list: AnnouncedList | undefined }>();

/**
 * The list that a name at a place of a block announces, read once for each `name`. Undefined where it announces none, or
 * announces a part ("of the X, a and b come first").
 */
export function readAnnouncedList(
  prose: Prose,
  block: number,
  name: Span,
  members: MentionIndex<number>,
): AnnouncedList | undefined {
  let known = lists.get(name);
  if (known?.prose !== prose) {
    known = { prose, list: readList(prose, block, name, members) };
    lists.set(name, known);
  }
  return known.list;
}

function readList(prose: Prose, block: number, name: Span, members: MentionIndex<number>): AnnouncedList | undefined {
  const { text } = prose.blocks[block] as Block;
  const sentence = sentenceAt(prose.blocks[block] as Block, name.start);
  if (sentence === undefined) return undefined;
  const before = text.slice(Math.max(sentence.start, name.start - reach), name.start);
  if (partialBefore.test(before) || partialBeforeHan.test(before)) return undefined;
  return (
    readBullets(prose, block, name, sentence, members) ??
    readAfter(text, block, name, sentence, members) ??
    readBefore(text, block, name, sentence, members)
  );
}

function readAfter(
  text: string,
  block: number,
  name: Span,
  sentence: Span,
  members: MentionIndex<number>,
): AnnouncedList | undefined {
  const rest = text.slice(name.end, Math.min(sentence.end, name.end + reach));
  const connector = afterName.exec(rest);
  if (connector === null || notAll.test(rest.slice(connector[0].length))) return undefined;
  const list = readItems(rest, connector[0].length, members.find(rest));
  if (list === undefined) return undefined;
  return placed({ ...list, partial: list.partial || announcesSome.test(connector[0]) }, block, name.end);
}

/** A list that ends right before the name. */
function readBefore(
  text: string,
  block: number,
  name: Span,
  sentence: Span,
  members: MentionIndex<number>,
): AnnouncedList | undefined {
  const from = Math.max(sentence.start, name.start - reach);
  const stretch = text.slice(from, name.start);
  let end = 0;
  // "Screening and diagnosis are the three pillars' basis", 是三大支柱的重点.
  if (/^["”’」]?(?:['’]s?\b|['’]\s|的|中|之)/.test(text.slice(name.end, name.end + 3))) return undefined;
  const found = members.find(stretch);
  for (const { span } of found) {
    // What an earlier start has read is no list of its own.
    if (span.start < end) continue;
    const list = readItems(stretch, span.start, found);
    if (list === undefined) continue;
    end = list.items.at(-1)?.at.end ?? span.end;
    if (sumUp.test(stretch.slice(end))) return placed(list, block, from);
    if (list.partial && sumUp.test(stretch.slice(end).replace(partialAfter, ''))) return placed(list, block, from);
  }
  return undefined;
}

function readBullets(
  prose: Prose,
  block: number,
  name: Span,
  sentence: Span,
  members: MentionIndex<number>,
): AnnouncedList | undefined {
  const list = prose.introduced.get(block);
  const introduction = prose.blocks[block] as Block;
  if (list === undefined || sentence.end < introduction.text.trimEnd().length) return undefined;
  if (introduction.kind !== 'heading' && !/[:：]\s*$/.test(introduction.text)) return undefined;
  if (/[,;，；]/.test(introduction.text.slice(name.end))) return undefined;
  const items = list.items.flatMap(({ first, end }): ListedItem[] => {
    if (first >= end) return [];
    const { text } = prose.blocks[first] as Block;
    const lead = (leadIn.exec(text) as RegExpExecArray)[0].length;
    const match = members.find(text)[0];
    const at = match === undefined ? { start: lead, end: text.length } : match.span;
    return [{ block: first, at, start: 0, member: match?.target }];
  });
  return items.length === 0 ? undefined : { style: 'bullets', items, partial: false };
}

interface ItemsOfText {
  readonly items: readonly { readonly at: Span; readonly start: number; readonly member: number | undefined }[];
  readonly partial: boolean;
}

/** Items from an offset on, one separator between two; the first must be a member or be followed by one. `found`: all members. */
function readItems(text: string, offset: number, found: readonly Match<number>[]): ItemsOfText | undefined {
  const matches = new Map(found.map((match) => [match.span.start, match]));
  const items: { at: Span; start: number; member: number | undefined }[] = [];
  let at = offset;
  let partial = false;
  /** The list has had the "and" before its last item: a member may still follow, anything else is the sentence's. */
  let ended = false;
  let joined = false;
  for (;;) {
    const start = at;
    at += (leadIn.exec(text.slice(at)) as RegExpExecArray)[0].length;
    const match = matches.get(at) ?? matches.get(start);
    let end = match?.span.end ?? at + foreignLength(text.slice(at));
    if (end === at || (match === undefined && (ended || clause.test(text.slice(at, end))))) break;
    // "grants for quays" names the member in more words.
    const named = match ?? found.find(({ span }) => span.start > at && span.end <= end);
    if (named === undefined && !separator.test(text.slice(end)))
      end = at + text.slice(at, end).replace(goesOn, '').length;
    items.push({ at: { start: match?.span.start ?? at, end }, start, member: named?.target });
    at = end;
    const rest = text.slice(at);
    if (partialAfter.test(rest)) {
      partial = true;
      break;
    }
    const next = separator.exec(rest);
    if (next === null) break;
    ended ||= joined || (/，/.test(next[0]) && /、/.test(text.slice(offset, at)));
    const mark = /^["'”’」]?\s*[、，；]\s*/.exec(next[0])?.[0];
    // 、及时抢修: the word behind the mark is the member's own.
    const length = mark !== undefined && matches.has(at + mark.length) ? mark.length : next[0].length;
    joined = /^\P{L}*(?:and|or|以及|和|与|及)/iu.test(next[0].slice(0, length));
    at += length;
  }
  return items.some(({ member }) => member !== undefined) && items.length > 1 ? { items, partial } : undefined;
}

/** Words of a clause that goes on behind a list: ", are paid for", "and research supports them". */
export const clause =
  /^(?:are|is|was|were|has|have|had|will|would|can|could|must|should|may|which|who|that|whose|so|but)\b|\b(?:them|they|it|we|us|he|she)\b/i;

/** The length of an item that is no member: up to the next separator or the end of the clause, a few words at most. */
function foreignLength(text: string): number {
  const end =
    /\s["']|["'”’」]?\s*(?:,|;|、|，|；|[.!?。！？：:()（）“‘「『《]|\b(?:and|or)\b|以及|和|与|及)|$/.exec(text)
      ?.index ?? text.length;
  const item = text.slice(0, end);
  const words = item.match(/[\p{L}\p{N}-]+/gu)?.length ?? 0;
  return words > 0 && words <= 5 && item.length <= 60 ? end : firstWord(item);
}

/** Where the sentence goes on behind its last item: 蓝灯的“三灯”, 蓝灯构成…, "greening in the towns". */
const goesOn =
  /(?<=\p{Script=Han}{2})(?:的.*|(?:等|之|这|为|所?构成|所?组成|共同)+)$|(?<=\p{L})\s+(?:in|for|across|by|through|at|under|within|as|over|from|with|since|forms?|constitutes?|makes?\s+up|are|is|were|was)\s.*$/su;

/** Of an item that runs on into the sentence ("services will change industry"), its first word. */
function firstWord(item: string): number {
  return /^[\p{Script=Latin}\p{N}-]+/u.exec(item)?.[0].length ?? 0;
}

function placed(list: ItemsOfText, block: number, offset: number): AnnouncedList {
  const items = list.items.map(({ at, start, member }) => ({
    block,
    at: { start: at.start + offset, end: at.end + offset },
    start: start + offset,
    member,
  }));
  return { style: 'inline', items, partial: list.partial };
}
