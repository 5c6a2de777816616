import { clauseBreaks } from '../language/clause-breaks.js';
import { hasWords, says } from '../language/words/words.js';

/** What a sentence says that does not say that something is so. */
const notAsserting = [
  'denies',
  'doubts',
  'supposes',
  'mayBe',
  'expects',
  'toCome',
  'plans',
  'demands',
  'hearsay',
] as const;

/** Whether a sentence asks, and answers nothing. */
export function isQuestion(sentence: string): boolean {
  return /[?？]["'”’)）\s]*$/.test(sentence);
}

/** A sentence without what is told beside a fact: "The country must reform, and …", "…; firms are not ready". */
function withoutBesides(sentence: string, language: string): string {
  const breaks = clauseBreaks[language];
  /** A duty, a wish or a denial, without a figure of its own or a frame for what follows. */
  const isBeside = (clause: string) =>
    says(clause, language, 'demands', 'toCome', 'plans', 'denies') &&
    !/[\d,]/.test(clause) &&
    !says(clause, language, 'subordinates', 'supposes', 'expects', 'hearsay');
  if (breaks === undefined || !says(sentence, language, 'demands', 'toCome', 'plans', 'denies')) return sentence;
  const rest = sentence
    .split(breaks)
    .filter((clause) => !isBeside(clause))
    .join('; ');
  return says(rest, language, 'states') ? rest : sentence;
}

/**
 * Whether a sentence says that what it tells of is so: it does not expect, suppose, deny, ask or plan it. A language
 * without words of its own asserts nothing.
 */
export function isAsserted(sentence: string, language: string): boolean {
  if (!hasWords(language, ...notAsserting) || isQuestion(sentence)) return false;
  const told = withoutBesides(sentence, language);
  return !says(told, language, ...notAsserting);
}
