import type { Context } from './context.js';
import type { Token } from './lex.js';
import type { Numeral } from './numeral.js';

/** The number that words of Latin letters write from token `index` on. */
export function readLatinNumeral(context: Words, index: number): Numeral | undefined {
  const { tokens, words } = context;
  const { articles, bare, cardinals, copulas, denominators, dozens, half, of, ordinals, partDeterminers, vague } =
    words.latin.numerals;
  const first = tokens[index];
  if (first?.kind !== 'word') return undefined;
  // Most words begin no number.
  if (!words.numeralStarts.has(first.text) && foldValue(context, first.text) === undefined) return undefined;
  if (first.text === half?.word) return readHalf(context, index);
  if (articles.has(first.text)) {
    const found = readWithArticle(context, index);
    // Un is one too.
    if (found !== undefined || !cardinals.has(first.text)) return found;
  }
  if (partDeterminers.has(first.text)) {
    const part = tokens[index + 1]?.text ?? '';
    const divisor = ordinals.has(part) ? undefined : denominators.one.get(part);
    if (divisor === undefined || !of.has(tokens[index + 2]?.text ?? '')) return undefined;
    return numeral(tokens, index, index + 2, { digits: '1', divisor });
  }
  const fold = foldValue(context, first.text);
  // "The aims are twofold" counts aims, if anything.
  if (fold !== undefined && !copulas.has(tokens[index - 1]?.text ?? ''))
    return numeral(tokens, index, index + 1, { digits: String(fold) });
  // Several dozen.
  if (dozens.has(first.text) && vague.has(tokens[index - 1]?.text ?? '')) return undefined;
  if (words.cardinals.at(tokens, index) === undefined && !ordinals.has(first.text) && !bare.has(first.text))
    return undefined;
  return readCardinal(context, index);
}

/** What a numeral in words is read from. */
type Words = Pick<Context, 'tokens' | 'words'>;

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
function foldValue({ words }: Words, word: string): number | undefined {
  const { cardinals, foldEnding, scales } = words.latin.numerals;
  if (foldEnding === '' || !word.endsWith(foldEnding)) return undefined;
  const stem = word.slice(0, -foldEnding.length);
  const scale = scales.get(stem);
  return cardinals.get(stem) ?? (scale === undefined ? undefined : 10 ** scale);
}

/** Half a million; half of, half the. */
function readHalf({ tokens, words }: Words, index: number): Numeral | undefined {
  const { articles, dozens, half, ordinals, scales } = words.latin.numerals;
  if (half === undefined) return undefined;
  const article = tokens[index + 1]?.text ?? '';
  const what = tokens[index + 2]?.text ?? '';
  if (articles.has(article)) {
    const power = scales.get(what);
    if (power !== undefined) return numeral(tokens, index, index + 3, { digits: '0.5', power });
    const dozen = dozens.get(what);
    if (dozen !== undefined) return numeral(tokens, index, index + 3, { digits: String(dozen / 2) });
    // Half a percentage point, half a century: the unit follows.
    return half.units.has(what) ? numeral(tokens, index, index + 2, { digits: '0.5' }) : undefined;
  }
  // Half million.
  const scaled = scales.get(article);
  if (scaled !== undefined && scaled > 3) return numeral(tokens, index, index + 2, { digits: '0.5', power: scaled });
  const before = tokens[index - 1]?.text ?? '';
  const fraction = article === half.of || (article === half.the && !ordinals.has(before)) || before === half.by;
  return fraction ? numeral(tokens, index, index + 1, { digits: '1', divisor: 2 }) : undefined;
}

/** A million, a dozen, a third of. */
function readWithArticle(context: Words, index: number): Numeral | undefined {
  const { tokens, words } = context;
  const { denominators, dozens, fractions, half, scales } = words.latin.numerals;
  const what = tokens[index + 1];
  if (what === undefined || what.kind !== 'word') return undefined;
  const dozen = dozens.get(what.text);
  if (dozen !== undefined) return numeral(tokens, index, index + 2, { digits: String(dozen) });
  if (scales.has(what.text)) return readCardinal(context, index);
  const divisor = denominators.one.get(what.text);
  if (divisor === undefined) return undefined;
  const after = tokens[index + 2];
  // A quarter million.
  const scaled = scales.get(after?.text ?? '');
  if (scaled !== undefined && scaled > 3 && divisor === 4)
    return numeral(tokens, index, index + 3, { digits: '0.25', power: scaled });
  const before = tokens[index - 1]?.text ?? '';
  // One and a half; a half day.
  if (what.text === half?.word && (before === half.and || (before !== half.by && after?.text !== half.of)))
    return undefined;
  const fraction =
    after === undefined ||
    (after.kind === 'symbol' && after.text !== '-') ||
    fractions.after.has(after.text) ||
    (fractions.before.has(before) && (after.kind !== 'word' || fractions.afterHedged.has(after.text)));
  if (!fraction) return undefined;
  // "a quarter to", "a third in the world" and a hedge before them tell a part from a place in a row.
  if (after !== undefined && fractions.rankEnds.has(after.text) && !fractions.before.has(before)) return undefined;
  return numeral(tokens, index, index + 2, { digits: '1', divisor });
}

function readCardinal(context: Words, index: number): Numeral | undefined {
  const { tokens, words } = context;
  const { articles, denominators, dozens, joints, ordinals, scales } = words.latin.numerals;
  let total = 0;
  let current = 0;
  let next = index;
  let ordinal = false;
  let power = 0;
  let last: 'none' | 'small' | 'ten' | 'hundred' | 'scale' = 'none';
  let lowest = Number.POSITIVE_INFINITY;
  let i = index;
  if (articles.has(tokens[i]?.text ?? '') && scales.has(tokens[i + 1]?.text ?? '')) i++;
  for (;;) {
    let at = i;
    if (last !== 'none') {
      const joint = tokens[at]?.text ?? '';
      if (joint === '-') at++;
      else if (joints.has(joint) && (last === 'hundred' || last === 'scale')) at++;
      else if (
        joint === ',' &&
        last === 'scale' &&
        words.cardinals.at(tokens, at + 1) !== undefined &&
        isScaled(context, at + 1)
      )
        at++;
    }
    const token = tokens[at];
    if (token === undefined || token.kind !== 'word') break;
    const found = words.cardinals.at(tokens, at);
    const cardinal = found?.value;
    const ordinalValue = ordinals.get(token.text);
    const small = cardinal ?? (ordinalValue !== undefined && ordinalValue < 100 ? ordinalValue : undefined);
    const scale = scales.get(token.text);
    if (small !== undefined) {
      if (last === 'small' || (last === 'ten' && (small >= 10 || small === 0))) break;
      // A fraction's denominator ends the number: two thirds.
      if (
        cardinal === undefined &&
        last !== 'none' &&
        (denominators.one.has(token.text) || denominators.many.has(token.text)) &&
        last !== 'ten' &&
        last !== 'hundred'
      )
        break;
      if (last === 'scale' && small >= lowest) break;
      current += small;
      at = (found?.end ?? at + 1) - 1;
      last = small >= 20 ? 'ten' : 'small';
      ordinal = cardinal === undefined;
      power = 0;
    } else if (dozens.has(token.text)) {
      current = (last === 'none' ? 1 : current) * (dozens.get(token.text) ?? 1);
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
    readFraction(context, index, next, value) ??
    readPoint(context, index, next, value) ??
    readAndAHalf(context, index, next, String(value / 10 ** power), power) ??
    numeral(tokens, index, next, power > 0 ? { digits: String(value / 10 ** power), power } : plain)
  );
}

function isScaled({ tokens, words }: Words, index: number): boolean {
  const { cardinals, scales } = words.latin.numerals;
  for (let i = index; i < index + 6; i++) {
    const text = tokens[i]?.text ?? '';
    if (scales.has(text)) return true;
    if (!cardinals.has(text) && text !== '-') return false;
  }
  return false;
}

/** Two-thirds, three quarters of. */
function readFraction({ tokens, words }: Words, index: number, next: number, value: number): Numeral | undefined {
  const { denominators, fractions, of } = words.latin.numerals;
  const hyphen = tokens[next]?.text === '-' ? 1 : 0;
  const word = tokens[next + hyphen]?.text ?? '';
  const divisor = value > 1 ? denominators.many.get(word) : (denominators.one.get(word) ?? denominators.many.get(word));
  if (divisor === undefined || value >= divisor || value === 0) return undefined;
  // Three quarters billion.
  const scaled = words.latin.numerals.scales.get(tokens[next + hyphen + 1]?.text ?? '');
  if (scaled !== undefined && scaled > 3 && divisor === 4)
    return numeral(tokens, index, next + hyphen + 2, { digits: String(value / divisor), power: scaled });
  const after = tokens[next + hyphen + 1]?.text ?? '';
  // Quarters are also of a year.
  if (words.latin.dates.partWords.has(word.replace(/s$/, '')) && hyphen === 0 && !of.has(after)) return undefined;
  if (
    value === 1 &&
    hyphen === 0 &&
    tokens[next + 1]?.kind === 'word' &&
    /^[a-z]/.test(after) &&
    !fractions.after.has(after)
  )
    return undefined;
  return numeral(tokens, index, next + hyphen + 1, { digits: String(value), divisor });
}

/** Two point five million. */
function readPoint(context: Words, index: number, next: number, value: number): Numeral | undefined {
  const { tokens, words } = context;
  const { cardinals, point } = words.latin.numerals;
  if (tokens[next]?.text !== point) return undefined;
  let i = next + 1;
  let decimals = '';
  for (; i < next + 10; i++) {
    const digit = cardinals.get(tokens[i]?.text ?? '');
    if (digit === undefined || digit > 9) break;
    decimals += String(digit);
  }
  if (decimals === '') return undefined;
  return withScale(context, index, i, `${value}.${decimals}`);
}

/** Two and a half million, two and a half years. */
function readAndAHalf(context: Words, index: number, next: number, digits: string, power: number): Numeral | undefined {
  const at = afterAndAHalf(context, next);
  if (at === undefined) return undefined;
  const half = `${digits}.5`;
  // A million and a half is 1.5 million.
  return power > 0 ? numeral(context.tokens, index, at, { digits: half, power }) : withScale(context, index, at, half);
}

/** The token after "and a half". */
export function afterAndAHalf({ tokens, words }: Words, next: number): number | undefined {
  return words.andAHalf.at(tokens, tokens[next]?.text === '-' ? next + 1 : next)?.end;
}

function withScale({ tokens, words }: Words, index: number, next: number, digits: string): Numeral {
  const power = words.latin.numerals.scales.get(tokens[next]?.text ?? '');
  return numeral(tokens, index, power === undefined ? next : next + 1, { digits, power: power ?? 0 });
}
