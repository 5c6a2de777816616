import { normalizeRegion } from '../language/countries.js';
import { type CsvCell, CsvFile } from './csv-file.js';
import type { Language, Observation } from './model.js';
import type { Problem } from './problem.js';
import { type ObservationFields, readObservation } from './read-observation.js';
import { expectationOf } from './schema-expectation.js';
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
      file.add({ start: 0, end: 0 }, 'error', 'pack.column-missing', { column: 'period' });
    return { observations: [], problems: file.problems };
  }
  // SDMX may add a label to a code: `REF_AREA:Reference area`.
  const columns = header.map(({ text }) => text.split(':', 1)[0]?.trim() as string);
  const isSdmx = columns.includes('TIME_PERIOD');
  const needed = isSdmx ? ['TIME_PERIOD', 'OBS_VALUE'] : ['period', 'value'];
  const missing = needed.filter((column) => !columns.includes(column));
  for (const column of missing) file.add((header[0] as CsvCell).span, 'error', 'pack.column-missing', { column });
  if (missing.length > 0) return { observations: [], problems: file.problems };
  if (!isSdmx) {
    for (const [index, column] of columns.entries()) {
      if (schemaFields.observation.includes(column)) continue;
      file.add((header[index] as CsvCell).span, 'warning', 'pack.unknown-field', { field: column });
    }
  }

  const observations: Observation[] = [];
  for (const cells of body) {
    const named = Object.fromEntries(columns.flatMap((column, i) => (cells[i] ? [[column, cells[i]] as const] : [])));
    const row = isSdmx ? sdmxRow(named, context) : ownRow(named);
    if (row === undefined || !holds(row, cells, file)) continue;
    const written = row.fields.value as string;
    const forms = { kind: 'metrics', language: context.language } as const;
    const span = { start: (cells[0] as CsvCell).span.start, end: (cells.at(-1) as CsvCell).span.end };
    observations.push({
      ...readObservation(row.fields as unknown as ObservationFields, written, forms),
      location: { path, span, range: file.rangeOf(span) },
    });
  }
  if (isSdmx && observations.length === 0 && file.problems.length === 0) {
    file.add((header[0] as CsvCell).span, 'warning', 'pack.series-empty', {
      region: context.region ?? '–',
      unit: context.unit ?? '–',
    });
  }
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
      file.add((row.cells[field] ?? first).span, 'error', 'pack.wrong-type', { field, expected: expectationOf(error) });
    }
  }
  return false;
}

function ownRow(cells: Readonly<Record<string, CsvCell>>): Row {
  const known = Object.entries(cells).filter(
    ([column, { text }]) => text !== '' && schemaFields.observation.includes(column),
  );
  return { fields: Object.fromEntries(known.map(([column, { text }]) => [column, text])), cells };
}

/** Values that the publisher itself does not yet stand by, by their code in SDMX. */
const provisionalStatuses: ReadonlySet<string> = new Set(['E', 'F', 'I', 'P', 'U']);

/** Codes of other lists for the units that this format names itself. */
const unitNames: Readonly<Record<string, string>> = {
  PC: 'percent',
  PT: 'percent',
  PERCENT: 'percent',
  '%': 'percent',
};

/** Undefined for a row without a value, or of another region or unit than the metric's. */
function sdmxRow(cells: Readonly<Record<string, CsvCell>>, { region, unit }: SeriesContext): Row | undefined {
  const code = (column: string) => cells[column]?.text.split(':', 1)[0]?.trim() ?? '';
  const value = cells.OBS_VALUE?.text ?? '';
  if (/^(?:|NaN|[.:-]+)$/i.test(value)) return undefined;
  const area = code('REF_AREA');
  if (region !== undefined && area !== '' && normalizeRegion(area) !== normalizeRegion(region)) return undefined;
  const measured = code('UNIT_MEASURE');
  if (unit !== undefined && measured !== '' && (unitNames[measured] ?? measured) !== unit) return undefined;
  const note = cells.OBS_COMMENT?.text ?? cells.COMMENT_OBS?.text ?? '';
  return {
    fields: {
      period: cells.TIME_PERIOD?.text ?? '',
      value: scaled(value, code('UNIT_MULT')),
      status: provisionalStatuses.has(code('OBS_STATUS')) ? 'provisional' : 'verified',
      ...(note !== '' && { note }),
    },
    cells: { ...cells, period: cells.TIME_PERIOD as CsvCell, value: cells.OBS_VALUE as CsvCell },
  };
}

/** The digits as published, with the power of ten that the column says: `40.1` and `12` are `40.1e12`. */
function scaled(value: string, power: string): string {
  if (!/^-?\d+$/.test(power) || Number(power) === 0) return value;
  const [digits, exponent = '0'] = value.split(/e/i);
  return `${digits}e${Number(exponent) + Number(power)}`;
}
