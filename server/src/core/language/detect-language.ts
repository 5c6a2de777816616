import { tokenize } from './tokens.js';

const functionWords = new Set(
  'the of and to in is was are were be been for on with by that this it as at from has have had will not which or an its their they we he she who but also would can may must all more than into over under after before between during'.split(
    ' ',
  ),
);

/** How much of a text is read to tell its language, in UTF-16 units. */
const sampleLength = 20_000;

/**
 * The language of a report by its letters and its commonest words: `zh`, `ja`, `en`, or `und` for one that this core
 * does not speak. A few Latin words without any English function word count as English: a heading, a table.
 */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, sampleLength);
  let han = 0;
  let kana = 0;
  let latin = 0;
  for (const character of sample) {
    const point = character.codePointAt(0) as number;
    if ((point >= 0x4e00 && point <= 0x9fff) || (point >= 0x3400 && point <= 0x4dbf)) han++;
    else if (point >= 0x3040 && point <= 0x30ff) kana++;
    else if ((point | 32) >= 97 && (point | 32) <= 122) latin++;
    else if (point >= 0xc0 && point <= 0x24f) latin++;
  }
  // A Han character says about as much as four Latin letters.
  if (kana > 0 && kana * 5 >= han && kana * 4 > latin / 4) return 'ja';
  if (han * 4 > latin) return han > 0 ? 'zh' : 'en';
  const words = tokenize(sample).folded.filter((word) => /^\p{Script=Latin}+$/u.test(word));
  if (words.length === 0) return 'und';
  const known = words.filter((word) => functionWords.has(word)).length;
  if (words.length < 12) return /[à-öø-ÿ]/i.test(sample) && known === 0 ? 'und' : 'en';
  return known / words.length < 0.06 ? 'und' : 'en';
}
