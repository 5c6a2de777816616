import { isWord, readWords, says, withoutFirst, withoutLast } from '../language/words/words.js';
import type { Quantity } from '../quantities/index.js';
import type { Mention } from '../report/report.js';
import { quantitiesIn } from '../sentences/quantities-in-block.js';
import { unitTable } from '../sentences/quantity-options.js';
import type { Span } from '../text/span.js';
import type { EntryOf } from '../vocabulary/model.js';
import type { Tier } from './claim.js';
import { isCompatible } from './compatible.js';
import { changeLink } from './linking.js';
import { type Blocked, blockerBehind, blockerBetween } from './path.js';
import { cut, type SentenceContext } from './sentence-context.js';
import { type Step, stepsBetween } from './steps.js';

/** A quantity that is said of a metric, and how sure that is. */
export interface BoundQuantity extends Quantity {
  readonly tier: Tier;
}

/** What is said of a metric, and the next number behind it that is not. */
export interface BoundQuantities {
  readonly quantities: readonly BoundQuantity[];
  readonly taken: TakenQuantity | undefined;
}

/** A number beside a metric that is not said of it, and what takes it away, where that is known. */
export interface TakenQuantity {
  readonly quantity: Quantity;
  readonly blocked: Blocked | undefined;
}

/** The quantities that a sentence says of a metric, the ends of ranges once. */
export function quantitiesFor(context: SentenceContext, mention: Mention, next: Mention | undefined): BoundQuantities {
  const { text, quantities } = context;
  const metric = mention.entry as EntryOf<'metrics'>;
  const units = unitTable(context.report.vocabulary);
  const bound: BoundQuantity[] = [];
  const before = quantities.findLast(({ written }) => written.span.end <= mention.at.start);
  // "Visitors" are counted by their own name.
  const named =
    before?.noun !== undefined &&
    /^\s*$/.test(text.slice(Math.min(before.span.end, mention.at.start), mention.at.start));
  const fronted = before !== undefined && named ? { ...before, noun: undefined } : before;
  if (fronted !== undefined && isCompatible(metric, fronted, units, text)) {
    const tier = tierOfFronted(context, fronted, mention);
    if (tier !== undefined)
      bound.push(...[...joinedBefore(context, fronted), fronted].map((each) => ({ ...each, tier })));
  }
  if (bound.length === 0) bound.push(...fromTo(context, mention));
  const begin = Math.min(mention.at.start, bound[0]?.span.start ?? mention.at.start);
  if (partitive.test(cut(context, context.sentence.start, begin))) return { quantities: bound, taken: undefined };
  const limit = next?.at.start ?? context.sentence.end;
  let from = mention.at.end;
  let isChange = false;
  let taken: TakenQuantity | undefined;
  for (const quantity of quantities) {
    if (quantity.span.start < mention.at.end || quantity.span.end > limit) continue;
    const start =
      quantity.comparatorSpan === undefined
        ? quantity.span.start
        : Math.min(quantity.span.start, quantity.comparatorSpan.start);
    const link = cut(context, from, Math.max(from, start));
    const behind = text.slice(quantity.span.end, limit);
    const blocked =
      blockerBetween(context, from, start, bound.length > 0) ?? blockerBehind(context, from, start, quantity);
    if (
      blocked !== undefined ||
      (from > mention.at.end && ofWhole.test(link)) ||
      ofThem.test(behind) ||
      ofGroup.test(behind) ||
      (quantity.per === undefined && perHead.test(behind))
    ) {
      // "Set every three months": a number put in between is none of the metric's.
      const fits = isCompatible(metric, quantity, units, text);
      if (fits || taken === undefined) taken = { quantity, blocked };
      if (bound.length === 0 && !fits) continue;
      break;
    }
    const raw = text.slice(from, start);
    from = Math.max(quantity.span.end, quantity.comparatorSpan?.end ?? 0);
    // In brackets stands the same in other words.
    if (/[(（][^(（)）]*$/.test(raw) && bound.length > 0) {
      const close = /[)）]/.exec(text.slice(from));
      if (close !== null) from += close.index + 1;
      continue;
    }
    // "Rose by 120 and 300 tonnes", 增加120吨和300吨: what is joined to a change is one.
    isChange =
      (quantity.direction !== undefined && metric.measure.kind !== 'growth') ||
      changeLink.test(link.trimEnd()) ||
      (isChange && isJoined(link));
    if (isChange) continue;
    if (!isCompatible(metric, quantity, units, text)) continue;
    // The upper end of a range is read with the lower.
    if (isUpperEnd(context, quantity)) continue;
    if (quantity.inherited && quantity.rangeWith === undefined) continue;
    // "… passed 50 in 2023 and 70 in 2024": the hedge is that of both.
    const { comparator } =
      quantity.comparator === undefined && joins.test(link) ? (bound.at(-1) ?? quantity) : quantity;
    bound.push({ ...quantity, comparator, tier: bound.at(-1)?.tier ?? 'sure' });
  }
  return { quantities: bound, taken };
}

/** "…, 2 per 1,000 inhabitants", "… 78 years for men": of another measure, or of a part. */
const ofGroup =
  /^\s+(?:for|among)\s+(?!(?:the\s+)?(?:whole\s+)?(?:year|month|quarter|period|season|first|second|third|country|nation|economy|all|each|every|some|a|an|it|its|this|that)\b)[a-z]+/;
const perHead =
  /^\s+(?:per|a|for\s+(?:every|each))\s+(?:\d|head\b|capita\b|person\b|inhabitant|resident|household|worker)/;

/** "Of the 40 trillion yuan of …, 5 trillion …", "…, 5 of them small", "5 of the 40 …": parts. */
const partitive =
  /(?:^|[,;:]\s*|\s)(?:Of|of\s+all|[Oo]ut\s+of|[Aa]mong)\s+(?:(?:the|all|its|their|these|those|some|about)\s+)*$/;
const ofWhole = /^\s*(?:out\s+)?of\s+(?:(?:the|all|its|their|some)\s+)*$|,\s+(?:with|including)\s+$/;
const joins = /^\s*(?:(?:in|during|by|at|for)\s*)?,?\s*and\s*$|^[和及、]$/;
const isJoined = (link: string) => joins.test(link) || /^\s*[,，]\s*$/.test(link);
const ofThem =
  /^\s+(?:of\s+(?:which|whom|these|those|them)\b|(?:out\s+)?of\s+(?:(?:the|all|its)\s+)?(?!(?:19|20)\d\d\b)\d)/;

/**
 * "40 trillion yuan of …", "at £50 a year, the …", "there were 1,200 …": the value stands before its metric. Whose the
 * number is, is told where nobody else can have it, and likely where it counts the metric itself: "gave 1,200 …".
 */
function tierOfFronted(context: SentenceContext, quantity: Quantity, { at, entry }: Mention): Tier | undefined {
  const { sentence, text } = context;
  const { measure } = entry as EntryOf<'metrics'>;
  // "298 days of good air": the unit is the first word of the name.
  const between = cut(context, Math.min(quantity.span.end, at.start), at.start);
  const start = Math.min(quantity.span.start, quantity.comparatorSpan?.start ?? quantity.span.start);
  const lead = withoutLast(cut(context, sentence.start, start), context.language, 'howOrWhen');
  // "Small firms delivered 5 trillion yuan of …", "1,500 km of the …" and "800 km of track were renewed" are parts.
  if (/^\s*(?:(?:worth\s+)?of\s+|in\s+(?:the\s+|its\s+)?)$|^的$/i.test(between))
    return measure.of !== 'stock' && unowned.test(lead) && !doesMore(context, start, at.end) ? 'sure' : undefined;
  if (/^\s*(?:an?|per|in|by)?\s*(?:year\s*)?,\s+(?:the\s+|its\s+|their\s+)?(?:['’]s\s+)?$/i.test(between))
    return /(?:^[\s\p{P}]*|[,;:]\s*)(?:at|with)\s+$/iu.test(lead) ? 'sure' : undefined;
  // "21.5 million tonnes: port freight in 2022 was …"
  if (
    /^\s*[:：—–]\s*(?:the\s+)?$/.test(between) &&
    !/\p{L}/u.test(withoutFirst(lead.trim(), context.language, 'totals'))
  )
    return 'likely';
  // "China's 40-trillion-yuan …"
  const written = text.slice(quantity.span.start, quantity.span.end);
  if (/^\s+$/.test(between) && /\p{L}-\p{L}/u.test(written))
    return attributive.test(lead) && !furtherNoun.test(cut(context, at.end, sentence.end)) ? 'sure' : undefined;
  if (measure.kind !== 'count') return undefined;
  if (/^\s*$/.test(between)) return hasAll.test(lead) || isTold(context, start) ? 'sure' : 'likely';
  // "231,700 patients on the …"
  const counted = /^\s*(?:\p{L}+\s+)?(?:on|in|at|of)\s+(?:the\s+|its\s+|our\s+)?$/iu.test(between);
  return counted && quantity.noun !== undefined ? 'likely' : undefined;
}

/** "Imports and exports stood at 1.36 and 2.31 billion respectively": as many numbers as subjects, in their order. */
export function quantityInTurn(
  context: SentenceContext,
  mentions: readonly Mention[],
  position: number,
): BoundQuantities | undefined {
  const { text, sentence, language } = context;
  if (mentions.length < 2 || !says(text.slice(sentence.start, sentence.end), language, 'inTurn')) return undefined;
  const areJoined = mentions.every(({ at }, i) => {
    const next = mentions[i + 1];
    return (
      next === undefined ||
      readWords(text.slice(at.end, next.at.start), language).only('joinsAlike', 'article') ||
      /^[、，,\s]*$/.test(text.slice(at.end, next.at.start))
    );
  });
  const last = mentions.at(-1) as Mention;
  const behind = context.quantities.filter(({ span }) => span.start >= last.at.end).slice(0, mentions.length);
  const quantity = behind[position];
  const follow = behind.every(({ span }, i) => {
    const next = behind[i + 1];
    return next === undefined || isJoiner(text.slice(span.end, next.span.start), language);
  });
  if (!areJoined || !follow || behind.length !== mentions.length || quantity === undefined) return undefined;
  const metric = (mentions[position] as Mention).entry as EntryOf<'metrics'>;
  if (!isCompatible(metric, quantity, unitTable(context.report.vocabulary), text)) return undefined;
  const blocked = blockerBetween(context, last.at.end, behind[0]?.span.start ?? last.at.end, false);
  return blocked === undefined ? { quantities: [{ ...quantity, tier: 'sure' }], taken: undefined } : undefined;
}

/** "From 4.6 in 2022 to 4.2 in 2024, the median fell": two values in front, and none behind. */
function fromTo(context: SentenceContext, { at, entry }: Mention): readonly BoundQuantity[] {
  const { text, sentence, language, report } = context;
  const units = unitTable(report.vocabulary);
  const before = context.quantities.filter(({ span }) => span.end <= at.start);
  const [from, to] = before;
  if (from === undefined || to === undefined || before.length > 2) return [];
  if (context.quantities.some(({ span }) => span.start >= at.end)) return [];
  if (![from, to].every((each) => isCompatible(entry as EntryOf<'metrics'>, each, units, text))) return [];
  const [lead, middle, gap] = [
    cut(context, sentence.start, from.span.start),
    cut(context, from.span.end, to.span.start),
    cut(context, to.span.end, at.start),
  ].map((part) => withoutFirst(part.trim(), language, 'beforeDate').trim()) as [string, string, string];
  const isFrom = isOnly(lead, language, 'changesFrom');
  const isTo = isOnly(middle.replace(/^[,，、]\s*/, ''), language, 'changesTo');
  const isBeside = gap === '' || /^[,，]\s*(?:the|its|their)?$/i.test(gap);
  return isFrom && isTo && isBeside ? [from, to].map((each) => ({ ...each, tier: 'sure' as const })) : [];
}

/** Whether a stretch is nothing but such words, and those of time and article beside them. */
function isOnly(stretch: string, language: string, notion: 'changesFrom' | 'changesTo'): boolean {
  const words = readWords(stretch, language);
  return words.says(notion) && words.only(notion, 'beforeDate', 'article', 'timeNoun', 'verbOfValue');
}

/** "and", a comma: nothing else between two of a row. */
function isJoiner(between: string, language: string): boolean {
  const words = between.trim();
  return /^[,，、]$/.test(words) || readWords(words, language).only('joinsAlike');
}

/** "Issued 12,850 and 14,310 permits, respectively": the numbers before one, if they are in turn. */
function joinedBefore(context: SentenceContext, last: Quantity): readonly Quantity[] {
  const { text, sentence, language, quantities } = context;
  if (!says(text.slice(sentence.start, sentence.end), language, 'inTurn')) return [];
  const joined: Quantity[] = [];
  for (let i = quantities.findIndex(({ span }) => span.start === last.span.start) - 1; i >= 0; i--) {
    const [each, next] = [quantities[i] as Quantity, quantities[i + 1] as Quantity];
    const between = text.slice(each.span.end, next.span.start).trim();
    if (each.kind !== last.kind || !(/^[,，、]$/.test(between) || readWords(between, language).only('joinsAlike')))
      break;
    joined.unshift(each);
  }
  return joined;
}

/** "The report records 49,600 …": who answers for figures tells it. */
function isTold(context: SentenceContext, end: number): boolean {
  if (context.language !== 'en') return false;
  const lead = stepsBetween(context, context.sentence.start, end);
  const verb = lead.at(-1);
  return (
    verb !== undefined && isWord(verb.word, 'en', 'tells') && lead.some(({ word }) => isWord(word, 'en', 'vouches'))
  );
}

/** What may stand before a count of all there are. */
const hasAll =
  /(?:^|[\s,;:])there\s+(?:were|are|was|is)\s+$|^[\s\p{P}]*(?:(?:in|by|during)\s*,?\s*)?(?:(?:the\s+)?(?:country|nation|we)\s+)?(?:had|has|welcomed|received|recorded|counted|registered|saw)\s+$/iu;

/** "5 trillion yuan of GDP went abroad": what begins a clause and has a verb of its own is a part. */
function doesMore(context: SentenceContext, start: number, end: number): boolean {
  if (context.language !== 'en') return false;
  const hasVerb = ({ what }: Step) => what === 'verb' || what === 'auxiliary';
  if (stepsBetween(context, context.sentence.start, start).some(hasVerb)) return false;
  const behind = stepsBetween(context, end, context.sentence.end);
  const verb = behind.findLast(
    ({ what }, i) => what === 'verb' && behind.slice(0, i).every((step) => step.what !== 'mark'),
  );
  return verb !== undefined && !isWord(verb.word, 'en', 'madeKnown');
}

/** What may stand before a value that is an attribute of its metric: its country's, an article, a preposition. */
const attributive =
  /(?:^|[,;:(—]\s*|\b(?:the|an?|its|their|our|of|with|on|from|to|and|[’']s)\s+|\s['’]s\s+)(?:\p{L}+(?:ly|ed|ing)\s+)?$/iu;

/** What a metric may be an attribute of in its turn: "a 40-billion-pound export plan". Most verbs end otherwise. */
const furtherNoun = /^\s+(?!of\b|in\b)[a-z]+(?<!ed|[^s]s|ade|put)\b/;

/** What may stand before a value that goes before its metric: nothing that could own it. */
const unowned =
  /(?:^|[,，;；:：、。—–(（]\s*)(?:(?:in|by|during|for|with|at|the|an?|its|of|and|there|were|was|is|to|from|against|than|country|nation|economy|it|had|has|have|recorded|reported|saw|reached|posted|produced|generated|created|delivered)\b|我国|全国|创造|取得|贡献|[以达超共约实现有了在年月比较从由的与和]|\s)*$/i;

/** `rangeWith` counts the quantities of the block. */
function isUpperEnd({ report, index }: SentenceContext, { rangeWith, span }: Quantity): boolean {
  if (rangeWith === undefined) return false;
  const other = quantitiesIn(report, index).quantities[rangeWith];
  return other !== undefined && other.span.start < span.start;
}

/** "37.3 trillion and 40.2 trillion yuan respectively": the last of a list has the unit of all. */
export function shareUnits(quantities: readonly Quantity[], text: string, { start, end }: Span): readonly Quantity[] {
  if (!/\brespectively\b|分别/.test(text.slice(start, end))) return quantities;
  const shared = [...quantities];
  for (let i = shared.length - 2; i >= 0; i--) {
    const [each, next] = [shared[i] as Quantity, shared[i + 1] as Quantity];
    if (each.kind !== 'number' || each.noun !== undefined || next.unit === undefined) continue;
    if (!/^\s*(?:,|，|、|,?\s*and|和|及|与)\s*(?:[$€£¥₹])?$/.test(text.slice(each.span.end, next.span.start))) continue;
    const scale = each.written.scale === 1 ? next.written.scale : 1;
    shared[i] = {
      ...each,
      kind: next.kind,
      unit: next.unit,
      value: each.value * scale,
      step: each.step * scale,
      roundStep: each.roundStep * scale,
      written: { ...each.written, scale: each.written.scale * scale },
      inherited: false,
    };
  }
  return shared;
}
