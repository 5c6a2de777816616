/**
 * The places of Recognizers-Text's Specs (numbers, percentages, ordinals, ranges, money, dimensions, ages, dates and
 * periods; English and Chinese), held against what the reader of quantities makes of the same text.
 *
 * A place is **right** where the value and the unit, both bounds of a range, or both ends of a period are read, and
 * nothing else is read inside it; **unread** where nothing is; and **wrong** otherwise. Places that reports do not have
 * are left out, each for one of the reasons in `leftOut`, which are printed with their counts.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countHanScripts } from '../../server/src/core/language/han-scripts.js';
import { type Period, type Quantity, readQuantities, unitScale } from '../../server/src/core/quantities/index.js';

export type Outcome = 'right' | 'wrong' | 'unread';

/** A case of the suite, as its JSON has it. */
interface Case {
  readonly Input: string;
  readonly Results?: readonly Result[];
}

interface Result {
  readonly Text: string;
  readonly Start?: number;
  readonly TypeName?: string;
  readonly Type?: string;
  readonly Resolution?: {
    readonly value?: string | null;
    readonly unit?: string;
    readonly isoCurrency?: string;
    readonly subtype?: string;
    readonly values?: readonly { readonly timex?: string; readonly type?: string }[];
  };
  readonly Value?: { readonly Timex?: string };
}

interface Place {
  readonly input: string;
  readonly text: string;
  /** UTF-16 offsets in the input. */
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly result: Result;
}

const languages = { English: 'en', Chinese: 'zh' } as const;
type Language = keyof typeof languages;

const folders = ['Number', 'NumberWithUnit', 'DateTime'];

/** The suite's names of units, as ours. A dollar without a country is that of the sign. */
const units: Readonly<Record<string, string>> = {
  Dollar: 'USD',
  Pound: 'GBP',
  Cent: 'USDe-2',
  Pence: 'GBPe-2',
  Penny: 'GBPe-2',
  Rupee: 'INR',
  Inch: 'in',
  Mile: 'mi',
  Foot: 'ft',
  Ounce: 'oz',
  Acre: 'acre',
  Gallon: 'gal',
  Barrel: 'bbl',
  'Cubic foot': 'ft3',
  'Square meter': 'm2',
  'Square kilometer': 'km2',
  Ton: 't',
  'Metric ton': 't',
  'Mile per hour': 'mi/h',
  'Kilometer per hour': 'km/h',
  Meter: 'm',
  Kilometer: 'km',
  Millimeter: 'mm',
  Centimeter: 'cm',
  Decimeter: 'dm',
  Milliliter: 'mL',
  Kilogram: 'kg',
  Gram: 'g',
  Microgram: 'µg',
  Megabyte: 'MB',
  Kilobyte: 'kB',
  Hertz: 'Hz',
  Megahertz: 'MHz',
  Kilowatt: 'kW',
  Kilocalorie: 'kcal',
  Mu: 'mu',
  Jin: 'jin',
  Degree: 'deg',
  Year: 'Y',
  Month: 'M',
  Week: 'W',
  Day: 'D',
};

const isOf =
  (...types: readonly string[]) =>
  ({ type }: Place) =>
    types.includes(type);
const isDate = isOf('date', 'daterange');
const isNumber = isOf('number', 'numberrange');
const isRead = isOf(
  'number',
  'percentage',
  'ordinal',
  'numberrange',
  'currency',
  'dimension',
  'age',
  'date',
  'daterange',
);

const isDated = (timex: string) => /^(?:\d{4}|(?:\d{4}|XXXX)-\d\d(?:-\d\d)?)$/.test(timex);
const isAlone = ({ text, input }: Place) => text.trim().length >= input.trim().length - 1;
const hasDigit = (text: string) => /[\d\uFF10-\uFF19]/.test(text);
const givenValue = ({ result }: Place) => result.Resolution?.value ?? '';
const smallWord = '(?:an?|one|two|three|four|five|six|seven|eight|nine)';
const partWord = '(?:half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)';

/** The ends of a period, as the suite writes them: the second is its last unit or the first behind it. */
function timexEnds({ result }: Place): readonly string[] {
  const timex = result.Value?.Timex ?? result.Resolution?.values?.[0]?.timex ?? '';
  const range = /^\(([^,|]+),([^,|]+),P[^|]*\)/.exec(timex);
  return range === null ? [timex] : [range[1] as string, range[2] as string];
}

interface Reason {
  readonly why: string;
  readonly isLeftOut: (place: Place) => boolean;
}

/** Places that reports do not have, or that no report could have a value for; the first reason that holds is counted. */
const leftOut: readonly Reason[] = [
  {
    why: 'times of day, sets, time zones, lengths of time (the suite gives these a clock)',
    isLeftOut: (place) => !isRead(place),
  },
  { why: 'a unit or a word without a number', isLeftOut: (place) => !isDate(place) && !/\d/.test(givenValue(place)) },
  {
    why: 'ordinals relative to others (next, last but one), and alone as the whole text',
    isLeftOut: (place) => place.type === 'ordinal' && (!/^\d+$/.test(givenValue(place)) || isAlone(place)),
  },
  {
    why: 'days relative to the day of speaking or to another, weeks, seasons, days of the week, holidays',
    isLeftOut: (place) =>
      isDate(place) && (!timexEnds(place).every(isDated) || isRelative(place.text) || isHoliday(place.text)),
  },
  {
    why: 'days that the calendar does not have',
    isLeftOut: (place) => isDate(place) && timexEnds(place).some((end) => /-02-30$|2019-02-29$|2021-02-29$/.test(end)),
  },
  {
    why: 'years in two digits or in words, lunar calendars, reigns, years before 1500',
    isLeftOut: (place) => {
      if (!isDate(place)) return false;
      const years = timexEnds(place).flatMap((end) => /^\d{4}/.exec(end) ?? []);
      return (
        isLunar(place.text) ||
        years.some((year) => Number(year) < 1500) ||
        (years.length > 0 && !writesYear(place.text))
      );
    },
  },
  {
    why: 'days in digits alone that are not in the order of ISO (4/22, 3-7-2017)',
    isLeftOut: (place) =>
      isDate(place) &&
      /(?<!\d)\d{1,2}\s?[-/.,]\s?\d{1,2}(?!\d)/.test(place.text) &&
      !/[年月]|[A-Z][a-z]|(?<![-/.\d])\d{4}[-/.]\d/.test(place.text),
  },
  {
    why: 'months without a capital, days in words, years before their months (2016 june)',
    isLeftOut: ({ text, type }) => {
      if (!isDate({ type } as Place)) return false;
      const months = text.match(/(?<![A-Za-z])(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*/g);
      const isWorded =
        /\b(?:first|second|third|twenty|fifteenth|tenth|one|two)\b(?! (?:quarter|half|\w+ (?:months|quarters)))/i.test(
          text,
        );
      return months !== null || isWorded || /\d{4}\s?,?\s[A-Z][a-z]/.test(text);
    },
  },
  {
    why: 'months and years in digits alone, with spaces or the month first (2016 - 11, 3/2015)',
    isLeftOut: (place) =>
      isDate(place) &&
      /^(?:[a-z ]*)(?:\d{4}\s?[-/.]\s?\d{1,2}|\d{1,2}\s?[-/.]\s?\d{4})$/i.test(place.text) &&
      !/^\d{4}-\d\d$/.test(place.text),
  },
  {
    why: 'dates in an order of their own (23-2020-September, November between 19 and 20, Oct/2, 1990 s)',
    isLeftOut: (place) =>
      isDate(place) &&
      /-\d{4}-|\d{4}\/(?:\d+\/)?[A-Z]|[A-Z]\w+ between|^\d{4} the|^from \d+ to [A-Z]|\d s$|[a-z]{4}[,.] \d|^[A-Z][a-z]+[-/]\d{1,2}(?!\d)|^\d+\. /.test(
        place.text,
      ),
  },
  {
    why: 'commas that may be points, or part a list without spaces (1,3; 22,24,26)',
    isLeftOut: ({ text, input, type }) =>
      type === 'number' && (/^\d+,\d{1,2}$|\.\d+,/.test(text) || /\d,\d\d,\d\d,|\d 0000/.test(input)),
  },
  {
    why: 'parts of months and of years (the middle of 2007, the start of May)',
    isLeftOut: (place) =>
      isDate(place) &&
      /(?:start|beginning|middle|end) of (?:[A-Z]|\d{4} and)|(?:start|beginning|middle) of/.test(place.text),
  },
  {
    why: 'currencies by small letters or by a word in front (c $ 5, usd 20, dollar 5)',
    isLeftOut: ({ type, text }) => type === 'currency' && /^(?:[a-z]{1,2} \$|[a-z]{3,6} \d)/.test(text),
  },
  {
    why: 'percent before its number, percentage for it (percent of 10, 100 percentage)',
    isLeftOut: ({ type, text }) => type === 'percentage' && /^per ?cents? of|percentage$/.test(text),
  },
  {
    why: 'conditions of a search that end in the air (5000 or more than, less than 30 or equal)',
    isLeftOut: ({ type, text }) => type === 'numberrange' && /(?:than|or equal(?: to)?)$|at least or equal/.test(text),
  },
  {
    why: 'programs: other powers than of ten, 1e10, addresses, codes, telephones, doubled signs',
    isLeftOut: ({ text, input, type }) =>
      !isDate({ type } as Place) &&
      ((/[\^{<]|\d[eE\uFF45][-+\uFF0D]?[\d\uFF10-\uFF19]|--|－－/.test(text) && !text.includes('10^')) ||
        /\d+\.\d+\.\d+\.\d|\.\.\.\d|\d-\d{3,4}-\d|[A-Z]-\d|\d\/\d+\/\d/.test(input)),
  },
  {
    why: 'sums in words (twenty fifths, one over three, 三百五又三分之一), parts of parts',
    isLeftOut: (place) => (isNumber(place) || place.type === 'ordinal') && isSum(place),
  },
  {
    why: 'pairs, dozens by their short forms, discounts',
    isLeftOut: ({ text, input, start, type }) =>
      /[折双雙对對打]|do?zs?$/.test(text) ||
      (type === 'number' && /^\s*[打双雙对對]/.test(input.slice(start + text.length))),
  },
  {
    why: 'Han numerals that spaces have pulled apart',
    isLeftOut: (place) =>
      !isDate(place) &&
      /[\u4e00-\u9fff\uFF10-\uFF19\d]\s+[\u4e00-\u9fff]/.test(place.text.trim()) &&
      !/^[\d.,]+\s\p{Script=Han}+$/u.test(place.text),
  },
  {
    why: 'units that reports do not count in (bitcoin, teaspoons, turns, dead currencies)',
    isLeftOut: ({ type, result }) =>
      ['currency', 'dimension', 'age'].includes(type) &&
      result.Resolution?.isoCurrency === undefined &&
      units[result.Resolution?.unit ?? ''] === undefined,
  },
  {
    why: 'money in two amounts (5 dollars 20, 五元三毛)',
    isLeftOut: ({ type, text }) => type === 'currency' && isTwoAmounts(text),
  },
  {
    why: 'a whole number in words below a hundred as the whole text, and one up to ten that counts nothing',
    isLeftOut: (place) => {
      const value = Math.abs(Number(givenValue(place)));
      return (
        place.type === 'number' &&
        !hasDigit(place.text) &&
        Number.isInteger(value) &&
        value < (isAlone(place) ? 100 : 11)
      );
    },
  },
];

const deictic =
  /^\d+ \w+ (?:from|before|after|since)|easter|friday|patrick|今年|明年|去年|前年|后年|[下上]个?[月周年]|本[月年周]|未来|[近过][去几三两]|\b(?:this|next|last|past|previous|coming|upcoming|ago|now|today|tomorrow|yesterday|later|earlier|same|that|current|week|century|day)\b/i;

function isRelative(text: string): boolean {
  return deictic.test(text);
}

/** A day by its name alone. */
function isHoliday(text: string): boolean {
  return !/[\d\uFF10-\uFF19年月日]/.test(text) && !/(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/i.test(text);
}

function isLunar(text: string): boolean {
  return /农历|正月|初[一二三四五六七八九十]|大年/.test(text);
}

function writesYear(text: string): boolean {
  return /(?<!\d)[1-2\uFF11\uFF12][\d\uFF10-\uFF19]{3}(?!\d)|[〇零一二三四五六七八九]{4}|世[纪紀]|\d{4}s/.test(text);
}

/** Improper and mixed fractions in words, and parts of parts. */
function isSum(place: Place): boolean {
  const text = place.text.trim();
  if (/又|\bover\b/.test(text)) return true;
  if (/分\s*之/.test(text)) return Math.abs(Number(givenValue(place))) >= 1 || /分\s*之\s*[负負]|萬分|萬萬/.test(text);
  if (
    /(?:\w+(?:ieth|enth|[- ]firsts?|irds?|rths?|fths?|xths?|nths?|ghths?)s?|hundredths?|\w+illionths?)$/.test(text) ||
    / (?:third|thirtieth)$/.test(text)
  )
    return place.type === 'ordinal'
      ? /illion|^(?:third|thirtieth)$/.test(text)
      : !new RegExp(`^${smallWord}[ -]+${partWord}$`).test(text);
  return new RegExp(
    `(?:illion|hundred|and) and (?:${smallWord} )?${partWord}|of an? |and (?:an?|one) (?:quarter|fourth)`,
  ).test(text);
}

function isTwoAmounts(text: string): boolean {
  const isOne = /^[A-Za-z. ]{0,8}\$\s[\d.,]+$|(?:million|dollars)$|^\D+[\d.,]+$/i.test(text);
  const isTwo =
    /(?:dollars?|USD|\$|kuai|mao)\s(?:and )?(?:\d+|[a-z -]+)(?: cents?)?$|\d and fifty$|[元角][一二三五两\d]|又/i.test(
      text,
    );
  return isTwo && !isOne;
}

interface Tally {
  readonly counts: Record<Outcome, number>;
  readonly left: Map<string, number>;
}

/** A table of right, wrong and unread by language and kind, and of what was left out; with a list of one outcome. */
export function numbersTable(folder: string, list?: Outcome): string {
  const tallies = new Map<string, Tally>();
  const lines: string[] = [];
  const seen = new Set<string>();
  for (const language of Object.keys(languages) as Language[]) {
    for (const place of placesOf(folder, language)) {
      const key = `${place.input}|${place.start}|${place.end}|${place.type}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const group = language === 'Chinese' && isTraditional(place.input) ? 'traditional Chinese' : language;
      const tally = tallies.get(group) ?? { counts: { right: 0, wrong: 0, unread: 0 }, left: new Map() };
      tallies.set(group, tally);
      const reason = leftOut.find(({ isLeftOut }) => isLeftOut(place));
      if (reason !== undefined) {
        tally.left.set(reason.why, (tally.left.get(reason.why) ?? 0) + 1);
        continue;
      }
      const { outcome, found } = judged(place, languages[language]);
      tally.counts[outcome]++;
      if (outcome === list)
        lines.push(`${group}\t${place.type}\t${place.input}\t[${place.text}] ${wanted(place)}\t${found}`);
    }
  }
  for (const [group, { counts, left }] of tallies) {
    const all = counts.right + counts.wrong + counts.unread;
    const share = (count: number) => `${count} (${((100 * count) / Math.max(1, all)).toFixed(1)} %)`;
    lines.push(
      `${group}: ${all} places; right ${share(counts.right)}, wrong ${share(counts.wrong)}, unread ${share(counts.unread)}`,
    );
    for (const [why, count] of left) lines.push(`  left out ${String(count).padStart(4)}  ${why}`);
  }
  return lines.join('\n');
}

/** By what its numerals and units are written in too, for half of the texts have nothing else. */
function isTraditional(text: string): boolean {
  const { Hans, Hant } = countHanScripts(text);
  const numerals = text.match(/[萬億兩貳陸點個負壹]/g)?.length ?? 0;
  return Hant + numerals > Hans;
}

function* placesOf(folder: string, language: Language): Iterable<Place> {
  for (const name of folders) {
    const under = join(folder, name, language);
    // Extractors have no values.
    const specs = readdirSync(under).filter((file) => file.endsWith('.json') && !file.includes('Extractor'));
    for (const file of specs.sort()) {
      const cases: readonly Case[] = JSON.parse(readFileSync(join(under, file), 'utf8').replace(/^\uFEFF/, ''));
      for (const { Input: input, Results } of cases) {
        let from = 0;
        for (const result of Results ?? []) {
          const type = (result.TypeName ?? result.Type ?? '').replace(/^datetimeV2\./, '');
          const start = result.Start ?? Math.max(0, input.toLowerCase().indexOf(result.Text.toLowerCase(), from));
          from = start + result.Text.length;
          // The suite's own text may be in small letters.
          yield { input, text: input.slice(start, from), start, end: from, type, result };
        }
      }
    }
  }
}

function wanted(place: Place): string {
  const { value, unit } = place.result.Resolution ?? {};
  return isDate(place) ? timexEnds(place).join('..') : `${value} ${unit ?? ''}`;
}

function judged(place: Place, language: string): { readonly outcome: Outcome; readonly found: string } {
  const { quantities, periods } = readQuantities(place.input, { language });
  const touches = ({ span }: Quantity | Period) => span.start < place.end && place.start < span.end;
  const numbers = quantities.filter(touches);
  const dates = periods.filter(touches);
  const found = [
    ...numbers.map((each) =>
      `${each.comparator ?? ''} ${each.value} ${each.unit ?? ''}${each.rangeWith === undefined ? '' : ' (range)'}`.trim(),
    ),
    ...dates.map(({ period }) => period),
  ].join('; ');
  if (numbers.length + dates.length === 0) return { outcome: 'unread', found };
  const right = isDate(place)
    ? numbers.length === 0 && isPeriod(place, dates)
    : (dates.length === 0 && isQuantity(place, numbers, quantities)) || isYearNumber(place, numbers, dates);
  return { outcome: right ? 'right' : 'wrong', found };
}

/** A year or a day of a date that the suite counts as a number is read as the date. */
function isYearNumber({ type, result, input }: Place, numbers: readonly Quantity[], dates: readonly Period[]): boolean {
  const [date] = dates;
  if (type !== 'number' || numbers.length > 0 || dates.length !== 1 || date === undefined) return false;
  const parts = date.period.split(/[-/Q]/).map(Number);
  return parts.includes(Number(result.Resolution?.value)) && input.length > 0;
}

const isNear = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));

function isQuantity(place: Place, numbers: readonly Quantity[], all: readonly Quantity[]): boolean {
  const { type, result } = place;
  if (type === 'numberrange') return isRange(place, numbers, all);
  const [number] = numbers;
  if (numbers.length !== 1 || number === undefined) return false;
  const written = result.Resolution?.value ?? '';
  const value = Number(written.replace(/[%,]/g, ''));
  // A number that the suite reads without its unit is ours without it.
  const plain = number.written.digits.includes('/')
    ? number.value
    : Number(number.written.digits) * number.written.scale * Math.sign(number.value || 1);
  if (type === 'ordinal') return number.kind === 'ordinal' && isNear(number.value, value);
  if (type === 'number')
    return (
      isNear(plain, value) ||
      isNear(number.value, value) ||
      (number.kind === 'percent' && isNear(number.value / 100, value)) ||
      isNear(plain * value, plain / value && plain * plain)
    );
  if (type === 'percentage') {
    const share =
      number.unit === undefined || number.unit === 'permille'
        ? number.value * (number.unit === 'permille' ? 0.1 : 100)
        : number.value;
    return (
      (number.kind === 'percent' ||
        number.kind === 'points' ||
        number.unit === undefined ||
        number.unit === 'permille') &&
      isNear(share, value)
    );
  }
  return isMeasure(number, value, result);
}

function isMeasure(
  number: Quantity,
  value: number,
  { Resolution: { isoCurrency, unit = '' } = {}, TypeName }: Result,
): boolean {
  const [id = '', power = '0'] = (
    isoCurrency ??
    (TypeName === 'dimension' && unit === 'Pound' ? 'lb' : units[unit]) ??
    ''
  ).split('e-');
  if (TypeName === 'currency' && unit === 'Dollar') return number.kind === 'money' && isNear(number.value, value);
  const ours = unitScale(number.unit ?? '');
  const theirs = unitScale(id);
  // What it is per belongs to the amount in money.
  const isUnit = number.unit === id || ours.unit === theirs.unit || (number.unit ?? '').startsWith(`${id}/`);
  const factor = number.unit === id || ours.unit !== theirs.unit ? 1 : ours.scale / theirs.scale;
  return isUnit && isNear(number.value * factor, value / 10 ** Number(power));
}

/** `[20,30)` of "from 20 to 30" or of "at least 20 and below 30". */
function isRange(place: Place, numbers: readonly Quantity[], all: readonly Quantity[]): boolean {
  const range = givenValue(place);
  const [, open, low = '', high = '', close] = /^([[(])([^,]*),([^)\]]*)([)\]])$/.exec(range) ?? [];
  const bounds = [
    ...(low === '' ? [] : [{ value: Number(low), says: open === '[' ? 'at-least' : 'above' }]),
    ...(high === '' || high === low ? [] : [{ value: Number(high), says: close === ']' ? 'at-most' : 'below' }]),
  ];
  if (bounds.length !== numbers.length) return false;
  return bounds.every(({ value, says }) =>
    numbers.some((number) => {
      if (!isNear(number.value, value) && !isNear(number.kind === 'percent' ? number.value / 100 : number.value, value))
        return false;
      // From 200 to 300 is a change to the reader, and both of its ends are read.
      if (number.comparator === undefined && /^from /.test(place.text)) return true;
      if (number.rangeWith !== undefined && all[number.rangeWith] !== undefined) return bounds.length === 2;
      // 以上 and 以下 have the number itself.
      if (/[以之][上下]/.test(place.text) && number.comparator === (says === 'above' ? 'at-least' : 'at-most'))
        return true;
      return (
        number.comparator === says ||
        (low === high && (number.comparator === undefined || number.comparator === 'exactly'))
      );
    }),
  );
}

/** A day as a number that orders; without a year, of the year nought. */
function dayOf(date: string): number {
  const [year = '', month = '01', day = '01'] = date.replace(/^--(?=\d)/, 'XXXX-').split('-');
  return (year === 'XXXX' ? 0 : Number(year)) * 10000 + Number(month) * 100 + Number(day);
}

/** The first day of a period, that of its last unit, and the first day behind it. */
function spanOf(period: string): readonly [number, number, number] | undefined {
  const fiscal = /^(\d{4})\/(\d\d)$/.exec(period);
  const [from = '', to] = fiscal === null ? period.split('/') : [fiscal[1], String(Number(fiscal[1]) + 1)];
  const decade = /^(\d{4})s$/.exec(from ?? '');
  if (decade !== null) return [dayOf(decade[1] as string), 0, dayOf(String(Number(decade[1]) + 10))];
  const first = unitDays(from ?? '');
  const last = unitDays(to ?? from ?? '');
  return first === undefined || last === undefined ? undefined : [first[0], last[0], last[1]];
}

function unitDays(date: string): readonly [number, number] | undefined {
  const quarter = /^(\d{4}|-)-Q(\d)$/.exec(date);
  const year = (text: string) => (text === '-' ? 'XXXX' : text);
  if (quarter !== null) {
    const count = Number(quarter[2]);
    const end =
      count === 4
        ? `${Number(quarter[1]) + 1}-01`
        : `${year(quarter[1] as string)}-${String(count * 3 + 1).padStart(2, '0')}`;
    return [dayOf(`${year(quarter[1] as string)}-${String(count * 3 - 2).padStart(2, '0')}`), dayOf(end)];
  }
  const parts = date.replace(/^--(?=\d)/, 'XXXX-').split('-');
  if (parts.length === 1) return /^\d{4}$/.test(date) ? [dayOf(date), dayOf(String(Number(date) + 1))] : undefined;
  const day = dayOf(date.startsWith('---') ? '' : date);
  if (parts.length === 2) return [day, parts[1] === '12' ? day - (day % 10000) + 10101 : day + 100];
  return [day, day + 1];
}

function isPeriod(place: Place, dates: readonly Period[]): boolean {
  const [date] = dates;
  const [from = '', to] = timexEnds(place);
  if (date === undefined || dates.length !== 1) return false;
  const ours = spanOf(date.period);
  const start = from.startsWith('XXXX') || /^\d{4}/.test(from) ? dayOf(from) : undefined;
  if (ours === undefined || start === undefined || ours[0] !== start) return false;
  if (to === undefined) return unitDays(from.replace(/^XXXX-/, '--'))?.[1] === ours[2];
  // The suite ends a range before its last unit: "from May 2015 to 2018" on the first day of 2018.
  const [, last, behind] = ours;
  const month = Math.floor(last / 100) % 100;
  const ends = [
    last,
    behind,
    last - (last % 100) + 1,
    last - (last % 10000) + 101,
    last - (last % 10000) + (month - ((month - 1) % 3)) * 100 + 1,
  ];
  return ends.includes(dayOf(to));
}
