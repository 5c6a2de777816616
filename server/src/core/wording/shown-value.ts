import { writtenRecord } from '../claims/interval.js';
import { isPlural, pluralOf } from '../language/english-inflection.js';
import { type Quantity, timeUnit, unitId } from '../quantities/index.js';
import { writingIn } from '../quantities/tables/writings.js';
import { dictionary } from '../text/dictionary.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { Comparator, EntryOf, Localized, Observation } from '../vocabulary/model.js';

/** The words for one unit or for what is counted, by language, where the built-in ones do not serve. */
export type UnitWords = Localized<string>;

/** What the records of a metric are in: the unit as its pack words it, or what a count counts. */
export function unitWords(
  { measure: { unit, noun } }: EntryOf<'metrics'>,
  { units }: Vocabulary,
): UnitWords | undefined {
  const forms = unit === undefined ? noun : units[unit]?.forms;
  if (forms === undefined) return undefined;
  return dictionary(
    Object.fromEntries(
      Object.entries(forms).flatMap(([language, [first]]) => {
        if (first === undefined) return [];
        return [[language, language === 'en' && unit === undefined && !isPlural(first) ? pluralOf(first) : first]];
      }),
    ),
  );
}

/** A record's value in words: "40.1644 trillion yuan", 40.1644万亿元, with its hedge ("more than …", 超过…). */
export function shownRecord(
  observation: Observation,
  unit: string | undefined,
  language: string,
  words?: UnitWords,
): string {
  return shownHedged(observation, writtenRecord(observation).step, unit, language, words);
}

export function shownHedged(
  { value, comparator }: { readonly value: number; readonly comparator?: Comparator | undefined },
  step: number,
  unit: string | undefined,
  language: string,
  words?: UnitWords,
): string {
  const amount = shownAmount(value, step, unit, language, words);
  return `${comparator === undefined ? '' : writingIn(language).hedges[comparator]}${amount}`;
}

export function shownAmount(
  value: number,
  step: number,
  unit: string | undefined,
  language: string,
  words?: UnitWords,
): string {
  const han = language === 'zh';
  const [scale, word] = writingIn(language).scales.find(([factor]) => Math.abs(value) >= factor) ?? [1, ''];
  const decimals = Math.max(0, Math.min(12, Math.round(Math.log10(scale) - Math.log10(step))));
  const digits = (value / scale)
    .toFixed(decimals)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
  const grouped =
    Number(digits) >= 10_000 && !han
      ? Number(digits).toLocaleString('en', { maximumFractionDigits: decimals })
      : digits;
  return `${grouped}${word}${suffixOf(unit, language, words)}`;
}

/** " cubic metres", 立方米: the unit as it stands behind a number. */
function suffixOf(unit: string | undefined, language: string, words: UnitWords | undefined): string {
  const own = words?.[language];
  const time = unit === undefined ? undefined : writingIn(language).durations[timeUnit(unit) ?? ''];
  const built = time ?? (unit === undefined ? undefined : language === 'zh' ? hanUnit(unit) : englishUnit(unit));
  const text = own ?? built;
  return text === undefined ? '' : language === 'zh' || text === '%' ? text : ` ${text}`;
}

/** The word for it; of a rate over a time, "pounds a year". */
function englishUnit(unit: string): string {
  const { units, times } = writingIn('en');
  const id = unitId(unit);
  const slash = id.lastIndexOf('/');
  const [amount, time] = slash < 0 ? [] : [units[id.slice(0, slash)], times[id.slice(slash + 1)]];
  if (amount !== undefined && time !== undefined) return `${amount} ${time}`;
  return units[id] ?? unit;
}

/** The word for it; of a rate, of both sides: 英镑/兆瓦时. */
function hanUnit(unit: string): string {
  const { units, times } = writingIn('zh');
  const id = unitId(unit);
  const slash = id.lastIndexOf('/');
  if (slash > 0) {
    const time = id.slice(slash + 1);
    const sides = [hanUnit(id.slice(0, slash)), times[time] ?? hanUnit(time)];
    return sides.every((side) => /\p{Script=Han}/u.test(side)) ? sides.join('/') : unit;
  }
  return units[id] ?? unit;
}

/** The values that a number stands for: "33.05–33.15 trillion yuan". */
export function shownInterval(
  {
    low,
    high,
    value,
    unit,
  }: { readonly low: number; readonly high: number; readonly value: number; readonly unit: string | undefined },
  language: string,
): string {
  const step = 10 ** Math.floor(Math.log10((high - low) / 100 || Math.abs(value) / 1e6 || 1));
  const [from, to] = [low, high].map((end) => shownAmount(end, step, unit, language)) as [string, string];
  const unitOf = (amount: string) => amount.replace(/^-?[\d.,]+/, '');
  if (from === to) return to;
  return `${unitOf(from) === unitOf(to) ? from.slice(0, from.length - unitOf(from).length) : from}–${to}`;
}

/**
 * The record's number in the writer's own style: for "¥45tn", 40.2. It has the digits of the record, none less and none
 * more, grouped or full-width as the writer's.
 */
export function digitsInStyle(record: number, step: number, quantity: Quantity, written: string): string {
  const known = Math.ceil(Math.log10(quantity.written.scale) - Math.log10(step) - 1e-9);
  const digits = (record / quantity.written.scale).toFixed(Math.max(0, Math.min(12, known)));
  const grouped = /\d,\d{3}/.test(written.normalize('NFKC'))
    ? digits.replace(/\B(?<!\..*)(?=(?:\d{3})+(?!\d))/g, ',')
    : digits;
  return /[０-９]/.test(written)
    ? grouped.replace(written.includes('．') ? /[\d.,]/g : /\d/g, (sign) =>
        String.fromCharCode(sign.charCodeAt(0) + 0xfee0),
      )
    : grouped;
}
