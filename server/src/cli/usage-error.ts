import { visible } from '../core/start.js';

/** What ends a run before it starts; the message is for the user: one line, and below it what else there is to say. */
export class UsageError extends Error {
  constructor(...lines: readonly string[]) {
    super(lines.map(visible).join('\n    '));
  }
}
