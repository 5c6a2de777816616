import { type Context, glued } from './context.js';

/** The sign of a number, by its first token. */
export interface Sign {
  readonly first: number;
  readonly start: number;
  readonly negative: boolean;
}

/** The sign before token `first`: −3, +56%, minus 0.3, 零下12, 负3.2. */
export function signBefore(context: Context, first: number): Sign | undefined {
  const { tokens, words } = context;
  const at = (index: number, negative: boolean): Sign => ({
    first: index,
    start: tokens[index]?.start ?? 0,
    negative,
  });
  const sign = tokens[first - 1];
  const before = tokens[first - 2];
  if (sign === undefined) return undefined;
  if (sign.kind === 'word') {
    const negative = words.latin.numerals.minus.has(sign.text) && before?.kind !== 'number';
    // Au moins 3 is a hedge.
    if (words.hedgesBefore.endingAt(tokens, first - 1) !== undefined) return undefined;
    return negative && tokens[first]?.gap !== 'line' ? at(first - 1, true) : undefined;
  }
  if (!glued(tokens[first])) return undefined;
  if (sign.text === '下' && before?.text === '零') return at(first - 2, true);
  // 抱负, 正负: the end of a word.
  if (sign.text === '负' && !/^[抱正肩担自胜]$/.test(before?.text ?? '')) return at(first - 1, true);
  if (!/^[-−–+]$/.test(sign.text)) return undefined;
  const negative = sign.text !== '+';
  // A sign stands at its number and after no other number; a plus is glued to names: 5G+.
  if (before === undefined || /^[(|:、，；<>≤≥=]$/.test(before.text)) return at(first - 1, negative);
  const apart = sign.gap === 'space' || (sign.gap === 'line' && (sign.text === '−' || !negative));
  const afterHan = sign.gap === 'none' && before.kind === 'han' && sign.text !== '–';
  return apart || afterHan ? at(first - 1, negative) : undefined;
}
