import { endOfPeriod, startOfPeriod } from '../language/calendar.js';
import type { Table } from '../markdown/blocks.js';
import type { Period } from '../quantities/index.js';
import type { Mention, Report } from '../report/report.js';
import { isAsserted } from '../sentences/assertion.js';
import { quantitiesOf } from '../sentences/quantities-of-words.js';
import { regionsIn } from '../sentences/regions.js';
import { isHead, withoutMetricWords, withoutPeriodWords } from '../sentences/table-words.js';
import { blankOut } from '../text/blank-out.js';
import type { Span } from '../text/span.js';
import type { EntryOf } from '../vocabulary/model.js';
import { labelsIn } from './labels.js';
import { isSamePeriod } from './same-period.js';
import {
  isForeign,
  isMeasure,
  onlyPeriod,
  quantityOfCell,
  type UnitOfCells,
  unitIn,
  wholeNumbers,
  withoutUnits,
} from './table-cells.js';

type Metric = EntryOf<'metrics'>;

/** A period of a table's part; `--Q2` without its year, null where two parts differ or a date is none. */
export type PartPeriod = string | null | undefined;

/** A column of a table, as its head and its cells tell it. */
export interface Column {
  readonly index: number;
  readonly head: string;
  /** The metric that the head names with no words but a unit and a period. */
  readonly metric: Mention | undefined;
  /** What it holds instead of values: what is told beside them, or what dates, measures, places or groups the rows. */
  readonly role: 'beside' | 'period' | 'unit' | 'place' | 'theme' | undefined;
  /** One cell at least is a figure and nothing else. */
  readonly hasFigures: boolean;
  readonly period: PartPeriod;
  readonly unit: UnitOfCells | undefined;
  /** Codes of the places in the head. */
  readonly places: readonly string[];
  /** The head is a place that no table knows. */
  readonly isUnknownPlace: boolean;
  /** Beside these the head says no more than "value". */
  readonly isPlain: boolean;
}

/** A row that may hold values, with what its cells say of all of them. */
export interface Row {
  readonly cells: readonly number[];
  /** The metric that a cell names, and the column of that cell. */
  readonly mention: Mention | undefined;
  readonly mentionAt: number;
  /** The cells that date it; none where no column does. */
  readonly dates: readonly string[];
  /** Of those cells and of the metric's own. */
  readonly period: PartPeriod;
  readonly unit: UnitOfCells | undefined;
  readonly places: readonly string[];
  /** It says that it is the whole: "National", 全国. */
  readonly isWhole: boolean;
  /** Words that make it a part of something stand before its values. */
  readonly isPart: boolean;
  /** The row over it whose first cell is its only one. */
  readonly under: string;
}

export interface TableLayout {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

type Mentions = ReadonlyMap<number, readonly Mention[]>;

/** Tells the columns and rows of a table apart by their heads and by what their cells hold, in whatever order they are. */
export function readLayout(report: Report, { rows: [header = [], ...body] }: Table, mentions: Mentions): TableLayout {
  const text = (index: number | undefined) => (report.prose.blocks[index ?? -1]?.text ?? '').trim();
  const isLead = (row: readonly number[]) => row.slice(1).every((cell) => text(cell) === '');
  const metricOf = memoized((cell: number) => wholeCell(report, cell, mentions));
  const filled = body.filter((row) => !isLead(row));
  const labelled = new Set(
    [...header, ...filled.flat()].flatMap((cell) => {
      const metric = metricOf(cell)?.entry as Metric | undefined;
      return metric?.observations.some(({ label }) => label.length > 0) ? [metric] : [];
    }),
  );
  const columns = header.map((cell, index) =>
    readColumn(report, index, text(cell), metricOf(cell), {
      texts: filled.map((row) => text(row[index])).filter((each) => each !== ''),
      hasMetrics: filled.some((row) => row[index] !== undefined && metricOf(row[index]) !== undefined),
      labelled,
    }),
  );
  const lastFigure = columns.findLastIndex(({ hasFigures, role }) => hasFigures && role === undefined);

  let under = '';
  const rows = body.flatMap((cells): Row[] => {
    if (isLead(cells)) {
      under = text(cells[0]);
      return [];
    }
    const named = cells.flatMap((cell, at) => {
      const mention = columns[at]?.role === undefined ? metricOf(cell) : undefined;
      return mention === undefined ? [] : [{ mention, at }];
    });
    const [first] = named;
    // Two metrics in a row: one is held against the other.
    if (named.some(({ mention }) => mention.entry !== first?.mention.entry)) return [];
    return [{ ...readRow(report, columns, cells.map(text), first, lastFigure), cells, under }];
  });
  return { columns, rows };
}

function memoized<K, V>(read: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    if (!known.has(key)) known.set(key, read(key));
    return known.get(key) as V;
  };
}

interface CellsOfColumn {
  /** Of those that are not empty. */
  readonly texts: readonly string[];
  readonly hasMetrics: boolean;
  /** The metrics of the table whose records have names. */
  readonly labelled: ReadonlySet<Metric>;
}

function readColumn(
  report: Report,
  index: number,
  head: string,
  metric: Mention | undefined,
  cells: CellsOfColumn,
): Column {
  const { texts } = cells;
  const words = withoutUnits(head, (place) => isMeasure(unitIn(report, place)));
  const regions = regionsIn(words, report.vocabulary);
  const bare = unitIn(report, `(${head})`);
  const unit = unitIn(report, head) ?? (metric === undefined && isMeasure(bare) ? bare : undefined);
  const period = periodOf(report, head);
  return {
    index,
    head,
    metric,
    role: roleOf(report, head, metric, cells),
    hasFigures: texts.some((each) => isFigure(report, each)),
    period,
    unit,
    places: regions.map(({ code }) => code),
    isUnknownPlace: regions.length === 0 && isForeign(report, head, undefined),
    isPlain:
      isMeasure(bare) ||
      isPlain(
        report,
        words,
        regions.map(({ at }) => at),
      ),
  };
}

function roleOf(report: Report, head: string, metric: Mention | undefined, cells: CellsOfColumn): Column['role'] {
  const { texts, hasMetrics, labelled } = cells;
  const is = (role: Parameters<typeof isHead>[2]) => isHead(head, report.language, role);
  if (is('source') || is('beside')) return 'beside';
  if (is('unit')) return 'unit';
  if (is('period')) return 'period';
  if (is('place')) return 'place';
  if (is('theme') && !hasMetrics) return 'theme';
  if (metric !== undefined && texts.some((each) => isFigure(report, each))) return undefined;
  if (hasMetrics || is('value') || texts.length === 0 || onlyPeriod(report, head) !== undefined) return undefined;
  const isLabel = (each: string) => [...labelled].some((one) => labelOf(one, each) !== undefined);
  const isDated = (each: string) => isLabel(each) || quantitiesOf(report, each).periods.length > 0;
  if (texts.every(isDated) && texts.some((each) => isLabel(each) || wholePeriod(report, each) !== undefined))
    return 'period';
  if (texts.every((each) => !/\d/.test(each) && isMeasure(unitIn(report, `(${each})`)))) return 'unit';
  return texts.every((each) => isHead(each, report.language, 'whole') || placesOf(report, each) !== undefined)
    ? 'place'
    : undefined;
}

/** Whether a head says nothing beside its period and its places but "value"; "2025 (f)" is a forecast. */
function isPlain(report: Report, head: string, places: readonly Span[]): boolean {
  if (!isAsserted(head, report.language) || /[(（]\s*[efp]\s*[)）]/i.test(head)) return false;
  const { periods } = quantitiesOf(report, head);
  const words = blankOut(head, 0, [...places, ...wordsOf(periods)]).replace(/[(（]\s*r\s*[)）]/i, ' ');
  const rest = withoutPeriodWords(words, report.language)
    .replace(/[^\p{L}\p{Nd}]+/gu, ' ')
    .trim();
  return rest === '' || isHead(rest, report.language, 'value');
}

function readRow(
  report: Report,
  columns: readonly Column[],
  texts: readonly string[],
  named: { readonly mention: Mention; readonly at: number } | undefined,
  lastFigure: number,
): Omit<Row, 'cells' | 'under'> {
  const dates: string[] = [];
  const units: UnitOfCells[] = [];
  const places: string[] = [];
  let isWhole = false;
  let isPart = false;
  for (const [at, text] of texts.entries()) {
    const column = columns[at];
    if (column?.role === 'period') dates.push(text);
    if (column === undefined || text === '' || at === named?.at || column.role === 'beside') continue;
    if (column.role === 'period' || column.role === 'theme') continue;
    if (column.role === 'unit') {
      const unit = unitIn(report, `(${text})`);
      if (unit !== undefined) units.push(unit);
      else isPart = true;
      continue;
    }
    if (column.hasFigures || !/\p{L}/u.test(text)) continue;
    const known = placesOf(report, text);
    if (isHead(text, report.language, 'whole')) isWhole = true;
    else if (known !== undefined) places.push(...known);
    else if (column.role === 'place' || (at < lastFigure && !isHead(text, report.language, 'value'))) isPart = true;
  }
  const own = named === undefined ? '' : (texts[named.at] ?? '');
  const [unit, ...others] = [unitIn(report, own), ...units].filter((each) => each !== undefined);
  return {
    mention: named?.mention,
    mentionAt: named?.at ?? -1,
    dates,
    period:
      dates.length > 0
        ? dates.map((text) => wholePeriod(report, text) ?? null).reduce<PartPeriod>(narrower, undefined)
        : periodOf(report, own),
    unit,
    places,
    isWhole,
    isPart: isPart || others.some((each) => each.unit !== unit?.unit || each.scale !== unit?.scale),
  };
}

/** The codes of the places that a cell is; undefined for any other words. */
function placesOf(report: Report, text: string): readonly string[] | undefined {
  const regions = regionsIn(text, report.vocabulary);
  const rest = blankOut(
    text,
    0,
    regions.map(({ at }) => at),
  ).replace(/[\s,，、/()（）省市]|\b(?:the|and|total)\b|合计/gi, '');
  return regions.length > 0 && rest === '' ? regions.map(({ code }) => code) : undefined;
}

const isFigure = (report: Report, text: string) =>
  /\p{Nd}/u.test(text) && quantityOfCell(report, text, wholeNumbers) !== undefined;

export function labelOf(metric: Metric, text: string): string | undefined {
  const found = labelsIn(text, { start: 0, end: text.length }, metric);
  return found.length === 1 ? found[0]?.period : undefined;
}

/** The period of a row for a metric: the name that one of its records has there, else the date of the row. */
export function periodOfRow({ dates, period }: Row, metric: Metric): PartPeriod {
  if (dates.length === 0) return period;
  const labels = dates.map((text) => labelOf(metric, text));
  return labels.every((label) => label === undefined)
    ? period
    : labels.filter((label) => label !== undefined).reduce<PartPeriod>(narrower, undefined);
}

/** The one period in the words of a head or a cell. */
function periodOf(report: Report, text: string): PartPeriod {
  return onlyPeriod(report, text) ?? partOfYear(report, text);
}

/** The period that a cell is, with no more than "as of", "end of". */
export function wholePeriod(report: Report, text: string): string | undefined {
  const whole = onlyPeriod(report, text, true);
  if (whole !== undefined) return whole;
  const period = periodOf(report, text);
  if (period === undefined || period === null) return undefined;
  const { periods } = quantitiesOf(report, text);
  const rest = withoutPeriodWords(blankOut(text, 0, wordsOf(periods)), report.language);
  return /[\p{L}\p{Nd}]/u.test(rest) ? undefined : period;
}

const wordsOf = (periods: readonly Period[]) =>
  periods.flatMap(({ span, lengthSpan }) => (lengthSpan === undefined ? [span] : [lengthSpan, span]));

/** `--Q2`, where a head says no more of when. */
function partOfYear(report: Report, text: string): string | undefined {
  const { periods, unreadable } = quantitiesOf(report, text);
  const [period] = periods;
  return periods.length === 1 && unreadable.length === 0 && period?.period.startsWith('--') ? period.period : undefined;
}

/** What is meant where a row and a column each have a period: the one within the other; null where there is none. */
export function narrower(a: PartPeriod, b: PartPeriod): PartPeriod {
  if (a === undefined || b === undefined) return a ?? b;
  if (a === null || b === null) return null;
  if (isSamePeriod(a, b)) return a;
  for (const [part, year] of [
    [a, b],
    [b, a],
  ] as const)
    if (part.startsWith('--')) return /^\d{4}$/.test(year) ? part.replaceAll('--', `${year}-`) : null;
  const [a0, a1, b0, b1] = [startOfPeriod(a), endOfPeriod(a), startOfPeriod(b), endOfPeriod(b)];
  if (a0 === undefined || a1 === undefined || b0 === undefined || b1 === undefined) return null;
  if (b0 <= a0 && a1 <= b1) return a;
  return a0 <= b0 && b1 <= a1 ? b : null;
}

/** The metric that a cell names with no other words than its unit, its period and its own region. */
function wholeCell(report: Report, cell: number, mentions: Mentions): Mention | undefined {
  const group = mentions.get(cell) ?? [];
  const [mention] = group;
  const block = report.prose.blocks[cell];
  if (mention === undefined || block === undefined || group.some(({ entry }) => entry !== mention.entry))
    return undefined;
  const metric = mention.entry as Metric;
  const nouns = Object.values(metric.measure.noun ?? {}).flat();
  const isUnit = (place: string) => {
    const unit = unitIn(report, place);
    return isMeasure(unit) || nouns.some((noun) => unit?.noun?.toLowerCase() === noun.toLowerCase());
  };
  // The US of "US$ trillion" is no place.
  const words = withoutUnits(
    blankOut(
      block.text,
      0,
      group.map(({ at }) => at),
    ),
    isUnit,
  );
  const regions = regionsIn(words, report.vocabulary);
  if (regions.some(({ code }) => code !== metric.region)) return undefined;
  const { periods } = quantitiesOf(report, words);
  const rest = withoutMetricWords(
    blankOut(words, 0, [...regions.map(({ at }) => at), ...periods.map(({ span }) => span)]),
    report.language,
  )
    .replace(/['’]s\b/g, '')
    .replace(/[\d\s,，:：.。、%\-–—/()（）[\]*]/g, '');
  return rest === '' ? mention : undefined;
}
