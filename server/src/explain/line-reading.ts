import {
  blockOf,
  claimsOf,
  daysOfPeriod,
  isCitation,
  isQuoted,
  type ListedClaim,
  notTaken,
  quantitiesIn,
  type Report,
  type Span,
  shortCitation,
  shownInterval,
  shownPeriod,
  toSource,
  unboundNumbers,
  unboundOf,
  unboundReason,
} from '../core/index.js';
import type { ExplainWording } from './wording.js';

/** Something that was read at a place of a report. */
export interface Reading {
  readonly span: Span;
  /** What it was taken for. */
  readonly as: string;
}

/** What was read in a span of a report: the entries named, the periods, the numbers with what they are bound to or why to nothing, and what could not be read. */
export function readingsIn(report: Report, scope: Span, wording: ExplainWording): readonly Reading[] {
  return [
    ...mentions(report, scope, wording),
    ...quantities(report, scope, wording),
    ...dates(report, scope, wording),
  ].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/** An entry as `plumbline explain` takes it: without its pack where there is only one. */
export function entryName(fullName: string, { vocabulary }: Report): string {
  return vocabulary.packs.length === 1 ? fullName.slice(fullName.indexOf('/') + 1) : fullName;
}

/** Whether a span has a part in another; an empty one does where it stands in it. */
export function touches(span: Span, scope: Span): boolean {
  return span.start < scope.end && (span.end > scope.start || (span.end === span.start && span.start >= scope.start));
}

/** The blocks of prose that have a part in a span, by their indexes. */
export function blocksIn(report: Report, scope: Span): readonly number[] {
  return [...report.prose.blocks.entries()].filter(([, { span }]) => touches(span, scope)).map(([index]) => index);
}

function mentions(report: Report, scope: Span, wording: ExplainWording): Reading[] {
  return report.mentions
    .filter(({ span }) => touches(span, scope))
    .map((mention) => {
      const { entry, form, span, inflected, block, at } = mention;
      const parts = [entryName(entry.fullName, report), wording.roles[form.role]];
      if (inflected) parts.push(wording.inflected);
      if (isQuoted(blockOf(report, mention), at)) parts.push(wording.quoted);
      else if (isCitation(report, block)) parts.push(wording.inCitation);
      const reasons = unboundOf(report)
        .filter((each) => each.block === block && each.metric === entry && touches(each.at, at))
        .map((each) => wording.leftUnbound(unboundReason(each, form.language, wording.locale)));
      parts.push(...new Set(reasons));
      return { span, as: wording.join(parts) };
    });
}

/** The periods with their days, and the dates and numbers that were left out. */
function dates(report: Report, scope: Span, wording: ExplainWording): Reading[] {
  return blocksIn(report, scope).flatMap((index) => {
    const block = report.prose.blocks[index];
    if (block === undefined) return [];
    const { periods, unreadable } = quantitiesIn(report, index);
    return [
      ...periods.map((period) => ({ span: period.span, as: wording.period(period, daysOfPeriod(period.period)) })),
      ...unreadable.map(({ span, reason, digits }) => ({ span, as: wording.unreadable[reason](digits) })),
    ]
      .map(({ span, as }) => ({ span: toSource(block, span), as }))
      .filter(({ span }) => touches(span, scope));
  });
}

function quantities(report: Report, scope: Span, wording: ExplainWording): Reading[] {
  const claims = claimsOf(report, wording.locale);
  return blocksIn(report, scope).flatMap((index) => {
    const block = report.prose.blocks[index];
    if (block === undefined) return [];
    return quantitiesIn(report, index)
      .quantities.map((quantity) => ({ quantity, span: toSource(block, quantity.span) }))
      .filter(({ span }) => touches(span, scope))
      .map(({ quantity, span }) => {
        const claim = claims.find((each) => touches(each.span, span));
        const { value, unit } = quantity;
        const read = shownInterval(claim ?? { low: value, high: value, value, unit }, wording.locale);
        return {
          span,
          as: wording.join([
            wording.readAs(read),
            ...(claim === undefined ? whyUnbound(report, span, wording) : boundTo(claim, report, wording)),
          ]),
        };
      });
  });
}

function whyUnbound(report: Report, at: Span, { locale }: ExplainWording): readonly string[] {
  const unbound = unboundNumbers(report).find(({ span }) => touches(span, at));
  return unbound === undefined ? [] : [notTaken(unbound, report.language, locale, { isBesideNumber: true })];
}

function boundTo(claim: ListedClaim, report: Report, wording: ExplainWording): readonly string[] {
  const { metric, period, region, verdict, record, source } = claim;
  const cited = source === undefined ? '' : shortCitation(source, wording.locale);
  const state = period === undefined ? 'undated' : verdict;
  const subject = [entryName(metric, report), period && shownPeriod(period, wording.locale), region]
    .filter((part) => part !== undefined)
    .join(wording.comma);
  const sure = claim.tier === 'likely' ? [wording.likely] : [];
  return [subject, ...sure, wording.bound[state](`${record ?? ''}${cited === '' ? '' : wording.inBrackets(cited)}`)];
}
