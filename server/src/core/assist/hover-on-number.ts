import { quantitiesIn } from '../claims/block-quantities.js';
import { claimsOf, type ListedClaim } from '../claims/list-claims.js';
import { regionName } from '../claims/regions.js';
import { shownInterval } from '../claims/shown-value.js';
import { shownPeriod } from '../language/shown-period.js';
import { toSource } from '../markdown/blocks.js';
import type { Locale } from '../messages/message.js';
import { render } from '../messages/render.js';
import type { Report } from '../report/report.js';
import { lastStartingBy } from '../text/ordered-spans.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import { type Hover, sourceLine } from './hover.js';
import { plainText } from './plain-text.js';

/** How the number at an offset was read, the record that it was held against, and whether it holds; or why it was not read. */
export function hoverOnNumber(report: Report, offset: number, locale: Locale): Hover | undefined {
  const claim = claimsOf(report, locale).find(({ span }) => span.start <= offset && offset < span.end);
  return claim === undefined
    ? hoverOnUnreadable(report, offset, locale)
    : { span: claim.span, markdown: describeClaim(claim, report.vocabulary, locale) };
}

/** Why the date or number at an offset was not read. */
function hoverOnUnreadable(report: Report, offset: number, locale: Locale): Hover | undefined {
  const { blocks } = report.prose;
  const index = lastStartingBy(blocks, ({ span }) => span.start, offset);
  const block = blocks[index];
  if (block === undefined) return undefined;
  for (const { span: at, reason, digits } of quantitiesIn(report, index).unreadable) {
    const span = toSource(block, at);
    if (span.start <= offset && offset < span.end)
      return { span, markdown: render(`hover.${reason}`, { digits }, locale) };
  }
  return undefined;
}

function describeClaim(claim: ListedClaim, vocabulary: Vocabulary, locale: Locale): string {
  const { period, region, source } = claim;
  const place = [
    period === undefined ? render('hover.undated', {}, locale) : shownPeriod(period, locale),
    region === undefined ? undefined : regionName(region, vocabulary, locale),
  ].filter((part) => part !== undefined);
  const lines = [
    render(
      'hover.claim',
      {
        found: plainText(claim.found),
        metric: plainText(claim.name),
        place: plainText(place.join(locale === 'zh' ? '，' : ', ')),
      },
      locale,
    ),
    [
      render('hover.read-as', { interval: plainText(shownInterval(claim, locale)) }, locale),
      render(`hover.verdict.${claim.verdict}`, { record: plainText(claim.record ?? '') }, locale),
    ].join(locale === 'zh' ? '' : ' '),
  ];
  if (source !== undefined) lines.push(sourceLine(source, locale));
  return lines.join('\n\n');
}
