import { beginsSentence, type Context, glued, isCapitalized, rawText } from './context.js';
import { currencyCodes } from './currencies.js';
import { isPluralNoun } from './english-nouns.js';
import { isHanNumeral } from './han-numerals.js';
import type { Token } from './lex.js';
import { hedgesBefore, idioms, labels, names, titles } from './words.js';

/** A title or a name in quotation marks is not longer than this many tokens. */
const maxTitle = 60;
const maxQuotedName = 10;

/** Remembers searches that found nothing, so that a text of opening marks alone is read in linear time. */
export class Shields {
  readonly #context: Context;
  #noBacktick = false;
  #noTitleBefore = 0;

  constructor(context: Context) {
    this.#context = context;
  }

  /** The token after the text at `index` that holds no quantity: code, an address, a title, an idiom, a label. */
  end(index: number): number | undefined {
    const { tokens } = this.#context;
    const token = tokens[index];
    if (token === undefined) return undefined;
    if (token.kind === 'number') return numberShield(this.#context, index);
    if (token.kind === 'symbol') return this.#markEnd(index, token.text);
    if (token.kind === 'word' && isAddress(this.#context, index)) return this.#afterWhite(index);
    return (
      names.at(tokens, index)?.end ??
      this.#idiomEnd(index) ??
      labelEnd(this.#context, index) ??
      (token.text === '第' ? articleEnd(this.#context, index) : undefined)
    );
  }

  #idiomEnd(index: number): number | undefined {
    const { tokens } = this.#context;
    const found = idioms.at(tokens, index);
    if (found === undefined) return undefined;
    // "One of" and its like are idioms unless the number goes on.
    return tokens[found.end]?.gap === 'none' && tokens[found.end]?.text === '-' ? undefined : found.end;
  }

  #markEnd(index: number, mark: string): number | undefined {
    if (mark === '`' && !this.#noBacktick) {
      const end = this.#find(index + 1, '`', Number.POSITIVE_INFINITY);
      if (end === undefined) this.#noBacktick = true;
      return end;
    }
    if (mark === '《' && index >= this.#noTitleBefore) {
      const end = this.#find(index + 1, '》', maxTitle);
      if (end === undefined) this.#noTitleBefore = index + maxTitle;
      return end;
    }
    if (mark === '“' || mark === '「' || mark === '‘')
      return this.#quotedName(index, mark === '“' ? '”' : mark === '「' ? '」' : '’');
    if (mark === '(') {
      const phone = bracketedPhone(this.#context, index);
      if (phone !== undefined) return phone;
    }
    if (mark === '[' || mark === '(' || mark === '〔') return bracketedLabel(this.#context, index);
    if (mark === '#' || mark === '§' || mark === '№' || mark === '@') {
      const next = this.#context.tokens[index + 1];
      return next?.kind === 'number' && (next.gap === 'none' || mark === '§') ? index + 2 : undefined;
    }
    if (mark === '+') return phoneEnd(this.#context, index);
    return undefined;
  }

  #find(from: number, mark: string, limit: number): number | undefined {
    const { tokens } = this.#context;
    const last = Math.min(tokens.length, from + limit);
    for (let i = from; i < last; i++) if (tokens[i]?.text === mark) return i + 1;
    return undefined;
  }

  /** A short run in quotation marks with Han numerals or a plus sign: “十四五”, “2+26”, “863”. */
  #quotedName(index: number, close: string): number | undefined {
    const { tokens } = this.#context;
    const end = this.#find(index + 1, close, maxQuotedName);
    if (end === undefined) return undefined;
    let hanNumeral = false;
    let letters = false;
    for (let i = index + 1; i < end - 1; i++) {
      const token = tokens[i];
      if (token === undefined || token.kind === 'word') return undefined;
      if (token.kind === 'han' && isHanNumeral(token.text)) hanNumeral = true;
      if (token.kind === 'number' || token.text === '+') letters = true;
      if (/[，。、%¥$]/.test(token.text)) return undefined;
    }
    const short = end - index <= 5;
    return hanNumeral || (letters && short) ? end : undefined;
  }

  #afterWhite(index: number): number {
    const { tokens } = this.#context;
    let i = index + 1;
    while (i < tokens.length && tokens[i]?.gap === 'none' && tokens[i]?.kind !== 'han') i++;
    return i;
  }
}

function isAddress(context: Context, index: number): boolean {
  const { tokens } = context;
  const word = tokens[index]?.text;
  if (word === 'www') return tokens[index + 1]?.text === '.';
  if (word !== 'http' && word !== 'https' && word !== 'ftp' && word !== 'doi') return false;
  return tokens[index + 1]?.text === ':';
}

/** Section 3.2, table 4, Articles 5 to 7, No. 12. A number with a unit after it is none of these. */
function labelEnd(context: Context, index: number): number | undefined {
  const { tokens } = context;
  const title = isCapitalized(context, tokens[index]) ? titles.at(tokens, index) : undefined;
  const found = labels.at(tokens, index) ?? title ?? hanTable(tokens, index);
  if (found === undefined) return undefined;
  let next = found.end;
  const han = tokens[index]?.kind === 'han';
  if (!han && tokens[next]?.gap === 'none') return undefined;
  let end: number | undefined;
  for (let count = 0; count < 8; count++) {
    const number = tokens[next];
    const dotted = number?.kind === 'number' && !number.grouped && !isYearLike(number.text);
    const roman = count === 0 && !han && number?.kind === 'word' && /^[IVXLC]+$/.test(rawText(context, number));
    if (number === undefined || !(dotted || roman) || followedByUnit(context, next)) return end;
    if (!han && count === 0 && !isCapitalized(context, tokens[index]) && isPluralNoun(tokens[next + 1]?.text ?? ''))
      return end;
    end = next + 1;
    const join = tokens[end]?.text ?? '';
    if (tokens[end]?.gap === 'none' && tokens[end]?.kind === 'word') return end + 1;
    if (
      join === '-' ||
      join === '–' ||
      join === 'to' ||
      join === 'and' ||
      join === ',' ||
      join === '、' ||
      join === '至' ||
      join === '&'
    )
      next = end + 1;
    else return end;
  }
  return end;
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
function articleEnd(context: Context, index: number): number | undefined {
  const { tokens } = context;
  let i = index + 1;
  while (i < index + 8 && (tokens[i]?.kind === 'number' || isHanNumeral(tokens[i]?.text ?? '-'))) i++;
  return i > index + 1 && articleWords.has(tokens[i]?.text ?? '') ? i + 1 : undefined;
}

export function isYearLike(text: string): boolean {
  return /^(?:1[5-9]|20)\d\d$/.test(text);
}

const unitMarks = new Set(['%', '‰', '°', '℃']);
const scaleWords = new Set([
  'hundred',
  'thousand',
  'million',
  'billion',
  'trillion',
  'percent',
  'per',
  'percentage',
  '万',
  '亿',
  '千',
  '百',
]);

function followedByUnit(context: Context, index: number): boolean {
  const token = context.tokens[index];
  const after = context.tokens[index + 1];
  if (token === undefined || after === undefined) return false;
  if (unitMarks.has(after.text) || scaleWords.has(after.text)) return true;
  return after.gap !== 'line' && after.kind !== 'symbol' && context.units.at(context.text, after.start) !== undefined;
}

/** [12], [3, 5], (4), （一）: citations and labels of items. */
function bracketedLabel(context: Context, index: number): number | undefined {
  const { tokens } = context;
  const square = tokens[index]?.text === '[';
  let i = index + 1;
  let numbers = 0;
  for (; i < index + 14; i++) {
    const token = tokens[i];
    if (token === undefined) return undefined;
    if (token.text === (square ? ']' : tokens[index]?.text === '〔' ? '〕' : ')')) break;
    if (token.kind === 'number' || isHanNumeral(token.text)) {
      numbers++;
      if (!square && (token.text.length > 2 || token.text.includes('.'))) return undefined;
    } else if (square ? !/^(?:[-–,;^]|p|pp|\.)$/.test(token.text) : true) return undefined;
  }
  return numbers > 0 && i < index + 14 && (square || numbers <= 3) ? i + 1 : undefined;
}

/** (866) 450-6588. */
function bracketedPhone(context: Context, index: number): number | undefined {
  const { tokens } = context;
  const lengths = [tokens[index + 1], tokens[index + 3], tokens[index + 5]].map((token) =>
    token?.kind === 'number' ? token.text.length : 0,
  );
  return lengths.join() === '3,3,4' && tokens[index + 2]?.text === ')' && tokens[index + 4]?.text === '-'
    ? index + 6
    : undefined;
}

/** +86 10 1234 5678. */
function phoneEnd(context: Context, index: number): number | undefined {
  const { tokens } = context;
  if (tokens[index + 1]?.kind !== 'number' || tokens[index + 1]?.gap !== 'none') return undefined;
  let i = index + 2;
  let digits = tokens[index + 1]?.text.length ?? 0;
  while (i < index + 14) {
    const token = tokens[i];
    if (token?.kind === 'number') digits += token.text.length;
    else if (token === undefined || !/^[-() ]$/.test(token.text)) break;
    i++;
  }
  return digits >= 9 && i > index + 2 ? i : undefined;
}

const functionWords = new Set(
  (
    'in by of to from between about over under since until till during for at on the a an and or but with without than as is was are were than ' +
    'nearly almost around some up down more less per least most only just its their our his her this that these those all both total after before ' +
    'within across roughly approximately exactly year years fiscal financial calendar late early mid end q h fy through another further when while ' +
    'where which if also now then so far not no out into has have had be been being reached hit exceeded spring summer autumn winter christmas easter'
  ).split(' '),
);
const months =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)$/;
const places = new Set(['in', 'at', 'across', 'near', 'from', 'within']);

/** A number that is part of a name, a label, a time, a phone number or a version. */
function numberShield(context: Context, index: number): number | undefined {
  const { tokens } = context;
  const token = tokens[index];
  if (token === undefined) return undefined;
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  const isGlued = token.gap === 'none' && before !== undefined;
  if (token.text.indexOf('.') !== token.text.lastIndexOf('.')) return index + 1;
  // 10:30, 3:1
  if (
    after?.text === ':' &&
    after.gap === 'none' &&
    tokens[index + 2]?.kind === 'number' &&
    tokens[index + 2]?.gap === 'none'
  )
    return index + 3;
  if (after?.text === '时' && after.kind === 'han' && tokens[index + 2]?.text !== '期') {
    return tokens[index + 2]?.kind === 'number' && tokens[index + 3]?.text === '分' ? index + 4 : index + 2;
  }
  // 3,4 is no number, and the reader does not guess which it was.
  if (
    after?.text === ',' &&
    after.gap === 'none' &&
    context.text[after.start] === ',' &&
    tokens[index + 2]?.kind === 'number' &&
    tokens[index + 2]?.gap === 'none'
  ) {
    let i = index + 3;
    while (tokens[i]?.text === ',' && tokens[i + 1]?.kind === 'number' && tokens[i + 1]?.gap === 'none') i += 2;
    return i;
  }
  if (token.text.startsWith('0') && token.text.length > 1 && !token.text.includes('.')) {
    let i = index + 1;
    while (tokens[i]?.text === '-' || (tokens[i]?.kind === 'number' && tokens[i]?.gap !== 'line')) i++;
    return i;
  }
  const spaced = spacedDigits(context, index);
  if (spaced !== undefined) return spaced;
  // 5·12 is a day or an old decimal.
  if (after?.text === '·' && glued(after) && glued(tokens[index + 2]) && tokens[index + 2]?.kind === 'number')
    return index + 3;
  if (after?.text === '世' && tokens[index + 2]?.text === '纪') return index + 3;
  if (before?.text === "'" && isGlued) return index + 1;
  const chain = hyphenChain(context, index);
  if (chain !== undefined) return chain;
  if (
    after !== undefined &&
    (after.text === '号' || after.text === '楼' || after.text === '室') &&
    after.kind === 'han'
  )
    return index + 2;
  if (
    after?.text === '+' &&
    after.gap === 'none' &&
    (tokens[index + 2]?.kind === 'number' || tokens[index + 2]?.kind === 'word') &&
    tokens[index + 2]?.gap === 'none'
  )
    return index + 3;
  if (before?.text === '+' && isGlued && tokens[index - 2]?.kind === 'word' && before.gap === 'none') return index + 1;
  if (
    isGlued &&
    before.text === '.' &&
    before.gap === 'none' &&
    tokens[index - 2]?.kind === 'word' &&
    !months.test(tokens[index - 2]?.text ?? '')
  ) {
    if (!/^(?:rs|approx|ca|c)$/.test(tokens[index - 2]?.text ?? '')) return index + 1;
  }
  if (isListLabel(context, index)) return index + 2;
  if (/^(?:CFR|USC|FR)$/.test(after === undefined ? '' : rawText(context, after))) return index + 2;
  // 4.0, without a unit, is a version.
  if (/^\d\.0$/.test(token.text) && !followedByUnit(context, index) && isGlued && before.kind === 'han')
    return index + 1;
  if (isStreetNumber(context, index)) return index + 1;
  return isNamed(context, index) ? index + 1 : undefined;
}

/** 1 9 9 8: digits that a scan has set apart. What they were is not guessed. */
function spacedDigits({ tokens }: Context, index: number): number | undefined {
  let i = index;
  while (tokens[i]?.kind === 'number' && tokens[i]?.text.length === 1 && (i === index || tokens[i]?.gap === 'space')) {
    i++;
    // The point of "4 . 5" stands between them.
    if (tokens[i]?.text === '.' && tokens[i + 1]?.kind === 'number' && tokens[i + 1]?.text.length === 1) i++;
  }
  return i > index + 1 ? i : undefined;
}

/** 555-123-4567. */
function hyphenChain(context: Context, index: number): number | undefined {
  const { tokens } = context;
  let i = index;
  let parts = 1;
  while (
    tokens[i + 1]?.text === '-' &&
    tokens[i + 1]?.gap === 'none' &&
    tokens[i + 2]?.kind === 'number' &&
    tokens[i + 2]?.gap === 'none'
  ) {
    i += 2;
    parts++;
  }
  const local = parts === 2 && tokens[index]?.text.length === 3 && tokens[i]?.text.length === 4;
  return parts >= 3 || local ? i + 1 : undefined;
}

/** 1. at the start of a line; 2) anywhere. */
function isListLabel(context: Context, index: number): boolean {
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
  if (after.text === '、') return token.gap === 'line';
  return (
    after.text === '.' && token.gap === 'line' && tokens[index + 2] !== undefined && tokens[index + 2]?.gap !== 'none'
  );
}

const streets = new Set(
  'street st road rd avenue ave lane square boulevard blvd drive plaza place way terrace court crescent row quay'.split(
    ' ',
  ),
);

/** 10 Downing Street. */
function isStreetNumber(context: Context, index: number): boolean {
  const { tokens } = context;
  for (let i = index + 1; i <= index + 3; i++) {
    if (!isCapitalized(context, tokens[i])) return false;
    if (i > index + 1 && streets.has(tokens[i]?.text ?? '')) return true;
  }
  return false;
}

/** Boeing 737, Phase 2, Tokyo 2020: a capital word that begins no sentence, and a plain number. */
export function isNamed(context: Context, index: number): boolean {
  const { tokens } = context;
  const token = tokens[index];
  const before = tokens[index - 1];
  if (token === undefined || before === undefined || token.gap === 'line' || token.grouped) return false;
  if (before.kind !== 'word' || token.gap === 'none') return false;
  if (functionWords.has(before.text) || months.test(before.text)) return false;
  if (!isCapitalized(context, before) || followedByUnit(context, index)) return false;
  if (hedgesBefore.endingAt(tokens, index - 1) !== undefined) return false;
  const raw = rawText(context, before);
  if (currencyCodes.has(raw) || raw === 'RMB' || raw === 'US') return false;
  const acronym = /^[A-Z]{2,}$/.test(raw);
  // GDP 2022 has a year, ISO 2022 is rare.
  if (acronym && isYearLike(token.text)) return false;
  if (beginsSentence(context, index - 1) && !acronym) return false;
  // "In Shanghai 41 plants closed" counts plants.
  const plural = isPluralNoun(tokens[index + 1]?.text ?? '') && !isCapitalized(context, tokens[index + 1]);
  return !(plural && !acronym && places.has(tokens[index - 2]?.text ?? ''));
}
