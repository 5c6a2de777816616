import { basisOfRun, judgeRank } from '../claims/judge-rank.js';
import { readRankClaims } from '../claims/read-rank-claims.js';
import { readWeakenedStatements } from '../claims/read-statements.js';
import { toSource } from '../markdown/blocks.js';
import type { Fix } from '../report/finding.js';
import { isSourcedSentence } from '../sentences/sourcing.js';
import type { TextEdit } from '../text/text-edit.js';
import { nameOf, namesOf } from '../vocabulary/preferred-form.js';
import type { ReportRule } from './rule.js';

/** A rank, the length of a streak, or the only holder of something, otherwise than recorded. */
export const metricRank: ReportRule<TextEdit | undefined> = {
  id: 'metric-rank',
  severity: 'error',
  reads: 'document',

  *check(report) {
    for (const claim of readRankClaims(report)) {
      const { metric, block: index, rankAt, streak, since, year, sentence } = claim;
      const block = report.prose.blocks[index];
      if (block === undefined) continue;
      const { run, years, later, ...verdicts } = judgeRank(claim);
      if (run === undefined) continue;
      const name = namesOf([metric]);
      if (later !== undefined && since !== undefined) {
        yield {
          messageId: 'metric-rank.since',
          values: {
            found: block.text.slice(since.at.start, since.at.end),
            metric: name,
            rank: later.rank,
            since: String(later.since).slice(0, 4),
          },
          span: toSource(block, since.at),
          entry: metric,
          detail: undefined,
        };
        continue;
      }
      if (rankAt !== undefined && verdicts.rank === 'wrong') {
        yield {
          messageId: 'metric-rank',
          values: { found: block.text.slice(rankAt.start, rankAt.end), metric: name, rank: run.rank },
          span: toSource(block, rankAt),
          entry: metric,
          detail: undefined,
        };
        continue;
      }
      if (streak === undefined) continue;
      const found = block.text.slice(streak.span.start, streak.span.end);
      const span = toSource(block, streak.span);
      if (run.since === undefined || run.since === 'unknown') {
        if (isSourcedSentence(block, sentence, report.language)) continue;
        yield {
          messageId: 'metric-rank.invented',
          values: { found, metric: name },
          span,
          entry: metric,
          severity: 'warning',
          detail: undefined,
        };
        continue;
      }
      if (verdicts.streak !== 'wrong') continue;
      const digits = streak.written.span;
      const written = block.text.slice(digits.start, digits.end);
      const edit = /^\d+$/.test(written) ? { span: toSource(block, digits), text: String(years) } : undefined;
      yield {
        messageId: 'metric-rank.streak',
        values: {
          found,
          metric: name,
          year: String(year),
          years: years ?? 0,
          rank: run.rank,
          since: run.since.slice(0, 4),
        },
        span,
        entry: metric,
        basis: basisOfRun(run, year, metric, report.vocabulary),
        detail: edit,
      };
    }
    for (const { statement, block: index, sentence, missing, language } of readWeakenedStatements(report)) {
      const block = report.prose.blocks[index];
      if (block === undefined) continue;
      yield {
        messageId: 'metric-rank.weakened',
        values: { expected: nameOf(statement, language), missing },
        span: toSource(block, sentence),
        entry: statement,
        severity: 'warning',
        detail: undefined,
      };
    }
  },

  fix({ detail: edit }): readonly Fix[] {
    if (edit === undefined) return [];
    return [{ messageId: 'fix.replace', values: { expected: edit.text }, safe: false, edits: [edit] }];
  },
};
