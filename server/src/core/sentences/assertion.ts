import { clauseBreaks } from '../language/clause-breaks.js';
import { dictionary } from '../text/dictionary.js';

/** Words by which a sentence does not say that something is so: it expects, supposes, denies, asks or plans it. */
const notAsserted: Readonly<Record<string, RegExp>> = dictionary({
  en: /\?\s*["”’)]*\s*$|\b(?:will|would|could|might|should|shall|if|unless|whether|were\s+to|expect(?:s|ed|ing|ation|ations)?|forecasts?|forecasted|projects|projected|projections?|predict(?:s|ed|ion|ions)?|estimates?\s+that|anticipat(?:e|es|ed)|plans?\s+to|planned|aims?|aimed|wants?|wanted|hopes?|hoped|targets?|targeted|goals?|intends?|seeks?\s+to|is\s+to|are\s+to|has\s+to|have\s+to|needs?\s+to|must|by\s+no\s+means|not|never|no\s+longer|nor|cannot|can't|isn't|wasn't|hasn't|hadn't|didn't|doesn't|fails?\s+to|failed\s+to|scenario|assum(?:e|es|ed|ing|ption)|hypothetical|suppos(?:e|ed)|claims?|claimed|alleged(?:ly)?|reportedly|rumou?r(?:s|ed)?|instead\s+of|rather\s+than|ought|in\s+no|at\s+no\s+(?:time|point)|nowhere|wrongly|falsely|mistakenly|erroneously|incorrectly)\b/i,
  zh: /[？?]\s*[”）]*$|预计|预期|预测|预估|有望|将(?!近)|力争|争取|目标|计划|规划|要求|如果|若|假如|倘若|假设|本可|或许|可能|也许|尚未|未能|没有|并未|未达|不是|并非|不会|拟|希望|据称|传闻|是否|应(?:当|该)|确保|努力|误[称传报]|错误地/,
});

/** "is less than", "no less than", "not less than": a hedge, not a denial. */
const hedges = /\b(?:no|not)\s+(?:less|fewer|more|lower|higher)\s+than\b/gi;

/** What tells that a clause is one of its own, which the next does not depend on. */
interface ClauseWords {
  /** A duty, a wish or a denial. */
  readonly besideFact: RegExp;
  /** A figure of its own, or a frame for what follows. */
  readonly withMore: RegExp;
  /** What a clause has that tells of a fact. */
  readonly fact: RegExp;
}

const clauseWords: Readonly<Record<string, ClauseWords>> = dictionary({
  en: {
    besideFact:
      /\b(?:must|should|ought\s+to|needs?\s+to|ha(?:s|ve)\s+to|will|shall|plans?\s+to|aims?|wants?|hopes?|intends?|not|never|cannot|(?:is|was|has|had|did|does|do)n['’]t)\b/i,
    withMore: /[\d,]|\b(?:that|if|whether|unless|forecast\w*|scenario|expect\w*)\b/i,
    fact: /\b(?:was|were|stood|rose|fell|grew|reached|totall?ed|hit|came)\b/,
  },
  zh: {
    besideFact: /要求|努力|确保|没有|不是|尚未|未能|希望|目标|计划|规划|应(?:当|该)/,
    withMore: /\d|预计|预期|预测|如果|若|假设|据称|传闻/,
    fact: /为|达|是|突破|超过|增长|下降|[升降]至/,
  },
});

/** A sentence without what is told beside a fact: "The country must reform, and …", "…; firms are not ready". */
function withoutBesides(sentence: string, language: string): string {
  const [words, breaks] = [clauseWords[language], clauseBreaks[language]];
  if (words === undefined || breaks === undefined || !words.besideFact.test(sentence)) return sentence;
  const clauses = sentence.split(breaks);
  const rest = clauses.filter((clause) => !words.besideFact.test(clause) || words.withMore.test(clause)).join('; ');
  return words.fact.test(rest) ? rest : sentence;
}

/** Whether a sentence says that what it tells of is so. A language without words of its own asserts nothing. */
export function isAsserted(sentence: string, language: string): boolean {
  const pattern = notAsserted[language];
  // "May" is a month.
  return (
    pattern !== undefined &&
    !pattern.test(withoutBesides(sentence, language).replace(hedges, '')) &&
    !/\bmay\b/.test(sentence)
  );
}
