import {
  blockOf,
  claimsOf,
  isCitation,
  isQuoted,
  type ListedClaim,
  quantitiesIn,
  type Report,
  type Span,
  toSource,
  unboundOf,
} from '../../core/index.js';
import type { ExplainWording } from './wording.js';

/** Something that was read at a place of a report. */
export interface Reading {
  readonly span: Span;
  /** What it was taken for. */
  readonly as: string;
}

/** What was read in a span of a report: the entries named, the numbers with what they are bound to, and what was left unbound. */
export function readingsIn(report: Report, scope: Span, wording: ExplainWording): readonly Reading[] {
  return [
    ...mentions(report, scope, wording),
    ...quantities(report, scope, wording),
    ...unbound(report, scope, wording),
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
      return { span, as: wording.join(parts) };
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
        const claim = claims.find((each) => each.span.start === span.start && each.span.end === span.end);
        const value =
          `${quantity.value.toLocaleString('en', { maximumFractionDigits: 6 })} ${quantity.unit ?? ''}`.trim();
        return {
          span,
          as: wording.join([
            wording.readAs(value),
            ...(claim === undefined ? [wording.boundToNothing] : boundTo(claim, report, wording)),
          ]),
        };
      });
  });
}

function boundTo(claim: ListedClaim, report: Report, wording: ExplainWording): readonly string[] {
  const { metric, period, region, verdict, record, source } = claim;
  const cited = [source?.publisher ?? source?.title, source?.date].filter((part) => part !== undefined).join(', ');
  const subject = [entryName(metric, report), period, region].filter((part) => part !== undefined).join(', ');
  return [subject, wording.bound[verdict](`${record ?? ''}${cited === '' ? '' : wording.inBrackets(cited)}`)];
}

function unbound(report: Report, scope: Span, wording: ExplainWording): Reading[] {
  return unboundOf(report).flatMap(({ block, at, metric, reason }) => {
    const place = report.prose.blocks[block];
    if (place === undefined) return [];
    const span = toSource(place, at);
    if (!touches(span, scope)) return [];
    return [
      {
        span,
        as: wording.join([entryName(metric.fullName, report), wording.leftUnbound(wording.unbound[reason] ?? reason)]),
      },
    ];
  });
}
