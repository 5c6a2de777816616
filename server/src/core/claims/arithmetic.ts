import type { Quantity } from '../quantities/index.js';
import { isQuoted, type Report } from '../report/report.js';
import { ownParagraphs } from '../sentences/own-sentences.js';
import { sentencesOf } from '../sentences/sentence.js';
import { once } from '../text/once.js';
import type { Span } from '../text/span.js';
import { areAlike, type Change, type Multiple, readChanges, startOf } from './changes.js';
import { type Interval, intersects, intervalOf } from './interval.js';
import type { Miscalculation } from './miscalculation.js';
import { readTableSums } from './table-sums.js';

/** Growth in volume has other numbers behind it than those beside it. */
const real =
  /\b(?:real|constant|comparable|inflation|price-adjusted|adjusted|seasonally|volume|annuali[sz]ed|per\s+year|a\s+year(?!\s+(?:earlier|ago|before|later))|annual(?:ly)?|average|on\s+average|compound|like-for-like)\b|实际|可比|不变价|年均|平均|扣除|每年|复合|季节/i;

const yearOnYear = /同比|环比|比上年|较上年|\byear[\s-]on[\s-]year\b|\bfrom\s+a\s+year\s+(?:earlier|ago)\b/i;

/** Numbers of a report that contradict the numbers beside them, within their printed digits. */
export const readMiscalculations = once((report: Report): readonly Miscalculation[] =>
  report.language === 'en' || report.language === 'zh' ? [...inSentences(report), ...readTableSums(report)] : [],
);

function* inSentences(report: Report): Iterable<Miscalculation> {
  const language = report.language === 'zh' ? 'zh' : 'en';
  for (const { index, block } of ownParagraphs(report)) {
    let earlier: readonly Quantity[] = [];
    for (const { span: sentence, quantities: all } of sentencesOf(report, block)) {
      const quantities = all.filter((quantity) => !isQuoted(block, quantity.span));
      if (quantities.length > 1) {
        const miss = check(block.text, sentence, quantities, earlier, language);
        if (miss !== undefined) yield { ...miss, block: index };
      }
      earlier = quantities;
    }
  }
}

type Miss = Omit<Miscalculation, 'block'>;

function check(
  text: string,
  sentence: Span,
  quantities: readonly Quantity[],
  earlier: readonly Quantity[],
  language: 'en' | 'zh',
): Miss | undefined {
  const words = text.slice(sentence.start, sentence.end);
  for (const change of [
    ...readChanges(text, sentence, quantities, language),
    ...changeSince(text, sentence, quantities, earlier),
    ...changeByYear(text, quantities),
  ]) {
    const miss = changeOf(text, words, change);
    if (miss !== undefined) return miss;
  }
  return (
    shareOf(text, sentence, quantities) ??
    ratioOf(text, sentence, quantities) ??
    sumOf(text, words, quantities) ??
    outlayOf(text, sentence, quantities) ??
    remainderOf(text, sentence, quantities)
  );
}

/** "… 250,000 visitors in 2018. In 2019 it had 300,000, an increase of 40,000": one number a sentence, of one thing. */
function changeSince(
  text: string,
  sentence: Span,
  quantities: readonly Quantity[],
  earlier: readonly Quantity[],
): readonly Change[] {
  const [b, stated] = quantities;
  const [a] = earlier;
  if (earlier.length !== 1 || quantities.length !== 2 || a === undefined || b === undefined || stated === undefined)
    return [];
  if (!areAlike(a, b) || a.value <= 0 || b.value <= 0 || a.comparator !== undefined || b.comparator !== undefined)
    return [];
  const lead = text.slice(sentence.start, b.span.start);
  // The same thing, in another year: a pronoun, the number's own verb, or no subject at all.
  if (
    !/^\s*(?:In|By)\s+(?:19|20)\d\d,?\s+(?:it|they|there|the\s+(?:figure|number|total))\s+[\p{L} ]{2,20}$/u.test(
      lead,
    ) &&
    !/^\s*(?:到|至)?(?:19|20)\d\d年(?:该数|这一数字|其|则|已)?(?:接待|为|达到?|增至|降至|升至|实现)$/.test(lead)
  )
    return [];
  const gap = text.slice(b.span.end, startOf(stated));
  return /^[^,;]{0,20},\s+(?:an?\s+(?:increase|rise|fall|decrease|drop|decline|gain)\s+of|up|down)\s+(?:by\s+)?$/i.test(
    gap,
  ) || /^[^，；]{0,6}，(?:增长|增加|减少|下降|提高|降低)了?$/.test(gap)
    ? [{ a, b, stated: [stated], multiples: [] }]
    : [];
}

/** "1,200 in 2021 and 1,500 in 2022, 400 more"; 2021年1200人，2022年1500人，多400人. */
function changeByYear(text: string, quantities: readonly Quantity[]): readonly Change[] {
  const [a, b, stated, ...more] = quantities;
  if (a === undefined || b === undefined || stated === undefined || more.length > 0) return [];
  if (!isPlain(a) || !isPlain(b) || !areAlike(a, b) || a.value <= 0 || b.value <= 0) return [];
  const join = text.slice(a.span.end, b.span.start);
  const gap = text.slice(b.span.end, startOf(stated));
  const isSaid =
    (/^(?:\s+\p{Ll}+)?\s+in\s+(?:19|20)\d\d,?\s+and\s+$/u.test(join) &&
      /^(?:\s+\p{Ll}+)?\s+in\s+(?:19|20)\d\d,\s+$/u.test(gap) &&
      /^\s+(?:more|fewer|less|higher|lower)\b(?!\s+than\b)/.test(text.slice(stated.span.end, stated.span.end + 16))) ||
    (/^，(?:19|20)\d\d年(?:为|达到?|有|增至|降至|升至)?$/.test(join) && /^，(?:增加|减少|多|少)了?$/.test(gap));
  return isSaid ? [{ a, b, stated: [stated], multiples: [] }] : [];
}

function changeOf(text: string, words: string, { a, b, stated, multiples }: Change): Miss | undefined {
  const from = [a, b].map((each) => shown(text, each));
  const difference = interval(b, a, (x, y) => Math.abs(x - y));
  const relative = interval(b, a, (x, y) => Math.abs((x - y) / y) * 100);
  const ratio = b.value / a.value;
  for (const quantity of stated) {
    const miss = (kind: Miss['kind'], expected: number) => missed(kind, quantity, expected, from);
    const before = text.slice(Math.max(0, startOf(quantity) - 12), startOf(quantity));
    if (quantity.unit === 'doublings') {
      const expected = Math.log2(ratio);
      if (
        !/(?:近|约|超|多)\S{0,2}$/.test(before) &&
        quantity.comparator === undefined &&
        Math.abs(expected - quantity.value) > 0.15
      )
        return miss('doublings', expected);
    } else if (quantity.unit === 'times') {
      // "by three times" adds three; "three times" without it may mean either.
      const expected = ratio - 1;
      const isMet = (value: number) => Math.abs(value - quantity.value) <= 0.15 * Math.max(1, value);
      if (
        quantity.comparator === undefined &&
        ratio > 1 &&
        !isMet(expected) &&
        (/by\s+$|[长高加升大]了?$/.test(before) || !isMet(ratio))
      )
        return miss('times', expected);
    } else if (quantity.kind === 'number' && quantity.unit === undefined && quantity.value < 1) {
      // "down by a third": a word, and no measurement.
      if (
        quantity.written.digits.includes('/') &&
        !real.test(words) &&
        Math.abs(Math.abs(ratio - 1) - quantity.value) > 0.06
      )
        return miss('growth', Math.abs(ratio - 1) * 100);
    } else if (quantity.kind === 'percent' && a.kind !== 'percent') {
      if (!real.test(words) && !isOtherYear(words) && !meets(relative, quantity))
        return miss('growth', Math.abs(ratio - 1) * 100);
    } else if (quantity.kind === 'percent') {
      // The digits may allow for both; the numbers as written then tell.
      const exact = Math.abs(b.value - a.value);
      const isPoints =
        Math.abs(exact - Math.abs(quantity.value)) < 1e-6 &&
        Math.abs((exact / a.value) * 100 - Math.abs(quantity.value)) > quantity.step / 2;
      if (meets(relative, quantity) && !isPoints) continue;
      return miss(meets(difference, quantity) ? 'points' : 'difference', Math.abs(b.value - a.value));
    } else if (quantity.kind === 'points') {
      const size = quantity.unit === 'bp' ? interval(b, a, (x, y) => Math.abs(x - y) * 100) : difference;
      if (a.kind === 'percent' && !meets(size, quantity))
        return miss('difference', Math.abs(b.value - a.value) * (quantity.unit === 'bp' ? 100 : 1));
    } else if (quantity.kind === b.kind && (quantity.unit === b.unit || quantity.unit === undefined)) {
      if (!meets(difference, quantity)) return miss('difference', Math.abs(b.value - a.value));
    }
  }
  for (const each of multiples) {
    if (real.test(words) || isMultiple(ratio, each)) continue;
    const kind = each.fold && Math.abs(ratio - (each.factor - 1)) < 0.15 ? 'times' : 'ratio';
    return { kind, span: each.span, scale: 1, decimals: 1, expected: kind === 'times' ? ratio - 1 : ratio, from };
  }
  return undefined;
}

/** 同比 of a change over more than a year has other numbers behind it. */
function isOtherYear(words: string): boolean {
  if (!yearOnYear.test(words)) return false;
  const years = [...words.matchAll(/(?:19|20)\d\d(?!\d)/g)].map(([year]) => Number(year));
  return years.length > 1 && Math.max(...years) - Math.min(...years) > 1;
}

function isMultiple(ratio: number, { factor, hedge, fold }: Multiple): boolean {
  const share = ratio / factor;
  const [low, high] =
    hedge === 'above'
      ? factor < 1
        ? [0.4, 1.02]
        : [0.98, (factor + 1.2) / factor]
      : hedge === 'below'
        ? [0.5, 1.02]
        : hedge === 'about'
          ? [0.75, 1.3]
          : [0.85, 1.18];
  return (share >= low && share <= high) || (fold && Math.abs(ratio - 1 - factor) <= 0.15 * factor);
}

/** "Of the 80 firms invited, 20 took part, or 30 percent"; 80家，其中20家达标，占30%. */
function shareOf(text: string, sentence: Span, quantities: readonly Quantity[]): Miss | undefined {
  const at = quantities.findIndex(
    ({ kind, written, value }) =>
      kind === 'percent' || (kind === 'number' && written.digits.includes('/') && value < 1),
  );
  const [whole, part, percent] = quantities.slice(0, 3);
  if (at !== 2 || whole === undefined || part === undefined || percent === undefined) return undefined;
  if (!isPlain(whole) || !isPlain(part) || whole.kind !== part.kind || whole.unit !== part.unit) return undefined;
  if (whole.value <= 0 || part.value > whole.value) return undefined;
  const lead = text.slice(Math.max(sentence.start, whole.span.start - 24), whole.span.start);
  const middle = text.slice(whole.span.end, startOf(part));
  const before = text.slice(part.span.end, startOf(percent));
  const after = text.slice(percent.span.end, percent.span.end + 30);
  // The share is one of the whole: it says so, or stands in apposition to the part.
  const english =
    (/\bof\s+(?:the|its|our|their|these|those|all)?\s*$/i.test(lead) ||
      /\b(?:of\s+(?:which|whom|these|them|those)|including)\s*,?\s*$/i.test(middle)) &&
    /^[^;.]{0,60}?(?:(?:,|—|\()\s*(?:(?:or|that\s+is|i\.e\.,?|accounting\s+for|making\s+up|representing|equivalent\s+to|which\s+is)\s*)?)$/i.test(
      before,
    ) &&
    !(/,\s*$/.test(before) && !/^\s*of\s+(?:the\s+(?:total|whole)|all|them|those|these)\b/i.test(after));
  const han =
    /其中|^\p{Script=Han}{0,8}中，?有?$/u.test(middle) &&
    /^[^；。]{0,16}?[，、（(](?:占比?|占总数的?|占全部的?|约占)(?:为|达)?$/.test(before);
  if (!english && !han) return undefined;
  const share = interval(part, whole, (x, y) => (x / y) * 100);
  const size = percent.kind === 'percent' ? percent.value : percent.value * 100;
  const isMet = percent.kind === 'percent' ? meets(share, percent) : share.low <= size + 4 && share.high >= size - 4;
  return isMet
    ? undefined
    : missed(
        'share',
        percent,
        (part.value / whole.value) * 100,
        [whole, part].map((each) => shown(text, each)),
      );
}

/** "so Line A carried four times as many as Line B"; A线是B线的4倍. */
function ratioOf(text: string, sentence: Span, quantities: readonly Quantity[]): Miss | undefined {
  const [x, y, z] = quantities;
  if (quantities.length !== 3 || x === undefined || y === undefined || z === undefined) return undefined;
  const times = quantities.find(({ unit }) => unit === 'times');
  if (times === undefined || times === x || times.comparator !== undefined) return undefined;
  const pair = quantities.filter((each) => each !== times) as [Quantity, Quantity];
  if (!isPlain(pair[0]) || !isPlain(pair[1]) || !areAlike(pair[0], pair[1]) || pair.some(({ value }) => value <= 0))
    return undefined;
  const after = text.slice(times.span.end, Math.min(sentence.end, times.span.end + 60));
  const before = text.slice(pair[0].span.end, times.span.start);
  const compared = /^\s+(?:as\s+\p{L}+(?:\s+\p{L}+)?\s+as|that\s+of|the)\s+(?:the\s+)?([^,.;]*)/iu
    .exec(after)?.[1]
    ?.trim();
  const than = /[是为]([^，。；]{1,12})的$/.exec(before)?.[1];
  const named = compared ?? than;
  if (named === undefined || named === '') return undefined;
  const isNumber = times === y && z.span.start - times.span.end < 40 && compared !== undefined;
  // What it is held against is one of the two: named beside its number, or the number itself.
  if (!isNumber && !text.slice(sentence.start, startOf(times)).includes(`${named}`)) return undefined;
  if (!isNumber && than !== undefined && text.slice(sentence.start, times.span.start).split(named).length < 3)
    return undefined;
  const ratio = isNumber || times !== y ? Math.max(pair[0].value / pair[1].value, pair[1].value / pair[0].value) : 0;
  if (ratio === 0 || Math.abs(ratio - times.value) <= Math.max(times.step / 2, 0.15 * ratio)) return undefined;
  return missed(
    'ratio',
    times,
    ratio,
    pair.map((each) => shown(text, each)),
  );
}

/** "27.7 percent … and … 73.3 percent, together 100 percent". */
function sumOf(text: string, words: string, quantities: readonly Quantity[]): Miss | undefined {
  const total = quantities.at(-1) as Quantity;
  const lead = text.slice(Math.max(0, total.span.start - 40), total.span.start);
  if (
    !/(?:\b(?:together|in\s+total|in\s+all|totall?ing|(?<!\bof\s+)a\s+total\s+of|adding\s+up\s+to|adds?\s+up\s+to|sum(?:ming)?\s+to|altogether)|合计|共计|总计|总共|加起来|(?<=，)共)\s*(?:is|are|was|were|makes?|come\s+to|为|是|达)?\s*$/i.test(
      lead,
    )
  )
    return undefined;
  const parts = quantities.slice(0, -1).filter(({ kind, unit }) => kind === total.kind && unit === total.unit);
  if (
    parts.length < 2 ||
    parts.length !== quantities.length - 1 ||
    /\b(?:from|to)\b|由|从|至/.test(words.replace(/\b(?:come|up|sum(?:ming)?)\s+to\b/gi, ''))
  )
    return undefined;
  if (parts.some(({ comparator }) => comparator !== undefined) || total.comparator !== undefined) return undefined;
  // "The three stations took 40, 55 and 65": what comes before the list is no part of it.
  let value = 0;
  let room = 0;
  for (const part of parts.toReversed()) {
    value += part.value;
    room += part.step / 2;
    if (value > part.value && meets({ low: value - room, high: value + room, lowOpen: false, highOpen: false }, total))
      return undefined;
  }
  return missed(
    'sum',
    total,
    value,
    parts.map((each) => shown(text, each)),
  );
}

/** "Of the £80bn, £50bn went to grids and £40bn to storage"; 总投资80亿元，其中设备50亿元、厂房40亿元: parts that are spent once. */
function outlayOf(text: string, sentence: Span, quantities: readonly Quantity[]): Miss | undefined {
  const [whole, ...parts] = quantities;
  const [first] = parts;
  if (whole === undefined || first === undefined || parts.length < 2) return undefined;
  if (quantities.some((each) => each.kind !== 'money' || each.unit !== whole.unit || !isPlain(each))) return undefined;
  const lead = text.slice(sentence.start, whole.span.start);
  const gaps = quantities.map(({ span }, i) =>
    text.slice(span.end, quantities[i + 1]?.span.start ?? Math.min(sentence.end, span.end + 40)),
  );
  const between = gaps.slice(1, -1);
  const isEnglish =
    /\b(?:of|out\s+of)\s+(?:the|that|this|its|their|our)\s+(?:total\s+(?:of\s+)?)?$/i.test(lead) &&
    /^[^,;.]{0,40},\s+$/.test(gaps[0] as string) &&
    between.every((gap, i) => (i === 0 ? spent : spentToo).test(gap) && /(?:,|\band)\s+$/.test(gap)) &&
    spentToo.test(gaps.at(-1) as string);
  const isHan =
    /(?:投资|资金|预算|支出|经费|拨款|补助|贷款|投入)\p{Script=Han}{0,4}$/u.test(lead) &&
    /^[，,（(]?其中[：:，,]?\p{Script=Han}{1,10}$/u.test(gaps[0] as string) &&
    between.every((gap) => /^(?:[、和及与]|，?以及)\p{Script=Han}{1,10}$/u.test(gap));
  const value = parts.reduce((sum, part) => sum + part.value, 0);
  const room = quantities.reduce((sum, part) => sum + part.step / 2, 0);
  if (!(isEnglish || isHan) || value <= whole.value + room) return undefined;
  return missed(
    'sum',
    whole,
    value,
    parts.map((each) => shown(text, each)),
  );
}

const spent =
  /^\s+(?:went|goes|will\s+go|was|is|were|are|will\s+be)\s+(?:(?:spent|set\s+aside|allocated|earmarked|meant)\s+)?(?:to|on|for)\s/i;

const spentToo =
  /^\s+(?:(?:went|goes|will\s+go|was|is|were|are|will\s+be)\s+)?(?:(?:spent|set\s+aside|allocated|earmarked|meant)\s+)?(?:to|on|for)\s/i;

/** "the north 46 per cent, the south 31 and the remaining 33 per cent": shares that leave a rest make a whole. */
function remainderOf(text: string, sentence: Span, quantities: readonly Quantity[]): Miss | undefined {
  const rest = quantities.at(-1) as Quantity;
  const lead = text.slice(Math.max(sentence.start, startOf(rest) - 14), startOf(rest));
  if (!/\b(?:the\s+)?(?:remaining|other|rest,)\s+$|(?:其余|余下|剩余|其他)(?:的|为|占)?$/i.test(lead)) return undefined;
  const percent = rest.kind === 'percent';
  const [whole] = quantities;
  const parts = percent ? quantities : quantities.slice(1);
  if (
    parts.length < 2 ||
    whole === undefined ||
    quantities.some(
      (each) =>
        each.comparator !== undefined ||
        each.direction !== undefined ||
        each.kind !== rest.kind ||
        each.unit !== rest.unit,
    )
  )
    return undefined;
  if (
    !percent &&
    !/\bof\s+(?:the|its|our|their|these|those|all)?\s*$/i.test(
      text.slice(Math.max(sentence.start, whole.span.start - 10), whole.span.start),
    )
  )
    return undefined;
  const value = parts.reduce((sum, part) => sum + part.value, 0);
  const room = parts.reduce((sum, part) => sum + part.step / 2, percent ? 0 : whole.step / 2);
  const total = percent ? 100 : whole.value;
  if (Math.abs(value - total) <= room + 1e-9 * total || (percent && value - rest.value >= 100)) return undefined;
  return missed(
    'difference',
    rest,
    total - (value - rest.value),
    (percent ? quantities.slice(0, -1) : quantities.slice(0, -1)).map((each) => shown(text, each)),
  );
}

const isPlain = ({ kind, unit, comparator, direction }: Quantity) =>
  (kind === 'number' || kind === 'quantity' || kind === 'money') &&
  unit !== 'times' &&
  comparator === undefined &&
  direction === undefined;

const shown = (text: string, { span }: Quantity) => text.slice(span.start, span.end);

function missed(
  kind: Miss['kind'],
  { span, written, value }: Quantity,
  expected: number,
  from: readonly string[],
): Miss {
  const isFraction = written.digits.includes('/') && value < 1;
  return {
    kind,
    span,
    scale: isFraction ? 1 : written.scale,
    decimals: written.digits.split('.')[1]?.length ?? 0,
    expected,
    from,
  };
}

/** The values that an operation can give over the digits of two numbers. */
function interval(x: Quantity, y: Quantity, operation: (x: number, y: number) => number): Interval {
  const a = intervalOf({ ...x, comparator: undefined });
  const b = intervalOf({ ...y, comparator: undefined });
  const values = [a.low, a.high].flatMap((p) => [b.low, b.high].map((q) => operation(p, q))).filter(Number.isFinite);
  return {
    low: a.low < b.high && b.low < a.high && operation(1, 1) === 0 ? 0 : Math.min(...values),
    high: Math.max(...values),
    lowOpen: false,
    highOpen: false,
  };
}

/** A bound is met by whatever lies beyond it. */
function meets(expected: Interval, quantity: Quantity): boolean {
  const value = Math.abs(quantity.value);
  switch (quantity.comparator) {
    case 'above':
    case 'at-least':
      return expected.high >= value;
    case 'below':
    case 'at-most':
      return expected.low <= value;
    default:
      return intersects(expected, intervalOf({ ...quantity, value }));
  }
}
