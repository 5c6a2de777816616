import { type CitedSource, otherSourceCited } from '../claims/cited-source.js';
import { judgeRank } from '../claims/judge-rank.js';
import { readRankClaims } from '../claims/read-rank-claims.js';
import { bodyOf, isInSummary } from '../claims/summary-and-body.js';
import { isFoundWrong, type JudgedClaim, readVerdicts } from '../claims/verdicts.js';
import { tableAt, toSource } from '../markdown/blocks.js';
import { sourcesOf } from '../report/citations.js';
import type { Report } from '../report/report.js';
import { isSourced } from '../sentences/sourcing.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { EntryOf } from '../vocabulary/model.js';
import { namesOf } from '../vocabulary/preferred-form.js';
import { footnoteOf } from '../wording/footnote.js';
import { shownRecord, unitWords } from '../wording/shown-value.js';
import type { Detection, ReportRule } from './rule.js';

/** A figure of a known metric with no link, footnote or attribution in its sentence, paragraph or table. */
export const metricUnsourced: ReportRule<JudgedClaim | undefined> = {
  id: 'metric-unsourced',
  severity: 'warning',
  asks: true,
  reads: 'document',

  *check(report) {
    const told = new Set<unknown>();
    for (const judged of readVerdicts(report)) {
      const { metric, period, block: index, span, inTable, sentence } = judged.claim;
      if (metric === undefined) continue;
      if (isSourced(report, index)) {
        const cited = otherSourceCited(report, judged);
        if (cited !== undefined) yield ofAnotherSource(judged, cited, report.vocabulary);
        continue;
      }
      // One finding a table, and one for all the values of a metric in a sentence.
      const place = inTable ? tableAt(report.prose, span) : `${index} ${sentence.start} ${metric.fullName}`;
      if (told.has(place)) continue;
      const isJudged = isFoundWrong(judged, report);
      // A cell that is wrong leaves the others of its table without a source.
      if (!isJudged || !inTable) told.add(place);
      if (isJudged || isSourcedInBody(report, metric, period, index)) continue;
      yield {
        messageId: 'metric-unsourced',
        values: { metric: namesOf([metric]) },
        span,
        entry: metric,
        basis: [],
        detail: inTable ? undefined : judged,
      };
    }
    for (const claim of readRankClaims(report)) {
      const { metric, streak, year, block: index } = claim;
      const block = report.prose.blocks[index];
      if (block === undefined || streak === undefined || isSourced(report, index)) continue;
      if (judgeRank(claim).rank === 'wrong' || isSourcedInBody(report, metric, year?.toString(), index)) continue;
      yield {
        messageId: 'metric-unsourced',
        values: { metric: namesOf([metric]) },
        span: toSource(block, streak.span),
        entry: metric,
        basis: [],
        detail: undefined,
      };
    }
  },

  /** The footnote of the record that the value meets, behind its sentence. */
  fix({ detail: judged, messageId, span }, report) {
    if (judged === undefined || judged.verdict.verdict !== 'holds') return [];
    const isOther = messageId === 'metric-unsourced.other';
    // A source that stands in the sentence is the writer's to name.
    if (isOther && !report.text.startsWith('[^', span.start)) return [];
    const { claim, verdict } = judged;
    const { observation, metric } = verdict.record;
    const block = report.prose.blocks[claim.block];
    const note = observation.source === undefined ? undefined : footnoteOf(report, observation.source, metric.pack);
    if (block === undefined || note === undefined) return [];
    const at = toSource(block, { start: claim.sentence.end - 1, end: claim.sentence.end }).end;
    const source = sourcesOf(metric, report.vocabulary, [{ source: observation.source ?? '' }])[0];
    const edits = [{ span: isOther ? span : { start: at, end: at }, text: `[^${note.label}]` }, ...note.edits];
    return [
      {
        messageId: isOther ? 'fix.replace-footnote' : 'fix.add-footnote',
        values: { source: source?.publisher ?? source?.title ?? '' },
        safe: false,
        edits,
      },
    ];
  },
};

/** Whether a figure of the summary is told again in the body, with its source. */
function isSourcedInBody(
  report: Report,
  metric: EntryOf<'metrics'>,
  period: string | undefined,
  index: number,
): boolean {
  if (!isInSummary(report, index)) return false;
  const { claims, ranks } = bodyOf(report, metric, period);
  return [...claims.map(({ claim }) => claim.block), ...ranks].some((block) => isSourced(report, block));
}

/** The record is cited to one source, and the sentence names another that has another figure. */
function ofAnotherSource(
  judged: JudgedClaim,
  { source, record, span, isCertain }: CitedSource,
  vocabulary: Vocabulary,
): Detection<JudgedClaim> {
  const { metric, period, language } = judged.claim as JudgedClaim['claim'] & { metric: EntryOf<'metrics'> };
  const { verdict } = judged;
  const own = verdict.verdict === 'holds' ? verdict.record.observation.source : undefined;
  return {
    messageId: 'metric-unsourced.other',
    values: {
      metric: namesOf([metric]),
      period: period ?? '',
      source: source.title,
      other: shownRecord(record, metric.measure.unit, language, unitWords(metric, vocabulary)),
      otherPeriod: record.period,
    },
    span,
    entry: metric,
    ...(!isCertain && { severity: 'information' as const }),
    basis: own === undefined ? [] : [{ source: own }],
    detail: judged,
  };
}
