import { foldToSimplified } from '../language/han-scripts.js';
import { dictionary } from '../text/dictionary.js';
import { fractionAt, powerAt } from './written-numbers.js';
/** What a token is to the reader of quantities. `han` is one ideograph, `word` a run of letters of a spaced script. */
export type TokenKind = 'number' | 'word' | 'han' | 'symbol';

export interface Token {
  readonly kind: TokenKind;
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  /** Words in lower case; numbers without separators. */
  readonly text: string;
  /**
   * What stands before it: nothing, white space, or white space with a line break (also at the text's start). A space
   * between Han characters and digits is a habit of writing, and nothing.
   */
  readonly gap: 'none' | 'space' | 'line';
  /** Numbers only: grouped digits (1,000). */
  readonly grouped: boolean;
}

export interface Lexed {
  /** The text with width, subscripts, hyphens, apostrophes and traditional Han folded; of the same length. */
  readonly text: string;
  /** The text as it was. */
  readonly source: string;
  readonly tokens: readonly Token[];
}

/** The full-width comma groups full-width digits alone; between others it parts clauses. */
const wideComma = /(?<=[０-９])，(?=[０-９]{3}(?![０-９]))/g;
/** An old decimal point; 5·12 without a unit is a day. */
const middlePoint = /(?<=\d)·(?=\d{1,9}(?:[%‰倍万亿元]|个百分点))/g;
const foldable = /[０-９Ａ-Ｚａ-ｚ％．＋－＃＄＜＞～／（）［］＆＠＿：￥￡₀-₉’ʼ\u2010\u2011\uFE63]/g;

function foldOne(character: string): string {
  if (character === '￥') return '¥';
  if (character === '￡') return '£';
  if (character === '’' || character === 'ʼ') return "'";
  if (/[\u2010\u2011\uFE63]/.test(character)) return '-';
  const unit = character.charCodeAt(0);
  if (unit >= 0x2080 && unit <= 0x2089) return String(unit - 0x2080);
  return String.fromCharCode(unit - 0xfee0);
}

const space = /[^\S\n]*(\n?)\s*/y;
// A plain space parts groups too, and so does the end of a line: "40 164.4"; "Q1 250 firms" has two numbers.
const withPoint =
  /\d{1,3}(?:([,\u00A0\u2002-\u200A\u202F\u205F'])\d{3})(?:\1\d{3})*(?!\d)(?:\.\d+(?!\.?\d))?|(?<![A-Za-z.,])[1-9]\d{0,2}(?:[ \n]\d{3})+(?![\d'])(?!,\d)(?![ \n]\d{1,2}(?!\d))(?:\.\d+(?!\.?\d))?|\d{1,2}(?:,\d\d){1,6},\d{3}(?!,?\d)(?:\.\d+)?|\d+(?:\.\d+)*/y;
/** Of a language with a decimal comma: "1 234,5", "1.234.567"; a point alone is a comma too, but for thousands. */
const withComma =
  /\d{1,3}(?:([\u00A0\u2002-\u200A\u202F\u205F'])\d{3})(?:\1\d{3})*(?!\d)(?:,\d+(?!,?\d))?|(?<![A-Za-z.,])[1-9]\d{0,2}(?:[ \n]\d{3})+(?![\d'])(?!\.\d)(?![ \n]\d{1,2}(?!\d))(?:,\d+(?!,?\d))?|\d+(?:[.,]\d+)*/y;
const word = /[A-Za-z\u00B5\u00C0-\u024F\u0370-\u03FF]+(?:'[A-Za-z\u00C0-\u024F]+)*/y;
/** Fractions in one character; with two points where decimals do not write them exactly, so that they are no number. */
const vulgar: Readonly<Record<string, string>> = dictionary({
  '½': '.5',
  '¼': '.25',
  '¾': '.75',
  '⅕': '.2',
  '⅖': '.4',
  '⅗': '.6',
  '⅘': '.8',
  '⅛': '.125',
  '⅜': '.375',
  '⅝': '.625',
  '⅞': '.875',
  '⅒': '.1',
  ...Object.fromEntries(Array.from('⅓⅔⅙⅚⅐⅑', (fraction) => [fraction, '..'])),
});
const separators = { '.': /[,\s\u00A0\u2002-\u200A\u202F\u205F']/g, ',': /[\s\u00A0\u2002-\u200A\u202F\u205F']/g };

function isHan(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf) || unit === 0x3007;
}

/** Digits and Han characters, in either order. */
function isBesideHan(before: TokenKind | undefined, kind: TokenKind): boolean {
  return (before === 'han' && kind === 'number') || (before === 'number' && kind === 'han');
}

const decimals = /\.\d+(?:\.\d+)*/y;

/** The point of .5: digits follow it, and neither letters nor digits nor what closes a sentence stand before it. */
function beginsDecimals(text: string, at: number): boolean {
  if (!isDigit(text.charCodeAt(at + 1))) return false;
  const before = text.charAt(at - 1);
  return before === '' || /[\s$€£¥₹([<>=~≈+\-−–|]/.test(before) || isHan(before.charCodeAt(0));
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** How a language parts its numbers and words. */
export interface Marks {
  readonly decimalMark: '.' | ',';
  /** What stands before an apostrophe as a word of its own: the d and l of "d'euros", "l'industrie". */
  readonly elided: ReadonlySet<string>;
}

/** The digits of a number without what groups them, with a point before the decimals. */
function digitsOf(raw: string, decimalMark: '.' | ','): string {
  const digits = raw.replace(separators[decimalMark], '');
  if (decimalMark === '.' || /^\d+$/.test(digits)) return digits;
  if (/^\d{1,3}(?:\.\d{3})+,\d+$|^\d{1,3}(?:\.\d{3}){2,}$/.test(digits))
    return digits.replaceAll('.', '').replace(',', '.');
  // 1.234 may be either: with two points it is no number.
  return /^[1-9]\d{0,2}\.\d{3}$/.test(digits) ? `${digits}.` : digits.replaceAll(',', '.');
}

/** With its apostrophe. */
function elidedLength(text: string, at: number, raw: string, elided: Marks['elided']): number | undefined {
  const apostrophe = raw.indexOf("'");
  const length = apostrophe < 0 ? raw.length : apostrophe;
  return text.charAt(at + length) === "'" && elided.has(raw.slice(0, length).toLowerCase()) ? length + 1 : undefined;
}

export function lex(source: string, { decimalMark, elided }: Marks): Lexed {
  const number = decimalMark === '.' ? withPoint : withComma;
  const elides = elided.size > 0;
  const text = foldToSimplified(source.replace(wideComma, ',').replace(foldable, foldOne)).replace(middlePoint, '.');
  const tokens: Token[] = [];
  let gap: Token['gap'] = 'line';
  let i = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = i;
    return pattern.exec(text)?.[0];
  };
  while (i < text.length) {
    space.lastIndex = i;
    const white = space.exec(text);
    if (white !== null && white[0] !== '') {
      if (gap !== 'line') gap = white[1] === '' ? 'space' : 'line';
      i += white[0].length;
      continue;
    }
    const unit = text.charCodeAt(i);
    let kind: TokenKind = 'symbol';
    let length = 1;
    let folded = text.charAt(i);
    let grouped = false;
    if (isDigit(unit)) {
      kind = 'number';
      const raw = match(number) ?? folded;
      length = raw.length;
      folded = digitsOf(raw, decimalMark);
      grouped = folded.length < raw.length;
      // 1½, 1 ½
      const apart = /[ \u00A0\u2009\u202F]/.test(text.charAt(i + length)) ? 1 : 0;
      const fraction = vulgar[text.charAt(i + length + apart)];
      if (fraction !== undefined && !folded.includes('.') && (apart === 0 || folded.length < 4)) {
        folded += fraction;
        length += apart + 1;
      }
      const whole = fractionAt(text, i + length, folded) ?? powerAt(text, i + length, folded);
      if (whole !== undefined) {
        folded = whole.digits;
        length = whole.end - i;
      }
    } else if (unit === 0x2e && decimalMark === '.' && beginsDecimals(text, i) && tokens.at(-1)?.kind !== 'number') {
      kind = 'number';
      const raw = match(decimals) ?? folded;
      length = raw.length;
      folded = `0${raw}`;
    } else if (vulgar[folded] !== undefined) {
      kind = 'number';
      folded = `0${vulgar[folded]}`;
    } else if (isHan(unit)) {
      kind = 'han';
    } else {
      const raw = match(word);
      if (raw !== undefined) {
        kind = 'word';
        length = (elides ? elidedLength(text, i, raw, elided) : undefined) ?? raw.length;
        folded = (length === raw.length ? raw : text.slice(i, i + length)).toLowerCase();
      }
    }
    if (gap === 'space' && isBesideHan(tokens.at(-1)?.kind, kind)) gap = 'none';
    tokens.push({ kind, start: i, end: i + length, text: folded, gap, grouped });
    // What is elided is a word of its own.
    gap = elides && kind === 'word' && folded.endsWith("'") ? 'space' : 'none';
    i += length;
  }
  return { text, source, tokens };
}
