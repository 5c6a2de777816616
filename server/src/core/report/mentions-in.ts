import { startingIn } from '../text/ordered-spans.js';
import type { Span } from '../text/span.js';
import type { Mention, Report } from './report.js';

const byBlock = new WeakMap<Report, ReadonlyMap<number, readonly Mention[]>>();
const none: readonly Mention[] = [];

/** The mentions of one block, or those that start in a span of its text, in order. */
export function mentionsIn(report: Report, block: number, within?: Span): readonly Mention[] {
  let groups = byBlock.get(report);
  if (groups === undefined) {
    const made = new Map<number, Mention[]>();
    for (const mention of report.mentions) {
      const group = made.get(mention.block);
      if (group === undefined) made.set(mention.block, [mention]);
      else group.push(mention);
    }
    groups = made;
    byBlock.set(report, groups);
  }
  const all = groups.get(block) ?? none;
  return within === undefined ? all : startingIn(all, ({ at }) => at.start, within);
}
