import { sentencesIn } from '../markdown/block-sentences.js';
import { sectionsAround } from '../markdown/sections.js';
import type { Period } from '../quantities/index.js';
import { blockOf, type Report } from '../report/report.js';
import { quantitiesIn } from '../sentences/quantities-in-block.js';
import { contains, type Span } from '../text/span.js';
import type { EventInText } from './event-dates.js';
import { daysOfPeriod, namesMonth, writtenLike } from './written-dates.js';

/** Whether the sentence, the one before, or a heading above names a month. */
export function hasMonthNear(report: Report, { mention, sentence }: EventInText): boolean {
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
