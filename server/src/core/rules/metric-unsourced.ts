import { footnoteOf } from '../claims/footnote.js';
import { readRankClaims } from '../claims/read-rank-claims.js';
import { isSourced } from '../claims/sourcing.js';
import { type JudgedClaim, readVerdicts } from '../claims/verdicts.js';
import { tableAt, toSource } from '../markdown/blocks.js';
import { citationsOf } from '../report/citations.js';
import { nameOf } from '../vocabulary/preferred-form.js';
import type { Rule } from './rule.js';

/** A figure of a known metric with no link, footnote or attribution in its sentence, paragraph or table. */
export const metricUnsourced: Rule<JudgedClaim | undefined> = {
  id: 'metric-unsourced',
  severity: 'warning',
  reads: 'document',

  *check(report) {
    const told = new Set<unknown>();
    for (const judged of readVerdicts(report)) {
      const { metric, block: index, span, language, inTable, sentence } = judged.claim;
      if (metric === undefined || isSourced(report, index)) continue;
      // One finding a table, and one for all the values of a metric in a sentence.
      const place = inTable ? tableAt(report.prose, span) : `${index} ${sentence.start} ${metric.fullName}`;
      if (told.has(place)) continue;
      told.add(place);
      yield {
        messageId: 'metric-unsourced',
        values: { metric: nameOf(metric, language) },
        span,
        entry: metric,
        basis: [],
        detail: inTable ? undefined : judged,
      };
    }
    for (const { metric, streak, block: index, language } of readRankClaims(report)) {
      const block = report.prose.blocks[index];
      if (block === undefined || streak === undefined || isSourced(report, index)) continue;
      yield {
        messageId: 'metric-unsourced',
        values: { metric: nameOf(metric, language) },
        span: toSource(block, streak.span),
        entry: metric,
        basis: [],
        detail: undefined,
      };
    }
  },

  /** The footnote of the record that the value meets, behind its sentence. */
  fix({ detail: judged }, report) {
    if (judged === undefined || judged.verdict.verdict !== 'holds') return [];
    const { claim, verdict } = judged;
    const { observation, metric } = verdict.record;
    const block = report.prose.blocks[claim.block];
    const note = observation.source === undefined ? undefined : footnoteOf(report, observation.source, metric.pack);
    if (block === undefined || note === undefined) return [];
    const at = toSource(block, { start: claim.sentence.end - 1, end: claim.sentence.end }).end;
    const source = citationsOf(metric, report.vocabulary, claim.language, [{ source: observation.source ?? '' }])[0];
    const edits = [{ span: { start: at, end: at }, text: `[^${note.label}]` }, ...note.edits];
    return [
      {
        messageId: 'fix.add-footnote',
        values: { source: source?.publisher ?? source?.title ?? '' },
        safe: false,
        edits,
      },
    ];
  },
};
