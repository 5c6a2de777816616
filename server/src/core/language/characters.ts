import { dictionary } from '../text/dictionary.js';

/** What a UTF-16 unit is to the tokenizer. */
export enum CharacterClass {
  /** White space, hyphens and characters of no width: they part words and are otherwise nothing. */
  Separator = 1,
  /** A letter, mark or digit of a script that writes spaces between words. */
  Word = 2,
  /** A character of a script without spaces (Han, Kana): a token of its own. */
  Ideograph = 3,
  /** Any other: punctuation, symbols, the stand-in for protected content. */
  Symbol = 4,
}

const wordPattern = /[\p{L}\p{M}\p{N}]/u;
const ideographPattern = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々〆ー]/u;
const separatorPattern = /[\s\u00AD\u200B-\u200D\u2060\uFEFF\-\u2010\u2011]/u;

function classify(character: string): CharacterClass {
  if (separatorPattern.test(character)) return CharacterClass.Separator;
  if (ideographPattern.test(character) && wordPattern.test(character)) return CharacterClass.Ideograph;
  return wordPattern.test(character) ? CharacterClass.Word : CharacterClass.Symbol;
}

/** Classes of the basic plane, filled as characters are met. */
const classes = new Uint8Array(0x10000);

/** The class of the character that begins at `offset`. */
export function characterClass(text: string, offset: number): CharacterClass {
  const unit = text.charCodeAt(offset);
  if (unit >= 0xd800 && unit <= 0xdbff) {
    const point = text.codePointAt(offset) as number;
    return point > 0xffff ? classify(String.fromCodePoint(point)) : CharacterClass.Symbol;
  }
  const known = classes[unit] as CharacterClass | 0;
  if (known !== 0) return known;
  const found = classify(String.fromCharCode(unit));
  classes[unit] = found;
  return found;
}

/** 2 for a pair of surrogates, else 1. */
export function characterLength(text: string, offset: number): 1 | 2 {
  const unit = text.charCodeAt(offset);
  if (unit < 0xd800 || unit > 0xdbff) return 1;
  return (text.codePointAt(offset) as number) > 0xffff ? 2 : 1;
}

export function isIdeograph(text: string, offset: number): boolean {
  return offset >= 0 && offset < text.length && characterClass(text, offset) === CharacterClass.Ideograph;
}

/** ASCII, unified ideographs and the marks “ ” ‘ – — 、 。 and brackets: all that folding changes of them is the case of letters. */
const foldedByCase = /^[\0-\x7F\u2013\u2014\u2018\u201C\u201D\u3001\u3002\u3008-\u3011\u4E00-\u9FFF]*$/;

/** The same without capitals. */
const folded = /^[\0-@[-\x7F\u2013\u2014\u2018\u201C\u201D\u3001\u3002\u3008-\u3011\u4E00-\u9FFF]*$/;

/** Whether a unit is an ideograph that folding leaves as it is. */
export function isFoldedIdeograph(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}

/** Whether folding changes nothing in a text; false where it may. */
export function isFolded(text: string): boolean {
  return folded.test(text);
}

/** Whether folding a text keeps every character at its offset. */
export function foldsInPlace(text: string): boolean {
  return foldedByCase.test(text);
}

const ligatures: Readonly<Record<string, string>> = dictionary({ œ: 'oe', æ: 'ae' });

/** Width, subscripts and ligatures folded (Ｇ to G, ₂ to 2, œ to oe), case folded, ’ as '. The length may change. */
export function fold(text: string): string {
  return foldsInPlace(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[’œæ]/g, (letter) => ligatures[letter] ?? "'");
}
