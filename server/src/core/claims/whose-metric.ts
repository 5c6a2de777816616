import { clauseBreaks } from '../language/clause-breaks.js';
import { says } from '../language/words/words.js';
import type { Quantity } from '../quantities/index.js';
import type { Mention, Report } from '../report/report.js';
import {
  isLabelled,
  isMerelyNamed,
  isPlaceHeading,
  namesUnknownPlace,
  withoutPlaces,
} from '../sentences/place-roles.js';
import { unitTable } from '../sentences/quantity-options.js';
import { isWithin, type RegionMention } from '../sentences/regions.js';
import { wholeOf } from '../sentences/sentence.js';
import { surroundingsOf } from '../sentences/surroundings.js';
import { blankOut } from '../text/blank-out.js';
import { overlaps, type Span } from '../text/span.js';
import type { EntryOf } from '../vocabulary/model.js';
import type { BoundQuantity } from './bound-quantities.js';
import { isCompatible } from './compatible.js';
import { blockerBefore, blockerBeforeHan } from './lead.js';
import type { Blocked } from './path.js';
import type { SentenceContext } from './sentence-context.js';
import { isPartBefore, isWholeBehind } from './subject.js';

/** Of what `regionState` tells. */
export const isBlocked = (state: ReturnType<typeof regionState>): state is Blocked => typeof state !== 'string';

/** What may be said of the whole all the same: who or what has the number is not known. */
export function mayBeWhole({ blocker }: Blocked, bound: readonly BoundQuantity[]): boolean {
  if (blocker === 'holder') return bound.every(({ tier }) => tier === 'likely');
  return blocker === 'modifier' || blocker === 'group';
}

/** Whether a sentence speaks of the metric's own region, as a whole. */
export function regionState(
  context: SentenceContext,
  mention: Mention,
  metric: EntryOf<'metrics'>,
  bound: readonly Quantity[],
): 'own' | 'other' | 'unclear' | Blocked {
  const { report, text, sentence, index } = context;
  const own = metric.region ?? report.vocabulary.packs.find(({ name }) => name === metric.pack)?.region;
  const whole = text.slice(sentence.start, sentence.end);
  const local = ({ start, end }: Span) => ({ start: start - sentence.start, end: end - sentence.start });
  // "US dollars" and a metric's own words are no places.
  const taken = [mention.at, ...context.quantities.map(({ span }) => span)];
  const inSentence = context.places
    .filter(({ at }) => !taken.some((span) => overlaps(span, at)))
    .map(({ at, code }) => ({ at: local(at), code }));
  const clause = clauseOfOwner(whole, inSentence, local(mention.at), mention.form.language, own);
  const regions = inSentence.filter(({ at }) => at.start >= clause);
  const words = blankOut(whole, 0, [{ start: 0, end: clause }]);
  // "of under 40", "In the third quarter of 2022 …": a number stays one, whatever its words, and is no subject.
  const numbers = context.quantities.flatMap(({ span, comparatorSpan }) => [span, comparatorSpan ?? span]);
  const places = regions.map(({ at }) => at);
  const masked = withoutPlaces(words, places, [...context.periods.map(({ span }) => span), ...numbers].map(local));
  if (atExtreme.test(masked.slice(0, local(mention.at).start))) return 'unclear';
  const at = local(mention.at);
  if (context.language === 'en') {
    if (!isWholeBehind(masked.slice(at.end))) return 'unclear';
    const blocked = blockerBefore(context, sentence.start + clause, mention.at, bound);
    if (blocked !== undefined) return blocked;
  } else {
    if (!isWholeBehind(masked.slice(at.end)) || isPartBefore(masked.slice(0, at.start))) return 'unclear';
    const blocked = blockerBeforeHan(context, sentence.start + clause, mention.at, masked.slice(0, at.start));
    if (blocked !== undefined) return blocked;
  }
  const isBound = ({ span }: Quantity) => bound.some((each) => overlaps(each.span, span));
  if (context.quantities.some((each) => !isBound(each) && isFractionOf(text, each, mention.at))) return 'unclear';
  if (context.quantities.some((each) => isRestriction(context, each, mention, metric))) return 'unclear';
  const { priceBase } = metric.measure;
  // ", up 5.6 percent at constant prices": those of the change.
  const end = Math.max(0, ...bound.map(({ span }) => span.end - sentence.start));
  const stop = /[,，;；]/.exec(words.slice(end))?.index;
  const isTold = context.quantities.some(({ span }) => stop !== undefined && span.start - sentence.start > end + stop);
  const priced = isTold ? words.slice(0, end + (stop as number)) : words;
  if (
    metric.measure.kind === 'amount' &&
    (priceBase === undefined ? otherPrices.test(priced) : isOtherMoney(priced, priceBase))
  )
    return 'unclear';
  // "Compared with Japan, …", "at a briefing in Beijing": a place beside the claim of which nothing is told.
  const told = {
    start: Math.min(mention.at.start, ...bound.map(({ span }) => span.start)) - sentence.start,
    end: Math.max(mention.at.end, ...bound.map(({ span }) => span.end)) - sentence.start,
  };
  const named = context.named.map(local);
  // "In Hangzhou on Tuesday, officials said": what is far below every record may be that of a part.
  const { kind, unit } = metric.measure;
  const isSmall =
    (kind === 'amount' || kind === 'count') &&
    bound.some((each) => each.unit === unit && metric.observations.every(({ value }) => each.value * 2 < value));
  const meant = regions.filter(
    ({ at, code }) =>
      !named.some((span) => overlaps(span, at)) &&
      !(at.start >= told.end && ofPart.test(words.slice(told.end, at.start))) &&
      (overlaps(at, told) || !isMerelyNamed(words, at) || (isSmall && code.includes('-'))),
  );
  // 全国 of a province's metric, "nationwide" of a firm's.
  if (own !== undefined && !isCountry(own) && says(words.slice(0, at.start), context.language, 'nationwide'))
    return 'other';
  if (own === undefined) return meant.length === 0 ? 'own' : 'other';
  if (report.region !== undefined && !isWithin(report.region, own)) return 'other';
  if (meant.some(({ code }) => code !== own)) return 'other';
  if (namesUnknownPlace(words, regions, named, isSmall, !isCountry(own)) || isLabelled(masked, local(mention.at)))
    return 'other';
  if (meant.length > 0) return 'own';
  const { about } = context;
  if (about !== undefined && about.code !== own && !(about.code?.startsWith(own) && national.test(words)))
    return 'other';
  return about === undefined && underForeignHeading(report, index, own) ? 'other' : 'own';
}

/**
 * Where the clause begins in which a metric is said to be its region's, after one with a place of its own: "Beijing
 * hosted the fair, and China's exports …"; else 0.
 */
function clauseOfOwner(
  words: string,
  regions: readonly RegionMention[],
  mention: Span,
  language: string,
  own: string | undefined,
): number {
  const owner = regions.findLast(({ at }) => at.end <= mention.start);
  if (owner === undefined || owner.code !== own) return 0;
  if (!/^(?:['’]s|的)?\s*$/.test(words.slice(owner.at.end, mention.start))) return 0;
  const lead = words.slice(0, owner.at.start);
  const last = [...lead.matchAll(clauseBreaks[language] ?? /$^/g)].at(-1);
  const start = last === undefined ? 0 : last.index + last[0].length;
  return lead.length - start < 20 ? start : 0;
}

/** "…, of which Jiangsu has 5", 其中江苏…: the place of a part that is told behind the whole. */
const ofPart = /其中|\b(?:of\s+which|of\s+whom|including)\b/;

const isCountry = (code: string) => /^[A-Z]{2,3}$/.test(code);

const national = /\bnation(?:al|ally|wide)\b|全国/i;

/** Amounts at constant prices or by purchasing power are others. */
const otherPrices =
  /\b(?:constant|comparable|fixed|chained)\s+(?:\d{4}\s+)?(?:prices|dollars|yuan|yen|euros|pounds)\b|\bpurchasing[- ]power\b|\bPPP\b|adjusted\s+for\s+inflation|可比价|不变价|购买力平价|剔除|扣除/i;

/** "At its lowest, …", 最低时…: a moment of a period. "After seasonal adjustment, …", 经季节调整后，…: another series. */
const atExtreme =
  /\b[Aa]t\s+(?:its|their|the|an?)\s+(?:all-time\s+)?(?:low|high|peak|trough|minimum|maximum|bottom|worst|best)(?:est)?(?:\s+point)?,\s+(?:the\s+)?$|最[低高](?:时|点)，?(?:的)?$|\b(?:seasonal|calendar)\w*[\s-]adjust\w*,?\s+(?:in\s+0+,?\s+)?(?:the\s+)?$|(?:季节|工作日)[^，。；]{0,6}调整后?，?(?:0+年?)?的?$/;

/** "One in five visitors", "20% of the visitors", 五分之一的: a part. */
function isFractionOf(text: string, { kind, value, span }: Quantity, at: Span): boolean {
  if (span.end > at.start || !(kind === 'percent' || (value > 0 && value < 1))) return false;
  return /^\s*(?:of\s+(?:(?:the|all|its|their)\s+)*|的)?$/.test(text.slice(span.end, at.start));
}

/** 60岁以上人口, "life expectancy at 65": what stands right beside a metric and is no value of it makes a part of it. */
function isRestriction(
  { report, text }: SentenceContext,
  quantity: Quantity,
  { at }: Mention,
  metric: EntryOf<'metrics'>,
): boolean {
  const end = Math.max(quantity.span.end, quantity.comparatorSpan?.end ?? 0);
  const isBefore = end === at.start && /\p{Script=Han}/u.test(text.slice(at.start, at.end));
  const isBehind = quantity.span.start > at.end && /^\s+(?:at|aged)\s+$/.test(text.slice(at.end, quantity.span.start));
  if (!isBefore && !isBehind) return false;
  return !isCompatible(metric, quantity, unitTable(report.vocabulary), text);
}

const money =
  /\b(?:today['’]s|current|nominal|cash|(\d{4})(?:\/\d\d)?)\s+(?:money|prices|terms|pounds|dollars|euros|yuan)\b|(\d{4})年(?:不变)?价格|现价|当年价|按当前价格/gi;

/** Whether prices of another year are named than the one that a metric is told in. */
function isOtherMoney(words: string, base: number): boolean {
  return [...words.matchAll(money)].some(([, year, hanYear]) => (year ?? hanYear) !== String(base));
}

/** Under a heading that is another place: a region that is known, or a name of one or two capitals and nothing else. */
export function underForeignHeading(report: Report, index: number, own: string): boolean {
  return surroundingsOf(report, index)
    .headings()
    .some(({ block, role, holds }) => {
      if (role !== undefined || holds !== undefined) return false;
      const { places, mentions } = wholeOf(report, block);
      if (places.length > 0) return places.every(({ code }) => code !== own);
      return block.depth > 1 && mentions.length === 0 && isPlaceHeading(block.text.trim());
    });
}
