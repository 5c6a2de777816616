import type { Tier } from '../claims/claim.js';
import { intervalOf } from '../claims/interval.js';
import { recordsOf } from '../claims/judge.js';
import { basisOfRun, judgeRank } from '../claims/judge-rank.js';
import { readRankClaims } from '../claims/read-rank-claims.js';
import { stalenessOf } from '../claims/staleness.js';
import { type JudgedClaim, readVerdicts } from '../claims/verdicts.js';
import { toSource } from '../markdown/blocks.js';
import type { Locale } from '../messages/message.js';
import { render } from '../messages/render.js';
import { citationsOf } from '../report/citations.js';
import type { Citation } from '../report/finding.js';
import type { Report } from '../report/report.js';
import type { Span } from '../text/span.js';
import type { Observation } from '../vocabulary/model.js';
import { nameOf } from '../vocabulary/preferred-form.js';
import { shownAmount, shownRecord, unitWords } from './shown-value.js';

/** A claim as a reviewer reads it: every number of a known metric, and where it comes from. */
export interface ListedClaim {
  /** The number in the report. */
  readonly span: Span;
  readonly kind: 'figure' | 'rank';
  /** `pack/metrics/id`. */
  readonly metric: string;
  readonly name: string;
  /** The number as written, with its hedge. */
  readonly found: string;
  readonly value: number;
  readonly unit: string | undefined;
  /** The values that its digits and hedges stand for. */
  readonly low: number;
  readonly high: number;
  readonly period: string | undefined;
  readonly region: string | undefined;
  readonly verdict: 'holds' | 'wrong' | 'stale' | 'unknown';
  /** How sure it is that the number is said of it; absent: sure. */
  readonly tier?: Tier | undefined;
  /** The record that it was held against, in words. */
  readonly record: string | undefined;
  readonly source: Citation | undefined;
}

/** All claims of a report, in its order; records and sources in the language of the reader. */
export function claimsOf(report: Report, locale: Locale): readonly ListedClaim[] {
  return [...valueClaims(report, locale), ...rankClaims(report, locale)].sort((a, b) => a.span.start - b.span.start);
}

function valueClaims(report: Report, locale: Locale): readonly ListedClaim[] {
  return readVerdicts(report).flatMap((judged): ListedClaim[] => {
    const { claim, verdict } = judged;
    const { metric } = claim;
    if (metric === undefined) return [];
    const stale = claim.period !== undefined && stalenessOf(report, metric, claim.period, claim) !== undefined;
    const record = recordFor(judged, report);
    const basis = record?.source === undefined ? [] : [{ source: record.source }];
    return [
      {
        kind: 'figure',
        span: claim.span,
        metric: metric.fullName,
        name: nameOf(metric, claim.language),
        found: foundText(report, judged),
        value: claim.value,
        unit: claim.unit,
        low: claim.interval.low,
        high: claim.interval.high,
        period: claim.period,
        region: metric.region,
        ...(claim.tier === 'likely' && { tier: claim.tier }),
        verdict: verdict.verdict === 'holds' && stale ? 'stale' : verdict.verdict,
        record:
          record === undefined
            ? undefined
            : shownRecord(record, metric.measure.unit, locale, unitWords(metric, report.vocabulary)),
        source: citationsOf(metric, report.vocabulary, locale, basis)[0],
      },
    ];
  });
}

/** Ranks, and the years that they have been held. */
function rankClaims(report: Report, locale: Locale): readonly ListedClaim[] {
  return readRankClaims(report).flatMap((claim): ListedClaim[] => {
    const { metric, block: index, rank, rankAt, streak, year } = claim;
    const block = report.prose.blocks[index];
    if (block === undefined) return [];
    const { run, years, ...verdicts } = judgeRank(claim);
    const row = (
      at: Span,
      { value, low, high }: { readonly value: number; readonly low: number; readonly high: number },
      unit: string | undefined,
      verdict: ListedClaim['verdict'],
      record: string | undefined,
    ): ListedClaim => ({
      kind: 'rank',
      span: toSource(block, at),
      metric: metric.fullName,
      name: nameOf(metric, claim.language),
      found: block.text.slice(at.start, at.end).replace(/\s+/g, ' '),
      value,
      unit,
      low,
      high,
      period: year === undefined ? undefined : String(year),
      region: metric.region,
      verdict,
      record,
      source: citationsOf(
        metric,
        report.vocabulary,
        locale,
        run === undefined ? [] : basisOfRun(run, year, metric, report.vocabulary),
      )[0],
    });
    const rows: ListedClaim[] = [];
    if (rank !== undefined && rankAt !== undefined) {
      const record = run === undefined ? undefined : render('record.rank', { rank: run.rank }, locale);
      rows.push(row(rankAt, { value: rank, low: rank, high: rank }, undefined, verdicts.rank, record));
    }
    if (streak !== undefined) {
      const { value, roundStep, comparator } = streak;
      const record = years === undefined ? undefined : shownAmount(years, 1, 'Y', locale);
      const interval = intervalOf({ value, step: 0, roundStep, comparator });
      rows.push(row(streak.span, { value, ...interval }, 'Y', verdicts.streak, record));
    }
    return rows;
  });
}

function recordFor({ claim, verdict }: JudgedClaim, report: Report): Observation | undefined {
  if (verdict.verdict === 'holds') return verdict.record.observation;
  if (verdict.verdict === 'wrong') return (verdict.expected ?? verdict.record).observation;
  if (claim.metric === undefined || claim.period === undefined) return undefined;
  return recordsOf(claim.metric, claim.period, report)[0]?.observation;
}

/** The number as written, with its hedge, on one line. */
export function foundText(report: Report, { claim }: JudgedClaim): string {
  const text = report.prose.blocks[claim.block]?.text ?? '';
  const hedge = claim.quantity.comparatorSpan;
  const start = hedge === undefined ? claim.at.start : Math.min(hedge.start, claim.at.start);
  return text.slice(start, Math.max(claim.at.end, hedge?.end ?? 0)).replace(/\s+/g, ' ');
}
