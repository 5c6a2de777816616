/**
 * A line of the table; numbers in `unit`. `ratio`: how often Plumbline's number goes into textlint's, or
 * the other way round where more is better.
 * @typedef {{ what: string, unit: string, plumbline: number, textlint?: number, moreIsBetter?: boolean, runs: number }} Row
 */

/** @param {{ title: string, rows: Row[] }[]} groups */
export function formatTable(groups) {
  const head = ['', '', 'Plumbline', 'textlint', 'ratio', 'runs'];
  const body = groups.flatMap(({ title, rows }) => [[title], ...rows.map(cells)]);
  const widths = head.map((text, column) =>
    Math.max(text.length, ...body.filter((line) => line.length > 1).map((line) => line[column].length)),
  );
  const line = (texts) =>
    texts
      .map((text, column) => (column < 2 ? text.padEnd(widths[column]) : text.padStart(widths[column])))
      .join('  ')
      .trimEnd();
  return [line(head), ...body.map((texts) => (texts.length === 1 ? `\n${texts[0]}` : line(texts)))].join('\n');
}

function cells({ what, unit, plumbline, textlint, moreIsBetter = false, runs }) {
  const other = textlint === undefined ? '–' : formatNumber(textlint);
  const ratio = moreIsBetter ? plumbline / textlint : textlint / plumbline;
  // What vanishes in the noise has no ratio.
  return [
    `  ${what}`,
    unit,
    formatNumber(plumbline),
    other,
    plumbline > 0 && ratio > 0 ? ratio.toFixed(1) : '–',
    `${runs}`,
  ];
}

/** Three digits that count. */
function formatNumber(number) {
  const size = Math.abs(number);
  const decimals = size < 0.1 ? 3 : size < 10 ? 2 : size < 100 ? 1 : 0;
  return number.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}
