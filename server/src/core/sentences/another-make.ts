/** A revised or a final figure: "finally verified at", 经最终核实. What is on record may be the one before. */
const laterVintage =
  /\b(?:revis(?:ed|ion|ions)|restated|re-?based|finali[sz]ed|final(?:ly)?\s+(?:verif\w+|accounts|figures?|data|estimates?|readings?|calculations?|results?|put))\b|修订(?!版)|修正|核实|终核|普查/i;

/** A first figure, or one made another way. */
const firstOrAdjusted =
  /\b(?:provisional|preliminary|initial(?:ly)?|first\s+estimate|early\s+estimate|seasonally|adjusted|(?:constant|current)\s+prices|nominal|real)\b|初步|快报|季节|调整|不变价|可比价|名义/i;

/** Whether words tell that a figure has been revised since it was first published. */
export function isRevised(words: string): boolean {
  return laterVintage.test(words);
}

/** Whether words tell that a figure is a first, a revised or an adjusted one, and so may differ from another. */
export function isOfAnotherMake(words: string): boolean {
  return laterVintage.test(words) || firstOrAdjusted.test(words);
}
