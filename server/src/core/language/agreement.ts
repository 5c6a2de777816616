import { dictionary } from '../text/dictionary.js';
import { frenchForms } from './french-forms.js';

/**
 * Languages in which every word of a form may be in the plural, adjectives with their nouns: énergies renouvelables.
 * For a folded word, the forms that a text may have instead.
 */
export const agreeingForms: Readonly<Record<string, (word: string) => readonly string[]>> = dictionary({
  fr: frenchForms,
});
