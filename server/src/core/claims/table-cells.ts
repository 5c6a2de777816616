import { sentenceLanguage } from '../language/sentence-language.js';
import { readWords, withoutFirst } from '../language/words/words.js';
import type { Quantity } from '../quantities/index.js';
import type { Report } from '../report/report.js';
import { isAsserted } from '../sentences/assertion.js';
import { isMerelyNamed, isPlaceHeading } from '../sentences/place-roles.js';
import { quantitiesOf } from '../sentences/quantities-of-words.js';
import { regionsIn } from '../sentences/regions.js';
import { blankOut } from '../text/blank-out.js';

/** A caption without "Table 3:", 表3. */
function withoutTableLabel(caption: string, language: string): string {
  const label = readWords(caption, language).first('tableLabel')?.end;
  const number = /^\s*\d+[.:：]?\s*/.exec(caption.slice(label ?? 0));
  return label === undefined || number === null ? caption : caption.slice(label + number[0].length);
}

/** Whether a caption, a header or a row that parts others names another place than a metric's. */
export function isForeign(report: Report, words: string, own: string | undefined): boolean {
  // The US of "US$ trillion" is no place.
  const rest = words.replace(/[(（][^(（)）]*[)）]/g, (unit) => (unitIn(report, unit) === undefined ? unit : ' '));
  const regions = regionsIn(rest, report.vocabulary);
  if (regions.length > 0) return regions.every(({ at, code }) => code !== own && !isMerelyNamed(rest, at));
  // "Value" above a column is no place, "Table 1: Saxony" above a table is.
  const name = withoutTableLabel(rest, sentenceLanguage(rest, report.language));
  return (name !== rest || /\p{Script=Han}/u.test(name)) && isPlaceHeading(name.trim());
}

export interface UnitOfCells {
  readonly unit: string | undefined;
  readonly scale: number;
  readonly kind: Quantity['kind'];
  /** What is counted, or the measure word. */
  readonly noun?: string;
}

/** In brackets, or behind a comma, a slash or "in" at the end. */
const unitPlace = /[(（[]([^()（）[\]]{1,40})[)）\]]|(?:[,，:：]|\s\/|\sin)\s*([^,，:：()（）[\]]{1,30})$/g;

/** A unit that a header or caption gives: "(trillion yuan)", （亿元）, ", %", "in billion yuan". */
export function unitIn(report: Report, text: string): UnitOfCells | undefined {
  for (const match of text.matchAll(unitPlace)) {
    const written = (match[1] ?? match[2] ?? '').trim();
    const words = withoutFirst(written, sentenceLanguage(written, report.language), 'beforeUnit').trim();
    if (/^[%％]$|^per\s?cent$/i.test(words)) return { unit: 'percent', scale: 1, kind: 'percent' };
    // The digit of CO2 is no number.
    if (words === '' || /(?<!\p{L})\d/u.test(words)) continue;
    // A currency's code may stand before its number only.
    // "USD trillion", "US$ million": the number stands between.
    const between = words
      .replace(/^(\S+)\s+(?=(?:thousand|[mb]illion|trillion|bn|mn?|tn)\b)/i, '$1 1 ')
      .replace(/^(\S*\p{Sc})\s*(?=\/)/u, '$11')
      .replace(/^(\S*\p{Sc}) /u, '$1')
      .replace(/^(\S*\p{Sc})(?=(?:tn|bn|mn?|k)$)/u, '$11');
    for (const sample of /^\p{Script=Han}/u.test(words) ? [`1${words}`] : [`1 ${words}`, `${words} 1`, between]) {
      const [quantity] = quantitiesOf(report, sample).quantities;
      const noun = quantity?.noun;
      const end =
        (quantity?.span.end ?? 0) + (noun === undefined ? 0 : noun.length + (sample.endsWith(` ${noun}`) ? 1 : 0));
      if (quantity === undefined || quantity.span.start !== 0 || end !== sample.length) continue;
      // "(million)", "(billion trips)", 亿人次: a scale of counts.
      if (quantity.unit !== undefined || quantity.kind === 'number')
        return {
          unit: quantity.unit,
          scale: quantity.value,
          kind: quantity.kind,
          noun: noun ?? sample.slice(quantity.written.span.end, quantity.span.end),
        };
    }
  }
  return undefined;
}

/** Whether a header's unit measures or scales: "(million)", "(GW)", not the "(sites)" of any noun. */
export const isMeasure = (unit: UnitOfCells | undefined) =>
  unit !== undefined && (unit.unit !== undefined || unit.scale !== 1);

/** The words of a header or cell with its units blanked; `isUnit` says of a unit's words whether they are one. */
export function withoutUnits(text: string, isUnit: (place: string) => boolean): string {
  return text.replace(unitPlace, (place) => (isUnit(place) ? ' ' : place));
}

export const wholeNumbers: UnitOfCells = { unit: undefined, scale: 1, kind: 'number' };

/** The period of a text; `whole`: it must be all that the text is. */
export function onlyPeriod(report: Report, text: string, whole = false): string | undefined {
  const bare = /^((?:19|20)\d\d)(?:年)?$/.exec(text);
  if (bare !== null) return bare[1];
  const { periods, unreadable } = quantitiesOf(report, text);
  const [period] = periods;
  if (period === undefined || periods.length + unreadable.length > 1 || /^-|s$|-year$/.test(period.period))
    return undefined;
  const rest = text.slice(period.span.end);
  // "2022 (target)", "2025 (f)": no record.
  if (/^\s*[(（]\s*[efp]\s*[)）]/i.test(rest) || !isAsserted(rest, report.language)) return undefined;
  if (whole && text.replace(/\s*[(（][^(（)）]*[)）]\s*$/, '').length !== period.span.end - period.span.start)
    return undefined;
  return period.period;
}

/** The number of a cell, in the unit that the table gives or in its own. */
export function quantityOfCell(report: Report, text: string, unit: UnitOfCells | undefined): Quantity | undefined {
  const match = /^\s*([<>≈~]?)\s*([-−+]?)(\d[\d,\s ]*(?:\.\d+)?)\s*([%％]?)\s*$/.exec(
    text.normalize('NFKC').length === text.length ? text.normalize('NFKC') : text,
  );
  const { quantities } = quantitiesOf(report, text);
  const [own] = quantities;
  if (own !== undefined && quantities.length === 1 && (own.unit !== undefined || isCountOf(text, own))) {
    // "53.7 devices" under "(thousand)": nobody knows of how many.
    const isClear = own.unit !== undefined || own.written.scale !== 1 || (unit?.scale ?? 1) === 1;
    return isClear && isWholeCell(text, own) ? own : undefined;
  }
  if (match === null || unit === undefined) return undefined;
  const digits = (match[3] as string).replace(/[,\s ]/g, '');
  const written = Number(digits);
  if (!Number.isFinite(written)) return undefined;
  const fraction = digits.split('.')[1] ?? '';
  const step = 10 ** -fraction.length * unit.scale;
  const zeros = fraction === '' ? (/0+$/.exec(digits)?.[0].length ?? 0) : 0;
  const start = text.indexOf((match[3] as string)[0] as string);
  const span = { start, end: start + (match[3] as string).trimEnd().length };
  return {
    span,
    kind: unit.kind,
    value: written * unit.scale * (match[2] === '-' || match[2] === '−' ? -1 : 1),
    unit: unit.unit,
    written: { digits, scale: unit.scale, span },
    step,
    roundStep: step * 10 ** zeros,
    comparator: match[1] === '>' ? 'above' : match[1] === '<' ? 'below' : match[1] === '' ? undefined : 'about',
    comparatorSpan: undefined,
    direction: undefined,
    consecutive: false,
    rangeWith: undefined,
    inherited: false,
    per: undefined,
    noun: unit.kind === 'number' && unit.noun !== undefined ? countedBy(unit.noun) : undefined,
  };
}

/** "53,677 devices", 53677个: a number with what it counts. */
function isCountOf(text: string, { kind, noun, span, written }: Quantity): boolean {
  return kind === 'number' && (noun !== undefined || /\p{L}/u.test(text.slice(written.span.end, span.end)));
}

/** "up 3%" and "3% of exports" are no value of what heads the row; "£1,568 a year" and "53,677 (a record)" are. */
function isWholeCell(text: string, { span, comparatorSpan, noun, per, direction }: Quantity): boolean {
  if (direction !== undefined) return false;
  const rest = blankOut(text, 0, comparatorSpan === undefined ? [span] : [span, comparatorSpan])
    .replace(/[(（][^()（）]*[)）]/g, ' ')
    .trim();
  const behind = per === undefined ? rest : rest.replace(/^(?:(?:an?|per|each|every)\s+|[/每])\p{L}+$/u, '');
  return !/[\p{L}\p{Nd}]/u.test(behind === noun ? '' : behind);
}

/** The noun or measure word of a unit without its scale: "trips" of "billion trips", 人次 of 亿人次. */
function countedBy(words: string): string | undefined {
  const rest = words.replace(/\s|[百千万亿]|thousand|[mb]illion|trillion/gi, '');
  return rest === '' ? undefined : rest;
}
