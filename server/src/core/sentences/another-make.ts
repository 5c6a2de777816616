import { says } from '../language/words/words.js';

/** Whether words tell that a figure has been revised since it was first published: what is on record may be the one before. */
export function isRevised(words: string, language: string): boolean {
  return says(words, language, 'revised');
}

/** Whether words tell that a figure is a first, a revised or an adjusted one, and so may differ from another. */
export function isOfAnotherMake(words: string, language: string): boolean {
  return says(words, language, 'revised', 'provisional', 'adjusted');
}
