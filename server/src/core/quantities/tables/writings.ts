import { dictionary } from '../../text/dictionary.js';
import { chineseWriting } from './chinese-writing.js';
import { englishWriting } from './english-writing.js';
import type { Writing } from './writing.js';

const writings: Readonly<Record<string, Writing>> = dictionary({ en: englishWriting, zh: chineseWriting });

/** Every language that figures are written in. */
export const allWritings: readonly Writing[] = Object.values(writings);

/** That of a language; of English for one that has no table. */
export function writingIn(language: string): Writing {
  return writings[language] ?? englishWriting;
}

/** Whether figures can be written in a language by a table of its own. */
export function hasWriting(language: string): boolean {
  return writings[language] !== undefined;
}
