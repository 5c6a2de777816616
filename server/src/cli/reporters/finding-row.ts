import { wrapAfter } from '../../layout/wrap.js';
import type { Output } from '../output.js';
import type { CheckedFinding } from './checked-file.js';

/** A finding for people: the verdict and the rule's id behind the lead, and below, in line with it, all else that is said. */
export function findingRow(
  lead: string,
  { message, rule, notes }: Pick<CheckedFinding, 'message' | 'rule' | 'notes'>,
  { colours, width }: Pick<Output, 'colours' | 'width'>,
): string {
  return wrapAfter(lead, [`${message}  ${colours.dim(rule)}`, ...notes].join('\n'), width);
}
