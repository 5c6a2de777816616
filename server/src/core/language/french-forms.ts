/** Words that never change, and that forms are made of: de, pour, sans. */
const invariable = new Set(
  'd|l|n|s|de|du|des|le|la|les|un|une|et|ou|à|au|aux|en|dans|sur|sous|par|pour|avec|sans|entre|vers|chez|contre|plus|moins|non|très'.split(
    '|',
  ),
);
const inAls = new Set('bal|carnaval|festival|récital|régal|chacal|fatal|final|naval|banal|bancal|natal'.split('|'));
const inAux = new Set('bail|corail|émail|soupirail|travail|vantail|vitrail'.split('|'));
const inOux = new Set('bijou|caillou|chou|genou|hibou|joujou|pou'.split('|'));
const irregular = new Map([
  ['œil', 'yeux'],
  ['oeil', 'yeux'],
  ['ciel', 'cieux'],
  ['madame', 'mesdames'],
  ['monsieur', 'messieurs'],
]);

/** The plural of a French word, noun or adjective: emploi, emplois; réseau, réseaux; national, nationaux. */
function pluralOf(word: string): string {
  if (invariable.has(word) || /[sxz]$/.test(word) || !/^[\p{Ll}]{2,}$/u.test(word)) return word;
  const known = irregular.get(word);
  if (known !== undefined) return known;
  if (/(?:eau|eu|au)$/.test(word)) return /^(?:bleu|pneu|landau)$/.test(word) ? `${word}s` : `${word}x`;
  if (word.endsWith('al')) return inAls.has(word) ? `${word}s` : `${word.slice(0, -1)}ux`;
  if (inAux.has(word)) return `${word.slice(0, -2)}ux`;
  return inOux.has(word) ? `${word}x` : `${word}s`;
}

/** The forms that a text may have of a folded word: itself and its plural. */
export function frenchForms(word: string): readonly string[] {
  const plural = pluralOf(word);
  return plural === word ? [word] : [word, plural];
}
