import { beginsSentence, type Context, glued, isCapitalized, unitAfter } from './context.js';
import { draftWith } from './draft.js';
import { readEnglishNumeral } from './english-numerals.js';
import { isOrdinal, ordinalDraft } from './english-ordinals.js';
import type { Token } from './lex.js';
import { type Base, isAttribute, type NumberReading, skip, withUnit } from './number-with-unit.js';
import type { Numeral } from './numeral.js';
import { hedgesBefore } from './words.js';

/** A number in English words: twenty-one, half a million, the thirteenth, one in five. */
export function readWordNumber(context: Context, index: number): NumberReading | undefined {
  const { tokens } = context;
  const token = tokens[index] as Token;
  const decade = readArticleDuration(context, index);
  if (decade !== undefined) return decade;
  const numeral = readEnglishNumeral(tokens, index);
  if (numeral === undefined) return undefined;
  const last = tokens[numeral.next - 1] as Token;
  if (isCapitalized(context, token) && !beginsSentence(context, index)) return skip(numeral.next);
  if (glued(token) && tokens[index - 1]?.kind !== 'symbol') return skip(numeral.next);
  if (numeral.ordinal) {
    if (!isOrdinal(context, index, numeral)) return skip(numeral.next);
    return { next: numeral.next, draft: ordinalDraft(context, index, numeral) };
  }
  const ratio = readRatio(tokens, index, numeral);
  if (ratio !== undefined) return ratio;
  const base: Base = { first: index, start: token.start, negative: false, consecutive: false };
  const measured = withUnit(context, base, numeral);
  if (measured !== undefined) return isVagueTimes(token, measured) ? skip(measured.next) : measured;
  if (isAttribute(tokens, numeral.next)) return skip(numeral.next);
  const one = numeral.digits === '1' && numeral.power === 0 && numeral.divisor === undefined;
  if (one || numeral.digits === '0') return skip(numeral.next);
  if (isArticle(token) && numeral.digits === '1' && numeral.divisor === undefined && numeral.power < 6) {
    // "A hundred hands" is rhetoric, "more than a hundred" a number.
    if (hedgesBefore.endingAt(tokens, index - 1) === undefined) return skip(numeral.next);
  }
  const draft = { ...base, numeral, next: numeral.next, end: last.end };
  return { next: numeral.next, draft: draftWith(draft, undefined) };
}

function isArticle(token: Token): boolean {
  return token.text === 'a' || token.text === 'an';
}

/** A thousand times. */
function isVagueTimes(token: Token, { draft }: NumberReading): boolean {
  return draft?.unit === 'times' && isArticle(token);
}

/** A decade, a century. */
function readArticleDuration(context: Context, index: number): NumberReading | undefined {
  const { tokens } = context;
  const token = tokens[index] as Token;
  if (!isArticle(token)) return undefined;
  const found = unitAfter(context, index + 1, token.end);
  if (found === undefined || found.unit.kind !== 'duration' || found.unit.power === 0) return undefined;
  const before = tokens[index - 1]?.text ?? '';
  if (/^(?:of|twice|once|as|such)$/.test(before)) return undefined;
  const numeral: Numeral = {
    next: index + 1,
    start: token.start,
    end: token.end,
    digitsEnd: token.end,
    digits: '1',
    power: 0,
    ordinal: false,
    words: true,
  };
  return {
    next: found.next,
    draft: draftWith(
      {
        first: index,
        next: found.next,
        start: token.start,
        end: found.end,
        numeral,
        negative: false,
        consecutive: false,
      },
      found.unit,
    ),
  };
}

/** One in five, nine out of ten. */
function readRatio(tokens: readonly Token[], index: number, above: Numeral): NumberReading | undefined {
  const joint = tokens[above.next]?.text;
  const at =
    joint === 'in'
      ? above.next + 1
      : joint === 'out' && tokens[above.next + 1]?.text === 'of'
        ? above.next + 2
        : undefined;
  if (at === undefined) return undefined;
  const every = tokens[at]?.text === 'every' ? at + 1 : at;
  const below = readEnglishNumeral(tokens, every);
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
  if (isAttribute(tokens, divisor.next)) return undefined;
  const numeral: Numeral = {
    ...above,
    next: divisor.next,
    end: divisor.end,
    digitsEnd: divisor.end,
    divisor: divisor.value,
  };
  return {
    next: divisor.next,
    draft: draftWith(
      {
        first: index,
        next: divisor.next,
        start: above.start,
        end: divisor.end,
        numeral,
        negative: false,
        consecutive: false,
      },
      undefined,
    ),
  };
}
