import { dictionary } from '../text/dictionary.js';
import type { Span } from '../text/span.js';
import type { Milestone } from '../vocabulary/model.js';
import type { TargetValue } from './target-values.js';

const hedges: Readonly<Record<string, Readonly<Record<'en' | 'zh', string>>>> = dictionary({
  above: { en: 'more than ', zh: '超过' },
  'at-least': { en: 'at least ', zh: '至少' },
  about: { en: 'about ', zh: '约' },
  exactly: { en: 'exactly ', zh: '正好' },
  'at-most': { en: 'at most ', zh: '至多' },
  below: { en: 'less than ', zh: '低于' },
});

/** A milestone in words: "at least 95%", "43 to 50 GW". */
export function shownMilestone(
  {
    value,
    written,
    range,
    comparator,
    unit,
  }: Omit<Milestone, 'comparator' | 'unit'> & {
    readonly comparator?: Milestone['comparator'] | undefined;
    readonly unit?: string | undefined;
  },
  language: 'en' | 'zh',
): string {
  const number = range === undefined ? (written ?? String(value)) : range.join(language === 'zh' ? '至' : ' to ');
  const suffix = unit === undefined ? '' : unit === 'percent' ? '%' : language === 'zh' ? unit : ` ${unit}`;
  return `${comparator === undefined ? '' : (hedges[comparator]?.[language] ?? '')}${number}${suffix}`;
}

/** The year that a change is measured from, where the text gives another than the milestone: "on 2005 levels". */
export function baselineOf(text: string, { milestone, clause }: TargetValue): Span | undefined {
  if (!/^\d{4}$/.test(milestone.baseline ?? '')) return undefined;
  const words = text.slice(clause.start, clause.end);
  const match =
    /\b(?:from|on|below|above|than|against|relative\s+to|compared\s+(?:with|to))\s+(?:the\s+)?(?:levels?\s+(?:of|in)\s+)?(\d{4})\b(?:\s+levels?|\s+baseline)?|(?:比|较|以)(\d{4})年/i.exec(
      words,
    );
  const year = match?.[1] ?? match?.[2];
  if (match === null || year === undefined || year === milestone.baseline) return undefined;
  const start = clause.start + match.index + match[0].indexOf(year);
  return { start, end: start + 4 };
}
