import type { Quantity } from '../quantities/index.js';
import { isCitation, isQuoted, type Report } from '../report/report.js';
import type { Span } from '../text/span.js';
import { readSentences } from './block-quantities.js';
import { type Interval, intersects, intervalOf } from './interval.js';

/** Numbers of one sentence that do not follow from one another. */
export interface Miscalculation {
  readonly kind: 'growth' | 'difference' | 'share' | 'sum' | 'points' | 'doublings' | 'times';
  readonly block: number;
  /** The number that does not follow. */
  readonly quantity: Quantity;
  /** What follows instead, and the numbers that it follows from. */
  readonly expected: number;
  readonly from: readonly Quantity[];
}

/** Growth in volume has other numbers behind it than those beside it. */
const real =
  /\b(?:real|constant|comparable|inflation|price-adjusted|seasonally|volume|annuali[sz]ed|per\s+year|a\s+year|annual(?:ly)?|average|on\s+average|compound|like-for-like)\b|实际|可比价|不变价|年均|平均|扣除|每年|复合/i;

/** Numbers of a report that contradict the numbers beside them, within their printed digits. */
export function readMiscalculations(report: Report): readonly Miscalculation[] {
  const found: Miscalculation[] = [];
  if (report.language !== 'en' && report.language !== 'zh') return found;
  for (const [index, block] of report.prose.blocks.entries()) {
    if (block.kind !== 'paragraph' || block.quoted || !/\p{Nd}/u.test(block.text) || isCitation(report, index))
      continue;
    for (const { span: sentence, quantities: all } of readSentences(report, index)) {
      if (all.length < 2) continue;
      const quantities = all.filter((quantity) => !isQuoted(block, quantity.span));
      if (quantities.length < 2) continue;
      const miss = check(block.text, sentence, quantities);
      if (miss !== undefined) found.push({ ...miss, block: index });
    }
  }
  return found;
}

type Miss = Omit<Miscalculation, 'block'>;

function check(text: string, sentence: Span, quantities: readonly Quantity[]): Miss | undefined {
  const words = text.slice(sentence.start, sentence.end);
  return changeOf(text, words, quantities) ?? shareOf(text, words, quantities) ?? sumOf(text, words, quantities);
}

/** Between the two ends of a change: "from A (in 2021) to B", 由A增至B. */
const toEnglish = /^(?:[^.;]{0,40}?)\bto\s+$/i;
const toHan = /(?:增至|增加到|增长到|提高到|上升到|升至|降至|下降到|减少到|扩大到|变为|到|至)(?:\d{4}年的?)?$/;

/** Two quantities that a change leads between, in one unit. */
function endsOfChange(text: string, quantities: readonly Quantity[]): { a: Quantity; b: Quantity } | undefined {
  for (let i = 0; i + 1 < quantities.length; i++) {
    const a = quantities[i] as Quantity;
    const b = quantities[i + 1] as Quantity;
    if (
      a.kind === 'ordinal' ||
      a.kind === 'duration' ||
      (a.kind !== b.kind && a.unit !== undefined) ||
      (a.unit !== b.unit && a.unit !== undefined)
    )
      continue;
    const lead = text.slice(Math.max(0, a.span.start - 24), a.span.start);
    const between = text.slice(
      a.span.end,
      b.comparatorSpan === undefined ? b.span.start : Math.min(b.span.start, b.comparatorSpan.start),
    );
    const english = /\bfrom\s+(?:[\p{L}]+\s+){0,2}$/iu.test(lead) && toEnglish.test(between);
    const han = /(?:由|从)(?:[^，。；]{0,12})$/.test(lead) && toHan.test(between);
    if ((english || han) && a.comparator === undefined && b.comparator === undefined) return { a, b };
  }
  return undefined;
}

function changeOf(text: string, words: string, quantities: readonly Quantity[]): Miss | undefined {
  const ends = endsOfChange(text, quantities);
  if (ends === undefined || ends.a.value === 0) return undefined;
  const { a, b } = ends;
  const from = [a, b];
  for (const quantity of quantities) {
    if (quantity === a || quantity === b || quantity.comparator !== undefined) continue;
    const before = text.slice(Math.max(0, quantity.span.start - 30), quantity.span.start);
    const after = text.slice(quantity.span.end, quantity.span.end + 24);
    const changed =
      quantity.direction !== undefined ||
      /\b(?:by|up|down|(?:increase|rise|growth|gain|decrease|fall|decline|drop|change)\s+of|rose|fell|grew|climbed|increased|declined|dropped)\s+(?:about\s+|some\s+)?$|(?:增长|提高|上升|增加|下降|减少|降低|扩大|回升|上涨|下跌)了?$/i.test(
        before,
      );
    const difference = interval(b, a, (x, y) => x - y);
    const relative = interval(b, a, (x, y) => ((x - y) / y) * 100);
    if (a.kind === 'percent' && b.kind === 'percent') {
      if (!changed) continue;
      if (quantity.kind === 'points' && !meets(abs(difference), quantity))
        return { kind: 'difference', quantity, expected: Math.abs(b.value - a.value), from };
      if (quantity.kind === 'percent' && meets(abs(difference), quantity) && !meets(abs(relative), quantity))
        return { kind: 'points', quantity, expected: Math.abs(b.value - a.value), from };
      continue;
    }
    if (quantity.kind === 'percent' && changed && !real.test(words)) {
      if (!meets(abs(relative), quantity))
        return { kind: 'growth', quantity, expected: Math.abs(((b.value - a.value) / a.value) * 100), from };
    } else if (quantity.unit === 'doublings') {
      const expected = Math.log2(b.value / a.value);
      if (Math.abs(expected - quantity.value) > 0.1) return { kind: 'doublings', quantity, expected, from };
    } else if (quantity.unit === 'times' && /(?:增长|提高|增加|扩大|上升)了?$/.test(before)) {
      const expected = b.value / a.value - 1;
      if (Math.abs(expected - quantity.value) > 0.15 * Math.max(1, expected))
        return { kind: 'times', quantity, expected, from };
    } else if (
      quantity.kind === b.kind &&
      /^\s*(?:more|less|fewer|higher|lower)\b/i.test(after) &&
      (quantity.unit === b.unit || quantity.unit === undefined)
    ) {
      if (!meets(abs(difference), quantity))
        return { kind: 'difference', quantity, expected: Math.abs(b.value - a.value), from };
    }
  }
  return undefined;
}

/** "Of the 80 firms invited, 20 took part, or 30 percent"; 80家，其中20家达标，占30%. */
function shareOf(text: string, words: string, quantities: readonly Quantity[]): Miss | undefined {
  const percent = quantities.find(({ kind, comparator }) => kind === 'percent' && comparator === undefined);
  if (percent === undefined) return undefined;
  const counts = quantities.filter(
    ({ kind, span, comparator }) =>
      (kind === 'number' || kind === 'quantity') && span.end <= percent.span.start && comparator === undefined,
  );
  const [whole, part] = counts;
  if (whole === undefined || part === undefined || counts.length !== 2 || whole.value <= 0 || part.value > whole.value)
    return undefined;
  const before = text.slice(part.span.end, percent.span.start);
  const english =
    /\b[Oo]f\s+(?:the|its|our|their|these|those|all)?\s*$/.test(
      text.slice(Math.max(0, whole.span.start - 12), whole.span.start),
    ) && /(?:,|—|\()\s*(?:or|that\s+is|i\.e\.,?)\s*$/i.test(before);
  const han = /其中/.test(text.slice(whole.span.end, part.span.start)) && /[，、](?:占比?|占总数的?)$/.test(before);
  if (!english && !han) return undefined;
  if (/\bof\b.*\bof\b/i.test(words.slice(0, 6))) return undefined;
  const share = {
    low: (part.value / whole.value) * 100,
    high: (part.value / whole.value) * 100,
    lowOpen: false,
    highOpen: false,
  };
  return meets(share, percent)
    ? undefined
    : { kind: 'share', quantity: percent, expected: share.low, from: [whole, part] };
}

/** "27.7 percent … and … 73.3 percent, together 100 percent". */
function sumOf(text: string, words: string, quantities: readonly Quantity[]): Miss | undefined {
  const total = quantities.at(-1) as Quantity;
  const lead = text.slice(Math.max(0, total.span.start - 40), total.span.start);
  if (
    !/(?:\b(?:together|in\s+total|in\s+all|totall?ing|a\s+total\s+of|for\s+a\s+total\s+of|adding\s+up\s+to|sum(?:ming)?\s+to)|合计|共计|总计|加起来)\s*(?:is|are|was|were|为|是)?\s*$/i.test(
      lead,
    )
  )
    return undefined;
  const parts = quantities.slice(0, -1).filter(({ kind, unit }) => kind === total.kind && unit === total.unit);
  if (parts.length < 2 || parts.length !== quantities.length - 1 || /\b(?:from|to)\b|由|从|至/.test(words))
    return undefined;
  if (parts.some(({ comparator }) => comparator !== undefined) || total.comparator !== undefined) return undefined;
  const value = parts.reduce((sum, part) => sum + part.value, 0);
  const room = parts.reduce((sum, part) => sum + part.step / 2, 0);
  return meets({ low: value - room, high: value + room, lowOpen: false, highOpen: false }, total)
    ? undefined
    : { kind: 'sum', quantity: total, expected: value, from: parts };
}

/** The values that an operation can give over the digits of two numbers. */
function interval(x: Quantity, y: Quantity, operation: (x: number, y: number) => number): Interval {
  const a = intervalOf({ ...x, comparator: undefined });
  const b = intervalOf({ ...y, comparator: undefined });
  const values = [a.low, a.high].flatMap((p) => [b.low, b.high].map((q) => operation(p, q))).filter(Number.isFinite);
  return { low: Math.min(...values), high: Math.max(...values), lowOpen: false, highOpen: false };
}

function abs({ low, high }: Interval): Interval {
  const ends = [Math.abs(low), Math.abs(high)];
  return { low: low < 0 && high > 0 ? 0 : Math.min(...ends), high: Math.max(...ends), lowOpen: false, highOpen: false };
}

function meets(expected: Interval, quantity: Quantity): boolean {
  return intersects(expected, intervalOf({ ...quantity, value: Math.abs(quantity.value) }));
}
