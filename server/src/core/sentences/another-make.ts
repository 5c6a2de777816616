import { says } from '../language/words/words.js';

/**
 * Whether words tell that a figure is no recorded one: it replaced another or another replaced it, or it is reckoned in
 * other prices, which for a rate of growth is how it is reckoned.
 */
export function isNotOnRecord(words: string, language: string, isRate: boolean): boolean {
  return says(words, language, 'revised', 'superseded') || (!isRate && says(words, language, 'otherPrices'));
}

/** Whether words tell that a figure is a first, a revised or an adjusted one, and so may differ from another. */
export function isOfAnotherMake(words: string, language: string): boolean {
  return says(words, language, 'revised', 'superseded', 'provisional', 'otherPrices', 'adjusted');
}
