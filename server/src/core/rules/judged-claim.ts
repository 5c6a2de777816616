import type { Claim } from '../claims/claim.js';
import { intersects, intervalOf, writtenRecord } from '../claims/interval.js';
import type { Recorded, Wrong } from '../claims/judge.js';
import { type JudgedClaim, readVerdicts } from '../claims/verdicts.js';
import { toSource } from '../markdown/blocks.js';
import type { Locale } from '../messages/message.js';
import type { Fix } from '../report/finding.js';
import type { Report } from '../report/report.js';
import { quantitiesIn, quantityOptions } from '../sentences/quantities-in-block.js';
import { dictionary } from '../text/dictionary.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { Basis, Comparator, Severity } from '../vocabulary/model.js';
import { namesOf } from '../vocabulary/preferred-form.js';
import { foundText } from '../wording/listed-claims.js';
import { periodInStyle } from '../wording/period-in-style.js';
import {
  digitsInStyle,
  shownAmount,
  shownHedged,
  shownInterval,
  shownRecord,
  unitWords,
} from '../wording/shown-value.js';
import type { Rule } from './rule.js';

export interface JudgedDetail {
  readonly judged: JudgedClaim;
  readonly wrong: Wrong;
}

/** The rule that speaks of claims whose verdict names it; its messages are `<id>` and, off by powers of ten, `<id>.scale`. */
export function judgedClaimRule(id: Wrong['rule'], severity: Severity): Rule<JudgedDetail> {
  return {
    id,
    severity,
    reads: 'document',

    *check(report) {
      for (const judged of readVerdicts(report)) {
        const { claim, verdict } = judged;
        if (verdict.verdict !== 'wrong' || verdict.rule !== id || claim.metric === undefined) continue;
        const { metric } = claim;
        const { record, expected, power } = verdict;
        const shown = (recorded: Recorded) => shownAsWritten(recorded, claim, report.vocabulary);
        yield {
          messageId: power === undefined ? (expected === undefined ? `${id}.unrecorded` : id) : `${id}.scale`,
          values: {
            found: foundText(report, judged),
            metric: namesOf([metric]),
            period: claim.period ?? '',
            record: shown(record),
            recordPeriod: record.observation.period,
            recordMetric: namesOf([record.metric]),
            ...(expected !== undefined && { expected: shown(expected) }),
            ...(isHedged(claim) && {
              interval: { en: intervalIn('en', claim), zh: intervalIn('zh', claim) },
            }),
            ...(power !== undefined && { factor: 10 ** Math.abs(power) }),
          },
          span: claim.span,
          entry: metric,
          severity:
            (id === 'metric-value' && (claim.inTable || (verdict.loose && power === undefined))) ||
            (id === 'metric-period' && expected === undefined)
              ? 'warning'
              : severity,
          status: (expected ?? record).observation.status,
          basis: basisOf(expected ?? record),
          detail: { judged, wrong: verdict },
        };
      }
    },

    fix: ({ detail: { judged, wrong } }, report) => [
      ...valueFixes(judged, wrong, report),
      ...periodFixes(judged, wrong, report),
    ],
  };
}

/** A record in the writer's own unit, where that is one of the metric's: 13,900 MW for 13.9 GW. */
function shownAsWritten(
  { observation, metric: recorded }: Recorded,
  { quantity, factor, metric, language }: Claim,
  vocabulary: Vocabulary,
): string {
  const { measure } = recorded;
  const { unit } = quantity;
  if (unit === undefined || factor === 1 || measure.unit !== metric?.measure.unit)
    return shownRecord(observation, measure.unit, language, unitWords(recorded, vocabulary));
  const written = { ...observation, value: observation.value / factor };
  return shownHedged(written, writtenRecord(observation).step / factor, unit, language);
}

/** What a number was read as, for the message: not what to write. */
function intervalIn(locale: Locale, { interval, value, metric }: Claim): string {
  return shownInterval({ ...interval, value, unit: metric?.measure.unit }, locale);
}

/** Whether a number stands for more than its digits say. */
function isHedged({ quantity: { comparator, rangeWith } }: Claim): boolean {
  return comparator !== undefined || rangeWith !== undefined;
}

function basisOf({ observation, metric }: Recorded): readonly Basis[] {
  return observation.source === undefined ? metric.basis : [{ source: observation.source }];
}

/** The recorded value in the writer's own style; the whole amount anew where its scale or currency is off. */
function valueFixes({ claim }: JudgedClaim, { expected, power, rule }: Wrong, report: Report): readonly Fix[] {
  const block = report.prose.blocks[claim.block];
  if (rule === 'metric-comparator') return hedgeFixes(claim, expected, report);
  const { quantity, language, factor } = claim;
  if (block === undefined || expected === undefined) return [];
  if (quantity.rangeWith !== undefined) return rangeFixes(claim, expected, report);
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
  const span = toSource(block, at);
  if (report.text.slice(span.start, span.end) !== block.text.slice(at.start, at.end)) return [];
  return [{ messageId: 'fix.replace', values: { expected: text }, safe: false, edits: [{ span, text }] }];
}

/** The recorded value for both ends of a range, in the style of the upper one: 40.2 for "between 30 and 32". */
function rangeFixes(
  { block: index, at, factor, quantity: { rangeWith, written } }: Claim,
  { observation }: Recorded,
  report: Report,
): readonly Fix[] {
  const block = report.prose.blocks[index];
  const upper = quantitiesIn(report, index).quantities[rangeWith ?? -1];
  if (block === undefined || upper === undefined || upper.span.start < at.start) return [];
  const before = block.text.slice(Math.max(0, at.start - 24), at.start);
  const between = /(\p{L}+\s+|^)((?:between|from)\s+)$/iu.exec(before);
  // "Ranged between" has no other end.
  if (/^(?:rang|var|fluctuat|mov|[gs]o|rose|gr[eo]w|fell|went)/i.test(between?.[1] ?? '')) return [];
  const { span: digits } = upper.written;
  const recorded = digitsInStyle(
    observation.value / factor,
    writtenRecord(observation).step / factor,
    upper,
    block.text.slice(digits.start, digits.end),
  );
  const text = block.text.slice(at.start, Math.max(at.start, written.span.start)) + recorded;
  const from = { start: at.start - (between?.[2]?.length ?? 0), end: digits.end };
  const span = toSource(block, from);
  if (report.text.slice(span.start, span.end) !== block.text.slice(from.start, from.end)) return [];
  return [{ messageId: 'fix.replace', values: { expected: text }, safe: false, edits: [{ span, text }] }];
}

/** The period of which the value is the record, in the writer's own style, where the sentence names it for this claim alone. */
function periodFixes({ claim }: JudgedClaim, { record, rule }: Wrong, report: Report): readonly Fix[] {
  const { block: index, sentence, period } = claim;
  const block = report.prose.blocks[index];
  if (rule !== 'metric-period' || block === undefined || period === undefined || claim.inTable) return [];
  const alone = readVerdicts(report).every(
    ({ claim: other }) => other === claim || other.block !== index || other.sentence.start !== sentence.start,
  );
  const named = quantitiesIn(report, index).periods.filter(
    (each) => each.period === period && sentence.start <= each.span.start && each.span.end <= sentence.end,
  );
  const [at] = named;
  if (!alone || at === undefined || named.length > 1) return [];
  const written = block.text.slice(at.span.start, at.span.end);
  const text = periodInStyle(written, period, record.observation.period, quantityOptions(report));
  const span = toSource(block, at.span);
  if (text === undefined || report.text.slice(span.start, span.end) !== written) return [];
  return [{ messageId: 'fix.replace', values: { expected: text }, safe: false, edits: [{ span, text }] }];
}

/** A hedge and the one that turns it round, in the same place of a sentence. */
const turned: Readonly<Record<string, string>> = dictionary({
  below: 'above',
  above: 'below',
  under: 'over',
  over: 'under',
  'just under': 'just over',
  'just below': 'just above',
  nearly: 'more than',
  almost: 'more than',
  接近: '超过',
  逼近: '超过',
  将近: '超过',
  近: '超',
  'less than': 'more than',
  'more than': 'less than',
  'fewer than': 'more than',
  'lower than': 'higher than',
  'higher than': 'lower than',
  'at most': 'at least',
  'at least': 'at most',
  'no more than': 'no less than',
  'no less than': 'no more than',
  'up to': 'at least',
  exactly: 'about',
  precisely: 'about',
  不足: '超过',
  不到: '超过',
  低于: '高于',
  少于: '多于',
  超过: '不足',
  突破: '不足',
  高于: '低于',
  多于: '少于',
  以下: '以上',
  以上: '以下',
  正好: '约',
  恰好: '约',
});

/** The opposite hedge, where the record then holds the number. */
function hedgeFixes(
  { quantity, block: index, ...claim }: Claim,
  expected: Recorded | undefined,
  report: Report,
): readonly Fix[] {
  const block = report.prose.blocks[index];
  const at = quantity.comparatorSpan;
  if (block === undefined || at === undefined || expected === undefined) return [];
  const hedge = block.text.slice(at.start, at.end);
  const text = turned[hedge.replace(/\s+/g, ' ').trim().toLowerCase()];
  const span = toSource(block, at);
  if (text === undefined || report.text.slice(span.start, span.end) !== hedge) return [];
  const comparator = opposite[quantity.comparator ?? 'exactly'];
  const record = intervalOf(writtenRecord(expected.observation));
  if (!intersects(intervalOf({ ...claim, comparator }), record)) return [];
  return [{ messageId: 'fix.replace', values: { expected: text }, safe: false, edits: [{ span, text }] }];
}

const opposite: Readonly<Record<Comparator, Comparator>> = {
  above: 'below',
  below: 'above',
  'at-least': 'at-most',
  'at-most': 'at-least',
  exactly: 'about',
  about: 'about',
};
