import type { BlockContent } from '../markdown/blocks.js';
import type { Period } from '../quantities/index.js';
import { blockOf, type Report } from '../report/report.js';
import { quantitiesOf, sentenceHolding, sentencesOf } from '../sentences/sentence.js';
import { surroundingsOf } from '../sentences/surroundings.js';
import { contains, type Span } from '../text/span.js';
import type { EventInText } from './event-dates.js';
import { daysOfPeriod, namesMonth, writtenLike } from './written-dates.js';

/** Whether the sentence, the one before, or a heading above names a month. */
export function hasMonthNear(report: Report, { mention, sentence }: EventInText): boolean {
  const inBlock = (block: BlockContent, within?: Span) =>
    quantitiesOf(report, block).periods.some(
      ({ period, span }: Period) => namesMonth(period) && (within === undefined || contains(within, span)),
    );
  const around = surroundingsOf(report, mention.block);
  const own = sentenceHolding(report, blockOf(report, mention), sentence.start);
  const above = around.before();
  const before = own?.before ?? (above && sentencesOf(report, above).at(-1));
  return (
    [own, before].some((each) => each !== undefined && inBlock(each.block, each.span)) ||
    around.headings().some(({ block }) => inBlock(block))
  );
}

/** "the 22nd" in full, where it is a day of the event. */
export function dayInFull(text: string, date: string): string | undefined {
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
