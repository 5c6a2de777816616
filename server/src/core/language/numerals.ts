import { dictionary } from '../text/dictionary.js';

const english =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const han: Readonly<Record<string, number>> = dictionary({
  两: 2,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
});

const numerals: ReadonlySet<string> = new Set([...english.slice(2), ...Object.keys(han), '十']);

/** English words for the numbers that lists are announced with, as a pattern. */
export const englishNumeral = `(?:${english.slice(2).join('|')}|\\d{1,2})`;
/** Chinese numerals of two to ninety-nine, as a pattern. */
export const hanNumeral = '(?:[二两三四五六七八九]?十[一二三四五六七八九]?|[两二三四五六七八九]|\\d{1,2})';

/** Whether a folded word may be, or end with, the number of such a pattern: a fast look, before an expression is run. */
export function mayNumber(word: string): boolean {
  const last = word.charCodeAt(word.length - 1);
  return (last > 47 && last < 58) || numerals.has(word);
}

/** The number that a word or a few digits write, up to 99; undefined for anything else. */
export function smallNumber(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const word = english.indexOf(text.toLowerCase());
  if (word >= 0) return word;
  const match = /^([一二两三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (match === null || text === '') return undefined;
  const [, first, ten, last] = match;
  if (ten === undefined) return last === undefined ? han[first ?? ''] : undefined;
  return (first === undefined ? 1 : (han[first] as number)) * 10 + (last === undefined ? 0 : (han[last] as number));
}

const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
const hanDigits = '一二三四五六七八九';

/** The next number in the style of one: "4" of "3", 十一 of 十, "Fifth" of "Fourth"; undefined where there is none. */
export function ordinalAfter(number: string): string | undefined {
  const word = ordinals.indexOf(number.toLowerCase());
  if (word >= 0) {
    const next = ordinals[word + 1];
    return next !== undefined && /^\p{Lu}/u.test(number) ? (next[0] as string).toUpperCase() + next.slice(1) : next;
  }
  const value = smallNumber(number);
  if (value === undefined || value >= 99) return undefined;
  if (/^\d/.test(number)) return String(value + 1);
  const [tens, ones] = [Math.floor((value + 1) / 10), (value + 1) % 10];
  return `${tens > 1 ? hanDigits[tens - 1] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? hanDigits[ones - 1] : ''}`;
}
