import type { Lexed, Token } from './lex.js';
import type { ReadOptions } from './quantity.js';
import type { Unit, UnitForms } from './units.js';
import type { Words } from './words.js';

/** What every part of the reader works on. */
export interface Context extends Lexed {
  /** Of the text's language. */
  readonly words: Words;
  readonly units: UnitForms;
  readonly options: ReadOptions;
  /** Whether ¥ at an offset is the yen. */
  readonly isYen: (offset: number) => boolean;
}

/** The token that begins at or after `offset`, counting from token `from`. */
export function tokenAt(tokens: readonly Token[], from: number, offset: number): number {
  let i = from;
  while (i < tokens.length && (tokens[i] as Token).start < offset) i++;
  return i;
}

/** Whether a unit of two letters or more begins at a token, so that its first letter is no scale: 千瓦, 兆瓦. */
export function beginsUnit(context: Context, index: number): boolean {
  const token = context.tokens[index];
  if (token === undefined) return false;
  const found = context.units.at(context.text, token.start);
  return found !== undefined && found.end > token.end;
}

/** The unit after a number: at once, after one space, or after a hyphen (a five-year plan). */
export function unitAfter(
  context: Context,
  next: number,
  end: number,
): { readonly unit: Unit; readonly end: number; readonly next: number } | undefined {
  const token = context.tokens[next];
  if (token === undefined || token.gap === 'line') {
    if (token === undefined || context.text.slice(end, token.start).trim() !== '') return undefined;
  }
  const hyphen = token.text === '-' && token.gap === 'none' && context.tokens[next + 1]?.gap === 'none';
  const start = hyphen ? token.end : token.start;
  const found = context.units.at(context.text, start);
  if (found === undefined) return undefined;
  return { ...found, next: tokenAt(context.tokens, next, found.end) };
}

/** The token's own letters. */
export function rawText(context: Context, token: Token): string {
  return context.text.slice(token.start, token.end);
}

export function isCapitalized(context: Context, token: Token | undefined): boolean {
  return token !== undefined && token.kind === 'word' && /^[A-Z\u00C0-\u00DE]/.test(rawText(context, token));
}

const sentenceMarks = new Set([
  '.',
  '!',
  '?',
  ';',
  ':',
  '。',
  '！',
  '？',
  '；',
  '：',
  '“',
  '"',
  '(',
  '—',
  '–',
  '•',
  '|',
  '*',
  '>',
  '#',
  '-',
  '…',
  '\uFFFC',
]);

/** Whether a token may be capitalised for its place alone: at the start of a text, line, sentence, cell or item. */
export function beginsSentence(context: Context, index: number): boolean {
  const token = context.tokens[index];
  const before = context.tokens[index - 1];
  if (token === undefined || before === undefined) return true;
  // The hyphen of Wi-Fi is no list's mark.
  if (sentenceMarks.has(before.text)) return before.text !== '-' || !glued(token);
  // A soft line break begins nothing; only a blank line or a list's mark does.
  return token.gap === 'line' && /\n\s*\n/.test(context.text.slice(before.end, token.start));
}

/** Whether nothing stands between a token and the one before it. */
export function glued(token: Token | undefined): token is Token {
  return token !== undefined && token.gap === 'none';
}

/** Whether a word is the unit or the scale of the number before it. */
function isMeasured({ tokens, text, units, words }: Context, index: number): boolean {
  const [number, word] = [tokens[index - 1], tokens[index]];
  if (number?.kind !== 'number' || word === undefined || word.gap === 'line') return false;
  const { scaleLetters, scales } = words.latin.numerals;
  return scaleLetters.has(word.text) || scales.has(word.text) || units.at(text, word.start)?.end === word.end;
}

/** The to of 5-to-10. */
function joinsNumbers({ tokens, words }: Context, index: number): boolean {
  const hyphen = tokens[index - 1];
  return (
    words.rangeJoins.at(tokens, index)?.end === index + 1 &&
    hyphen?.text === '-' &&
    tokens[index - 2]?.kind === 'number'
  );
}

/** G20, COVID-19, x2, 24/7: the number belongs to the letters before it. */
export function isGluedToWord(context: Context, index: number): boolean {
  const { tokens } = context;
  const token = tokens[index] as Token;
  const before = tokens[index - 1];
  if (!glued(token) || before === undefined) return false;
  if (before.kind === 'word') return true;
  if (/^[-/._+&–]$/.test(before.text) && glued(before)) {
    const two = tokens[index - 2];
    // 5-to-10 percent
    if (before.text === '-' && two?.kind === 'word' && joinsNumbers(context, index - 2)) return false;
    // 4.7 GW/9.1 GWh, £3bn-4bn: the word is the unit of another number.
    if (two?.kind === 'word') return (before.text !== '–' || two.text.length === 1) && !isMeasured(context, index - 2);
    return (before.text === '/' || before.text === '_') && two?.kind === 'number';
  }
  return false;
}
