import type { Problem, Values } from '../core/index.js';

const start = { line: 0, character: 0 };

/** A problem of a file as a whole. */
export function atStart(path: string, severity: Problem['severity'], messageId: string, values: Values): Problem {
  return { severity, messageId, values, path, range: { start, end: start } };
}
