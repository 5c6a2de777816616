const english =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const han: Readonly<Record<string, number>> = { 两: 2, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };

/** English words for the numbers that lists are announced with, as a pattern. */
export const englishNumeral = `(?:${english.slice(2).join('|')}|\\d{1,2})`;
/** Chinese numerals of two to ninety-nine, as a pattern. */
export const hanNumeral = '(?:[二两三四五六七八九]?十[一二三四五六七八九]?|[两二三四五六七八九]|\\d{1,2})';

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
