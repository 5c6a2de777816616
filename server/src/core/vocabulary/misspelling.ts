import type { Span } from '../text/span.js';
import type { Entry, Form } from './model.js';

/** A near-miss of a form in a text. */
export interface Misspelling {
  readonly entry: Entry;
  readonly form: Form;
  /** What is meant, in the number that stands there: "community health workers". */
  readonly expected: string;
  readonly at: Span;
  /** What of it is wrong. */
  readonly slip: Span;
}

/** Whether a form is one whose near-misses are slips: of those that are right, but for the short ones. */
export function mayBeMisspelt({ role, class: ofClass }: Form): boolean {
  return (role === 'preferred' || role === 'admitted') && ofClass !== 'short';
}
