import { sentenceLanguage } from '../language/sentence-language.js';
import type { Notion } from '../language/words/notions.js';
import { readWords, withoutWords } from '../language/words/words.js';

/** What all the words over a column, or in a cell, say of a table's layout. */
const heads = {
  beside: 'headBeside',
  source: 'headSource',
  period: 'headPeriod',
  unit: 'headUnit',
  place: 'headPlace',
  theme: 'headTheme',
  value: 'headValue',
  whole: 'wholeCountry',
} as const satisfies Readonly<Record<string, Notion>>;

/** Whether a head, or the label of a row, is that of a role and nothing else, in a report of a language. */
export function isHead(text: string, reportLanguage: string, role: keyof typeof heads): boolean {
  return readWords(text, sentenceLanguage(text, reportLanguage)).only(heads[role]);
}

/** A text without the words that may stand beside a period, which stays what it is: "as of". */
export function withoutPeriodWords(text: string, reportLanguage: string): string {
  return withoutWords(text, sentenceLanguage(text, reportLanguage), 'besidePeriod');
}

/** A text without the words that may stand beside a metric's name, which stays what it is: "total". */
export function withoutMetricWords(text: string, reportLanguage: string): string {
  return withoutWords(text, sentenceLanguage(text, reportLanguage), 'besideMetric');
}
