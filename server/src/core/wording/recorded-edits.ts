import type { Claim } from '../claims/claim.js';
import { writtenRecord } from '../claims/interval.js';
import type { Recorded, Wrong } from '../claims/judge.js';
import { type JudgedClaim, readVerdicts } from '../claims/verdicts.js';
import { editInBlock } from '../report/edit-in-block.js';
import type { Report } from '../report/report.js';
import { quantitiesIn } from '../sentences/quantities-in-block.js';
import { quantityOptions } from '../sentences/quantity-options.js';
import type { TextEdit } from '../text/text-edit.js';
import { periodInStyle } from './period-in-style.js';
import { digitsInStyle, shownAmount } from './shown-value.js';
import { turnedHedge } from './turned-hedge.js';

/** The recorded value in the writer's own style; the whole amount anew where its scale or currency is off. */
export function recordedEdit(
  { claim }: JudgedClaim,
  { expected, power, rule }: Wrong,
  report: Report,
): TextEdit | undefined {
  const block = report.prose.blocks[claim.block];
  if (rule === 'metric-comparator') return turnedHedge(claim, expected, report);
  const { quantity, language, factor } = claim;
  if (block === undefined || expected === undefined) return undefined;
  if (quantity.rangeWith !== undefined) return rangeEdit(claim, expected, report);
  const { observation, metric } = expected;
  // In the writer's own scale while that gives a number that one can read: ¥40tn for ¥400tn.
  const scaled = Math.abs(observation.value / factor / quantity.written.scale);
  const anew = rule === 'metric-unit' || (power !== undefined && (scaled < 1 || scaled >= 10_000));
  const at = anew && !claim.inTable ? quantity.span : quantity.written.span;
  const step = anew ? Math.min(Math.abs(observation.value) / 1000, quantity.step * 10 ** (power ?? 0)) : quantity.step;
  const text =
    anew && !claim.inTable
      ? shownAmount(observation.value, 10 ** Math.floor(Math.log10(step)), metric.measure.unit, language)
      : digitsInStyle(
          observation.value / factor,
          writtenRecord(observation).step / factor,
          quantity,
          block.text.slice(at.start, at.end),
        );
  return editInBlock(report, block, at, text);
}

/** The recorded value for both ends of a range, in the style of the upper one: 40.2 for "between 30 and 32". */
function rangeEdit(
  { block: index, at, factor, quantity: { rangeWith, written } }: Claim,
  { observation }: Recorded,
  report: Report,
): TextEdit | undefined {
  const block = report.prose.blocks[index];
  const upper = quantitiesIn(report, index).quantities[rangeWith ?? -1];
  if (block === undefined || upper === undefined || upper.span.start < at.start) return undefined;
  const before = block.text.slice(Math.max(0, at.start - 24), at.start);
  const between = /(\p{L}+\s+|^)((?:between|from)\s+)$/iu.exec(before);
  // "Ranged between" has no other end.
  if (/^(?:rang|var|fluctuat|mov|[gs]o|rose|gr[eo]w|fell|went)/i.test(between?.[1] ?? '')) return undefined;
  const { span: digits } = upper.written;
  const recorded = digitsInStyle(
    observation.value / factor,
    writtenRecord(observation).step / factor,
    upper,
    block.text.slice(digits.start, digits.end),
  );
  const text = block.text.slice(at.start, Math.max(at.start, written.span.start)) + recorded;
  const from = { start: at.start - (between?.[2]?.length ?? 0), end: digits.end };
  return editInBlock(report, block, from, text);
}

/** The period of which the value is the record, in the writer's own style, where the sentence names it for this claim alone. */
export function recordedPeriodEdit(
  { claim }: JudgedClaim,
  { record, rule }: Wrong,
  report: Report,
): TextEdit | undefined {
  const { block: index, sentence, period } = claim;
  const block = report.prose.blocks[index];
  if (rule !== 'metric-period' || block === undefined || period === undefined || claim.inTable) return undefined;
  const alone = readVerdicts(report).every(
    ({ claim: other }) => other === claim || other.block !== index || other.sentence.start !== sentence.start,
  );
  const named = quantitiesIn(report, index).periods.filter(
    (each) => each.period === period && sentence.start <= each.span.start && each.span.end <= sentence.end,
  );
  const [at] = named;
  if (!alone || at === undefined || named.length > 1) return undefined;
  const written = block.text.slice(at.span.start, at.span.end);
  const text = periodInStyle(written, period, record.observation.period, quantityOptions(report));
  return text === undefined ? undefined : editInBlock(report, block, at.span, text);
}
