import { readWords } from '../language/words/words.js';
import { type Block, toSource } from '../markdown/blocks.js';
import { isUnit, type Period, type Quantity } from '../quantities/index.js';
import { mentionsIn } from '../report/mentions-in.js';
import { blockOf, isQuoted, type Mention, type Report } from '../report/report.js';
import { isAsserted } from '../sentences/assertion.js';
import { ownParagraphs } from '../sentences/own-sentences.js';
import { quantitiesIn } from '../sentences/quantities-in-block.js';
import { unitTable } from '../sentences/quantity-options.js';
import { isDatedByTitle, periodsAbove, placesBefore } from '../sentences/reach.js';
import { type Sentence, sentencesOf } from '../sentences/sentence.js';
import { blankOut } from '../text/blank-out.js';
import { once } from '../text/once.js';
import { contains, type Span } from '../text/span.js';
import { kindTraits } from '../vocabulary/kinds.js';
import type { EntryOf } from '../vocabulary/model.js';
import { quantitiesFor, quantityInTurn, shareUnits } from './bound-quantities.js';
import type { Claim } from './claim.js';
import { inUnitOf } from './conversion.js';
import { datingPeriods, inTurn, isLoneFiscal, periodFor } from './dating.js';
import { type Interval, intervalOf, type WrittenNumber } from './interval.js';
import { labelsIn } from './labels.js';
import type { Blocked } from './path.js';
import { readTableClaims } from './read-table-claims.js';
import { recordedPeriod } from './same-period.js';
import { headingLabels, type SentenceContext, withLabels } from './sentence-context.js';
import { isBlocked, mayBeWhole, regionState } from './whose-metric.js';

/** Why a mention of a metric, or a number beside it, was left unbound. */
export interface Unbound {
  readonly block: number;
  readonly at: Span;
  readonly metric: EntryOf<'metrics'>;
  /** The number that is not said of it; where there is one. */
  readonly number?: Span | undefined;
  readonly reason:
    | 'not-asserted'
    | 'other-subject'
    | 'other-region'
    | 'no-link'
    /** A number behind those that are said of the metric. */
    | 'further-number'
    | 'unknown-unit'
    | 'ambiguous-period'
    | 'partial-period'
    | 'no-such-date';
  /** What takes the number away, and where it stands in the block's text; where that is known. */
  readonly blocked?: Blocked | undefined;
}

export interface ClaimReading {
  readonly claims: readonly Claim[];
  readonly unbound: readonly Unbound[];
}

/** The claims of a report: metrics bound to quantities, periods and regions. Where a binding is in doubt there is none. */
export const readClaims = once(bind);

function bind(report: Report): ClaimReading {
  const claims: Claim[] = [];
  const unbound: Unbound[] = [];
  if (report.vocabulary.languages.has(report.language)) {
    for (const { index, block } of ownParagraphs(report)) {
      const mentions = mentionsIn(report, index);
      if (mentions.some(({ entry }) => entry.kind === 'metrics'))
        bindBlock(report, index, block, mentions, claims, unbound);
    }
    claims.push(...readTableClaims(report));
  }
  return { claims: claims.sort((a, b) => a.span.start - b.span.start), unbound };
}

function bindBlock(
  report: Report,
  index: number,
  block: Block,
  mentions: readonly Mention[],
  claims: Claim[],
  unbound: Unbound[],
): void {
  const sentences = sentencesOf(report, block);
  let next = 0;
  const placesAround = placesBefore(report, index);
  let above: readonly Period[] | undefined;
  const periodsOver = () => {
    above ??= periodsAbove(report, index);
    return above;
  };
  /** The periods that the sentence before was about, or those before it, until one has its own. */
  let topic: readonly Period[] | undefined;
  let subject: Mention | undefined;
  for (const [number, own] of sentences.entries()) {
    const { span: sentence, quantities } = own;
    const dated = topic;
    const dating = datingPeriods(own.text, own.span, own.periods);
    if (dating.length > 0) topic = dating;
    const first = next;
    while (next < mentions.length && (mentions[next]?.at.start as number) < sentence.end) next++;
    const named = mentions.slice(first, next);
    const metrics = named.filter(({ entry, at }) => entry.kind === 'metrics' && !isQuoted(block, at));
    const takenUp = metrics.length > 0 ? undefined : takenUpBy(own, subject);
    const here = takenUp === undefined ? metrics : [takenUp];
    // "… fell. It came to 5": of the only metric that is told of.
    if (metrics.length > 0 || named.length > 0) subject = metrics.length === 1 ? metrics[0] : undefined;
    if (own.isMisdated) {
      for (const { at, entry } of here)
        unbound.push({ block: index, at, metric: entry as EntryOf<'metrics'>, reason: 'no-such-date' });
    }
    if (here.length === 0 || quantities.length === 0) continue;
    const shared: SentenceContext = {
      report,
      index,
      text: block.text,
      language: own.language,
      sentence,
      quantities: shareUnits(quantities, block.text, sentence),
      periods: own.periods,
      places: own.places,
      about: placesAround[number],
      named: named.map(({ at, entry: { kind } }) => ({ ...at, kind })),
      before: dated ?? periodsOver(),
      isBeforeInText: dated !== undefined || isDatedByTitle(report, index),
    };
    const previous = sentences[number - 1]?.span;
    /** For each metric, which may be named many times. */
    const read = new Map<
      EntryOf<'metrics'>,
      { readonly labels: readonly Period[]; readonly context: SentenceContext }
    >();
    for (const [i, { at, ...rest }] of here.entries()) {
      const metric = rest.entry as EntryOf<'metrics'>;
      let known = read.get(metric);
      if (known === undefined) {
        const labels = labelsIn(block.text, sentence, metric);
        const context =
          labels.length === 0 && shared.periods.length > 0
            ? shared
            : withLabels(
                shared,
                labels,
                previous === undefined ? headingLabels(report, index, metric) : labelsIn(block.text, previous, metric),
              );
        known = { labels, context };
        read.set(metric, known);
      }
      const { labels, context } = known;
      // "The third plan" is a plan.
      const mention = { ...rest, at: labels.find(({ span }) => contains(span, at))?.span ?? at };
      if (metric.measure.kind === 'rank') continue;
      const { quantities: bound, taken } =
        quantityInTurn(context, here, i) ?? quantitiesFor(context, mention, here[i + 1]);
      const refuse = (reason: Unbound['reason'], number: Quantity | undefined, blocked?: Blocked) =>
        unbound.push({ block: index, at: mention.at, metric, number: number?.span, reason, blocked });
      const refuseAll = (reason: Unbound['reason'], blocked?: Blocked) => {
        for (const number of bound) refuse(reason, number, blocked);
      };
      if (bound.length > 0 && taken?.blocked !== undefined) refuse('further-number', taken.quantity, taken.blocked);
      if (bound.length === 0) {
        const { unit } = metric.measure;
        const hasUnit = unit === undefined || isUnit(unit, unitTable(report.vocabulary));
        if (context.quantities.length > 0)
          refuse(hasUnit ? 'no-link' : 'unknown-unit', taken?.quantity, taken?.blocked);
        continue;
      }
      // The plan in the name of a document or a metric plans nothing; "did not reach 40" is a bound and no denial.
      const names = named
        .filter(({ entry }) => kindTraits[entry.kind].isName || entry.kind === 'metrics')
        .map(({ at }) => at);
      const said = blankOut(own.text, sentence.start, [
        ...names,
        ...hedgesOf(block.text, bound, own.language),
        ...comparedBehind(block.text, sentence, bound, own.language),
      ]);
      if (!isAsserted(said, own.language) || isTakenBack(sentences[number + 1])) {
        refuseAll('not-asserted');
        continue;
      }
      const region = regionState(context, mention, metric, bound);
      const mayHold = isBlocked(region) && mayBeWhole(region, bound);
      if (region !== 'own' && !mayHold) {
        if (isBlocked(region)) refuseAll('other-subject', region);
        else refuseAll(region === 'other' ? 'other-region' : 'other-subject');
        continue;
      }
      for (const [position, quantity] of bound.entries()) {
        const dating = inTurn(context, bound, position) ?? periodFor(context, quantity, bound, position, mention);
        if (dating === 'ambiguous' || isLoneFiscal(context, dating, metric)) refuse('ambiguous-period', quantity);
        else {
          const tier = mayHold ? 'likely' : quantity.tier;
          claims.push({
            ...toClaim(context, mention, quantity, dating?.period),
            tier,
            isDatedBefore: dating?.isInherited === true || isOfYearBefore(context, dating?.period),
          });
        }
      }
    }
  }
}

/** The metric that a sentence takes up with "it" or 这一数字, standing where its subject does; none where it has another. */
function takenUpBy(sentence: Sentence, metric: Mention | undefined): Mention | undefined {
  if (metric === undefined || sentence.quantities.length === 0) return undefined;
  const { text, language, span, periods } = sentence;
  const [word] = readWords(text, language).of('takesSubjectUp');
  if (word === undefined) return undefined;
  const lead = blankOut(
    text,
    0,
    periods.map((period) => sentence.inText(period.span)),
  ).slice(0, word.start);
  const isFirst =
    !/[\p{L}]/u.test(lead) || readWords(lead, language).only('beforeDate', 'article', 'howOrWhen', 'timeNoun');
  if (!isFirst || /[;；:：]/.test(lead)) return undefined;
  return { ...metric, at: { start: span.start + word.start, end: span.start + word.end } };
}

/** 上年: the year before one that another sentence may tell of. */
function isOfYearBefore({ text, periods }: SentenceContext, period: string | undefined): boolean {
  const same = periods.filter((each) => each.period === period);
  return same.length > 0 && same.every(({ span }) => text.startsWith('上', span.start));
}

/** "This was a misprint": what stands before it is none. */
function isTakenBack(next: Sentence | undefined): boolean {
  if (next === undefined || next.quantities.length > 0) return false;
  const words = readWords(next.text, next.language);
  return words.says('mistakes') && words.first('takesUp', 'pronouns', 'takesSubjectUp') !== undefined;
}

/** ", fewer than the barracks could hold": what a number is held against behind it says nothing of it. */
function comparedBehind(text: string, sentence: Span, bound: readonly Quantity[], language: string): readonly Span[] {
  const from = Math.max(sentence.start, ...bound.map(({ span }) => span.end));
  const rest = text.slice(from, sentence.end);
  const than = readWords(rest, language).of('thanBehind')[0];
  if (than === undefined) return [];
  const stop = /[,，;；]/.exec(rest.slice(than.end))?.index ?? rest.length - than.end;
  return [{ start: from + than.start, end: from + than.end + stop }];
}

/** The hedges of quantities, with their auxiliary verb. */
function hedgesOf(text: string, quantities: readonly Quantity[], language: string): readonly Span[] {
  return quantities.flatMap(({ comparatorSpan: at }) => {
    if (at === undefined) return [];
    const before = text.slice(Math.max(0, at.start - 8), at.start);
    const verb = readWords(before, language).last('doVerbs')?.start ?? before.length;
    return [{ start: at.start - before.length + verb, end: at.end }];
  });
}

function toClaim(context: SentenceContext, mention: Mention, read: Quantity, period: string | undefined): Claim {
  const { report, index, sentence } = context;
  const { comparatorSpan: hedge } = read;
  // "Just under 40" is near it, and less.
  const isUnder =
    hedge !== undefined &&
    readWords(context.text.slice(hedge.start, hedge.end), context.language).first('justUnder') !== undefined;
  const quantity: Quantity = isUnder ? { ...read, comparator: 'below' } : read;
  const block = blockOf(report, mention);
  const upper =
    quantity.rangeWith === undefined ? undefined : quantitiesIn(report, index).quantities[quantity.rangeWith];
  const at = { start: quantity.span.start, end: Math.max(quantity.span.end, upper?.span.end ?? 0) };
  const metric = mention.entry as EntryOf<'metrics'>;
  const units = unitTable(report.vocabulary);
  const own = inUnitOf(metric, quantity, units);
  return {
    metric,
    subject: mention.entry.fullName,
    block: index,
    at,
    span: toSource(block, at),
    sentence,
    quantity,
    value: own.value,
    unit: own.unit,
    interval: upper === undefined ? intervalOf(own) : rangeOf(own, inUnitOf(metric, upper, units)),
    factor: own.factor,
    period: period && recordedPeriod(period, metric, report.vocabulary),
    inTable: false,
    step: own.step,
    roundStep: own.roundStep,
    language: context.language,
  };
}

function rangeOf(lower: WrittenNumber, upper: WrittenNumber): Interval {
  const { low, lowOpen } = intervalOf({ ...lower, comparator: undefined });
  const { high, highOpen } = intervalOf({ ...upper, comparator: undefined });
  return { low, high, lowOpen, highOpen };
}
