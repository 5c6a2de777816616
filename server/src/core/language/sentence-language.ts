/**
 * The language of a sentence in a report of a language: Chinese where its letters are, and no Chinese where they are
 * not. A Han character says about as much as four Latin letters.
 */
export function sentenceLanguage(words: string, reportLanguage: string): string {
  const hasHan = /\p{Script=Han}/u.test(words);
  if (!hasHan && reportLanguage !== 'zh') return reportLanguage;
  if (/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(words)) return reportLanguage;
  if (!hasHan) return /\p{Script=Latin}/u.test(words) ? 'en' : reportLanguage;
  const han = words.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = words.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (han * 4 > latin) return 'zh';
  return latin > 0 && reportLanguage === 'zh' ? 'en' : reportLanguage;
}
