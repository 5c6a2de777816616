import { sectionsAround } from '../markdown/sections.js';
import { mentionsIn } from '../report/mentions-in.js';
import type { Mention, Report } from '../report/report.js';
import { overlaps, type Span } from '../text/span.js';
import type { EntryOf } from '../vocabulary/model.js';
import { isWithin, namesUnknownPlace, regionsIn, withoutPlaces } from './regions.js';
import type { SentenceContext } from './sentence-context.js';
import { isWholeSubject } from './subject.js';

/** Whether a sentence speaks of the metric's own region, as a whole. */
export function regionState(
  context: SentenceContext,
  mention: Mention,
  metric: EntryOf<'metrics'>,
): 'own' | 'other' | 'unclear' {
  const { report, text, sentence, index } = context;
  const own = metric.region;
  const words = text.slice(sentence.start, sentence.end);
  const local = ({ start, end }: Span) => ({ start: start - sentence.start, end: end - sentence.start });
  // "US dollars" and a metric's own words are no places.
  const taken = [mention.at, ...context.quantities.map(({ span }) => span)].map(local);
  const regions = regionsIn(words, report.vocabulary).filter(({ at }) => !taken.some((span) => overlaps(span, at)));
  // "of under 40", "In the third quarter of 2022 …": a number stays one, whatever its words, and is no subject.
  const numbers = context.quantities.flatMap(({ span, comparatorSpan }) => [span, comparatorSpan ?? span]);
  const places = regions.map(({ at }) => at);
  const masked = withoutPlaces(words, places, [...context.periods.map(({ span }) => span), ...numbers].map(local));
  if (!isWholeSubject(masked, local(mention.at), { start: 0, end: words.length })) return 'unclear';
  if (metric.measure.kind === 'amount' && metric.measure.priceBase === undefined && otherPrices.test(words))
    return 'unclear';
  if (own === undefined) return regions.length === 0 ? 'own' : 'other';
  if (report.region !== undefined && !isWithin(report.region, own)) return 'other';
  if (regions.some(({ code }) => code !== own)) return 'other';
  const named = context.named.map(local);
  if (namesUnknownPlace(words, regions, named)) return 'other';
  if (regions.length === 0 && underForeignHeading(report, index, own)) return 'other';
  return 'own';
}

/** Amounts at constant prices or by purchasing power are others. */
const otherPrices =
  /\b(?:constant|comparable|fixed|chained)\s+(?:\d{4}\s+)?(?:prices|dollars|yuan|yen|euros|pounds)\b|\bpurchasing[- ]power\b|\bPPP\b|adjusted\s+for\s+inflation|可比价|不变价|购买力平价|剔除|扣除/i;

/** Under a heading that is another place: a region that is known, or a name of one or two capitals and nothing else. */
function underForeignHeading(report: Report, index: number, own: string): boolean {
  const block = report.prose.blocks[index];
  if (block === undefined) return false;
  return sectionsAround(report.sections, block.span).some((section) => {
    if (section.role !== undefined || section.holds !== undefined) return false;
    const heading = report.prose.blocks[section.heading]?.text.trim() ?? '';
    const regions = regionsIn(heading, report.vocabulary);
    if (regions.length > 0) return regions.every(({ code }) => code !== own);
    if (section.depth === 1 || mentionsIn(report, section.heading).length > 0) return false;
    return /^\p{Lu}\p{Ll}+$/u.test(heading) && !commonHeading.test(heading);
  });
}

const commonHeading =
  /^(?:Introduction|Overview|Output|Industry|Manufacturing|Economy|Growth|Results|Figures|Data|Findings|Analysis|Discussion|Conclusion|Conclusions|Outlook|Annex|Appendix|Notes|Method|Methods|Methodology|Scope|Trade|Energy|Employment|Prices|Investment|Production|Services|Agriculture|Context|Progress|Highlights|Statistics|Indicators|Performance|Situation|Developments|Trends|Total|General)$/;
