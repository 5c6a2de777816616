import type { TextEdit } from '../text/text-edit.js';
import { type CsvCell, CsvFile } from './csv-file.js';
import { columnsOf } from './read-series.js';
import { startOfPeriod } from './start-of-period.js';
import type { YamlRefusal } from './write-yaml.js';

/** The fields of a record as they are to be read: `period` and `value` at least. */
export type SeriesRow = Readonly<Record<string, string>>;

export type SeriesWriting =
  | {
      readonly edits: readonly TextEdit[];
      /** The fields that the file has no column for. */
      readonly unwritten: readonly string[];
    }
  | { readonly refused: YamlRefusal };

/** The edit that puts a record into a CSV file: a row with its separator, its columns and the order of its periods. */
export function writeSeries(text: string, record: SeriesRow): SeriesWriting {
  const file = new CsvFile('', text);
  const [header, ...rows] = file.rows;
  if (header === undefined || file.problems.length > 0) return { refused: 'unparsable' };
  const columns = columnsOf(header);
  // A publisher's file is its own.
  if (columns === undefined || !columns.includes('period') || !columns.includes('value')) return { refused: 'unusual' };
  const cell = (column: string) => quoted(record[column] ?? '', file.separator);
  const row = columns.map(cell).join(file.separator);
  const period = columns.indexOf('period');
  const index = placeInOrder(
    rows.map((cells) => cells[period]?.text ?? ''),
    record.period ?? '',
  );
  const eol = /\r\n?|\n/.exec(text)?.[0] ?? '\n';
  const before = (rows[index - 1] ?? header).at(-1) as CsvCell;
  const at = before.span.end;
  return {
    edits: [{ span: { start: at, end: at }, text: eol + row }],
    unwritten: Object.keys(record).filter((field) => !columns.includes(field)),
  };
}

function quoted(text: string, separator: string): string {
  return /["\r\n]/.test(text) || text.includes(separator) || text !== text.trim() || text.startsWith('#')
    ? `"${text.replaceAll('"', '""')}"`
    : text;
}

/** Where a period belongs among others, the oldest first or, where they are so, the newest: the index of the next one. */
export function placeInOrder(periods: readonly string[], period: string, fiscalYear?: string): number {
  const starts = periods.map((each) => startOfPeriod(each, fiscalYear));
  const start = startOfPeriod(period, fiscalYear);
  const isFalling = starts.length > 1 && (starts[0] as string) > (starts.at(-1) as string);
  const next = isFalling ? starts.findIndex((each) => each < start) : starts.findIndex((each) => each > start);
  return next < 0 ? periods.length : next;
}
