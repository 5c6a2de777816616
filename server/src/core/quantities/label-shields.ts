import { type Context, glued, isCapitalized, rawText } from './context.js';
import { isYearLike } from './dates.js';
import { followedByUnit } from './followed-by-unit.js';
import { isHanNumeral } from './han-numerals.js';
import { rankLabelEnd } from './latin-ordinals.js';
import type { Token } from './lex.js';

/** Section 3.2, table 4, Articles 5 to 7, No. 12. A number with a unit after it is none of these. */
export function labelEnd(context: Context, index: number): number | undefined {
  const { tokens, words } = context;
  const { names, nouns } = words.latin;
  const title = isCapitalized(context, tokens[index]) ? words.titles.at(tokens, index) : undefined;
  const found = words.labels.at(tokens, index) ?? title ?? hanTable(tokens, index);
  if (found === undefined || rankLabelEnd(context, index) !== undefined) return undefined;
  let next = found.end;
  const han = tokens[index]?.kind === 'han';
  if (!han && tokens[next]?.gap === 'none') return undefined;
  let end: number | undefined;
  for (let count = 0; count < 8; count++) {
    const number = tokens[next];
    // Call 020 7946 0958: what shields numbers knows where it ends.
    if (/^0\d/.test(number?.text ?? '') && !number?.text.includes('.')) return next;
    // ISO 9001-2015: the year of its edition.
    const edition = /^[-–]$/.test(tokens[next - 1]?.text ?? '') && /^\d{3,}$/.test(tokens[next - 2]?.text ?? '');
    const dotted = number?.kind === 'number' && !number.grouped && (edition || !isYearLike(number.text));
    const roman = count === 0 && !han && number?.kind === 'word' && /^[IVXLC]+$/.test(rawText(context, number));
    if (number === undefined || !(dotted || roman) || followedByUnit(context, next)) return end;
    if (!han && count === 0 && !isCapitalized(context, tokens[index]) && nouns.isPlural(tokens[next + 1]?.text ?? ''))
      return end;
    end = next + 1;
    // ISO 27001:2022
    if (tokens[end]?.text === ':' && glued(tokens[end]) && glued(tokens[end + 1]) && tokens[end + 1]?.kind === 'number')
      end += 2;
    const join = tokens[end]?.text ?? '';
    if (tokens[end]?.gap === 'none' && tokens[end]?.kind === 'word') return end + 1;
    if (/^[-–,、至&]$/.test(join) || names.joins.has(join)) next = end + 1;
    else return afterBracketedYear(tokens, end);
  }
  return end;
}

/** Resolution 2728 (2024). */
function afterBracketedYear(tokens: readonly Token[], end: number): number {
  const year = tokens[end]?.text === '(' && tokens[end + 2]?.text === ')' && isYearLike(tokens[end + 1]?.text ?? '');
  return year ? end + 3 : end;
}

/** 表2, 图3, where the word is not the end of another one (代表200人). */
function hanTable(tokens: readonly Token[], index: number): { readonly end: number } | undefined {
  const word = tokens[index]?.text;
  if (word !== '表' && word !== '图') return undefined;
  const before = tokens[index - 1];
  if (before?.kind === 'han' && !/[见如和与及由从据按在下上]/.test(before.text)) return undefined;
  return { end: index + 1 };
}

const articleWords = new Set([...'条章节款页号期版回集卷册篇目编']);

/** 第三条, 第3章. */
export function articleEnd(context: Context, index: number): number | undefined {
  const { tokens } = context;
  let i = index + 1;
  while (i < index + 8 && (tokens[i]?.kind === 'number' || isHanNumeral(tokens[i]?.text ?? '-'))) i++;
  return i > index + 1 && articleWords.has(tokens[i]?.text ?? '') ? i + 1 : undefined;
}

/** （2022）京0108民初1234号. */
function fileNumberEnd(tokens: readonly Token[], index: number): number | undefined {
  if (tokens[index + 2]?.text !== ')' || !isYearLike(tokens[index + 1]?.text ?? '')) return undefined;
  let numbers = 0;
  for (let i = index + 3; i < index + 14; i++) {
    const token = tokens[i];
    if (token?.text === '号' && numbers > 0) return i + 1;
    if (token?.gap !== 'none' || (token.kind !== 'han' && token.kind !== 'number')) return undefined;
    if (token.kind === 'number') numbers++;
  }
  return undefined;
}

/** [12], [3, 5], (4), （一）: citations and labels of items. */
export function bracketedLabel(context: Context, index: number): number | undefined {
  const { tokens } = context;
  const file = fileNumberEnd(tokens, index);
  if (file !== undefined) return file;
  const square = tokens[index]?.text === '[';
  const round = tokens[index]?.text === '(';
  let i = index + 1;
  let numbers = 0;
  for (; i < index + 14; i++) {
    const token = tokens[i];
    if (token === undefined) return undefined;
    if (token.text === (square ? ']' : tokens[index]?.text === '〔' ? '〕' : ')')) break;
    if (token.kind === 'number' || isHanNumeral(token.text)) {
      numbers++;
      if (round && (token.text.length > 2 || token.text.includes('.'))) return undefined;
    } else if (square ? !/^(?:[-–,;^]|p|pp|\.)$/.test(token.text) : true) return undefined;
  }
  // 〔2023〕42号
  return numbers > 0 && i < index + 14 && (!round || numbers <= 3) ? i + 1 : undefined;
}

/** 1. at the start of a line or a clause, or before a small letter; 2) anywhere. */
export function isListLabel(context: Context, index: number): boolean {
  const { tokens } = context;
  const token = tokens[index];
  const after = tokens[index + 1];
  if (token === undefined || after === undefined || token.text.length > 2 || after.gap !== 'none') return false;
  if (
    after.text === ')' &&
    tokens[index - 1]?.text !== '(' &&
    (token.gap === 'line' || /[;；:：,，]/.test(tokens[index - 1]?.text ?? ''))
  )
    return true;
  const next = tokens[index + 2];
  if (next === undefined) return false;
  const begins = token.gap === 'line' || /^[;；:：。]$/.test(tokens[index - 1]?.text ?? '');
  if (after.text === '、') return token.gap === 'line' || (begins && next.kind === 'han');
  if (after.text !== '.') return false;
  if (next.gap === 'none') return begins && next.kind === 'han';
  return token.gap === 'line' || (next.kind === 'word' && token.gap !== 'none' && !isCapitalized(context, next));
}
