import { weekdayOf } from '../language/calendar.js';
import { sentenceAt } from '../markdown/block-sentences.js';
import { type Block, toSource } from '../markdown/blocks.js';
import { sectionsAround } from '../markdown/sections.js';
import { type Period, readWeekdays, type Unreadable, type Weekday, weekdayLike } from '../quantities/index.js';
import { isQuoted, type Report } from '../report/report.js';
import { quantitiesIn } from '../sentences/quantities-in-block.js';
import { once } from '../text/once.js';
import { startingIn } from '../text/ordered-spans.js';
import type { Span } from '../text/span.js';
import type { Severity } from '../vocabulary/model.js';
import type { Detection, Rule } from './rule.js';

/** What the day of the week should be, and where it stands in the report. */
interface Instead {
  readonly span: Span;
  readonly text: string;
}

/** A date that does not exist, or a day of the week that does not go with its date. */
export const dateImpossible: Rule<Instead | undefined> = {
  id: 'date-impossible',
  severity: 'error',
  reads: 'document',

  *check(report) {
    const days = rowsOfDays(report);
    for (const [index, block] of report.prose.blocks.entries()) {
      if (block.quoted || !/\d|[一二三四五六七八九十〇]/.test(block.text)) continue;
      const { periods, unreadable } = quantitiesIn(report, index);
      for (const date of unreadable) {
        const severity = date.reason === 'no-such-date' ? severityOf(block, date) : undefined;
        if (severity !== undefined)
          yield {
            messageId: 'date-impossible',
            values: { found: shown(block.text, date.span) },
            span: toSource(block, date.span),
            severity,
            detail: undefined,
          };
      }
      const dates = periods.filter(({ period }) => /^(?:\d{4}-|--)\d\d-\d\d$/.test(period));
      const weekdays = dates.length === 0 ? [] : readWeekdays(block.text);
      const bound = new Set<Weekday>();
      for (const date of dates) {
        const weekday = weekdayOfDate(block.text, date, weekdays);
        if (weekday !== undefined && !bound.has(weekday)) {
          bound.add(weekday);
          if (isSpokenOf(block, date.span) || isQuoted(block, weekday.span)) continue;
          yield* held(report, index, date, weekday, index);
        } else {
          const beside = days.get(index);
          if (beside !== undefined) yield* held(report, index, date, beside.weekday, beside.block);
        }
      }
    }
  },

  fix({ detail }) {
    if (detail === undefined) return [];
    const { span, text } = detail;
    return [{ messageId: 'fix.replace', values: { expected: text }, safe: false, edits: [{ span, text }] }];
  },
};

function shown(text: string, { start, end }: Span): string {
  return text.slice(start, end).replace(/\s+/g, ' ');
}

/** A weekday of the block `day` beside a date of the block `index`, if it is another than the date's. */
function* held(
  report: Report,
  index: number,
  { period, span }: Period,
  { day, span: at }: Weekday,
  other: number,
): Iterable<Detection<Instead>> {
  const block = report.prose.blocks[index] as Block;
  const its = report.prose.blocks[other] as Block;
  const hasYear = /^\d/.test(period);
  const { possible, severity } = hasYear
    ? { possible: [Number(period.slice(0, 4))], severity: 'error' as const }
    : yearsAround(report, index, span);
  const [year] = possible;
  // Before the new calendar a day had another name, until 1923 in some countries.
  if (year === undefined || possible.some((each) => each < 1930)) return;
  const right = possible.map((each) => weekdayOf(hasYear ? period : `${each}${period.slice(1)}`));
  if (right.includes(day)) return;
  const expected = right[0] as number;
  const written = its.text.slice(at.start, at.end);
  const text = weekdayLike(written, expected);
  const dayAt = toSource(its, at);
  const date = toSource(block, span);
  yield {
    messageId: hasYear ? 'date-impossible.weekday' : 'date-impossible.weekday-of-year',
    values: {
      found: written,
      date: shown(block.text, span),
      expected: text,
      ...(hasYear ? {} : { year: String(year) }),
    },
    span: index === other ? { start: Math.min(dayAt.start, date.start), end: Math.max(dayAt.end, date.end) } : dayAt,
    severity,
    detail: { span: dayAt, text },
  };
}

/** A day of any year. */
const example = /\b(?:for\s+(?:example|instance)|e\.g\.|suppose|imagine|say,)|例如|比如|假设|假如/i;

/** Where a block begins to give an example; its length where it gives none. */
const exampleIn = once((block: Block): number => example.exec(block.text)?.index ?? block.text.length);

const years = new WeakMap<Block, ReadonlySet<string>>();

function yearsIn(report: Report, index: number): ReadonlySet<string> {
  const block = report.prose.blocks[index] as Block;
  let known = years.get(block);
  if (known === undefined) {
    known = yearsOf(quantitiesIn(report, index).periods);
    years.set(block, known);
  }
  return known;
}

function yearsOf(periods: readonly Period[]): ReadonlySet<string> {
  return new Set(periods.flatMap(({ period }) => period.match(/(?<![\d-])\d{4}(?!s)/g) ?? []));
}

/** The one year that is named around a date, then those beside it, which it may be of as well; none where it is not sure. */
function yearsAround(
  report: Report,
  index: number,
  date: Span,
): { readonly possible: readonly number[]; readonly severity: Severity } {
  const block = report.prose.blocks[index] as Block;
  const sentence = sentenceAt(block, date.start);
  const { periods } = quantitiesIn(report, index);
  const levels = function* () {
    if (sentence !== undefined) yield yearsOf(startingIn(periods, ({ span }) => span.start, sentence));
    yield yearsIn(report, index);
    for (const { heading } of sectionsAround(report.sections, block.span)) yield yearsIn(report, heading);
    yield new Set(report.frontMatter.date?.slice(0, 4).split(' '));
  };
  const isExample = exampleIn(block) < date.start;
  // The day on which an undated report is checked says little of it.
  const fallback = report.date === undefined ? [] : [report.date.slice(0, 4)];
  const ofText = isExample ? undefined : [...levels()].find(({ size }) => size > 0);
  const named = [...(ofText ?? (isExample ? [] : fallback))].map(Number);
  const [year] = named;
  return {
    possible: year === undefined || named.length > 1 ? [] : [year, year - 1, year + 1],
    severity: ofText === undefined ? 'information' : 'warning',
  };
}

/** How sure it is that a date was meant and is none: an error with year, month and day, a warning where one is left out. */
function severityOf(block: Block, { span, period = '' }: Unreadable): Severity | undefined {
  if (isSpokenOf(block, span)) return undefined;
  const { text } = block;
  const written = text.slice(span.start, span.end);
  const before = text.slice(Math.max(0, span.start - 40), span.start);
  const after = text.slice(span.end, span.end + 12);
  if (/^\s*[?？]/.test(after)) return undefined;
  const isDigits = /^[\d./-]+$/.test(written);
  if (isDigits && (codeBefore.test(before) || (written.includes('.') && !dottedAfter.test(before)))) return undefined;
  const [, year, month = 0, day = 0] = (/^(\d{4}|-)-(\d\d)-(\d\d)$/.exec(period) ?? []).map(Number);
  if (day === 0) return 'warning';
  const hasYear = year !== undefined && !Number.isNaN(year);
  // Sweden had a 30 February in 1712; months of the moon have thirty days, and are written in numerals.
  if (hasYear && month === 2 && day <= 30 && year < 1932) return undefined;
  if (!hasYear && (/^[一二三四五六七八九十]/.test(written) || !endsDate.test(after))) return undefined;
  const isRange = /\d\s*(?:to|and|[-–—~～至到])\s*\d/.test(isDigits ? '' : written);
  return hasYear && !isRange && !(isDigits && (month > 12 || /\b\d\.|\.\d\b/.test(written))) ? 'error' : 'warning';
}

/** "In June 31 staff": the number may count what follows. */
const endsDate =
  /^\s*(?:$|[^\p{L}\p{N}\s%]|\p{Script=Han}|(?:of|in|and|or|to|at|by|for|the|is|was|were|are|when|until|till|after|before|from|with|as|on)\b)/iu;
/** "Version 2022.02.30", "invoice 31-06-2022". */
const codeBefore =
  /\b(?:v|ver|versions?|releases?|builds?|tags?|ids?|codes?|parts?|models?|invoices?|refs?|isbn|doi|no|nos|nr)\b[.:#\s]*$|(?:版本|编号|编码|型号|代码|单号)[：:]?\s*$/i;

/** What digits with full stops are a date behind; elsewhere they are a version: "Firmware 2023.02.31". */
const dottedAfter =
  /(?:^|[^\p{L}\s]\s*|\p{Script=Han}\s*|\b(?:on|by|from|to|of|until|till|since|before|after|dated?|and|between)\s+)$/iu;

/** The sentence says that there is no such day, tells of a mistake or of another calendar. */
const spokenOf =
  /\b(?:there\s+(?:is|was|are)\s+no|no\s+(?:such\s+)?(?:date|day)|(?:does|do|did)\s+not\s+exist|doesn['’]t\s+exist|never\s+(?:existed|comes?|came|will)|non-?existent|impossible|invalid|imaginary|fictional|fictitious|typos?|misprints?|mistakes?|mistaken(?:ly)?|errors?|wrong(?:ly)?|erroneous(?:ly)?|corrected|corrections?|erratum|errata|calendars?|leap|lunar|julian|hijri|islamic|hebrew|jewish|swed\w+|soviet|day[\s-]count|is\s+not\s+a\s+(?:date|day))\b|不存在|没有(?=[^，。；]{0,6}[日号])|并无|虚构|误|错|更正|勘误|历法|日历|阳历|公历|闰|[农阴旧夏藏回]历|腊月|正月|无效/i;

function isSpokenOf(block: Block, span: Span): boolean {
  if (isQuoted(block, span) || /《[^》]{0,20}$/.test(block.text.slice(Math.max(0, span.start - 20), span.start)))
    return true;
  const sentence = sentenceAt(block, span.start);
  if (sentence === undefined) return false;
  const around = { start: Math.max(sentence.start, span.start - reach), end: Math.min(sentence.end, span.end + reach) };
  const text = block.text.slice(around.start, around.end);
  return spokenOf.test(text) || /\bno\s+(?:the\s+)?$/i.test(block.text.slice(around.start, span.start));
}

/** Further than this from a date nothing is said of it, in UTF-16 units. */
const reach = 120;

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
function weekdayOfDate(text: string, { span }: Period, weekdays: readonly Weekday[]): Weekday | undefined {
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
function rowsOfDays({
  prose: { tables, blocks },
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
        const [weekday] = readWeekdays(text);
        if (cell === undefined || weekday === undefined || weekday.span.end - weekday.span.start !== text.length)
          continue;
        for (const beside of [row[column - 1], row[column + 1]])
          if (beside !== undefined) days.set(beside, { weekday, block: cell });
      }
    }
  }
  return days;
}
