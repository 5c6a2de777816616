import { beginsSentence, type Context, glued } from './context.js';
import { type Draft, draftOf, draftWith } from './draft.js';
import type { Token } from './lex.js';
import { type Numeral, wordNumeral } from './numeral.js';
import { Phrases } from './phrases.js';
import { cardinals } from './tables/english-numerals.js';
import { list } from './tables/list.js';
import { streaksAfter, streaksBefore } from './words.js';

/** 14th, thirteenth; consecutive in "the thirteenth straight year". */
export function ordinalDraft(context: Context, index: number, numeral: Numeral): Draft {
  const { tokens } = context;
  const next = numeral.next;
  const straight = streaksBefore.at(tokens, next);
  const after = straight === undefined ? next + 1 : straight.end;
  const consecutive =
    straight !== undefined || (tokens[next]?.kind === 'word' && streaksAfter.at(tokens, after) !== undefined);
  const draft = { first: index, next, start: numeral.start, end: numeral.end, numeral, negative: false, consecutive };
  return { ...draftWith(draft, undefined), kind: 'ordinal' };
}

const rankedBefore = new Set(list("rank|ranks|ranked|ranking|placed|came|finished|rated|world's|country's|nation's"));
const rankedAfter = new Phrases<true>(
  list('in the world|in the country|in the nation|globally|worldwide|nationally|nationwide|internationally').map(
    (phrase): [string, true] => [phrase, true],
  ),
);

/** The token after the label of a place in a row, before its number: ranked No. 1, number 2 in the world. */
export function rankLabelEnd({ tokens }: Context, index: number): number | undefined {
  const { text, kind } = tokens[index] as Token;
  if (kind !== 'word' || (text !== 'no' && text !== 'number')) return undefined;
  const number = tokens[index + 1]?.text === '.' ? index + 2 : index + 1;
  const { text: digits = '', gap } = tokens[number] ?? {};
  if (gap === 'line' || !(/^\d{1,3}$/.test(digits) || cardinals.has(digits))) return undefined;
  const ranked = rankedBefore.has(tokens[index - 1]?.text ?? '') || rankedAfter.at(tokens, number + 1) !== undefined;
  return ranked ? number : undefined;
}

/** No. 1, number two: a place in a row by its label. */
export function labelledRank(context: Context, index: number): Draft | undefined {
  const at = rankLabelEnd(context, index);
  if (at === undefined) return undefined;
  const { start, end, text } = context.tokens[at] as Token;
  const numeral = wordNumeral(at + 1, { start, end }, String(cardinals.get(text) ?? text));
  return { ...draftOf(index, numeral), start: (context.tokens[index] as Token).start, kind: 'ordinal' };
}

const determiners = new Set(
  list(
    "the|its|their|a|our|his|her|this|that|my|your|for|in|at|to|as|into|joint|equal|country's|" +
      "china's|every|and|or|from|second|third|fourth",
  ),
);
const ranks =
  /^(?:(?:rank|remain|stay|list)(?:s|ed|ing)?|(?:plac|rat)(?:e|es|ed|ing)|finish(?:es|ed|ing)?|com(?:e|es|ing)|came|itself|stands?|stood|rose|fell|moved|climbed|was|is|were|are|be|been|being|sits|sat|overtaken|slipped|dropped|up|down|lies|lay)$/;
const afterRank =
  /^(?:in|place|among|globally|worldwide|nationwide|nationally|overall|consecutive|straight|successive|behind|position|most|\w{3,}est|to|out|of|rank|on|by|for|internationally|domestically)$/;

/** Whether "first" or "second" is a place in a row rather than an adverb, a label or a word of time. */
export function isOrdinal(context: Context, index: number, numeral: Numeral): boolean {
  const { tokens } = context;
  const token = tokens[index] as Token;
  const before = tokens[index - 1];
  const after = tokens[numeral.next];
  if (after?.text === 'of' && tokens[numeral.next + 1]?.text === 'all') return false;
  if (after !== undefined && /^(?:ly|time|times|ever)$/.test(after.text) && token.text === 'first') return false;
  if (beginsSentence(context, index) && after !== undefined && /^[,:]$/.test(after.text)) return false;
  if (
    after?.text === '-' &&
    glued(after) &&
    !/^(?:\w+est|ranked|placed|most|worst|quarter|half|year|place)$/.test(tokens[numeral.next + 1]?.text ?? '')
  )
    return false;
  const ranked = before?.kind === 'word' && ranks.test(before.text);
  // The world's third-largest.
  const led = afterRank.test((after?.text === '-' ? tokens[numeral.next + 1] : after)?.text ?? '');
  if (ranked && (led || after?.kind !== 'word')) return true;
  if (
    token.text === 'second' &&
    before !== undefined &&
    (before.text === 'per' || before.text === 'a' || before.kind === 'number')
  ) {
    return before.text === 'a' && after?.kind === 'word' && !/^(?:or|and|to|in|of|at)$/.test(after.text);
  }
  if (token.text === 'first') {
    // "When it first passed 40" is an adverb; "the first plant" is a place.
    if (before === undefined || before.kind !== 'word') return false;
    if (!/^(?:the|its|their|our|his|her|this|a)$/.test(before.text)) return false;
    return after?.kind === 'word' && !/^(?:to|and|is|was|of|in)$/.test(after.text);
  }
  if (beginsSentence(context, index)) return after?.kind === 'word' && ranked;
  return (before?.kind === 'word' && determiners.has(before.text)) || led || numeral.digits.length > 1 || ranked;
}
