import { tokenize } from '../language/tokens.js';
import { toSource } from '../markdown/blocks.js';
import { mentionsIn } from '../report/mentions-in.js';
import { isCitation, isQuoted, type Report } from '../report/report.js';
import type { Span } from '../text/span.js';
import { isAsserted } from './assertion.js';
import { readSentences } from './block-quantities.js';
import type { Claim } from './claim.js';
import { intervalOf } from './interval.js';
import { namesUnknownPlace, regionsIn } from './regions.js';

/** The verbs that give a value, right before it. */
const gives = {
  en: /^(?:\s*,?\s*)(?:was|were|is|are|of|at|reached|totall?ed|stood\s+at|came\s+to|amounted\s+to|hit|exceeded|topped|passed|rose\s+to|fell\s+to|climbed\s+to|grew\s+to|increased\s+to|declined\s+to)\s*$/i,
  zh: /^(?:共|总计|合计)?(?:为|是|达到|达|突破|超过|约为|升至|降至|增至)$/,
} as const;

/** Pronouns and words that name nothing by themselves. */
const empty =
  /^(?:it|this|that|these|those|they|which|what|there|he|she|we|who|total|sum|figure|number|value|result|average|rest|amount|price|cost|one|some|其|这|该|总额|总数|数量|金额|平均|人数|规模|价格)$/i;

/**
 * Claims about subjects that no pack knows: a noun phrase of a few words, a verb that gives a value, a quantity with a
 * unit, and one whole period in the sentence. They serve to hold a report against itself.
 */
export function readLooseClaims(report: Report): readonly Claim[] {
  const language = report.language === 'zh' ? 'zh' : report.language === 'en' ? 'en' : undefined;
  if (language === undefined) return [];
  const claims: Claim[] = [];
  for (const [index, block] of report.prose.blocks.entries()) {
    if (block.kind !== 'paragraph' || block.quoted || !/\p{Nd}/u.test(block.text) || isCitation(report, index))
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
        if (quantity.unit === undefined || quantity.rangeWith !== undefined || quantity.direction !== undefined)
          continue;
        if (quantity.kind !== 'money' && quantity.kind !== 'quantity' && quantity.kind !== 'percent') continue;
        const start =
          quantity.comparatorSpan === undefined
            ? quantity.span.start
            : Math.min(quantity.comparatorSpan.start, quantity.span.start);
        const subject = subjectBefore(block.text, sentence, start, date.span, language);
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

/** The noun phrase of a clause that gives a value: "Crude steel output was", 粗钢产量达到. */
function subjectBefore(
  text: string,
  sentence: Span,
  end: number,
  date: Span,
  language: 'en' | 'zh',
): string | undefined {
  const from = date.end <= end ? Math.max(sentence.start, date.end) : sentence.start;
  const clause = text.slice(from, end).replace(/^.*[，,；;:：](?=.)/s, '');
  if (language === 'zh') {
    const match =
      /^\s*([\p{Script=Han}]{2,12}?)((?:共|总计|合计)?(?:约为|为|是|达到|达|突破|超过|升至|降至|增至)?)$/u.exec(clause);
    if (match === null || match[2] === '' || !gives.zh.test(match[2] as string) || empty.test(match[1] as string))
      return undefined;
    return match[1];
  }
  const match =
    /^\s*(?:the\s+|an?\s+|with\s+|and\s+)?((?:[\p{L}'’-]+\s+){0,5}?[\p{L}'’-]+)\s+((?:was|were|is|are|of|at|reached|totall?ed|stood\s+at|came\s+to|amounted\s+to|hit|exceeded|topped|passed|rose\s+to|fell\s+to|climbed\s+to|grew\s+to|increased\s+to|declined\s+to))\s*$/iu.exec(
      clause,
    );
  if (match === null) return undefined;
  const words = tokenize(match[1] as string).folded;
  if (words.some((word) => empty.test(word)) || words.length < 2) return undefined;
  return words.join(' ');
}
