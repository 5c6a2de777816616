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
export const languageSample = 20_000;

/** The letters of a text by their script, which add up over its parts. */
export interface LetterCounts {
  readonly latin: number;
  readonly han: number;
  readonly kana: number;
  readonly all: number;
}

/** The words in Latin letters of a text, which add up over its parts that share no word. */
export interface WordCounts {
  readonly english: number;
  readonly foreign: number;
  readonly accented: number;
  readonly all: number;
}

export function countLetters(text: string): LetterCounts {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return {
    latin: count(/\p{Script=Latin}/gu),
    han: count(/\p{Script=Han}/gu),
    kana: count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu),
    all: count(/\p{L}/gu),
  };
}

/** Of folded tokens. */
export function countWords(tokens: readonly string[]): WordCounts {
  const all = tokens.filter((word) => /^\p{Script=Latin}+$/u.test(word));
  return {
    english: all.filter((word) => englishWords.has(word)).length,
    foreign: all.filter((word) => foreignWords.has(word)).length,
    accented: all.filter((word) => /[^a-z]/.test(word)).length,
    all: all.length,
  };
}

export function addLetters(a: LetterCounts, b: LetterCounts): LetterCounts {
  return { latin: a.latin + b.latin, han: a.han + b.han, kana: a.kana + b.kana, all: a.all + b.all };
}

export function addWords(a: WordCounts, b: WordCounts): WordCounts {
  return {
    english: a.english + b.english,
    foreign: a.foreign + b.foreign,
    accented: a.accented + b.accented,
    all: a.all + b.all,
  };
}

/** The language of a text; see `languageOf`. */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, languageSample);
  return languageOf(countLetters(sample), () => countWords(foldedTokens(sample)));
}

/**
 * The language of a report by its letters and its commonest words: `zh`, `ja`, `en`, or `und` for one that this core
 * does not speak. Latin words without any sign of another language count as English: a heading, a table, a list.
 */
export function languageOf({ latin, han, kana, all }: LetterCounts, words: () => WordCounts): string {
  // A Han character says about as much as four Latin letters.
  if (all - latin - han - kana > latin + 4 * (han + kana)) return 'und';
  if (kana > 0 && kana * 5 >= han && kana * 16 > latin) return 'ja';
  if (han * 4 > latin) return 'zh';
  return isEnglish(words()) ? 'en' : 'und';
}

function isEnglish({ english, foreign, accented, all }: WordCounts): boolean {
  if (all === 0) return false;
  return english > 0 ? english >= foreign : foreign * 12 < all && accented * 8 < all;
}
