import { clauseBreaks } from '../language/clause-breaks.js';
import { readWords, says, withoutFirst } from '../language/words/words.js';
import type { Period, Quantity } from '../quantities/index.js';
import type { Mention } from '../report/report.js';
import { once } from '../text/once.js';
import { lowerBound } from '../text/ordered-spans.js';
import type { EntryOf } from '../vocabulary/model.js';
import { fiscalYearOf, isSamePeriod } from './same-period.js';
import type { SentenceContext } from './sentence-context.js';

const sinceLastYear =
  /[比较]上年|同比|\byear[- ]on[- ]year\b|\b(?:on|from|than)\s+(?:a|the)\s+(?:previous\s+)?year(?:\s+(?:before|earlier))?\b/i;

interface Dating {
  readonly period: string | undefined;
  /** It is that of a text before, which may have gone on to another time. */
  readonly isInherited?: boolean;
}

const isWhole = ({ period }: Period) => !/s$|-year$|^-/.test(period);

/** 《2024年概况》: of a title, and of nothing that is told. */
function isInTitle(text: string, { start, end }: Period['span'], from = 0): boolean {
  const before = text.slice(from, start);
  return before.lastIndexOf('《') > before.lastIndexOf('》') && text.indexOf('》', end) >= 0;
}

/** "Compared with 2021, …", 与2021年相比: the period that another is held against. */
function isBase(text: string, { start, end }: Period['span']): boolean {
  // "In 2022 and 2023", 2022年和2023年: one beside another.
  if (/[年月日度]\s*[与同和跟]$/.test(text.slice(Math.max(0, start - 4), start))) return false;
  return (
    /(?:\b(?:(?:compared|relative)\s+(?:with|to)|(?:in|by)\s+(?:comparison|contrast)\s+(?:with|to)|versus|vs\.?)|[与同和跟较比])\s*$/i.test(
      text.slice(Math.max(0, start - 24), start),
    ) &&
    /^(?:\s*(?:levels?\b|[,.;)]|$)|底?(?:相比|比较|水平|有所|增|提|上升|下降|减|[，。；）]))/.test(
      text.slice(end, end + 10),
    )
  );
}

/** The periods of a sentence that what follows may be of: not those that another is held against. */
export function datingPeriods(sentence: string, span: Period['span'], periods: readonly Period[]): readonly Period[] {
  return periods.filter(
    (each) =>
      isWhole(each) && !isBase(sentence, { start: each.span.start - span.start, end: each.span.end - span.start }),
  );
}

/** The end of a stretch whose beginning nobody knows: over the years to 2022, in the run-up to June 2024, 2022年前的十年. */
function isOpenStretch(text: string, { span: { start, end }, lengthSpan }: Period): boolean {
  if (lengthSpan !== undefined) return false;
  return (
    /\b(?:to|until|till|through|ending|ended|(?:years|decades?|quarters|months|century)\s+(?:ending\s+in|before))\s+(?:the\s+)?(?:end(?:\s+of\s+|-))?$/i.test(
      text.slice(Math.max(0, start - 30), start),
    ) ||
    /^(?:之?前|以前)?的[一两二三四五六七八九十\d]+(?:年|个(?:财年|年度|季度|月))(?:间|来|里|内)?/.test(
      text.slice(end, end + 10),
    )
  );
}

/** The periods of a sentence once each; a part without a year ("in Q2") has the one of the only year that is named. */
const distinctPeriods = once(({ text, periods, sentence }: SentenceContext): readonly Period[] => {
  const years = new Set(periods.filter(isWhole).map(({ period }) => period.slice(0, 4)));
  const [year] = years;
  return (
    periods
      .map((each) =>
        years.size === 1 &&
        (/^--Q[1-4]$/.test(each.period) ||
          (/^--\d\d$/.test(each.period) &&
            /(?:\b(?:in|for|and|to)\s+|[，、和与至到年,])$/i.test(
              text.slice(Math.max(0, each.span.start - 10), each.span.start),
            )))
          ? { ...each, period: `${year}${each.period.slice(1)}` }
          : each,
      )
      .filter(isWhole)
      .filter(({ span }) => !isBase(text, span) && !isInTitle(text, span, sentence.start))
      .map((each) => (isOpenStretch(text, each) ? { ...each, period: `../${each.period}` } : each))
      // "The second round, in March 2024": one period said twice.
      .filter(({ period }, i, all) => !all.slice(0, i).some((other) => isSamePeriod(other.period, period)))
  );
});

/** "In 2021 and 2022 … 37.3 and 40.2 respectively": as many periods as values go in turn. */
export function inTurn(context: SentenceContext, values: readonly Quantity[], position: number): Dating | undefined {
  const { text, sentence, language } = context;
  const periods = distinctPeriods(context);
  const [range, ...more] = periods;
  const [from, to] = values;
  const ends = more.length === 0 ? /^(\d{4})\/(\d{4})$/.exec(range?.period ?? '') : null;
  // "From 2021 to 2023 … 3.1, 4.6 and 2.7 respectively": a year each.
  const years = ends === null ? 0 : Number(ends[2]) - Number(ends[1]) + 1;
  if (
    years === values.length &&
    values.length > 2 &&
    says(text.slice(sentence.start, sentence.end), language, 'inTurn')
  )
    return { period: String(Number(ends?.[1]) + position) };
  // "From 2012 to 2022 it rose from 20.9 to 40.2": the ends of the one are those of the other.
  if (ends !== null && values.length === 2 && from !== undefined && to !== undefined && isCompared(context, from)) {
    if (/(?:\bto|到|至)\s*$/.test(text.slice(from.span.end, to.comparatorSpan?.start ?? to.span.start)))
      return { period: ends[position + 1] };
  }
  // "Rose by 3 to 40 between 2021 and 2022": the end of the one is that of the other.
  const [first, last] = periods;
  if (values.length === 1 && from !== undefined && periods.length === 2 && first !== undefined && last !== undefined) {
    const start =
      from.comparatorSpan === undefined ? from.span.start : Math.min(from.span.start, from.comparatorSpan.start);
    const isStretch =
      readWords(text.slice(sentence.start, first.span.start), language).last('changesFrom', 'stretchBegins') !==
        undefined &&
      readWords(text.slice(first.span.end, last.span.start), language).only(
        'changesTo',
        'joinsAlike',
        'article',
        'timeNoun',
        'beforeDate',
      );
    if (isStretch && readWords(text.slice(sentence.start, start), language).last('changesTo') !== undefined)
      return { period: last.period };
  }
  // "… 40 in 2022 and, at 39, slipped in 2023": each has the period behind it.
  const isEachBehind = periods.length === values.length && periods.every(({ span }, i) => isBetween(span, values, i));
  if (values.length > 1 && isEachBehind) return { period: periods[position]?.period };
  const isEachBefore =
    periods.length === values.length &&
    periods.every(
      ({ span }, i) =>
        span.end <= (values[i] as Quantity).span.start &&
        (i === 0 || span.start >= (values[i - 1] as Quantity).span.end),
    );
  if (values.length > 1 && isEachBefore) return { period: periods[position]?.period };
  if (values.length < 2 || !says(text.slice(sentence.start, sentence.end), language, 'inTurn')) return undefined;
  const [head] = values;
  const stand = (place: 'before' | 'after') =>
    periods.every(({ span }) =>
      place === 'before'
        ? span.end <= (head as Quantity).span.start
        : span.start >= (values.at(-1) as Quantity).span.end,
    );
  if (periods.length !== values.length || !(stand('before') || stand('after'))) return undefined;
  return { period: periods[position]?.period };
}

/** Whether a period stands behind the value of its place and before the next. */
function isBetween({ start, end }: Period['span'], values: readonly Quantity[], i: number): boolean {
  const [value, next] = [values[i], values[i + 1]];
  return value !== undefined && value.span.end <= start && (next === undefined || end <= next.span.start);
}

/** A value that another is held against: "up from 37.3", "against 37.3", 较…的. */
function isCompared({ text, sentence, periods }: SentenceContext, quantity: Quantity): boolean {
  const start = Math.min(quantity.span.start, quantity.comparatorSpan?.start ?? quantity.span.start);
  const date = periods.find(({ span }) => span.end <= start && /^[的\s]*$/.test(text.slice(span.end, start)));
  return /(?:\b(?:from|against|than|versus|vs\.?|(?:compared|relative)\s+(?:with|to)|surpass\w*|beat\w*|above|below)\s+(?:the\s+|an?\s+|some\s+)?|[从由比较与]|相比)$/i.test(
    text.slice(Math.max(sentence.start, (date?.span.start ?? start) - 40), date?.span.start ?? start),
  );
}

const yearBefore =
  /^[\s,，(（]*(?:(?:in|for|during|of)\s+)?(?:(?:the|a|one)\s+)?(?:(?:previous|prior|preceding)\s+(?:(?:fiscal|financial|calendar)\s+)?year|(?:(?:fiscal|financial)\s+)?year\s+(?:before|earlier|previously|ago))\b/i;
const otherBefore =
  /^[\s,，(（]*(?:(?:in|for|during|of|at)\s+)?(?:(?:the|a|an|one|two|three|five|ten|\d+)\s+)?(?:(?:previous|prior|preceding|same|last)\s+\p{L}+|\p{L}+\s+(?:before|earlier|previously|ago)|before|earlier|previously)\b/iu;
const hanBefore = /(?:上年|上一年|前一年|上一?财年|上一?年度)(?:同期|末|底)?的?(?:为|是|达)?$/;
const hanOther = /(?:同期|上季度?|上一季度|上月|前一?轮|此前|之前|年前|十年前|原来|最初)的?(?:为|是|达)?$/;

const yearAfter =
  /^[\s,，(（]*(?:(?:in|for|during|of)\s+)?(?:(?:the|a|one)\s+)?(?:(?:following|next)\s+(?:(?:fiscal|financial)\s+)?year|year\s+(?:later|after(?:wards)?|on))\b/i;
const hanNext = /(?:次年|翌年|下一年|第二年)的?(?:为|是|达|升至|增至|降至)?$/;

/** A value "a year earlier" or 上年 is of the year before; one "in the round before" of nothing that is sure. */
function relativeDating(context: SentenceContext, quantity: Quantity): Dating | 'ambiguous' | undefined {
  const { text, sentence, periods } = context;
  const start = Math.min(quantity.span.start, quantity.comparatorSpan?.start ?? quantity.span.start);
  const after = text.slice(quantity.span.end, quantity.span.end + 60);
  const before = text.slice(Math.max(sentence.start, start - 12), start);
  const year =
    yearBefore.test(after) ||
    hanBefore.test(before) ||
    /\b(?:the\s+(?:previous|prior|preceding)\s+year(?:['’]s)?|the\s+year\s+before(?:['’]s)?)\s+$/i.test(
      text.slice(Math.max(sentence.start, start - 40), start),
    );
  const next = !year && (yearAfter.test(after) || hanNext.test(before));
  if (!year && !next) return otherBefore.test(after) || hanOther.test(before) ? 'ambiguous' : undefined;
  const named = periods.filter(
    ({ period, span }) => /^\d{4}(?:\/\d\d)?$/.test(period) && !/^上/.test(text.slice(span.start, span.end)),
  );
  const [base] = named;
  // 上年 alone is the year before the report's.
  if (base === undefined) return hanBefore.test(before) ? undefined : 'ambiguous';
  if (named.some(({ period }) => period !== base.period)) return 'ambiguous';
  const told = Number(base.period.slice(0, 4)) + (next ? 1 : -1);
  return { period: base.period.length === 4 ? String(told) : `${told}/${String(told + 1).slice(2)}` };
}

/** Whether a clause of its own begins right before a place: "…, and in". */
function opensClause({ text, language }: SentenceContext, from: number, to: number): boolean {
  const between = text.slice(from, to);
  const last = between.slice(Math.max(0, ...[...',，;；'].map((mark) => between.lastIndexOf(mark))));
  const breaks = clauseBreaks[language];
  const found = breaks === undefined ? undefined : [...last.matchAll(breaks)].at(-1);
  return (
    found !== undefined && withoutFirst(last.slice(found.index + found[0].length), language, 'beforeDate').trim() === ''
  );
}

/** Whether a part of a year stands right beside a year: 2023/24财年上半年. */
function isBeside({ text, periods, language }: SentenceContext, part: Period['span']): boolean {
  return periods.some(({ span }) => {
    if (span === part) return false;
    const between = span.end <= part.start ? text.slice(span.end, part.start) : text.slice(part.end, span.start);
    return (
      between.trim() === '' || readWords(between, language).only('beforeDate', 'article', 'timeNoun', 'verbOfValue')
    );
  });
}

/** The first quantity of a sentence that begins at a place or behind it. */
function nextQuantity({ quantities }: SentenceContext, from: number): Quantity | undefined {
  return quantities[lowerBound(quantities, ({ span }) => span.start, from)];
}

/** Whether a number is told of a number of years: 五年累计…, 三年来…. */
function isOfYears({ text, quantities, sentence, language }: SentenceContext, quantity: Quantity): boolean {
  return quantities.some(
    ({ kind, unit, span, value, consecutive }) =>
      kind === 'duration' &&
      unit === 'Y' &&
      value > 1 &&
      !consecutive &&
      span.end <= quantity.span.start &&
      readWords(text.slice(span.end, sentence.end), language).first('yearsTogether')?.start === 0,
  );
}

/** "Passed 11,800 and reached 11,870": a round bound and the figure itself. */
function isSameSaidTwice(a: Quantity, b: Quantity): boolean {
  if (a.kind !== b.kind || (a.comparator === undefined) === (b.comparator === undefined)) return false;
  const [bound, value] = a.comparator === undefined ? [b, a] : [a, b];
  return Math.abs(bound.value - value.value) <= Math.max(bound.roundStep, Math.abs(value.value) * 0.1);
}

/** The period of a quantity: attached to it, else the only one of the sentence, of the one before, of the heading. */
export function periodFor(
  context: SentenceContext,
  quantity: Quantity,
  values: readonly Quantity[],
  position: number,
  mention: Mention,
): Dating | 'ambiguous' | undefined {
  const { text, periods } = context;
  const nextValue = values[position + 1];
  const relative = relativeDating(context, quantity);
  if (relative !== undefined) return relative;
  // 五年累计…: of several years together.
  if (isOfYears(context, quantity)) return 'ambiguous';
  const compared = isCompared(context, quantity);
  const others = values.filter(
    (other) =>
      other !== quantity &&
      !isCompared(context, other) &&
      !isSameSaidTwice(quantity, other) &&
      relativeDating(context, other) === undefined,
  ).length;
  const alone = !compared && others === 0;
  const distinct = distinctPeriods(context);
  // "The first half of fiscal 2023/24": a part of a year that is not known.
  if (
    periods.some(({ period, span }) => /^--(?:Q|\d\d\/)/.test(period) && !isBase(text, span) && isBeside(context, span))
  )
    return 'ambiguous';
  // Beside a year, a day is that of publication: "data of 28 February 2023 show that in 2022 …".
  const wider = distinct.filter(({ period }) => !/^\d{4}-\d\d-\d\d$/.test(period));
  // 比2022年的1260所多: the date of what it is held against.
  const ofCompared = ({ span }: Period) => {
    const next = nextQuantity(context, span.end);
    return (
      next !== undefined &&
      next.span.start !== quantity.span.start &&
      /^的?$/.test(text.slice(span.end, next.span.start).trim()) &&
      isCompared(context, next)
    );
  };
  const usable = (wider.length > 0 ? wider : distinct).filter((each) => compared || !ofCompared(each));
  const after = usable.find(({ span }) => {
    if (span.start < quantity.span.end || (nextValue !== undefined && span.end > nextValue.span.start)) return false;
    // "3.17 million head at the end of 2022"
    const counted = text.slice(quantity.span.end, span.start);
    const noun =
      quantity.noun === undefined
        ? 0
        : counted.trimStart().startsWith(quantity.noun)
          ? counted.indexOf(quantity.noun) + quantity.noun.length
          : 0;
    const link = counted.slice(noun);
    // "47元，第六轮为50元": past a comma, a period with more behind it is that of the clause it begins.
    if (/[,，]/.test(link) && !/^\s*(?:[,，;；.。)）]|$)/.test(text.slice(span.end, context.sentence.end)))
      return false;
    return /^[以上下左右余多\s]*[(（,，]?\s*(?:in|for|during|of|as\s+of|by|at\s+the\s+end\s+of|over)?\s*(?:the\s+)?(?:year\s+)?$/i.test(
      link,
    );
  });
  const before = usable.findLast(
    ({ span }) =>
      span.end <= quantity.span.start &&
      span.start >= mention.at.end &&
      !context.quantities.some(
        (other) => other !== quantity && other.span.start >= span.end && other.span.end <= quantity.span.start,
      ),
  );
  if (after !== undefined && (values.length > 1 || usable.length > 1)) return { period: after.period };
  if (before !== undefined && values.length > 1) return { period: before.period };
  if (compared && (before !== undefined || after !== undefined)) return { period: (before ?? after)?.period };
  // "It had been 5, and in 2023 it was higher": the date of another clause.
  if (
    usable.every(({ span }) => span.start >= quantity.span.end && opensClause(context, quantity.span.end, span.start))
  )
    if (usable.length > 0) return 'ambiguous';
  // 2020/21财年至2022/23财年三年间: a stretch of them, and no one of them.
  const isStretch = usable.some(({ span }, i) => {
    const next = usable[i + 1];
    const between = next === undefined ? '' : text.slice(span.end, next.span.start);
    return between.length < 12 && readWords(between, context.language).only('changesTo');
  });
  if (isStretch) return 'ambiguous';
  if (usable.length === 1) return alone ? { period: usable[0]?.period } : 'ambiguous';
  if (usable.length > 1) {
    // "At 89.2%, punctuality in 2023 was better than the 91.3% of 2021": that of the metric.
    const ofMetric =
      quantity.span.end > mention.at.start ? undefined : usable.find(({ span }) => span.start >= mention.at.end);
    const isOfMetric =
      ofMetric !== undefined &&
      withoutFirst(text.slice(mention.at.end, ofMetric.span.start), context.language, 'beforeDate').trim() === '';
    if (isOfMetric) return { period: ofMetric.period };
    if (after !== undefined) return { period: after.period };
    if (before !== undefined) return { period: before.period };
    // "In 2023 it was 4, in 2024 the rate was": a period with a number behind it has its own.
    const leading = usable.filter(
      ({ span, lengthSpan }, i) =>
        span.end <= mention.at.start &&
        (nextQuantity(context, Math.max(span.end, lengthSpan?.end ?? 0))?.span.end ?? Number.POSITIVE_INFINITY) >
          Math.min(mention.at.start, usable[i + 1]?.span.start ?? mention.at.start),
    );
    const nearest = leading.at(-1);
    // 今年初公布的数字表明，2023年…: the one right before.
    if (alone && nearest !== undefined && /^的?$/.test(text.slice(nearest.span.end, mention.at.start).trim()))
      return { period: nearest.period };
    return leading.length === 1 && alone ? { period: leading[0]?.period } : 'ambiguous';
  }
  if (
    !periods.every(
      (each) => isBase(text, each.span) || isInTitle(text, each.span, context.sentence.start) || ofCompared(each),
    )
  )
    return 'ambiguous';
  const earlier = context.before.filter(isWhole);
  const isNow = says(text.slice(context.sentence.start, context.sentence.end), context.language, 'present');
  if (earlier.length === 1 && alone && !isNow)
    return { period: earlier[0]?.period, isInherited: context.isBeforeInText === true };
  if (context.before.length > 0) return 'ambiguous';
  // 《2023年统计公报》, 较2022年: some year is meant, and it is not told which.
  const own = text.slice(context.sentence.start, context.sentence.end);
  const titles = own.match(/《[^《》]*》/g) ?? [];
  if (periods.length > 0 || titles.some((title) => /\d{4}/.test(title))) return 'ambiguous';
  // A comparison with the year before tells that the report's own period is meant.
  return sinceLastYear.test(own) ? 'ambiguous' : { period: undefined };
}

/** FY2023 is 2022/23 to some and 2023/24 to others, where a fiscal year is not the calendar's. */
export function isLoneFiscal(
  { report, periods }: SentenceContext,
  dating: Dating | undefined,
  metric: EntryOf<'metrics'>,
) {
  return (
    fiscalYearOf(metric, report.vocabulary) !== undefined &&
    periods.some(({ fiscal, period }) => fiscal && period === dating?.period && /^\d{4}$/.test(period))
  );
}
