import { type EventInText, readEvents } from '../events/event-dates.js';
import { chineseCity } from '../events/event-places.js';
import { daysOfPeriod, inYear, isBareDay, mayBe, namesMonth, writtenLike } from '../events/written-dates.js';
import { sentencesIn } from '../markdown/block-sentences.js';
import { type Block, toSource } from '../markdown/blocks.js';
import { sectionsAround } from '../markdown/sections.js';
import type { Period } from '../quantities/index.js';
import { replacementFix } from '../report/finding.js';
import { mentionsIn } from '../report/mentions-in.js';
import { blockOf, type Report } from '../report/report.js';
import { quantitiesIn } from '../sentences/quantities-in-block.js';
import { itemHolding, startingIn } from '../text/ordered-spans.js';
import { contains, type Span } from '../text/span.js';
import { inLanguage, nameOf } from '../vocabulary/preferred-form.js';
import type { Detection, Rule } from './rule.js';

interface WrongDate {
  readonly instead: string | undefined;
}

/** A known event with another date or place; or with a day whose month nothing near it names. */
export const eventDate: Rule<WrongDate> = {
  id: 'event-date',
  severity: 'error',
  reads: 'document',

  *check(report) {
    for (const found of readEvents(report)) {
      const { event, isNamed } = found;
      if (event.date === undefined) continue;
      const named = { event: nameOf(event, found.mention.form.language) };
      const block = blockOf(report, found.mention);
      for (const { period, span, block: number } of found.dates) {
        const own = number === undefined ? block : (report.prose.blocks[number] as Block);
        const text = own.text.slice(span.start, span.end);
        const base = { span: toSource(own, span), entry: event };
        const values = { ...named, found: text.replace(/\s+/g, ' '), expected: event.date };
        if (isBareDay(period)) {
          if (!hasMonthNear(report, found))
            yield {
              ...base,
              messageId: 'event-date.bare-day',
              values,
              severity: 'warning',
              detail: { instead: isNamed ? dayInFull(text, event.date) : undefined },
            };
        } else if (isNamed && isAnotherDate(report, found, period, event.date)) {
          const instead = writtenLike(text, event.date);
          yield { ...base, messageId: 'event-date', values, detail: { instead } };
        }
      }
      const sentence = block.text.slice(found.sentence.start, found.sentence.end);
      const place = isNamed ? wrongPlace(found, sentence) : undefined;
      if (place !== undefined && !isAnotherMeeting(report, found))
        yield {
          ...place,
          span: toSource(report.prose.blocks[found.place?.block ?? found.mention.block] as Block, place.span),
        };
    }
  },

  fix({ span, detail: { instead } }) {
    return instead === undefined ? [] : [replacementFix(span, instead)];
  },
};

function isAnotherDate(report: Report, found: EventInText, period: string, date: string): boolean {
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
function isAnotherMeeting(report: Report, found: EventInText): boolean {
  const { event, mention, dates } = found;
  if (event.by === undefined) return false;
  const body = report.vocabulary.find('organizations', event.by, event.pack);
  const name = mention.form.text.toLowerCase();
  if (body === undefined || !body.forms.some((form) => name.includes(form.text.toLowerCase()))) return false;
  const own = stretchOf(report, found);
  const { text } = blockOf(report, mention);
  const said = text.slice(own.start, own.end);
  if (other.test(said) || isDatedRight(report, found)) return true;
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

/** "Discussed other matters", 研究了其他事项. */
const other =
  /\b(?:(?:an)?other|others|else|different|separate|unrelated|regular|routine|usual|again|before|after|until|since|than|unlike|apart|instead)\b|[之以][前后]|不是|并非|而非|有别|其他|其它|另|别的|不同|无关|例行|再次|又/i;

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

/** Whether the sentence, the one before, or a heading above names a month. */
function hasMonthNear(report: Report, { mention, sentence }: EventInText): boolean {
  const { blocks } = report.prose;
  const inBlock = (block: number, within?: Span) =>
    quantitiesIn(report, block).periods.some(
      ({ period, span }: Period) => namesMonth(period) && (within === undefined || contains(within, span)),
    );
  const sentences = sentencesIn(blockOf(report, mention));
  const index = sentences.findIndex(({ start }) => start === sentence.start);
  const before = sentences[index - 1];
  if (inBlock(mention.block, sentence) || (before !== undefined && inBlock(mention.block, before))) return true;
  if (before === undefined && mention.block > 0) {
    const previous = blocks[mention.block - 1];
    const last = previous === undefined ? undefined : sentencesIn(previous).at(-1);
    if (last !== undefined && inBlock(mention.block - 1, last)) return true;
  }
  const place = blocks[mention.block]?.span;
  return place !== undefined && sectionsAround(report.sections, place).some(({ heading }) => inBlock(heading));
}

/** "the 22nd" in full, where it is a day of the event. */
function dayInFull(text: string, date: string): string | undefined {
  const days = daysOfPeriod(date);
  const numbers = (text.match(/\d{1,2}/g) ?? []).map(Number);
  if (days === undefined || numbers.length === 0 || !/\d{4}-\d\d-\d\d/.test(date)) return undefined;
  if (days.first.slice(0, 7) !== days.last.slice(0, 7)) return undefined;
  if (!numbers.every((day) => day >= Number(days.first.slice(8)) && day <= Number(days.last.slice(8))))
    return undefined;
  const [, month] = days.first.split('-').map(Number);
  if (/\p{Script=Han}/u.test(text)) return `${month}月${text}`;
  const first = `${days.first.slice(0, 7)}-${String(numbers[0]).padStart(2, '0')}`;
  return numbers.length === 1 ? writtenLike('1 May 2000', first) : undefined;
}

function wrongPlace({ event, mention, place }: EventInText, sentence: string): Detection<WrongDate> | undefined {
  if (place === undefined) return undefined;
  const { language } = mention.form;
  const known = Object.values(event.place).flat();
  const expected = inLanguage(event.place, language)?.[0];
  const named = chineseCity(place.text) ?? place.text;
  const isKnown = known.some((each) => each.includes(named) || named.includes(each) || sentence.includes(each));
  if (expected === undefined || isKnown || event.place[language] === undefined) return undefined;
  return {
    messageId: 'event-date.place',
    values: { event: nameOf(event, language), found: place.text, expected },
    span: place.at,
    entry: event,
    detail: { instead: place.text.length === 1 ? undefined : expected },
  };
}
