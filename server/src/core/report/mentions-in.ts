import { startingIn } from '../text/ordered-spans.js';
import type { Span } from '../text/span.js';
import type { Mention, Report } from './report.js';

/** The mentions of one block, or those that start in a span of its text, in order. */
export function mentionsIn({ mentionsByBlock }: Report, block: number, within?: Span): readonly Mention[] {
  const all = mentionsByBlock[block] ?? [];
  return within === undefined ? all : startingIn(all, ({ at }) => at.start, within);
}
