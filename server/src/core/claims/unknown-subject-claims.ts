import { foldedTokens } from '../language/tokens.js';
import { toSource } from '../markdown/blocks.js';
import { mentionsIn } from '../report/mentions-in.js';
import { isCitation, isQuoted, type Report } from '../report/report.js';
import { isAsserted } from '../sentences/assertion.js';
import { namesUnknownPlace } from '../sentences/place-roles.js';
import { quantitiesIn, readSentences } from '../sentences/quantities-in-block.js';
import { regionsIn } from '../sentences/regions.js';
import type { Span } from '../text/span.js';
import type { Claim } from './claim.js';
import { intervalOf } from './interval.js';

/** Words and marks that give a value, right before it. */
const gives = {
  en: /^(.*?)(?:\s+(?:was|were|is|are|of|at|reached|totall?ed|numbered|stood\s+at|stands\s+at|came\s+to|amounted\s+to|ran\s+to|hit|exceeded|topped|passed|(?:rose|fell|climbed|grew|increased|declined|dropped|recovered|shrank)\s+to)|:)$/is,
  zh: /^(.*?)(?:(?:共|总计|合计|仅|只)?(?:约为|为|是|达到了?|达|突破|超过|升至|降至|增至|有)|[:：]|(?<=[数量额率值口积])(?:共|约)?)$/s,
} as const;

/** Pronouns and words that name nothing by themselves. */
const empty =
  /^(?:it|this|that|these|those|they|which|what|there|here|he|she|we|who|one|some|others?|total|sum|figure|number|value|result|average|rest|amount|price|cost|size|rate|share|the|of|an?|其|其中|这|该|总额|总数|总量|数量|金额|平均|人数|规模|价格|比率|比例|人口|面积|产量|销量)$/i;
const pronoun =
  /^(?:it|this|that|these|those|they|which|what|there|he|she|we|who|one|some|others?|its|their|his|her|our)$/i;

/** What is said of the value behind it makes it one of a part: "was 5 percent among the young". */
const narrowed = /\b(?:for|among|by|via|excluding|including|alone|per|under|in|on|at|from|with|between|where|when)\b/i;

/**
 * Claims about subjects that no pack knows: a noun phrase of a few words, a verb that gives a value, a quantity or a
 * count, and one whole period in the sentence. They serve to hold a report against itself.
 */
export function readUnknownSubjectClaims(report: Report): readonly Claim[] {
  const language = report.language === 'zh' ? 'zh' : report.language === 'en' ? 'en' : undefined;
  if (language === undefined) return [];
  const claims: Claim[] = [];
  for (const [index, block] of report.prose.blocks.entries()) {
    if (
      block.kind !== 'paragraph' ||
      block.quoted ||
      quantitiesIn(report, index).quantities.length === 0 ||
      isCitation(report, index)
    )
      continue;
    for (const { span: sentence, quantities, periods: dates } of readSentences(report, index)) {
      const [date] = dates;
      if (dates.length !== 1 || date === undefined || !/^\d/.test(date.period) || /s$/.test(date.period)) continue;
      const words = block.text.slice(sentence.start, sentence.end);
      if (!isAsserted(words, language)) continue;
      if (mentionsIn(report, index, sentence).some(({ entry }) => entry.kind === 'metrics')) continue;
      // Values of several places do not contradict one another.
      const regions = regionsIn(words, report.vocabulary);
      if (regions.some(({ code }) => code !== report.region) || namesUnknownPlace(words, regions, [])) continue;
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
      ? `${text.slice(from, date.start).replace(/(?:^|\s)(?:in|for|of|by|during|at\s+the\s+end\s+of|as\s+of)?\s*$/i, ' ')}${text.slice(date.end, to)}`
      : text.slice(from, to);
  const clause = without(sentence.start, start)
    .trim()
    .replace(/^.*[,，；;:：](?=.)/s, '');
  if (language === 'zh') {
    const subject = gives.zh
      .exec(clause)?.[1]
      ?.trim()
      .replace(/^(?:我国|全国|中国)的?/, '');
    return subject !== undefined && /^\p{Script=Han}{2,16}$/u.test(subject) && !empty.test(subject)
      ? subject
      : undefined;
  }
  const subject = gives.en
    .exec(clause)?.[1]
    ?.trim()
    .replace(/^(?:the|an?|with|and)\s+/i, '');
  if (subject === undefined || !/^[\p{L}'’-]+(?:\s+[\p{L}'’-]+){1,7}$/u.test(subject)) return undefined;
  const tail = (/^[^,;.]*/.exec(without(end, sentence.end))?.[0] ?? '').replace(
    /\b(?:was|were|is|are|has|had)\b.*/s,
    '',
  );
  const words = foldedTokens(subject);
  if (pronoun.test(words[0] ?? '') || words.every((word) => empty.test(word)) || narrowed.test(tail)) return undefined;
  return words.join(' ');
}
