import { foldedTokens } from './tokens.js';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Common words of English that no neighbour shares. */
const englishWords = words(
  'the of and to for with by that this which are were been have had not it from they their we who would could should will its than into over under after before between during',
);
/** Common words of other languages in Latin letters, none of them English. */
const foreignWords = words(
  'le la les des du et est que qui dans une avec aux ne pas sont der das und ist nicht mit dem ein eine auf zu im von den sich el los las y del se il di che è della sono het een van en zijn voor op os da em uma para não och att det är på jest z ve bir dan yang untuk của và có',
);

/** How much of a text is read to tell its language, in UTF-16 units. */
const sampleLength = 20_000;

/**
 * The language of a report by its letters and its commonest words: `zh`, `ja`, `en`, or `und` for one that this core
 * does not speak. Latin words without any sign of another language count as English: a heading, a table, a list.
 */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, sampleLength);
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  const latin = count(/\p{Script=Latin}/gu);
  const han = count(/\p{Script=Han}/gu);
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const other = count(/\p{L}/gu) - latin - han - kana;
  // A Han character says about as much as four Latin letters.
  if (other > latin + 4 * (han + kana)) return 'und';
  if (kana > 0 && kana * 5 >= han && kana * 16 > latin) return 'ja';
  if (han * 4 > latin) return 'zh';
  return detectEnglish(sample) ? 'en' : 'und';
}

function detectEnglish(sample: string): boolean {
  const all = foldedTokens(sample).filter((word) => /^\p{Script=Latin}+$/u.test(word));
  const english = all.filter((word) => englishWords.has(word)).length;
  const foreign = all.filter((word) => foreignWords.has(word)).length;
  const accented = all.filter((word) => /[^a-z]/.test(word)).length;
  if (all.length === 0) return false;
  return english > 0 ? english >= foreign : foreign * 12 < all.length && accented * 8 < all.length;
}
