import { visible } from '../../core/start.js';

/** Text of a report, fit for one row of a terminal. */
export function onOneLine(text: string): string {
  return visible(text);
}
