/** Words that a noun phrase ends before, and that no noun phrase goes on over. */
const boundWords = new Set(
  `about above across after against along amid among around as at because before behind below beneath beside between
  beyond but by despite down during except for from in inside into near of off on onto out outside over per since than
  through throughout to toward towards under until up upon via while with within without and or nor
  am is are was were be been being do does did has have had will would shall should can could may might must
  not never who whom whose which that what when where why how if though although whether
  i you he she it we they me him us them there here`.split(/\s+/),
);

/** A preposition, conjunction, auxiliary, pronoun or the like: the noun phrase ends there. */
export function endsNounPhrase(word: string): boolean {
  return boundWords.has(word.toLowerCase());
}

const prepositions = new Set(
  'about across after among and as at between by for from in into of on or over than through to under with'.split(' '),
);

/** Whether a phrase has a part behind its noun, or several nouns: "access for all", "lorries and vans". */
export function isJoined(words: readonly string[]): boolean {
  return words.some((word, i) => i > 0 && (prepositions.has(word.toLowerCase()) || words[i - 1]?.endsWith(',')));
}

/** The noun that a phrase is about: the word before its first preposition, else its last. */
export function headNoun(words: readonly string[], head: string | undefined): string {
  const given = head === undefined ? undefined : words.find((word) => word.toLowerCase() === head.toLowerCase());
  const link = words.findIndex(
    (word, i) => i > 0 && prepositions.has(word.toLowerCase()) && !/^(?:and|or)$/i.test(word),
  );
  return (given ?? (link > 0 ? words[link - 1] : words.at(-1)) ?? '').replace(/[^\p{L}\p{N}-]/gu, '');
}

/** Words that stand for one of several: what follows is a singular that can be counted. */
const singling = /^(?:an?|one|each|every|another|either|neither)$/i;
const determining =
  /^(?:the|this|that|these|those|its|their|our|your|his|her|my|whose|no|any|some|such|all|both|most|many|several|few|two|three|four|five|six|seven|eight|nine|ten|\p{L}+['’]s|\p{L}+s['’]|\d[\d,.]*)$/iu;
const measuring = /^(?:much|less|little|more|enough)$/i;

/**
 * The determiner of the noun phrase that goes on behind a text: `singling` ("a", "each"), `measuring` ("much"),
 * `other` ("the", "our"), or none.
 */
export function determinerBefore(before: string): 'singling' | 'measuring' | 'other' | undefined {
  const stretch =
    before
      .slice(-80)
      .split(/[^\p{L}\p{N}\s'’-]/u)
      .at(-1) ?? '';
  if (!/\s$/.test(stretch)) return undefined;
  for (const word of stretch.trim().split(/\s+/).slice(-5).reverse()) {
    if (singling.test(word)) return 'singling';
    if (determining.test(word)) return 'other';
    if (measuring.test(word)) return 'measuring';
    if (endsNounPhrase(word)) return undefined;
  }
  return undefined;
}

/** How sentences begin, and names do not. */
export const sentenceOpener =
  /^(?:The|This|That|These|Those|It|Its|In|On|At|As|By|For|From|With|If|But|And|Or|So|Yet|However|Meanwhile|Moreover|He|She|They|We|You|There|Then|Next|Now|When|While|Where|Our|Their|His|Her|An?|After|Before|Since|Although|Though|Because|Until|During|Under|Over|Between|Among|Some|Many|Most|All|Both|Each|Every|Several|Few|No|Not|Such|Another|Other|One|Two|Three|First|Second|Third|Finally|Also|Still|Here|What|Who|How|Why|Which|Last|Later|Today|Only|Even|Thus|Hence|Therefore|Nor)\b/;

/** Whether a word before "and" or a comma is by its form no adjective: a plural, a name, a number. */
export function isNounLike(word: string): boolean {
  return /(?:[^s]s|\d|(?<!\p{L})[^\P{L}\p{Lu}]*\p{Lu}\p{L}*)$/u.test(word) && !/(?:ous|less)$/.test(word);
}

/** Whether a word is by its ending an adjective or a participle. */
export function isAdjectiveLike(word: string): boolean {
  return /-|(?:ive|al|ful|ous|ble|ic|less|ed|ing|ary|ish)$/.test(word);
}
