import { indexHolding } from '../text/ordered-spans.js';
import { contains } from '../text/span.js';
import { blockOf, isCitation, type Mention, type Report } from './report.js';

/** Whether a mention is the writer's own: not in a block quote, a citation, or a quotation of more than the name itself. */
export function isOwnWords(report: Report, mention: Mention): boolean {
  const block = blockOf(report, mention);
  if (block.quoted || isCitation(report, mention.block)) return false;
  const quotation = block.quotations[indexHolding(block.quotations, mention.at.start)];
  return (
    quotation === undefined ||
    !contains(quotation, mention.at) ||
    quotation.end - quotation.start <= mention.at.end - mention.at.start + 4
  );
}
