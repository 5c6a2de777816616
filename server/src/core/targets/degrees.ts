import { blockOf, type Report } from '../report/report.js';
import { dictionary } from '../text/dictionary.js';
import type { Span } from '../text/span.js';
import { dueYears, inForce, type Target, type TargetStatement } from './target-statements.js';
import type { TargetValue } from './target-values.js';

/** A target whose degree a statement leaves out, or changes. Spans are of the block's text. */
export interface WrongDegree {
  readonly target: Target;
  /** The word that belongs there. */
  readonly degree: string;
  /** The word that stands in its place. */
  readonly found: string | undefined;
  readonly at: Span;
  readonly edit: { readonly at: Span; readonly text: string } | undefined;
}

/** Words that say "not wholly", by language: any of them keeps a target's "basically". */
const partly: Readonly<Record<'en' | 'zh', RegExp>> = {
  en: /\b(?:basic(?:ally)?|in\s+the\s+main|mainly|largely|essentially|broadly|mostly|substantially|by\s+and\s+large|for\s+the\s+most\s+part|on\s+the\s+whole|in\s+essence|fundamentally|primarily|nearly|almost|partly|partially|in\s+principle|generally|initially|preliminar(?:y|ily))\b/i,
  zh: /基本|大体|总体上|大致|初步|主要/,
};
/** Words that say "wholly". */
const wholly: Readonly<Record<'en' | 'zh', RegExp>> = {
  en: /\b(?:fully|full|completely|complete(?!s|d)|entirely|entire|wholly|totally|total|comprehensively|thoroughly|altogether|perfectly|one\s+hundred\s+per\s?cent|100\s*(?:%|per\s?cent|percent))(?![\p{L}])/iu,
  zh: /全面|完全|彻底|全部|整体/,
};

/** The degree that a statement of a target gives otherwise than the pack; undefined where it holds or is not said. */
export function degreeOf(report: Report, statement: TargetStatement | TargetValue): WrongDegree | undefined {
  if ('quantity' in statement) return degreeOfValue(report, statement);
  const { targets, goal, clause, verb, tense, periods, language } = statement;
  const target = inForce(targets, report.date?.day).find((each) => (each.degree[language]?.length ?? 0) > 0);
  const degree = target?.degree[language]?.[0];
  if (target === undefined || degree === undefined || tense === 'done') return undefined;
  const { text } = blockOf(report, goal);
  const words = text.slice(clause.start, clause.end);
  // Without its year it may be said of anybody's work towards the goal.
  const due = new Set(dueYears(target));
  const own = periods.filter(({ period }) => due.has(period));
  if (own.length === 0 || verb === goal.at) return undefined;
  // 实现…是长期任务，要谋划到2035年: a year in the next clause is another's.
  const isElsewhere = ({ span }: { span: Span }) =>
    /^[^，]*，(?!是|即|这)/.test(text.slice(Math.max(goal.at.end, verb.end), span.start));
  if (language === 'zh' && own.every(isElsewhere)) return undefined;
  if (target.degree[language]?.some((word) => words.toLowerCase().includes(word.toLowerCase()))) return undefined;
  const isPart = partly[language].test(degree);
  const isWhole = wholly[language].test(degree);
  const other = isPart ? wholly[language].exec(words) : isWhole ? partly[language].exec(words) : null;
  if (isPart && partly[language].test(words)) return undefined;
  if (isWhole && wholly[language].test(words)) return undefined;
  if (!isPart && !isWhole) return undefined;
  if (other !== null) {
    const at = { start: clause.start + other.index, end: clause.start + other.index + other[0].length };
    const isVerb = at.start <= verb.start && verb.start < at.end;
    if (!isVerb) return { target, degree, found: other[0], at, edit: replacement(text, at, degree, language) };
  }
  return {
    target,
    degree,
    found: undefined,
    at: { start: Math.min(verb.start, goal.at.start), end: Math.max(verb.end, goal.at.end) },
    edit: insertion(text, verb, degree, language),
  };
}

/** Before the verb; a noun ("realization") takes no adverb. */
function insertion(text: string, verb: Span, degree: string, language: 'en' | 'zh'): WrongDegree['edit'] {
  const at = { start: verb.start, end: verb.start };
  if (language === 'zh') return { at, text: degree };
  const word = text.slice(verb.start, verb.end);
  if (/(?:ion|ment|y)$/i.test(word)) return undefined;
  // "Realize it by 2035" as an item of its own.
  if (/^\p{Lu}/u.test(word))
    return { at: { start: verb.start, end: verb.start + 1 }, text: `${capital(degree)} ${word[0]?.toLowerCase()}` };
  return { at, text: `${degree} ` };
}

/** An adverb for an adverb, "the basic realization" for "the full realization"; "in full" takes no other word. */
function replacement(text: string, at: Span, degree: string, language: 'en' | 'zh'): WrongDegree['edit'] {
  const found = text.slice(at.start, at.end);
  const isAdverb = language === 'zh' || /(?:ly|altogether)$/i.test(found);
  const like = isAdverb ? degree : /ally$/.test(degree) ? degree.slice(0, -4) : undefined;
  if (like === undefined || (!isAdverb && !/^\s+\w+(?:ion|ment)\b/i.test(text.slice(at.end)))) return undefined;
  return { at, text: /^\p{Lu}/u.test(found) ? capital(like) : like };
}

function capital(word: string): string {
  return (word[0] ?? '').toUpperCase() + word.slice(1);
}

const hedges: Readonly<Record<string, string>> = dictionary({
  'at least': 'at-least',
  'no less than': 'at-least',
  'more than': 'above',
  'at most': 'at-most',
  'up to': 'at-most',
  about: 'about',
  至少: 'at-least',
  不低于: 'at-least',
  以上: 'at-least',
  超过: 'above',
  约: 'about',
});

/** "at least 95%": the degree of a value is its hedge. */
function degreeOfValue(report: Report, statement: TargetValue): WrongDegree | undefined {
  const { targets, goal, milestone, quantity, rangeEnd, holds, periods, language } = statement;
  const [target] = targets;
  const degree = target?.degree[language]?.[0];
  const due = new Set(target === undefined ? [] : dueYears(target));
  if (target === undefined || degree === undefined || !holds || rangeEnd !== undefined) return undefined;
  const wanted = milestone.comparator ?? hedges[degree.toLowerCase()];
  if (wanted === undefined || !periods.some(({ period }) => due.has(period))) return undefined;
  if (quantity.comparator === wanted || alike(quantity.comparator, wanted)) return undefined;
  const { text } = blockOf(report, goal);
  if (
    target.degree[language]?.some((word) =>
      text.slice(statement.clause.start, statement.clause.end).toLowerCase().includes(word.toLowerCase()),
    )
  )
    return undefined;
  const hedge = quantity.comparatorSpan;
  const start = quantity.span.start;
  if (hedge === undefined) {
    const edit = language === 'en' ? { at: { start, end: start }, text: `${degree} ` } : undefined;
    return { target, degree, found: undefined, at: quantity.span, edit };
  }
  const at = { start: hedge.start, end: hedge.end };
  return {
    target,
    degree,
    found: text.slice(at.start, at.end),
    at,
    edit: language === 'en' || (at.end <= start && !/^以/.test(degree)) ? { at, text: degree } : undefined,
  };
}

/** "more than 95%" keeps "at least 95%" well enough. */
function alike(found: string | undefined, wanted: string): boolean {
  const up = ['above', 'at-least'];
  const down = ['below', 'at-most'];
  return found !== undefined && [up, down].some((side) => side.includes(found) && side.includes(wanted));
}
