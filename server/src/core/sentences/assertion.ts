import { clauseBreaks, contrast } from '../language/clause-breaks.js';
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

/**
 * A sentence without what is told beside a fact: "The country must reform, and …", "…; firms are not ready", "Whether the
 * roads last is doubtful, but …". What has a figure of its own is no such clause.
 */
function withoutBesides(sentence: string, language: string): string {
  const breaks = clauseBreaks[language];
  if (breaks === undefined || !says(sentence, language, ...notAsserting)) return sentence;
  const parts = [...sentence.matchAll(breaks)];
  const clauses = sentence.split(breaks);
  const isBeside = (clause: string, i: number) => {
    if (/[\d,]/.test(clause)) return false;
    const behind = parts[i]?.[0];
    // What a contrast follows governs nothing behind it.
    if (behind !== undefined && contrast.test(behind)) return says(clause, language, ...notAsserting);
    // A duty, a wish, a denial; a doubt of what was told before may mean the fact.
    const beside = behind === undefined ? besides : ([...besides, 'doubts'] as const);
    return (
      says(clause, language, ...beside) && !says(clause, language, 'subordinates', 'supposes', 'expects', 'hearsay')
    );
  };
  const rest = clauses.filter((clause, i) => !isBeside(clause, i)).join('; ');
  return says(rest, language, 'states') ? rest : sentence;
}

const besides = ['demands', 'toCome', 'plans', 'denies'] as const;

/**
 * Whether a sentence says that what it tells of is so: it does not expect, suppose, deny, ask or plan it. A language
 * without words of its own asserts nothing.
 */
export function isAsserted(sentence: string, language: string): boolean {
  if (!hasWords(language, ...notAsserting) || isQuestion(sentence)) return false;
  const told = withoutBesides(sentence, language);
  return !says(told, language, ...notAsserting);
}
