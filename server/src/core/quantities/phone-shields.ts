import type { Context } from './context.js';

/** (866) 450-6588. */
export function bracketedPhone(context: Context, index: number): number | undefined {
  const { tokens } = context;
  const lengths = [tokens[index + 1], tokens[index + 3], tokens[index + 5]].map((token) =>
    token?.kind === 'number' ? token.text.length : 0,
  );
  return lengths.join() === '3,3,4' && tokens[index + 2]?.text === ')' && tokens[index + 4]?.text === '-'
    ? index + 6
    : undefined;
}

/** +86 10 1234 5678. */
export function phoneEnd(context: Context, index: number): number | undefined {
  const { tokens } = context;
  if (tokens[index + 1]?.kind !== 'number' || tokens[index + 1]?.gap !== 'none') return undefined;
  let i = index + 2;
  let digits = tokens[index + 1]?.text.length ?? 0;
  while (i < index + 14) {
    const token = tokens[i];
    if (token?.kind === 'number') digits += token.text.length;
    else if (token === undefined || !/^[-() ]$/.test(token.text)) break;
    i++;
  }
  return digits >= 9 && i > index + 2 ? i : undefined;
}
