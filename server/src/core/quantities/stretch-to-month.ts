import { daysInMonth } from '../language/calendar.js';
import { smallNumber } from '../language/numerals.js';
import type { Span } from '../text/span.js';
import type { Context } from './context.js';
import { formatRange, type Moment } from './dates.js';
import type { Token } from './lex.js';

interface Stretch {
  readonly period: string;
  /** Its words but for the month. */
  readonly lengthSpan: Span;
}

interface Length {
  readonly months: number;
  readonly span: Span;
}

/**
 * The period that the month between two tokens ends: "the year to June 2025", "the quarter ended 30 June 2025",
 * 截至2025年6月的12个月. Undefined where the month stands for itself.
 */
export function stretchTo(
  context: Context,
  { index, next }: { readonly index: number; readonly next: number },
  moment: Moment,
): Stretch | undefined {
  const { year, month, day } = moment;
  if (year === undefined || month === undefined || moment.months !== undefined) return undefined;
  // Of days the last of a month alone ends months.
  if (day !== undefined && day !== daysInMonth(month, year)) return undefined;
  const length = latinLength(context, index) ?? hanLength(context.tokens, index, next);
  if (length === undefined || length.months === 0) return undefined;
  const period = monthsTo(year, month, length.months);
  return period === undefined ? undefined : { period, lengthSpan: length.span };
}

function monthsTo(year: number, month: number, months: number): string | undefined {
  if (months === 12 && month === 12) return String(year);
  if (months === 3 && month % 3 === 0) return `${year}-Q${month / 3}`;
  const first = year * 12 + month - months;
  return formatRange({ year: Math.floor(first / 12), month: (first % 12) + 1 }, { year, month });
}

/** The token before those that lead to a month: "to", "ended", "to the end of". Undefined where none does. */
function beforeStretchEnd({ tokens, words }: Context, index: number): number | undefined {
  const end = words.stretchEnds.endingAt(tokens, tokens[index - 1]?.text === '-' ? index - 2 : index - 1);
  return end === undefined ? undefined : end.end - 1;
}

/** How long the words of Latin letters before a month say that it is up to it. */
function latinLength(context: Context, index: number): Length | undefined {
  const { tokens } = context;
  const { months = 0, first = -1 } = latinMonths(context, index) ?? {};
  const [from, to] = [tokens[first], tokens[index - 1]];
  return from === undefined || to === undefined ? undefined : { months, span: { start: from.start, end: to.end } };
}

/** `first` is the token that the words begin with. */
function latinMonths(context: Context, index: number): { readonly months: number; readonly first: number } | undefined {
  const { tokens, words } = context;
  const { stretchArticles, stretchesInMonths, stretchNouns } = words.latin.dates;
  let at = beforeStretchEnd(context, index);
  if (at === undefined) return undefined;
  // The 12-month period to June
  if (stretchNouns.has(tokens[at]?.text ?? '')) at--;
  const noun = tokens[at]?.text ?? '';
  const unit = stretchesInMonths.get(noun);
  if (unit === undefined) return undefined;
  at--;
  if (tokens[at]?.text === '-') at--;
  const before = tokens[at]?.text ?? '';
  // The half-year to June
  if (unit === 12 && words.latin.dates.partWords.get(before) === 'half') return { months: 6, first: at };
  const count = smallNumber(before);
  if (count !== undefined) return { months: count * unit, first: at };
  // How long "the years to June" are, nobody says; a heading has no article.
  const isOne = !noun.endsWith('s') && (at < 0 || stretchArticles.has(before));
  return isOne ? { months: unit, first: Math.max(0, at) } : undefined;
}

const hanUnits: ReadonlyMap<string, number> = new Map([
  ['个月', 1],
  ['季度', 3],
  ['个季度', 3],
  ['年', 12],
  ['半年', 6],
]);
const hanStretch = /^[末底]?的(?:过去|前)?(\d{1,2}|[一二两三四五六七八九十]{0,3})(个月|个?季度|半?年)(?![期度])/;

/** How long the Chinese words behind a month say that it is up to it: 截至2025年6月的12个月, 至9月末的半年; not 3月的一年期贷款. */
function hanLength(tokens: readonly Token[], index: number, next: number): Length | undefined {
  if (!/^[至到止]$/.test(tokens[index - 1]?.text ?? '')) return undefined;
  const behind = tokens.slice(next, next + 10).map(({ text }) => text);
  const [words = '', number = '', unit = ''] = hanStretch.exec(behind.join('')) ?? [];
  const months = hanUnits.get(unit);
  if (months === undefined || (number === '' && unit !== '半年')) return undefined;
  const start = tokens[next]?.start ?? 0;
  return {
    months: months * (number === '' ? 1 : (smallNumber(number) ?? 0)),
    span: { start, end: start + words.length },
  };
}
