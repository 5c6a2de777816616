import { foldedTokens } from './tokens.js';

/** Whether a text's folded tokens, each between spaces, hold a key word or phrase; `*` ends a stem (`resilien*`). */
export function holdsKey(joined: string, key: string): boolean {
  const stem = key.endsWith('*');
  const tokens = foldedTokens(stem ? key.slice(0, -1) : key);
  return tokens.length > 0 && joined.includes(` ${tokens.join(' ')}${stem ? '' : ' '}`);
}
