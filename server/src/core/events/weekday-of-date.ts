import { sentenceLanguage } from '../language/sentence-language.js';
import type { Notion } from '../language/words/notions.js';
import { readWords } from '../language/words/words.js';
import { type Period, readWeekdays, type Weekday } from '../quantities/index.js';
import type { Report } from '../report/report.js';
import { startingIn } from '../text/ordered-spans.js';

/** Between a day of the week and the date behind it: ", ", " morning, the ", " (". */
const toDate = (gap: string, language: string) =>
  /^[\s.,，()（）]/.test(gap) && isOnly(gap, language, 'partOfDay', 'article');

const toDateHan = /^[）)，,\s（(]*$/;

/** Between a date and the day of the week behind it: " (", ", a ", " fell on a ", 下午是. */
const toWeekday = (gap: string, language: string) => isOnly(gap, language, 'isDay', 'partOfDay');

/** Whether a text is marks and words of some notions alone. */
function isOnly(gap: string, language: string, ...notions: readonly Notion[]): boolean {
  const words = gap.replace(/[\s.,，()（）[\]［］]+/g, ' ').trim();
  return words === '' || readWords(words, language).only(...notions);
}

/** One of several days, or somebody's: "Monday to Friday", "Monday's", 周一至周五, 周一鸣. */
const several = /^\s*(?:to|and|or|&|[-–—/~～、和与或至到]|,\s*\p{Lu})|^s\b|^['’]s\b/u;

/** The day of the week that is said of a date: right before it, or right behind. */
export function weekdayOfDate(
  text: string,
  { span }: Period,
  weekdays: readonly Weekday[],
  reportLanguage: string,
): Weekday | undefined {
  const language = sentenceLanguage(text.slice(Math.max(0, span.start - 60), span.end + 60), reportLanguage);
  const near = { start: span.start - 2 * nearest, end: span.end + nearest + 1 };
  const around = startingIn(weekdays, (day) => day.span.start, near);
  const before = around.findLast((day) => day.span.end <= span.start);
  if (before !== undefined && span.start - before.span.end <= nearest) {
    const gap = text.slice(before.span.end, span.start);
    if ((toDate(gap, language) || toDateHan.test(gap)) && isDayOfWeek(text, before, true, language)) return before;
  }
  const after = around.find((day) => day.span.start >= span.end);
  if (after === undefined) return undefined;
  const gap = text.slice(span.end, after.span.start);
  if (gap.length > 2 * nearest || !toWeekday(gap, language) || !isDayOfWeek(text, after, false, language))
    return undefined;
  const rest = text.slice(after.span.end, after.span.end + nearest);
  if (several.test(rest)) return undefined;
  const isBracketed = /[（([［]/.test(gap);
  // "On 27 September 2023, Monday trading rose": where the sentence goes on it is the next thing's.
  const isWord = /^[A-Z]/.test(text.slice(after.span.start));
  const closes = isWord
    ? /^\.?\s*(?:$|[^\p{L}\p{N}\s])/u.test(rest)
    : /^(?:\s|$|[^\p{L}\p{N}])/u.test(rest) || readWords(rest, language).first('partOfDay', 'heldOn') !== undefined;
  return (isBracketed && !/^\s*\d/.test(rest)) || closes ? after : undefined;
}

/** Further than this from a date no day of the week is its own, in UTF-16 units. */
const nearest = 24;

/** "Sheffield Wednesday" (but "Good Friday"), "The Sun", "Monday to Wednesday", 每周一: no day of one date. */
function isDayOfWeek(text: string, { span }: Weekday, isBefore: boolean, language: string): boolean {
  const before = text.slice(Math.max(0, span.start - 24), span.start);
  const written = text.slice(span.start, span.end);
  const isShort = /^[A-Z][a-z]{2,4}$/.test(written) && !/day$/.test(written);
  const words = readWords(before, language);
  if (/[-–—/~～、和与或至到]$/.test(before) || words.last('recurring') !== undefined) return false;
  if (!isBefore) return true;
  const article = words.last('article');
  if (isShort && article !== undefined) return false;
  return (
    !/\p{Lu}[\p{L}’'-]*\s$/u.test(before) || words.last('namesDay', 'preposition', 'upTo', 'determiner') !== undefined
  );
}

function headsWeekdays(heading: string, reportLanguage: string): boolean {
  const words = readWords(heading, sentenceLanguage(heading, reportLanguage));
  return words.only('weekdayHeading') || (!/\w/.test(heading) && words.says('weekdayHeading'));
}

/** In tables with a column of dates and one of days of the week beside it: for each date's cell, the day. */
export function rowsOfDays({
  prose: { tables, blocks },
  language,
}: Report): ReadonlyMap<number, { readonly weekday: Weekday; readonly block: number }> {
  const days = new Map<number, { readonly weekday: Weekday; readonly block: number }>();
  for (const { rows } of tables) {
    const [header = [], ...body] = rows;
    for (const [column, head] of header.entries()) {
      if (!headsWeekdays(blocks[head]?.text ?? '', language)) continue;
      for (const row of body) {
        const cell = row[column];
        const text = blocks[cell ?? -1]?.text.trim() ?? '';
        const [weekday] = readWeekdays(text, language);
        if (cell === undefined || weekday === undefined || weekday.span.end - weekday.span.start !== text.length)
          continue;
        for (const beside of [row[column - 1], row[column + 1]])
          if (beside !== undefined) days.set(beside, { weekday, block: cell });
      }
    }
  }
  return days;
}
