import { createHash } from 'node:crypto';
import { check } from 'recheck';
import type { Expression } from './collect.js';

/** What recheck says of an expression; `bound` is ours: what keeps one that is not safe from a text that it is slow on. */
export interface Verdict {
  /** `/source/flags`, the beginning of a long one. */
  readonly expression: string;
  readonly files: readonly string[];
  readonly verdict: 'safe' | 'exponential' | `polynomial ${number}` | 'undecided';
  /** A text that it is slow on, as a JavaScript expression. */
  readonly attack?: string;
  readonly bound?: string;
}

/** Of `source` and `flags`: a changed expression is a new one. */
export function hashOf({ source, flags }: Pick<Expression, 'source' | 'flags'>): string {
  return createHash('sha256').update(`/${source}/${flags}`).digest('hex').slice(0, 16);
}

/** Asks recheck. What it has not decided after `timeout` milliseconds is undecided. */
export async function judge(expression: Expression, timeout: number): Promise<Verdict> {
  const { source, flags, files } = expression;
  const found = await check(source, flags, { timeout });
  const written = `/${source}/${flags}`;
  const about = { expression: written.length > 120 ? `${written.slice(0, 120)}…` : written, files };
  switch (found.status) {
    case 'safe':
      return { ...about, verdict: 'safe' };
    case 'unknown':
      return { ...about, verdict: 'undecided' };
    case 'vulnerable':
      return {
        ...about,
        verdict: found.complexity.type === 'exponential' ? 'exponential' : `polynomial ${found.complexity.degree}`,
        attack: found.attack.pattern,
      };
  }
}

/** Whether an expression may not stay so: exponential, or slower than linear with nothing that holds it. */
export function isOpen({ verdict, bound }: Verdict): boolean {
  return verdict === 'exponential' || (verdict !== 'safe' && bound === undefined);
}
