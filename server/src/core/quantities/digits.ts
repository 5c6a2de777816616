import type { Context } from './context.js';
import { type HanReading, readHanNumeral, scalePower } from './han-numerals.js';
import type { Token } from './lex.js';
import type { Numeral } from './numeral.js';
import { hanCharacters } from './tables/chinese-numerals.js';

/** Words that leave the digits open: 3000几, 十几. */
const vague = '几';

/** Reads digits with the scale after them: 40.16 trillion, 5.6bn, 401644亿, 1亿2000万, 5000多亿. */
export function readDigits(
  { text, tokens, words }: Pick<Context, 'text' | 'tokens' | 'words'>,
  index: number,
  isUnit: (index: number) => boolean,
  money: boolean,
): HanReading | undefined {
  const { scales, scaleLetters, moneyScaleLetters, ordinalLetters } = words.latin.numerals;
  const first = tokens[index];
  if (first === undefined || first.kind !== 'number') return undefined;
  if (first.text.indexOf('.') !== first.text.lastIndexOf('.')) return { next: index + 1, numeral: undefined };
  const after = tokens[index + 1];
  if (after === undefined) return { next: index + 1, numeral: numeralOf(first, index + 1, first.end, 0) };
  if (after.kind === 'han') return readHanScale(tokens, index, isUnit);
  if (after.gap === 'none' && ordinalLetters.has(after.text) && !first.text.includes('.')) {
    return { next: index + 2, numeral: { ...numeralOf(first, index + 2, after.end, 0), ordinal: true } };
  }
  let next = index + 1;
  let power = 0;
  for (; next < index + 4; next++) {
    const hyphen =
      tokens[next]?.text === '-' && tokens[next + 1]?.gap === 'none' && scales.has(tokens[next + 1]?.text ?? '')
        ? 1
        : 0;
    const token = tokens[next + hyphen];
    const scale = token?.kind === 'word' ? scales.get(token.text) : undefined;
    if (scale === undefined) break;
    power += scale;
    next += hyphen;
  }
  if (power === 0 && after.kind === 'word') {
    const letters = scaleLetters.get(after.text) ?? (money ? moneyScaleLetters.get(after.text) : undefined);
    if (letters !== undefined && (after.gap === 'none' || after.text.length > 1 || money)) {
      power = letters;
      next = index + 2;
    } else if (isCapitalScale(text, first, after)) {
      power = moneyScaleLetters.get(after.text) ?? 0;
      next = index + 2;
    } else if (after.text === 'm' && isMillion({ tokens, words }, index + 1)) {
      power = 6;
      next = index + 2;
    }
  }
  const dozen = power === 0 && !first.text.includes('.') ? words.latin.numerals.dozens.get(after.text) : undefined;
  if (dozen !== undefined) {
    const { end } = after;
    return {
      next: index + 2,
      numeral: { ...numeralOf(first, index + 2, end, 0), digits: String(Number(first.text) * dozen) },
    };
  }
  const mixed = mixedEnd({ tokens, words }, next, power);
  if (mixed !== undefined) return { next: mixed, numeral: undefined };
  // 2 million and a half
  const half = first.text.includes('.') ? undefined : words.andAHalf.at(tokens, next)?.end;
  const numeral = numeralOf(first, half ?? next, (tokens[(half ?? next) - 1] as Token).end, power);
  return { next: numeral.next, numeral: half === undefined ? numeral : { ...numeral, digits: `${numeral.digits}.5` } };
}

/** The end of "4 thousand 3 hundred" and "3 hundred and 21", which go on behind their scale in digits. */
function mixedEnd(
  { tokens, words }: Pick<Context, 'tokens' | 'words'>,
  from: number,
  power: number,
): number | undefined {
  const { joints, scales } = words.latin.numerals;
  let next = from;
  let above = power;
  for (let count = 0; count < 4 && above > 0; count++) {
    const joined = joints.has(tokens[next]?.text ?? '') && above === 2 ? next + 1 : next;
    const number = tokens[joined];
    // 3 hundred and one
    if (joined > next && words.latin.numerals.cardinals.has(number?.text ?? '')) return joined + 1;
    const below = scales.get(tokens[joined + 1]?.text ?? '') ?? 0;
    const isRest = number !== undefined && isDigits(number) && below < above && number.text.length <= above;
    if (!isRest || (joined === next && below === 0)) break;
    next = below === 0 ? joined + 1 : joined + 2;
    above = below;
  }
  return next === from ? undefined : next;
}

function isDigits({ kind, gap }: Token): boolean {
  return kind === 'number' && gap !== 'line';
}

function numeralOf({ start, end: digitsEnd, text }: Token, next: number, end: number, power: number): Numeral {
  return { next, start, end, digitsEnd, digits: text, power, ordinal: false, words: false };
}

/** 10M, 1.2B: a capital behind more than one digit; 3M and 7B are names. */
function isCapitalScale(text: string, number: Token, letter: Token): boolean {
  if (letter.gap !== 'none' || letter.end !== letter.start + 1) return false;
  const raw = text.charAt(letter.start);
  return raw === 'M' ? number.text.length > 1 : raw === 'B' && number.text.includes('.');
}

/** A bare "5m" is millions where a plural or a unit follows, and metres elsewhere. */
function isMillion({ tokens, words }: Pick<Context, 'tokens' | 'words'>, index: number, paired = true): boolean {
  const { lengths, isPlural } = words.latin.nouns;
  const letter = tokens[index] as Token;
  if (letter.gap !== 'none') return false;
  for (let i = index + 1; i < index + 4; i++) {
    const token = tokens[i];
    // 1.2m to 1.5m students
    const join =
      i === index + 1 &&
      (words.rangeJoins.at(tokens, i) ?? words.rangeJoinsBegun.at(tokens, i))?.end === i + 1 &&
      tokens[i + 1]?.kind === 'number';
    if (paired && join && tokens[i + 2]?.text === 'm') return isMillion({ tokens, words }, i + 2, false);
    if (token === undefined || token.kind !== 'word' || lengths.has(token.text)) return false;
    if (isPlural(token.text)) return true;
  }
  return false;
}

function readHanScale(tokens: readonly Token[], index: number, isUnit: (index: number) => boolean): HanReading {
  let next = index + 1;
  let power = 0;
  let hedge: Numeral['hedge'];
  for (; ; next++) {
    const token = tokens[next];
    if (token === undefined || token.kind !== 'han') break;
    const scale = scalePower(token.text);
    if (scale !== undefined && !isUnit(next)) {
      power += scale;
      continue;
    }
    const after = tokens[next + 1]?.text ?? '';
    if (
      hedge === undefined &&
      hanCharacters.innerHedges.has(token.text) &&
      scalePower(after) !== undefined &&
      !isUnit(next + 1)
    ) {
      hedge = { text: token.text, start: token.start, end: token.end };
      continue;
    }
    break;
  }
  if (vague.includes(tokens[next]?.text ?? '-')) return { next, numeral: undefined };
  const end = (tokens[next - 1] as Token).end;
  const read = numeralOf(tokens[index] as Token, next, end, power);
  const numeral: Numeral = hedge === undefined ? read : { ...read, hedge };
  return power > 0 && hedge === undefined ? withRest(tokens, numeral, isUnit) : { next, numeral };
}

/** 1亿2000万, 3万4000, 5万4千6百, 1千零20, 3万五千: groups with lower scales. What may be two numbers is none. */
function withRest(tokens: readonly Token[], first: Numeral, isUnit: (index: number) => boolean): HanReading {
  let numeral = first;
  while (numeral.power > 0) {
    const hasZero = hanCharacters.zeros.has(tokens[numeral.next]?.text ?? '');
    const at = hasZero ? numeral.next + 1 : numeral.next;
    const token = tokens[at];
    if (token?.kind === 'han' && !hasZero) return { next: numeral.next, numeral: withHanRest(tokens, numeral, isUnit) };
    if (token?.kind !== 'number' || token.gap !== 'none' || isDated(tokens, at)) break;
    let next = at + 1;
    let power = 0;
    for (; ; next++) {
      const scale = tokens[next]?.kind === 'han' && !isUnit(next) ? scalePower(tokens[next]?.text ?? '') : undefined;
      if (scale === undefined) break;
      power += scale;
    }
    const places = token.text.length + power;
    const isPlaced = hasZero || power > 0 ? places <= numeral.power : places === numeral.power;
    if (!isPlaced || power >= numeral.power || numeral.digits.includes('.') || token.text.includes('.'))
      return { next, numeral: undefined };
    const digits = numeral.digits + token.text.padStart(numeral.power - power, '0');
    const end = (tokens[next - 1] as Token).end;
    numeral = { ...numeral, next, end, digitsEnd: end, digits, power, isMixed: true };
  }
  return { next: numeral.next, numeral };
}

/** The year, month or day of a date: 增至3万2023年. */
function isDated(tokens: readonly Token[], index: number): boolean {
  return hanCharacters.dateUnits.has(tokens[index + 1]?.text ?? '');
}

/** The 五千 of 3万五千; a digit alone may begin a word. */
function withHanRest(tokens: readonly Token[], numeral: Numeral, isUnit: (index: number) => boolean): Numeral {
  const rest = readHanNumeral(tokens, numeral.next, isUnit, false)?.numeral;
  if (rest === undefined || numeral.digits.includes('.') || rest.digits.includes('.')) return numeral;
  const value = Number(rest.digits) * 10 ** rest.power;
  if (value < 10 || value >= 10 ** numeral.power || rest.next < numeral.next + 2) return numeral;
  const digits = numeral.digits + String(value).padStart(numeral.power, '0');
  return { ...numeral, next: rest.next, end: rest.end, digitsEnd: rest.end, digits, power: 0 };
}
