import { sectionsAround } from '../markdown/sections.js';
import type { Report } from '../report/report.js';
import { once } from '../text/once.js';
import type { EntryOf } from '../vocabulary/model.js';
import { readRankClaims } from './read-rank-claims.js';
import { daysOf } from './same-period.js';
import { type JudgedClaim, readVerdicts } from './verdicts.js';

/** What a report says of a metric and a period outside its summary. */
interface Body {
  readonly claims: readonly JudgedClaim[];
  /** Indexes of the blocks that tell of its rank. */
  readonly ranks: readonly number[];
}

const nothing: Body = { claims: [], ranks: [] };

/** Whether a block stands in the section that sums the report up. */
export function isInSummary({ sections, prose }: Report, index: number): boolean {
  const block = prose.blocks[index];
  return block !== undefined && sectionsAround(sections, block.span).some(({ holds }) => holds === 'summary');
}

/** What the body says of the metric and the period of a figure in the summary. */
export function bodyOf(report: Report, metric: EntryOf<'metrics'>, period: string | undefined): Body {
  return readBody(report).get(keyOf(metric, period)) ?? nothing;
}

const readBody = once((report: Report): ReadonlyMap<string, Body> => {
  const body = new Map<string, { claims: JudgedClaim[]; ranks: number[] }>();
  const at = (metric: EntryOf<'metrics'>, period: string | undefined) => {
    const key = keyOf(metric, period);
    const known = body.get(key) ?? { claims: [], ranks: [] };
    body.set(key, known);
    return known;
  };
  for (const judged of readVerdicts(report)) {
    const { metric, period, block } = judged.claim;
    if (metric !== undefined && !isInSummary(report, block)) at(metric, period).claims.push(judged);
  }
  for (const { metric, year, block } of readRankClaims(report))
    if (!isInSummary(report, block)) at(metric, year === undefined ? undefined : String(year)).ranks.push(block);
  return body;
});

const keyOf = ({ fullName }: EntryOf<'metrics'>, period: string | undefined) =>
  `${fullName}\u0000${period === undefined ? '' : daysOf(period)}`;
