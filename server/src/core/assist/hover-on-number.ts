import { shownPeriod } from '../language/shown-period.js';
import { toSource } from '../markdown/blocks.js';
import type { Locale } from '../messages/message.js';
import { render } from '../messages/render.js';
import type { Finding } from '../report/finding.js';
import type { Report } from '../report/report.js';
import { quantitiesIn } from '../sentences/quantities-in-block.js';
import { regionName } from '../sentences/regions.js';
import { lastStartingBy } from '../text/ordered-spans.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import { claimsOf, type ListedClaim } from '../wording/listed-claims.js';
import { shownInterval } from '../wording/shown-value.js';
import { notTaken, unboundNumbers } from '../wording/unbound-numbers.js';
import type { Hover } from './answers.js';
import { sourceLine } from './describe-entry.js';
import { plainText } from './plain-text.js';

/** How the number at an offset was read, the record that it was held against, and whether it holds; or why it was not read. */
export function hoverOnNumber(
  report: Report,
  offset: number,
  locale: Locale,
  findings: readonly Finding[],
): Hover | undefined {
  const claim = claimsOf(report, locale).find(({ span }) => span.start <= offset && offset < span.end);
  if (claim !== undefined)
    return { span: claim.span, markdown: describeClaim(claim, report.vocabulary, locale, findings) };
  return (
    hoverOnUnreadable(report, offset, locale) ??
    (findings.length > 0 ? undefined : hoverOnUnbound(report, offset, locale))
  );
}

/** Why the number at an offset is not taken for the value of the metric beside it. */
function hoverOnUnbound(report: Report, offset: number, locale: Locale): Hover | undefined {
  const number = unboundNumbers(report).find(({ span }) => span.start <= offset && offset < span.end);
  if (number?.metric === undefined) return undefined;
  const why = notTaken(number, report.language, locale, {
    marks: {
      number: plainText,
      metric: (name) => `*${plainText(name)}*`,
      item: (words) => `**${plainText(words)}**`,
    },
  });
  return { span: number.span, markdown: `${why}${locale === 'zh' ? '。' : '.'}` };
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

/** Beside a finding that gives the record: how the number was read, and the address of its source; empty for neither. */
function describeClaim(
  claim: ListedClaim,
  vocabulary: Vocabulary,
  locale: Locale,
  findings: readonly Finding[],
): string {
  const { period, region, source } = claim;
  const finding = findings.find(({ entry }) => entry === claim.metric);
  if (finding !== undefined && (claim.verdict === 'wrong' || claim.verdict === 'stale')) {
    const interval = plainText(shownInterval(claim, locale));
    return [
      ...(finding.values['interval'] === undefined ? [render('hover.read-as', { interval }, locale)] : []),
      ...(source?.url === undefined ? [] : [sourceLine(source, locale)]),
    ].join('\n\n');
  }
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
      ...(claim.tier === 'likely' ? [render('hover.likely', {}, locale)] : []),
    ].join(locale === 'zh' ? '' : ' '),
  ];
  if (source !== undefined) lines.push(sourceLine(source, locale));
  return lines.join('\n\n');
}
