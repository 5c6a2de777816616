import type { BareQuantity } from './bare-quantity.js';
import { type Context, glued } from './context.js';
import { isHanDigit, isHanNumeral, scalePower } from './han-numerals.js';
import type { Token } from './lex.js';
import { hanCharacters } from './tables/chinese-numerals.js';

/**
 * Where a number ends of which only a part would be read: what touches a rest of digits, a point, a power or a part is
 * read whole or not at all. Undefined for a whole number.
 */
export function endOfUncut(context: Context, bare: BareQuantity): number | undefined {
  const { tokens, text, words } = context;
  const { numeral } = bare;
  const last = text.charAt(numeral.end - 1);
  // 50兆 are of something, and a trillion of money alone.
  if (last === '兆' && bare.kind !== 'money') return bare.next;
  // 5 ft 2 in
  if (bare.unit === 'ft' && tokens[bare.next]?.kind === 'number' && tokens[bare.next + 1]?.text === 'in')
    return bare.next + 2;
  const [led, follows] = [tokens[bare.first - 1], tokens[bare.next]];
  // ±5% is a margin, and so is the 0.3 of "1.2 ± 0.3 tonnes".
  if (led?.text === '±' || follows?.text === '±') return bare.next;
  // 10 per 100,000 people
  const isDenominator = led !== undefined && (words.latin.units.per.has(led.text) || hanCharacters.each.has(led.text));
  if (isDenominator && bare.kind === 'number') return bare.next;
  // 45 degrees below zero
  const below = words.belowZero.at(tokens, bare.next);
  if (below !== undefined && isDegrees(bare)) return below.end;
  // 5.5 l/100km
  const hundred = tokens[bare.next + 1];
  if (follows?.text === '/' && glued(follows) && glued(hundred) && /^10{2,}$/.test(hundred.text)) return bare.next + 2;
  if (bare.next !== numeral.next) return undefined;
  const after = follows;
  const { cardinals, point } = words.latin.numerals;
  const behind = tokens[bare.next + 1];
  // Two hundred point seventy-one
  if (after?.kind === 'word' && after.text === point && cardinals.has(behind?.text ?? ''))
    return wordsEnd(context, bare.next + 1);
  // Nought point eleven
  const above = tokens[bare.first - 2];
  if (led?.kind === 'word' && led.text === point && (above?.kind === 'number' || cardinals.has(above?.text ?? '')))
    return bare.next;
  // 100 рублей: a unit in letters that nobody here knows.
  if (after?.kind === 'symbol' && after.gap !== 'line' && /\p{L}/u.test(after.text)) return bare.next;
  // 2.3 k, 5 M
  if (after?.kind === 'word' && after.gap === 'space' && isLooseScale(text, after)) return bare.next + 1;
  if (!glued(after)) return undefined;
  // 三万4000, 二点五.3
  if (after.kind === 'number' && (scalePower(last) !== undefined || isHanDigit(last)))
    return restEnd(context, bare.next + 1);
  // 6'2"
  if (after.text === "'" && glued(behind) && behind.kind === 'number') return restEnd(context, bare.next + 1);
  if (after.text === '^' || (after.text === '点' && (behind?.kind === 'number' || isHanDigit(behind?.text ?? ''))))
    return restEnd(context, bare.next + 1);
  return after.text === '分' && behind?.text === '之' ? restEnd(context, bare.next + 2) : undefined;
}

function isDegrees({ unit }: BareQuantity): boolean {
  return unit?.startsWith('deg') === true;
}

/** A letter that may be a scale or a unit. */
function isLooseScale(text: string, { start, end }: Token): boolean {
  return end === start + 1 && 'kMGT'.includes(text.charAt(start));
}

function wordsEnd({ tokens, words }: Context, from: number): number {
  let i = from;
  while (words.latin.numerals.cardinals.has(tokens[i]?.text ?? '') || tokens[i]?.text === '-') i++;
  return i;
}

function restEnd({ tokens }: Context, from: number): number {
  let i = from;
  while (glued(tokens[i]) && (tokens[i]?.kind === 'number' || isHanNumeral(tokens[i]?.text ?? ''))) i++;
  return i;
}
