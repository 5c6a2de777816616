import { scalePower } from './han-numerals.js';
import { readQuantities } from './read-quantities.js';
import { english } from './tables/english.js';
import { isUnit, likelyUnit, unitId } from './units.js';

/** Packs write their units in English or Chinese. */
const { moneyScaleLetters, scaleLetters, scales } = english.latin.numerals;

const letterBehind = /^([A-Z]{3}|[A-Z]{0,3}\p{Sc})(k|m|b|t|mn|bn|tn)$/iu;
const hanScale = /^[十百千万萬亿億]+/;

/** The unit and the power of ten of what is both: `GBP million`, `€bn`, 亿元; undefined for what is none or a unit alone. */
export function scaledUnit(text: string): { readonly unit: string; readonly power: number } | undefined {
  const all = text.split(/[ ()-]/).filter((word) => word !== '');
  // "RMB 100 million", "10 thousand tonnes".
  const words = all.filter((word) => !isPowerOfTen(word));
  const tens = all.reduce((sum, word) => (isPowerOfTen(word) ? sum + word.length - 1 : sum), 0);
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (words.length > 1) {
    const isBefore = scales.has(first.toLowerCase()) || powerOf(last) === undefined;
    const power = powerOf(isBefore ? first : last);
    if (power !== undefined) return withUnit((isBefore ? words.slice(1) : words.slice(0, -1)).join(' '), power + tens);
  }
  const [, money = '', letter = ''] = letterBehind.exec(text) ?? [];
  if (money !== '') return withUnit(money, powerOf(letter) ?? 0);
  const han = hanScale.exec(text)?.[0] ?? '';
  const power = [...han].reduce((sum, scale) => sum + (scalePower(scale) ?? 0), 0);
  return power === 0 ? undefined : withUnit(text.slice(han.length), power);
}

function isPowerOfTen(word: string): boolean {
  return /^10{1,5}$/.test(word);
}

/** Of a word for a scale: million, bn, thousands. */
function powerOf(word: string): number | undefined {
  const letters = word.toLowerCase();
  const known = (each: string) => scales.get(each) ?? scaleLetters.get(each) ?? moneyScaleLetters.get(each);
  return known(letters) ?? known(letters.replace(/s$/, ''));
}

function withUnit(text: string, power: number) {
  // A sign of a currency stands before a number.
  const unit = isUnit(text) ? unitId(text) : (likelyUnit(text) ?? readQuantities(`${text}1`).quantities[0]?.unit);
  return unit === undefined ? undefined : { unit, power };
}
