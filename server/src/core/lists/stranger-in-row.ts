import { tokensIn } from '../markdown/block-words.js';
import type { Block, Prose } from '../markdown/blocks.js';
import { isCitation, type Report } from '../report/report.js';
import { once } from '../text/once.js';
import { startingIn } from '../text/ordered-spans.js';
import { contains, type Span } from '../text/span.js';
import { type Match, MentionIndex } from '../vocabulary/mention-index.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { EntryOf, Form } from '../vocabulary/model.js';
import { clause, leadIn, partialAfter, separator } from './announced-list.js';
import { between } from './members.js';

/** A list that is one of a closed set but for one item, and has not the set's name. */
export interface StrangerInRow {
  readonly formulation: EntryOf<'formulations'>;
  /** The member in whose place it stands. */
  readonly missing: number;
  readonly block: number;
  /** The item, of the block's text. */
  readonly at: Span;
  readonly language: string;
}

interface Member {
  readonly set: number;
  readonly member: number;
}

interface Sets {
  readonly all: readonly EntryOf<'formulations'>[];
  readonly index: MentionIndex<Member>;
}

/** Of fewer members a list is known by its name alone. */
const least = 3;

const setsOf = once((vocabulary: Vocabulary): Sets => {
  const all = vocabulary.ofKind('formulations').filter(({ closed, members }) => closed && members.length >= least);
  const index = new MentionIndex<Member>();
  for (const [set, { members }] of all.entries())
    for (const [member, { forms }] of members.entries())
      for (const form of forms) if (isTelling(form.text)) index.add(form, { set, member });
  return { all, index };
});

/** Whether a member is no everyday word, so that a list of such is the set's. */
function isTelling(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han >= 3 || (han === 0 && (/\p{L}[\s-]+\p{L}/u.test(text) || /\p{Lu}/u.test(text)));
}

/** Lists of the report's own that a stranger has got into, in the place of a member. */
export const readStrangersInRows = once((report: Report): readonly StrangerInRow[] => {
  const sets = setsOf(report.vocabulary);
  if (sets.all.length === 0) return [];
  const { prose } = report;
  const inText = prose.blocks.flatMap((block, index) =>
    block.quoted || block.kind === 'cell' || isCitation(report, index) ? [] : [...inBlock(sets, block, index)],
  );
  return [...inText, ...inBullets(sets, prose)];
});

function* inBlock(sets: Sets, block: Block, index: number): Iterable<StrangerInRow> {
  const matches = sets.index.find(block.text, false, tokensIn(block));
  if (matches.length < least - 1) return;
  const bySet = new Map<number, Match<Member>[]>();
  for (const match of matches) {
    const own = bySet.get(match.target.set);
    if (own === undefined) bySet.set(match.target.set, [match]);
    else if (own.at(-1)?.span.start !== match.span.start) own.push(match);
  }
  const found: Row[] = [];
  for (const [set, own] of bySet) {
    const formulation = sets.all[set] as EntryOf<'formulations'>;
    const size = formulation.members.length;
    for (let i = 0; i + size - 1 <= own.length; i++) {
      const row = rowOf(block.text, own.slice(i, i + size - 1), formulation);
      if (row === undefined || isWithinQuotation(block, row)) continue;
      // The member stands there too: the list is whole.
      const { list, missing } = row;
      const reached = startingIn(own, ({ span }) => span.start, { ...list, end: list.end + longest });
      if (reached.some(({ target }) => target.member === missing)) continue;
      found.push(row);
      i += size - 2;
    }
  }
  for (const row of found) {
    const { formulation, at, list, missing } = row;
    // 高度自治 of another set that the list is of as well.
    const around = startingIn(matches, ({ span }) => span.start, list);
    const isOther = around.some(
      ({ span, target }) =>
        contains(at, span) &&
        sets.all[target.set] !== formulation &&
        around.filter((each) => each.target.set === target.set).length >= 2,
    );
    if (isOther || isOfForeignSet(row, block.text)) continue;
    yield { formulation, missing, block: index, at, language: row.form?.language ?? 'en' };
  }
}

/** Whether the item is of a set that the pack tells from this one. */
function isOfForeignSet({ formulation, at }: Row, text: string): boolean {
  const item = wordsAt(text, at).toLowerCase();
  return formulation.foreignSets.some((members) =>
    members.some(({ forms }) => forms.some((form) => form.text.toLowerCase() === item)),
  );
}

interface Row {
  readonly formulation: EntryOf<'formulations'>;
  readonly missing: number;
  readonly at: Span;
  /** From the first item to the last. */
  readonly list: Span;
  readonly form: Form | undefined;
}

/** All members but one, next to each other but for one item. */
function rowOf(text: string, matches: readonly Match<Member>[], formulation: EntryOf<'formulations'>): Row | undefined {
  const listed = matches.map(({ target }) => target.member);
  const [first] = matches;
  const last = matches.at(-1);
  const missing = formulation.members.findIndex((_, member) => !listed.includes(member));
  if (first === undefined || last === undefined || new Set(listed).size < matches.length) return undefined;
  let at: Span | undefined;
  let position = matches.length;
  for (const [i, { span }] of matches.entries()) {
    const before = matches[i - 1];
    if (before === undefined || between.test(text.slice(before.span.end, span.start))) continue;
    const item = at === undefined ? itemBetween(text, before.span.end, span.start) : undefined;
    if (item === undefined) return undefined;
    at = item;
    position = i;
  }
  const list = { start: first.span.start, end: last.span.end };
  // More of a list stands before or behind it.
  if (/[、,，;；]\s*["'“‘「]?$/.test(text.slice(0, list.start).slice(-4))) return undefined;
  if (at !== undefined && goesOn(text, list.end)) return undefined;
  const isLast = at === undefined;
  at ??= itemBehind(text, list, formulation, missing);
  if (at === undefined) return undefined;
  const own = text.slice(at.start, at.end);
  if (isMember(own, formulation, missing)) return undefined;
  if (formulation.ordered && (position !== missing || !isInOrder(listed))) return undefined;
  if (formulation.members.length === least) {
    // Three things soon stand side by side.
    if (!formulation.ordered && (isLast || !areOneKind([own, ...matches.map(({ span }) => wordsAt(text, span))])))
      return undefined;
    if (isLast && !isParallel(own, formulation, missing)) return undefined;
  }
  return {
    formulation,
    missing,
    at,
    list: { start: list.start, end: Math.max(list.end, at.end) },
    form: first.form,
  };
}

const wordsAt = (text: string, { start, end }: Span) => text.slice(start, end);

/** Whether all items end alike, as things of one kind do: 物质文明、社会文明、精神文明. */
const areOneKind = (items: readonly string[]) => new Set(items.map((item) => item.trim().slice(-2))).size === 1;

const isInOrder = (members: readonly number[]) =>
  members.every((member, i) => i === 0 || member > (members[i - 1] as number));

/** Longer than this no item is, in UTF-16 units. */
const longest = 48;

/** What stands between two items, marks and joining words aside, if it is one item. */
function itemBetween(text: string, from: number, to: number): Span | undefined {
  if (to - from > longest) return undefined;
  const gap = text.slice(from, to);
  const lead = separator.exec(gap)?.[0].length ?? 0;
  if (lead === 0) return undefined;
  const start = lead + (leadIn.exec(gap.slice(lead))?.[0].length ?? 0);
  for (let end = start + 1; end < gap.length; end++)
    if (between.test(gap.slice(end)))
      return isItem(gap.slice(start, end)) ? { start: from + start, end: from + end } : undefined;
  return undefined;
}

/** The last item, which no other follows. */
function itemBehind(
  text: string,
  { start: first, end: from }: Span,
  formulation: EntryOf<'formulations'>,
  missing: number,
): Span | undefined {
  const rest = text.slice(from, from + longest);
  const lead = separator.exec(rest)?.[0].length ?? 0;
  if (lead === 0) return undefined;
  const start = lead + (leadIn.exec(rest.slice(lead))?.[0].length ?? 0);
  const isHan = /\p{Script=Han}/u.test(rest[start] ?? '');
  const whole = (isHan ? /^[^\s、,，;；:：.。!?！？()（）“”"'’的]+/ : /^[^,;:.!?()“”"]+/).exec(rest.slice(start))?.[0];
  // 甲、乙，丙: the comma ends the list. One of clauses goes on where no mark ends it.
  const isComma = rest.startsWith('，');
  if (isComma && (/、/.test(text.slice(first, from)) || !/^["”’」]/.test(rest.slice(start + (whole?.length ?? 0)))))
    return undefined;
  if (whole === undefined || start + whole.length === rest.length || goesOn(rest, start + whole.length))
    return undefined;
  if (!isHan) return isItem(whole) ? { start: from + start, end: from + start + whole.trimEnd().length } : undefined;
  // 个人品德建设: as long as the member in whose place it stands.
  const length = lengthsOf(formulation, missing).includes(whole.length)
    ? whole.length
    : Math.min(whole.length, ...lengthsOf(formulation, missing));
  return { start: from + start, end: from + start + length };
}

const lengthsOf = (formulation: EntryOf<'formulations'>, member: number) =>
  (formulation.members[member]?.forms ?? []).flatMap(({ text }) => (/\p{Script=Han}/u.test(text) ? [text.length] : []));

/** Whether another item follows, or "etc.". */
function goesOn(text: string, from: number): boolean {
  const rest = text.slice(from, from + 16);
  const next = separator.exec(rest)?.[0] ?? '';
  return /[^\s,;，；"'”’」]/.test(next) || partialAfter.test(rest);
}

const isItem = (words: string) =>
  !/[。！？!?:：;；、，]|\.\s/.test(words) && !clause.test(words) && words.trim().split(/\s+/).length <= 6;

/** Whether an item is the member in other words, or in more: 扩大对外开放 of 扩大开放. */
function isMember(item: string, { members }: EntryOf<'formulations'>, member: number): boolean {
  return (members[member]?.forms ?? []).some(({ text }) => {
    if (/\p{Script=Han}/u.test(text)) {
      let reached = 0;
      for (const character of item) if (character === text[reached]) reached++;
      return reached === text.length;
    }
    const own = wordsOf(text);
    const words = new Set(wordsOf(item));
    return own.length === 0 ? item.includes(text) : own.every((word) => words.has(word));
  });
}

const wordsOf = (text: string) =>
  (text.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => word.length > 3).map((word) => word.slice(0, 5));

/** Whether an item is made like the member in whose place it stands: 讲团结 like 讲政治. */
function isParallel(item: string, { members }: EntryOf<'formulations'>, member: number): boolean {
  return (members[member]?.forms ?? []).some(({ text }) =>
    /\p{Script=Han}/u.test(text)
      ? text.length === item.length && [...text].some((character, i) => character === item[i])
      : wordsOf(text).some((word) => wordsOf(item).includes(word)),
  );
}

/** Whether a list is somebody else's words: in a quotation that holds more than the list. */
function isWithinQuotation({ quotations }: Block, { list }: Row): boolean {
  return quotations.some(
    (quotation) => contains(quotation, list) && quotation.end - quotation.start > list.end - list.start + 4,
  );
}

/** So far from its beginning an item in bullets names what it is, in UTF-16 units. */
const reach = 120;

/** Lists in bullets, each with no more than the member at its beginning. */
function* inBullets({ all, index }: Sets, { lists, blocks }: Prose): Iterable<StrangerInRow> {
  const sizes = new Set(all.map(({ members }) => members.length));
  for (const { items } of lists) {
    if (!sizes.has(items.length) || items.length <= least) continue;
    const named = items.map(({ first, end }) => {
      const text = first < end ? (blocks[first]?.text ?? '') : '';
      const lead = leadIn.exec(text)?.[0].length ?? 0;
      return index.find(text.slice(0, lead + reach)).filter(({ span }) => span.start <= lead);
    });
    const strangers = named.flatMap((own, i) => (own.length === 0 ? [i] : []));
    for (const [set, formulation] of all.entries()) {
      const members = named.map((own) => own.find(({ target }) => target.set === set));
      const [at, ...more] = members.flatMap((own, i) => (own === undefined ? [i] : []));
      if (formulation.members.length !== items.length || at === undefined || more.length > 0) continue;
      const listed = new Set(members.map((own) => own?.target.member));
      const block = (items[at] as { readonly first: number }).first;
      const text = blocks[block]?.text ?? '';
      const missing = formulation.members.findIndex((_, member) => !listed.has(member));
      if (listed.size < items.length || blocks[block]?.quoted || isMember(text, formulation, missing)) continue;
      if (!strangers.includes(at) || text.length > reach) continue;
      const language = members.find((own) => own !== undefined)?.form?.language ?? 'en';
      yield { formulation, missing, block, at: { start: 0, end: text.trimEnd().length }, language };
    }
  }
}
