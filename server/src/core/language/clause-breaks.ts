import { dictionary } from '../text/dictionary.js';
/** What parts two clauses of which each has a subject of its own. */
export const clauseBreaks: Readonly<Record<string, RegExp>> = dictionary({
  en: /;\s+|,\s+(?:and|but(?!\s+for\b)|yet|while)\s+/g,
  zh: /；|，(?:但是?|不过|(?=而(?!且)))/g,
});

/** Those behind which the writer sets something against what stands before. */
export const contrast = /\b(?:but|yet)\b|但|不过/;
