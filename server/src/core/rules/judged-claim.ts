import type { Claim } from '../claims/claim.js';
import type { Recorded, Wrong } from '../claims/judge.js';
import { type JudgedClaim, readVerdicts } from '../claims/verdicts.js';
import type { Basis, Severity } from '../vocabulary/model.js';
import { namesOf } from '../vocabulary/preferred-form.js';
import { foundText } from '../wording/listed-claims.js';
import { recordedEdit, recordedPeriodEdit } from '../wording/recorded-edits.js';
import { intervalIn, shownAsWritten } from '../wording/written-record.js';
import type { ReportRule } from './rule.js';

export interface JudgedDetail {
  readonly judged: JudgedClaim;
  readonly wrong: Wrong;
}

/** The rule that speaks of claims whose verdict names it; its messages are `<id>` and, off by powers of ten, `<id>.scale`. */
export function judgedClaimRule(id: Wrong['rule'], severity: Severity): ReportRule<JudgedDetail> {
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
            (id === 'metric-value' && (claim.inTable || (verdict.isTrueBound && power === undefined))) ||
            (id === 'metric-period' && expected === undefined)
              ? 'warning'
              : severity,
          status: (expected ?? record).observation.status,
          basis: basisOf(expected ?? record),
          detail: { judged, wrong: verdict },
        };
      }
    },

    fix: ({ detail: { judged, wrong } }, report) =>
      [recordedEdit(judged, wrong, report), recordedPeriodEdit(judged, wrong, report)].flatMap((edit) =>
        edit === undefined
          ? []
          : [{ messageId: 'fix.replace', values: { expected: edit.text }, safe: false, edits: [edit] }],
      ),
  };
}

/** Whether a number stands for more than its digits say. */
function isHedged({ quantity: { comparator, rangeWith } }: Claim): boolean {
  return comparator !== undefined || rangeWith !== undefined;
}

function basisOf({ observation, metric }: Recorded): readonly Basis[] {
  return observation.source === undefined ? metric.basis : [{ source: observation.source }];
}
