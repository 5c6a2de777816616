import { dictionary } from '../text/dictionary.js';
import { type BareQuantity, quantityOf } from './bare-quantity.js';
import { directionOf, type Hedge, hedgeAfter, hedgeBefore } from './comparators.js';
import type { Context } from './context.js';
import { readsYen } from './currencies.js';
import { maxRun } from './han-numerals.js';
import { lex } from './lex.js';
import { nounAfter } from './nouns.js';
import { afterLink, withRateBefore } from './number-with-unit.js';
import { readPeriod } from './periods.js';
import type { Period, Quantity, QuantityReading, ReadOptions, Unreadable } from './quantity.js';
import { inherit, type Pairing, pairingOf } from './ranges.js';
import { readNumber } from './read-number.js';
import { Shields } from './shields.js';
import { unitForms } from './units.js';
import { wordsFor } from './words.js';

const nothing: QuantityReading = { quantities: [], periods: [], unreadable: [] };

/**
 * The quantities and periods of a running text, in its order. What is no quantity (names, labels, code, citations) and
 * what has no certain value is left out.
 */
export function readQuantities(text: string, options: ReadOptions = {}): QuantityReading {
  const words = wordsFor(options.language);
  if (words === undefined) return nothing;
  const context: Context = {
    ...lex(text, words.latin.numerals),
    words,
    units: unitForms(options.units, words),
    options,
    isYen: readsYen(text, options.region),
  };
  const shields = new Shields(context);
  const bareQuantities: BareQuantity[] = [];
  const periods: Period[] = [];
  const unreadable: Unreadable[] = [];
  let i = 0;
  while (i < context.tokens.length) {
    const period = readPeriod(context, i);
    if (period !== undefined) {
      if (period.period !== undefined) periods.push(period.period);
      if (period.impossible !== undefined) unreadable.push({ ...period.impossible, reason: 'no-such-date', digits: 0 });
      i = period.next;
      continue;
    }
    const shield = shields.end(i);
    if (shield !== undefined) {
      i = shield;
      continue;
    }
    const number = readNumber(context, i);
    if (number?.bare !== undefined) bareQuantities.push(number.bare);
    else if (number !== undefined && number.next - i > maxRun && context.tokens[i]?.kind === 'han')
      unreadable.push(tooLong(context, i, number.next));
    i = number === undefined ? i + 1 : Math.max(i + 1, number.next);
  }
  return {
    quantities: finish(context, bareQuantities, unreadable),
    periods,
    unreadable: unreadable.sort((a, b) => a.span.start - b.span.start),
  };
}

/** A run of Han numerals that no number has. */
function tooLong({ tokens }: Context, first: number, next: number): Unreadable {
  const span = { start: tokens[first]?.start ?? 0, end: tokens[next - 1]?.end ?? 0 };
  return { span, reason: 'too-long', digits: next - first };
}

function finish(
  context: Context,
  bareQuantities: readonly BareQuantity[],
  unreadable: Unreadable[],
): readonly Quantity[] {
  const paired: BareQuantity[] = [...bareQuantities];
  const pairings: Pairing[] = [];
  const inherited = new Set<number>();
  for (let i = 0; i + 1 < paired.length; i++) {
    const pairing = pairingOf(context, paired[i] as BareQuantity, paired[i + 1] as BareQuantity);
    pairings[i] = pairing;
    if (pairing === undefined) continue;
    // $150-200bn: the second takes the currency, then the first the scale.
    const second = inherit(context, paired[i + 1] as BareQuantity, paired[i] as BareQuantity, false);
    if (second !== undefined) {
      paired[i + 1] = second;
      inherited.add(i + 1);
    }
    const first = inherit(context, paired[i] as BareQuantity, paired[i + 1] as BareQuantity, true);
    if (first !== undefined) {
      paired[i] = first;
      inherited.add(i);
    }
  }
  for (const [index, bare] of paired.entries()) {
    const first = pairings[index - 1] === 'range' ? (bareQuantities[index - 1] as BareQuantity).first : bare.first;
    paired[index] = withRateBefore(context, bare, first);
  }
  const quantities: Quantity[] = [];
  /** Index of each bare one among the quantities. */
  const places = new Map<number, number>();
  for (const [index, bare] of paired.entries()) {
    // 2-1 is a score.
    if (pairings[index] === 'score' || pairings[index - 1] === 'score') continue;
    const quantity = withWords(context, bare, inherited.has(index));
    if (quantity === undefined) {
      const { start, end, numeral } = bare;
      unreadable.push({ span: { start, end }, reason: 'too-long', digits: numeral.digits.replace('.', '').length });
      continue;
    }
    places.set(index, quantities.length);
    quantities.push(quantity);
  }
  for (const [index, pairing] of pairings.entries()) {
    const a = places.get(index);
    const b = places.get(index + 1);
    if (pairing !== 'range' || a === undefined || b === undefined) continue;
    if (quantities[a]?.rangeWith !== undefined) continue;
    const [from, to] = [quantities[a] as Quantity, quantities[b] as Quantity];
    const direction = from.direction ?? to.direction;
    quantities[a] = { ...from, rangeWith: b, direction };
    quantities[b] = { ...to, rangeWith: a, direction };
  }
  return quantities;
}

function withWords(context: Context, bare: BareQuantity, inherited: boolean): Quantity | undefined {
  const { tokens } = context;
  const hedge = hedgeOf(context, bare);
  const after = hedge !== undefined && hedge.from === bare.next ? hedge : undefined;
  const han = after !== undefined && tokens[after.from]?.kind === 'han';
  const span = { start: bare.start, end: han ? after.span.end : bare.end };
  const next = after?.next ?? bare.next;
  const change = bare.kind !== 'ordinal' && bare.kind !== 'duration' && !bare.negative;
  const noun =
    bare.kind === 'number' && bare.unit === undefined && bare.numeral.divisor === undefined
      ? nounAfter(context, afterLink(context, next))
      : undefined;
  return quantityOf(bare, span, {
    comparator: hedge?.comparator,
    comparatorSpan: hedge?.span,
    direction: change ? directionOf(context, bare.first, next) : undefined,
    rangeWith: undefined,
    inherited,
    per: bare.per ?? perAfter(context, next),
    noun,
  });
}

/** "A year earlier" is no rate. */
function perAfter({ tokens, words }: Context, next: number): string | undefined {
  const per = words.per.at(tokens, next);
  return per === undefined || words.latin.units.notPer.has(tokens[per.end]?.text ?? '') ? undefined : per.value;
}

const innerComparators: Readonly<Record<string, 'above' | 'about'>> = dictionary({
  多: 'above',
  余: 'above',
  来: 'about',
});

function hedgeOf(context: Context, bare: BareQuantity): Hedge | undefined {
  if (bare.kind === 'ordinal') return undefined;
  const inner = bare.numeral.hedge;
  if (inner !== undefined) {
    const comparator = innerComparators[inner.text] ?? 'about';
    return { comparator, span: { start: inner.start, end: inner.end }, from: -1, next: -1 };
  }
  const after = hedgeAfter(context, bare.next);
  if (
    after !== undefined &&
    !(bare.kind === 'duration' && /^[以之]内$/.test(context.text.slice(after.span.start, after.span.end)))
  )
    return after;
  const before = hedgeBefore(context, bare.first);
  if (before === undefined) return undefined;
  // "Over three years" is a stretch of time as often as a bound.
  const word = context.text.slice(before.span.start, before.span.end).toLowerCase();
  if (bare.numeral.words && (word === '<' || word === '>')) return undefined;
  // 3%~5%: the mark joins.
  if (/^[~∼]$/.test(word) && context.tokens[before.from]?.gap === 'none' && before.from > 0) return undefined;
  return bare.kind === 'duration' && context.words.latin.units.beforeDurations.has(word) ? undefined : before;
}
