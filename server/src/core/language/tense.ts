import { dictionary } from '../text/dictionary.js';
import { isIrregularPast } from './english-inflection.js';

/** Words by which a sentence speaks of what is or will be. */
const presentOrFuture: Readonly<Record<string, RegExp>> = dictionary({
  en: /\b(?:will|shall|is|are|has|have|next\s+(?:week|month|year)|now|currently|today|every\s+(?:hour|day|morning|week|month|quarter|year)|(?:go(?:es)?|appl(?:y|ies))\s+to)\b/i,
  zh: /将|拟|正在|目前|现在|如今|下月|下周|明年|今后|负责|主管|计划|要求|须|应(?:当|该|送|报|向|由)|定期|每[日天周月季年]/,
});

/** Words by which it speaks of what was. */
const past: Readonly<Record<string, RegExp>> = dictionary({
  en: /\b(?:was|were|had|did|former(?:ly)?|then|late|defunct|abolished|dissolved|merged|succeeded|replaced|renamed|disbanded|predecessor|successor|until|used\s+to|at\s+the\s+time|history|historical(?:ly)?|archived?|archives)\b/i,
  zh: /曾|原[\p{Script=Han}]|前身|时任|当时|撤销|并入|改为|更名|组建|[0-9一二三四五六七八九〇○]{4}年/u,
});

const future = { en: /\b(?:will|shall|next\s+(?:week|month|year))\b/i, zh: /将|拟|下月|下周|明年/ } as const;

/** A verb in the present right behind its subject: "runs the control room", ", which decides within a week". */
const presentVerb: Readonly<Record<string, RegExp>> = dictionary({
  en: /^(?:,?\s+(?:which|who|that)\s+(?:also\s+)?[a-z]+s\b|\s+(?:must|should|may|can|cannot|needs?|plans?|continues?)\b|\s+(?:also\s+|still\s+)?[a-z]+s\s+(?:the|a|an|its|their|all|each|every|this|that|these|those|how|to|new|more|\d+|one|two|three|four|five|six|seven|eight|nine|ten)\b)/,
});

/** A verb in the past there: "opened three wards", "met every month". */
function isPastVerb(words: string, language: string): boolean {
  const verb = language === 'en' ? /^(?:\s+[a-z]+ly)?\s+([a-z]+)\b/.exec(words)?.[1] : undefined;
  return verb !== undefined && (verb.endsWith('ed') || isIrregularPast(verb));
}

/**
 * Whether a sentence says that the subject that ends at an offset of it acts in the present or the future: by a word
 * or verb that says so, and none that speaks of the past; a future outweighs it. A language without such words gives
 * false.
 */
export function isPresentOrFuture(sentence: string, subjectEnd: number, language: string): boolean {
  const says = presentOrFuture[language];
  if (says === undefined) return false;
  if (!says.test(sentence) && presentVerb[language]?.test(sentence.slice(subjectEnd)) !== true) return false;
  const before = (past[language] as RegExp).test(sentence) || isPastVerb(sentence.slice(subjectEnd), language);
  if (!before) return true;
  return (
    language === 'en' &&
    future.en.test(sentence) &&
    !/\b(?:former|then|predecessor|successor|replaced|merged)\b/i.test(sentence)
  );
}
