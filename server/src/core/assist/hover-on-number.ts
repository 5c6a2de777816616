import { claimsOf, type ListedClaim } from '../claims/list-claims.js';
import { shownAmount } from '../claims/shown-value.js';
import type { Locale } from '../messages/message.js';
import { render } from '../messages/render.js';
import { citationText } from '../report/finding-message.js';
import type { Report } from '../report/report.js';
import type { Hover } from './hover.js';
import { plainText } from './plain-text.js';

/** How the number at an offset was read, the record that it was held against, and whether it holds. */
export function hoverOnNumber(report: Report, offset: number, locale: Locale): Hover | undefined {
  const claim = claimsOf(report).find(({ span }) => span.start <= offset && offset < span.end);
  return claim === undefined ? undefined : { span: claim.span, markdown: describeClaim(claim, locale) };
}

function describeClaim(claim: ListedClaim, locale: Locale): string {
  const step = (claim.high - claim.low) / 100 || Math.abs(claim.value) / 1e6 || 1;
  const amount = (value: number) =>
    plainText(shownAmount(value, 10 ** Math.floor(Math.log10(step)), claim.unit, locale));
  const place = [claim.period ?? render('hover.undated', {}, locale), claim.region]
    .filter((part) => part !== undefined)
    .join(', ');
  const lines = [
    `**${plainText(claim.found)}** — ${plainText(claim.name)} (${plainText(place)})`,
    render('hover.read-as', { low: amount(claim.low), high: amount(claim.high) }, locale),
    render(`hover.verdict.${claim.verdict}`, { record: plainText(claim.record ?? '') }, locale),
  ];
  const { source } = claim;
  if (source !== undefined) {
    const text = plainText(`${citationText(source, locale)}: ${source.title}`);
    lines.push(
      `${render('hover.source', {}, locale)}: ${source.url === undefined ? text : `[${text}](${source.url})`}`,
    );
  }
  return lines.join('\n\n');
}
