import type { Token } from './lex.js';
import type { Numeral } from './numeral.js';
import { cardinals, denominators, ordinals, scales } from './tables/english-numerals.js';
import { list } from './tables/list.js';

/** The number that English words write from token `index` on. */
export function readEnglishNumeral(tokens: readonly Token[], index: number): Numeral | undefined {
  const first = tokens[index];
  if (first === undefined || first.kind !== 'word') return undefined;
  if (first.text === 'half') return readHalf(tokens, index);
  if (first.text === 'a' || first.text === 'an') return readWithArticle(tokens, index);
  const fold = foldValue(first.text);
  // "The aims are twofold" counts aims, if anything.
  if (fold !== undefined && !/^(?:is|are|was|were|be)$/.test(tokens[index - 1]?.text ?? ''))
    return numeral(tokens, index, index + 1, { digits: String(fold) });
  // Several dozen.
  const vague = first.text === 'dozen' && /^(?:several|few|many|some)$/.test(tokens[index - 1]?.text ?? '');
  if (vague || (!cardinals.has(first.text) && !ordinals.has(first.text) && first.text !== 'dozen')) return undefined;
  return readCardinal(tokens, index);
}

function numeral(tokens: readonly Token[], index: number, next: number, part: Partial<Numeral>): Numeral {
  return {
    next,
    start: (tokens[index] as Token).start,
    end: (tokens[next - 1] as Token).end,
    digitsEnd: (tokens[next - 1] as Token).end,
    digits: '0',
    power: 0,
    ordinal: false,
    words: true,
    ...part,
  };
}

/** Threefold, tenfold. */
function foldValue(word: string): number | undefined {
  if (!word.endsWith('fold')) return undefined;
  const stem = word.slice(0, -4);
  return cardinals.get(stem) ?? (scales.has(stem) ? 10 ** (scales.get(stem) as number) : undefined);
}

/** Half a million; half of, half the. */
function readHalf(tokens: readonly Token[], index: number): Numeral | undefined {
  const article = tokens[index + 1]?.text;
  const what = tokens[index + 2]?.text ?? '';
  if (article === 'a' || article === 'an') {
    const power = scales.get(what);
    if (power !== undefined) return numeral(tokens, index, index + 3, { digits: '0.5', power });
    if (what === 'dozen') return numeral(tokens, index, index + 3, { digits: '6' });
    // Half a percentage point, half a century: the unit follows.
    if (
      /^(?:percent|percentage|century|decade|year|month|day|hour|minute|hectare|acre|degree|tonne|ton|kilo|mile|kilometre|kilometer|metre|meter|litre|liter)$/.test(
        what,
      )
    )
      return numeral(tokens, index, index + 2, { digits: '0.5' });
    return undefined;
  }
  const before = tokens[index - 1]?.text ?? '';
  const fraction = article === 'of' || (article === 'the' && !ordinals.has(before)) || before === 'by';
  return fraction ? numeral(tokens, index, index + 1, { digits: '1', divisor: 2 }) : undefined;
}

const afterFraction = new Set(list('of|to|more|less|higher|lower|by|in|from|since|over|on|year|or|as'));
/** Words that go on after a part where the word before it says that it is one: by a fifth and. */
const afterHedgedFraction = new Set(
  'and but while when between compared after during this last against with for per at than before until last next'.split(
    ' ',
  ),
);
const beforeFraction = new Set(list('by|or|nearly|almost|about|over|than|roughly|around|under|least|and'));

/** A million, a dozen, a third of. */
function readWithArticle(tokens: readonly Token[], index: number): Numeral | undefined {
  const what = tokens[index + 1];
  if (what === undefined || what.kind !== 'word') return undefined;
  if (what.text === 'dozen') return numeral(tokens, index, index + 2, { digits: '12' });
  if (scales.has(what.text)) return readCardinal(tokens, index);
  const divisor = denominators.get(what.text);
  if (divisor === undefined || what.text.endsWith('s')) return undefined;
  const after = tokens[index + 2];
  const before = tokens[index - 1]?.text;
  // One and a half; a half day.
  if (divisor === 2 && (before === 'and' || (before !== 'by' && after?.text !== 'of'))) return undefined;
  const fraction =
    after === undefined ||
    (after.kind === 'symbol' && after.text !== '-') ||
    afterFraction.has(after.text) ||
    (beforeFraction.has(tokens[index - 1]?.text ?? '') &&
      (after.kind !== 'word' || afterHedgedFraction.has(after.text)));
  if (!fraction) return undefined;
  // "a quarter to", "a third in the world" and a hedge before them tell a part from a place in a row.
  if (after?.text === 'in' && !beforeFraction.has(tokens[index - 1]?.text ?? '')) return undefined;
  return numeral(tokens, index, index + 2, { digits: '1', divisor });
}

function readCardinal(tokens: readonly Token[], index: number): Numeral | undefined {
  let total = 0;
  let current = 0;
  let next = index;
  let ordinal = false;
  let power = 0;
  let last: 'none' | 'small' | 'ten' | 'hundred' | 'scale' = 'none';
  let lowest = Number.POSITIVE_INFINITY;
  let i = index;
  if (tokens[i]?.text === 'a' || tokens[i]?.text === 'an') i++;
  for (;;) {
    let at = i;
    if (last !== 'none') {
      const joint = tokens[at]?.text;
      if (joint === '-') at++;
      else if (joint === 'and' && (last === 'hundred' || last === 'scale')) at++;
      else if (
        joint === ',' &&
        last === 'scale' &&
        cardinals.has(tokens[at + 1]?.text ?? '') &&
        isScaled(tokens, at + 1)
      )
        at++;
    }
    const token = tokens[at];
    if (token === undefined || token.kind !== 'word') break;
    const cardinal = cardinals.get(token.text);
    const ordinalValue = ordinals.get(token.text);
    const small = cardinal ?? (ordinalValue !== undefined && ordinalValue < 100 ? ordinalValue : undefined);
    const scale = scales.get(token.text);
    if (small !== undefined) {
      if (last === 'small' || (last === 'ten' && (small >= 10 || small === 0))) break;
      // A fraction's denominator ends the number: two thirds.
      if (
        cardinal === undefined &&
        last !== 'none' &&
        denominators.has(token.text) &&
        last !== 'ten' &&
        last !== 'hundred'
      )
        break;
      if (last === 'scale' && small >= lowest) break;
      current += small;
      last = small >= 20 ? 'ten' : 'small';
      ordinal = cardinal === undefined;
      power = 0;
    } else if (token.text === 'dozen') {
      current = (last === 'none' ? 1 : current) * 12;
      next = at + 1;
      break;
    } else if (scale !== undefined) {
      if (scale === 2) {
        if (last === 'hundred' || current >= 100) break;
        current = (last === 'none' ? 1 : current) * 100;
        last = 'hundred';
      } else {
        if (last === 'scale' ? total >= 1e15 : 10 ** scale >= lowest) break;
        if (last === 'scale') total *= 10 ** scale;
        else total += (last === 'none' && total === 0 ? 1 : current) * 10 ** scale;
        current = 0;
        lowest = 10 ** scale;
        power = last === 'scale' ? power + scale : total % 10 ** scale === 0 ? scale : 0;
        last = 'scale';
      }
    } else if (ordinalValue !== undefined && last !== 'none') {
      total = (total + current) * ordinalValue;
      current = 0;
      ordinal = true;
      power = 0;
    } else break;
    i = at + 1;
    next = i;
    if (ordinal) break;
  }
  if (next === index) return undefined;
  const value = total + current;
  if (!Number.isSafeInteger(value)) return undefined;
  const plain = { next, digits: String(value), power: 0 };
  if (ordinal) return numeral(tokens, index, next, { ...plain, ordinal });
  return (
    readFraction(tokens, index, next, value) ??
    readPoint(tokens, index, next, value) ??
    readAndAHalf(tokens, index, next, String(value / 10 ** power), power) ??
    numeral(tokens, index, next, power > 0 ? { digits: String(value / 10 ** power), power } : plain)
  );
}

function isScaled(tokens: readonly Token[], index: number): boolean {
  for (let i = index; i < index + 6; i++) {
    const text = tokens[i]?.text ?? '';
    if (scales.has(text)) return true;
    if (!cardinals.has(text) && text !== '-') return false;
  }
  return false;
}

/** Two-thirds, three quarters of. */
function readFraction(tokens: readonly Token[], index: number, next: number, value: number): Numeral | undefined {
  const hyphen = tokens[next]?.text === '-' ? 1 : 0;
  const word = tokens[next + hyphen];
  const divisor = denominators.get(word?.text ?? '');
  if (divisor === undefined || value >= divisor || value === 0) return undefined;
  if (value > 1 && !(word?.text.endsWith('s') ?? false)) return undefined;
  const after = tokens[next + hyphen + 1]?.text ?? '';
  // Quarters are also of a year.
  if (divisor === 4 && hyphen === 0 && after !== 'of') return undefined;
  if (
    value === 1 &&
    hyphen === 0 &&
    tokens[next + 1]?.kind === 'word' &&
    /^[a-z]/.test(after) &&
    !afterFraction.has(after)
  )
    return undefined;
  return numeral(tokens, index, next + hyphen + 1, { digits: String(value), divisor });
}

/** Two point five million. */
function readPoint(tokens: readonly Token[], index: number, next: number, value: number): Numeral | undefined {
  if (tokens[next]?.text !== 'point') return undefined;
  let i = next + 1;
  let decimals = '';
  for (; i < next + 10; i++) {
    const digit = cardinals.get(tokens[i]?.text ?? '');
    if (digit === undefined || digit > 9) break;
    decimals += String(digit);
  }
  if (decimals === '') return undefined;
  return withScale(tokens, index, i, `${value}.${decimals}`);
}

/** Two and a half million, two and a half years. */
function readAndAHalf(
  tokens: readonly Token[],
  index: number,
  next: number,
  digits: string,
  power: number,
): Numeral | undefined {
  const at = afterAndAHalf(tokens, next);
  if (at === undefined) return undefined;
  const half = `${digits}.5`;
  // A million and a half is 1.5 million.
  return power > 0 ? numeral(tokens, index, at, { digits: half, power }) : withScale(tokens, index, at, half);
}

/** The token after "and a half". */
export function afterAndAHalf(tokens: readonly Token[], next: number): number | undefined {
  let at = next;
  for (const word of ['and', 'a', 'half']) {
    if (tokens[at]?.text === '-') at++;
    if (tokens[at]?.text !== word) return undefined;
    at++;
  }
  return at;
}

function withScale(tokens: readonly Token[], index: number, next: number, digits: string): Numeral {
  const power = scales.get(tokens[next]?.text ?? '');
  return numeral(tokens, index, power === undefined ? next : next + 1, { digits, power: power ?? 0 });
}
