import type { BareQuantity } from './bare-quantity.js';
import { type Context, glued } from './context.js';
import { isHanDigit, isHanNumeral, scalePower } from './han-numerals.js';

/**
 * Where a number ends of which only a part would be read: what touches a rest of digits, a point, a power or a part is
 * read whole or not at all. Undefined for a whole number.
 */
export function endOfUncut(context: Context, bare: BareQuantity): number | undefined {
  const { tokens, text } = context;
  const { numeral } = bare;
  const last = text.charAt(numeral.end - 1);
  // 50兆 are of something, and a trillion of money alone.
  if (last === '兆' && bare.kind !== 'money') return bare.next;
  // 5 ft 2 in
  if (bare.unit === 'ft' && tokens[bare.next]?.kind === 'number' && tokens[bare.next + 1]?.text === 'in')
    return bare.next + 2;
  if (bare.next !== numeral.next) return undefined;
  const after = tokens[bare.next];
  if (!glued(after)) return undefined;
  // 三万4000, 二点五.3
  if (after.kind === 'number' && (scalePower(last) !== undefined || isHanDigit(last)))
    return restEnd(context, bare.next + 1);
  const behind = tokens[bare.next + 1];
  if (after.text === '^' || (after.text === '点' && (behind?.kind === 'number' || isHanDigit(behind?.text ?? ''))))
    return restEnd(context, bare.next + 1);
  return after.text === '分' && behind?.text === '之' ? restEnd(context, bare.next + 2) : undefined;
}

function restEnd({ tokens }: Context, from: number): number {
  let i = from;
  while (glued(tokens[i]) && (tokens[i]?.kind === 'number' || isHanNumeral(tokens[i]?.text ?? ''))) i++;
  return i;
}
