import type { BareQuantity } from './bare-quantity.js';
import { joinedAmounts, smallerPartAt } from './compound.js';
import type { Context } from './context.js';
import { readDigitNumber } from './digit-number.js';
import { readHanNumber } from './han-number.js';
import { readWordNumber } from './latin-number.js';
import type { Token } from './lex.js';
import { type NumberReading, skip } from './number-with-unit.js';
import { endOfUncut } from './whole-number.js';

/** The number that begins at token `index`, by the script that it is written in. */
export function readNumber(context: Context, index: number): NumberReading | undefined {
  const found = readInScript(context, index);
  if (found?.bare === undefined) return found;
  const joined = readSmallerParts(context, found.bare);
  if (joined !== undefined) return { next: joined.next, bare: joined };
  const end = endOfUncut(context, found.bare);
  if (end !== undefined) return skip(Math.max(found.next, end));
  return isPartOfRatio(context, index) ? skip(found.next) : found;
}

/** The whole of 2 hours 30 minutes, 5天3小时20分. */
function readSmallerParts(context: Context, first: BareQuantity): BareQuantity | undefined {
  let whole: BareQuantity | undefined;
  for (;;) {
    const from = whole ?? first;
    const at = smallerPartAt(context, from);
    const part = at === undefined ? undefined : readInScript(context, at)?.bare;
    const joined = part === undefined || part.first !== at ? undefined : joinedAmounts(context, from, part);
    if (joined === undefined) return whole;
    whole = joined;
  }
}

function readInScript(context: Context, index: number): NumberReading | undefined {
  const token = context.tokens[index];
  if (token === undefined) return undefined;
  if (token.kind === 'number') return readDigitNumber(context, index);
  if (token.kind === 'han') return readHanNumber(context, index);
  return token.kind === 'word' ? readWordNumber(context, index) : undefined;
}

/** The one and the five of "one person out of five": a noun between them hides what is told of. */
function isPartOfRatio({ tokens, words }: Context, index: number): boolean {
  const before = words.ratioJoints.endingAt(tokens, index - 1);
  if (before === undefined && words.ratioJoints.at(tokens, index + 2) === undefined) return false;
  const isSmall = ({ kind, text }: Token) =>
    kind === 'number' ? /^\d{1,3}$/.test(text) : words.latin.numerals.cardinals.has(text);
  const stands = (above: number) => {
    const joint = words.ratioJoints.at(tokens, above + 2);
    const [first, noun, second] = [tokens[above], tokens[above + 1], tokens[joint?.end ?? -1]];
    if (joint?.value !== 'outOf' || first === undefined || second === undefined) return false;
    return noun?.kind === 'word' && isSmall(first) && isSmall(second) && (above === index || joint.end === index);
  };
  return stands(index) || (before !== undefined && stands(before.end - 2));
}
