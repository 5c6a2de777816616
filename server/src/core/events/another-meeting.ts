import { sentenceLanguage } from '../language/sentence-language.js';
import { says } from '../language/words/words.js';
import type { Block } from '../markdown/blocks.js';
import type { Period } from '../quantities/index.js';
import { mentionsIn } from '../report/mentions-in.js';
import { blockOf, type Report } from '../report/report.js';
import { quantitiesIn } from '../sentences/quantities-in-block.js';
import { itemHolding, startingIn } from '../text/ordered-spans.js';
import { contains, type Span } from '../text/span.js';
import type { EventInText } from './event-dates.js';
import { daysOfPeriod, inYear, mayBe } from './written-dates.js';

export function isAnotherDate(report: Report, found: EventInText, period: string, date: string): boolean {
  const recorded = daysOfPeriod(date);
  if (recorded === undefined) return false;
  const written = daysOfPeriod(inYear(period, recorded.first.slice(0, 4)));
  const isToTheDay = /\d\d-\d\d-\d\d|^--\d\d-\d\d/.test(period) && /\d{4}-\d\d-\d\d/.test(date);
  if (written === undefined || mayBe(written, recorded, isToTheDay)) return false;
  return !isAnotherMeeting(report, found);
}

/**
 * A body's own meeting comes round again ("meeting of the Party Group"): it is the known one only if what is said of it
 * names what that one was about, in its year, or if it stands beside another known event of that month. It is another
 * one where the sentence gives the known one its own date.
 */
export function isAnotherMeeting(report: Report, found: EventInText): boolean {
  const { event, mention, dates } = found;
  if (event.by === undefined) return false;
  const body = report.vocabulary.find('organizations', event.by, event.pack);
  const name = mention.form.text.toLowerCase();
  if (body === undefined || !body.forms.some((form) => name.includes(form.text.toLowerCase()))) return false;
  // 第八届…第三次会议: there is one of that number.
  if (/\d|第/.test(mention.form.text)) return false;
  const own = stretchOf(report, found);
  const { text } = blockOf(report, mention);
  const said = text.slice(own.start, own.end);
  // "Discussed other matters", 研究了其他事项.
  const isOther = says(said, sentenceLanguage(said, report.language), 'others', 'excepts', 'timeOrder', 'denies');
  if (isOther || isDatedRight(report, found)) return true;
  const isAbout =
    subjectsOf(found).some((subject) => said.toLowerCase().includes(subject.toLowerCase())) ||
    mentionsIn(report, mention.block, own).some(
      ({ entry }) =>
        entry.pack === event.pack && (entry.kind === 'tasks' || entry.kind === 'taskLists' || entry.kind === 'targets'),
    ) ||
    isBesideAnother(report, event, mention, dates);
  const year = event.date?.slice(0, 4);
  return !isAbout || dates.some(({ period }) => /^\d{4}/.test(period) && period.slice(0, 4) !== year);
}

/** What a meeting is about, as its form says, or where it was told by a verb the event's own forms. */
function subjectsOf({ event, mention: { entry, form } }: EventInText): readonly string[] {
  return entry === event ? form.near : event.forms.flatMap(({ near }) => near);
}

/** What a sentence says of a meeting: from its date on, up to the next date or meeting, or the next clause. */
function stretchOf(report: Report, { mention, sentence, held, dates }: EventInText): Span {
  const { text } = blockOf(report, mention);
  const { at, block } = mention;
  const start = Math.min(at.start, ...dates.flatMap(({ span, block }) => (block === undefined ? [span.start] : [])));
  const last = Math.max(
    at.end,
    held?.end ?? 0,
    ...dates.flatMap(({ span, block }) => (block === undefined ? [span.end] : [])),
  );
  const next = [
    ...periodsIn(report, block, sentence).map(({ span }) => span.start),
    ...mentionsIn(report, block, sentence).flatMap(({ entry, at }) => (entry.kind === 'events' ? [at.start] : [])),
    endOfClause(text, last, sentence.end),
  ].filter((offset) => offset >= last);
  return { start, end: Math.min(sentence.end, ...next) };
}

/** Past a comma right behind the meeting, or behind that it was held, where its clause goes on; the next one begins another. */
function endOfClause(text: string, from: number, end: number): number {
  const lead =
    /^[）)\s]*(?:召开|举行|(?:was\s+|were\s+)?(?:held|convened)|met|took\s+place)?\s*[,，]?/.exec(
      text.slice(from, end),
    )?.[0].length ?? 0;
  const next = /[,，;；]/.exec(text.slice(from + lead, end))?.index;
  return next === undefined ? end : from + lead + next;
}

/** Whether the sentence has the recorded date too. */
function isDatedRight(report: Report, { event, mention, sentence }: EventInText): boolean {
  const recorded = daysOfPeriod(event.date ?? '');
  if (recorded === undefined) return false;
  return periodsIn(report, mention.block, sentence).some(({ period }) => {
    const days = /\d\d-\d\d/.test(period) ? daysOfPeriod(inYear(period, recorded.first.slice(0, 4))) : undefined;
    return days !== undefined && mayBe(days, recorded, true);
  });
}

function periodsIn(report: Report, block: number, within: Span): readonly Period[] {
  return startingIn(quantitiesIn(report, block).periods, ({ span }) => span.start, within);
}

/** Whether its paragraph, list or table names another event of the same month, which its date is in too. */
function isBesideAnother(
  report: Report,
  event: EventInText['event'],
  { span, block }: EventInText['mention'],
  dates: EventInText['dates'],
): boolean {
  const month = event.date?.slice(0, 7) ?? '';
  const { lists, tables, blocks } = report.prose;
  const around =
    (itemHolding(tables, span.start) ?? lists.find((each) => contains(each.span, span)))?.span ??
    (blocks[block] as Block).span;
  return (
    dates.every(({ period }) => inYear(period, month.slice(0, 4)).startsWith(month)) &&
    startingIn(report.mentions, (mention) => mention.span.start, around).some(
      ({ entry }) => entry.kind === 'events' && entry !== event && entry.date?.startsWith(month),
    )
  );
}
