import { daysInMonth } from '../language/calendar.js';
import type { Context } from './context.js';
import { formatRange, type Moment } from './dates.js';
import { whole } from './english-years.js';
import type { Token } from './lex.js';
import { stretchArticles, stretchEnds, stretchesInMonths } from './tables/english-dates.js';
import { cardinals } from './tables/english-numerals.js';

/**
 * The period that ends with the month at token `index`: "the year to June 2025", "the quarter ended 30 June 2025", "the
 * 12 months to end-June 2025". Undefined where the month stands for itself.
 */
export function stretchTo(context: Context, index: number, moment: Moment): string | undefined {
  const { tokens } = context;
  const { year, month, day } = moment;
  if (year === undefined || month === undefined || moment.months !== undefined) return undefined;
  if (day !== undefined && day < daysInMonth(month, year)) return undefined;
  const length = lengthBefore(tokens, index);
  if (length === undefined) return undefined;
  if (length === 12 && month === 12) return String(year);
  if (length === 3 && month % 3 === 0) return `${year}-Q${month / 3}`;
  const first = year * 12 + month - length;
  return formatRange({ year: Math.floor(first / 12), month: (first % 12) + 1 }, { year, month });
}

/** How many months the words before a month count up to it. */
function lengthBefore(tokens: readonly Token[], index: number): number | undefined {
  let at = index - 1;
  // To the end of June, to end-June
  if (tokens[at]?.text === 'of') at--;
  if (tokens[at]?.text === '-') at--;
  if (tokens[at]?.text === 'end') at--;
  if (tokens[at]?.text === 'the') at--;
  if (!stretchEnds.has(tokens[at]?.text ?? '')) return undefined;
  const months = stretchesInMonths.get(tokens[at - 1]?.text ?? '');
  if (months === undefined) return undefined;
  const before = tokens[at - 2];
  if (months > 1) return stretchArticles.has(before?.text ?? '') ? months : undefined;
  const count = cardinals.get(before?.text ?? '') ?? whole(before, 60);
  return count === undefined || count === 0 ? undefined : count;
}
