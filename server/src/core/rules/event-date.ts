import { isAnotherDate, isAnotherMeeting } from '../events/another-meeting.js';
import { dayInFull, hasMonthNear } from '../events/bare-days.js';
import { type EventInText, readEvents } from '../events/event-dates.js';
import { placeInstead } from '../events/place-instead.js';
import { isBareDay, writtenLike } from '../events/written-dates.js';
import { type Block, toSource } from '../markdown/blocks.js';
import { replacementFix } from '../report/finding.js';
import { blockOf, type Report } from '../report/report.js';
import { nameOf } from '../vocabulary/preferred-form.js';
import type { Detection, ReportRule } from './rule.js';

interface WrongDate {
  readonly instead: string | undefined;
}

/** A known event with another date or place; or with a day whose month nothing near it names. */
export const eventDate: ReportRule<WrongDate> = {
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
      const place = isNamed ? wrongPlace(found, report) : undefined;
      if (place !== undefined) yield place;
    }
  },

  fix({ span, detail: { instead } }) {
    return instead === undefined ? [] : [replacementFix(span, instead)];
  },
};

/** Where the sentence puts the event elsewhere. */
function wrongPlace(found: EventInText, report: Report): Detection<WrongDate> | undefined {
  const { event, mention, place } = found;
  const { text } = blockOf(report, mention);
  const expected = placeInstead(found, text.slice(found.sentence.start, found.sentence.end));
  if (place === undefined || expected === undefined || isAnotherMeeting(report, found)) return undefined;
  const own = report.prose.blocks[place.block ?? mention.block] as Block;
  return {
    messageId: 'event-date.place',
    values: { event: nameOf(event, mention.form.language), found: place.text, expected },
    span: toSource(own, place.at),
    entry: event,
    detail: { instead: place.text.length === 1 ? undefined : expected },
  };
}
