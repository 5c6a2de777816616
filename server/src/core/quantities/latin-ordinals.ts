import { type BareQuantity, bareQuantity, bareQuantityWith } from './bare-quantity.js';
import { beginsSentence, type Context, glued } from './context.js';
import type { Token } from './lex.js';
import { type Numeral, wordNumeral } from './numeral.js';

/** 14th, thirteenth; consecutive in "the thirteenth straight year". */
export function ordinalQuantity(context: Context, index: number, numeral: Numeral): BareQuantity {
  const { tokens, words } = context;
  const next = numeral.next;
  const straight = words.streaksBefore.at(tokens, next);
  const after = straight === undefined ? next + 1 : straight.end;
  const consecutive =
    straight !== undefined || (tokens[next]?.kind === 'word' && words.streaksAfter.at(tokens, after) !== undefined);
  const bare = { first: index, next, start: numeral.start, end: numeral.end, numeral, negative: false, consecutive };
  return { ...bareQuantityWith(bare, undefined), kind: 'ordinal' };
}

/** The token after the label of a place in a row, before its number: ranked No. 1, number 2 in the world. */
export function rankLabelEnd({ tokens, words }: Context, index: number): number | undefined {
  const { numerals, ranks } = words.latin;
  const { text, kind } = tokens[index] as Token;
  if (kind !== 'word' || !ranks.labels.has(text)) return undefined;
  const number = tokens[index + 1]?.text === '.' ? index + 2 : index + 1;
  const { text: digits = '', gap } = tokens[number] ?? {};
  if (gap === 'line' || !(/^\d{1,3}$/.test(digits) || numerals.cardinals.has(digits))) return undefined;
  const ranked =
    ranks.before.has(tokens[index - 1]?.text ?? '') || words.rankedAfter.at(tokens, number + 1) !== undefined;
  return ranked ? number : undefined;
}

/** No. 1, number two: a place in a row by its label. */
export function labelledRank(context: Context, index: number): BareQuantity | undefined {
  const at = rankLabelEnd(context, index);
  if (at === undefined) return undefined;
  const { start, end, text } = context.tokens[at] as Token;
  const { cardinals } = context.words.latin.numerals;
  const numeral = wordNumeral(at + 1, { start, end }, String(cardinals.get(text) ?? text));
  return { ...bareQuantity(index, numeral), start: (context.tokens[index] as Token).start, kind: 'ordinal' };
}

/** Whether "first" or "second" is a place in a row rather than an adverb, a label or a word of time. */
export function isOrdinal(context: Context, index: number, numeral: Numeral): boolean {
  const { tokens, words } = context;
  const { of } = words.latin.numerals;
  const { ranks } = words.latin;
  const { first, second } = ranks;
  const token = tokens[index] as Token;
  const before = tokens[index - 1];
  const after = tokens[numeral.next];
  if (of.has(after?.text ?? '') && first.all.has(tokens[numeral.next + 1]?.text ?? '')) return false;
  if (after !== undefined && first.noPlaceBefore.has(after.text) && first.words.has(token.text)) return false;
  if (beginsSentence(context, index) && after !== undefined && /^[,:]$/.test(after.text)) return false;
  const isSuperlative = (word: string) => ranks.superlative.test(word);
  const hyphened = after?.text === '-' ? (tokens[numeral.next + 1]?.text ?? '') : undefined;
  if (hyphened !== undefined && glued(after) && !ranks.afterHyphen.has(hyphened) && !isSuperlative(hyphened))
    return false;
  const ranked = before?.kind === 'word' && ranks.verbs.has(before.text);
  // The world's third-largest.
  const behind = hyphened ?? after?.text ?? '';
  const led = ranks.behind.has(behind) || isSuperlative(behind);
  if (ranked && (led || after?.kind !== 'word')) return true;
  if (
    token.text === second.word &&
    before !== undefined &&
    (second.units.has(before.text) || before.text === second.article || before.kind === 'number')
  ) {
    return before.text === second.article && after?.kind === 'word' && !second.noPlaceBefore.has(after.text);
  }
  if (first.words.has(token.text)) {
    // "When it first passed 40" is an adverb; "the first plant" is a place.
    if (before === undefined || before.kind !== 'word' || !first.determiners.has(before.text)) return false;
    return after?.kind === 'word' && !first.placeEnds.has(after.text);
  }
  if (beginsSentence(context, index)) return after?.kind === 'word' && ranked;
  return (before?.kind === 'word' && ranks.determiners.has(before.text)) || led || numeral.digits.length > 1 || ranked;
}
