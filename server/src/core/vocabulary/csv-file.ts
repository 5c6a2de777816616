import type { Values } from '../messages/message.js';
import { LineMap, type Range } from '../text/line-map.js';
import type { Span } from '../text/span.js';
import { maxFileLength, type Problem } from './problem.js';

/** A cell: its text without quotes, and its place with them. */
export interface CsvCell {
  readonly text: string;
  readonly span: Span;
}

/** A quoted cell with all that stands before its closing quote, or a bare one. */
const cellPattern = /"([^"]*(?:""[^"]*)*)("?)|([^,\r\n]*)/y;

/**
 * A CSV file (RFC 4180, with commas) with the place of every cell: the parsers at hand give a row's at best, and bring
 * the types of Node or code made at run time. Empty lines are no rows.
 */
export class CsvFile {
  readonly path: string;
  readonly problems: Problem[] = [];
  readonly rows: readonly (readonly CsvCell[])[];
  readonly #lines: LineMap;

  constructor(path: string, text: string) {
    this.path = path;
    const tooLong = text.length > maxFileLength;
    this.#lines = new LineMap(tooLong ? '' : text);
    if (tooLong) this.add({ start: 0, end: 0 }, 'error', 'pack.file-too-long', { length: text.length });
    this.rows = tooLong ? [] : this.#read(text);
  }

  #read(text: string): readonly (readonly CsvCell[])[] {
    const rows: CsvCell[][] = [];
    let row: CsvCell[] = [];
    let at = text.startsWith('\uFEFF') ? 1 : 0;
    while (at < text.length) {
      cellPattern.lastIndex = at;
      const match = cellPattern.exec(text) as RegExpExecArray;
      const span = { start: at, end: cellPattern.lastIndex };
      const next = text[span.end];
      if (match[2] === '' || (match[2] !== undefined && next !== undefined && !',\r\n'.includes(next))) {
        this.add(span, 'error', 'pack.csv-invalid', {});
        return rows;
      }
      row.push({ text: match[3]?.trim() ?? (match[1] as string).replaceAll('""', '"'), span });
      at = span.end;
      if (next === ',') {
        at += 1;
        if (at < text.length) continue;
        row.push({ text: '', span: { start: at, end: at } });
      } else {
        at += text.startsWith('\r\n', at) ? 2 : 1;
      }
      if (row.length > 1 || row[0]?.text !== '') rows.push(row);
      row = [];
    }
    return rows;
  }

  rangeOf(span: Span): Range {
    return this.#lines.rangeOf(span);
  }

  add(span: Span, severity: Problem['severity'], messageId: string, values: Values): void {
    this.problems.push({ severity, messageId, values, path: this.path, range: this.rangeOf(span) });
  }
}
