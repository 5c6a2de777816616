import { type Context, isCapitalized, rawText } from './context.js';
import { currencyCodes } from './currencies.js';
import { isYearLike } from './dates.js';
import { isHanNumeral } from './han-numerals.js';
import { articleEnd, bracketedLabel, labelEnd } from './label-shields.js';
import type { Token } from './lex.js';
import { numberShield } from './number-shields.js';
import { bracketedPhone, phoneEnd } from './phone-shields.js';

/** A title or a name in quotation marks is not longer than this many tokens. */
const maxTitle = 60;

const maxQuotedName = 10;

/** Remembers searches that found nothing, so that a text of opening marks alone is read in linear time. */
export class Shields {
  readonly #context: Context;
  #noTitleBefore = 0;

  constructor(context: Context) {
    this.#context = context;
  }

  /** The token after the text at `index` that holds no quantity: code, an address, a title, an idiom, a label. */
  end(index: number): number | undefined {
    const { tokens, words } = this.#context;
    const token = tokens[index];
    if (token === undefined) return undefined;
    if (token.kind === 'number') return numberShield(this.#context, index);
    if (token.kind === 'symbol') return this.#markEnd(index, token.text);
    if (token.text === 'al' && tokens[index - 1]?.text === 'et') return workEnd(this.#context, index + 1);
    if (token.kind === 'word' && isAddress(this.#context, index)) return this.#afterWhite(index);
    return (
      words.names.at(tokens, index)?.end ??
      this.#idiomEnd(index) ??
      labelEnd(this.#context, index) ??
      (token.text === '第' ? articleEnd(this.#context, index) : undefined)
    );
  }

  #idiomEnd(index: number): number | undefined {
    const { tokens, words } = this.#context;
    const found = words.idioms.at(tokens, index);
    // 千万分之六
    if (found === undefined || (tokens[found.end]?.text === '分' && tokens[found.end + 1]?.text === '之'))
      return undefined;
    // "One of" and its like are idioms unless the number goes on.
    return tokens[found.end]?.gap === 'none' && tokens[found.end]?.text === '-' ? undefined : found.end;
  }

  #markEnd(index: number, mark: string): number | undefined {
    // Only the last mark of a text finds none after it.
    if (mark === '`') return this.#find(index + 1, '`', Number.POSITIVE_INFINITY);
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
    const work = mark === '(' ? citedWork(this.#context, index) : undefined;
    if (work !== undefined) return work;
    if (mark === '[' || mark === '(' || mark === '〔') return bracketedLabel(this.#context, index);
    const next = this.#context.tokens[index + 1];
    // The "985" universities.
    if (mark === '"' && next?.kind === 'number' && next.gap === 'none' && this.#context.tokens[index + 2]?.text === '"')
      return index + 3;
    if (mark === '#' || mark === '§' || mark === '№' || mark === '@') {
      return next?.kind === 'number' && (next.gap === 'none' || mark === '§') ? index + 2 : undefined;
    }
    if (mark === '+') return phoneEnd(this.#context, index);
    if (mark === '&') return isCapitalized(this.#context, next) ? workEnd(this.#context, index + 2) : undefined;
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

/** The year of a work after its authors: Smith et al., 2019a; Smith & Jones (2019). */
function workEnd({ tokens }: Context, index: number): number | undefined {
  let i = index;
  while (i < index + 3 && /^[.,(]$/.test(tokens[i]?.text ?? '')) i++;
  return i > index && isYearLike(tokens[i]?.text ?? '') ? i + 1 : undefined;
}

const longestAuthors = 20;
const hanAuthors = /^[局部委院行会等社所署司]$/;

/** (Smith and Jones, 2021; Lee, 2020, p. 4), （国家统计局，2023）: the end of the first year and of what follows it. */
function citedWork(context: Context, index: number): number | undefined {
  const { tokens, words } = context;
  const { dates, names } = words.latin;
  let i = index + 1;
  // Zhang (2021, p. 14)
  if (isYearLike(tokens[i]?.text ?? '') && tokens[i + 1]?.text === ',' && /^pp?$/.test(tokens[i + 2]?.text ?? ''))
    return i + 1;
  for (; i < index + longestAuthors && !/^[,，)]$/.test(tokens[i]?.text ?? ')'); i++) {
    const token = tokens[i] as Token;
    const raw = rawText(context, token);
    const name = token.kind === 'han' || isCapitalized(context, token) || names.betweenAuthors.has(token.text);
    if (!name || dates.months.has(token.text) || raw === 'RMB' || currencyCodes.has(raw)) return undefined;
  }
  const last = tokens[i - 1];
  const named = last?.kind === 'han' ? hanAuthors.test(last.text) : isCapitalized(context, tokens[index + 1]);
  if (!named || !/^[,，]$/.test(tokens[i]?.text ?? '') || !isYearLike(tokens[i + 1]?.text ?? '')) return undefined;
  return /^[,，;；)]$/.test(tokens[i + 2]?.text ?? '') ? i + 2 : undefined;
}

function isAddress(context: Context, index: number): boolean {
  const { tokens } = context;
  const word = tokens[index]?.text;
  if (word === 'www') return tokens[index + 1]?.text === '.';
  if (word !== 'http' && word !== 'https' && word !== 'ftp' && word !== 'doi') return false;
  return tokens[index + 1]?.text === ':';
}
