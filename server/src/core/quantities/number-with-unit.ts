import { type BareQuantity, bareQuantityWith } from './bare-quantity.js';
import { type Context, glued, tokenAt, unitAfter } from './context.js';
import { isYearLike } from './dates.js';
import { hanDigit, isHanNumeral } from './han-numerals.js';
import type { Token } from './lex.js';
import type { Numeral } from './numeral.js';
import { Phrases, phrasesOf } from './phrases.js';
import { chinese } from './tables/chinese.js';
import { hanCharacters } from './tables/chinese-numerals.js';
import { measures, measuresAfterDigits, unitsNotAfterOneDigit } from './tables/measures.js';
import type { Unit } from './units.js';

/** A number with its unit, or where the search goes on when what stood there is no quantity. */
export interface NumberReading {
  readonly next: number;
  readonly bare: BareQuantity | undefined;
}

export const skip = (next: number): NumberReading => ({ next, bare: undefined });

export interface Base {
  readonly first: number;
  readonly start: number;
  readonly negative: boolean;
  readonly consecutive: boolean;
}

/** The number with the unit or measure word after it. */
export function withUnit(context: Context, base: Base, numeral: Numeral): NumberReading | undefined {
  const { tokens, words } = context;
  const inner = innerHedge(context, numeral);
  const from = inner?.next ?? afterLink(context, numeral.next);
  const end = inner?.end ?? numeral.end;
  const hedged: Numeral =
    inner?.hedge === undefined || numeral.hedge !== undefined ? numeral : { ...numeral, hedge: inner.hedge };
  const streak = streakBefore(context, base.first);
  const placed: Base = streak === undefined ? base : { ...base, first: streak, start: (tokens[streak] as Token).start };
  const direct = unitAfter(context, from, end) ?? bracketedUnit(context, from);
  // 15万亩次: the longer word is what is counted.
  const longer = direct === undefined ? undefined : measureAt(context, from, hedged);
  if (direct !== undefined && longer !== undefined && longer.end > direct.end)
    return {
      next: longer.next,
      bare: bareQuantityWith({ ...base, numeral: hedged, next: longer.next, end: longer.end }, undefined),
    };
  if (direct !== undefined && acceptsUnit(context, numeral, from, direct)) {
    // 6 pounds of meat, and of savings.
    if (
      isWeightToo(context, from, direct) &&
      numeral.power === 0 &&
      words.latin.numerals.of.has(tokens[direct.next]?.text ?? '')
    )
      return skip(direct.next);
    const isDuration = direct.unit.kind === 'duration';
    const whole = isDuration ? placed : base;
    const consecutive =
      isDuration && (streak !== undefined || words.streaksAfter.at(tokens, direct.next) !== undefined);
    const rest = restAfter(context, hedged, from, direct);
    return rated(
      context,
      {
        first: whole.first,
        start: whole.start,
        negative: whole.negative,
        consecutive,
        numeral: rest?.numeral ?? hedged,
        next: rest?.next ?? direct.next,
        end: rest?.end ?? direct.end,
      },
      isWeightToo(context, from, direct) && isWeighed(context, base.first)
        ? { id: words.latin.units.weights.unit, kind: 'quantity', power: 0 }
        : isPower(context, hedged, direct)
          ? { id: 'kWh', kind: 'quantity', power: 0 }
          : yuanOf(context, base.first, direct.unit),
    );
  }
  const half = halfBeforeUnit(context, hedged, from);
  if (half !== undefined)
    return {
      next: half.bare.next,
      bare: bareQuantityWith({ ...placed, ...half.bare, consecutive: streak !== undefined }, half.unit),
    };
  const adjective = durationAfterAdjective(context, from);
  if (adjective !== undefined) {
    const { unit, consecutive } = adjective;
    return {
      next: adjective.next,
      bare: bareQuantityWith(
        {
          ...placed,
          consecutive: consecutive || words.streaksAfter.at(tokens, adjective.next) !== undefined,
          numeral: hedged,
          next: adjective.next,
          end: adjective.end,
        },
        unit,
      ),
    };
  }
  const measure = measureAt(context, from, numeral);
  if (measure !== undefined)
    return {
      next: measure.next,
      bare: bareQuantityWith({ ...base, numeral: hedged, next: measure.next, end: measure.end }, undefined),
    };
  return undefined;
}

/** 20 (kg), 20 [kg]; 301(g) is a label. */
function bracketedUnit({ tokens, text, units }: Context, from: number) {
  const [open, unit] = [tokens[from], tokens[from + 1]];
  const close = open?.text === '(' ? ')' : open?.text === '[' ? ']' : undefined;
  if (close === undefined || open?.gap !== 'space' || unit?.kind !== 'word' || !glued(unit)) return undefined;
  const found = units.at(text, unit.start);
  if (found?.unit.kind !== 'quantity' || found.end < unit.start + 2 || text.charAt(found.end) !== close)
    return undefined;
  return { ...found, end: found.end + 1, next: tokenAt(tokens, from, found.end) + 1 };
}

/** Past the de of "12 millions de tonnes". */
export function afterLink({ tokens, words }: Context, next: number): number {
  return words.latin.numerals.scaleLinks.has(tokens[next]?.text ?? '') ? next + 1 : next;
}

/** Names that stand before an amount: 人民币40万亿. 美元 there belongs to 兑美元. */
const currencyNames = new Phrases<string>(
  phrasesOf(chinese.currencies).filter(([form]) => form.endsWith('币')),
  (phrase) => [...phrase],
);

/** The currency named right before token `index`; `end` is the first token of its name. */
export function currencyNameBefore(tokens: readonly Token[], index: number) {
  return currencyNames.endingAt(tokens, index - 1);
}

function isWeightToo(
  { tokens, words }: Context,
  from: number,
  { unit, next }: { readonly unit: Unit; readonly next: number },
) {
  return unit.kind === 'money' && next === from + 1 && words.latin.units.weights.words.has(tokens[from]?.text ?? '');
}

/** 3亿度 are of power, no angle. */
function isPower(
  { text }: Context,
  { power }: Numeral,
  { unit, end }: { readonly unit: Unit; readonly end: number },
): boolean {
  return unit.id === 'deg' && power >= 4 && text.charAt(end - 1) === '度';
}

function isWeighed({ tokens, words }: Context, first: number): boolean {
  const before = words.hedgesBefore.endingAt(tokens, first - 1)?.end ?? first;
  return words.latin.units.weights.after.has(tokens[before - 1]?.text ?? '');
}

/** 新台币500元: the dollars of the name before it. */
function yuanOf({ tokens, words }: Context, first: number, unit: Unit): Unit {
  if (unit.id !== 'CNY' || unit.power !== 0) return unit;
  const named = currencyNameBefore(tokens, words.hedgesBefore.endingAt(tokens, first - 1)?.end ?? first);
  return named === undefined ? unit : { ...unit, id: named.value };
}

/** A unit with its denominator: GBP/MWh, 元/吨. Time and people are no part of the unit. */
export function rated(
  context: Context,
  bare: Omit<BareQuantity, 'kind' | 'unit' | 'power'>,
  unit: Unit,
): NumberReading {
  const { tokens, text, words } = context;
  const scaled = unit.kind === 'money' ? scaleBehind(context, bare) : undefined;
  if (scaled !== undefined) return { next: scaled.next, bare: bareQuantityWith(scaled, unit) };
  const product = unit.kind === 'quantity' ? productAfter(context, bare.next) : undefined;
  if (product !== undefined) {
    const { next, end, id } = product;
    return { next, bare: bareQuantityWith({ ...bare, next, end }, { ...unit, id: `${unit.id}·${id}` }) };
  }
  const mark = tokens[bare.next];
  if (
    unit.kind !== 'duration' &&
    unit.kind !== 'points' &&
    (mark?.text === '/' || words.latin.units.per.has(mark?.text ?? '') || hanCharacters.each.has(mark?.text ?? '')) &&
    words.per.at(tokens, bare.next) === undefined
  ) {
    const below = tokens[bare.next + 1];
    const found = below === undefined ? undefined : context.units.at(text, below.start);
    if (
      found !== undefined &&
      (found.unit.kind === 'quantity' || found.unit.kind === 'duration') &&
      found.unit.power === 0
    ) {
      const next = tokenAt(tokens, bare.next, found.end);
      const compound: Unit = { id: `${unit.id}/${found.unit.id}`, kind: 'quantity', power: unit.power };
      return { next, bare: bareQuantityWith({ ...bare, next, end: found.end }, compound) };
    }
  }
  return { next: bare.next, bare: bareQuantityWith(bare, unit) };
}

/** 75 USD million, 20 €bn: a scale behind the currency of a number that has none. */
function scaleBehind({ tokens, words }: Context, bare: Omit<BareQuantity, 'kind' | 'unit' | 'power'>) {
  const { scales, scaleLetters, moneyScaleLetters } = words.latin.numerals;
  const token = tokens[bare.next];
  if (bare.numeral.power !== 0 || token?.kind !== 'word' || token.gap === 'line') return undefined;
  const letters = token.gap === 'none' ? moneyScaleLetters.get(token.text) : undefined;
  const power = scales.get(token.text) ?? scaleLetters.get(token.text) ?? letters;
  return power === undefined || power < 3
    ? undefined
    : { ...bare, next: bare.next + 1, end: token.end, numeral: { ...bare.numeral, power } };
}

/** Letters of the longest denominator: 每千瓦时. */
const longestDenominator = 6;

/** A rate whose denominator stands first: 每兆瓦时50英镑, 每年约1849英镑. `first` is where its number, or its range, begins. */
export function withRateBefore(context: Context, bare: BareQuantity, first: number): BareQuantity {
  const { tokens, text, units, words } = context;
  if (bare.kind === 'duration' || bare.kind === 'points' || bare.kind === 'ordinal') return bare;
  if (tokens[first - 1]?.kind !== 'han') return bare;
  let from = words.hedgesBefore.endingAt(tokens, first - 1)?.end ?? first;
  if (/^[为达仅]$/.test(tokens[from - 1]?.text ?? '')) from--;
  for (let at = from - 2; at >= Math.max(0, from - 1 - longestDenominator); at--) {
    if (tokens[at]?.text !== '每') continue;
    const { start } = tokens[at] as Token;
    const placed = { ...bare, first: from === first ? at : bare.first, rate: { start, unit: undefined } };
    const per = words.per.at(tokens, at);
    if (per?.end === from) return { ...placed, per: per.value };
    const below = units.at(text, (tokens[at + 1] as Token).start);
    const isWhole = below?.unit.power === 0 && tokenAt(tokens, at + 1, below.end) === from;
    return isWhole && bare.unit !== undefined && !bare.unit.includes('/')
      ? { ...placed, rate: { start, unit: `${bare.unit}/${below.unit.id}` } }
      : bare;
  }
  return bare;
}

/** The kilometres of tonne-kilometres. */
function productAfter(context: Context, next: number) {
  const [hyphen, word] = [context.tokens[next], context.tokens[next + 1]];
  if (hyphen?.text !== '-' || !glued(hyphen) || !glued(word) || word.kind !== 'word') return undefined;
  const found = context.units.at(context.text, word.start);
  if (found?.unit.kind !== 'quantity' || found.unit.power !== 0) return undefined;
  return { id: found.unit.id, end: found.end, next: tokenAt(context.tokens, next, found.end) };
}

/** What follows a unit and belongs to its number: the half of 两年半, the five of 三成五. */
function restAfter(
  { tokens, words }: Context,
  numeral: Numeral,
  from: number,
  { unit, next }: { readonly unit: Unit; readonly next: number },
) {
  const token = tokens[next];
  if (token === undefined || !isWhole(numeral)) return undefined;
  // Deux ans et demi.
  const andAHalf =
    words.latin.numerals.isHalfBehindUnit && unit.kind === 'duration' ? words.andAHalf.at(tokens, next) : undefined;
  if (andAHalf !== undefined) {
    const { end } = tokens[andAHalf.end - 1] as Token;
    return { next: andAHalf.end, end, numeral: { ...numeral, digits: `${numeral.digits}.5` } };
  }
  const after = tokens[next + 1]?.text ?? '';
  const half = isHalf(tokens, next);
  let decimal: string | undefined;
  if (half && unit.kind !== 'money' && unit.kind !== 'points' && unit.kind !== 'number') decimal = '5';
  if (tokens[from]?.text === '成' && next === from + 1) {
    const digit = half ? 5 : hanDigit(token.text);
    if (digit !== undefined && digit > 0 && !isHanNumeral(after) && after !== '分') decimal = String(digit);
  }
  if (decimal === undefined) return undefined;
  return { next: next + 1, end: token.end, numeral: { ...numeral, digits: `${numeral.digits}.${decimal}` } };
}

/** The half of 两年半, 两米半; 半成品 and its like are words. */
function isHalf(tokens: readonly Token[], index: number): boolean {
  const after = tokens[index + 1]?.text ?? '';
  return tokens[index]?.text === '半' && !hanCharacters.behindNoHalf.has(after);
}

function isWhole({ digits, power, divisor }: Numeral): boolean {
  return power === 0 && divisor === undefined && !digits.includes('.');
}

/** 一个半小时, 三个半月. */
function halfBeforeUnit(context: Context, numeral: Numeral, from: number) {
  const { tokens } = context;
  const half = tokens[from + 1];
  if (tokens[from]?.text !== '个' || half?.text !== '半' || !isWhole(numeral)) return undefined;
  const month = tokens[from + 2]?.text === '月' ? tokens[from + 2] : undefined;
  const found =
    month === undefined
      ? unitAfter(context, from + 2, half.end)
      : { unit: { id: 'M', kind: 'duration', power: 0 } as const, next: from + 3, end: month.end };
  if (found?.unit.kind !== 'duration') return undefined;
  const { unit, next, end } = found;
  return { unit, bare: { numeral: { ...numeral, digits: `${numeral.digits}.5` }, next, end } };
}

/** 100多家, 20余年: a hedge between number and measure word. */
function innerHedge(context: Context, numeral: Numeral) {
  const { tokens } = context;
  const token = tokens[numeral.next];
  if (token === undefined || !hanCharacters.innerHedges.has(token.text)) return undefined;
  const after = tokens[numeral.next + 1];
  if (after?.kind !== 'han') return undefined;
  const unit = context.units.at(context.text, after.start);
  if (unit === undefined && measureWords.at(tokens, numeral.next + 1) === undefined) return undefined;
  return { next: numeral.next + 1, end: token.end, hedge: { text: token.text, start: token.start, end: token.end } };
}

function streakBefore(context: Context, first: number): number | undefined {
  const found = context.words.streaksBefore.endingAt(context.tokens, first - 1);
  return found === undefined || context.tokens[first - 1]?.kind !== 'han' ? undefined : streakStart(context, found.end);
}

/** 已连续13年 begins at 连续. */
function streakStart(context: Context, index: number): number {
  return context.tokens[index]?.text === '已' ? index + 1 : index;
}

function durationAfterAdjective(context: Context, from: number) {
  const { tokens, words } = context;
  const adjective = tokens[from];
  if (adjective === undefined || adjective.kind !== 'word') return undefined;
  const streak = words.streaksBefore.at(tokens, from);
  if (streak === undefined && !words.latin.units.durationAdjectives.has(adjective.text)) return undefined;
  const found = unitAfter(context, from + 1, adjective.end);
  return found?.unit.kind === 'duration' ? { ...found, consecutive: streak !== undefined } : undefined;
}

const oneLetterGlued = new Set(['J', 'h']);

/** Whether the letters after a number are its unit rather than words that look like one. */
function acceptsUnit(
  context: Context,
  numeral: Numeral,
  from: number,
  found: { readonly unit: Unit; readonly end: number; readonly next: number },
): boolean {
  const { tokens, text } = context;
  const token = tokens[from] as Token;
  const written = text.slice(token.start, found.end);
  // A 50-pound note tells what it is called, a 42-billion-pound plan what it costs.
  if (token.text === '-' && found.unit.kind === 'money') return text.slice(numeral.start, numeral.end).includes('-');
  // 7B is a ward or a billion, and a byte without a prefix is neither.
  if (written === 'B') return false;
  if (oneLetterGlued.has(written) && token.gap !== 'none') return false;
  if (written === 'won') return numeral.power > 0;
  // 27.5p is a price, 1080p a picture.
  if (written === 'p') return token.gap === 'none' && !/^(?:144|240|360|480|720|\d{4,})$/.test(numeral.digits);
  if (token.kind === 'han') return acceptsHanUnit(context, numeral, written, found);
  return true;
}

const yearEnds = new Set([...'级规计制生']);

function acceptsHanUnit(
  context: Context,
  numeral: Numeral,
  written: string,
  found: { readonly unit: Unit; readonly next: number },
): boolean {
  const { tokens } = context;
  const after = tokens[found.next]?.text ?? '';
  const oneDigit = numeral.words && numeral.power === 0 && Number(numeral.digits) < 10;
  if (written === '年') {
    if (after === '代' || after === '级') return false;
    // 五年规划 is a name; 一年 is mostly "a year".
    if (numeral.words && yearEnds.has(after)) return false;
    if (numeral.words && numeral.digits === '1')
      return (
        /^[内后多以左之半]$/.test(after) ||
        context.words.hedgesBefore.endingAt(tokens, tokenBefore(tokens, numeral)) !== undefined
      );
    return true;
  }
  if (written === '日') return /^[内后前之以]$/.test(after);
  if (written === '周') return !/^[一二三四五六日岁边]$/.test(after) && !(numeral.words && numeral.digits === '1');
  if (written === '成') {
    return (
      numeral.power === 0 &&
      Number(numeral.digits) <= 10 &&
      !/^[为立果长员就分本功都交品熟型]$/.test(after) &&
      (numeral.digits !== '10' || tokens[found.next]?.kind !== 'han')
    );
  }
  // 两米半
  const isHalved = isWhole(numeral) && isHalf(tokens, found.next);
  if (oneDigit && !isHalved && unitsNotAfterOneDigit.has(written)) {
    // 三套设备 counts, 三部门 and 一元化 do not: a unit that ends its clause is one.
    if (written === '元') return !/^[化素结论二三里]$/.test(after) && numeral.digits !== '1';
    return /^(?:台|套|箱|架)$/.test(written) ? numeral.digits !== '1' : false;
  }
  // 一辆车 is "a car".
  if (numeral.words && numeral.digits === '1' && numeral.power === 0 && /^[\u4e00-\u9fff]+$/.test(found.unit.id))
    return false;
  // 克朗 is money, of one of five countries.
  return !/^(?:人民|台[湾胞]|克[朗拉隆])$/.test(written + after);
}

function tokenBefore(tokens: readonly Token[], numeral: Numeral): number {
  let i = numeral.next - 1;
  while (i >= 0 && (tokens[i] as Token).start >= numeral.start) i--;
  return i;
}

const measureWords = new Phrases<true>(
  [...measures, ...measuresAfterDigits].map((word): [string, true] => [word, true]),
  (phrase) => [...phrase],
);

function measureAt(
  context: Context,
  from: number,
  numeral: Numeral,
): { readonly next: number; readonly end: number } | undefined {
  const { tokens } = context;
  const found = measureWords.at(tokens, from);
  if (found === undefined || tokens[from]?.gap === 'line') return undefined;
  const word = context.text.slice(tokens[from]?.start, tokens[found.end - 1]?.end);
  const after = tokens[found.end]?.text ?? '';
  if (numeral.words && measuresAfterDigits.has(word) && !(word === '口' && after === '人')) return undefined;
  if (hanCharacters.editions.has(word) && isYearLike(numeral.digits)) return undefined;
  // 一个 and 一家 are articles.
  if (numeral.words && numeral.digits === '1' && numeral.power === 0) return undefined;
  // 人大三次会议 is its third.
  if (word === '次' && after === '会' && /^[大会届]$/.test(tokens[tokenBefore(tokens, numeral)]?.text ?? ''))
    return undefined;
  // 5000万人口, 三千家庭: the measure word begins the noun.
  if (/^(?:人[民口]|名单|家[庭禽畜]|户籍)$/.test(word + after)) return undefined;
  if (word === '个' && after === '体' && /^[户工]$/.test(tokens[found.end + 1]?.text ?? '')) return undefined;
  if (word === '强') return undefined;
  // 8点, 5分 are times of day more often than points, and 三分之一 is none.
  if (word === '点' && !numeral.digits.includes('.') && numeral.digits.length < 3) return undefined;
  if (
    word === '分' &&
    (/^[之钟别为成为析布配]$/.test(after) || /^[时点]$/.test(tokens[tokenBefore(tokens, numeral)]?.text ?? ''))
  )
    return undefined;
  return { next: found.end, end: tokens[found.end - 1]?.end ?? 0 };
}

/** Past what hangs on a number without space: 5G+, 3D. */
export function afterGlued(tokens: readonly Token[], next: number): number {
  let i = next;
  while (glued(tokens[i]) && (tokens[i]?.kind !== 'symbol' || tokens[i]?.text === '+') && tokens[i]?.kind !== 'han')
    i++;
  return i;
}

/** A 27-member bloc: no count of its own. */
export function isAttribute({ tokens, words }: Context, next: number): boolean {
  return (
    tokens[next]?.text === '-' &&
    glued(tokens[next]) &&
    glued(tokens[next + 1]) &&
    tokens[next + 1]?.kind === 'word' &&
    !words.latin.numerals.afterHyphen.has(tokens[next + 1]?.text ?? '')
  );
}
