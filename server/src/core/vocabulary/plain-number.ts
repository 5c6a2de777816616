import { sentenceLanguage } from '../language/sentence-language.js';
import { readWords } from '../language/words/words.js';
import type { Problem } from './problem.js';

/** A number as packs write it, `1.9e6`, or with its thousands apart: `1,940,000`, `1 940 000`, `1，940，000`. */
const plain = /^([-+−]?)(\d{1,3}(?:([,，' \u00A0\u2009\u202F’])\d{3})(?:\3\d{3})*|\d+)?((?:\.\d*)?(?:e[-+]?\d+)?)$/i;

/** The digits of a number without the marks between its thousands; undefined for what is no number. */
export function plainNumber(text: string): string | undefined {
  const [, sign = '', whole = '', , rest = ''] = plain.exec(text.trim()) ?? [];
  const digits = whole.replace(/\D/g, '') + rest;
  return /^(?:\d|\.\d)/.test(digits) ? sign.replace('−', '-') + digits : undefined;
}

/** Whether a cell or a value says that there is none: empty, `n/a`, `..`, –, 无. */
export function saysNone(text: string): boolean {
  const words = text.trim();
  if (/^(?:|[-–—.…:/]{1,4}|n\.?\/?a\.?n?|#n\/a)$/i.test(words)) return true;
  return readWords(words, sentenceLanguage(words, 'en')).only('noValue');
}

/** A number with a comma for its point, `1,88e6`, its thousands apart by points or spaces: `1.940,5`. */
const withComma = /^([-+−]?)(\d{1,3}(?:([. '\u00A0\u2009\u202F’])\d{3})(?:\3\d{3})*|\d+)[,，](\d+)((?:e[-+]?\d+)?)$/i;

/** What is wrong with a text that is to be a number alone. */
export function numberProblem(found: string): Pick<Problem, 'messageId' | 'values'> {
  const [match, sign = '', whole = '', group, decimals = '', power = ''] = withComma.exec(found.trim()) ?? [];
  if (match === undefined) return { messageId: 'pack.number-alone', values: { found } };
  const lead = sign.replace('−', '-') + whole.replace(/\D/g, '');
  const meant = `${lead}.${decimals}${power}`;
  // "1,940" is 1.94 to some and 1940 to others.
  const isOpen = group === undefined && decimals.length === 3 && whole.length < 4 && power === '';
  if (isOpen) return { messageId: 'pack.number-open', values: { found, meant, whole: lead + decimals } };
  return { messageId: 'pack.number-comma', values: { found, meant } };
}
