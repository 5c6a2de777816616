/** Letters whose names begin with a vowel: "an R&D centre". */
const vowelNames = /^[AEFHILMNORSX]/;
/** Words in a vowel letter that begin with another sound: "a unit", "a one-off", "a European". */
const asConsonant = /^(?:one(?!r)|once\b|eu|ewe|ubiq|uni(?![nmd])|us[aeiu]|ut[ei]|ur[aei]|ufo)/;
const silentH = /^(?:hour|hono|honest|heir)/;

/**
 * The indefinite article that a phrase takes: "an hour", "a unit", "an 8". Undefined where it hangs on how letters are
 * spoken: "a NATO", "an NHS".
 */
export function articleFor(phrase: string): 'a' | 'an' | undefined {
  const first = /^[\p{L}\p{N}.,'’]+/u.exec(phrase)?.[0] ?? '';
  if (/^\d/.test(first)) return /^(?:8|1[18](?!\d)|1[18],\d{3}(?!,))/.test(first) ? 'an' : 'a';
  const letters = first.replace(/[^\p{L}]/gu, '');
  if (!/^[a-z]/i.test(letters)) return undefined;
  if (/^(?:\p{Lu}{2,}|\p{Lu}\.)/u.test(first)) {
    if (letters.startsWith('U')) return 'a';
    const spelt = vowelNames.test(letters);
    const mayBeSpoken = !first.includes('.') && letters.length > 2 && /[AEIOUY]/.test(letters.slice(1));
    if (mayBeSpoken && spelt !== /^[AEIO]/.test(letters)) return undefined;
    return spelt ? 'an' : 'a';
  }
  const word = letters.toLowerCase();
  return silentH.test(word) || (/^[aeiou]/.test(word) && !asConsonant.test(word)) ? 'an' : 'a';
}
