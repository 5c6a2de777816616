import { blockOf, type Report } from '../report/report.js';
import type { Span } from '../text/span.js';
import { dueYears, inForce, type Target, type TargetStatement } from './target-statements.js';

/** A year that no target of the goal has. */
export interface WrongYear {
  readonly target: Target;
  /** Place of the year's digits in the block's text. */
  readonly at: Span;
  readonly years: readonly string[];
}

/**
 * The year of a statement of what is to be, where it is none of the goal's. A superseded target may be told of in the
 * past tense.
 */
export function datesOf(
  report: Report,
  { targets, goal, clause, tense, periods }: TargetStatement,
): WrongYear | undefined {
  if (tense === 'done') return undefined;
  const { text } = blockOf(report, goal);
  const words = text.slice(clause.start, clause.end);
  const told = isTold(words) ? targets : inForce(targets, report.date?.day);
  const target = inForce(targets, report.date?.day)[0];
  if (target === undefined) return undefined;
  const known = new Set(told.flatMap(dueYears));
  // A target without milestones has no year to be held to, whatever its forms say.
  if (known.size === 0) return undefined;
  // A clause with a year of the target is about that one, whatever other years it names.
  // "By April 2013", of a target that is due in a month.
  const inMonths = target.milestones.some(({ due }) => /^\d{4}-\d\d/.test(due));
  const all = periods.flatMap(({ period, span }) => {
    const year = (inMonths ? /^\d{4}(?=$|-\d\d$)/ : /^\d{4}$/).exec(period)?.[0];
    // "In March 2014 the office reports on": a month is when it is due only where the text says by then.
    const isBy = /\bby\s+$/i.test(text.slice(clause.start, span.start)) || /^前/.test(text.slice(span.end));
    return year === undefined || (year !== period && !isBy) ? [] : [{ year, span }];
  });
  // "Redesign the services by April 2013 and implement them by March 2015": the first is its own.
  const own = all.find(({ span }) => /^\s+by\s+$/i.test(text.slice(goal.at.end, span.start)));
  const years = own !== undefined && goal.entry.kind === 'targets' ? [own] : all;
  const decade = decadeOf(words, clause.start, report.date?.day);
  const [only = decade ?? centuryOf(words, clause.start)] = years;
  if (only === undefined || years.length > 1 || known.has(only.year)) return undefined;
  // "By the end of the decade" is by 2029 or by 2030.
  if (only === decade && known.has(String(Number(only.year) - 1))) return undefined;
  // A year that has come is when something was said.
  if (report.date !== undefined && only.year <= report.date.day.slice(0, 4)) return undefined;
  const before = text.slice(clause.start, only.span.start);
  // "before 2036" is by the end of 2035.
  if (/\bbefore\s+$/i.test(before) && known.has(String(Number(only.year) - 1))) return undefined;
  if (!isDue(before, words) && !/^\s+as\s+the\s+(?:year|date|deadline)/i.test(text.slice(only.span.end)))
    return undefined;
  const due = [...new Set(dueYears(target))];
  const written = text.slice(only.span.start, only.span.end);
  const digits = written.indexOf(only.year);
  if (digits >= 0)
    return { target, at: { start: only.span.start + digits, end: only.span.start + digits + 4 }, years: due };
  const isHan = /\p{Script=Han}/u.test(written);
  return { target, at: only.span, years: isHan ? due.map((year) => `${year}年`) : due };
}

/** The middle of the century is a year too. */
function centuryOf(words: string, start: number): { readonly year: string; readonly span: Span } | undefined {
  const match = /\b(?:mid-?\s?century|the\s+middle\s+of\s+(?:the|this)\s+century)\b|本?世纪中叶/i.exec(words);
  if (match === null) return undefined;
  const from = start + match.index;
  return { year: '2050', span: { start: from, end: from + match[0].length } };
}

/** The end of the report's decade, as the year that begins the next. */
function decadeOf(words: string, start: number, date: string | undefined): ReturnType<typeof centuryOf> {
  const match = /\b(?:the\s+)?end\s+of\s+(?:the|this)\s+decade\b/i.exec(words);
  if (match === null || date === undefined) return undefined;
  const from = start + match.index;
  return { year: `${Number(date.slice(0, 3)) + 1}0`, span: { start: from, end: from + match[0].length } };
}

/** Whether a clause looks back on a target: "the target of 2019 was", 曾提出. */
function isTold(clause: string): boolean {
  return /\b(?:was|were|had|then|former(?:ly)?|earlier|originally|previous(?:ly)?|old|until|before)\b|曾|原(?:定|来|先|拟|计划|规划|目标)|当时|此前|过去/i.test(
    clause,
  );
}

/** Whether a year is when it is due, and not when it was said: "by 2035", "the goal for 2035", 到2035年. */
function isDue(before: string, clause: string): boolean {
  if (
    /\b(?:since|from|after|adopted\s+in|set\s+in|announced\s+in|published\s+in|passed\s+in|(?:speaking|spoke|writing|wrote|said|met|meeting|interviewed)\s+in|(?<!end\s)of|plan|act|decided\s+in)\s+(?:the\s+)?$/i.test(
      before,
    )
  )
    return false;
  return (
    /\b(?:by|in|before|until|till|for|around|not?\s+later\s+than|end\s+of|year|towards?)\s+(?:the\s+)?(?:end\s+of\s+|year\s+)?$/i.test(
      before,
    ) ||
    /(?:到|至|在|于|^|，|力争|争取|确保|计划|锚定|瞄准|提出|末?（|为|将|要|是|的目标是)\s*$/.test(before) ||
    /\b\d{4}\s+(?:goal|target|aim)/i.test(clause) ||
    (/\b(?:is|was|be|remains)\s+$/i.test(before) && /\b(?:year|date|deadline|goal|target)\b/i.test(before))
  );
}
