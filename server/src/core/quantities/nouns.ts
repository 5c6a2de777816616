import { type Context, isCapitalized } from './context.js';
import { isHanNumeral } from './han-numerals.js';

/** A noun with its adjectives is not longer than this. */
const maxWords = 4;
const maxHan = 8;
const hanBreaks = new Set([
  ...'的了之在是有为被将已均都和与及或并等中内上下共达增占居获由于从到至把给对向也而且其使让比较约超近参',
]);

/** The words that are counted after token `next`, up to the first plural: small coastal towns; 沿海港口. */
export function nounAfter(context: Context, next: number): string | undefined {
  const { tokens, source, text, words } = context;
  const { breaks, isPlural } = words.latin.nouns;
  const first = tokens[next];
  if (first === undefined || first.gap === 'line') return undefined;
  if (first.kind === 'han') {
    let i = next;
    while (i < next + maxHan && tokens[i]?.kind === 'han' && tokens[i]?.gap !== 'line') {
      const word = tokens[i]?.text ?? '';
      if (hanBreaks.has(word) || (isHanNumeral(word) && i > next)) break;
      i++;
    }
    return i > next ? source.slice(first.start, tokens[i - 1]?.end) : undefined;
  }
  for (let i = next; i < next + maxWords; i++) {
    const token = tokens[i];
    if (token === undefined || token.kind !== 'word' || token.gap === 'line' || breaks.has(token.text))
      return undefined;
    if (isPlural(token.text)) return text.slice(first.start, token.end);
    if (isCapitalized(context, token) && i > next) return undefined;
  }
  return undefined;
}
