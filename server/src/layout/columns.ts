import { displayWidth, padTo } from './display-width.js';
import { wrapAfter } from './wrap.js';

/** Rows with their cells, each on one line, one under the other; where `width` is known, the last cell is broken within its column. */
export function columns(cells: readonly (readonly string[])[], width?: number, indent = '  '): string[] {
  const rows = cells.map((row) => row.map((cell) => cell.replace(/[\r\n\u2028\u2029]+/g, ' ')));
  const widths: number[] = [];
  for (const row of rows) {
    for (const [i, cell] of row.slice(0, -1).entries()) widths[i] = Math.max(widths[i] ?? 0, displayWidth(cell));
  }
  return rows.map((row) => {
    const lead = row.slice(0, -1).map((cell, i) => `${padTo(cell, widths[i] ?? 0)}  `);
    return wrapAfter(indent + lead.join(''), row.at(-1) ?? '', width).trimEnd();
  });
}
