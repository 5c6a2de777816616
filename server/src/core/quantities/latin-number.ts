import { bareQuantity, bareQuantityWith } from './bare-quantity.js';
import { beginsSentence, type Context, glued, isCapitalized, unitAfter } from './context.js';
import { afterAndAHalf, readLatinNumeral } from './latin-numerals.js';
import { isOrdinal, labelledRank, ordinalQuantity } from './latin-ordinals.js';
import type { Token } from './lex.js';
import { type Base, isAttribute, type NumberReading, skip, withUnit } from './number-with-unit.js';
import { type Numeral, wordNumeral } from './numeral.js';
import { signBefore } from './signs.js';

/** A number in words of Latin letters: twenty-one, half a million, the thirteenth, one in five. */
export function readWordNumber(context: Context, index: number): NumberReading | undefined {
  const { tokens, words } = context;
  const { articles, foldEnding } = words.latin.numerals;
  const token = tokens[index] as Token;
  const rank = labelledRank(context, index);
  if (rank !== undefined) return { next: rank.next, bare: rank };
  const decade = readArticleDuration(context, index);
  if (decade !== undefined) return decade;
  const numeral = readLatinNumeral(context, index);
  if (numeral === undefined) return undefined;
  const last = tokens[numeral.next - 1] as Token;
  if (isCapitalized(context, token) && !beginsSentence(context, index)) return skip(numeral.next);
  if (glued(token) && tokens[index - 1]?.kind !== 'symbol') return skip(numeral.next);
  if (numeral.ordinal) {
    if (!isOrdinal(context, index, numeral)) return skip(numeral.next);
    return { next: numeral.next, bare: ordinalQuantity(context, index, numeral) };
  }
  const part = readPartOfUnit(context, index, numeral);
  if (part !== undefined) return part;
  const ratio = readRatio(context, index, numeral);
  if (ratio !== undefined) return ratio;
  const sign = signBefore(context, index);
  const base: Base = { first: index, start: token.start, negative: false, ...sign, consecutive: false };
  const measured =
    foldEnding !== '' && token.text.endsWith(foldEnding)
      ? {
          next: numeral.next,
          bare: bareQuantityWith(
            { ...base, numeral, next: numeral.next, end: last.end },
            { id: 'times', kind: 'number', power: 0 },
          ),
        }
      : withUnit(context, base, numeral);
  const isOne = numeral.digits === '1' && numeral.power === 0 && numeral.divisor === undefined;
  // Un an is "a year".
  if (isOne && articles.has(token.text) && measured?.bare?.kind === 'duration') return skip(measured.next);
  // A thousand times.
  if (measured !== undefined)
    return articles.has(token.text) && measured.bare?.unit === 'times' ? skip(measured.next) : measured;
  if (isAttribute(context, numeral.next)) return skip(numeral.next);
  if (isOne || numeral.digits === '0') return skip(numeral.next);
  if (articles.has(token.text) && numeral.digits === '1' && numeral.divisor === undefined && numeral.power < 6) {
    // "A hundred hands" is rhetoric, "more than a hundred" a number.
    if (words.hedgesBefore.endingAt(tokens, index - 1) === undefined) return skip(numeral.next);
  }
  const bare = { ...base, numeral, next: numeral.next, end: last.end };
  return { next: numeral.next, bare: bareQuantityWith(bare, undefined) };
}

/** A quarter of a percentage point, 0.4 of a point, three quarters of a century. */
export function readPartOfUnit(context: Context, index: number, numeral: Numeral): NumberReading | undefined {
  const { tokens, words } = context;
  const { of, partArticles } = words.latin.numerals;
  const { next } = numeral;
  const divisor = numeral.divisor ?? (/^0?\./.test(numeral.digits) && numeral.power === 0 ? 1 : undefined);
  const article = tokens[next + 1];
  if (divisor === undefined || !of.has(tokens[next]?.text ?? '') || !partArticles.has(article?.text ?? ''))
    return undefined;
  const found = unitAfter(context, next + 2, (article as Token).end);
  const kind = found?.unit.kind;
  if (found === undefined || kind === 'number' || kind === 'money') return undefined;
  const isShare = kind === 'points' || kind === 'percent';
  const value = Number(numeral.digits) / divisor;
  // A third of a year has no decimals.
  if (!isShare && found.unit.power === 0 && !Number.isInteger(value * 1000)) return skip(found.next);
  const digits = String(Number(value.toFixed(4)));
  const whole = wordNumeral(next, { start: numeral.start, end: (article as Token).end }, digits);
  return { next: found.next, bare: bareQuantity(index, whole, found.unit, found) };
}

/** A decade, a century; an hour and a half. */
function readArticleDuration(context: Context, index: number): NumberReading | undefined {
  const { tokens, words } = context;
  const { articles, beforeArticle, copulas, of } = words.latin.numerals;
  const token = tokens[index] as Token;
  if (!articles.has(token.text)) return undefined;
  const found = unitAfter(context, index + 1, token.end);
  if (found === undefined) return undefined;
  const half = afterAndAHalf(context, found.next);
  const { kind, power } = found.unit;
  const decade = kind === 'duration' && power > 0;
  if (!decade && (half === undefined || (kind !== 'duration' && kind !== 'quantity'))) return undefined;
  const before = tokens[index - 1]?.text ?? '';
  if (beforeArticle.has(before)) return undefined;
  // They were a decade of reform.
  if (copulas.has(before) && of.has(tokens[found.next]?.text ?? '')) return undefined;
  const numeral = wordNumeral(index + 1, token, half === undefined ? '1' : '1.5');
  const end = half === undefined ? found : { next: half, end: (tokens[half - 1] as Token).end };
  return { next: end.next, bare: bareQuantity(index, numeral, found.unit, end) };
}

/** One in five, nine out of ten. */
function readRatio(context: Context, index: number, above: Numeral): NumberReading | undefined {
  const { tokens, words } = context;
  const at = words.ratioJoints.at(tokens, above.next)?.end;
  if (at === undefined) return undefined;
  const every = words.latin.numerals.every.has(tokens[at]?.text ?? '') ? at + 1 : at;
  const below = readLatinNumeral(context, every);
  const digits = tokens[every];
  const plain =
    digits?.kind === 'number' && /^(?:10|100|1000|20)$/.test(digits.text)
      ? { value: Number(digits.text), next: every + 1, end: digits.end }
      : undefined;
  const word =
    below === undefined || below.ordinal || below.divisor !== undefined
      ? undefined
      : { value: Number(below.digits) * 10 ** below.power, next: below.next, end: below.end };
  const divisor = word ?? plain;
  const value = Number(above.digits);
  if (divisor === undefined || above.power > 0 || divisor.value <= value || divisor.value < 2 || value > 99)
    return undefined;
  if (isAttribute(context, divisor.next)) return undefined;
  const numeral: Numeral = {
    ...above,
    next: divisor.next,
    end: divisor.end,
    digitsEnd: divisor.end,
    divisor: divisor.value,
  };
  return { next: divisor.next, bare: bareQuantity(index, numeral) };
}
