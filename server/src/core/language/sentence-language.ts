/**
 * The language of a sentence in a report of a language: Chinese where its letters are, and no Chinese where they are
 * not. A Han character says about as much as four Latin letters.
 */
export function sentenceLanguage(words: string, reportLanguage: string): string {
  const hasHan = /\p{Script=Han}/u.test(words);
  if (!hasHan && reportLanguage !== 'zh') return reportLanguage;
  if (/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(words)) return reportLanguage;
  if (!hasHan) return /\p{Script=Latin}/u.test(words) ? 'en' : reportLanguage;
  let han = 0;
  let latin = 0;
  for (const character of words) {
    const script = scriptOf(character);
    if (script === hanScript) han++;
    else if (script === latinScript) latin++;
  }
  if (han * 4 > latin) return 'zh';
  return latin > 0 && reportLanguage === 'zh' ? 'en' : reportLanguage;
}

const hanScript = 1;
const latinScript = 2;
const otherScript = 3;

/** By the code of a character of the basic plane, filled as they are met: an expression is slow to count with. */
const scripts = new Uint8Array(0x10000);

function scriptOf(character: string): number {
  const code = character.charCodeAt(0);
  const known = character.length === 1 ? (scripts[code] as number) : 0;
  if (known !== 0) return known;
  const script = /\p{Script=Han}/u.test(character)
    ? hanScript
    : /\p{Script=Latin}/u.test(character)
      ? latinScript
      : otherScript;
  if (character.length === 1) scripts[code] = script;
  return script;
}
