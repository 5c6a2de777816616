import type { Values } from '../messages/message.js';
import { LineMap, type Range } from '../text/line-map.js';
import type { Span } from '../text/span.js';
import { maxFileLength, type Problem } from './problem.js';

/** A cell: its text without quotes, and its place with them. */
export interface CsvCell {
  readonly text: string;
  readonly span: Span;
}

/** What may part the cells: spreadsheets write semicolons where commas are decimal marks, and tabs. */
export type Separator = ',' | ';' | '\t';

/** A quoted cell with all that stands before its closing quote, or a bare one. */
const cellPatterns: Readonly<Record<Separator, RegExp>> = {
  ',': /"([^"]*(?:""[^"]*)*)("?)|([^,\r\n]*)/y,
  ';': /"([^"]*(?:""[^"]*)*)("?)|([^;\r\n]*)/y,
  '\t': /"([^"]*(?:""[^"]*)*)("?)|([^\t\r\n]*)/y,
};

/**
 * A CSV file (RFC 4180; the first row says what parts the cells) with the place of every cell: the parsers at hand give
 * a row's at best, and bring the types of Node or code made at run time. Empty lines are no rows, nor are those that
 * begin with `#`.
 */
export class CsvFile {
  readonly path: string;
  readonly problems: Problem[] = [];
  readonly separator: Separator;
  readonly rows: readonly (readonly CsvCell[])[];
  readonly #lines: LineMap;

  constructor(path: string, text: string) {
    this.path = path;
    const tooLong = text.length > maxFileLength;
    this.#lines = new LineMap(tooLong ? '' : text);
    if (tooLong) this.add({ start: 0, end: 0 }, 'error', 'pack.file-too-long', { length: text.length });
    this.separator = tooLong ? ',' : separatorOf(text);
    this.rows = tooLong ? [] : this.#read(text);
  }

  #read(text: string): readonly (readonly CsvCell[])[] {
    const rows: CsvCell[][] = [];
    let row: CsvCell[] = [];
    const cellPattern = cellPatterns[this.separator];
    let at = text.startsWith('\uFEFF') ? 1 : 0;
    while (at < text.length) {
      if (row.length === 0 && text[at] === '#') {
        at = endOfLine(text, at);
        continue;
      }
      cellPattern.lastIndex = at;
      const match = cellPattern.exec(text) as RegExpExecArray;
      const span = { start: at, end: cellPattern.lastIndex };
      const next = text[span.end];
      if (
        match[2] === '' ||
        (match[2] !== undefined && next !== undefined && next !== this.separator && !'\r\n'.includes(next))
      ) {
        this.add(span, 'error', 'pack.csv-invalid', {});
        return rows;
      }
      row.push({ text: match[3]?.trim() ?? (match[1] as string).replaceAll('""', '"'), span });
      at = span.end;
      if (next === this.separator) {
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

const lineBreak = /[\r\n]/g;

/** Where the line behind the one at a place begins. */
function endOfLine(text: string, at: number): number {
  lineBreak.lastIndex = at;
  return lineBreak.test(text) ? lineBreak.lastIndex : text.length;
}

/** Of the first line that is no comment: a comma in it parts cells, else a semicolon, else a tab. */
function separatorOf(text: string): Separator {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    const end = endOfLine(text, at);
    const line = text.slice(at, end).trim();
    at = end;
    if (line === '' || line.startsWith('#')) continue;
    return ([',', ';', '\t'] as const).find((mark) => line.includes(mark)) ?? ',';
  }
  return ',';
}
