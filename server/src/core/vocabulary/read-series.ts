import { normalizeRegion } from '../language/countries.js';
import { nearest } from '../language/edit-distance.js';
import { meantPeriod } from '../language/meant-period.js';
import { dictionary } from '../text/dictionary.js';
import { type CsvCell, CsvFile, type Separator } from './csv-file.js';
import type { Language, Observation } from './model.js';
import { numberProblem, plainNumber, saysNone } from './plain-number.js';
import { meaning, type Problem } from './problem.js';
import { type ObservationFields, readObservation } from './read-observation.js';
import { expectationOf, wrongType } from './schema-expectation.js';
import { fields as schemaFields, validateObservation } from './schemas.generated.js';

export interface SeriesContext {
  readonly language: Language;
  /** The metric's region and unit, which rows of SDMX are held to. */
  readonly region?: string;
  readonly unit?: string;
}

export interface Series {
  readonly observations: readonly Observation[];
  readonly problems: readonly Problem[];
}

/** A row as an observation, with the cells that its fields came from. */
interface Row {
  readonly fields: Record<string, string>;
  readonly cells: Readonly<Record<string, CsvCell>>;
}

/**
 * Reads the observations of one metric from a CSV file: under the fields' own names, or as SDMX-CSV is published, where
 * rows of other regions and units than the metric's are passed over. A broken row is a problem and is left out.
 */
export function readSeries(path: string, text: string, context: SeriesContext): Series {
  const file = new CsvFile(path, text);
  const [header, ...body] = file.rows;
  if (header === undefined) {
    if (file.problems.length === 0)
      file.add({ start: 0, end: 0 }, 'error', 'pack.column-missing', { column: 'period', found: '–' });
    return { observations: [], problems: file.problems };
  }
  const names = namesOf(header);
  const isSdmx = names.includes('TIME_PERIOD');
  const columns = isSdmx ? names.map((name) => otherNames[name.toUpperCase()] ?? name) : ownColumns(names);
  const needed = isSdmx ? ['TIME_PERIOD', 'OBS_VALUE'] : ['period', 'value'];
  const missing = needed.filter((column) => !columns.includes(column));
  const found = names.slice(0, 8);
  for (const column of missing)
    file.add((header[0] as CsvCell).span, 'error', 'pack.column-missing', { column, found });
  if (missing.length > 0) return { observations: [], problems: file.problems };
  if (!isSdmx) {
    for (const [index, column] of columns.entries()) {
      if (schemaFields.observation.includes(column)) continue;
      const values = { field: names[index] as string, ...meaning(nearest(column, schemaFields.observation)) };
      file.add((header[index] as CsvCell).span, 'warning', 'pack.unknown-field', values);
    }
  }

  const observations: Observation[] = [];
  for (const cells of body) {
    const named = dictionary(
      Object.fromEntries(columns.flatMap((column, i) => (cells[i] ? [[column, cells[i]] as const] : []))),
    );
    const extra = isSdmx ? undefined : cells.slice(columns.length).find(({ text }) => text.trim() !== '');
    if (extra !== undefined) {
      file.add(extra.span, 'error', 'pack.csv-cells', { columns: columns.length });
      continue;
    }
    const row = isSdmx ? sdmxRow(named, context) : ownRow(named, { unit: context.unit, separator: file.separator });
    if (row === undefined || !holds(row, cells, file)) continue;
    const written = row.fields.value as string;
    const forms = { kind: 'metrics', language: context.language } as const;
    const span = { start: (cells[0] as CsvCell).span.start, end: (cells.at(-1) as CsvCell).span.end };
    observations.push({
      ...readObservation(row.fields as unknown as ObservationFields, written, forms),
      location: { path, range: file.rangeOf(span) },
    });
  }
  if (isSdmx && observations.length === 0 && file.problems.length === 0) {
    file.add((header[0] as CsvCell).span, 'warning', 'pack.series-empty', {
      region: context.region ?? '–',
      unit: context.unit ?? '–',
    });
  }
  // A publisher's order is that of its dimensions.
  if (isSdmx) observations.sort((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0));
  return { observations, problems: file.problems };
}

function holds(row: Row, cells: readonly CsvCell[], file: CsvFile): boolean {
  if (validateObservation(row.fields)) return true;
  const first = cells[0] as CsvCell;
  for (const error of validateObservation.errors ?? []) {
    if (error.keyword === 'if') continue;
    if (error.keyword === 'required') {
      file.add(first.span, 'error', 'pack.missing-field', { field: String(error.params.missingProperty) });
    } else {
      const field = error.instancePath.slice(1);
      const expected = expectationOf(error);
      const { span } = row.cells[field] ?? first;
      if (expected === 'number') {
        const { messageId, values } = numberProblem(row.fields[field] ?? '');
        file.add(span, 'error', messageId, values);
      } else file.add(span, 'error', 'pack.wrong-type', wrongType(field, expected, row.fields[field]));
    }
  }
  return false;
}

/** What others call the columns. */
const columnNames: ReadonlyMap<string, readonly string[]> = new Map([
  ['period', list('year date month quarter time day 年 年份 年度 时间 日期 时期 期间 月份 季度')],
  ['value', list('values amount figure number observation 值 数值 数据 数量 金额')],
  ['note', list('notes comment remark remarks 备注 说明 注')],
  ['source', list('sources 来源')],
  ['status', list('状态')],
]);

function list(words: string): readonly string[] {
  return words.split(' ');
}

/** SDMX may add a label to a code: `REF_AREA:Reference area`. */
function namesOf(header: readonly CsvCell[]): readonly string[] {
  return header.map(({ text }) => text.split(':', 1)[0]?.trim() as string);
}

/** The fields that the columns of a file of one's own hold; undefined for SDMX. */
export function columnsOf(header: readonly CsvCell[]): readonly string[] | undefined {
  const names = namesOf(header);
  return names.includes('TIME_PERIOD') ? undefined : ownColumns(names);
}

/** The fields of the columns; one that others call so is a field where no column has the field's own name. */
function ownColumns(names: readonly string[]): readonly string[] {
  const columns = names.map((name) => name.toLowerCase());
  for (const [field, others] of columnNames) {
    const index = columns.findIndex((column) => others.includes(column));
    if (index >= 0 && !columns.includes(field)) columns[index] = field;
  }
  return columns;
}

/** How the values of a file are written. */
interface WrittenIn {
  readonly unit: string | undefined;
  readonly separator: Separator;
}

/** Undefined for a row without a value. */
function ownRow(cells: Readonly<Record<string, CsvCell>>, how: WrittenIn): Row | undefined {
  if (saysNone(cells.value?.text ?? '')) return undefined;
  const known = Object.entries(cells).filter(
    ([column, { text }]) => text.trim() !== '' && schemaFields.observation.includes(column),
  );
  const written = (column: string, text: string) => {
    if (column === 'period') return plainPeriod(text);
    return (numbers.has(column) ? plainNumberIn(text, how) : undefined) ?? text.trim();
  };
  return { fields: Object.fromEntries(known.map(([column, { text }]) => [column, written(column, text)])), cells };
}

/** What a period is by its words: 2022年 and 2022年3月, which no one reads otherwise. */
function plainPeriod(text: string): string {
  return (/^\d{4}年/.test(text.trim()) ? meantPeriod(text) : undefined) ?? text.trim();
}

/** The number of a cell that may name the unit of its metric: £1,940,000, 61.5%. */
function plainNumberIn(text: string, { unit, separator }: WrittenIn): string | undefined {
  const number = withoutUnit(text.trim(), unit);
  // Where semicolons part the cells, one comma may be a decimal mark: 1,940.
  if (separator === ';' && /^\D{0,2}\d{1,3}[,，]\d{3}$/.test(number)) return undefined;
  return plainNumber(number);
}

function withoutUnit(text: string, unit: string | undefined): string {
  if (unit === 'percent') return text.replace(/\s?[%％]$/, '');
  const currency = unit?.split('/', 1)[0] ?? '';
  if (!/^[A-Z]{3}$/.test(currency)) return text;
  for (const sign of [currency, signOf(currency)]) {
    if (text.startsWith(sign)) return text.slice(sign.length).trim();
    if (text.endsWith(sign)) return text.slice(0, -sign.length).trim();
  }
  return text;
}

/** £ of GBP, ¥ of CNY, by the runtime's own table (CLDR). */
function signOf(currency: string): string {
  const parts = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  return parts.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? currency;
}

const numbers: ReadonlySet<string> = new Set(['value', 'precision']);

/** Values that the publisher itself does not yet stand by, by their code in SDMX. */
const provisionalStatuses: ReadonlySet<string> = new Set(['E', 'F', 'I', 'P', 'U']);

/** Columns of publishers that do not take SDMX's own names: Eurostat's. */
const otherNames: Readonly<Record<string, string>> = dictionary({
  GEO: 'REF_AREA',
  UNIT: 'UNIT_MEASURE',
  OBS_FLAG: 'OBS_STATUS',
});

/** A unit as this format names it and its power of ten: `MIO_EUR` and `CP_MEUR` are EUR and 6, `PC_GDP` is percent. */
function unitOf(code: string): { readonly unit: string; readonly power: number } {
  if (/^(?:P[CT](?:_.*)?|PERCENT|%)$/.test(code)) return { unit: 'percent', power: 0 };
  const amount = /^(?:CP_)?(M|MIO_|THS_|T_)([A-Z]{3})$/.exec(code);
  if (amount === null) return { unit: code, power: 0 };
  return { unit: amount[2] as string, power: amount[1]?.startsWith('M') ? 6 : 3 };
}

/** A period as this format writes it: `2022-M03`, `2022Q1`, `2022-S1` and `2022-A1` are publishers' ways. */
function periodOf(text: string): string {
  const [, year, kind, number] = /^(\d{4})-?([AHMQS])(\d{1,2})$/.exec(text.trim()) ?? [];
  if (year === undefined || number === undefined) return text.trim();
  if (kind === 'Q') return `${year}-Q${number}`;
  if (kind === 'M') return `${year}-${number.padStart(2, '0')}`;
  if (kind === 'A') return year;
  return number === '1' ? `${year}-01/${year}-06` : `${year}-07/${year}-12`;
}

/** Undefined for a row without a value, or of another region or unit than the metric's. */
function sdmxRow(cells: Readonly<Record<string, CsvCell>>, { region, unit }: SeriesContext): Row | undefined {
  const code = (column: string) => cells[column]?.text.split(':', 1)[0]?.trim() ?? '';
  // A flag may stand behind the value: `6.1 p`.
  const [, value = '', flag] = /^(.*?)(?:(?<!\s)\s+([a-z]{1,3}))?$/s.exec(cells.OBS_VALUE?.text.trim() ?? '') ?? [];
  if (/^(?:|NaN|[.:-]+)$/i.test(value)) return undefined;
  const area = code('REF_AREA');
  if (region !== undefined && area !== '' && normalizeRegion(area) !== normalizeRegion(region)) return undefined;
  const measured = unitOf(code('UNIT_MEASURE'));
  // XDC is the currency of the place.
  const isLocal = measured.unit === 'XDC' && /^[A-Z]{3}$/.test(unit ?? '');
  if (unit !== undefined && measured.unit !== '' && measured.unit !== unit && !isLocal) return undefined;
  const note = cells.OBS_COMMENT?.text ?? cells.COMMENT_OBS?.text ?? '';
  const status = (flag ?? code('OBS_STATUS')).toUpperCase();
  return {
    fields: {
      period: periodOf(cells.TIME_PERIOD?.text ?? ''),
      // A multiplier of its own says once more what the unit's code says.
      value: scaled(value, Number(code('UNIT_MULT')) || measured.power),
      status: [...status].some((letter) => provisionalStatuses.has(letter)) ? 'provisional' : 'verified',
      ...(note !== '' && { note }),
    },
    cells: { ...cells, period: cells.TIME_PERIOD as CsvCell, value: cells.OBS_VALUE as CsvCell },
  };
}

/** The digits as published, with the power of ten that the column says: `40.1` and `12` are `40.1e12`. */
function scaled(value: string, power: number): string {
  if (!Number.isInteger(power) || power === 0) return value;
  const [digits, exponent = '0'] = value.split(/e/i);
  return `${digits}e${Number(exponent) + power}`;
}
