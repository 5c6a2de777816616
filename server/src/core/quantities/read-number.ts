import type { Context } from './context.js';
import { readDigitNumber } from './digit-number.js';
import { readHanNumber } from './han-number.js';
import { readWordNumber } from './latin-number.js';
import type { NumberReading } from './number-with-unit.js';

/** The number that begins at token `index`, by the script that it is written in. */
export function readNumber(context: Context, index: number): NumberReading | undefined {
  const token = context.tokens[index];
  if (token === undefined) return undefined;
  if (token.kind === 'number') return readDigitNumber(context, index);
  if (token.kind === 'han') return readHanNumber(context, index);
  return token.kind === 'word' ? readWordNumber(context, index) : undefined;
}
