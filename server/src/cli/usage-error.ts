import { visible } from '../core/start.js';

/** What ends a run before it starts; the message is for the user, on one line. */
export class UsageError extends Error {
  constructor(message: string) {
    super(visible(message));
  }
}
