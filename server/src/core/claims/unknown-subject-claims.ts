import { foldedTokens } from '../language/tokens.js';
import { readWords, says, withoutFirst, withoutLast } from '../language/words/words.js';
import { toSource } from '../markdown/blocks.js';
import { isQuoted, type Report } from '../report/report.js';
import { ownSentences } from '../sentences/own-sentences.js';
import { namesUnknownPlace } from '../sentences/place-roles.js';
import type { Span } from '../text/span.js';
import type { Claim } from './claim.js';
import { intervalOf } from './interval.js';

/** 数量, 产值: what ends so is how much there is, and needs no verb before its value. */
const measured = /[数量额率值口积](?:共|约)?$/;

/**
 * Claims about subjects that no pack knows: a noun phrase of a few words, a verb that gives a value, a quantity or a
 * count, and one whole period in the sentence. They serve to hold a report against itself.
 */
export function readUnknownSubjectClaims(report: Report): readonly Claim[] {
  const language = report.language === 'zh' ? 'zh' : report.language === 'en' ? 'en' : undefined;
  if (language === undefined) return [];
  const claims: Claim[] = [];
  for (const { index, block, sentence: own } of ownSentences(report)) {
    const { span: sentence, quantities, periods: dates } = own;
    const [date] = dates;
    if (
      quantities.length === 0 ||
      dates.length !== 1 ||
      date === undefined ||
      !/^\d/.test(date.period) ||
      /s$/.test(date.period)
    )
      continue;
    if (!own.isAsserted) continue;
    if (own.mentions.some(({ entry }) => entry.kind === 'metrics')) continue;
    // Values of several places do not contradict one another.
    if (own.places.some(({ code }) => code !== report.region)) continue;
    if (namesUnknownPlace(own.text, own.placesInText, [])) continue;
    for (const quantity of quantities) {
      if (quantity.rangeWith !== undefined || quantity.direction !== undefined || quantity.unit === 'times') continue;
      if (!/^(?:money|quantity|percent|number)$/.test(quantity.kind)) continue;
      // The words of a part or a share, and no count of its own.
      if (quantity.kind === 'number' && !Number.isInteger(quantity.value) && quantity.noun === undefined) continue;
      const start =
        quantity.comparatorSpan === undefined
          ? quantity.span.start
          : Math.min(quantity.comparatorSpan.start, quantity.span.start);
      const subject = subjectBefore(block.text, sentence, { start, end: quantity.span.end }, date.span, language);
      if (subject === undefined || isQuoted(block, quantity.span)) continue;
      claims.push({
        metric: undefined,
        subject,
        block: index,
        at: quantity.span,
        span: toSource(block, quantity.span),
        sentence,
        quantity,
        value: quantity.value,
        unit: quantity.unit,
        interval: intervalOf(quantity),
        period: date.period,
        inTable: false,
        factor: 1,
        step: quantity.step,
        roundStep: quantity.roundStep,
        language,
      });
    }
  }
  return claims;
}

/** The noun phrase of a clause that gives a value: "Crude steel output in 2022 was", 2022年粗钢产量达到. */
function subjectBefore(
  text: string,
  sentence: Span,
  { start, end }: Span,
  date: Span,
  language: 'en' | 'zh',
): string | undefined {
  const without = (from: number, to: number) =>
    date.start >= from && date.end <= to
      ? `${withoutLast(text.slice(from, date.start), language, 'beforeDate')} ${text.slice(date.end, to)}`
      : text.slice(from, to);
  const clause = without(sentence.start, start)
    .trim()
    .replace(/^.*[,，；;:：](?=.)/s, '');
  const given = /[:：]$/.test(clause) || measured.test(clause) ? clause.replace(/[:：]$|[共约]$/, '') : undefined;
  const subject = withoutFirst(
    (given ?? withoutLast(clause, language, 'gives')).trim(),
    language,
    'beforeSubject',
  ).trim();
  if (given === undefined && readWords(clause, language).last('gives') === undefined) return undefined;
  const said = readWords(subject, language);
  if (language === 'zh')
    return /^\p{Script=Han}{2,16}$/u.test(subject) && !said.only('bareNouns', 'pronouns') ? subject : undefined;
  if (!/^[\p{L}'’-]+(?:\s+[\p{L}'’-]+){1,7}$/u.test(subject)) return undefined;
  const rest = /^[^,;.]*/.exec(without(end, sentence.end))?.[0] ?? '';
  const tail = rest.slice(0, readWords(rest, language).of('auxiliaries')[0]?.start);
  if (said.first('pronouns') !== undefined || said.only('bareNouns', 'pronouns') || says(tail, language, 'narrows'))
    return undefined;
  return foldedTokens(subject).join(' ');
}
