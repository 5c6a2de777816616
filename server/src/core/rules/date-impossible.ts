import { isDateInQuestion } from '../events/date-in-question.js';
import { severityOf } from '../events/no-such-date.js';
import { rowsOfDays, weekdayOfDate } from '../events/weekday-of-date.js';
import { yearsAround } from '../events/years-around.js';
import { weekdayOf } from '../language/calendar.js';
import { type Block, toSource } from '../markdown/blocks.js';
import { type Period, readWeekdays, type Weekday, weekdayLike } from '../quantities/index.js';
import { isQuoted, type Report } from '../report/report.js';
import { quantitiesIn } from '../sentences/quantities-in-block.js';
import type { Span } from '../text/span.js';
import type { Detection, ReportRule } from './rule.js';

/** What the day of the week should be, and where it stands in the report. */
interface Instead {
  readonly span: Span;
  readonly text: string;
}

/** A date that does not exist, or a day of the week that does not go with its date. */
export const dateImpossible: ReportRule<Instead | undefined> = {
  id: 'date-impossible',
  severity: 'error',
  reads: 'document',

  *check(report) {
    const days = rowsOfDays(report);
    for (const [index, block] of report.prose.blocks.entries()) {
      if (block.quoted || !/\d|[一二三四五六七八九十〇]/.test(block.text)) continue;
      const { periods, unreadable } = quantitiesIn(report, index);
      for (const date of unreadable) {
        const severity = date.reason === 'no-such-date' ? severityOf(block, date, report.language) : undefined;
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
      const weekdays = dates.length === 0 ? [] : readWeekdays(block.text, report.language);
      const bound = new Set<Weekday>();
      for (const date of dates) {
        const weekday = weekdayOfDate(block.text, date, weekdays, report.language);
        if (weekday !== undefined && !bound.has(weekday)) {
          bound.add(weekday);
          if (isDateInQuestion(block, date.span, report.language) || isQuoted(block, weekday.span)) continue;
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
  const text = weekdayLike(written, expected, report.language);
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
