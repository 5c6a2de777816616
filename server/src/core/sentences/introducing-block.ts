import type { Report } from '../report/report.js';

const introducersOf = new WeakMap<Report, ReadonlyMap<number, number>>();

/** The block whose colon introduces the innermost list that a block stands in. */
export function blockIntroducing(report: Report, index: number): number | undefined {
  let all = introducersOf.get(report);
  if (all === undefined) {
    const made = new Map<number, number>();
    for (const [by, { items }] of report.prose.introduced) {
      if (!/[:：]/.test(report.prose.blocks[by]?.text.trimEnd().at(-1) ?? '')) continue;
      for (const { first, end } of items) for (let block = first; block < end; block++) made.set(block, by);
    }
    all = made;
    introducersOf.set(report, all);
  }
  return all.get(index);
}
