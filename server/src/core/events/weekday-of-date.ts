import { type Period, readWeekdays, type Weekday } from '../quantities/index.js';
import type { Report } from '../report/report.js';
import { startingIn } from '../text/ordered-spans.js';

const partOfDay = String.raw`(?:\s+(?:morning|afternoon|evening|night))?`;

/** From a day of the week to the date behind it: ", ", " the ", " (". */
const toDate = new RegExp(String.raw`^${partOfDay}\.?[)）]?(?:\s*[,，]?\s*[（(]?\s*(?:the\s+)?)$`, 'i');

const toDateHan = /^[）)，,\s（(]*$/;

/** From a date to the day of the week behind it: " (", ", a ". */
const toWeekday =
  /^(?:\s*[（([［]\s*(?:a\s+)?|\s*[,，]\s*(?:(?:which\s+(?:is|was)\s+)?an?\s+)?|\s+(?:is|was|falls\s+on|fell\s+on)\s+an?\s+|\s+|(?:上午|下午|晚上?)?[，,\s（(]*(?:是|为)?)$/;

/** One of several days, or somebody's: "Monday to Friday", "Monday's", 周一至周五, 周一鸣. */
const several = /^\s*(?:to|and|or|&|[-–—/~～、和与或至到]|,\s*\p{Lu})|^s\b|^['’]s\b/u;

/** The day of the week that is said of a date: right before it, or right behind. */
export function weekdayOfDate(text: string, { span }: Period, weekdays: readonly Weekday[]): Weekday | undefined {
  const near = { start: span.start - 2 * nearest, end: span.end + nearest + 1 };
  const around = startingIn(weekdays, (day) => day.span.start, near);
  const before = around.findLast((day) => day.span.end <= span.start);
  if (before !== undefined && span.start - before.span.end <= nearest) {
    const gap = text.slice(before.span.end, span.start);
    if ((toDate.test(gap) || toDateHan.test(gap)) && isDayOfWeek(text, before, true)) return before;
  }
  const after = around.find((day) => day.span.start >= span.end);
  if (after === undefined) return undefined;
  const gap = text.slice(span.end, after.span.start);
  if (!toWeekday.test(gap) || !isDayOfWeek(text, after, false)) return undefined;
  const rest = text.slice(after.span.end, after.span.end + nearest);
  if (several.test(rest)) return undefined;
  const isBracketed = /[（([［]/.test(gap);
  // "On 27 September 2023, Monday trading rose": where the sentence goes on it is the next thing's.
  const isWord = /^[A-Z]/.test(text.slice(after.span.start));
  const closes = isWord
    ? /^\.?\s*(?:$|[^\p{L}\p{N}\s])/u
    : /^(?:\s|$|[^\p{L}\p{N}]|[上下中][午旬]|晚|早|凌晨|夜|起|在|召开|举行|开)/u;
  return (isBracketed && !/^\s*\d/.test(rest)) || closes.test(rest) ? after : undefined;
}

/** Further than this from a date no day of the week is its own, in UTF-16 units. */
const nearest = 24;

/** "Sheffield Wednesday" (but "Good Friday"), "The Sun", "Monday to Wednesday", 每周一: no day of one date. */
function isDayOfWeek(text: string, { span }: Weekday, isBefore: boolean): boolean {
  const before = text.slice(Math.max(0, span.start - 24), span.start);
  const isShort =
    /^[A-Z][a-z]{2,4}$/.test(text.slice(span.start, span.end)) && !/day$/.test(text.slice(span.start, span.end));
  if (/(?:[每上下逢]个?|[-–—/~～、和与或至到]|\b(?:to|and|or|every|each|last|next|Mail\s+on)\s)$/.test(before))
    return false;
  if (!isBefore) return true;
  return !/\p{Lu}[\p{L}’'-]*\s$/u.test(before)
    ? !(isShort && /\bthe\s$/i.test(before))
    : /^(?:Good|Easter|Ash|Palm|Maundy|Shrove|Whit|Black|Cyber|On|By|From|Until|Since|Of|In|At|This|The)\s$/.test(
        /\p{Lu}[\p{L}’'-]*\s$/u.exec(before)?.[0] ?? '',
      ) && !(isShort && /\bThe\s$/.test(before));
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
      if (
        !/^\W*(?:day|weekday|day\s+of\s+(?:the\s+)?week|dow)\W*$|^(?=\W*$)\W*?(?:星期|周|礼拜)/i.test(
          blocks[head]?.text ?? '',
        ) &&
        (blocks[head]?.text.trim() ?? '') !== '星期'
      )
        continue;
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
